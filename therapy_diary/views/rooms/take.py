"""Taking the diary, or a part of it, out: as what, which part, where to, after one sentence about who can read it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QFileDialog, QHBoxLayout, QVBoxLayout

from therapy_diary.desktop.printing.paper import usual_paper
from therapy_diary.desktop.printing.pdf import pdf
from therapy_diary.desktop.printing.private_file import write_private
from therapy_diary.desktop.printing.problem import PrintProblem
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.exchange.choice import Choice, Part, held_back, taken
from therapy_diary.exchange.errors import ExchangeTrouble, Trouble
from therapy_diary.exchange.report import GoOn, or_stop
from therapy_diary.exchange.taking import Kind, steps, take
from therapy_diary.storage.diary import Diary
from therapy_diary.views.days import pydate, qdate, whole_year_format
from therapy_diary.views.room import Room, button, in_a_row, labelled, words
from therapy_diary.views.rooms.long_work import do_beside
from therapy_diary.widgets.date_fields import settle_fields
from therapy_diary.widgets.notice import Notice, Tone

INDENT = 24  # pixels
STEPS = 1000  # of a bar


class As(StrEnum):
    """What the diary is written out as."""

    PAGE = "page"
    PAPER = "paper"
    FOLDER = "folder"
    TABLE = "table"
    WHOLE = "whole"


_PHASES = {As.PAGE: 1, As.PAPER: 3}
"""How often all notes are gone through: read, laid out, drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """One of them in words: its name, what it is for, the end of its file's name (none for a folder).

    parts are the kinds of things it can hold that may be chosen; none where everything goes along.
    """

    name: str
    says: str
    suffix: str
    parts: tuple[Part, ...] = (Part.NOTES, Part.TOPICS, Part.GOALS, Part.MILESTONES)


