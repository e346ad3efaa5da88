"""A byte of the diary file is not what it was. No wrong text is ever shown, and nearly all of it can be saved."""

import os
import shutil
from collections import Counter
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from tests.faults.amount import amount, chances
from tests.faults.conftest import Tally
from therapy_diary.keys.passphrase import Cost
from therapy_diary.keys.slots import DataKey, load
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.errors import StorageError
from therapy_diary.vault.backup import make_backup
from therapy_diary.vault.folder import DiaryFolder
from therapy_diary.vault.opening import Passphrase, begin
from therapy_diary.vault.rescue import save_what_is_readable

pytestmark = pytest.mark.thorough

NOON = datetime(2026, 3, 4, 12, 0)
PAGE = 4096
FLIPS = amount(short=30, full=2000)
RESCUES = amount(short=2, full=200)
NOTES = 400


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> tuple[DiaryFolder, DataKey, dict[str, str]]:
    """A diary of some hundred notes with a backup, its key, and every text in it."""
    folder = DiaryFolder(tmp_path_factory.mktemp("begun") / "diary")
    way = Passphrase(text="p", cost=Cost(kibibytes=8192, passes=1, lanes=1))
    diary, _ = begin(folder, now=lambda: NOON, way=way)
    chance, texts = chances(2), dict[str, str]()
    with closing(diary), diary.change():
        therapy = diary.therapies.begin(label="With Ruth", started_on=date(2026, 3, 4)).id
        for number in range(NOTES):
            words = " ".join(f"w{chance.randrange(3000):04d}" for _ in range(chance.choice([60, 250, 900])))
            moment = NOON + timedelta(minutes=number)
            texts[str(number)] = f"note {number} {words}"
            diary.notes.write(therapy, texts[str(number)], moment, title=str(number))
    make_backup(folder, folder.vault().file, diary.key, NOON)
    return folder, load(folder.vault().key_file).open_by_passphrase("p")[0], texts


def shown(file: Path, data_key: DataKey, texts: dict[str, str]) -> str:
    """What a person sees who reads everything: "whole", "refused", "named" or, never, "wrong"."""
    try:
        diary = Diary.open(file, data_key.key)
    except StorageError:
        return "refused"
    refused = 0
    with closing(diary):
        try:
            notes = diary.notes.newest(diary.therapies.all()[0].id, 10_000)
        except StorageError:
            return "named"
        for note in notes:
            try:
                whole = diary.notes.get(note.id)
            except StorageError:
                refused += 1
                break  # the connection refuses the rest as well
            if whole.text != texts.get(whole.title):
                return f"WRONG TEXT in note {whole.title}"
        try:
            named = not diary.examine().whole
        except StorageError:
            named = True
    if refused and not named:
        return "REFUSED WITHOUT A REASON"
    return "named" if named else "whole"


def test_no_flipped_byte_shows_a_wrong_text(
    begun: tuple[DiaryFolder, DataKey, dict[str, str]], tmp_path: Path, tally: Tally
) -> None:
    folder, data_key, texts = begun
    raw, chance, seen = folder.vault().file.read_bytes(), chances(3), Counter[str]()
    for flip in range(FLIPS):
        at = (
            chance.randrange(PAGE)
            if flip % 10 == 0  # the first page, where everything begins
            else len(raw) - 1 - chance.randrange(PAGE)
            if flip % 10 == 1
            else chance.randrange(len(raw))
        )
        (tmp_path / "diary.db").write_bytes(
            raw[:at] + bytes([raw[at] ^ (1 << chance.randrange(8))]) + raw[at + 1 :]
        )
        seen[shown(tmp_path / "diary.db", data_key, texts)] += 1
    tally("seen", dict(seen))
    assert set(seen) <= {"refused", "named"}


def test_control_a_file_without_seals_shows_what_was_flipped(tmp_path: Path) -> None:
    import sqlite3

    with closing(sqlite3.connect(tmp_path / "plain.db")) as plain:
        plain.execute("CREATE TABLE note (text)")
        plain.executemany("INSERT INTO note VALUES (?)", [("word " * 3000,)] * 20)
        plain.commit()
    raw, chance, wrong = (tmp_path / "plain.db").read_bytes(), chances(4), 0
    for _ in range(20):
        at = chance.randrange(PAGE, len(raw))
        (tmp_path / "x.db").write_bytes(raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :])
        with closing(sqlite3.connect(tmp_path / "x.db")) as flipped:
            found = flipped.execute("SELECT text FROM note").fetchall()
        wrong += any(row[0] != "word " * 3000 for row in found)

    assert wrong > 10


@pytest.mark.parametrize("share", [0.002, 0.01], ids=["a page or two", "one page in a hundred"])
def test_nearly_every_note_is_saved_from_a_damaged_diary(
    begun: tuple[DiaryFolder, DataKey, dict[str, str]], tmp_path: Path, share: float, tally: Tally
) -> None:
    whole, data_key, texts = begun
    chance, delivered = chances(5), list[float]()
    for trial in range(RESCUES):
        folder = DiaryFolder(shutil.copytree(whole.path, tmp_path / str(trial)))
        file = folder.vault().file
        pages = file.stat().st_size // PAGE
        with file.open("r+b") as opened:
            for page in chance.sample(range(pages), max(1, round(pages * share))):
                opened.seek(page * PAGE + chance.randrange(PAGE - 4))
                opened.write(os.urandom(4))
        saved = save_what_is_readable(folder, data_key, NOON)
        delivered.append(_right(saved.vault.file, data_key, texts) / NOTES)
        shutil.rmtree(folder.path)
    delivered.sort()
    tally("notes delivered whole: worst, median", f"{delivered[0]:.3f}, {delivered[len(delivered) // 2]:.3f}")
    assert delivered[0] >= 0.95


def _right(file: Path, data_key: DataKey, texts: dict[str, str]) -> int:
    """How many notes have their whole text; fails when one has a text that nobody wrote."""
    right, known = 0, set(texts.values())
    with closing(Diary.open(file, data_key.key)) as diary:
        assert diary.examine().whole
        for therapy in diary.therapies.all():
            for note in diary.notes.newest(therapy.id, 10_000):
                text = diary.notes.get(note.id).text
                start = text.partition("\n\n[The rest of this note could not be read.]")[0]
                right += text in known
                assert text in known or any(it.startswith(start) for it in known), note.title
    return right
