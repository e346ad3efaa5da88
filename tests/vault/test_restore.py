"""A backup comes back as a diary of its own; the one before stays, and can be taken back."""

import os
import shutil
import stat
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from therapy_diary.keys.errors import WrongCode, WrongPassphrase
from therapy_diary.keys.passphrase import Cost
from therapy_diary.keys.recovery import RecoveryCode, new_code
from therapy_diary.keys.slots import load
from therapy_diary.storage.connection import create, transaction
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.errors import DiaryDamaged
from therapy_diary.storage.migrate import run_step, steps
from therapy_diary.vault.backup import backups, copy_to, make_backup
from therapy_diary.vault.errors import (
    BackupDamaged,
    BackupHasOtherKey,
    BackupTrouble,
    NotABackup,
    NothingToUndo,
    PointerTooNew,
)
from therapy_diary.vault.folder import DiaryFolder
from therapy_diary.vault.opening import Passphrase, begin, open_with_passphrase, open_with_recovery
from therapy_diary.vault.restore import lay_out, undo_restore
from therapy_diary.vault.ways_in import change_passphrase

NOON = datetime(2026, 3, 4, 12, 0)
LATER = NOON + timedelta(days=1)
CHEAP = Cost(kibibytes=8 * 1024, passes=1, lanes=1)
WALK = Passphrase(text="a long walk", cost=CHEAP)


@pytest.fixture
def folder(tmp_path: Path) -> DiaryFolder:
    return DiaryFolder(tmp_path / "diary")


@pytest.fixture
def begun(folder: DiaryFolder, tmp_path: Path) -> tuple[Path, RecoveryCode]:
    """A diary that holds the first note and the second; a copy on a stick from before the second; its code."""
    with folder.hold():
        diary, code = begin(folder, now=lambda: NOON, way=WALK)
        write(diary, "The first.")
        stick = copy_to(folder, diary.file, diary.key, tmp_path / "stick.diarybackup", NOON).file
        write(diary, "The second.")
        diary.close()
    return stick, code


def write(diary: Diary, text: str) -> None:
    with diary.change():
        therapy = diary.therapies.current() or diary.therapies.begin(
            label="Ruth", started_on=date(2026, 3, 4)
        )
        diary.notes.write(therapy.id, text, NOON)


def texts(diary: Diary) -> list[str]:
    therapy = diary.therapies.current()
    assert therapy is not None
    found = sorted(diary.notes.get(note.id).text for note in diary.notes.newest(therapy.id, 100))
    diary.close()
    return found


def test_a_backup_is_looked_at_first_and_looking_changes_nothing(
    folder: DiaryFolder, begun: tuple[Path, RecoveryCode]
) -> None:
    stick, code = begun
    with folder.hold(), lay_out(folder, stick) as found:
        preview = found.look(found.keys.open_by_code(code))

    assert (preview.made, preview.counts["notes"], preview.counts["therapies"]) == (NOON, 1, 1)
    assert [it.name for it in folder.vaults.iterdir()] == [folder.vault().id]
    assert texts(open_with_passphrase(folder, "a long walk")) == ["The first.", "The second."]


def test_a_restored_backup_is_the_diary_and_the_one_before_can_be_taken_back_and_forth(
    folder: DiaryFolder, begun: tuple[Path, RecoveryCode]
) -> None:
    stick, code = begun
    with folder.hold(), lay_out(folder, stick) as found:
        found.look(found.keys.open_by_code(code))
        found.restore(LATER)

    assert texts(open_with_passphrase(folder, "a long walk")) == ["The first."]
    with folder.hold():
        undo_restore(folder, LATER)
    assert texts(open_with_passphrase(folder, "a long walk")) == ["The first.", "The second."]
    with folder.hold():
        undo_restore(folder, LATER)
    assert texts(open_with_recovery(folder, code.text)) == ["The first."]


def test_what_was_never_exchanged_cannot_be_taken_back(folder: DiaryFolder, begun: object) -> None:
    with pytest.raises(NothingToUndo):
        undo_restore(folder, LATER)
    assert begun


