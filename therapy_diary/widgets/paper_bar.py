"""From the screen to paper or PDF: a choice of paper, a preview, the printer, and a file, with one sentence before each."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from therapy_diary.desktop.icons import icon
from therapy_diary.desktop.printing.paper import Paper, usual_paper
from therapy_diary.desktop.printing.pdf import write_pdf
from therapy_diary.desktop.printing.printer import preview, print_paper
from therapy_diary.desktop.printing.private_file import write_private
from therapy_diary.desktop.printing.problem import SENTENCES, PrintProblem
from therapy_diary.desktop.printing.sheet import Sheet
from therapy_diary.widgets.flow_layout import FlowLayout
from therapy_diary.widgets.notice import Notice, Tone


class PaperBar(QWidget):
    """Lays pages out only when asked; whoever puts it on a page says with `offer` how a sheet is made."""

    paper_chosen = Signal(object)  # by the person: a Paper, or another size of print on it
    done = Signal(str)  # a sentence on what was printed or written

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make: Callable[[Paper], Sheet] | None = None
        self._html: Callable[[], str] | None = None
        self._wanted: Callable[[], object] | None = None
        self.notice = Notice(self)
        self.notice.acted.connect(self._go_on)
        self.paper_choice = QComboBox(self)
        for paper, name in ((Paper.A4, "A4"), (Paper.LETTER, "US Letter"), (Paper.A5, "A5")):
            self.paper_choice.addItem(name, paper)
        self.paper_choice.setCurrentIndex(self.paper_choice.findData(usual_paper()))
        self.paper_choice.activated.connect(lambda _: self.paper_chosen.emit(self.paper()))
        self.large = QCheckBox(self)
        self.large.clicked.connect(lambda _: self.paper_chosen.emit(self.paper()))
        self.large.hide()
        self.preview = self._button("eye", "ghost", self._preview)
        self.print = self._button("printer", "", self._print)
        self.save = self._button("file-text", "", self._save)
        self._label = QLabel(self)
        self._label.setBuddy(self.paper_choice)
        self._lay_out()
        self._say_all()

    def offer(self, make: Callable[[Paper], Sheet], html: Callable[[], str] | None = None) -> None:
        """How the pages are made for a paper, and as one web page; called anew each time they are wanted."""
        self._make = make
        self._html = html

    def paper(self) -> Paper:
        """The paper now chosen."""
        return Paper(self.paper_choice.currentData())

    def add_acts(self, *acts: QWidget) -> None:
        """Put what else can be done with the pages at the end of the row."""
        self._row.add_together(*acts)

    def offer_large(self) -> None:
        """Let the print be chosen larger, too."""
        self.large.show()

    def wants_large(self) -> bool:
        """Whether the print is to be large."""
        return self.large.isChecked()

    def say(self, sentence: str, tone: Tone = Tone.KNOW) -> None:
        """Say something about the pages, such as that they are longer than meant; forgets what was being confirmed."""
        self._wanted = None
        self.notice.say(sentence, tone)

    def ask_to_print(self) -> None:
        """What the print key does: the same as the print button."""
        self.print.click()

    def showEvent(self, event: QShowEvent) -> None:
        """What was being confirmed when the page was left is no longer wanted."""
        super().showEvent(event)
        if self._wanted is not None:
            self.say("")

    def _button(self, icon_name: str, kind: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(self)
        button.setIcon(icon(icon_name))
        button.setProperty("kind", kind)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: self._confirm(act))
        return button

    def _lay_out(self) -> None:
        paper = QWidget(self)
        beside = QHBoxLayout(paper)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(8)
        beside.addWidget(self._label)
        beside.addWidget(self.paper_choice)
        row = QWidget(self)
        self._row = FlowLayout(row)
        self._row.add_together(paper, self.large)
        self._row.add_together(self.preview, self.print, self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.notice)
        column.addWidget(row)

    def _say_all(self) -> None:
        self._label.setText(self.tr("Pa&per"))
        self.paper_choice.setAccessibleName(self.tr("Paper"))
        self.large.setText(self.tr("Large print"))
        self.preview.setText(self.tr("Preview"))
        self.print.setText(self.tr("Print"))
        self.save.setText(self.tr("Save as PDF"))

    # leaving the diary: each time one sentence first

    def _confirm(self, act: Callable[[], object]) -> None:
        self._wanted = act
        self.notice.ask_first(
            self.tr("Paper and PDF are not encrypted. Whoever holds them can read them."), self.tr("Go on")
        )

    def _go_on(self) -> None:
        act, self._wanted = self._wanted, None
        self.notice.say("")
        if act is not None and self._make is not None:
            act()

    def _preview(self) -> None:
        if self._make is not None:
            preview(self._make, self.paper(), self)

    def _print(self) -> None:
        if self._make is None:
            return
        try:
            sent = print_paper(self._make, self.paper(), self)
        except PrintProblem:
            self.notice.say(
                self.tr("The printer did not take the page. Your words are in the diary."),
                Tone.WRONG,
                aloud=True,
            )
            return
        if sent:
            self.done.emit(self.tr("Sent to the printer."))

    def _save(self) -> None:
        """Ask where, without stopping the program: a lock must not wait for a dialog."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        kinds = [self.tr("PDF (*.pdf)")]
        if self._html is not None:
            kinds.append(self.tr("Web page, for reading aloud (*.html)"))
        dialog = QFileDialog(self, self.tr("Save as a file"), folder)
        dialog.setNameFilters(kinds)
        dialog.filterSelected.connect(lambda kind: _end_in(dialog, "html" if "*.html" in kind else "pdf"))
        dialog.setObjectName("save_page")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(self.tr("Page.pdf"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.write_to(Path(name)))
        dialog.open()

    def write_to(self, path: Path) -> None:
        """Write the pages there as PDF, as a web page when the name ends so; or say in one sentence why not."""
        if self._make is None:
            return
        try:
            if path.suffix.lower() == ".html" and self._html is not None:
                write_private(self._html().encode(), path)
            else:
                write_pdf(self._make(self.paper()), path)
        except PrintProblem as problem:
            self.notice.say(self.tr(SENTENCES[problem.kind]), Tone.WRONG, aloud=True)
            return
        said = self.tr("The file is written: {name}").format(name=path.name)
        self.notice.say(said, aloud=True)
        self.done.emit(said)


def _end_in(dialog: QFileDialog, suffix: str) -> None:
    """Let the name in the dialog end as the chosen kind of file does."""
    dialog.setDefaultSuffix(suffix)
    chosen = dialog.selectedFiles()
    if chosen and Path(chosen[0]).suffix:
        dialog.selectFile(Path(chosen[0]).with_suffix(f".{suffix}").name)
