"""A text to read in which words that went are struck through, and words that came are underlined."""

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QWidget

from therapy_diary.desktop.theme import tokens_in_force
from therapy_diary.widgets.private_text import PrivateText, to_document


class Look(StrEnum):
    """How a piece of the text stands there."""

    PLAIN = "plain"
    STRUCK = "struck"
    UNDERLINED = "underlined"


class DifferenceText(PrivateText):
    """Cannot be changed; what is copied from it is marked as secret."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self._pieces: list[tuple[Look, str]] = []

    def show_pieces(self, pieces: Iterable[tuple[Look, str]]) -> None:
        """Show these, one after the other."""
        self._pieces = list(pieces)
        self.draw_again()

    def draw_again(self) -> None:
        """In the colours of the theme in force."""
        looks = {look: _format(look) for look in Look}
        self.set_text("")
        cursor = self.textCursor()
        cursor.beginEditBlock()
        for look, text in self._pieces:
            cursor.insertText(to_document(text), looks[look])
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)


def _format(look: Look) -> QTextCharFormat:
    tokens, made = tokens_in_force(), QTextCharFormat()
    made.setForeground(QColor(tokens.text))
    if look is Look.STRUCK:
        made.setFontStrikeOut(True)
        made.setForeground(QColor(tokens.text2))
        made.setBackground(QColor(tokens.hover))
    elif look is Look.UNDERLINED:
        made.setFontUnderline(True)
        made.setFontWeight(QFont.Weight.DemiBold)
        made.setForeground(QColor(tokens.on_accent_soft))
        made.setBackground(QColor(tokens.accent_soft))
    return made
