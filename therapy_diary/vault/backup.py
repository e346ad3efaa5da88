"""Backups: made by themselves beside the diary, or wherever the person wants one; each is opened again before it counts.

Only what has been read back from the disk, unpacked, and looked through page by page gets its final name. Nothing old is
removed before something newer has passed that.
"""

import re
import secrets
import shutil
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import msgspec

from therapy_diary.keys import slots
from therapy_diary.keys.errors import KeyFileDamaged
from therapy_diary.keys.slots import KeyFile, SlotKind
from therapy_diary.keys.whole_file import keep_names, write_whole
from therapy_diary.storage.connection import salt_of
from therapy_diary.storage.copying import Copied, copy_whole, look_through, writes_of
from therapy_diary.storage.errors import DiaryDamaged, NotHere, StorageError, WrongKeyOrDamaged
from therapy_diary.vault import bundle
from therapy_diary.vault.bundle import Summary
from therapy_diary.vault.errors import BackupDamaged, BackupHasOtherKey, BackupTrouble, PlaceTaken
from therapy_diary.vault.folder import UNFINISHED, DiaryFolder, told_plainly

OURS = re.compile(r"\d{4}-\d\d-\d\d-\d{6}(-[a-z0-9-]+)?" + re.escape(bundle.SUFFIX))
"""The names the program gives by itself. A file of any other name in the folder is the person's, and is left alone."""
CHECKS = "checked.json"
LAST, DAYS, WEEKS, MONTHS = 10, 14, 8, 12
SELDOM = timedelta(hours=1)
FEWER_BY, FEWER_SHARE = 3, 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """One backup, as a line in the list of them."""

    file: Path
    made: datetime
    size: int
    """Bytes."""
    diary: str = ""
    """The diary it is of; empty when it cannot be read."""
    summary: Summary | None = None
    """How much it holds; None when the key in hand is not the one it was made under."""
    verified: datetime | None = None
    """When it was last opened and found whole; None when the last look found it damaged, or nobody looked."""
    trouble: BackupTrouble | StorageError | None = None
    """Why it cannot even be read."""


