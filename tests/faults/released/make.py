"""Makes the diary and the backup that are kept for ever of a released version: run it once, before each release.

    .venv/bin/python tests/faults/released/make.py

A folder with the version's name appears beside this file. What is there already is never written over.
"""

import json
import sys
from datetime import date, datetime, timedelta
from pathlib import Path

from therapy_diary import __version__
from therapy_diary.keys.passphrase import Cost
from therapy_diary.vault.backup import copy_to
from therapy_diary.vault.folder import DiaryFolder
from therapy_diary.vault.opening import Passphrase, begin

HERE = Path(__file__).parent
PASSPHRASE = "kept for ever"
NOON = datetime(2026, 3, 4, 12, 0)


def main() -> int:
    """Make the folder of this version."""
    place = HERE / __version__
    if place.exists():
        print(f"There is one of {__version__} already.", file=sys.stderr)
        return 1
    folder = DiaryFolder(place / "diary")
    way = Passphrase(text=PASSPHRASE, cost=Cost(kibibytes=8 * 1024, passes=1, lanes=1))
    diary, code = begin(folder, now=lambda: NOON, way=way)
    with diary.change():
        therapy = diary.therapies.begin(label="With N.", therapist_name="N.", started_on=date(2026, 1, 6)).id
        session = diary.sessions.add(therapy, datetime(2026, 3, 3, 17, 0)).id
        texts = [f"Note {number}. Grüße, שלום, 日本, 🙂 " + "words " * number for number in range(4)]
        for number, text in enumerate(texts):
            diary.notes.write(therapy, text, NOON + timedelta(minutes=number), title=f"note {number}")
        diary.notes.write(therapy, "Of a session.", NOON, session=session)
        diary.topics.add(therapy, "Something to bring", NOON.date())
        diary.drafts.keep("note", "half a sent", 4, NOON)
    copy_to(folder, diary.file, diary.key, place / "copy.diarybackup", NOON)
    kept = {
        "passphrase": PASSPHRASE,
        "code": code.text,
        "counts": diary.counts(),
        "texts": [*texts, "Of a session."],
        "draft": "half a sent",
    }
    diary.close()
    (place / "kept.json").write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    for left in (folder.log, folder.backups):
        left.rmdir()
    folder.lock_file.unlink(missing_ok=True)
    folder.vault().file.with_name("diary.db-journal").unlink(missing_ok=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
