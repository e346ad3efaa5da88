"""Of a damaged diary everything that can be read is saved, nothing wrong is delivered, and the file is left alone."""

import os
import shutil
import tomllib
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import date, datetime
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from tests.faults.amount import amount
from tests.faults.torn_page import free_some_pages, tear
from therapy_diary import resources
from therapy_diary.demo import tell
from therapy_diary.keys.errors import KeyFileMissing, WrongPassphrase
from therapy_diary.keys.passphrase import Cost
from therapy_diary.keys.recovery import RecoveryCode
from therapy_diary.keys.slots import DataKey, load
from therapy_diary.storage.connection import connect
from therapy_diary.storage.copying import tables_of
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.errors import StorageError
from therapy_diary.storage.rescue import KNOWN_BY_LOOKS
from therapy_diary.vault.backup import make_backup
from therapy_diary.vault.folder import DiaryFolder
from therapy_diary.vault.opening import Passphrase, begin, open_with_passphrase
from therapy_diary.vault.rescue import (
    can_heal,
    damage_of,
    heal,
    open_key_files,
    put_key_file_back,
    save_what_is_readable,
)
from therapy_diary.vault.restore import switch_to, undo_restore

pytestmark = pytest.mark.thorough

NOON = datetime(2026, 3, 4, 12, 0)
WALK = Passphrase(text="a long walk", cost=Cost(kibibytes=8 * 1024, passes=1, lanes=1))
PAGE = 4096
STEP = amount(short=23, full=1)
"""Every so many pages are torn, one at a time."""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, RecoveryCode]:
    """A folder with a whole therapy in it, and long notes besides; its code."""
    folder = DiaryFolder(tmp_path_factory.mktemp("told") / "diary")
    with folder.hold():
        diary, code = begin(folder, now=lambda: NOON, way=WALK)
        tell(tomllib.loads(resources.text("demo/story.toml")), diary)
        with diary.change():
            for number in range(40):
                text = f"Long note {number}. " + "And on it goes. " * 200 * (number % 6)
                diary.notes.write(diary.therapies.all()[0].id, text, NOON, title=f"long {number}")
        diary.close()
    return folder.path, code


@pytest.fixture
def folder(told: tuple[Path, RecoveryCode], tmp_path: Path) -> DiaryFolder:
    return DiaryFolder(shutil.copytree(told[0], tmp_path / "diary"))


@pytest.fixture
def data_key(folder: DiaryFolder) -> DataKey:
    return load(folder.vault().key_file).open_by_passphrase("a long walk")[0]


def spoil(file: Path, *pages: int) -> None:
    with file.open("r+b") as opened:
        for page in pages:
            opened.seek((page - 1) * PAGE + 700)
            opened.write(b"damage")


def everything_in(diary: Diary) -> dict[str, object]:
    """Whatever the pages of the program would read."""
    found = dict[str, object]()
    for therapy in diary.therapies.all():
        for note in diary.notes.newest(therapy.id, 10_000):
            found[f"note {note.uid}"] = diary.notes.get(note.id).text
        for session in diary.sessions.of(therapy.id):
            found[f"session {session.uid}"] = (session.starts_at, diary.alliance_ratings.at(session.id))
        for goal in diary.goals.of(therapy.id):
            found[f"goal {goal.uid}"] = (goal.wordings, diary.goals.ratings_of(goal.id))
        found["the rest"] = (
            diary.alliance_ratings.of(therapy.id),
            diary.checklists.of(therapy.id),
            diary.topics.of(therapy.id),
            diary.milestones.of(therapy.id),
            diary.settings.of(therapy.id),
            diary.closings.at(therapy.id),
            diary.closings.sections(therapy.id),
        )
    diary.contacts.all()
    return found


def reading(file: Path, data_key: DataKey) -> dict[str, object]:
    with closing(Diary.open(file, data_key.key)) as diary:
        assert diary.examine().whole
        return everything_in(diary)


def is_honest(after: object, before: object) -> bool:
    """Whether a text is as it was, or its beginning and a word about the rest."""
    if not isinstance(after, str) or after == before:
        return True
    start, mark, nothing = after.partition("[The rest of this note could not be read.]")
    return isinstance(before, str) and before.startswith(start.rstrip()) and bool(mark) and not nothing


def test_a_whole_diary_is_rescued_whole(folder: DiaryFolder, data_key: DataKey) -> None:
    before = reading(folder.vault().file, data_key)

    saved = save_what_is_readable(folder, data_key, NOON)

    assert saved.rescued.everything
    assert reading(saved.vault.file, data_key) == before


