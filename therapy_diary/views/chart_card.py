"""One chart on a card: its title, one sentence, the figure, and the same answers as a table."""

from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from therapy_diary.desktop.background import Background
from therapy_diary.desktop.icons import icon
from therapy_diary.desktop.printing.private_file import write_private
from therapy_diary.desktop.printing.problem import SENTENCES, PrintProblem
from therapy_diary.desktop.theme import tokens_in_force
from therapy_diary.forms.chart_card import Ui_ChartCard
from therapy_diary.reports.charts.catalogue import FORMATS, picture_bytes, picture_csv
from therapy_diary.reports.charts.picture import Picture
from therapy_diary.reports.charts.style import Ink
from therapy_diary.views.picture_table import PictureTable
from therapy_diary.views.table_of_words import TableOfWords
from therapy_diary.widgets.along_page import stand_along_page
from therapy_diary.widgets.card import Card
from therapy_diary.widgets.chart_view import ChartPoint
from therapy_diary.widgets.notice import Notice, Tone


class ChartCard(Card):
    """Shows one picture; while there is nothing to draw, only its sentence."""

    def __init__(self, background: Background | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_ChartCard()
        self.form.setupUi(self)
        self.table = TableOfWords(self)
        self._picture: Picture | None = None
        self._background = background
        self.form.asTable.setIcon(icon("table"))
        self.form.asTable.clicked.connect(self._turn)
        self.form.chart.set_background(background)
        self._add_saving()

    def show_picture(self, picture: Picture, *, by_rows: bool = False) -> None:
        """Show this picture in place of the one before; by_rows says that its points lie one under the other."""
        self._picture = picture
        self.setObjectName(f"{picture.name}_card")
        self.setAccessibleName(picture.title)
        self.form.title.setText(picture.title)
        stand_along_page(self.form.title)
        self.form.sentence.setText(picture.sentence)
        self.form.note.setText(picture.note)
        self.form.asTable.setAccessibleName(self.tr("Show as table: {title}").format(title=picture.title))
        self.table.show_rows(picture.columns, picture.rows)
        self.form.chart.set_by_rows(by_rows)
        self.save.setAccessibleName(self.tr("Save: {title}").format(title=picture.title))
        self.form.chart.show_chart(
            picture.title,
            picture.sentence,
            lambda tokens, width, height: picture.figure(Ink.of(tokens), tokens.base_px, width, height),
            _points(picture),
        )
        self._turn()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange} and hasattr(self, "form"):
            self._fit()

    # leaving the diary: one sentence first

    def _add_saving(self) -> None:
        self.save = QPushButton(self.tr("Save …"), self)
        self.save.setIcon(icon("download"))
        self.save.setProperty("kind", "ghost")
        self.save.clicked.connect(self._warn)
        self.form.titleRow.addWidget(self.save)
        self.notice = Notice(self)
        self.notice.acted.connect(self._ask_where)
        self.form.cardLayout.insertWidget(1, self.notice)

    def _warn(self) -> None:
        self.notice.ask_first(
            self.tr("A saved chart or table is not encrypted. Whoever has the file can read it."),
            self.tr("Go on"),
        )

    def _ask_where(self) -> None:
        """Ask where, without stopping the program: a lock must not wait for a dialog."""
        self.notice.say("")
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, self.tr("Save as a file"), folder)
        dialog.setObjectName("save_chart")
        dialog.setNameFilters(
            [
                self.tr("Picture (*.png)"),
                self.tr("Drawing (*.svg)"),
                self.tr("PDF (*.pdf)"),
                self.tr("Table of what is shown (*.csv)"),
            ]
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("png")
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(kind[kind.index("*.") + 2 : -1]))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.write_to(Path(name)))
        dialog.open()

    def write_to(self, path: Path) -> None:
        """Write what is shown there, by the ending of the name: a picture, a drawing, a PDF or a table."""
        picture, kind = self._picture, path.suffix.lower().removeprefix(".")
        if picture is None:
            return
        if kind not in (*FORMATS, "csv"):
            self.notice.say(self.tr("A chart is saved as PNG, SVG, PDF or CSV."), Tone.WRONG, aloud=True)
            return

        def write() -> None:
            content = picture_csv(picture) if kind == "csv" else picture_bytes(picture, kind)
            write_private(content, path)

        if self._background is None:
            write()
            self._written(path)
        else:
            self._background.run(write, lambda _: self._written(path), self._not_written, for_whom=self)

    def _written(self, path: Path) -> None:
        self.notice.say(self.tr("The file is written: {name}").format(name=path.name), aloud=True)

    def _not_written(self, error: Exception) -> None:
        if not isinstance(error, PrintProblem):
            raise error  # a bug of ours: mishap takes it
        sentence = QCoreApplication.translate("PaperBar", SENTENCES[error.kind])
        self.notice.say(sentence, Tone.WRONG, aloud=True)

    # what is shown

    @cached_property
    def table_view(self) -> PictureTable:
        """The table in the place of the figure; made when somebody asks for it."""
        view = PictureTable(self.table, self)
        view.hide()
        self.form.cardLayout.insertWidget(self.form.cardLayout.indexOf(self.form.note), view)
        self.setTabOrder(self.form.chart, view)
        return view

    def _show_table(self) -> None:
        self.table_view.setAccessibleName(self.accessibleName())
        self.table_view.setAccessibleDescription(self.form.note.text())
        self.table_view.show()

    def _turn(self) -> None:
        """Show the figure or the table, whichever the person asked for; neither while there is nothing."""
        has_something = self._picture is not None and not self._picture.is_empty
        as_table = self.form.asTable.isChecked()
        self._fit()
        self.form.asTable.setVisible(has_something)
        self.save.setVisible(has_something)
        self.form.chart.setVisible(has_something and not as_table)
        if has_something and as_table:
            self._show_table()
        elif "table_view" in vars(self):
            self.table_view.hide()
        self.form.note.setVisible(has_something and as_table)

    def _fit(self) -> None:
        """Give figure and table the height they want in this text size."""
        if self._picture is None:
            return
        base_px = tokens_in_force().base_px
        self.form.chart.setFixedHeight(self._picture.height(base_px))
        if self.form.asTable.isChecked():
            self.table_view.fit(base_px)


def _points(picture: Picture) -> list[ChartPoint]:
    return [
        ChartPoint(x=it.x, text="\n".join((it.title, *it.lines)), markers=() if it.y is None else (it.y,))
        for it in picture.points
    ]
