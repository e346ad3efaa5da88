"""Which session something is about: one that is there, today's, or another day."""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import islice

from PySide6.QtCore import QDateTime, QSignalBlocker, Qt, QTime, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QDateEdit, QHBoxLayout, QLabel, QTimeEdit, QVBoxLayout, QWidget

from therapy_diary.domain.session import Session, SessionId, SessionState
from therapy_diary.domain.setting import Setting
from therapy_diary.domain.therapy import Therapy
from therapy_diary.storage.diary import Diary
from therapy_diary.views.days import qdate, start_in_words, whole_year_format
from therapy_diary.views.first_session import mark_first_session
from therapy_diary.widgets.date_fields import settle_fields

LISTED = (SessionState.HELD, SessionState.PLANNED)
USUAL_HOUR = time(17, 0)  # proposed for another day where no time was agreed
MOST_ROWS = 60  # sessions, the newest; an earlier one is found by its day


@dataclass(frozen=True, slots=True)
class AnotherDay:
    """The row under which a day and a time can be given."""


Choice = SessionId | datetime | AnotherDay | None


class SessionPicker(QWidget):
    """Lets the person pick a session or make one: the latest ones newest first, and today's where it is expected."""

    picked = Signal()
    """The person chose another session or another day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._optional = self._quiet = False
        self._begun_only = False
        self._therapy: Therapy | None = None
        self._now: Callable[[], datetime] = lambda: datetime(1, 1, 1)
        self._sessions: dict[SessionId, Session] = {}
        self._days: set[date] = set()  # of all of them
        self._held: list[datetime] = []  # when those that took place began, the earliest first
        self._choices: list[Choice] = []  # what each row of the combo stands for
        self._offered: object = None  # what the rows were made of
        self._choice: Choice = None
        self._fresh = True  # nothing was chosen yet, neither by the person nor by the page
        self._build()

    def set_optional(self, optional: bool) -> None:
        """Whether "Not about one session" is offered. To be said before show_diary()."""
        self._optional = optional

    def set_begun_only(self, begun_only: bool) -> None:
        """Whether only sessions that have begun are offered, as for a rating. To be said before show_diary()."""
        self._begun_only = begun_only

    def show_diary(self, diary: Diary, therapy: Therapy, now: Callable[[], datetime]) -> None:
        """Offer what the diary holds now. What was chosen stays chosen as long as it is there."""
        if self._therapy is not None and self._therapy.id != therapy.id:
            self._fresh = True
        self._therapy, self._now, self._quiet = therapy, now, diary.choices.is_quiet
        sessions = diary.sessions.of(therapy.id)
        self._sessions = {it.id: it for it in sessions}
        self._days = {it.starts_at.date() for it in sessions}
        self._held = [it.starts_at for it in sessions if it.is_held]
        setting = diary.settings.on(therapy.id, now().date())
        self._fill(self._expected_today(setting))
        if self._fresh or not isinstance(self._choice, AnotherDay):
            self._propose(setting)
        self._show_choice(self._first_choice() if self._fresh else self.chosen())

    def choose(self, session: SessionId | None) -> None:
        """Show that session as chosen, or none; says nothing to anybody."""
        self._fresh = False
        self._show_choice(session)

    def begin_anew(self) -> None:
        """Propose a session at the next show_diary(), as if nobody had chosen one."""
        self._fresh = True

    def choose_start(self, start: datetime) -> None:
        """Show a session as chosen that may not be there yet, as a kept draft remembers it."""
        self._fresh = False
        self._show_choice(start)

    def chosen(self) -> SessionId | datetime | None:
        """The session chosen; a datetime where ensure() would make it; None when it is about no session."""
        if not isinstance(self._choice, AnotherDay):
            return self._choice
        start = self._given_start()
        there = self._starting_at(start)
        return start if there is None or there.state not in LISTED else there.id

    def has_begun(self) -> bool:
        """Whether the chosen session has begun, so that it can be rated."""
        chosen = self.chosen()
        if isinstance(chosen, datetime):
            return chosen <= self._now()
        session = None if chosen is None else self._sessions.get(chosen)
        return session is not None and (session.is_held or self._is_due(session))

    def ensure(self, diary: Diary) -> Session | None:
        """The chosen session, made if need be; a planned one that has begun becomes held.

        Call it inside diary.change(). A day to come makes a planned session.
        """
        chosen = self.chosen()
        if chosen is None or self._therapy is None:
            return None
        if isinstance(chosen, datetime):
            state = SessionState.HELD if chosen <= self._now() else SessionState.PLANNED
            session = diary.sessions.add(self._therapy.id, chosen, state)
        else:
            session = diary.sessions.get(chosen)
            if not self._is_due(session):
                return session
            session = replace(session, state=SessionState.HELD)
            diary.sessions.save(session)
        mark_first_session(diary, session)
        return session

    def words(self) -> str:
        """The chosen session as it stands on screen."""
        chosen = self.chosen()
        if isinstance(chosen, datetime):
            return start_in_words(chosen)
        session = None if chosen is None else self._sessions.get(chosen)
        return "" if session is None else self._session_words(session)

    # building and filling

    def _build(self) -> None:
        self.combo = _Combo(self)
        self.combo.setAccessibleName(self.tr("Which session"))
        self.combo.activated.connect(self._person_chose)
        self.day = QDateEdit(self)
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat(whole_year_format())
        self.time = QTimeEdit(self)
        self.fields = QWidget(self)
        row = QHBoxLayout(self.fields)
        row.setContentsMargins(0, 0, 0, 0)
        for words, field in ((self.tr("Day"), self.day), (self.tr("Time"), self.time)):
            label = QLabel(words, self.fields)
            label.setBuddy(field)
            field.setAccessibleName(words)
            row.addWidget(label)
            row.addWidget(field, 1)
        self.day.dateChanged.connect(self._person_gave_start)
        self.time.timeChanged.connect(self._person_gave_start)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.combo)
        column.addWidget(self.fields)
        settle_fields(self.fields)
        self.fields.hide()
        self.setFocusProxy(self.combo)

    def _fill(self, expected: datetime | None) -> None:
        offered = list(
            islice((it for it in reversed(self._sessions.values()) if self._is_offered(it)), MOST_ROWS)
        )
        due = sum(map(self._is_due, offered))
        made_of = expected, offered, due, len(self._held), self._optional, self._quiet
        if made_of == self._offered:
            return
        self._offered = made_of
        rows: list[tuple[str, Choice]] = []
        if expected is not None:
            rows.append((self.tr("Today, {start}").format(start=start_in_words(expected)), expected))
        rows += [(self._session_words(it), it.id) for it in offered]
        if self._optional:
            rows.append((self.tr("Not about one session"), None))
        rows.append((self.tr("Another day…"), AnotherDay()))
        self.combo.clear()
        self.combo.addItems([words for words, _ in rows])
        self._choices = [choice for _, choice in rows]

    def _expected_today(self, setting: Setting | None) -> datetime | None:
        """Today's session by what was agreed, unless today has one already, held or not."""
        now = self._now()
        expected = None if setting is None else setting.start_on(now.date())
        if expected is None or now.date() in self._days or (self._begun_only and expected > now):
            return None
        return expected

    def _propose(self, setting: Setting | None) -> None:
        """Fill in the day and the time of another day with the last one that was agreed and is not there."""
        now = self._now()
        past_week = (setting and setting.start_on(now.date() - timedelta(days=back)) for back in range(7))
        likely = next((it for it in past_week if it and it <= now and it.date() not in self._days), None)
        agreed = setting.start_time if setting and setting.start_time else USUAL_HOUR
        start = likely or min(datetime.combine(now.date(), agreed), now.replace(second=0, microsecond=0))
        self._show_start(start)
        with QSignalBlocker(self.day):
            if self._begun_only:
                self.day.setMaximumDate(qdate(now))
            else:
                self.day.clearMaximumDate()

    def _first_choice(self) -> Choice:
        """What is shown before anybody chose: today's session, else the latest begun, else no session."""
        today, first = self._now().date(), self._choices[0]
        if isinstance(first, datetime):
            return first
        if today in self._days:
            todays = [it for it in self._sessions.values() if it.starts_at.date() == today]
            usable = [it for it in todays if self._is_offered(it)]
            if usable:
                return max(usable, key=lambda it: it.starts_at).id
        if self._optional:
            return None
        begun = [it for it in self._sessions.values() if it.is_held or self._is_due(it)]
        return max(begun, key=lambda it: it.starts_at).id if begun else AnotherDay()

    # what is shown

    def _show_choice(self, choice: Choice) -> None:
        if not self._choices:
            self._choice = choice  # the diary is still to come
            return
        if isinstance(choice, datetime) and (there := self._starting_at(choice)) and there.state in LISTED:
            choice = there.id  # it was made since
        if choice not in self._choices:
            choice = self._make_room_for(choice)
        self._choice = choice
        self.combo.setCurrentIndex(self._choices.index(choice))
        self.fields.setVisible(isinstance(choice, AnotherDay))

    def _make_room_for(self, choice: Choice) -> Choice:
        """A row for what is not offered by itself, such as a session that was called off."""
        if isinstance(choice, datetime):
            self._show_start(choice)
            return AnotherDay()
        session = None if choice is None or isinstance(choice, AnotherDay) else self._sessions.get(choice)
        if session is None:
            return self._first_choice()
        self.combo.insertItem(0, self._session_words(session))
        self._choices.insert(0, session.id)
        return session.id

    def _show_start(self, start: datetime) -> None:
        with QSignalBlocker(self.day), QSignalBlocker(self.time):
            self.day.setDate(qdate(start))
            self.time.setTime(QTime(start.hour, start.minute))

    def _given_start(self) -> datetime:
        given = QDateTime(self.day.date(), self.time.time())
        day, clock = given.date(), given.time()
        return datetime(day.year(), day.month(), day.day(), clock.hour(), clock.minute())

    def _session_words(self, session: Session) -> str:
        start = start_in_words(session.starts_at)
        if session.is_held or self._is_due(session):
            if self._quiet:
                return self.tr("Session, {start}").format(start=start)
            earlier = bisect_left(self._held, session.starts_at)
            return self.tr("Session {number}, {start}").format(number=earlier + 1, start=start)
        if session.state is SessionState.PLANNED:
            return self.tr("Planned, {start}").format(start=start)
        return self.tr("Did not take place, {start}").format(start=start)

    def _is_offered(self, session: Session) -> bool:
        begun = session.is_held or self._is_due(session)
        return begun or (session.state is SessionState.PLANNED and not self._begun_only)

    def _is_due(self, session: Session) -> bool:
        return session.state is SessionState.PLANNED and session.starts_at <= self._now()

    def _starting_at(self, start: datetime) -> Session | None:
        return next((it for it in self._sessions.values() if it.starts_at == start), None)

    # the person's acts

    def _person_chose(self) -> None:
        self._fresh = False
        self._show_choice(self._choices[self.combo.currentIndex()])
        if isinstance(self._choice, AnotherDay):
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
        self.picked.emit()

    def _person_gave_start(self) -> None:
        self._fresh = False
        self.picked.emit()


class _Combo(QComboBox):
    """A list that scrolling the page past it does not change."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(20)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