def test_what_is_damaged_is_counted_and_a_backup_named(folder: DiaryFolder, data_key: DataKey) -> None:
    vault = folder.vault()
    backup = make_backup(folder, vault.file, data_key.key, NOON)
    pages = vault.file.stat().st_size // PAGE
    spoil(vault.file, pages - 3, pages - 9)
    before = vault.file.read_bytes()

    damage = damage_of(folder, data_key)

    assert (damage.pages, damage.damaged, damage.beyond_rescue) == (pages, 2, False)
    assert damage.newest is not None
    assert damage.newest.file == backup.file
    assert vault.file.read_bytes() == before


@pytest.mark.parametrize("share", [0.02, 0.08, 0.2])
def test_what_is_damaged_is_missing_or_cut_and_never_wrong(
    folder: DiaryFolder, data_key: DataKey, share: float
) -> None:
    vault = folder.vault()
    before = reading(vault.file, data_key)
    pages = vault.file.stat().st_size // PAGE
    first = 70  # behind the pages that hold the tables' beginnings
    spoil(vault.file, *range(first, pages + 1, int(1 / share)))
    damaged = vault.file.read_bytes()

    saved = save_what_is_readable(folder, data_key, NOON)

    after = reading(saved.vault.file, data_key)
    for name, value in after.items():
        assert name not in before or is_honest(value, before[name]), name
    notes = [name for name in before if name.startswith("note")]
    same = [name for name in notes if after.get(name) == before[name]]
    assert len(same) >= len(notes) / 4, "a page holds a dozen short notes; see tests/faults for the share"
    assert vault.file.read_bytes() == damaged
    assert folder.vault() == vault, "nothing counts yet but the damaged one"


def test_each_page_of_its_own_can_be_damaged_and_the_rest_is_a_whole_diary(
    folder: DiaryFolder, data_key: DataKey
) -> None:
    vault = folder.vault()
    before, raw = reading(vault.file, data_key), vault.file.read_bytes()
    pages = len(raw) // PAGE
    for page in range(1, pages + 1, 1 if os.environ.get("THERAPY_DIARY_TEST_FAULTS") == "full" else 15):
        vault.file.write_bytes(raw)
        spoil(vault.file, page)
        saved = save_what_is_readable(folder, data_key, NOON)
        for name, value in reading(saved.vault.file, data_key).items():
            assert name not in before or is_honest(value, before[name]), (page, name)
        shutil.rmtree(saved.vault.path)
    assert [it.name for it in folder.vaults.iterdir()] == [vault.id]


@pytest.fixture(scope="module")
def of_schema(told: tuple[Path, RecoveryCode], tmp_path_factory: pytest.TempPathFactory) -> list[int]:
    """The pages without which nobody can say which tables there are: without one of them it does not open."""
    vault = DiaryFolder(shutil.copytree(told[0], tmp_path_factory.mktemp("pages") / "diary")).vault()
    key, raw = load(vault.key_file).open_by_passphrase("a long walk")[0].key, vault.file.read_bytes()
    found = list[int]()
    for page in range(2, 80):
        spoil(vault.file, page)
        try:
            connect(vault.file, key).close()
        except StorageError:
            found.append(page)
        vault.file.write_bytes(raw)
    return found


@pytest.mark.parametrize("backed_up", [True, False])
def test_the_pages_that_say_which_tables_there_are_come_from_a_backup_or_a_new_diary(
    folder: DiaryFolder, data_key: DataKey, of_schema: list[int], backed_up: bool
) -> None:
    vault = folder.vault()
    if backed_up:
        make_backup(folder, vault.file, data_key.key, NOON)
    before = reading(vault.file, data_key)
    spoil(vault.file, *of_schema[:-1])

    saved = save_what_is_readable(folder, data_key, NOON)

    assert len(of_schema) > 5
    after = reading(saved.vault.file, data_key)
    assert [name for name in before if name.startswith("note") and before[name] != after.get(name)] == []


@pytest.mark.parametrize("table", ["note", "note_text"])
def test_every_note_is_saved_when_the_page_is_gone_that_leads_to_all_of_them(
    folder: DiaryFolder, data_key: DataKey, table: str
) -> None:
    file = folder.vault().file
    before = reading(file, data_key)
    with closing(connect(file, data_key.key)) as opened:
        top = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
        spoil(file, opened.execute(top, [table]).fetchone()[0])
    damaged = file.read_bytes()

    saved = save_what_is_readable(folder, data_key, NOON)

    after = reading(saved.vault.file, data_key)
    assert [name for name in before if name.startswith("note") and before[name] != after.get(name)] == []
    assert saved.rescued.everything
    assert file.read_bytes() == damaged
    assert {it.name for it in saved.vault.path.iterdir()} <= {"diary.db", "diary.db-journal", "keys.json"}


