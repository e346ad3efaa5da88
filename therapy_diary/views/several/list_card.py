"""The therapies in this diary, one below the other: which there are, which is on the screen, and what can be done."""

import functools
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from therapy_diary.desktop.icons import icon
from therapy_diary.domain.closing import Section
from therapy_diary.domain.therapy import Therapy, TherapyState
from therapy_diary.views.column_page import along, clear
from therapy_diary.views.page import Desk
from therapy_diary.views.room import button, in_a_row, words
from therapy_diary.views.several.needs import NeedsWords, needs_of
from therapy_diary.views.several.words import TherapyWords
from therapy_diary.widgets.card import Card
from therapy_diary.widgets.words_and_acts import WordsAndActs


class TherapiesCard(Card):
    """Quiet as long as there is one. In the order of beginning, the latest first, which is no order of worth."""

    wanted = Signal(object)
    """Another therapy is to come onto the screen: its TherapyId."""
    change_wanted = Signal()
    another_wanted = Signal()
    pause_wanted = Signal(bool)
    """The one on the screen is to be paused, or to go on."""
    comparison_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._words, self._needs = TherapyWords(self), NeedsWords(self)
        self._shown: object = None
        column = self.column(12)
        self.title = words("", "h3", self)
        column.addWidget(self.title)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(12)
        column.addLayout(self.rows)
        self.acts: dict[str, QPushButton] = {}
        """What can be done with the one on the screen: "change", and "pause" or "go_on"."""
        self.another = button(self.tr("Begin another therapy"), self.another_wanted.emit)
        self.another.setIcon(icon("plus"))
        self.compare = button(self.tr("Lay two side by side"), self.comparison_wanted.emit, "ghost")
        in_a_row(column, self.another, self.compare)

    def show_therapies(self, current: Therapy | None) -> None:
        """Show what there is now; rows that say the same stay."""
        diary = self._desk.diary
        therapies = diary.therapies.all()
        several = len(therapies) > 1
        self.title.setText(self.tr("Therapies in this diary") if several else self.tr("This therapy"))
        self.compare.setVisible(several and not diary.choices.is_quiet)
        needs = {it.id: needs_of(diary, it) for it in therapies}
        if self._shown == (therapies, current, needs):
            return
        self._shown = therapies, current, needs
        clear(self.rows)
        self.acts.clear()
        for it in therapies if current is not None else ():
            self.rows.addWidget(self._row(it, needs[it.id], on_screen=current == it, several=several))

    def _row(self, it: Therapy, needs: dict[Section, str], *, on_screen: bool, several: bool) -> WordsAndActs:
        row = WordsAndActs(self)
        if several:
            row.words.addWidget(along(it.label, "label", row))
        told = self._words.line(it)
        if on_screen and several:
            here = self.tr("on the screen")
            told = f"{told} · {here}"
        row.words.addWidget(words(told, "caption", row))
        if it.state is TherapyState.PAUSED:
            hint = self.tr("While it is paused nothing is asked, and no next session is shown.")
            row.words.addWidget(words(hint, "caption", row))
        if needs:
            row.add_act(self._fold(it, needs, row))
        self._add_acts(it, row, on_screen=on_screen)
        return row

    def _add_acts(self, it: Therapy, row: WordsAndActs, *, on_screen: bool) -> None:
        """What can be done with it. Ending one, and opening an ended one again, is for the page of endings."""
        doings: dict[str, tuple[bool, str, Callable[[], object]]] = {
            "show": (not on_screen, self.tr("Show"), functools.partial(self.wanted.emit, it.id)),
            "change": (on_screen, self.tr("Change …"), self.change_wanted.emit),
            "pause": (
                on_screen and it.state in {TherapyState.STARTING, TherapyState.ACTIVE},
                self.tr("Pause"),
                lambda: self.pause_wanted.emit(True),
            ),
            "go_on": (
                on_screen and it.state is TherapyState.PAUSED,
                self.tr("Go on"),
                lambda: self.pause_wanted.emit(False),
            ),
        }
        for name, (offered, said, do) in doings.items():
            if offered:
                act = button(said, do, "chip")
                act.setAccessibleDescription(it.label)
                row.add_act(act)
                if on_screen:
                    self.acts[name] = act

    def _fold(self, it: Therapy, needs: dict[Section, str], row: WordsAndActs) -> QPushButton:
        """What was learnt from an ending, behind a button."""
        told = QWidget(row)
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        for section, text in needs.items():
            column.addWidget(words(self._needs.title(section), "caption", told))
            column.addWidget(along(text, "", told))
        told.hide()
        row.words.addWidget(told)
        opener = button(self.tr("What I need"), lambda: told.setVisible(opener.isChecked()), "chip")
        opener.setCheckable(True)
        opener.setAccessibleDescription(it.label)
        return opener