class TakeRoom(Room):
    """Nothing is written before the person was told that anyone can read it."""

    name: ClassVar[str] = "take"

    def build(self) -> None:
        """Make the cards."""
        self._told = self._all_told()
        self._build_kind(self.card(self.tr("Take your diary out")))
        self._build_part(self.card(self.tr("Which part")))
        self._build_go(self.card(self.tr("Where to")))
        settle_fields(self)
        self._follow()

    def refresh(self) -> None:
        """Offer the therapies there are now."""
        chosen = self.therapy.currentData()
        self.therapy.clear()
        self.therapy.addItem(self.tr("All therapies"), None)
        for it in self.desk.diary.therapies.all():
            self.therapy.addItem(it.label, int(it.id))
        self.therapy.setCurrentIndex(max(0, self.therapy.findData(chosen)))
        several = self.therapy.count() > 2
        for field in (self.therapy, self.therapy_label):
            field.setVisible(several)

    def _all_told(self) -> dict[As, _Told]:
        return {
            As.PAGE: _Told(
                name=self.tr("One page to read"),
                says=self.tr("One file that every browser opens."),
                suffix=".html",
            ),
            As.PAPER: _Told(
                name=self.tr("Pages for paper"),
                says=self.tr("The same as a PDF, to print or to keep."),
                suffix=".pdf",
            ),
            As.FOLDER: _Told(
                name=self.tr("A folder of notes"),
                says=self.tr(
                    "One Markdown file for each note, with its pictures. Other programs can take that in."
                ),
                suffix="",
            ),
            As.TABLE: _Told(
                name=self.tr("A table of your answers"),
                says=self.tr("Every answer and rating as a line of CSV, for a spreadsheet."),
                suffix=".csv",
                parts=(Part.ALLIANCE, Part.CHECKLIST, Part.GOALS, Part.MEASURES),
            ),
            As.WHOLE: _Told(
                name=self.tr("Everything, for this program"),
                says=self.tr(
                    "One JSON file that loses nothing, also what is covered or kept from paper."
                    " It can be brought along into another diary."
                ),
                suffix=".json",
                parts=(),
            ),
        }

    # as what

    def _build_kind(self, column: QVBoxLayout) -> None:
        column.addWidget(
            words(
                self.tr(
                    "What is written here is not encrypted. Whoever gets the file can read it."
                    " If it is only for safe keeping, an encrypted copy is better."
                ),
                "sub",
                self,
            )
        )
        self.encrypted = button(
            self.tr("Make an encrypted copy instead"), lambda: self.wants_room.emit("backups"), "link"
        )
        in_a_row(column, self.encrypted)
        self.kind = QComboBox(self)
        for kind, told in self._told.items():
            self.kind.addItem(told.name, str(kind))
        labelled(column, self.tr("As what"), self.kind)
        self.kind.activated.connect(self._follow)
        self.says = words("", "sub", self)
        column.addWidget(self.says)

    def chosen_kind(self) -> As:
        """What it is to become."""
        return As(self.kind.currentData())

    def _follow(self) -> None:
        """Offer only what makes a difference for the chosen kind."""
        told = self._told[self.chosen_kind()]
        self.says.setText(told.says)
        self._part_card.setVisible(bool(told.parts))
        for part, tick in self.parts.items():
            tick.setVisible(part in told.parts)
        parts = self.choice().parts
        self.never_printed.setVisible(Part.NOTES in parts)
        self.covered.setVisible(Part.TOPICS in parts)
        for day in (self.since, self.until):
            day.setEnabled(self.only_span.isChecked())
        self.said_here.say("")

    # which part

    def _build_part(self, column: QVBoxLayout) -> None:
        self._part_card = column.parentWidget() or self
        self.therapy = QComboBox(self)
        self.therapy_label = labelled(column, self.tr("Which therapy"), self.therapy)
        self.only_span = QCheckBox(self.tr("Only these days"), self)
        self.only_span.setAccessibleName(self.only_span.text())
        self.only_span.clicked.connect(self._follow)
        column.addWidget(self.only_span)
        today = self.desk.now().date()
        self.since = self._day(self.tr("From"), date(today.year, 1, 1))
        self.until = self._day(self.tr("To"), today)
        in_a_row(column, self.since, self.until)
        column.addWidget(words(self.tr("What goes along"), "label", self))
        self.parts = dict[Part, QCheckBox]()
        for part, name in self._part_names().items():
            self.parts[part] = tick = self._tick(column, name)
            tick.setChecked(True)
            tick.clicked.connect(self._follow)
            if part is Part.NOTES:
                self.never_printed = self._tick(
                    column, self.tr("Also notes that are kept from paper"), within=True
                )
            elif part is Part.TOPICS:
                self.covered = self._tick(column, self.tr("Also topics that are still covered"), within=True)

    def _part_names(self) -> dict[Part, str]:
        return {
            Part.NOTES: self.tr("Notes"),
            Part.TOPICS: self.tr("What you wanted to bring"),
            Part.ALLIANCE: self.tr("How it was between you"),
            Part.CHECKLIST: self.tr("Reflective checklist"),
            Part.GOALS: self.tr("Goals"),
            Part.MEASURES: self.tr("Questionnaires"),
            Part.MILESTONES: self.tr("Milestones"),
        }

    def _day(self, name: str, day: date) -> QDateEdit:
        field = QDateEdit(qdate(day), self)
        field.setCalendarPopup(True)
        field.setDisplayFormat(whole_year_format())
        field.setAccessibleName(name)
        return field

    def _tick(self, column: QVBoxLayout, says: str, *, within: bool = False) -> QCheckBox:
        """A box to tick; one that only makes sense with another stands a little in, below it."""
        box = QCheckBox(says, self)
        box.setAccessibleName(says)
        row = QHBoxLayout()
        row.addSpacing(INDENT if within else 0)
        row.addWidget(box)
        column.addLayout(row)
        return box

    def choice(self) -> Choice:
        """The part that was chosen; of the kinds of things those that this can hold."""
        therapy = self.therapy.currentData()
        offered = self._told[self.chosen_kind()].parts
        span = self.only_span.isChecked()
        return Choice(
            therapy=None if therapy is None else TherapyId(therapy),
            since=pydate(self.since.date()) if span else None,
            until=pydate(self.until.date()) if span else None,
            parts=frozenset(it for it in offered if self.parts[it].isChecked()),
            never_printed=self.never_printed.isChecked(),
            covered=self.covered.isChecked(),
        )

    # where to

    def _build_go(self, column: QVBoxLayout) -> None:
        self.save = button(self.tr("Save as a file …"), self._choose_place, "primary")
        in_a_row(column, self.save)
        self.said_here = Notice(self)
        column.addWidget(self.said_here)

    def _choose_place(self) -> None:
        """Ask where, without stopping the program: a lock must not wait for a dialog."""
        told = self._told[self.chosen_kind()]
        if told.parts and not self.choice().parts:
            self.said_here.say(self.tr("Tick what is to go along first."), Tone.MIND, aloud=True)
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self.window(), self.tr("Save as a file"), folder)
        dialog.setObjectName("take_out")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setDefaultSuffix(told.suffix.removeprefix("."))
        dialog.selectFile(f"{self.desk.now():%Y-%m-%d}{told.suffix}")  # a day, and no word about what it is
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.take_to(Path(name)))
        dialog.open()

    def take_to(self, target: Path) -> None:
        """Write the chosen part there."""
        kind, choice, now = self.chosen_kind(), self.choice(), self.desk.now()

        def work(diary: Diary, go_on: GoOn) -> int:
            write_out(kind, diary, choice, now, go_on, target)
            return held_back(diary, choice)

        def done(out: int) -> None:
            said = self.tr("The file is written: {name}. It is not encrypted.").format(name=target.name)
            if out:
                stays = self.tr("Kept from paper, and so not in it: {count} notes.").format(count=out)
                said = f"{said} {stays}"
            self.said_here.say(said, Tone.MIND if out else Tone.KNOW, aloud=True)

        do_beside(self, self.said_here, self.tr("Writing the file …"), work, done, most=STEPS)


