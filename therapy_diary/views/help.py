"""The help: a few short texts that lie on this computer, and the person's own contacts."""

from typing import ClassVar

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextTable
from PySide6.QtWidgets import QListWidgetItem, QStyle, QWidget

from therapy_diary import __version__, resources
from therapy_diary.desktop.theme import font, tokens_in_force
from therapy_diary.forms.help import Ui_Help
from therapy_diary.views.column import ReadableWidth
from therapy_diary.views.page import Desk, Page
from therapy_diary.views.thoughts import limit_words, limits_in_use

NAME = Qt.ItemDataRole.UserRole
LINE_HEIGHT = 140  # per cent


class HelpPage(Page):
    """Topics on one side, the text of one on the other."""

    name: ClassVar[str] = "help"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        form = self.form = Ui_Help()
        form.setupUi(self)
        ReadableWidth(desk.theme, self, form.text)
        form.heading.set_title(self.tr("Help"))
        form.topics.setAccessibleName(self.tr("Topics"))
        form.topics.setProperty("plain", "true")
        form.text.setOpenLinks(False)
        form.text.setTabChangesFocus(True)
        for name, title in (
            ("what", self.tr("What this is, and is not")),
            ("keeping", self.tr("How it is kept")),
            ("bringing", self.tr("What to bring")),
            ("answers", self.tr("About the answers")),
            ("before", self.tr("Before the session")),
            ("readings", self.tr("A thought on this")),
            ("too_much", self.tr("If it gets too much")),
            ("ending", self.tr("An ending")),
            ("several", self.tr("More than one therapy")),
            ("finding", self.tr("Finding, and getting back")),
            ("in_and_out", self.tr("In and out")),
            ("keys", self.tr("Keys")),
            ("about", self.tr("About")),
        ):
            item = QListWidgetItem(title, form.topics)
            item.setData(NAME, name)
        form.topics.setCurrentRow(0)
        form.topics.currentItemChanged.connect(self.refresh)
        desk.theme.changed.connect(self._fit)
        self._fit()

    def refresh(self) -> None:
        """Show the chosen text."""
        item, form = self.form.topics.currentItem(), self.form
        name = item.data(NAME)
        form.text.setAccessibleName(item.text())
        told = help_text(name).replace("{version}", __version__)
        if name == "readings":
            told = told.replace("{limits}", self._limits())
        form.text.setMarkdown(told)
        self._set_direction()
        self._set_type()
        form.text.moveCursor(QTextCursor.MoveOperation.Start)

    def show_subject(self, subject: object) -> None:
        """Open the text of that name, such as "too_much"; anything else opens the first."""
        for row in range(self.form.topics.count()):
            if self.form.topics.item(row).data(NAME) == (subject or "what"):
                self.form.topics.setCurrentRow(row)

    def _limits(self) -> str:
        """Every limit of words and readings as it is for this person, as Markdown."""
        intro, groups = limit_words()
        parts = [intro]
        for it in groups:
            said = it.said(limits_in_use(self.desk.diary)).values()
            parts += [f"## {it.title}", "\n".join(f"- {line}" for line in said)]
        return "\n\n".join(parts)

    def _set_direction(self) -> None:
        """Lines that begin with a foreign name run along with the others, and a table stands where they begin."""
        document, along = self.form.text.document(), self.layoutDirection()
        option = document.defaultTextOption()
        option.setTextDirection(along)
        document.setDefaultTextOption(option)
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                room = frame.format()
                room.setAlignment(QStyle.visualAlignment(along, Qt.AlignmentFlag.AlignLeft))
                frame.setFormat(room)

    def _set_type(self) -> None:
        """Headings in the sizes of the theme, and room between lines and paragraphs."""
        block = self.form.text.document().begin()
        while block.isValid():
            cursor = QTextCursor(block)
            level = block.blockFormat().headingLevel()
            close = block.textList() is not None or cursor.currentTable() is not None
            cursor.mergeBlockFormat(_spaced(level, close=close))
            if level:
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
                letters = QTextCharFormat()
                letters.setFont(font("h2" if level == 1 else "h3", QFont.Weight.DemiBold))
                cursor.mergeCharFormat(letters)
            block = block.next()

    def _fit(self) -> None:
        """As wide as the longest title, so that nothing is cut at any text size."""
        topics, high = self.form.topics, tokens_in_force().size("control")
        widest = max(
            topics.fontMetrics().horizontalAdvance(topics.item(row).text()) for row in range(topics.count())
        )
        for row in range(topics.count()):
            topics.item(row).setSizeHint(QSize(widest + 24, high))
        topics.setFixedWidth(widest + 40)
        self.refresh()


def _spaced(level: int, *, close: bool = False) -> QTextBlockFormat:
    """The room around a paragraph, or around a heading of that level."""
    made, body = QTextBlockFormat(), tokens_in_force().px("body")
    made.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    made.setTopMargin(body if level > 1 else 0)
    made.setBottomMargin(body * (0.3 if close else 0.7))
    return made


def help_text(name: str) -> str:
    """The help text of that name as Markdown, in the language of the window where there is one."""
    language = QLocale().name().partition("_")[0]
    try:
        return resources.text(f"help/{language}/{name}.md")
    except FileNotFoundError:
        return resources.text(f"help/{name}.md")
