"""Bringing another program's diary along: pointing to it, seeing what is in it, taking it in, and taking that back."""

from itertools import pairwise
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
)

from therapy_diary.domain.therapy import TherapyId
from therapy_diary.exchange.bringing import bring, look_through
from therapy_diary.exchange.formats import FORMATS
from therapy_diary.exchange.found import Why
from therapy_diary.exchange.report import GoOn, Report
from therapy_diary.exchange.sentences import CONTEXT, reason
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.imports import Import, ImportId
from therapy_diary.views.days import compact_date, moment_in_words
from therapy_diary.views.moods_asked import MoodsAsked
from therapy_diary.views.room import Room, button, in_a_row, labelled, words
from therapy_diary.views.rooms.long_work import do_beside
from therapy_diary.views.split_offer import SplitOffer
from therapy_diary.widgets.notice import Notice, Tone

IMPORT = Qt.ItemDataRole.UserRole
MOST_NAMED = 200
"""Entries left behind that are named one by one."""


class BringRoom(Room):
    """Nothing is changed before the person has seen what would come."""

    name: ClassVar[str] = "bring"

    def build(self) -> None:
        """Make the cards."""
        self._place: Path | None = None
        self._build_source(self.card(self.tr("Bring another diary along")))
        self._build_report(self.card(self.tr("What is in it")))
        self._build_brought(self.card(self.tr("Brought along so far")))
        self._show_report(None)

    def refresh(self) -> None:
        """Show the imports there are, and the therapies something can come into."""
        self._fill_therapies()
        self.brought.clear()
        for it in self.desk.diary.imports.all():
            item = QListWidgetItem(self._line(it), self.brought)
            item.setData(IMPORT, it.id)
        if self.brought.count():
            self.brought.setCurrentRow(0)
        self.brought.setVisible(bool(self.brought.count()))
        self.none_yet.setVisible(not self.brought.count())
        self.undo.setEnabled(bool(self.brought.count()))

    # pointing to it

    def _build_source(self, column: QVBoxLayout) -> None:
        column.addWidget(
            words(
                self.tr(
                    "Choose what another program exported: a file, a ZIP or a folder. You can also drop it anywhere on the window."
                    " You first see what is in it; nothing is changed until you say so."
                ),
                "sub",
                self,
            )
        )
        names = ", ".join(it.label for it in FORMATS)
        column.addWidget(words(self.tr("It knows: {programs}.").format(programs=names), "caption", self))
        self.place = QLineEdit(self)
        self.place.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        labelled(column, self.tr("Where the file or folder lies"), self.place)
        self.place.returnPressed.connect(self._look_at_place)
        self.choose_file = button(self.tr("Choose a file …"), lambda: self._choose(files=True))
        self.choose_folder = button(self.tr("Choose a folder …"), lambda: self._choose(files=False))
        self.look = button(self.tr("Look into it"), self._look_at_place, "primary")
        in_a_row(column, self.choose_file, self.choose_folder, self.look)
        self.source_said = Notice(self)
        column.addWidget(self.source_said)

    def _choose(self, *, files: bool) -> None:
        """Ask where, without stopping the program: a lock must not wait for a dialog."""
        start = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation)
        dialog = QFileDialog(self.window(), self.tr("Choose a diary"), start)
        dialog.setObjectName("choose_diary")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile if files else QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.take_up(Path(name)))
        dialog.open()

    def _look_at_place(self) -> None:
        typed = self.place.text().strip().strip("\"'")
        if QUrl(typed).isLocalFile():  # as a file manager copies it
            typed = QUrl(typed).toLocalFile()
        if typed:
            self.take_up(Path(typed).expanduser())

    def take_up(self, place: Path, *, split: bool = False) -> None:
        """See what is in this file or folder, and show it; split: with days split at their headings."""
        self.place.setText(str(place))
        self._show_report(None)
        now = self.desk.now()

        def found(report: Report) -> None:
            self._place = place
            self.split.offer(report.otherwise, split=split)
            self._show_report(report)
            if split:
                self.split.tick.setFocus()

        do_beside(
            self,
            self.source_said,
            self.tr("Looking through the file …"),
            lambda diary, go_on: look_through(diary, place, now=now, split=split, go_on=go_on),
            found,
        )

    def _look_the_other_way(self, split: bool) -> None:
        if self._place is not None:
            self.take_up(self._place, split=split)

    # what is in it

    def _build_report(self, column: QVBoxLayout) -> None:
        self._report_card = column.parentWidget() or self
        self.counted = words("", "", self)
        self.span = words("", "sub", self)
        self.rated = words("", "", self)
        self.beginnings = words("", "", self)
        self.split = SplitOffer(self)
        self.split.chosen.connect(self._look_the_other_way)
        for it in (self.counted, self.split, self.span, self.rated, self.beginnings):
            column.addWidget(it)
        self.left_label = words(self.tr("What stays behind, and why"), "label", self)
        self.left_behind = QPlainTextEdit(self)
        self.left_behind.setReadOnly(True)
        self.left_behind.setTabChangesFocus(True)
        self.left_behind.setMaximumHeight(140)
        self.left_behind.setAccessibleName(self.left_label.text())
        self.left_label.setBuddy(self.left_behind)
        column.addWidget(self.left_label)
        column.addWidget(self.left_behind)
        self.guessed = Notice(self)
        column.addWidget(self.guessed)
        self.moods = MoodsAsked(self)
        column.addWidget(self.moods)
        self.therapy = QComboBox(self)
        self.therapy_label = labelled(column, self.tr("Into which therapy"), self.therapy)
        self.bring = button(self.tr("Bring it along"), self._bring, "primary")
        self.leave = button(self.tr("Leave it"), lambda: self._show_report(None), "ghost")
        in_a_row(column, self.bring, self.leave)
        self.bring_said = Notice(self)
        column.addWidget(self.bring_said)

    def _fill_therapies(self) -> None:
        chosen = self.therapy.currentData()
        self.therapy.clear()
        current = self.desk.diary.therapies.current()
        for it in self.desk.diary.therapies.all():
            self.therapy.addItem(it.label, int(it.id))
        wanted = chosen if chosen is not None else None if current is None else int(current.id)
        self.therapy.setCurrentIndex(max(0, self.therapy.findData(wanted)))

    def _show_report(self, report: Report | None) -> None:
        self._report = report
        self._report_card.setVisible(report is not None)
        if report is None:
            self._place = None
            self.split.offer(None, split=False)
            self.moods.ask({})
            return
        label = next(it.label for it in FORMATS if it.name == report.format)
        self.counted.setText(
            self.tr("{program}. Entries found: {found}. New: {new}. Here already: {already}.").format(
                program=f"\u2068{label}\u2069", found=report.found, new=report.new, already=report.already
            )
        )
        self._show_span(report)
        self.rated.setText(
            self.tr("Ratings come under Questionnaires, and into your charts: {names}.").format(
                names=", ".join(f"\u2068{it}\u2069" for it in report.rated)
            )
        )
        self.rated.setVisible(bool(report.rated))
        lines = [f"· \u2068{it}\u2069" for it in report.first_lines]
        self.beginnings.setText("\n".join([self.tr("The first of them:"), *lines]) if lines else "")
        self.beginnings.setVisible(bool(lines))
        self._show_left_behind(report)
        self.guessed.say(
            self.tr("Some text was in an old encoding; look whether its accents are right.")
            if report.guessed
            else "",
            Tone.MIND,
        )
        self.moods.ask(report.moods)
        for before, after in pairwise(
            (self.split.tick, self.left_behind, *self.moods.choices.values(), self.therapy, self.bring)
        ):
            self.setTabOrder(before, after)
        own = report.format == FORMATS[0].name
        for it in (self.therapy_label, self.therapy):
            it.setVisible(self.therapy.count() > 1 and not own)
        self.bring.setEnabled(report.new > 0)
        self.bring_said.say("" if report.new else self.tr("There is nothing new in it."))
        self.ensureWidgetVisible(self.bring)
        (self.bring if report.new else self.leave).setFocus()

    def _show_span(self, report: Report) -> None:
        known = report.first is not None and report.last is not None
        self.span.setVisible(known)
        if report.first is not None and report.last is not None:
            self.span.setText(
                self.tr("From {first} to {last}.").format(
                    first=compact_date(report.first), last=compact_date(report.last)
                )
            )

    def _show_left_behind(self, report: Report) -> None:
        lines = [f"\u2068{it.what}\u2069: {self._reason(it.why)}" for it in report.skipped[:MOST_NAMED]]
        if len(report.skipped) > MOST_NAMED:
            lines.append(self.tr("and {count} more").format(count=len(report.skipped) - MOST_NAMED))
        self.left_behind.setPlainText("\n".join(lines))
        for it in (self.left_label, self.left_behind):
            it.setVisible(bool(lines))

    def _reason(self, why: Why) -> str:
        return reason(why, lambda text: QApplication.translate(CONTEXT, text))

    def _bring(self) -> None:
        place, report, now = self._place, self._report, self.desk.now()
        if place is None or report is None:
            return
        chosen = self.therapy.currentData()
        therapy = None if chosen is None else TherapyId(chosen)
        moods, split = self.moods.placed(), self.split.tick.isChecked()

        def done(_brought: Report) -> None:
            self._show_report(None)
            said = self.tr("It came along. The entries stand in the timeline, by their own dates.")
            self.source_said.say(said, aloud=True)
            self.said.emit(said)
            self.refresh()

        do_beside(
            self,
            self.bring_said,
            self.tr("Bringing it along …"),
            lambda diary, go_on: bring(
                diary,
                place,
                now=now,
                therapy=therapy,
                moods=moods,
                split=split,
                go_on=go_on,
                announce=False,
            ),
            done,
            most=report.found,
        )

    # taking it back

    def _build_brought(self, column: QVBoxLayout) -> None:
        self.none_yet = words(self.tr("None yet."), "", self)
        column.addWidget(self.none_yet)
        self.brought = QListWidget(self)
        self.brought.setAccessibleName(self.tr("Brought along so far"))
        self.brought.setMaximumHeight(160)
        column.addWidget(self.brought)
        column.addWidget(
            words(
                self.tr(
                    "It can be taken back as long as you have changed nothing of it and nothing was built on it."
                ),
                "sub",
                self,
            )
        )
        self.undo = button(self.tr("Take this back"), self._undo)
        in_a_row(column, self.undo)
        self.undo_said = Notice(self)
        column.addWidget(self.undo_said)

    def _line(self, it: Import) -> str:
        label = next((format_.label for format_ in FORMATS if format_.name == it.format), it.format)
        return f"{moment_in_words(it.brought_at)} · {label}"

    def _undo(self) -> None:
        chosen = [ImportId(it.data(IMPORT)) for it in self.brought.selectedItems()]
        if not chosen:
            return

        def work(diary: Diary, _go_on: GoOn) -> bool:
            with diary.quiet_change():
                return diary.imports.undo(chosen[0])

        def done(undone: bool) -> None:
            if undone:
                self.undo_said.say(self.tr("It is taken back. The diary is as it was before."), aloud=True)
            else:
                sentence = self.tr(
                    "Something was changed in it or built on it, so it stays. Delete what you do not want."
                )
                self.undo_said.say(sentence, Tone.MIND, aloud=True)
            self.refresh()

        do_beside(self, self.undo_said, self.tr("Taking it back …"), work, done)
