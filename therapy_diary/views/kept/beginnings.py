"""What an empty note can begin with: a few headings that ship, and the person's own notes with the tag "template"."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from therapy_diary import resources
from therapy_diary.domain.note import Note, NoteKind
from therapy_diary.domain.therapy import Approach, TherapyId
from therapy_diary.storage.diary import Diary
from therapy_diary.views.finding.entry_words import title_and_body
from therapy_diary.widgets.flow_layout import FlowLayout

MOST_OWN = 4
LONGEST_NAME = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """A name to choose it by, and the Markdown text a note then begins with. approaches: for these only; none, for all."""

    name: str
    text: str
    kind: NoteKind | None = None
    approaches: frozenset[Approach] = frozenset()


class Beginnings(QWidget):
    """A row of chips, there while a note is empty."""

    chosen = Signal(object)

    def __init__(self, diary: Diary, parent: QWidget) -> None:
        super().__init__(parent)
        self._diary = diary
        self._shown: tuple[list[Note], Approach] | None = None
        self.chips: list[QPushButton] = []
        self._row = FlowLayout(self, spacing=6)
        label = QLabel(self.tr("Begin with"))
        label.setProperty("role", "caption")
        self._row.addWidget(label)

    def show_for(self, therapy: TherapyId | None, *, is_empty: bool) -> None:
        """Offer beginnings, or none where something is written."""
        if is_empty and therapy is not None:
            own, approach = self._read_own(therapy), self._diary.therapies.get(therapy).approach
            if (own, approach) != self._shown:
                self._shown = own, approach
                self._fill(own, approach)
        self.setVisible(is_empty and therapy is not None)

    def _read_own(self, therapy: TherapyId) -> list[Note]:
        tags = dict.fromkeys(("template", self.tr("template")))
        notes = [it for tag in tags for it in self._diary.notes.newest(therapy, MOST_OWN, tag=tag)]
        return notes[:MOST_OWN]

    def _fill(self, own: list[Note], approach: Approach) -> None:
        for chip in self.chips:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = [
            self._chip(it.name, partial(_itself, it))
            for it in shipped()
            if not it.approaches or approach in it.approaches
        ]
        for note in own:
            name = " ".join(it for it in title_and_body(note) if it)[:LONGEST_NAME]
            self.chips.append(self._chip(name, partial(self._of_own, note, name)))

    def _of_own(self, note: Note, name: str) -> Beginning:
        whole = self._diary.notes.get(note.id)
        return Beginning(name=name, text=whole.text, kind=whole.kind)

    def _chip(self, name: str, made: Callable[[], Beginning]) -> QPushButton:
        chip = QPushButton(name.replace("&", "&&"), self)
        chip.setProperty("kind", "chip")
        chip.setAccessibleName(self.tr("Begin with: {name}").format(name=name))
        chip.clicked.connect(lambda: self.chosen.emit(made()))
        self._row.addWidget(chip)
        chip.show()
        return chip


def shipped() -> list[Beginning]:
    """Those that ship, in the language of the window. Raises ValueError for a file that is not as it should be."""
    read = tomllib.loads(resources.text_in("templates/notes.toml", QLocale().name()))
    return [
        Beginning(
            name=it["name"],
            text=it["text"].strip("\n") + "\n",
            kind=NoteKind(it["kind"]),
            approaches=frozenset(Approach(known) for known in it.get("approaches", ())),
        )
        for it in read["template"]
    ]


def _itself(beginning: Beginning) -> Beginning:
    return beginning


def end_of_first_gap(text: str) -> int:
    """Where one would begin to write in it: the end of its first line that asks for words, in characters."""
    lines, place = text.split("\n"), 0
    for line in lines:
        if place and not line.strip():
            return place
        if line.endswith(" "):
            return place + len(line)
        place += len(line) + 1
    return len(text)
