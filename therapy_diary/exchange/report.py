"""What an import found and did, or would do."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from therapy_diary.exchange.errors import ExchangeTrouble, Trouble
from therapy_diary.exchange.found import Skipped
from therapy_diary.storage.imports import ImportId

GoOn = Callable[[int], bool]
"""Told how many entries are done so far; False stops, and leaves nothing behind."""

FIRST_LINES = 5
LINE = 80


def always(_done: int) -> bool:
    """Never stops."""
    return True


def or_stop(go_on: GoOn, done: int) -> None:
    """Tell how many entries are done. Raises ExchangeTrouble when it is to stop."""
    if not go_on(done):
        raise ExchangeTrouble(Trouble.STOPPED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many entries there are, and how many of them are new."""

    found: int
    new: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """How many entries were found, are new and were here already; what stayed behind; from which day to which.

    first_lines show what the first new ones are. rated: what the new ratings among them are of, which become answers to
    questionnaires. moods: the names of all moods and which of the five each is, where some name says that to nobody but the
    person. guessed: some text was not UTF-8. otherwise: the counts had days with several entries been taken the other way,
    split at their headings or left whole; None where no day has several. id is what to undo, None for a dry run and when nothing was new.
    """

    format: str
    found: int
    new: int
    already: int
    skipped: tuple[Skipped, ...] = ()
    first: date | None = None
    last: date | None = None
    first_lines: tuple[str, ...] = ()
    rated: tuple[str, ...] = ()
    moods: Mapping[str, int | None] = field(default_factory=dict)
    guessed: bool = False
    otherwise: Counts | None = None
    id: ImportId | None = None
