"""What was typed, ticked and seen on the worksheet and is not in the file yet: it is there within two seconds."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, QTimer, Signal

from therapy_diary.domain.closing import Audience, ClosingLine, ClosingSection, Section, Tick
from therapy_diary.domain.own_sentences import MINE, key_of, sentences
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.reports.pages.worksheet_records import Records
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.errors import StorageError
from therapy_diary.views.draft_writer import DraftWriter
from therapy_diary.views.page import Desk

SAVE_AFTER = 1_200  # milliseconds from the first letter to the file
TRY_AGAIN = 5_000


@dataclass(slots=True)
class _Given:
    """Parts of a worksheet, by what they replace in the file."""

    sections: dict[Section, ClosingSection] = field(default_factory=dict)
    lines: dict[tuple[Section, str], ClosingLine] = field(default_factory=dict)
    ticks: dict[tuple[Audience, Section, str], Tick] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.sections or self.lines or self.ticks)

    def copy(self) -> "_Given":
        return _Given(dict(self.sections), dict(self.lines), dict(self.ticks))

    def put(self, diary: Diary, therapy: TherapyId) -> None:
        for section in self.sections.values():
            diary.closings.write(therapy, section)
        for line in self.lines.values():
            diary.closings.see(therapy, line)
        for tick in self.ticks.values():
            diary.closings.tick(therapy, tick)

    def without(self, kept: "_Given") -> "_Given":
        """What was given since."""
        return _Given(
            {key: it for key, it in self.sections.items() if kept.sections.get(key) is not it},
            {key: it for key, it in self.lines.items() if kept.lines.get(key) is not it},
            {key: it for key, it in self.ticks.items() if kept.ticks.get(key) is not it},
        )


class Unkept(QObject):
    """Holds it, lays it over what the diary says, and writes it beside the window."""

    saved = Signal()
    failed = Signal(StorageError)
    """It is still here, and tried again."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._diary = desk.diary
        self._therapy: TherapyId | None = None
        self._given, self._under_way = _Given(), _Given()
        self._failed = False
        self._waiting = QTimer(self, singleShot=True)
        self._waiting.timeout.connect(self._write)
        self._writer = DraftWriter(desk.diary, self)
        self._writer.written.connect(self._written)
        self._writer.failed.connect(self._not_written)

    def belongs_elsewhere(self, therapy: TherapyId) -> bool:
        """Whether something is still to be kept that belongs to another therapy; tries to keep it."""
        if self._therapy is not None and self._therapy != therapy:
            self.keep_or_wait()
        return bool(self._given) and self._therapy != therapy

    def begin(self, therapy: TherapyId) -> None:
        """What is given from now on belongs to this therapy."""
        self._therapy = therapy

    def __bool__(self) -> bool:
        return bool(self._given)

    def is_due(self) -> bool:
        """Whether something is about to be written: what takes its time had better wait."""
        return bool(self._given) and not self._failed

    def over(self, records: Records) -> Records:
        """The records as they are once all of it is kept."""
        ticks = records.ticks
        for tick in self._given.ticks.values():
            ticks = ticks.with_tick(tick)
        return replace(
            records,
            written={**records.written, **self._given.sections},
            seen={**records.seen, **self._given.lines},
            ticks=ticks,
        )

    def write(self, section: ClosingSection, following: Sequence[Tick] = ()) -> None:
        """Somebody typed in a section, or switched it. following are the ticks of the sentences that were changed.

        Those of words that were only there between two letters are let go.
        """
        of_words = [it for it in self._given.ticks if it[1] is section.section and it[2].startswith(MINE)]
        here = {key_of(it) for it in sentences(section.my_text)} if of_words else set()
        for it in of_words:
            if it[2] not in here:
                del self._given.ticks[it]
        for tick in following:
            self._given.ticks[tick.audience, tick.section, tick.line] = tick
        self._given.sections[section.section] = section
        self._wait()

    def see(self, line: ClosingLine) -> None:
        """A line of the diary was looked at, or put into other words."""
        self._given.lines[line.section, line.line] = line
        self._wait()

    def tick(self, tick: Tick) -> None:
        """A tick was set or taken away."""
        self._given.ticks[tick.audience, tick.section, tick.line] = tick
        self._wait()

    def keep(self) -> None:
        """Put all of it into the diary. Raises StorageError."""
        self._waiting.stop()
        if self._therapy is None or not self._given:
            return
        self._writer.forget()
        with self._diary.quiet_change():
            self._given.put(self._diary, self._therapy)
        self._given, self._failed = _Given(), False
        self.saved.emit()

    def keep_or_wait(self) -> None:
        """The same; when that fails it is said, and tried again."""
        try:
            self.keep()
        except StorageError as error:
            self._not_written(error)

    def _wait(self) -> None:
        if not self._waiting.isActive():
            self._waiting.start(SAVE_AFTER)

    def _write(self) -> None:
        """Beside the window, while the person types on."""
        therapy, given = self._therapy, self._given.copy()
        if therapy is not None and given:
            self._under_way = given
            self._writer.write(lambda diary: given.put(diary, therapy))

    def _written(self) -> None:
        self._given, self._failed = self._given.without(self._under_way), False
        if not self._given:
            self.saved.emit()

    def _not_written(self, error: StorageError) -> None:
        self._failed = True
        self.failed.emit(error)
        self._waiting.start(TRY_AGAIN)
