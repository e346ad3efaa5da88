"""A backup counts once it has been opened again; the old ones go only after that; the list says what each holds."""

import os
import random
import stat
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from therapy_diary.keys.errors import WrongCode, WrongPassphrase
from therapy_diary.keys.passphrase import Cost
from therapy_diary.keys.recovery import RecoveryCode, new_code
from therapy_diary.keys.slots import load
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.errors import DiaryDamaged, StorageError
from therapy_diary.vault import bundle
from therapy_diary.vault.backup import (
    Backup,
    Turn,
    backup_if_due,
    backups,
    check_again,
    copy_to,
    due_in,
    fewer,
    make_backup,
    see_that_it_opens,
    to_keep,
)
from therapy_diary.vault.bundle import Summary
from therapy_diary.vault.errors import (
    BackupDamaged,
    BackupHasOtherKey,
    BackupMissing,
    BackupTrouble,
    NotABackup,
    PlaceTaken,
)
from therapy_diary.vault.folder import DiaryFolder
from therapy_diary.vault.new_key import replace_key
from therapy_diary.vault.older_keys import make_all_again, of_older_keys
from therapy_diary.vault.opening import Passphrase, begin
from therapy_diary.vault.restore import lay_out

NOON = datetime(2026, 3, 4, 12, 0)
NEW_CODE = new_code()
WALK = Passphrase(text="a long walk", cost=Cost(kibibytes=8 * 1024, passes=1, lanes=1))


@pytest.fixture
def folder(tmp_path: Path) -> DiaryFolder:
    return DiaryFolder(tmp_path / "diary")


@pytest.fixture
def begun(folder: DiaryFolder) -> tuple[Diary, RecoveryCode]:
    """An open diary with thirty notes, and its code."""
    with folder.hold():
        diary, code = begin(folder, now=lambda: NOON, way=WALK)
    write(diary, 30)
    return diary, code


@pytest.fixture
def diary(begun: tuple[Diary, RecoveryCode]) -> Diary:
    return begun[0]


def write(diary: Diary, notes: int) -> None:
    with diary.change():
        current = diary.therapies.current() or diary.therapies.begin(label="Ruth", started_on=NOON.date())
        for number in range(notes):
            diary.notes.write(current.id, f"The heron, {number}. " * 100, NOON, title=str(number))


def names(folder: DiaryFolder) -> list[str]:
    return sorted(it.name for it in folder.backups.iterdir())


def test_a_backup_is_one_file_that_opens_with_the_paper_alone(
    folder: DiaryFolder, begun: tuple[Diary, RecoveryCode], tmp_path: Path
) -> None:
    diary, code = begun
    made = make_backup(folder, diary.file, diary.key, NOON)

    assert made.file.name == "2026-03-04-120000.diarybackup"
    bundle.unpack(made.file, tmp_path / "elsewhere")
    (data_key,) = load(tmp_path / "elsewhere" / "keys.json").open_by_code(code)
    restored = Diary.open(tmp_path / "elsewhere" / "diary.db", data_key.key)
    therapy = restored.therapies.current()
    assert therapy is not None
    assert len(restored.notes.newest(therapy.id, 100)) == 30
    restored.close()


def test_nothing_in_a_backup_can_be_read_and_nothing_else_stays_behind(
    folder: DiaryFolder, diary: Diary
) -> None:
    made = make_backup(folder, diary.file, diary.key, NOON)
    raw = made.file.read_bytes()

    assert b"heron" not in raw
    assert b"notes" not in raw, "not even how many there are"
    assert diary.key not in raw
    assert names(folder) == ["2026-03-04-120000.diarybackup", "checked.json"]
    assert zipfile.ZipFile(made.file).namelist() == ["manifest.json", "keys.json", "diary.db"]
    if os.name == "posix":
        assert stat.S_IMODE(made.file.stat().st_mode) == 0o600


def test_a_backup_remembers_how_its_own_file_begins(
    folder: DiaryFolder, diary: Diary, tmp_path: Path
) -> None:
    bundle.unpack(make_backup(folder, diary.file, diary.key, NOON).file, tmp_path / "elsewhere")

    head = (tmp_path / "elsewhere" / "diary.db").read_bytes()[:16]
    assert load(tmp_path / "elsewhere" / "keys.json").cipher_salt == head
    assert head != diary.file.read_bytes()[:16]


