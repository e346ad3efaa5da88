"""Every kind of diary that can be brought along, in the order they are tried: the plainest come last."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import tzinfo
from typing import Protocol

from therapy_diary.exchange import (
    archive,
    day_one,
    day_one_classic,
    day_one_text,
    daylio_backup,
    daylio_csv,
    diarium,
    diaro,
    joplin_raw,
    journey,
    jrnl,
    jrnl_text,
    markdown_folder,
    mini_diary,
    rednotebook,
    standard_notes,
    track_and_graph,
)
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


class _Reader(Protocol):
    """A module that reads one kind of diary."""

    def recognises(self, source: Source) -> bool:
        """Whether this is such a diary, by what is in it."""

    def read(self, source: Source, here: tzinfo | None) -> Results:
        """Every entry, and what has to be left out."""


def _format(name: str, label: str, reader: _Reader) -> Format:
    return Format(name=name, label=label, recognises=reader.recognises, read=reader.read)


FORMATS = (
    Format(name=archive.NAME, label="Therapy Diary", recognises=archive.recognises, read=_by_archive),
    _format("day-one", "Day One (JSON)", day_one),
    _format("jrnl", "jrnl (JSON)", jrnl),
    _format("mini-diary", "Mini Diary, Mini Diarium", mini_diary),
    _format("standard-notes", "Standard Notes", standard_notes),
    _format("daylio-backup", "Daylio (backup)", daylio_backup),
    _format("diaro", "Diaro", diaro),
    _format("journey", "Journey", journey),
    _format("diarium", "Diarium", diarium),
    _format("daylio-csv", "Daylio (CSV)", daylio_csv),
    _format("track-and-graph", "Track & Graph", track_and_graph),
    _format("day-one-classic", "Day One Classic", day_one_classic),
    _format("day-one-text", "Day One (text)", day_one_text),
    _format("jrnl-text", "jrnl (text)", jrnl_text),
    _format("joplin", "Joplin (JEX, RAW)", joplin_raw),
    _format("rednotebook", "RedNotebook", rednotebook),
    _format("markdown", "Markdown or text", markdown_folder),
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
