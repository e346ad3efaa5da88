"""A thought on this: one careful sentence with everything it rests on, and four answers to it."""

import functools
from collections.abc import Iterator

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from therapy_diary.desktop.icons import icon
from therapy_diary.domain.reading import Reading, ReadingId, Response, Rule, SessionInput
from therapy_diary.domain.therapy import Therapy
from therapy_diary.insight.reading_words import SAFETY_CONTACTS, TOPIC_KIND, ReadingWords
from therapy_diary.insight.session_evidence import TIE
from therapy_diary.storage.errors import StorageError
from therapy_diary.views.column_page import along, clear
from therapy_diary.views.days import date_in_words
from therapy_diary.views.half_given import keep_or_say, trouble_in_words
from therapy_diary.views.page import Desk
from therapy_diary.views.room import button, in_a_row, title_and_acts, words
from therapy_diary.views.thoughts import limits_in_use, reading_for, reading_words
from therapy_diary.views.wording import form_in_use
from therapy_diary.widgets.card import Card
from therapy_diary.widgets.notice import Notice

QUIETLY = (Rule.SAFETY,)
"""What quiet mode leaves: the person's own mark about their safety, which has no numbers in it."""


class ReadingCard(Card):
    """Shows at most one reading, and keeps that it was shown with the data of that day."""

    said = Signal(str)
    ending_wanted = Signal()
    contacts_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._therapy: Therapy | None = None
        self._shown: tuple[ReadingId, Reading, bool] | None = None
        column = self.column(4)
        column.setContentsMargins(20, 8, 20, 10)
        self.why = button(self.tr("Why this is shown"), self._fold, "link")
        self.why.setCheckable(True)
        title_and_acts(column, self.tr("A thought on this"), self.why)
        self.thought = words("", "lead", self)
        column.addWidget(self.thought)
        self.more = QVBoxLayout()
        self.more.setSpacing(6)
        column.addLayout(self.more)
        self.reasons = QWidget(self)
        self._reasons = QVBoxLayout(self.reasons)
        self._reasons.setContentsMargins(0, 0, 0, 0)
        self._reasons.setSpacing(6)
        column.addWidget(self.reasons)
        self.trouble = Notice(self)
        column.addWidget(self.trouble)
        self.answers = {
            it: button("", functools.partial(self._respond, it), "chip")
            for it in (Response.MADE_TOPIC, Response.NOT_NOW, Response.DOES_NOT_FIT, Response.TURNED_OFF)
        }
        column.addSpacing(3)
        in_a_row(column, *self.answers.values())
        self.hide()

    def show_therapy(self, therapy: Therapy) -> None:
        """Show what the rules find now, if anything; hidden otherwise, for nothing found is not said either."""
        self._therapy = therapy
        diary, quiet = self._desk.diary, self._desk.diary.choices.is_quiet
        found = reading_for(diary, therapy.id, self._desk.now())
        if found is None or (quiet and found.rule not in QUIETLY):
            self._shown = None
            self.hide()
            return
        try:
            with diary.quiet_change():  # nothing that another page shows
                kept = diary.readings.show(therapy.id, found, self._desk.now())
        except StorageError as error:
            self._shown = None
            self.hide()
            self.said.emit(trouble_in_words(error))
            return
        if self._shown != (kept.id, found, quiet):
            self._shown = kept.id, found, quiet
            self._fill(found, therapy, quiet=quiet)
        self.show()

    def in_words(self, therapist: str) -> str:
        """The thought that is shown, with that name of the therapist; empty while none is."""
        return "" if self._shown is None else reading_words().text(self._shown[1], therapist)

    # what it says

    def _fill(self, found: Reading, therapy: Therapy, *, quiet: bool) -> None:
        said = reading_words()
        self.thought.setText(said.text(found, therapy.therapist_name))
        for response, made in self.answers.items():
            made.setText(said.said("buttons", response))
            made.setAccessibleName(made.text())
        self.answers[Response.MADE_TOPIC].setVisible(found.rule in TOPIC_KIND)
        clear(self.more)
        if found.rule is Rule.SAFETY:
            self._show_outside()
        if found.rule is Rule.STILL_THERE_AFTER_TALKING:
            in_a_row(self.more, button(self.tr("Plan an ending"), self.ending_wanted.emit, "link"))
        clear(self._reasons)
        for line in self._lines(found, said):
            self._reasons.addWidget(words(line, "sub", self.reasons))
        self.why.setVisible(not quiet)
        self.why.setChecked(False)
        self._fold()

    def _show_outside(self) -> None:
        """The person's own contacts outside, in the order that helps."""
        contacts = self._desk.diary.contacts.all()
        outside = [it for kind in SAFETY_CONTACTS for it in contacts if it.kind is kind]
        for it in outside:
            holder = QWidget(self)
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(along(it.label, "caption", holder))
            column.addWidget(along(f"{it.reach} {it.hours}".strip(), "label", holder))
            self.more.addWidget(holder)
        told = self.tr("All your contacts") if outside else self.tr("Write down whom you could turn to")
        in_a_row(self.more, button(told, self.contacts_wanted.emit, "link"))

    def _lines(self, found: Reading, said: ReadingWords) -> Iterator[str]:
        """Which parts of the rule were met, then the very sessions and answers."""
        yield from said.why(found, limits_in_use(self._desk.diary))
        yield from (date_in_words(it) for it in found.marked_on)
        if found.brought_on is not None:
            yield self.tr("Brought on {day}").format(day=date_in_words(found.brought_on))
        if found.score is not None and found.low is not None and found.high is not None:
            number = QLocale().toString
            yield self.tr("This session: {score}. Usual range: {low} to {high}, of 0 to 4.").format(
                score=number(found.score, "f", 1),
                low=number(max(found.low, 0.0), "f", 1),
                high=number(min(found.high, 4.0), "f", 1),
            )
        yield from (self._session_line(it) for it in found.sessions)

    def _session_line(self, it: SessionInput) -> str:
        difficulty, alliance = form_in_use("difficulty"), form_in_use("alliance")
        told = []
        for key, answer in it.answers.items():
            form = alliance if key in TIE else difficulty
            if form is difficulty and not answer:
                continue  # not marked, which is no answer to be listed
            given = form.no_answer if answer is None else form.answers[answer]
            told.append(
                self.tr("{statement}: {answer}").format(statement=form.question(key).short, answer=given)
            )
        return self.tr("Session {number}, {day}: {answers}").format(
            number=it.number,
            day=date_in_words(it.day),
            answers=self.tr("; ").join(told) or self.tr("nothing marked"),
        )

    def _fold(self) -> None:
        shown = self.why.isChecked() and not self.why.isHidden()
        self.why.setIcon(icon("chevron-up" if shown else "chevron-down", "accent"))
        self.reasons.setVisible(shown)

    # the person's answer

    def _respond(self, response: Response) -> None:
        if self._shown is None or self._therapy is None:
            return
        (kept, found, _), therapy, diary = self._shown, self._therapy, self._desk.diary
        wording, today = reading_words().topic(found.rule), self._desk.now().date()

        def change() -> None:
            topic = None
            if response is Response.MADE_TOPIC and wording is not None:
                kind = TOPIC_KIND[found.rule]
                topic = diary.topics.add(therapy.id, wording, today, kind=kind, source="reading").id
            diary.readings.respond(kept, response, topic=topic)

        if not keep_or_say(diary, change, self.trouble):
            return
        self.said.emit(
            {
                Response.MADE_TOPIC: self.tr("Kept for the next session."),
                Response.NOT_NOW: self.tr("Put away for some sessions."),
                Response.DOES_NOT_FIT: self.tr("Put away."),
                Response.TURNED_OFF: self.tr("No more readings. The settings can show them again."),
            }[response]
        )