@pytest.mark.parametrize("table", KNOWN_BY_LOOKS)
def test_no_other_table_has_rows_that_could_be_taken_for_those_of_a_note(diary: Diary, table: str) -> None:
    def columns(name: str) -> list[tuple[object, ...]]:
        return [tuple(it) for it in diary._connection.execute(f"PRAGMA table_info({name})")]

    wanted = [it[2] for it in columns(table)]
    names = "SELECT name FROM pragma_table_list WHERE type IN ('table', 'shadow') AND NOT wr"
    alike = [
        name
        for (name,) in diary._connection.execute(names).fetchall()
        if [it[2] for it in columns(name)] == wanted
        or (len(columns(name)) == len(wanted) and not any(it[3] or it[5] for it in columns(name)))
    ]
    assert columns(table)[0][5], "the first column is the number of the row"
    assert alike == [table]


def test_a_note_on_two_damaged_pages_is_not_made_up(folder: DiaryFolder, data_key: DataKey) -> None:
    file = folder.vault().file
    before = reading(file, data_key)
    with closing(connect(file, data_key.key)) as opened:
        top = opened.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'note_text'").fetchone()[0]
    pages = file.stat().st_size // PAGE
    spoil(file, top, *range(pages - 30, pages, 3))

    saved = save_what_is_readable(folder, data_key, NOON)

    after = reading(saved.vault.file, data_key)
    assert all(is_honest(value, before[name]) for name, value in after.items() if name in before)
    assert not saved.rescued.everything


def first_bytes(file: Path) -> None:
    with file.open("r+b") as opened:
        opened.write(b"\xff" * 9)


def cut_off(file: Path) -> None:
    os.truncate(file, file.stat().st_size - 3 * PAGE - 100)