def test_a_stick_and_the_paper_are_a_diary_on_another_computer(
    begun: tuple[Path, RecoveryCode], tmp_path: Path
) -> None:
    stick, code = begun
    there = DiaryFolder(tmp_path / "another computer" / "diary")
    with there.hold(), lay_out(there, stick) as found:
        found.look(found.keys.open_by_code(code))
        found.restore(LATER)

    assert texts(open_with_recovery(there, code.text)) == ["The first."]
    assert texts(open_with_passphrase(there, "a long walk")) == ["The first."]
    assert there.put_aside() is None
    if os.name == "posix":
        modes = {it: stat.S_IMODE(it.stat().st_mode) for it in there.path.rglob("*")}
        assert {it.name for it, mode in modes.items() if mode & 0o077} == set()


def test_a_copied_folder_is_a_diary_on_another_computer(
    folder: DiaryFolder, begun: tuple[Path, RecoveryCode], tmp_path: Path
) -> None:
    there = DiaryFolder(shutil.copytree(folder.path, tmp_path / "there"))

    assert texts(open_with_recovery(there, begun[1].text)) == ["The first.", "The second."]


def test_a_wrong_secret_or_none_restores_nothing(
    folder: DiaryFolder, begun: tuple[Path, RecoveryCode]
) -> None:
    with folder.hold(), lay_out(folder, begun[0]) as found:
        with pytest.raises(WrongCode):
            found.keys.open_by_code(new_code())
        with pytest.raises(WrongPassphrase):
            found.keys.open_by_passphrase("a short walk")
        with pytest.raises(BackupHasOtherKey):
            found.look(())
        with pytest.raises(RuntimeError):
            found.restore(LATER)

    assert len(list(folder.vaults.iterdir())) == 1


def test_the_passphrase_of_today_opens_what_was_backed_up_before_it(
    folder: DiaryFolder, begun: tuple[Path, RecoveryCode]
) -> None:
    diary = open_with_passphrase(folder, "a long walk")
    change_passphrase(folder, diary.key, "a quiet harbour", CHEAP)
    diary.close()
    with folder.hold(), lay_out(folder, begun[0]) as found:
        found.look(load(folder.vault().key_file).open_by_passphrase("a quiet harbour"))
        found.restore(LATER)

    assert texts(open_with_passphrase(folder, "a quiet harbour")) == ["The first."]
    assert load(folder.vault().key_file).cipher_salt == folder.vault().file.read_bytes()[:16]


@pytest.mark.parametrize("lost", ["pointer", "vault", "pointer spoiled", "diary"])
def test_a_backup_helps_when_the_folder_is_in_pieces(
    folder: DiaryFolder, begun: tuple[Path, RecoveryCode], lost: str
) -> None:
    stick, code = begun
    vault = folder.vault()
    if lost == "pointer":
        folder.pointer_file.unlink()
    elif lost == "vault":
        shutil.rmtree(vault.path)
    elif lost == "pointer spoiled":
        folder.pointer_file.write_bytes(b"?")
    else:
        vault.file.write_bytes(b"")

    with folder.hold(), lay_out(folder, stick) as found:
        found.look(found.keys.open_by_code(code))
        found.restore(LATER)

    assert texts(open_with_recovery(folder, code.text)) == ["The first."]
    assert vault.path.exists() == (lost != "vault"), "what was there stays"


def test_a_folder_of_a_later_version_is_left_alone(
    folder: DiaryFolder, begun: tuple[Path, RecoveryCode]
) -> None:
    content = folder.pointer_file.read_bytes().replace(b'"version": 1', b'"version": 2')
    folder.pointer_file.write_bytes(content)

    with folder.hold(), pytest.raises(PointerTooNew):
        lay_out(folder, begun[0])

    assert folder.pointer_file.read_bytes() == content


def test_a_file_that_is_no_backup_leaves_nothing_behind(
    folder: DiaryFolder, begun: object, tmp_path: Path
) -> None:
    (tmp_path / "list.diarybackup").write_text("milk")

    with pytest.raises(NotABackup):
        lay_out(folder, tmp_path / "list.diarybackup")

    assert len(list(folder.vaults.iterdir())) == 1
    assert begun


