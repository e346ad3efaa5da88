"""Adding a questionnaire from a file: read strictly, shown as it would be, and kept only when the person says so."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout, QWidget

from therapy_diary.desktop.background import Task, shared_background
from therapy_diary.domain.measure import Measure
from therapy_diary.domain.measure_file import read_measure
from therapy_diary.domain.measure_flaw import CONTEXT, BadMeasure, OtherContent, Said
from therapy_diary.domain.measure_text import LARGEST_FILE
from therapy_diary.storage.diary import Diary
from therapy_diary.views.column_page import along, clear
from therapy_diary.views.measure.whose import whose
from therapy_diary.views.room import button, in_a_row, words
from therapy_diary.widgets.card import Card
from therapy_diary.widgets.notice import Notice, Tone


class Adding(Card):
    """A button, and below it the preview of what was chosen."""

    wanted = Signal(object)
    """A Measure that is to be kept."""

    def __init__(self, diary: Diary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._diary = diary
        self._measure: Measure | None = None
        self._background = shared_background("questionnaires")
        self._reading: Task | None = None
        column = self.column(10)
        column.addWidget(words(self.tr("Add one from a file"), "h3", self))
        column.addWidget(
            words(
                self.tr(
                    "Many questionnaires belong to someone. Add one only if you may use it for yourself;"
                    " this diary keeps it on this device."
                ),
                "sub",
                self,
            )
        )
        self.choose = button(self.tr("Choose a file …"), self._choose)
        in_a_row(column, self.choose)
        self.said = Notice(self)
        column.addWidget(self.said)
        self._preview = QWidget(self)
        self._lines = QVBoxLayout(self._preview)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(2)
        column.addWidget(self._preview)
        self.keep: QPushButton | None = None
        self._preview.hide()

    def _choose(self) -> None:
        """Ask which, without stopping the program: a lock must not wait for a dialog."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, self.tr("Add a questionnaire"), folder)
        dialog.setObjectName("add_measure")
        dialog.setNameFilters([self.tr("Questionnaire (*.toml)")])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.look_at(Path(name)))
        dialog.open()

    def look_at(self, file: Path) -> None:
        """Show what is in a file, or say in one sentence why it is no questionnaire. Nothing is kept.

        It is read beside the window: some that are none keep a reader busy for seconds.
        """
        self.forget()
        reading = partial(_read, file)
        self._reading = self._background.run(reading, self._looked_at, self._not_read, for_whom=self)

    @property
    def is_reading(self) -> bool:
        """Whether a file is being looked at."""
        return self._reading is not None

    def _looked_at(self, measure: Measure) -> None:
        self._reading = None
        try:
            self._diary.measures.check(measure)
        except OtherContent as why:
            self.refuse(why)
            return
        self._measure = measure
        self._show(measure)

    def _not_read(self, why: Exception) -> None:
        self._reading = None
        if isinstance(why, BadMeasure):
            self.refuse(why)
        elif isinstance(why, OSError):
            self.said.say(self.tr("That file cannot be read. Choose another one."), Tone.WRONG, aloud=True)
        else:
            raise why

    def refuse(self, why: BadMeasure) -> None:
        """Say why a file cannot be kept, and where in it to look."""
        self.said.say(_sentence(why.said), Tone.WRONG, aloud=True)

    def forget(self) -> None:
        """Show no preview any more, and look at no file."""
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
        self._measure = None
        self.said.say("")
        clear(self._lines)
        self._preview.hide()

    def _show(self, measure: Measure) -> None:
        holder = self._preview
        self._lines.addWidget(words(self.tr("This is what it would look like:"), "caption", holder))
        self._lines.addWidget(along(measure.title, "h3", holder))
        rights = f"{whose(measure.rights)} · \u2068{measure.rights.licence}\u2069"
        for text, role in ((measure.intro, "sub"), (rights, "caption")):
            if text:
                self._lines.addWidget(along(text, role, holder))
        for item in measure.items:
            self._lines.addSpacing(8)
            self._lines.addWidget(along(item.text, "label", holder))
            self._lines.addWidget(along(" · ".join(it.label for it in item.choices), "caption", holder))
        for remark in measure.remarks:
            self._lines.addWidget(words(_sentence(remark), "caption", holder))
        self._lines.addSpacing(8)
        keep = self.keep = button(self.tr("Add it for myself"), self._keep, "primary")
        in_a_row(self._lines, keep, button(self.tr("Leave it"), self.forget, "ghost"))
        holder.show()
        keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        if self._measure is not None:
            self.wanted.emit(self._measure)


def _read(file: Path) -> Measure:
    """The questionnaire in a file. Raises OSError, BadMeasure."""
    with file.open("rb") as opened:
        content = opened.read(LARGEST_FILE + 1)  # more is refused unread
    return read_measure(content, added_by_me=True)


def _sentence(said: Said) -> str:
    return said.sentence(lambda text: QCoreApplication.translate(CONTEXT, text))
