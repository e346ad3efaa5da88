"""The strip that asks what a picture shows; it may stay empty, and does not take the keyboard by itself."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from therapy_diary.views.note.picture_view import LONGEST


class DescriptionStrip(QFrame):
    """For those who cannot see the picture, and for finding the note again."""

    described = Signal(str, str)
    """The name of the picture, and the words for it."""
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self.setProperty("role", "well")
        label = QLabel(self.tr("What does the picture show?"), self)
        label.setWordWrap(True)
        self.field = QLineEdit(self)
        self.field.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        self.field.setMaxLength(LONGEST)
        self.field.setPlaceholderText(self.tr("In a few words, if you like"))
        self.field.setAccessibleName(label.text())
        self.done = QPushButton(self.tr("Done"), self)
        self.done.clicked.connect(self.leave)
        label.setBuddy(self.field)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(10)
        row.addWidget(label)
        row.addWidget(self.field, 1)
        row.addWidget(self.done)
        self.hide()

    def ask(self, name: str, words: str, *, now: bool) -> None:
        """Ask about a picture; now: the person wants to say it now, so the keyboard goes there."""
        self.give()
        self._name = name
        self.field.setText(words)
        self.show()
        if now:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.field.selectAll()

    def give(self) -> None:
        """Put what is written here so far into the note."""
        if self._name and self.field.isModified():
            self.described.emit(self._name, self.field.text().strip())
            self.field.setModified(False)

    def leave(self) -> None:
        """Put it into the note, and go back there."""
        self.put_away()
        self.left.emit()

    def put_away(self) -> None:
        """Put it into the note, and ask no more."""
        self.give()
        self.forget()

    def forget(self) -> None:
        """Another note: nothing is asked any more."""
        self._name = ""
        self.field.clear()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}:
            self.leave()
        else:
            super().keyPressEvent(event)
