"""What every part of the form after a session has in common: an answer is kept at once, a text within two seconds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from therapy_diary.domain.session import Session
from therapy_diary.storage.errors import StorageError
from therapy_diary.views.page import Desk
from therapy_diary.widgets.card import Card
from therapy_diary.widgets.private_text import PrivateText
from therapy_diary.widgets.words_label import words_label


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """What the form is filled in for.

    session is None while it is not in the diary yet. number is its rank among those held, also if it is still to be made.
    going_on: the person was just here, before a lock or a crash, so what they answered may be shown to them.
    """

    session: Session | None
    number: int
    going_on: bool = False


@dataclass(slots=True, kw_only=True)
class Line:
    """A field of words, what the diary holds of it, and how to put it there; put() runs inside diary.change()."""

    key: str
    field: PrivateText
    put: Callable[[Session, str], None]
    stored: str = ""

    def fill(self, stored: str) -> None:
        """Show what the diary holds."""
        self.stored = stored
        if self.field.text() != stored:
            self.field.set_text(stored)

    @property
    def is_changed(self) -> bool:
        """Whether the person wrote something else than the diary holds."""
        return self.field.text() != self.stored


class Part(Card):
    """One part of the form. It asks the page for the session, which is made when the first answer needs it."""

    rests_when_quiet: ClassVar[bool] = False
    """Whether quiet mode shows nothing of it, because it asks for answers on a scale."""

    kept = Signal()
    """An answer is in the diary."""
    typed = Signal()
    """Words were typed, which are not in the diary yet."""
    failed = Signal(StorageError)
    grown = Signal()
    """Fields were made that were not there before."""

    def __init__(
        self, desk: Desk, ensure: Callable[[], Session | None], parent: QWidget | None = None
    ) -> None:
        """ensure: the session, made if it is not there yet; to be called inside diary.change()."""
        super().__init__(parent)
        self.desk = desk
        self._ensure = ensure
        self.lines: list[Line] = []
        self._waiting: list[Callable[[Session], None]] = []
        self._column = self.column(12)

    def setVisible(self, visible: bool) -> None:
        """Stay away where it is to be quiet, whoever asks."""
        super().setVisible(visible and not (self.rests_when_quiet and self.desk.diary.choices.is_quiet))

    def show_sitting(self, sitting: Sitting) -> None:
        """Show the part for this session: what the diary holds of it, as far as it may be shown before new answers."""
        raise NotImplementedError

    def pieces(self) -> Iterator[None]:
        """Makes and fills, piece by piece, what is too much for one turn; begun once, after the first show_sitting()."""
        yield from ()

    def keep_words(self) -> None:
        """Put what is written in it, and is no Line, into the diary. Raises StorageError."""

    def unsaid(self) -> list[str]:
        """The keys answered "can't say": the diary has no number for them, so the form remembers them while it is open."""
        return []

    def set_unsaid(self, keys: list[str]) -> None:
        """Show these as answered "can't say"."""

    def keep(self, write: Callable[[Session], None]) -> bool:
        """Put an answer into the diary; True when it is there. One that cannot be kept waits for the next time."""
        self._waiting.append(write)
        try:
            self.keep_waiting()
        except StorageError as error:
            self.failed.emit(error)
            return False
        self.kept.emit()
        return True

    def keep_waiting(self) -> None:
        """Put the answers that could not be kept into the diary, in their order. Raises StorageError."""
        if not self._waiting:
            return
        with self.desk.diary.change():
            session = self._ensure()
            if session is not None:
                for write in self._waiting:
                    write(session)
        self._waiting.clear()

    def add_title(self, title: str, sub: str = "") -> None:
        """The part's name, and a quiet line under it."""
        self._column.addWidget(words_label(title, "h3", self))
        if sub:
            self._column.addWidget(words_label(sub, "sub", self))

    def add_line(self, line: Line) -> None:
        """Take charge of a field of words."""
        line.field.edited.connect(self.typed)
        self.lines.append(line)