def test_a_backup_holds_the_last_save_and_nothing_half_saved(folder: DiaryFolder, diary: Diary) -> None:
    with pytest.raises(ZeroDivisionError), diary.change():
        therapy = diary.therapies.current()
        assert therapy is not None
        diary.notes.write(therapy.id, "half", NOON)
        made = make_backup(folder, diary.file, diary.key, NOON)
        raise ZeroDivisionError

    assert made.summary is not None
    assert made.summary.counts["notes"] == 30


def test_the_list_says_when_how_much_and_when_it_was_last_looked_through(
    folder: DiaryFolder, diary: Diary
) -> None:
    make_backup(folder, diary.file, diary.key, NOON)
    write(diary, 2)
    newest = make_backup(folder, diary.file, diary.key, NOON + timedelta(days=1))
    check_again(folder, newest.file, diary.key, NOON + timedelta(days=9))

    listed = backups(folder, diary.key)

    assert [it.made for it in listed] == [NOON + timedelta(days=1), NOON]
    assert [it.summary and it.summary.counts["notes"] for it in listed] == [32, 30]
    assert [it.verified for it in listed] == [NOON + timedelta(days=9), NOON]
    assert [it.summary for it in backups(folder)] == [None, None], "without the key only the dates"


def test_a_backup_that_rotted_is_found_said_and_never_stands_in_for_a_good_one(
    folder: DiaryFolder, diary: Diary
) -> None:
    made = make_backup(folder, diary.file, diary.key, NOON)
    raw = bytearray(made.file.read_bytes())
    raw[len(raw) // 2] ^= 1
    made.file.write_bytes(raw)

    with pytest.raises(BackupDamaged):
        check_again(folder, made.file, diary.key, NOON)

    (line,) = backups(folder, diary.key)
    assert line.verified is None
    assert to_keep([line]) == frozenset()
    assert made.file.exists()


def test_a_damaged_diary_is_never_made_into_a_backup_and_removes_none(
    folder: DiaryFolder, diary: Diary
) -> None:
    make_backup(folder, diary.file, diary.key, NOON)
    diary.close()
    with diary.file.open("r+b") as opened:
        opened.seek(-2000, os.SEEK_END)
        opened.write(b"damage")

    with pytest.raises(DiaryDamaged):
        make_backup(folder, diary.file, diary.key, NOON + timedelta(days=1))

    assert names(folder) == ["2026-03-04-120000.diarybackup", "checked.json"]


def test_a_copy_goes_where_the_person_wants_it_and_never_over_anything(
    folder: DiaryFolder, diary: Diary, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "taken.diarybackup").write_text("the only copy of something")

    copy = copy_to(folder, diary.file, diary.key, stick / "mine.diarybackup", NOON)
    with pytest.raises(PlaceTaken):
        copy_to(folder, diary.file, diary.key, stick / "taken.diarybackup", NOON)
    with pytest.raises(StorageError):
        copy_to(folder, diary.file, diary.key, tmp_path / "no stick" / "x.diarybackup", NOON)

    assert see_that_it_opens(folder, copy.file, diary.key).counts["notes"] == 30
    assert sorted(it.name for it in stick.iterdir()) == ["mine.diarybackup", "taken.diarybackup"]
    assert names(folder) == []


def test_two_backups_in_one_second_are_two_files(folder: DiaryFolder, diary: Diary) -> None:
    for _ in range(2):
        make_backup(folder, diary.file, diary.key, NOON, label="before-v2")

    assert names(folder)[:2] == [
        "2026-03-04-120000-before-v2-2.diarybackup",
        "2026-03-04-120000-before-v2.diarybackup",
    ]


# Which to keep


def line(made: datetime, *, verified: bool = True) -> Backup:
    return Backup(file=Path(made.isoformat()), made=made, size=1, verified=made if verified else None)


def kept(lines: list[Backup]) -> list[datetime]:
    keep = to_keep(lines)
    return sorted((it.made for it in lines if it.file in keep), reverse=True)


def test_three_backups_a_day_for_three_years_leave_few_and_they_reach_back_most_of_a_year() -> None:
    lines, made = list[Backup](), [NOON + timedelta(hours=8 * step) for step in range(3 * 3 * 365)]
    for moment in made:
        lines.append(line(moment))
        keep = to_keep(lines)
        lines = [it for it in lines if it.file in keep]

    left = [it.made for it in reversed(lines)]
    assert 25 <= len(left) <= 10 + 14 + 8 + 12
    assert left[:10] == made[:-11:-1]
    assert len({it.date() for it in left}) >= 14
    assert len({it.isocalendar()[:2] for it in left}) >= 8
    assert len({(it.year, it.month) for it in left}) == 12


def test_after_a_long_pause_nothing_is_lost_that_was_kept_before_it() -> None:
    before = [line(NOON - timedelta(days=30 * step)) for step in range(10)]

    assert len(kept([*before, line(NOON + timedelta(days=4000))])) == 11


def test_damaged_backups_do_not_push_out_good_ones() -> None:
    good = [line(NOON - timedelta(days=step)) for step in range(10)]
    damaged = [line(NOON + timedelta(minutes=step), verified=False) for step in range(1, 50)]

    assert kept(good + damaged) == [it.made for it in good]


def test_whatever_the_dates_the_newest_stays_and_keeping_twice_keeps_the_same() -> None:
    chance = random.Random(4)  # noqa: S311 - only for a test
    for _ in range(200):
        many = chance.randrange(1, 120)
        lines = [line(NOON - timedelta(minutes=chance.randrange(1_000_000))) for _ in range(many)]
        left = kept(lines)

        assert max(it.made for it in lines) in left
        assert kept([it for it in lines if it.made in left]) == left


def test_rotation_removes_what_newer_ones_stand_in_for_and_no_file_of_another_name(
    folder: DiaryFolder, diary: Diary
) -> None:
    first = make_backup(folder, diary.file, diary.key, NOON)
    mine = folder.backups / "the day it broke.diarybackup"
    mine.write_bytes(first.file.read_bytes())
    (folder.backups / "2026-03-01-120000.diarybackup").write_bytes(b"not readable today")
    for minute in range(1, 14):
        make_backup(folder, diary.file, diary.key, NOON + timedelta(minutes=minute))

    ours = [it for it in names(folder) if it.startswith("2026-03-04")]
    assert len(ours) == 10
    assert "2026-03-04-121300.diarybackup" in ours
    assert mine.exists()
    assert (folder.backups / "2026-03-01-120000.diarybackup").exists()


def test_nothing_is_removed_when_the_new_one_holds_much_less(folder: DiaryFolder, diary: Diary) -> None:
    for minute in range(10):
        before = make_backup(folder, diary.file, diary.key, NOON + timedelta(minutes=minute))
    with diary.change():
        diary._connection.execute("DELETE FROM note WHERE id > 12")

    after = make_backup(folder, diary.file, diary.key, NOON + timedelta(minutes=30))

    assert before.summary is not None
    assert after.summary is not None
    assert fewer(after.summary, before.summary) == {"notes": (30, 12)}
    assert len([it for it in names(folder) if it.startswith("2026")]) == 11


@pytest.mark.parametrize(
    ("before", "now", "warns"), [(30, 30, False), (30, 25, False), (30, 12, True), (2, 0, False)]
)
def test_a_backup_warns_only_when_much_is_gone(before: int, now: int, warns: bool) -> None:
    def summary(notes: int) -> Summary:
        return Summary(schema=1, writes=1, counts={"notes": notes})

    assert bool(fewer(summary(now), summary(before))) == warns


def test_the_next_backup_is_due_when_something_changed_and_the_last_is_an_hour_old() -> None:
    newest = Backup(
        file=Path("x"), made=NOON, size=1, verified=NOON, summary=Summary(schema=1, writes=7, counts={})
    )
    at_once = timedelta()

    assert due_in(None, 7, NOON) == at_once
    assert due_in(newest, 7, NOON + timedelta(days=3)) is None, "nothing changed"
    assert due_in(newest, 8, NOON + timedelta(minutes=59)) == timedelta(minutes=1)
    assert due_in(newest, 8, NOON + timedelta(hours=1)) == at_once
    assert due_in(newest, 8, NOON - timedelta(days=1)) == at_once, "the clock went back"


def test_the_program_backs_up_by_itself_when_something_was_written(folder: DiaryFolder, diary: Diary) -> None:
    def tick(hours: float) -> Turn:
        return backup_if_due(folder, diary.file, diary.key, NOON + timedelta(hours=hours))

    first = tick(0).made
    assert first is not None
    assert tick(5) == Turn(before=first)
    write(diary, 1)
    assert tick(0.75) == Turn(before=first, wait=timedelta(minutes=15))
    assert tick(6).made is not None
    assert tick(7).made is None


# An older key


@pytest.fixture
def with_a_new_key(folder: DiaryFolder, begun: tuple[Diary, RecoveryCode]) -> Iterator[Diary]:
    """The diary with a new key and passphrase, and two backups of before beside it."""
    diary, _ = begun
    make_backup(folder, diary.file, diary.key, NOON)
    write(diary, 1)
    make_backup(folder, diary.file, diary.key, NOON + timedelta(days=1))
    diary.close()
    with folder.hold() as hold:
        diary = replace_key(folder, hold, diary.key, code=NEW_CODE, passphrase="a new day", cost=WALK.cost)
    yield diary
    diary.close()


def older(folder: DiaryFolder, diary: Diary) -> tuple[Backup, ...]:
    return of_older_keys(backups(folder, diary.key), load(folder.vault().key_file).diary)


def test_backups_of_an_older_key_are_made_again_with_what_opened_them_then(
    folder: DiaryFolder, begun: tuple[Diary, RecoveryCode], with_a_new_key: Diary, tmp_path: Path
) -> None:
    diary, before = with_a_new_key, names(folder)
    assert len(older(folder, diary)) == 2

    how = make_all_again(
        folder,
        older(folder, diary),
        lambda it: it.open_by_code(begun[1]),
        diary.key,
        NOON + timedelta(days=2),
    )

    assert (how.made, how.left) == (2, 0)
    assert older(folder, diary) == ()
    assert names(folder) == before
    found = backups(folder, diary.key)
    assert [it.made for it in found] == [NOON + timedelta(days=1), NOON]
    assert [it.summary.counts["notes"] for it in found if it.summary] == [31, 30]
    elsewhere = DiaryFolder(tmp_path / "elsewhere")
    with elsewhere.hold(), lay_out(elsewhere, found[1].file) as laid:
        with pytest.raises(WrongCode):
            laid.keys.open_by_code(begun[1])
        assert laid.look(laid.keys.open_by_code(NEW_CODE)).counts["notes"] == 30


def test_what_does_not_open_them_changes_none_of_them(folder: DiaryFolder, with_a_new_key: Diary) -> None:
    before = {it: it.read_bytes() for it in folder.backups.glob("*.diarybackup")}

    with pytest.raises(WrongPassphrase):
        make_all_again(
            folder,
            older(folder, with_a_new_key),
            lambda it: it.open_by_passphrase("a new day"),
            with_a_new_key.key,
            NOON,
        )

    assert {it: it.read_bytes() for it in folder.backups.glob("*.diarybackup")} == before


def test_one_that_is_damaged_stays_as_it_is_and_is_counted(
    folder: DiaryFolder, with_a_new_key: Diary
) -> None:
    damaged = older(folder, with_a_new_key)[0].file
    spoiled = bytearray(damaged.read_bytes())
    spoiled[len(spoiled) // 2] ^= 1
    damaged.write_bytes(spoiled)

    how = make_all_again(
        folder,
        older(folder, with_a_new_key),
        lambda it: it.open_by_passphrase("a long walk"),
        with_a_new_key.key,
        NOON,
    )

    assert (how.made, how.left) == (1, 1)
    assert damaged.read_bytes() == spoiled


# Reading with suspicion


def rewritten(source: Path, target: Path, change: Callable[[dict[str, bytes]], None], **how: int) -> Path:
    """The bundle packed again by other hands."""
    with zipfile.ZipFile(source) as packed:
        members = {name: packed.read(name) for name in packed.namelist()}
    change(members)
    with zipfile.ZipFile(target, "w", how.get("compression", zipfile.ZIP_STORED)) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return target


def another_member(members: dict[str, bytes]) -> None:
    members["../../escaped.txt"] = b"outside"


def renamed_outside(members: dict[str, bytes]) -> None:
    members["../keys.json"] = members.pop("keys.json")


def other_diary(members: dict[str, bytes]) -> None:
    members["diary.db"] = bytes(len(members["diary.db"]))


def greater_than_said(members: dict[str, bytes]) -> None:
    members["diary.db"] += bytes(5000)


def without_keys(members: dict[str, bytes]) -> None:
    del members["keys.json"]


def without_manifest(members: dict[str, bytes]) -> None:
    del members["manifest.json"]


def from_tomorrow(members: dict[str, bytes]) -> None:
    members["manifest.json"] = members["manifest.json"].replace(b'"min_reader":1', b'"min_reader":2')


def deep(members: dict[str, bytes]) -> None:
    members["manifest.json"] = b"[" * 10_000


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (another_member, "BackupDamaged"),
        (renamed_outside, "BackupDamaged"),
        (other_diary, "BackupDamaged"),
        (greater_than_said, "BackupDamaged"),
        (without_keys, "BackupDamaged"),
        (without_manifest, "NotABackup"),
        (from_tomorrow, "BackupTooNew"),
        (deep, "BackupDamaged"),
    ],
)
def test_a_bundle_that_is_not_as_we_write_it_is_refused_and_writes_nothing_elsewhere(
    folder: DiaryFolder, diary: Diary, tmp_path: Path, change: Callable[[dict[str, bytes]], None], said: str
) -> None:
    made = make_backup(folder, diary.file, diary.key, NOON)
    forged = rewritten(made.file, tmp_path / "forged.diarybackup", change)
    before = sorted(it for it in tmp_path.rglob("*"))

    with pytest.raises(BackupTrouble) as refused:
        see_that_it_opens(folder, forged, diary.key)

    assert type(refused.value).__name__ == said
    assert sorted(it for it in tmp_path.rglob("*")) == before


