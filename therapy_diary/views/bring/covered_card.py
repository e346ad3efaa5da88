"""Not brought up yet: nothing but a number, until it is opened; covered again when the page is left."""

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from therapy_diary.desktop.icons import icon
from therapy_diary.domain.therapy import Therapy
from therapy_diary.domain.topic import TopicState
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.errors import StorageError
from therapy_diary.views.bring.doings import TopicDoings
from therapy_diary.views.bring.rows import TopicRows
from therapy_diary.views.half_given import HalfGiven
from therapy_diary.views.room import button, words
from therapy_diary.widgets.card import Card


class CoveredCard(Card):
    """While it is closed it holds no word of what is covered, so that nobody reads it by any way."""

    def __init__(
        self, diary: Diary, doings: TopicDoings, half: HalfGiven, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._diary, self._doings, self._half = diary, doings, half
        self._therapy: Therapy | None = None
        self.rows: TopicRows | None = None
        self._column = self.column(10)
        self._column.addWidget(words(self.tr("Not brought up yet"), "h3", self))
        self.told = words("", "sub", self)
        self._column.addWidget(self.told)
        self.door = button("", self._turn, "link")
        self._column.addWidget(self.door, 0, Qt.AlignmentFlag.AlignLeading)
        self._show_door()

    def show_therapy(self, therapy: Therapy) -> None:
        """Say how many there are; show them only while it is open."""
        self._therapy = therapy
        count = self._diary.topics.how_many_covered(therapy.id)
        self.setVisible(count > 0)
        if self._diary.choices.is_quiet:
            told = self.tr("Something is covered here.")
        else:
            told = self.tr("Covered here: {count}").format(count=QLocale().toString(count))
        self.told.setText(told)
        if self.rows is None:
            return
        if count == 0:
            self.shut()
        else:
            self._fill(self.rows)

    def shut(self) -> None:
        """Let go of every word."""
        if self.rows is not None:
            self._column.removeWidget(self.rows)
            self.rows.hide()
            self.rows.show_topics([])
            self.rows.deleteLater()
            self.rows = None
        self._show_door()

    def keep(self) -> None:
        """Keep what was changed while it was open. Raises StorageError."""
        if self.rows is not None:
            self.rows.keep()

    def hideEvent(self, event: QHideEvent) -> None:
        """The page was left, or the window put away."""
        super().hideEvent(event)
        self.shut()

    def _turn(self) -> None:
        if self.rows is not None:
            self._shut_by_hand()
            return
        self.rows = TopicRows(self._doings, self._half, self)
        self._column.addWidget(self.rows)
        self._fill(self.rows)
        self._show_door()

    def _shut_by_hand(self) -> None:
        """What cannot be kept now stays a draft, and is said to be."""
        try:
            self.keep()
        except StorageError as error:
            self._doings.failed.emit(error)
        self.shut()

    def _fill(self, rows: TopicRows) -> None:
        if self._therapy is not None:
            there = self._diary.topics.covered(self._therapy.id)
            rows.show_topics(sorted(there, key=lambda it: it.state is TopicState.LET_GO))

    def _show_door(self) -> None:
        is_open = self.rows is not None
        self.door.setText(self.tr("Cover it again") if is_open else self.tr("Show what is covered"))
        self.door.setAccessibleName(self.door.text())
        self.door.setIcon(icon("eye-off" if is_open else "eye", "accent"))
