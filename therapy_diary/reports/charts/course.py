"""The course that the charts stand on: sessions by number, the breaks between them, and the marks above."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from therapy_diary.domain.milestone import Milestone, MilestoneKind
from therapy_diary.domain.session import Session, SessionId
from therapy_diary.reports.charts.voice import Voice

EDGE = 0.28  # how far from a session, in sessions, the shade of a break begins


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """A shaded column. last is None when nobody wrote down when it ended; words say what it was, how long it took."""

    first: date
    last: date | None
    left: float
    right: float
    words: str
    length: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A dotted line at a place between the sessions, and what it marks."""

    on: date
    at: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """The held sessions, oldest first; a session's number is its place, from 1."""

    held: tuple[Session, ...]
    numbers: Mapping[SessionId, int]
    breaks: tuple[Break, ...]
    marks: tuple[Mark, ...]

    def number_of(self, session: SessionId | None) -> int | None:
        """A session's number, None when there is none."""
        return None if session is None else self.numbers.get(session)

    @property
    def takes_years(self) -> bool:
        """Whether a day without its year could be mistaken."""
        return len(self.held) > 1 and self.held[-1].starts_at - self.held[0].starts_at >= timedelta(days=360)

    def are_parted(self, earlier: date, later: date) -> bool:
        """Whether a break lies between two days, so that no line may join them."""
        return any(_parts(it, earlier, later) for it in self.breaks)

    def shaded(self, first: date, last: date) -> tuple[tuple[date, date], ...]:
        """The breaks inside a span of days; one without an end lasts until the next session."""
        days = [it.starts_at.date() for it in self.held]
        ends = [it.last or next((day for day in days if day > it.first), last) for it in self.breaks]
        return tuple(
            (max(it.first, first), min(end, last))
            for it, end in zip(self.breaks, ends, strict=True)
            if it.first <= last and end >= first
        )

    def marks_between(self, after: date | None, until: date) -> tuple[Mark, ...]:
        """The marks later than one day and not later than another."""
        return tuple(it for it in self.marks if it.on <= until and (after is None or it.on > after))


def course(sessions: Iterable[Session], milestones: Iterable[Milestone], voice: Voice) -> Course:
    """Number the held sessions, and place breaks and marks among them."""
    held = tuple(sorted((it for it in sessions if it.is_held), key=lambda it: (it.starts_at, it.id)))
    days = [it.starts_at.date() for it in held]
    ordered = sorted(milestones, key=lambda it: (it.on_date, it.id))
    return Course(
        held=held,
        numbers={it.id: number for number, it in enumerate(held, 1)},
        breaks=tuple(_break(it, days, voice) for it in ordered if it.kind is MilestoneKind.BREAK),
        marks=tuple(
            Mark(
                on=it.on_date,
                at=_place(it.on_date, days),
                words=it.words.strip() or kind_words(it.kind, voice),
            )
            for it in ordered
            if it.kind is not MilestoneKind.BREAK
        ),
    )


def kind_words(kind: MilestoneKind, voice: Voice) -> str:
    """What a milestone of that kind is called when the person wrote nothing."""
    translate = voice.translate
    return {
        MilestoneKind.FIRST_SESSION: translate("charts", "first session"),
        MilestoneKind.GOALS_SET: translate("charts", "goals set"),
        MilestoneKind.GOALS_REVIEWED: translate("charts", "goals looked at"),
        MilestoneKind.BREAK: translate("charts", "break"),
        MilestoneKind.TURNING_POINT: translate("charts", "turning point"),
        MilestoneKind.NEW_EXPERIENCE: translate("charts", "a new experience"),
        MilestoneKind.STRAIN: translate("charts", "strain"),
        MilestoneKind.MENDED: translate("charts", "mended"),
        MilestoneKind.ENDING_RAISED: translate("charts", "ending raised"),
        MilestoneKind.LAST_SESSION: translate("charts", "last session"),
        MilestoneKind.OTHER: translate("charts", "mark"),
    }[kind]


def break_words(it: Break, voice: Voice) -> str:
    """A break as a table names it: what it was, and until when."""
    kind = voice.translate("charts", "break")
    words = [kind] if it.words == kind else [kind, it.words]
    if it.last is not None:
        words.append(voice.translate("charts", "until {day}").format(day=voice.long_day(it.last)))
    return ", ".join(words)


def _break(it: Milestone, days: Sequence[date], voice: Voice) -> Break:
    before = sum(day <= it.on_date for day in days)
    after = before + 1 if it.until is None else sum(day <= it.until for day in days) + 1
    return Break(
        first=it.on_date,
        last=it.until,
        left=before + EDGE,
        right=max(after, before + 1) - EDGE,
        words=it.words.strip() or kind_words(it.kind, voice),
        length=_length(it, voice),
    )


def _length(it: Milestone, voice: Voice) -> str:
    if it.until is None:
        return ""
    days = (it.until - it.on_date).days + 1
    weeks = round(days / 7)
    if weeks < 2:
        return voice.translate("charts", "days: {count}").format(count=days)
    return voice.translate("charts", "{count} weeks").format(count=weeks)


def _place(day: date, days: Sequence[date]) -> float:
    so_far = sum(it <= day for it in days)
    return float(so_far) if day in days else so_far + 0.5


def _parts(it: Break, earlier: date, later: date) -> bool:
    """Whether one of the break's days lies strictly between two days; without an end, it lasts to the next session."""
    if it.last is None:
        return earlier <= it.first < later
    day = timedelta(days=1)
    return max(it.first, earlier + day) <= min(it.last, later - day)
