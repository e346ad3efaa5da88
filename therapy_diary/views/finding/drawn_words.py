"""Words laid out for drawing: in so many lines, each paragraph in its own direction, what was searched for marked."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QTextCharFormat, QTextLayout, QTextOption

from therapy_diary.desktop.theme import tokens_in_force
from therapy_diary.views.finding.entry import Marks
from therapy_diary.widgets.utf16 import split_at, units_in


def words_layout(
    text: str, look: QFont, width: int, most: int, along: Qt.AlignmentFlag, marks: Marks = ()
) -> QTextLayout:
    """Text in at most so many lines, each as wide as that; … where it is cut. Marks count characters of the text."""
    made, end = laid_out(text, look, width, most, along, marks)
    if end < units_in(text):
        lines = made.lineCount()
        cut = made.lineAt(lines - 1).textStart()
        head, tail = split_at(text, cut)
        short = QFontMetrics(look).elidedText(tail, Qt.TextElideMode.ElideRight, width)
        made, _ = laid_out(head + short, look, width, most, along, marks)
    return made


def laid_out(
    text: str, look: QFont, width: int, most: int, along: Qt.AlignmentFlag, marks: Marks = ()
) -> tuple[QTextLayout, int]:
    """The same without …, and where the last line ends, in UTF-16 units."""
    made = QTextLayout(text, look)
    option = QTextOption(along | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setWrapMode(
        QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere if most > 1 else QTextOption.WrapMode.WrapAnywhere
    )
    made.setTextOption(option)
    if marks:
        made.setFormats(_formats(text, marks))
    made.beginLayout()
    down, end = 0.0, 0
    for _ in range(most):
        line = made.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, down))
        down += line_height(look)
        end = line.textStart() + line.textLength()
    made.endLayout()
    return made, end


def line_height(look: QFont) -> int:
    """How far two lines stand apart, in pixels."""
    return round(look.pixelSize() * 1.5)


def marked_look() -> QTextCharFormat:
    """How a word that was found looks: on a ground of its own and underlined, so that it is seen without colours too."""
    tokens, look = tokens_in_force(), QTextCharFormat()
    look.setBackground(QColor(tokens.accent_soft))
    look.setForeground(QColor(tokens.on_accent_soft))
    look.setFontUnderline(True)
    return look


def _formats(text: str, marks: Marks) -> list[QTextLayout.FormatRange]:
    look, made = marked_look(), []
    for start, length in marks:
        if start >= len(text):
            break
        found = QTextLayout.FormatRange()
        found.start = units_in(text[:start])
        found.length = units_in(text[start : start + length])
        found.format = look
        made.append(found)
    return made
