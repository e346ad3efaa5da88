"""What keeps coming back: a pattern in the person's own name for it, and the moments it was seen in."""

import functools
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from therapy_diary.desktop.icons import icon
from therapy_diary.domain.pattern import LONGEST_NAME, Pattern, PatternMoment, SeenIn
from therapy_diary.domain.therapy import Therapy
from therapy_diary.views.column_page import along, clear
from therapy_diary.views.days import date_in_words
from therapy_diary.views.half_given import HalfGiven, given_words, keep_or_say
from therapy_diary.views.page import Desk
from therapy_diary.views.room import button, in_a_row, words
from therapy_diary.views.work.words import place_in_words
from therapy_diary.widgets.card import Card
from therapy_diary.widgets.notice import Notice
from therapy_diary.widgets.words_and_acts import WordsAndActs

DRAFT = "pattern:new"
MOMENT = "pattern:moment:"
LATEST = 5  # moments of a pattern in view


class PatternsCard(Card):
    """That a pattern shows up in the room, too, is worth a line of its own."""

    said = Signal(str)

    def __init__(self, desk: Desk, half: HalfGiven, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._half = desk, half
        self._therapy: Therapy | None = None
        self._shown: tuple[list[Pattern], list[PatternMoment], str] | None = None
        column = self.column(10)
        column.addWidget(words(self.tr("What keeps coming back"), "h3", self))
        column.addWidget(
            words(
                self.tr(
                    "A pattern, in your own name for it. It may show with your therapist as well as outside."
                ),
                "sub",
                self,
            )
        )
        self.trouble = Notice(self)
        column.addWidget(self.trouble)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(18)
        column.addLayout(self.rows)
        self._add_line(column)

    def show_therapy(self, therapy: Therapy) -> None:
        """Show what the diary holds; what is half typed stays."""
        self._therapy = therapy
        diary = self._desk.diary
        draft = None if self.naming.text() else self._half.at(DRAFT)
        if draft is not None:
            self.naming.setText(given_words(draft, "name"))
        seen = diary.patterns.of(therapy.id), diary.patterns.moments_of(therapy.id), therapy.therapist_name
        if seen == self._shown:
            return
        self._shown = seen
        clear(self.rows)
        for it in seen[0]:
            moments = [moment for moment in seen[1] if moment.pattern == it.id]
            self.rows.addWidget(self._row(it, moments, therapy.therapist_name))

    # pieces

    def _add_line(self, column: QVBoxLayout) -> None:
        self.naming = QLineEdit(self)
        self.naming.setMaxLength(LONGEST_NAME)
        self.naming.setPlaceholderText(self.tr("A name for something that keeps coming back"))
        self.naming.setAccessibleName(self.tr("A name for something that keeps coming back"))
        self.naming.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        self.naming.textEdited.connect(lambda text: self._half.touch(DRAFT, {"name": text} if text else None))
        self.naming.returnPressed.connect(self._name)
        self.add = button(self.tr("Name it"), self._name, "primary")
        self.add.setIcon(icon("plus", "on_accent"))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.naming, 1)
        row.addWidget(self.add)
        column.addLayout(row)

    def _row(self, it: Pattern, moments: list[PatternMoment], therapist: str) -> QWidget:
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(along(it.name, "label", holder))
        for moment in reversed(moments[-LATEST:]):
            column.addWidget(self._moment(moment, therapist, holder))
        field = QLineEdit(holder)
        place = f"{MOMENT}{it.uid}"
        draft = self._half.at(place)
        field.setText("" if draft is None else given_words(draft, "words"))
        field.setPlaceholderText(self.tr("A moment in which it showed, if you like"))
        field.setAccessibleName(self.tr("A moment in which it showed"))
        field.setAccessibleDescription(it.name)
        field.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        field.textEdited.connect(lambda text: self._half.touch(place, {"words": text} if text else None))
        column.addWidget(field)
        seen = [
            button(
                self.tr("Seen {where}").format(where=place_in_words(where, therapist)),
                functools.partial(self._see, it, where, field),
                "chip",
            )
            for where in SeenIn
        ]
        forget = button(self.tr("Take it off the list"), lambda: self._forget(it), "chip")
        for made in (*seen, forget):
            made.setAccessibleDescription(it.name)
        in_a_row(column, *seen, *([] if moments else [forget]))
        return holder

    def _moment(self, moment: PatternMoment, therapist: str, parent: QWidget) -> QWidget:
        row = WordsAndActs(parent)
        told = f"{date_in_words(moment.seen_on)} · {place_in_words(moment.place, therapist)}"
        row.words.addWidget(words(told, "caption", row))
        if moment.words:
            row.words.addWidget(along(moment.words, "", row))
        back = button(self.tr("Take it back"), lambda: self._unsee(moment), "chip")
        back.setAccessibleDescription(told)
        row.add_act(back)
        return row

    # the person's acts

    def _name(self) -> None:
        name = self.naming.text()
        if self._therapy is None or not name.strip():
            self.naming.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        therapy = self._therapy.id

        def change() -> None:
            self._desk.diary.patterns.name(therapy, name.strip())
            self._half.settle(DRAFT)

        self.naming.clear()  # before the diary tells this page, which leaves typed words alone
        if self._keep(change):
            self.said.emit(self.tr("Kept."))
        else:
            self.naming.setText(name)
            self._half.touch(DRAFT, {"name": name})

    def _see(self, it: Pattern, where: SeenIn, field: QLineEdit) -> None:
        if self._therapy is None:
            return
        told, diary, today = field.text().strip(), self._desk.diary, self._desk.now().date()
        held = diary.sessions.held(self._therapy.id)
        session = held[-1].id if held and where is SeenIn.WITH_THERAPIST else None

        def change() -> None:
            diary.patterns.seen(it.id, today, where, told, session=session)
            self._half.settle(f"{MOMENT}{it.uid}")

        if self._keep(change):
            self.said.emit(self.tr("Kept."))

    def _unsee(self, moment: PatternMoment) -> None:
        if self._keep(lambda: self._desk.diary.patterns.unsee(moment.id)):
            self.said.emit(self.tr("Taken back."))

    def _forget(self, it: Pattern) -> None:
        if self._keep(lambda: self._desk.diary.patterns.take_back(it.id)):
            self.said.emit(self.tr("Taken back."))

    def _keep(self, change: Callable[[], object]) -> bool:
        return keep_or_say(self._desk.diary, change, self.trouble)
