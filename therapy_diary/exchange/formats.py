"""Every kind of diary that can be brought along, in the order they are tried: the plainest come last."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import tzinfo

from therapy_diary.exchange import archive, day_one, jrnl, mini_diary
from therapy_diary.exchange.errors import ExchangeTrouble, Trouble
from therapy_diary.exchange.records import Results
from therapy_diary.exchange.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One kind of diary: its name on the command line, how a person knows it, and how it is told and read."""

    name: str
    label: str
    recognises: Callable[[Source], bool]
    read: Callable[[Source, tzinfo | None], Results]


def _by_archive(_source: Source, _here: tzinfo | None) -> Results:
    raise RuntimeError("our own files are taken in whole, by archive.bring()")


FORMATS = (
    Format(name=archive.NAME, label="Therapy Diary", recognises=archive.recognises, read=_by_archive),
    Format(name="day-one", label="Day One (JSON)", recognises=day_one.recognises, read=day_one.read),
    Format(name="jrnl", label="jrnl (JSON)", recognises=jrnl.recognises, read=jrnl.read),
    Format(
        name="mini-diary",
        label="Mini Diary, Mini Diarium",
        recognises=mini_diary.recognises,
        read=mini_diary.read,
    ),
)
NAMES = tuple(it.name for it in FORMATS)

_HEX_ONLY = frozenset(b"0123456789abcdefABCDEF\r\n")


def check_locked(source: Source) -> None:
    """Say what to do about a diary that is encrypted. Raises ExchangeTrouble."""
    if any(it.endswith("DiaroBackup.denc") for it in source.names):
        raise ExchangeTrouble(Trouble.DIARO_LOCKED)
    if not source.is_file:
        return
    head = source.head(source.names[0])
    if head.startswith((b"JRNLv3", b"gAAAAA")):
        raise ExchangeTrouble(Trouble.JRNL_LOCKED)
    if head.lstrip(b"\xef\xbb\xbf").startswith(b"LIFEOGRAPHDB"):
        locked = b"\nE y" in head
        raise ExchangeTrouble(Trouble.LIFEOGRAPH_LOCKED if locked else Trouble.LIFEOGRAPH)
    if len(head) >= 64 and set(head) <= _HEX_ONLY:
        raise ExchangeTrouble(Trouble.MINI_DIARY_LOCKED)
