"""What I want to bring: the hardest first with its first sentence, in an order of one's own if one likes, and a line to add more."""

from itertools import pairwise

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from therapy_diary.desktop.icons import icon
from therapy_diary.domain.topic import LONGEST_WORDING, Topic, TopicId, TopicKind
from therapy_diary.insight.review import HARD_TO_SAY, TOPICS_SHOWN, Review
from therapy_diary.storage.errors import StorageError
from therapy_diary.views.bring.doings import TopicDoings
from therapy_diary.views.bring.editor import Worded
from therapy_diary.views.bring.words import hard_words
from therapy_diary.views.column_page import along, clear
from therapy_diary.views.half_given import HalfGiven, given_words, trouble_in_words
from therapy_diary.views.page import Desk
from therapy_diary.views.room import button, title_and_acts
from therapy_diary.views.topic_row import TopicRow
from therapy_diary.views.window.above_page import TakeBack
from therapy_diary.widgets.card import Card
from therapy_diary.widgets.drag_order import DragOrder
from therapy_diary.widgets.notice import Notice, Tone

PLACE_OF_DRAFT = "topic:new"


class BringCard(Card):
    """Shows three topics, the rest folded, and those kept covered as a mere count until they are asked for."""

    said = Signal(str)
    grown = Signal()
    """Other rows are shown, or more of their words."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._review: Review | None = None
        self._unfolded = self._uncovered = self._wordy = False
        self._take_back: TakeBack | None = None
        self.rows: list[TopicRow] = []
        self._dragging = DragOrder(lambda: self.rows, self)
        self._dragging.moved.connect(lambda row, steps: self._move(row.topic, steps))
        self.trouble = Notice(self)
        self.half = HalfGiven(desk, self)
        self.half.failed.connect(lambda: self.trouble.say(self.tr("Your line is not saved yet."), Tone.WRONG))
        self._doings = TopicDoings(desk, self.half, self)
        self._doings.done.connect(self._offer_undo)
        self._doings.failed.connect(self._say_failed)
        column = self.column(8)
        column.setContentsMargins(20, 10, 20, 12)
        self._add_links(column)
        self.trouble.acted.connect(self._undo)
        column.addWidget(self.trouble)
        self._topics, self._covered = QVBoxLayout(), QVBoxLayout()
        for rows in (self._topics, self._covered):
            rows.setSpacing(6)
            column.addLayout(rows)
        self._add_line(column)
        self._show_opening()

    def show_review(self, review: Review) -> None:
        """Show what waits to be brought; a half-typed topic stays."""
        self._review = review
        self._restore_half_typed()
        shown = review.to_bring if self._unfolded else review.to_bring[:TOPICS_SHOWN]
        if [it.topic for it in self.rows] != list(shown):
            clear(self._topics)
            self.rows = [self._row(it) for it in shown]
            for row in self.rows:
                self._topics.addWidget(row)
        for place, row in enumerate(self.rows, 1):
            row.show_place(is_first=place == 1, is_last=place == len(review.to_bring))
        self._show_covered(review)
        self._show_links(review)
        self.grown.emit()
        self._order_tabs()

    @property
    def may_be_folded(self) -> bool:
        """Not where all topics are wanted, or all words: such a page scrolls anyway."""
        return len(self.rows) <= TOPICS_SHOWN and not self._wordy

    @property
    def is_folded(self) -> bool:
        """Whether some of the words are not shown."""
        return any(it.is_folded for it in self.rows)

    @property
    def offers_words(self) -> bool:
        """Whether there is a link to every word, or back."""
        return not self.every_word.isHidden()

    def fold(self, wording: int, opening: int) -> None:
        """Show so many lines of each topic and of its first sentence; 0 shows all."""
        for row in self.rows:
            row.fold(wording, opening)

    def taller_folded(self, wording: int, opening: int) -> int:
        """How many pixels higher it would be then than it is, without a change of it."""
        return sum(it.taller_folded(wording, opening) for it in self.rows)

    def offer_words(self) -> None:
        """Offer every word where some are not shown. Who has the keyboard on an offer that goes is not left nowhere."""
        wanted = self.is_folded or (self._wordy and len(self.rows) <= TOPICS_SHOWN)
        if not wanted and self.every_word.hasFocus():
            self.begin_a_line()
        self.every_word.setText(self.tr("Shorten them again") if self._wordy else self.tr("Show every word"))
        self.every_word.setVisible(wanted)

    def begin_a_line(self) -> None:
        """Put the keyboard where something to bring is written."""
        self.wording.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """What is kept covered is covered again when one comes back."""
        super().hideEvent(event)
        if self._uncovered:
            self._uncovered = False
            clear(self._covered)

    # building

    def _add_links(self, column: QVBoxLayout) -> None:
        self.more = button("", self._unfold, "link")
        self.covered = button("", self._uncover, "link")
        self.hardest = button(self.tr("Hardest first again"), self._go_by_hardness, "link")
        self.every_word = button("", self._show_words, "link")
        self.every_word.hide()
        title = self.tr("What I want to bring")
        title_and_acts(column, title, self.every_word, self.more, self.covered, self.hardest)

    def _add_line(self, column: QVBoxLayout) -> None:
        self.wording, self.opening, self.hard = QLineEdit(self), QLineEdit(self), QComboBox(self)
        for field, shown, name in (
            (
                self.wording,
                self.tr("Something to bring, in one line"),
                self.tr("Something to bring, in one line"),
            ),
            (
                self.opening,
                self.tr("A first sentence for it, if you like"),
                self.tr("A first sentence for it"),
            ),
        ):
            field.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
            field.setMaxLength(LONGEST_WORDING)
            field.setPlaceholderText(shown)
            field.setAccessibleName(name)
            field.textEdited.connect(lambda _: self._typed())
            field.returnPressed.connect(self._add)
        for step, told in enumerate(hard_words()):
            self.hard.addItem(told, step)
        self.hard.setAccessibleName(self.tr("How hard it is to say"))
        self.hard.activated.connect(lambda _: self._typed())
        self.add = button(self.tr("&Add"), self._add, "primary")
        self.add.setIcon(icon("plus", "on_accent"))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.wording, 1)
        row.addWidget(self.hard)
        row.addWidget(self.add)
        column.addLayout(row)
        column.addWidget(self.opening)

    def _row(self, topic: Topic) -> TopicRow:
        row = TopicRow(topic, self)
        row.marked.connect(lambda state: self._doings.mark(topic, state))
        row.moved.connect(lambda steps: self._move(topic, steps))
        self._dragging.watch(row)
        return row

    # showing

    def _show_covered(self, review: Review) -> None:
        wanted = [it.wording for it in review.covered] if self._uncovered else []
        clear(self._covered)
        for it in wanted:
            self._covered.addWidget(along(it, "sub", self))

    def _show_links(self, review: Review) -> None:
        many, by_hand = len(review.covered), self._desk.diary.choices.has_topics_by_hand(review.therapy.uid)
        self.more.setVisible(len(review.to_bring) > TOPICS_SHOWN)
        self.more.setText(self.tr("Show fewer") if self._unfolded else self.tr("Show the others"))
        self.covered.setVisible(bool(many))
        if self._uncovered:
            told = self.tr("Cover them again")
        elif self._desk.diary.choices.is_quiet:
            told = self.tr("Not brought up yet")
        else:
            told = self.tr("Not brought up yet: {count}").format(count=QLocale().toString(many))
        self.covered.setText(told)
        self.covered.setAccessibleName(told)
        self.hardest.setVisible(by_hand and len(review.to_bring) > 1)

    def _order_tabs(self) -> None:
        """Rows that were made anew would else come last."""
        stops: list[QWidget] = [it for row in self.rows for it in (row.up, row.down, row.came)]
        stops += [
            self.every_word,
            self.more,
            self.covered,
            self.hardest,
            self.wording,
            self.hard,
            self.add,
            self.opening,
        ]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _show_opening(self) -> None:
        """A first sentence is offered where it is hard to say, and stays while there is one."""
        hard = int(self.hard.currentData() or 0)
        self.opening.setVisible(hard >= HARD_TO_SAY or bool(self.opening.text()))

    # half typed

    def _typed(self) -> None:
        self._show_opening()
        given = {
            "wording": self.wording.text(),
            "opening": self.opening.text(),
            "hard": self.hard.currentData(),
        }
        empty = not (self.wording.text() or self.opening.text())
        self.half.touch(PLACE_OF_DRAFT, None if empty else given)

    def _restore_half_typed(self) -> None:
        given = None if self.wording.text() or self.opening.text() else self.half.at(PLACE_OF_DRAFT)
        if given is None:
            return
        self.wording.setText(given_words(given, "wording"))
        self.opening.setText(given_words(given, "opening"))
        self.hard.setCurrentIndex(max(self.hard.findData(given.get("hard")), 0))
        self._show_opening()

    # the person's acts

    def _add(self) -> None:
        review, wording, opening = self._review, self.wording.text(), self.opening.text()
        if review is None or not wording.strip():
            self.begin_a_line()
            return
        given = Worded(
            wording=wording.strip(),
            kind=TopicKind.CONTENT,
            hard_to_say=int(self.hard.currentData()),
            opening_line=opening.strip(),
            covered=False,
        )
        self.wording.clear()  # before the diary tells this page, which leaves typed words alone
        self.opening.clear()
        if not self._cleared(self._doings.add(review.therapy.id, given, PLACE_OF_DRAFT)):
            self.wording.setText(wording)
            self.opening.setText(opening)
            self._typed()
            return
        self.hard.setCurrentIndex(0)
        self._show_opening()
        self.begin_a_line()
        self.said.emit(self.tr("Kept for the next session."))

    def _offer_undo(self, sentence: str, take_back: TakeBack) -> None:
        self._take_back = take_back
        self.trouble.say(sentence, Tone.KNOW, self.tr("Undo"), aloud=True)

    def _undo(self) -> None:
        try:
            if self._take_back is not None:
                self._take_back()
        except StorageError as error:
            self._say_failed(error)
            return
        self._take_back = None
        self.trouble.say("")

    def _move(self, topic: Topic, steps: int) -> None:
        if self._review is None:
            return
        if steps > 0 and self.rows[-1].topic.id == topic.id:
            self._unfolded = True  # else it would be gone from sight
        if self._cleared(self._doings.move(self._review.to_bring, topic, steps)):
            self._stay_at(topic.id, "up" if steps < 0 else "down")

    def _stay_at(self, topic: TopicId, way: str) -> None:
        """Leave the keyboard on the topic that moved, so that it can be moved on."""
        row = next((it for it in self.rows if it.topic.id == topic), None)
        if row is None:
            return
        same, other = (row.up, row.down) if way == "up" else (row.down, row.up)
        (same if same.isEnabled() else other).setFocus()
        self.said.emit(self.tr("Moved up.") if way == "up" else self.tr("Moved down."))

    def _go_by_hardness(self) -> None:
        if self._review is not None and self._cleared(self._doings.go_by_hardness(self._review.therapy)):
            self.begin_a_line()

    def _cleared(self, went_well: bool) -> bool:
        """Say no longer what went wrong before."""
        if went_well:
            self.trouble.say("")
        return went_well

    def _say_failed(self, error: StorageError) -> None:
        self.trouble.say(trouble_in_words(error), Tone.WRONG, aloud=True)

    def _unfold(self) -> None:
        self._unfolded = not self._unfolded
        if self._review is not None:
            self.show_review(self._review)

    def _show_words(self) -> None:
        self._wordy = not self._wordy
        self.grown.emit()

    def _uncover(self) -> None:
        self._uncovered = not self._uncovered
        if self._review is not None:
            self.show_review(self._review)