def with_a_strange_journal(file: Path) -> None:
    file.with_name("diary.db-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"?" * 9000)


@pytest.mark.parametrize("harm", [first_bytes, cut_off, with_a_strange_journal])
def test_what_keeps_a_diary_from_opening_at_all_is_put_right_on_the_copy(
    folder: DiaryFolder, data_key: DataKey, harm: Callable[[Path], None]
) -> None:
    vault = folder.vault()
    before = reading(vault.file, data_key)
    harm(vault.file)
    damaged = {it.name: it.read_bytes() for it in vault.path.iterdir()}

    saved = save_what_is_readable(folder, data_key, NOON)

    after = reading(saved.vault.file, data_key)
    assert len([name for name in after if name.startswith("note")]) >= 70
    assert all(is_honest(value, before.get(name, value)) for name, value in after.items())
    assert {it.name: it.read_bytes() for it in vault.path.iterdir()} == damaged


@pytest.mark.parametrize("content", [b"", b"?" * 9000, bytes(9000), b"SQLite format 3\0" * 600])
def test_what_holds_nothing_readable_is_said_to_be_beyond_rescue(
    folder: DiaryFolder, data_key: DataKey, content: bytes
) -> None:
    vault = folder.vault()
    vault.file.write_bytes(content)

    assert damage_of(folder, data_key).beyond_rescue
    with pytest.raises(StorageError):
        save_what_is_readable(folder, data_key, NOON)

    assert vault.file.read_bytes() == content
    assert [it.name for it in folder.vaults.iterdir()] == [vault.id]


def test_the_rescued_diary_opens_as_the_old_one_did_and_can_be_exchanged_back(
    folder: DiaryFolder, data_key: DataKey
) -> None:
    old = folder.vault()
    spoil(old.file, old.file.stat().st_size // PAGE)
    with folder.hold():
        saved = save_what_is_readable(folder, data_key, NOON)
        switch_to(folder, saved.vault, NOON)

    diary = open_with_passphrase(folder, "a long walk")
    with diary.change():
        diary.therapies.begin(label="And on", started_on=date(2026, 3, 5))
    diary.close()
    assert undo_restore(folder, NOON) == old


def test_a_torn_page_that_nothing_uses_heals_and_one_in_use_does_not(
    folder: DiaryFolder, data_key: DataKey
) -> None:
    file = folder.vault().file
    with closing(Diary.open(file, data_key.key)) as diary, diary.change():
        diary._connection.execute("DELETE FROM note WHERE title LIKE 'long%'")
    before, raw = reading(file, data_key), file.read_bytes()
    healed, spoilt = 0, b""
    for page in range(len(raw) // PAGE, len(raw) // PAGE - 25, -1):
        file.write_bytes(raw)
        spoil(file, page)
        spoilt = file.read_bytes()
        if heal(folder, data_key.key):
            assert reading(file, data_key) == before
            healed += 1
        else:
            assert file.read_bytes() == spoilt

    assert 5 < healed < 25
    assert not heal(folder, b"z" * 32)


def test_a_torn_page_that_nothing_uses_heals_wherever_it_lies(folder: DiaryFolder, data_key: DataKey) -> None:
    file = folder.vault().file
    with closing(Diary.open(file, data_key.key)) as diary:
        first = diary.therapies.all()[0].id
        with diary.change():
            diary._connection.execute("DELETE FROM note WHERE title LIKE 'long%'")
        with diary.change():
            diary.notes.write(first, "short", NOON)  # so that what is free lies among what is not
        free = int(diary._connection.execute("PRAGMA freelist_count").fetchone()[0])
    before, raw = reading(file, data_key), file.read_bytes()
    pages, unused, healed = len(raw) // PAGE, 0, 0
    for page in range(pages - free - 30, pages - free):
        spoil(file, page)
        with suppress(StorageError), closing(connect(file, data_key.key, read_only=True)) as opened:
            if [row[0] for row in opened.execute("PRAGMA integrity_check")] == ["ok"]:
                unused += 1
                healed += heal(folder, data_key.key)
                assert reading(file, data_key) == before
        file.write_bytes(raw)
    assert unused > 3
    assert healed == unused


def test_a_diary_written_anew_holds_the_very_same_whichever_page_was_torn(
    folder: DiaryFolder, data_key: DataKey
) -> None:
    """Also where a page ends in zeros, as SQLCipher delivers some that it cannot open."""
    file, key = folder.vault().file, data_key.key
    with closing(Diary.open(file, key)) as diary:
        free_some_pages(diary)
        note = diary.notes.newest(diary.therapies.all()[0].id, 1)[0].id
        with diary.change():
            for size in (60_000, 9_000):
                diary.attachments.add(note, "a.png", "image/png", os.urandom(size) + bytes(5_000), NOON)
    before, raw, healed = rows_of(file, key), file.read_bytes(), 0
    pages = len(raw) // PAGE
    for page in [*range(2, pages, STEP), *range(pages - 30, pages + 1)]:
        tear(file, page)
        torn = file.read_bytes()
        heals = can_heal(folder, key)
        assert file.read_bytes() == torn, "only looked at"
        assert heal(folder, key) == heals
        if heals:
            healed += 1
            assert rows_of(file, key) == before, page
        else:
            assert file.read_bytes() == torn
        file.write_bytes(raw)
    assert 5 < healed < pages / STEP / 2 + 31


def rows_of(file: Path, key: bytes) -> dict[str, list[str]]:
    """Every row of every table, also of those the search is made of."""
    with closing(connect(file, key, read_only=True)) as opened:
        plain = opened.cursor(sqlcipher.Cursor)
        rows = {it: plain.execute(f"SELECT * FROM {it}").fetchall() for it in tables_of(opened)}  # noqa: S608
    return {name: sorted(repr(tuple(it)) for it in found) for name, found in rows.items()}


# The key file


def damaged_key_file(folder: DiaryFolder) -> None:
    file = folder.vault().key_file
    file.write_bytes(file.read_bytes().replace(b'"min_reader": 1', b'"min_reader": 1 '))


def no_key_file(folder: DiaryFolder) -> None:
    folder.vault().key_file.unlink()


def half_a_key_file(folder: DiaryFolder) -> None:
    file = folder.vault().key_file
    file.write_bytes(file.read_bytes()[:300])


@pytest.mark.parametrize("harm", [damaged_key_file, no_key_file, half_a_key_file])
def test_a_key_file_that_is_damaged_or_gone_is_found_again_in_a_backup(
    folder: DiaryFolder, data_key: DataKey, harm: Callable[[DiaryFolder], None]
) -> None:
    make_backup(folder, folder.vault().file, data_key.key, NOON)
    harm(folder)

    with pytest.raises(WrongPassphrase):
        open_key_files(folder, lambda it: it.open_by_passphrase("a short walk"))
    keys, (found,) = open_key_files(folder, lambda it: it.open_by_passphrase("a long walk"))
    put_key_file_back(folder, keys, found)

    open_with_passphrase(folder, "a long walk").close()


def test_without_any_key_file_it_is_said_that_there_is_none(folder: DiaryFolder) -> None:
    no_key_file(folder)

    with pytest.raises(KeyFileMissing):
        open_key_files(folder, lambda it: it.open_by_passphrase("a long walk"))