def test_a_backup_that_is_damaged_inside_is_never_restored(
    folder: DiaryFolder, begun: tuple[Path, RecoveryCode]
) -> None:
    stick, code = begun
    raw = bytearray(stick.read_bytes())
    refused = 0
    for at in range(100, len(raw), len(raw) // 40):
        spoiled = bytes(raw[:at]) + bytes([raw[at] ^ 4]) + bytes(raw[at + 1 :])
        stick.write_bytes(spoiled)
        with folder.hold():
            try:
                with lay_out(folder, stick) as found:
                    found.look(found.keys.open_by_code(code))
            except (BackupTrouble, WrongCode):
                refused += 1

    assert refused >= 40
    assert len(list(folder.vaults.iterdir())) == 1


def test_half_a_restore_is_tidied_at_the_next_opening(
    folder: DiaryFolder, begun: tuple[Path, RecoveryCode]
) -> None:
    lay_out(folder, begun[0])
    (folder.backups / "0011223344556677.part").mkdir()
    (folder.backups / "2026-03-04-120000.diarybackup.aabbccdd.part").write_bytes(b"half")

    open_with_passphrase(folder, "a long walk").close()

    assert [it.name for it in folder.vaults.iterdir()] == [folder.vault().id]
    assert list(folder.backups.iterdir()) == []


def as_an_earlier_version_left_it(folder: DiaryFolder, key: bytes) -> None:
    """The diary file, begun anew in the first shape there was, with one note."""
    file = folder.vault().file
    file.unlink()
    with closing(create(file, key)) as opened:
        run_step(opened, 1, steps()[0])
        with transaction(opened):
            opened.execute("INSERT INTO therapy (uid, label, started_on) VALUES ('t', 'Ruth', '2026-01-06')")
            opened.execute(
                "INSERT INTO note (uid, therapy, kind, written_at) VALUES ('n', 1, 'between', '2026-03-04T12:00:00')"
            )
            opened.execute("INSERT INTO note_text VALUES (1, 'From before.')")


def test_a_diary_of_an_earlier_version_is_backed_up_before_it_is_brought_up_to_date(
    folder: DiaryFolder, begun: tuple[Path, RecoveryCode]
) -> None:
    diary = open_with_passphrase(folder, "a long walk")
    key = diary.key
    diary.close()
    as_an_earlier_version_left_it(folder, key)

    diary = open_with_passphrase(folder, "a long walk", now=lambda: LATER)

    assert diary.examine().schema == len(steps())
    assert texts(diary) == ["From before."]
    (kept,) = backups(folder, key)
    assert kept.file.name == "2026-03-05-120000-before-update.diarybackup"
    assert kept.summary is not None
    assert (kept.summary.schema, kept.summary.counts["notes"]) == (1, 1)
    with folder.hold(), lay_out(folder, kept.file) as found:
        assert found.look(found.keys.open_by_code(begun[1])).counts["notes"] == 1
        found.restore(LATER)
    assert texts(open_with_passphrase(folder, "a long walk")) == ["From before."]


def test_a_damaged_diary_is_replaced_by_its_newest_backup(
    folder: DiaryFolder, begun: tuple[Path, RecoveryCode]
) -> None:
    diary = open_with_passphrase(folder, "a long walk")
    make_backup(folder, diary.file, diary.key, NOON)
    diary.close()
    damaged = folder.vault().file
    damaged.write_bytes(damaged.read_bytes()[:20_000])
    with pytest.raises(DiaryDamaged):
        open_with_passphrase(folder, "a long walk")
    before = damaged.read_bytes()

    newest = backups(folder)[0]
    with folder.hold(), lay_out(folder, newest.file) as found:
        found.look(found.keys.open_by_passphrase("a long walk"))
        found.restore(LATER)

    assert texts(open_with_passphrase(folder, "a long walk")) == ["The first.", "The second."]
    assert damaged.read_bytes() == before, "the damaged file is never touched"
    assert begun


def test_a_backup_with_another_diarys_keys_in_it_is_refused(
    folder: DiaryFolder, begun: tuple[Path, RecoveryCode], tmp_path: Path
) -> None:
    import zipfile

    other = DiaryFolder(tmp_path / "other")
    begin(other, now=lambda: NOON, way=WALK)[0].close()
    with zipfile.ZipFile(begun[0]) as packed:
        members = {name: packed.read(name) for name in packed.namelist()}
    members["keys.json"] = other.vault().key_file.read_bytes()
    with zipfile.ZipFile(tmp_path / "mixed.diarybackup", "w") as packed:
        for name, content in members.items():
            packed.writestr(name, content)

    with pytest.raises(BackupDamaged):
        lay_out(folder, tmp_path / "mixed.diarybackup")
