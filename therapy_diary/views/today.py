"""The first page: when the next session is, what the last one left open, and the last words left for oneself."""

from datetime import datetime
from typing import ClassVar

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QPushButton, QWidget

from therapy_diary.desktop.icons import icon
from therapy_diary.domain.draft import NOTES
from therapy_diary.domain.goal import GoalState
from therapy_diary.domain.session import Session
from therapy_diary.domain.therapy import Therapy, TherapyState
from therapy_diary.forms.today import Ui_Today
from therapy_diary.insight import second_pass
from therapy_diary.insight.next_session import next_session
from therapy_diary.views.column import ReadableWidth
from therapy_diary.views.days import day_in_words, start_in_words
from therapy_diary.views.page import Desk, Page
from therapy_diary.widgets.along_page import stand_along_page
from therapy_diary.widgets.flow_layout import FlowLayout
from therapy_diary.widgets.glyph import Glyph

NOON, EVENING, NIGHT = 12, 18, 4
"""Hours at which the greeting changes; before four in the morning it is still evening."""


class TodayPage(Page):
    """What is at hand now. It shows; nothing is written here."""

    name: ClassVar[str] = "today"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._latest: Session | None = None
        form = self.form = Ui_Today()
        form.setupUi(self)
        ReadableWidth(desk.theme, self, form.column)
        self._add_buttons()
        form.leftGlyph.show_icon("message-square-quote", "accent", 1.4)
        form.empty.acted.connect(lambda: self.asked_for.emit("session_note", None))
        form.noteDo.clicked.connect(lambda: self._open("session_note"))
        form.lineDo.clicked.connect(lambda: self._open("session_note"))
        form.ratingDo.clicked.connect(lambda: self._open("alliance"))
        form.lookGlyph.show_icon("history", "text3")
        form.lookDo.clicked.connect(self._look_again)

    def _add_buttons(self) -> None:
        """Beside each other where there is room, else below each other."""
        row = FlowLayout(self.form.nextButtons, spacing=10)
        self.write = QPushButton(icon("notebook-pen", "on_accent"), self.tr("&Write a note"))
        self.write.setProperty("kind", "primary")
        self.bring = QPushButton(icon("plus"), self.tr("&Add something to bring"))
        self.write.clicked.connect(lambda: self.asked_for.emit("session_note", None))
        self.bring.clicked.connect(lambda: self.asked_for.emit("topics", "add"))
        self.carried = QPushButton(icon("target"), self.tr("Goals you &carry on"))
        self.carried.clicked.connect(lambda: self.asked_for.emit("goals", None))
        for button in (self.write, self.bring, self.carried):
            row.addWidget(button)

    def refresh(self) -> None:
        """Read the diary and the clock anew."""
        now, diary = self.desk.now(), self.desk.diary
        therapy = diary.therapies.current()
        sessions = [] if therapy is None else diary.sessions.of(therapy.id)
        has_begun = bool(sessions) or (therapy is not None and bool(diary.notes.newest(therapy.id, 1)))
        self.form.empty.setVisible(not has_begun)
        self.form.scroll.setVisible(has_begun)
        waits = any(it.startswith(NOTES) for it in diary.drafts.places())
        self.write.setText(self.tr("&Go on writing") if waits else self.tr("&Write a note"))
        self.form.empty.say(
            "notebook-pen",
            self._greeting(now),
            self.tr("What you wrote last is still a draft. It is there when you go on.")
            if waits
            else self.tr(
                "Write about your last session, or about what brings you there. Two lines are enough."
            ),
            self.tr("Go on writing") if waits else self.tr("Write the first note"),
        )
        if therapy is None or not has_begun:
            return
        held = [it for it in sessions if it.is_held]
        self._latest = held[-1] if held else None
        self.form.heading.set_title(self._greeting(now))
        self.form.heading.set_sub(day_in_words(now.date()))
        self._show_next(therapy, sessions, now)
        self._show_latest(number=len(held))
        if not therapy.meets:  # nothing is left open, and there is no next time to leave a line for
            for part in (self.form.waiting, self.form.left):
                part.hide()

    def _greeting(self, now: datetime) -> str:
        if NIGHT <= now.hour < NOON:
            return self.tr("Good morning")
        return self.tr("Good afternoon") if NOON <= now.hour < EVENING else self.tr("Good evening")

    def _show_next(self, therapy: Therapy, sessions: list[Session], now: datetime) -> None:
        diary, coming = self.desk.diary, None
        if therapy.meets:
            coming = next_session(
                sessions, diary.settings.of(therapy.id), diary.milestones.of(therapy.id), now
            )
        rests = self._rests_in_words(therapy)
        if rests is not None:
            title, words = rests[0], [rests[1]]
        elif coming is None:
            title, words = self.tr("No next session is noted"), []
        else:
            title, words = self._when(coming.starts_at, now), [start_in_words(coming.starts_at)]
        self._offer_what_fits(therapy)
        waiting = 0 if self.is_quiet or rests is not None else len(diary.topics.waiting(therapy.id))
        if waiting:
            words.append(self.tr("Waiting to be brought: {count}").format(count=QLocale().toString(waiting)))
        self.form.nextTitle.setText(title)
        self.form.nextSub.setText(" · ".join(words))
        self.form.nextSub.setVisible(bool(words))

    def _rests_in_words(self, therapy: Therapy) -> tuple[str, str] | None:
        """What is said, and said about it, where no session is to come; None where sessions go on."""
        if therapy.state is TherapyState.PAUSED:
            return self.tr("This therapy is paused"), self.tr(
                "It goes on when you say so, on the page Therapy."
            )
        if therapy.state is TherapyState.CLOSED:
            return (
                self.tr("This therapy has ended"),
                self.tr("What you wrote stays here to be read. Nothing has to be added."),
            )
        return None

    def _offer_what_fits(self, therapy: Therapy) -> None:
        """After the end there is no session to bring something to; a goal may still be carried on."""
        has_ended = therapy.state is TherapyState.CLOSED
        goals = self.desk.diary.goals.of(therapy.id) if has_ended and not self.is_quiet else []
        self.bring.setVisible(not has_ended)
        self.carried.setVisible(any(it.state is GoalState.CARRIED_ON for it in goals))

    def _when(self, starts_at: datetime, now: datetime) -> str:
        days = (starts_at.date() - now.date()).days
        if days == 0:
            return self.tr("Your next session is today")
        if days == 1:
            return self.tr("Your next session is tomorrow")
        weekday = QLocale().standaloneDayName(starts_at.isoweekday())
        if self.is_quiet:
            return self.tr("Your next session is on {weekday}").format(weekday=weekday)
        return self.tr("Your next session is on {weekday}, in {count} days").format(
            weekday=weekday, count=QLocale().toString(days)
        )

    def _show_latest(self, number: int) -> None:
        """What the latest held session has, and what could still be added."""
        form, diary, latest = self.form, self.desk.diary, self._latest
        form.waiting.setVisible(latest is not None)
        form.left.setVisible(latest is not None and bool(latest.one_line))
        if latest is None:
            return
        day = day_in_words(latest.starts_at.date())
        form.waitingTitle.setText(
            self.tr("From the session on {date}").format(date=day)
            if self.is_quiet
            else self.tr("From session {number}, {date}").format(number=number, date=day)
        )
        for part in (form.ratingGlyph, form.ratingWords, form.ratingDo):
            part.setVisible(not self.is_quiet)
        has_note = bool(diary.notes.of_session(latest.id))
        is_rated = diary.alliance_ratings.at(latest.id) is not None
        _show_state(form.noteGlyph, has_note, "notebook-pen")
        _show_state(form.ratingGlyph, is_rated, "handshake")
        _show_state(form.lineGlyph, bool(latest.one_line), "message-square-quote")
        form.noteWords.setText(
            self.tr("The note is written.") if has_note else self.tr("There is room for a note.")
        )
        form.ratingWords.setText(
            self.tr("How it was between you is answered.")
            if is_rated
            else self.tr("There is room for how it was between you.")
        )
        form.lineWords.setText(
            self.tr("A line for next time is left.")
            if latest.one_line
            else self.tr("There is room for a line for next time.")
        )
        form.noteDo.setText(self.tr("Open the note") if has_note else self.tr("Write the note"))
        form.ratingDo.setText(self.tr("Open the answers") if is_rated else self.tr("Answer"))
        form.lineDo.setText(self.tr("Open the line") if latest.one_line else self.tr("Write a line"))
        self._offer_second_look(latest, has_note=has_note)
        form.leftTitle.setText(self.tr("The line you left for next time"))
        form.leftLine.setText(latest.one_line)
        stand_along_page(form.leftLine)

    def _offer_second_look(self, latest: Session, *, has_note: bool) -> None:
        """A day or two later, quietly; after a week it is gone again, and nothing says so."""
        there = self.desk.diary.second_looks.at(latest.id) is not None
        offered = second_pass.is_offered(
            latest, has_note=has_note, has_second_look=there, now=self.desk.now()
        )
        self.form.lookRow.setVisible(offered)

    def _look_again(self) -> None:
        if self._latest is not None:
            self.asked_for.emit("after_session", (self._latest.id, "second_look"))

    def _open(self, page: str) -> None:
        self.asked_for.emit(page, None if self._latest is None else self._latest.id)


def _show_state(glyph: Glyph, is_there: bool, otherwise: str) -> None:
    glyph.show_icon("circle-check" if is_there else otherwise, "accent" if is_there else "text3")
