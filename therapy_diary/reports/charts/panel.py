"""One small panel over time: the answers, what joins them, and the words of its axis. Many stand one above the other."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from therapy_diary.insight.limits import DEFAULT, Limits
from therapy_diary.insight.running_median import running_median, window_for
from therapy_diary.insight.trend import Trend
from therapy_diary.reports.charts.course import Course

Tick = tuple[float, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelPoint:
    """An answer, or a day on which one was possible and none was given: value is None there.

    line is the wording it was given under: a line never joins two. hollow is a score with answers left out, late one
    that was filled in later. session is the number of its session, if it belongs to one.
    """

    day: date
    value: float | None
    line: int = 0
    session: int | None = None
    hollow: bool = False
    late: bool = False
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelMark:
    """A change of wording on a day, in words."""

    on: date
    words: str


@dataclass(frozen=True, kw_only=True)  # no slots: what follows from the points is worked out once and kept
class Panel:
    """What one panel shows. low and high are the whole range of its axis, never less; ticks are its words.

    write puts one value into words. bands are the authors' ranges, each from, to and name; wobble is the range around
    the first answer within which a difference may be chance, both only where they are wanted and declared.
    """

    name: str
    title: str
    axis: str
    low: float
    high: float
    ticks: tuple[Tick, ...]
    points: tuple[PanelPoint, ...]
    marks: tuple[PanelMark, ...]
    trend: Trend
    write: Callable[[float], str]
    course: Course
    first: date
    last: date
    since: date | None = None
    bands: tuple[tuple[float, float, str], ...] = ()
    wobble: tuple[float, float] | None = None
    note: str = ""
    limits: Limits = DEFAULT

    @cached_property
    def answered(self) -> tuple[PanelPoint, ...]:
        """The points with a value."""
        return tuple(it for it in self.points if it.value is not None)

    def stretches(self) -> Iterator[tuple[PanelPoint, ...]]:
        """The runs of answers that one line may join: one wording, no gap and no break between."""
        run: list[PanelPoint] = []
        for it in self.points:
            if it.value is None:
                if run:
                    yield tuple(run)
                run = []
                continue
            if run and (run[-1].line != it.line or self.course.are_parted(run[-1].day, it.day)):
                yield tuple(run)
                run = []
            run.append(it)
        if run:
            yield tuple(run)

    def middle_lines(self) -> Iterator[tuple[Sequence[date], Sequence[float]]]:
        """The running medians, a stretch each; none while there are too few answers for one."""
        for line in sorted({it.line for it in self.answered}):
            window = window_for(sum(it.line == line for it in self.answered), self.limits)
            for run in self.stretches():
                if window is not None and run[0].line == line and len(run) > 1:
                    values = running_median([it.value for it in run if it.value is not None], window)
                    yield [it.day for it in run], values

    def shaded(self) -> tuple[tuple[date, date], ...]:
        """The breaks inside the span."""
        return self.course.shaded(self.first, self.last)

    def happened(self) -> dict[date, list[str]]:
        """What is marked on a day: milestones and changes of wording, inside the span."""
        told: dict[date, list[str]] = {}
        for on, words in [(it.on, it.words) for it in self.course.marks] + [
            (it.on, it.words) for it in self.marks
        ]:
            if self.first <= on <= self.last:
                told.setdefault(on, []).append(words)
        return told
