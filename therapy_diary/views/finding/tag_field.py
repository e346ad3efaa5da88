"""A field for a tag, with those of the diary that fit below it. What is typed is kept nowhere."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QVBoxLayout, QWidget

from therapy_diary.desktop.theme import tokens_in_force
from therapy_diary.storage.tags import LONGEST_TAG

ROWS_SHOWN = 5


class TagField(QWidget):
    """Enter takes the tag typed, Down goes to those offered, Esc leaves."""

    picked = Signal(str)
    left = Signal()

    def __init__(
        self, name: str, fitting: Callable[[str], list[str]], parent: QWidget, *, only_known: bool
    ) -> None:
        """fitting: the diary's tags that fit what is typed. only_known: no other can be picked."""
        super().__init__(parent)
        self._fitting, self._only_known = fitting, only_known
        self.typed = QLineEdit(self)
        self.typed.setMaxLength(LONGEST_TAG + 1)  # with its #
        self.typed.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        self.typed.setAccessibleName(name)
        self.typed.setPlaceholderText(name)
        self.offered = QListWidget(self)
        self.offered.setAccessibleName(self.tr("Tags that fit"))
        self.offered.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.offered.setUniformItemSizes(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.typed)
        column.addWidget(self.offered)
        self.typed.textEdited.connect(self._offer)
        self.typed.returnPressed.connect(self._take_typed)
        self.offered.itemActivated.connect(lambda item: self.picked.emit(item.text()))
        self.offered.itemClicked.connect(lambda item: self.picked.emit(item.text()))
        for part in (self.typed, self.offered):
            part.installEventFilter(self)

    def open(self) -> None:
        """Begin anew, with the keyboard in the field."""
        self.typed.clear()
        self._offer()
        self.typed.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down from the field into the list, Up from its first row back, Esc out of both."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        if watched is self.typed and key == Qt.Key.Key_Down and self.offered.count():
            self.offered.setCurrentRow(0)
            self.offered.setFocus()
            return True
        if watched is self.offered and key == Qt.Key.Key_Up and self.offered.currentRow() <= 0:
            self.typed.setFocus()
            return True
        return super().eventFilter(watched, event)

    def _offer(self) -> None:
        """Those that begin with what is typed."""
        fitting = self._fitting(self._wanted())
        self.offered.clear()
        self.offered.addItems(fitting)
        rows, high = min(len(fitting), ROWS_SHOWN), tokens_in_force().size("control")
        self.offered.setFixedHeight(rows * high + 8)
        self.offered.setVisible(bool(fitting))

    def _take_typed(self) -> None:
        typed = self._wanted()
        if not typed:
            self.left.emit()
            return
        fitting = self._fitting(typed)
        same = next((it for it in fitting if it.casefold() == typed.casefold()), None)
        if same is not None:
            self.picked.emit(same)
        elif not self._only_known:
            self.picked.emit(typed)
        elif fitting:
            self.picked.emit(fitting[0])

    def _wanted(self) -> str:
        """What is typed, without its # and needless blanks."""
        return " ".join(self.typed.text().strip().lstrip("#").split())
