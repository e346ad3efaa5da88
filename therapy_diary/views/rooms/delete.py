"""Deleting one therapy, or everything: said honestly first, and asked twice."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from therapy_diary.domain.therapy import TherapyId
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.errors import StorageError
from therapy_diary.vault.erase import erase
from therapy_diary.views.room import Counts, Room, button, in_a_row, in_words, labelled, words
from therapy_diary.views.safe import WhileClosed
from therapy_diary.widgets.notice import Notice, Tone


class Twice(QWidget):
    """Asks a second time, and for a word to be typed, before something cannot be taken back."""

    def __init__(self, what: str, do: Callable[[], object], parent: QWidget) -> None:
        super().__init__(parent)
        self._do = do
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.word = self.tr("delete")
        self.said = words("", "", self)
        column.addWidget(self.said)
        self.typed = QLineEdit(self)
        labelled(column, self.tr("Type the word {word} to go on").format(word=f"“{self.word}”"), self.typed)
        self.go = button(what, self._go, "danger")
        self.stay = button(self.tr("Keep it"), self.leave)
        self.typed.textChanged.connect(lambda: self.go.setEnabled(self._is_typed()))
        in_a_row(column, self.stay, self.go)
        self.hide()

    def ask(self, sentence: str) -> None:
        """Say what would go, and wait for the word."""
        self.said.setText(sentence)
        self.typed.clear()
        self.go.setEnabled(False)
        self.show()
        self.typed.setFocus()

    def leave(self) -> None:
        """Nothing goes."""
        self.typed.clear()
        self.hide()

    def _is_typed(self) -> bool:
        return self.typed.text().strip().casefold() == self.word.casefold()

    def _go(self) -> None:
        if self._is_typed():
            self.leave()
            self._do()


class DeleteRoom(Room):
    """What goes, and what does not."""

    name: ClassVar[str] = "delete"

    def build(self) -> None:
        """Make the cards."""
        self._counts = Counts(self)
        self._build_therapy(self.card(self.tr("One therapy")))
        self._build_everything(self.card(self.tr("Everything")))

    def refresh(self) -> None:
        """Show the therapies there are."""
        chosen = self.therapy.currentData()
        self.therapy.clear()
        for it in self.desk.diary.therapies.all():
            self.therapy.addItem(it.label or it.therapist_name or self.tr("A therapy"), it.id)
        self.therapy.setCurrentIndex(max(0, self.therapy.findData(chosen)))
        self.delete_therapy.setEnabled(self.therapy.count() > 0)

    def _build_therapy(self, column: QVBoxLayout) -> None:
        column.addWidget(
            words(
                self.tr(
                    "Its notes, answers, goals and everything else of it go, and what is half written anywhere."
                    " In the diary file they are overwritten. Backups made before still hold them, and so do"
                    " diaries that a restore put aside, exported files, and paper."
                ),
                "sub",
                self,
            )
        )
        self.therapy = QComboBox(self)
        labelled(column, self.tr("Which therapy"), self.therapy)
        self.delete_therapy = button(self.tr("Delete this therapy …"), self._ask_therapy)
        in_a_row(column, self.delete_therapy)
        self.twice = Twice(self.tr("Delete this therapy for good"), self._delete_therapy, self)
        column.addWidget(self.twice)
        self.therapy_said = Notice(self)
        self.therapy_said.acted.connect(lambda: self.wants_room.emit("backups"))
        column.addWidget(self.therapy_said)

    def _ask_therapy(self) -> None:
        sentence = self.tr("“{name}” would be deleted for good. A backup made now would still have it.")
        self.twice.ask(sentence.format(name=f"\u2068{self.therapy.currentText()}\u2069"))

    def _delete_therapy(self) -> None:
        therapy = self.therapy.currentData()
        try:
            with self.desk.diary.change():
                self.desk.diary.therapies.remove(TherapyId(therapy))
        except StorageError as error:
            self.therapy_said.say(in_words(error), Tone.WRONG, aloud=True)
            return
        if self._safe is not None and not self.desk.diary.therapies.all():
            file, key = self.desk.diary.file, self.desk.diary.key
            self.diary_given_up.emit(
                WhileClosed(lambda: Diary.open(file, key))
            )  # and be asked about a therapy, as at the start
            return
        self.therapy_said.say(
            self.tr(
                "The therapy is deleted. Backups made before still hold it; remove those you do not want."
            ),
            action=self.tr("Look at the backups") if self._safe is not None else "",
            aloud=True,
        )
        self.refresh()

    def _build_everything(self, column: QVBoxLayout) -> None:
        column.addWidget(
            words(
                self.tr(
                    "The whole diary goes from this computer, with the keys that open it. The disk may keep pieces"
                    " for a while; they are encrypted, and nothing opens them any more."
                    " Copies on sticks still open with their code. Exported files and paper stay where they are."
                ),
                "sub",
                self,
            )
        )
        self.backups_too = QCheckBox(self.tr("The backups in the diary's folder go too"))
        self.backups_too.setChecked(True)
        column.addWidget(self.backups_too)
        self.delete_everything = button(self.tr("Delete everything …"), self._ask_everything)
        in_a_row(column, self.delete_everything)
        self.twice_everything = Twice(self.tr("Delete everything for good"), self._delete_everything, self)
        column.addWidget(self.twice_everything)

    def _ask_everything(self) -> None:
        counts = self._counts.say(self.desk.diary.counts())
        sentence = self.tr("The diary holds {counts}. All of it would be gone.")
        self.twice_everything.ask(sentence.format(counts=counts))

    def _delete_everything(self) -> None:
        folder, too = self.safe.folder, self.backups_too.isChecked()

        def work() -> Diary | None:
            erase(folder, backups_too=too)
            return None

        self.diary_given_up.emit(WhileClosed(work))