def test_a_small_file_that_would_unpack_to_gigabytes_is_refused_unopened(
    folder: DiaryFolder, diary: Diary, tmp_path: Path
) -> None:
    made = make_backup(folder, diary.file, diary.key, NOON)

    def swell(members: dict[str, bytes]) -> None:
        members["diary.db"] = bytes(50_000_000)

    bomb = rewritten(made.file, tmp_path / "b.diarybackup", swell, compression=zipfile.ZIP_DEFLATED)

    with pytest.raises(BackupDamaged):
        bundle.read_manifest(bomb)
    with pytest.raises(BackupDamaged):
        bundle.unpack(bomb, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_what_is_no_backup_is_called_so(tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("milk, bread")
    (tmp_path / "empty").write_bytes(b"")

    for file, said in (
        (tmp_path / "list.txt", NotABackup),
        (tmp_path / "empty", NotABackup),
        (tmp_path, NotABackup),
        (tmp_path / "nowhere", BackupMissing),
    ):
        with pytest.raises(said):
            bundle.read_manifest(file)


def test_a_summary_moved_to_another_backup_is_not_believed(
    folder: DiaryFolder, diary: Diary, tmp_path: Path
) -> None:
    less = bundle.read_manifest(make_backup(folder, diary.file, diary.key, NOON).file)
    write(diary, 5)
    made = make_backup(folder, diary.file, diary.key, NOON + timedelta(days=1))
    more = bundle.read_manifest(made.file)

    def swap(members: dict[str, bytes]) -> None:
        members["manifest.json"] = msgspec.json.encode(replace(more, sealed=less.sealed))

    with pytest.raises(BackupDamaged):
        see_that_it_opens(folder, rewritten(made.file, tmp_path / "x.diarybackup", swap), diary.key)


def test_a_backup_of_another_diary_is_not_called_damaged(folder: DiaryFolder, diary: Diary) -> None:
    made = make_backup(folder, diary.file, diary.key, NOON)

    with pytest.raises(BackupHasOtherKey):
        see_that_it_opens(folder, made.file, b"z" * 32)


def test_a_year_of_weekly_dates_is_kept_by_local_date_alone() -> None:
    days = [datetime.combine(date(2026, 1, 6) + timedelta(weeks=week), NOON.time()) for week in range(52)]

    assert kept([line(it) for it in days])[:14] == sorted(days, reverse=True)[:14]
