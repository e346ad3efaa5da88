"""Choosing a tag to see its notes, and calling a tag something else."""

from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from therapy_diary.storage.diary import Diary
from therapy_diary.storage.errors import StorageError
from therapy_diary.storage.tags import LONGEST_TAG
from therapy_diary.views.finding.panel import Panel
from therapy_diary.views.finding.tag_field import TagField
from therapy_diary.views.finding.timeline_list import Narrowed
from therapy_diary.views.half_given import trouble_in_words
from therapy_diary.widgets.notice import Notice, Tone


class TagPanel(Panel):
    """The diary's tags, found by their letters; a chosen one can be renamed."""

    name: ClassVar[str] = "tag"

    chosen = Signal(str)
    renamed = Signal(str)
    """The tag that is chosen has another name now."""

    def __init__(self, diary: Diary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._diary = diary
        self._tag: str | None = None
        self._none = QLabel(self.tr("There are no tags yet. You add them on the page of a note."))
        self._none.setWordWrap(True)
        self._none.setProperty("role", "sub")
        self.field = TagField(self.tr("Find a tag"), diary.tags.fitting, self, only_known=True)
        self.field.picked.connect(self.chosen)
        self.field.left.connect(self.left)
        self.trouble = Notice(self)
        for part in (self._none, self.field, self._add_rename(), self.trouble):
            self.column.addWidget(part)

    def follow(self, now: Narrowed) -> None:
        self._tag = now.tag
        self._rename.setVisible(now.tag is not None)
        self.name_field.setText(now.tag or "")

    def open(self) -> None:
        self.trouble.say("")
        self.field.open()
        has_tags = bool(self._diary.tags.fitting(""))
        self._none.setVisible(not has_tags)
        self.field.setVisible(has_tags)

    def _add_rename(self) -> QWidget:
        self._rename = QWidget(self)
        row = QHBoxLayout(self._rename)
        row.setContentsMargins(0, 0, 0, 0)
        self.name_field = QLineEdit(self._rename)
        self.name_field.setMaxLength(LONGEST_TAG)
        self.name_field.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        self.name_field.setAccessibleName(self.tr("Another name for this tag"))
        self.rename_button = QPushButton(self.tr("Rename"))
        self.rename_button.setAccessibleName(self.tr("Rename the tag on every note"))
        row.addWidget(self.name_field, 1)
        row.addWidget(self.rename_button)
        self.name_field.returnPressed.connect(self._call_it)
        self.rename_button.clicked.connect(self._call_it)
        self._rename.hide()
        return self._rename

    def _call_it(self) -> None:
        if self._tag is None or not self.name_field.text().strip():
            return
        try:
            with self._diary.change():
                new = self._diary.tags.rename(self._tag, self.name_field.text())
        except ValueError:
            self.trouble.say(
                self.tr("A tag has no quotation marks, and at most 60 letters."), Tone.MIND, aloud=True
            )
        except StorageError as error:
            self.trouble.say(trouble_in_words(error), Tone.WRONG, aloud=True)
        else:
            self.renamed.emit(new)
