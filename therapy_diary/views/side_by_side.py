"""Two therapies side by side, because the person asked: the same few things of each, and nothing that weighs them."""

from typing import ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from therapy_diary.desktop.background import charts_background
from therapy_diary.desktop.theme import px
from therapy_diary.domain.therapy import Therapy, TherapyId
from therapy_diary.views.column_page import ColumnPage
from therapy_diary.views.page import Desk
from therapy_diary.views.room import above
from therapy_diary.views.several.beside import Beside
from therapy_diary.views.several.in_short import in_short
from therapy_diary.views.voice import window_voice
from therapy_diary.widgets.empty_state import EmptyState
from therapy_diary.widgets.flow_layout import FlowLayout

ROOM_FOR_TWO = 52  # times the height of the letters: narrower, one stands below the other
LONGEST_CHOICE = 24  # characters of a name that a choice makes room for


class SideBySidePage(ColumnPage):
    """The one that began first stands first. No difference is worked out and no order of worth is made."""

    name: ClassVar[str] = "side_by_side"
    rests_when_quiet: ClassVar[bool] = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.heading.set_title(self.tr("Side by side"))
        self.heading.set_sub(
            self.tr(
                "Two therapies as you noted them. Each had its own time, and neither is measured by the other."
            )
        )
        self._add_choices()
        self.empty = EmptyState(self)
        self.empty.acted.connect(lambda: self.asked_for.emit("therapy", None))
        self.column.addWidget(self.empty)
        self._pair, self._is_beside = QGridLayout(), False
        self._pair.setSpacing(14)
        self.two = (Beside(charts_background(), self), Beside(charts_background(), self))
        self.column.addLayout(self._pair)
        self.column.addStretch(1)
        self._lay_out(beside=True)

    def refresh(self) -> None:
        """Show what the diary holds of the two now."""
        therapies = list(reversed(self.desk.diary.therapies.all()))
        there = len(therapies) > 1
        self.empty.setVisible(not there)
        for one in self.two:
            for card in one.cards:
                card.setVisible(there)
        self._choices_row.setVisible(len(therapies) > 2)
        if not there:
            self.empty.say(
                "users",
                self.tr("There is one therapy in this diary"),
                self.tr("Once there are two, they can be looked at side by side here."),
                self.tr("Go to the therapy"),
                "arrow-right",
            )
            return
        self._fill_choices(therapies)
        self._show_two(therapies)
        self.order_tabs()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other where there is room for two charts."""
        super().resizeEvent(event)
        self._lay_out(beside=self.width() >= ROOM_FOR_TWO * px())

    def _lay_out(self, *, beside: bool) -> None:
        """The same matter of both on one line, or all of the one above all of the other."""
        if beside is self._is_beside:
            return
        self._is_beside = beside
        for number, one in enumerate(self.two):
            for row, card in enumerate(one.cards):
                self._pair.removeWidget(card)
                if beside:
                    self._pair.addWidget(card, row, number)
                else:
                    self._pair.addWidget(card, number * len(one.cards) + row, 0)
            self._pair.setColumnStretch(number, 1 if beside or number == 0 else 0)

    def _add_choices(self) -> None:
        self._choices_row = QWidget(self)
        flow = FlowLayout(self._choices_row, spacing=14)
        self.choices = (QComboBox(self), QComboBox(self))
        for choice, title in zip(self.choices, (self.tr("One"), self.tr("The other")), strict=True):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(LONGEST_CHOICE)
            choice.activated.connect(lambda _: self.refresh())
            flow.addWidget(above(title, choice))
        self.column.addWidget(self._choices_row)

    def _fill_choices(self, therapies: list[Therapy]) -> None:
        """All of them in both, in the order in which they began; at first the one on the screen and one beside it."""
        current = self.desk.diary.therapies.current()
        usual = [it.id for it in therapies if current is None or it.id != current.id][-1:]
        usual += [] if current is None else [current.id]
        usual.sort(key=[it.id for it in therapies].index)
        for choice, first in zip(self.choices, usual, strict=True):
            chosen = choice.currentData()
            choice.clear()
            for it in therapies:
                choice.addItem(it.label, int(it.id))
            choice.setCurrentIndex(max(choice.findData(first if chosen is None else chosen), 0))

    def _show_two(self, therapies: list[Therapy]) -> None:
        chosen = {TherapyId(int(it.currentData())) for it in self.choices}
        shown = [it for it in therapies if it.id in chosen]
        voice, today = window_voice(), self.desk.now().date()
        for card in self.two[1].cards:
            card.setVisible(len(shown) > 1)
        for one, therapy in zip(self.two, shown, strict=False):
            one.show_therapy(in_short(self.desk.diary, therapy, voice, today), voice)
