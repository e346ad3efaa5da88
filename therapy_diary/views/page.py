"""What every page of the main window has in common."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QWidget

from therapy_diary.desktop.in_turns import InTurns
from therapy_diary.desktop.theme import Theme
from therapy_diary.domain.session import SessionId
from therapy_diary.storage.diary import Diary


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What every page is handed when it is built.

    changed fires after each change the diary kept. now is local wall time.
    """

    diary: Diary
    changed: SignalInstance
    now: Callable[[], datetime]
    theme: Theme
    checks_spelling: Callable[[], bool] = lambda: True
    """Whether the person wants words to be checked, where that can be."""


class Page(QWidget):
    """Reads the diary when it comes into view, and again whenever the diary changes under it.

    A page that wants another one shown asks for it by name; the window decides.
    """

    name: ClassVar[str]
    """The page's own name, which is its module's: session_note, alliance, …"""

    rests_when_quiet: ClassVar[bool] = False
    """Whether quiet mode shows nothing of this page, because it is about numbers or answers."""

    turns: InTurns | None = None
    """What makes the rest of the page once it is in view, where it has more on it than one turn can make."""

    asked_for = Signal(str, object)
    """Another page is wanted: its name, and what it should show (a SessionId, a Note, None …)."""

    said = Signal(str)
    """A sentence for the status line, such as "Saved on this computer, 14:32"."""

    full_screen_wanted = Signal()
    """What is written on this page shall fill the screen, or shall no longer; see write_quietly()."""

    therapy_wanted = Signal(object)
    """Another therapy is to come onto the screen: its TherapyId. What is half typed is kept first."""

    can_be_undone = Signal(str, object)
    """Something was done that the person may not have meant: a sentence, and a function that takes it back.

    The function may raise a StorageError.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setObjectName(self.name)
        desk.changed.connect(self._on_diary_changed)

    @property
    def is_quiet(self) -> bool:
        """Whether the person wants no numbers and no charts: a page then shows words only."""
        return self.desk.diary.choices.is_quiet

    @property
    def is_whole(self) -> bool:
        """Whether everything of the page is there."""
        return self.turns is None or self.turns.is_whole

    def refresh(self) -> None:
        """Show what the diary holds now. Must leave half-typed text and half-given answers alone."""

    def show_subject(self, subject: object) -> None:
        """Show what somebody asked for, such as one session's note. Called before the page comes into view."""

    def keep(self) -> None:
        """Put what is half typed into the encrypted file: called when the page is left, locked or closed.

        Raises StorageError, and keeps the text on the screen, when it cannot.
        """

    def set_aside(self) -> None:
        """Put what is half typed into the encrypted file as it stands, because the diary locks: to be gone on with.

        Raises StorageError as keep() does.
        """
        self.keep()

    def bookmark(self) -> str:
        """Where the person is on this page, to be found again after a lock; in the page's own words."""
        return ""

    def return_to(self, bookmark: str) -> None:
        """Go back to such a place. One that no longer makes sense is passed over."""

    def save_asked(self) -> bool:
        """Do what Ctrl+S means here, where that is more than keep(); True when the page did, and said how it went."""
        return False

    def keyboard_begins_at(self) -> QWidget | None:
        """Where the keyboard is put when one first comes here; None for the first control, itself if that is to come."""
        return None

    def session_in_view(self) -> SessionId | None:
        """The session the page is about just now, if it is about one: what is marked belongs to it."""
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+S, where no menu takes it."""
        if not (event.matches(QKeySequence.StandardKey.Save) and self.save_asked()):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with the diary."""
        self.refresh()
        super().showEvent(event)

    def _on_diary_changed(self) -> None:
        if self.isVisible():
            self.refresh()
