"""A planted sentence is written, searched for, rewritten and thrown away. Then every byte outside is looked through."""

import base64
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.secret_forms import forms_of, forms_of_text, found
from therapy_diary.keys.recovery import parse
from therapy_diary.keys.slots import load
from therapy_diary.vault.folder import DiaryFolder

pytestmark = pytest.mark.thorough

SENTENCE = "the heron told nobody about the lighthouse"
PASSPHRASE = "quartz umbrella nineteen meadow"

SESSION = """
import os, sys
from datetime import date, datetime
from pathlib import Path
from therapy_diary.keys import slots
from therapy_diary.keys.passphrase import Cost
from therapy_diary.vault.backup import copy_to, make_backup
from therapy_diary.vault.folder import DiaryFolder
from therapy_diary.vault.opening import Passphrase, begin, open_with_passphrase
from therapy_diary.vault.rescue import save_what_is_readable
from therapy_diary.vault.restore import lay_out
sentence, passphrase, noon = sys.stdin.readline().strip(), sys.stdin.readline().strip(), datetime(2026, 3, 4, 12, 0)
folder = DiaryFolder(Path(sys.argv[1]))
hold = folder.hold()
cost = Cost(kibibytes=8192, passes=1, lanes=1)
diary, code = begin(folder, now=lambda: noon, way=Passphrase(text=passphrase, cost=cost))
diary.close()
diary = open_with_passphrase(folder, passphrase)
with diary.change():
    therapy = diary.therapies.begin(label=sentence, started_on=date(2026, 3, 4), reason_for_coming=sentence).id
    notes = [diary.notes.write(therapy, f"{sentence} " * 300, noon, title=sentence) for _ in range(20)]
for note in notes[:5]:
    with diary.quiet_change():
        diary.drafts.keep("note", sentence * 50, 7, noon)
    with diary.change():
        diary.notes.rewrite(note.id, sentence * 9, noon, title=sentence, session=None, kind=note.kind)
        diary.drafts.discard("note")
big = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 80000)"
diary._connection.execute(f"{big} SELECT i || ? AS t FROM n ORDER BY substr(t, -9), i * 7919 % 30011", [sentence * 5]).fetchall()
try:
    with diary.change():
        diary.notes.write(therapy, sentence * 500, noon)
        raise ZeroDivisionError
except ZeroDivisionError:
    pass
diary.examine()
stick = folder.path.parent / "stick.diarybackup"
copy_to(folder, diary.file, diary.key, stick, noon)
make_backup(folder, diary.file, diary.key, noon)
with lay_out(folder, stick) as found:
    found.look(found.keys.open_by_passphrase(passphrase))
save_what_is_readable(folder, slots.load(folder.vault().key_file).open_by_passphrase(passphrase)[0], noon)
os.write(int(sys.argv[2]), code.text.encode())
diary._connection.execute("BEGIN IMMEDIATE")
diary._connection.execute("PRAGMA cache_size = 5")
for _ in range(20):
    diary.notes.write(therapy, sentence * 200, noon)
os.kill(os.getpid(), 9)
"""


def kept(root: Path) -> bytes:
    """Every byte and every name below a folder."""
    return b"\n".join(
        str(it).encode() + (it.read_bytes() if it.is_file() else b"") for it in sorted(root.rglob("*"))
    )


def session_in(home: Path, before: tuple[str, ...] = (), script: str = SESSION) -> str:
    """Live through the session in a home of its own until it is killed; the recovery code."""
    environment = dict(os.environ) | {
        "TMPDIR": str(home / "tmp"),
        "HOME": str(home),
        "SQLITE_TMPDIR": str(home),
    }
    environment |= {f"XDG_{name}_HOME": str(home / name) for name in ("DATA", "CONFIG", "CACHE", "STATE")}
    (home / "tmp").mkdir(parents=True)
    reading, writing = os.pipe()
    command = [*before, sys.executable, "-B", "-c", script, str(home / "diary"), str(writing)]
    subprocess.run(
        command,
        input=f"{SENTENCE}\n{PASSPHRASE}\n".encode(),
        pass_fds=[writing],
        env=environment,
        capture_output=True,
        check=False,
    )
    os.close(writing)
    with os.fdopen(reading, "rb") as code:
        return code.read().decode()