def make_backup(folder: DiaryFolder, file: Path, key: bytes, now: datetime, label: str = "") -> Backup:
    """Back this diary up beside itself, see that the backup opens, then make room among the older ones.

    Takes about 0.1 s for 3 MB, and may run beside the window, one at a time. label: a word in the name, such as
    "before-v2". Raises BackupTrouble, StorageError or NoKey; then no backup was made and none removed.
    """
    with told_plainly():
        folder.backups.mkdir(0o700, exist_ok=True)
    made = _write(folder, file, key, _free_name(folder, now, label), now)
    with suppress(StorageError):  # the backup is there; room can be made another day
        _note_check(folder, made.file, now, whole=True)
        rotate(folder, key, made)
    return made


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What came of looking whether it is time for the next backup."""

    made: Backup | None = None
    before: Backup | None = None
    """The newest of those there were, if any opens with this key and was seen whole."""
    wait: timedelta | None = None
    """How long until the next is due; None when one was made, or nothing changed since the newest."""


def backup_if_due(folder: DiaryFolder, file: Path, key: bytes, now: datetime) -> Turn:
    """Make the next backup when it is time for it. What the program calls by itself. Raises as make_backup()."""
    newest = next((it for it in backups(folder, key) if it.summary and it.verified), None)
    wait = due_in(newest, writes_of(file, key), now)
    if wait == timedelta():
        return Turn(made=make_backup(folder, file, key, now), before=newest)
    return Turn(before=newest, wait=wait)


def copy_to(folder: DiaryFolder, file: Path, key: bytes, target: Path, now: datetime) -> Backup:
    """Back the diary up into a file of the person's choice, such as on a stick. Never writes over a file.

    Raises as make_backup(), and PlaceTaken. These copies are never touched again.
    """
    with told_plainly():
        folder.backups.mkdir(0o700, exist_ok=True)
    return _write(folder, file, key, target, now)


def backups(folder: DiaryFolder, key: bytes | None = None) -> tuple[Backup, ...]:
    """Every backup in the folder, the newest first, also those that cannot be read. Raises StorageError."""
    with told_plainly():
        checks = _checks(folder)
        found = [_line(it, key, checks) for it in folder.backups.glob(f"*{bundle.SUFFIX}")]
    return tuple(sorted(found, key=lambda it: (it.made, it.file.name), reverse=True))


def check_again(folder: DiaryFolder, file: Path, key: bytes, now: datetime) -> Summary:
    """Open a backup as a stranger would, look through all of it, and note when. Raises as make_backup()."""
    try:
        summary = see_that_it_opens(folder, file, key)
    except (BackupDamaged, BackupHasOtherKey) as error:
        if isinstance(error, BackupDamaged) and file.parent == folder.backups:
            _note_check(folder, file, now, whole=False)
        raise
    if file.parent == folder.backups:
        _note_check(folder, file, now, whole=True)
    return summary


def due_in(newest: Backup | None, writes: int, now: datetime) -> timedelta | None:
    """How long until the next one: an hour after the newest, if something changed since; None if nothing did."""
    if newest is None or newest.summary is None:
        return timedelta()
    if newest.summary.writes == writes:
        return None
    passed = now - newest.made
    return SELDOM - passed if timedelta() <= passed < SELDOM else timedelta()


def remove(folder: DiaryFolder, file: Path) -> None:
    """Remove one backup because the person wants it gone. Raises StorageError."""
    with told_plainly():
        file.unlink(missing_ok=True)
        if file.parent == folder.backups:
            keep_names(folder.backups)


def fewer(now: Summary, before: Summary) -> dict[str, tuple[int, int]]:
    """What a backup holds much less of than the one before it: name -> (before, now). Usually empty."""
    return {
        name: (count, now.counts.get(name, 0))
        for name, count in before.counts.items()
        if count - now.counts.get(name, 0) >= FEWER_BY and now.counts.get(name, 0) < FEWER_SHARE * count
    }


def to_keep(found: Sequence[Backup]) -> frozenset[Path]:
    """Which of these backups to keep: the last 10, and the newest of 14 days, 8 weeks and 12 months.

    Days, weeks and months are those that have a backup, not those of the calendar: nothing is lost to a long pause or to
    a clock that was wrong. A backup found damaged never stands in for a good one.
    """
    whole = sorted((it for it in found if it.verified), key=lambda it: it.made, reverse=True)
    keep = {it.file for it in whole[:LAST]}
    spans: tuple[tuple[int, Callable[[datetime], Hashable]], ...] = (
        (DAYS, lambda made: made.date()),
        (WEEKS, lambda made: made.isocalendar()[:2]),
        (MONTHS, lambda made: (made.year, made.month)),
    )
    for many, span in spans:
        newest_in: dict[Hashable, Path] = {}
        for it in whole:
            newest_in.setdefault(span(it.made), it.file)
        keep.update(list(newest_in.values())[:many])
    return frozenset(keep)


def rotate(folder: DiaryFolder, key: bytes, verified: Backup) -> tuple[Path, ...]:
    """Remove the backups that newer ones stand in for, once this one is verified; what was removed.

    Only our own, of this diary, whole and readable with this key. Nothing at all when the new one holds much less.
    """
    found = [it for it in backups(folder, key) if OURS.fullmatch(it.file.name)]
    counted = [it for it in found if it.summary is not None and it.verified is not None]
    earlier = [it for it in counted if it.file != verified.file and it.made <= verified.made]
    if verified.summary is None or (
        earlier and earlier[0].summary is not None and fewer(verified.summary, earlier[0].summary)
    ):
        return ()
    keep = to_keep(counted) | {verified.file}
    gone = tuple(it.file for it in counted if it.file not in keep)
    with told_plainly():
        for file in gone:
            file.unlink(missing_ok=True)
        if gone:
            keep_names(folder.backups)
    return gone


def see_that_it_opens(folder: DiaryFolder, file: Path, key: bytes) -> Summary:
    """Unpack a backup and look through it with nothing but this key. Raises BackupTrouble or StorageError."""
    with _work(folder) as work:
        place = work / "seen"
        manifest = bundle.unpack(file, place)
        summary, found = manifest.summary(key), look_into(place, key)
        if summary is None or _summary(found) != summary:
            raise BackupDamaged
        return summary


def look_into(place: Path, key: bytes) -> Copied:
    """Look through an unpacked backup: its slots know this key, a recovery code opens it, every page is whole."""
    try:
        with told_plainly():
            keys = slots.load(place / bundle.KEYS)
        if keys.named(key) is None:
            raise BackupHasOtherKey
        found = look_through(place / bundle.DIARY, key)
    except (KeyFileDamaged, DiaryDamaged, WrongKeyOrDamaged, NotHere) as error:
        raise BackupDamaged from error
    if not found.findings.whole or SlotKind.RECOVERY not in keys.kinds:
        raise BackupDamaged
    return found


def _write(folder: DiaryFolder, file: Path, key: bytes, target: Path, now: datetime) -> Backup:
    """Copy, pack, force to the disk, read back, and only then give the backup its name."""
    with told_plainly(), _work(folder) as work:
        if target.exists():
            raise PlaceTaken
        keys = slots.load(file.with_name(slots.NAME))
        copied = copy_whole(file, key, work / bundle.DIARY)
        with _packed(folder, work, target, keys, copied, key, now) as beside:
            _rename(beside, target)
    return _written(target, keys, copied, now, now)


def make_again(
    folder: DiaryFolder, file: Path, old_key: bytes, keys: KeyFile, key: bytes, now: datetime
) -> Backup:
    """Make a backup again as it was, under the diary's present key and with its present ways in.

    The old one gives way only once the new one was opened and holds the same. Raises as make_backup(); then the old one
    is as it was.
    """
    with told_plainly(), _work(folder) as work:
        manifest = bundle.unpack(file, work / "old")
        before = look_into(work / "old", old_key)
        copied = copy_whole(work / "old" / bundle.DIARY, old_key, work / bundle.DIARY, key)
        if _summary(copied) != _summary(before):
            raise DiaryDamaged
        with _packed(folder, work, file, keys, copied, key, manifest.made) as beside:
            beside.replace(file)
            keep_names(file.parent)
    with suppress(StorageError):
        _note_check(folder, file, now, whole=True)
    return _written(file, keys, copied, manifest.made, now)


@contextmanager
def _packed(
    folder: DiaryFolder,
    work: Path,
    target: Path,
    keys: KeyFile,
    copied: Copied,
    key: bytes,
    made: datetime,
) -> Iterator[Path]:
    """The copy in the work folder as one file beside the target, read back and opened; gone again unless renamed."""
    beside = target.with_name(f"{target.name}.{secrets.token_hex(4)}{UNFINISHED}")
    try:
        slots.save(work / bundle.KEYS, keys.with_salt(salt_of(work / bundle.DIARY)))
        manifest = bundle.describe(work / bundle.DIARY, keys, _summary(copied), key, made)
        bundle.pack(work, manifest, beside)
        see_that_it_opens(folder, beside, key)
        yield beside
    except BaseException:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


def _written(file: Path, keys: KeyFile, copied: Copied, made: datetime, verified: datetime) -> Backup:
    with told_plainly():
        size = file.stat().st_size
    return Backup(
        file=file,
        made=made.replace(microsecond=0),
        size=size,
        diary=keys.diary,
        summary=_summary(copied),
        verified=verified,
    )


def _rename(beside: Path, target: Path) -> None:
    """Give a file its name unless something has that name by now."""
    if target.exists():
        raise PlaceTaken
    beside.rename(target)
    with suppress(OSError):  # some sticks cannot be asked this
        keep_names(target.parent)


@contextmanager
def _work(folder: DiaryFolder) -> Iterator[Path]:
    """A folder for pieces of a backup, gone afterwards; only what is encrypted ever lies in it."""
    place = folder.backups / f"{secrets.token_hex(8)}{UNFINISHED}"
    with told_plainly():
        place.mkdir(0o700)
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _summary(copied: Copied) -> Summary:
    return Summary(schema=copied.findings.schema, writes=copied.writes, counts=copied.findings.counts)


def _free_name(folder: DiaryFolder, now: datetime, label: str) -> Path:
    """A neutral name with the local date and time; a second one in the same second gets a number."""
    stem = f"{now:%Y-%m-%d-%H%M%S}" + (f"-{label}" if label else "")
    for end in ("", *(f"-{number}" for number in range(2, 1000))):
        file = folder.backups / f"{stem}{end}{bundle.SUFFIX}"
        if not file.exists():
            return file
    raise PlaceTaken


def _line(file: Path, key: bytes | None, checks: dict[str, "_Check"]) -> Backup:
    status = file.stat()
    try:
        manifest = bundle.read_manifest(file)
    except (BackupTrouble, StorageError) as error:
        made = datetime.fromtimestamp(status.st_mtime).replace(microsecond=0)
        return Backup(file=file, made=made, size=status.st_size, trouble=error)
    check = checks.get(file.name)
    verified = manifest.made if check is None else check.at if check.whole else None
    return Backup(
        file=file,
        made=manifest.made,
        size=status.st_size,
        diary=manifest.diary,
        summary=None if key is None else manifest.summary(key),
        verified=verified,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Check:
    at: datetime
    whole: bool


def _checks(folder: DiaryFolder) -> dict[str, _Check]:
    """When each backup was last looked through; without the file, or with a spoiled one, when it was made."""
    try:
        return msgspec.json.decode((folder.backups / CHECKS).read_bytes(), type=dict[str, _Check])
    except (OSError, msgspec.MsgspecError, ValueError, RecursionError):
        return {}


def _note_check(folder: DiaryFolder, file: Path, now: datetime, *, whole: bool) -> None:
    there = {it.name for it in folder.backups.glob(f"*{bundle.SUFFIX}")}
    checks = {name: it for name, it in _checks(folder).items() if name in there}
    checks[file.name] = _Check(at=now.replace(microsecond=0), whole=whole)
    with told_plainly():
        write_whole(folder.backups / CHECKS, msgspec.json.encode(checks))
