"""A field for a passphrase, which can be looked at while typing."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QWidget

from therapy_diary.desktop.icons import icon
from therapy_diary.widgets.primary_selection import empty_primary_selection, keep_out_of_primary


class PassphraseField(QLineEdit):
    """Dots instead of letters, a button that shows them, and a word when Caps Lock seems to be on."""

    caps_lock_seen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._eye = QToolButton(self)
        self._eye.setCheckable(True)
        self._eye.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._eye.setCursor(Qt.CursorShape.PointingHandCursor)
        self._eye.clicked.connect(self._show)
        self._caps = QLabel(self.tr("Caps Lock is on"), self)
        self._caps.setProperty("role", "tag")
        self._caps.hide()
        self._show(False)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.selectionChanged.connect(keep_out_of_primary)

    def clear_and_hide(self) -> None:
        """Empty the field and hide what is typed next."""
        self.clear()
        self._eye.setChecked(False)
        self._show(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange}:
            self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text()
        if len(letter) == 1 and letter.isalpha() and letter.upper() != letter.lower():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._say_caps(letter.isupper() != shift)
        elif event.key() == Qt.Key.Key_CapsLock:
            self._say_caps(False)
        super().keyPressEvent(event)
        empty_primary_selection()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._say_caps(False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        empty_primary_selection()

    def _show(self, shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._eye.setIcon(icon("eye-off" if shown else "eye", "text2", "text2"))
        says = self.tr("Hide what is typed") if shown else self.tr("Show what is typed")
        self._eye.setToolTip(says)
        self._eye.setAccessibleName(says)

    def _say_caps(self, on: bool) -> None:
        if on == self._caps.isVisibleTo(self):
            return
        self._caps.setVisible(on)
        self._place()
        self.caps_lock_seen.emit(on)

    def _place(self) -> None:
        """The button at the end of the line, the word about Caps Lock before it, the text beside both."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = min(self.height() - 8, self._eye.sizeHint().height())
        left = 4 if mirrored else self.width() - side - 4
        self._eye.setGeometry(left, (self.height() - side) // 2, side, side)
        taken = side
        if self._caps.isVisibleTo(self):
            size = self._caps.sizeHint()
            top = (self.height() - size.height()) // 2
            self._caps.setGeometry(
                left + side + 4 if mirrored else left - size.width() - 4, top, size.width(), size.height()
            )
            taken += size.width() + 8
        self.setTextMargins(taken if mirrored else 0, 0, 0 if mirrored else taken, 0)