def secrets_of(home: Path, code: str) -> dict[str, list[bytes]]:
    """What must be nowhere: text, passphrase, code, and the data key they lead to."""
    parsed = parse(code)
    key = load(DiaryFolder(home / "diary").vault().key_file).open_by_code(parsed)[0].key
    return {
        "sentence": forms_of_text(SENTENCE),
        "passphrase": forms_of_text(PASSPHRASE),
        "recovery code": [*forms_of_text(code), *forms_of(parsed.secret), code.replace("-", "").encode()],
        "data key": forms_of(key),
    }


@pytest.mark.skipif(os.name != "posix", reason="needs kill -9")
def test_nothing_readable_is_left_in_any_file_not_even_after_a_kill(tmp_path: Path) -> None:
    home = tmp_path / "home"
    secrets = secrets_of(home, session_in(home))

    left = kept(home)

    assert len(left) > 300_000
    assert (DiaryFolder(home / "diary").vault().file.with_name("diary.db-journal")).stat().st_size > 0
    assert found(secrets, left) == set()


@pytest.mark.parametrize(
    ("spoiled_by", "expected"),
    [("", set[str]()), ("diary._connection.execute('PRAGMA temp_store = FILE')", {"sentence"})],
    ids=["as the program does", "control: sorting in files"],
)
@pytest.mark.skipif(os.name != "posix", reason="needs kill -9")
def test_nothing_readable_was_ever_written_not_even_for_a_moment(
    tmp_path: Path, spoiled_by: str, expected: set[str]
) -> None:
    if shutil.which("strace") is None:
        if os.environ.get("THERAPY_DIARY_TEST_REQUIRE") == "all":
            pytest.fail("needs strace")
        pytest.skip("needs strace")
    home, trace = tmp_path / "home", tmp_path / "trace"
    calls = "trace=write,pwrite64,pwritev,writev,sendto,sendmsg,rename,unlink"
    before = ("strace", "-f", "-xx", "-s", "1000000", "-e", calls, "-o", str(trace))
    code = session_in(home, before, SESSION.replace("\nbig =", f"\n{spoiled_by}\nbig ="))

    written = bytes.fromhex("0a".join(_strings(trace)))
    secrets = secrets_of(home, code)
    del secrets["recovery code"]  # it was handed over, through a pipe

    assert len(written) > 1_000_000
    assert b"therapy-diary-keys" in written
    assert found(secrets, written) == expected


def _strings(trace: Path) -> list[str]:
    """Whatever a traced call was given, as hexadecimal."""
    return [
        piece.replace("\\x", "")
        for line in trace.read_text().splitlines()
        for piece in line.split('"')[1::2]
        if piece.startswith("\\x")
    ]


def test_the_search_finds_what_a_careless_program_leaves(tmp_path: Path) -> None:
    plain = sqlite3.connect(tmp_path / "plain.db")
    plain.execute("CREATE TABLE note (text)")
    plain.execute("INSERT INTO note VALUES (?)", (SENTENCE,))
    plain.commit()
    plain.close()
    secrets = {"sentence": forms_of_text(SENTENCE)}

    assert found(secrets, kept(tmp_path)) == {"sentence"}
    for coded in (
        base64.b64encode(b"a note: " + SENTENCE.encode() + b"!"),
        base64.b64encode(f"ab{SENTENCE} and on".encode("utf-16")),
        SENTENCE.encode("utf-16-be"),
        SENTENCE.encode().hex().encode(),
    ):
        assert found(secrets, coded) == {"sentence"}
    assert found(secrets, b"the heron told nobody") == set()