def write_out(kind: As, diary: Diary, choice: Choice, now: datetime, go_on: GoOn, target: Path) -> None:
    """Write the chosen part as this, whole or not at all; go_on is told how many of STEPS are done.

    Raises ExchangeTrouble, and StorageError.
    """
    if kind is As.PAGE or kind is As.PAPER:
        _write_pages(kind, diary, choice, now, _in_steps(go_on, taken(diary, choice) * _PHASES[kind]), target)
        return
    plain = {As.FOLDER: Kind.MARKDOWN, As.TABLE: Kind.CSV, As.WHOLE: Kind.JSON}[kind]
    take(diary, target, plain, choice=choice, go_on=_in_steps(go_on, steps(diary, plain, choice)))


def _in_steps(go_on: GoOn, most: int) -> GoOn:
    """Counts in STEPS, however many things there are."""
    return lambda done: go_on(min(STEPS, done * STEPS // max(1, most)))


def _write_pages(kind: As, diary: Diary, choice: Choice, now: datetime, go_on: GoOn, target: Path) -> None:
    """The page for a browser, or the pages for paper, on the size of paper this country uses. Raises ExchangeTrouble."""
    from therapy_diary.views.reading_sheet import reading_html, reading_sheet

    if target.exists():
        raise ExchangeTrouble(Trouble.PLACE_TAKEN)
    reached = 0

    def follow(done: int) -> bool:
        nonlocal reached
        reached = done
        return go_on(done)

    try:
        if kind is As.PAGE:
            content = reading_html(diary, choice, now, follow).encode()
        else:
            laid_out = reading_sheet(diary, choice, now, follow, usual_paper())
            notes = reached
            or_stop(follow, 2 * notes)
            content = pdf(
                laid_out,
                lambda page, pages: or_stop(follow, 2 * notes + notes * page // pages),
            )
        or_stop(go_on, reached)  # laying out many pages takes its time, and what was stopped leaves no file
        write_private(content, target)
    except PrintProblem as error:
        raise ExchangeTrouble(Trouble.NOT_WRITTEN) from error
