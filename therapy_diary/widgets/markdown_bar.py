"""The row of small buttons over the note editor."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from therapy_diary.desktop.icons import icon
from therapy_diary.widgets.flow_layout import FlowLayout
from therapy_diary.widgets.markdown_editor import Inline, Line, MarkdownEditor

GAP = 10  # pixels


class MarkdownBar(QWidget):
    """Bold, italic, heading, lists, quotation, undo and redo for one editor; a page adds what it can do itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor: MarkdownEditor | None = None
        self._inline: dict[Inline, QToolButton] = {}
        self._lines: dict[Line, QToolButton] = {}
        self._row = FlowLayout(self, spacing=2)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)  # the row breaks where text is large and the window small
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        """As high as the row is at this width, not as high as it could get."""
        return QSize(self._row.minimumSize().width(), self._row.heightForWidth(max(self.width(), 1)))

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def attach(self, editor: MarkdownEditor) -> None:
        """Fill the bar with buttons for this editor. Call once."""
        self._editor = editor
        self._inline = {
            Inline.BOLD: self._add(
                "bold", self.tr("Bold"), "Ctrl+B", lambda: editor.toggle_inline(Inline.BOLD)
            ),
            Inline.ITALIC: self._add(
                "italic", self.tr("Italic"), "Ctrl+I", lambda: editor.toggle_inline(Inline.ITALIC)
            ),
        }
        self.add_gap()
        self._lines = {
            Line.HEADING: self._add(
                "heading", self.tr("Heading"), "", lambda: editor.toggle_line(Line.HEADING)
            ),
            Line.BULLETS: self._add(
                "list", self.tr("Bullet list"), "Ctrl+Shift+8", lambda: editor.toggle_line(Line.BULLETS)
            ),
            Line.NUMBERS: self._add(
                "list-ordered",
                self.tr("Numbered list"),
                "Ctrl+Shift+7",
                lambda: editor.toggle_line(Line.NUMBERS),
            ),
            Line.TASKS: self._add(
                "list-todo", self.tr("Check list"), "Ctrl+Shift+9", lambda: editor.toggle_line(Line.TASKS)
            ),
            Line.QUOTE: self._add("quote", self.tr("Quotation"), "", lambda: editor.toggle_line(Line.QUOTE)),
        }
        self.add_gap()
        undo = self._add("undo-2", self.tr("Undo"), "Ctrl+Z", editor.undo)
        redo = self._add("redo-2", self.tr("Redo"), "Ctrl+Shift+Z", editor.redo)
        for button, available in ((undo, editor.undoAvailable), (redo, editor.redoAvailable)):
            button.setEnabled(False)
            available.connect(button.setEnabled)
        for button in (*self._inline.values(), *self._lines.values()):
            button.setCheckable(True)
        editor.cursorPositionChanged.connect(self._show_where)
        self._show_where()

    def add(self, glyph: str, name: str, keys: str, act: Callable[[], object]) -> QToolButton:
        """One more button, which does what the page around the editor can do."""
        return self._add(glyph, name, keys, act)

    def add_gap(self) -> None:
        """Some room between buttons that belong together and others."""
        gap = QWidget(self)
        gap.setFixedSize(GAP, 1)
        self._row.addWidget(gap)

    def _add(self, glyph: str, name: str, keys: str, act: Callable[[], object]) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(glyph))
        button.setAccessibleName(name)
        button.setToolTip(f"{name}  {keys}" if keys else name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the cursor in the text
        button.clicked.connect(act)
        button.clicked.connect(self._show_where)
        self._row.addWidget(button)
        return button

    def _show_where(self) -> None:
        if self._editor is None:
            return
        inline, line = self._editor.inline_here(), self._editor.line_here()
        for mark, button in self._inline.items():
            button.setChecked(mark in inline)
        for kind, button in self._lines.items():
            button.setChecked(kind is line)
