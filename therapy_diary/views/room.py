"""One room of the settings: a column of cards, each about one matter."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QListWidget,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from therapy_diary.keys.blank_keyring import data_home, is_blank
from therapy_diary.keys.errors import NoKey
from therapy_diary.preferences import Preferences
from therapy_diary.storage.errors import StorageError
from therapy_diary.vault.errors import FolderTrouble
from therapy_diary.vault.sentences import BLANK_KEYRING, CONTEXT, sentence_for
from therapy_diary.views.page import Desk
from therapy_diary.views.safe import Safe
from therapy_diary.widgets.card import Card
from therapy_diary.widgets.flow_layout import FlowLayout
from therapy_diary.widgets.notice import Notice, Tone
from therapy_diary.widgets.words_label import words_label

KNOWN = (NoKey, FolderTrouble, StorageError)
"""What can go wrong without a bug of ours; each has its sentence."""

FIELD = 190  # pixels a small field is wide
words = words_label
"""A line of plain words that wraps, by the name it has in the rooms."""


class Room(QScrollArea):
    """Reads when it is shown; every choice holds at once."""

    name: ClassVar[str]

    chose = Signal()
    """A choice was made that the window has to follow."""
    said = Signal(str)
    wants_room = Signal(str)
    """Another room is to be shown."""
    diary_given_up = Signal(object)
    """Something is to be done to the diary while it is closed: a WhileClosed."""
    lock_wanted = Signal()
    """The lock was asked for where no menu takes the key."""

    def __init__(self, desk: Desk, preferences: Preferences, safe: Safe | None) -> None:
        super().__init__()
        self.desk, self.preferences, self._safe = desk, preferences, safe
        self.setObjectName(f"settings_{self.name}")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        inside = QWidget()
        self._cards = QVBoxLayout(inside)
        self._cards.setContentsMargins(0, 0, 16, 24)
        self._cards.setSpacing(16)
        self.setWidget(inside)
        self.build()
        self._cards.addStretch(1)

    @property
    def safe(self) -> Safe:
        """The folder around the diary. Rooms that need it are not offered where there is none."""
        if self._safe is None:
            raise RuntimeError("a room about keys without a folder")
        return self._safe

    def build(self) -> None:
        """Make the cards."""

    def refresh(self) -> None:
        """Show how things stand now."""

    def take_up(self, place: Path) -> None:
        """Do with a file what this room is for, as far as that changes nothing."""

    def keep(self) -> None:
        """Put what is half typed into the encrypted file. Raises StorageError when it cannot."""

    # pieces

    def add(self, widget: QWidget) -> None:
        """Put something below what is there."""
        self._cards.addWidget(widget)

    def card(self, title: str) -> QVBoxLayout:
        """A new card with its title; what goes into it is added to its column."""
        card = Card(self.widget())
        column = card.column(10)
        column.addWidget(words(title, "h3", card))
        self._cards.addWidget(card)
        return column

    def run(
        self, notice: Notice, button: QPushButton, work: Callable[[], Any], done: Callable[[Any], object]
    ) -> None:
        """Do slow work beside the window, with the button out of reach; trouble is said in the notice."""
        notice.say("")
        button.setEnabled(False)

        def succeeded(result: Any) -> None:
            button.setEnabled(True)
            done(result)

        def failed(error: Exception) -> None:
            button.setEnabled(True)
            if not isinstance(error, KNOWN):
                raise error  # a bug of ours: mishap takes it
            notice.say(in_words(error), Tone.WRONG, aloud=True)
            bring_into_view(self, notice)

        self.safe.background.run(work, succeeded, failed, for_whom=self)


def bring_into_view(area: QScrollArea, widget: QWidget) -> None:
    """Scroll to something that has just been shown, once it has its place."""
    QTimer.singleShot(0, widget, lambda: area.ensureWidgetVisible(widget))


def labelled(column: QVBoxLayout, text: str, field: QWidget) -> QLabel:
    """A field under the words that name it."""
    label = words(text, "label", field.parentWidget() or field)
    label.setBuddy(field)
    field.setAccessibleName(text)
    column.addWidget(label)
    column.addWidget(field)
    return label


def above(title: str, field: QWidget) -> QWidget:
    """A small field under the words that name it, so wide that two or three stand beside each other."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    field.setMinimumWidth(FIELD)
    labelled(column, title, field)
    return holder


def button(text: str, do: Callable[[], object], kind: str = "") -> QPushButton:
    """A button that does one thing."""
    made = QPushButton(text)
    made.setAccessibleName(text)
    if kind:
        made.setProperty("kind", kind)
    made.clicked.connect(lambda _=False: do())
    return made


def in_a_row(column: QVBoxLayout, *buttons: QWidget) -> QWidget:
    """Beside each other where there is room, else below each other."""
    holder = QWidget()
    row = FlowLayout(holder, spacing=10)
    for it in buttons:
        row.addWidget(it)
    column.addWidget(holder)
    return holder


def title_and_acts(column: QVBoxLayout, title: str, *acts: QWidget) -> QWidget:
    """The title of a card with what can be done beside it, where there is room."""
    label = words(title, "h3")
    label.setWordWrap(False)
    return in_a_row(column, label, *acts)


def grow_to_rows(rows: QListWidget, most: int) -> None:
    """Let a list of wrapped lines be as high as what is in it, up to so many pixels; then it scrolls."""
    rows.setWordWrap(True)
    rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    rows.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
    rows.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
    rows.setMaximumHeight(most)


def in_words(error: Exception) -> str:
    """Why something did not work, in one sentence."""
    return sentence_for(error, lambda text: QApplication.translate(CONTEXT, text))


def blank_keyring_in_words() -> str:
    """What to mind about the keyring of this computer; empty when there is nothing, or nothing is known."""
    blank = is_blank(data_home())
    return QApplication.translate(CONTEXT, BLANK_KEYRING) if blank else ""


class Counts(QObject):
    """How much a diary or a backup holds, in the parts a person knows by name."""

    def say(self, counts: dict[str, int]) -> str:
        """Such as "31 notes, 24 sessions, 3 goals"."""
        parts = (
            self.tr("%n note(s)", "", counts.get("notes", 0)),
            self.tr("%n session(s)", "", counts.get("sessions", 0)),
            self.tr("%n goal(s)", "", counts.get("goals", 0)),
        )
        return ", ".join(parts)
