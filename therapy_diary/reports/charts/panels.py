"""From records to small panels: the relationship, every goal, and every scale of every questionnaire, on one time axis."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from therapy_diary.domain.alliance import AllianceRating
from therapy_diary.domain.goal import HIGHEST, LOWEST, ChangeKind, Goal, GoalRating
from therapy_diary.domain.measure import Better, KeptMeasure, MeasureAnswers, Scale, Scoring
from therapy_diary.domain.questions import QuestionSet
from therapy_diary.insight.alliance_score import nearest_step
from therapy_diary.insight.goal_progress import goal_lines
from therapy_diary.insight.limits import DEFAULT, Limits
from therapy_diary.insight.measure_score import full_range
from therapy_diary.insight.panel_trends import (
    goal_trend,
    overall_trend,
    scale_scores,
    scale_trend,
)
from therapy_diary.insight.reliable_change import smallest_change
from therapy_diary.reports.charts.alliance_figure import alliance_chart
from therapy_diary.reports.charts.course import Course
from therapy_diary.reports.charts.panel import Panel, PanelMark, PanelPoint
from therapy_diary.reports.charts.voice import Voice

OVERALL = "overall"  # the name of the relationship's panel


class Named(NamedTuple):
    """The name of a panel, and what it is called."""

    name: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelRecords:
    """What the panels of one therapy are made of. bands holds the codes whose authors' ranges are wanted."""

    ratings: tuple[AllianceRating, ...]
    goals: tuple[tuple[Goal, tuple[GoalRating, ...]], ...]
    measures: tuple[tuple[KeptMeasure, tuple[MeasureAnswers, ...]], ...]
    form: QuestionSet
    today: date
    limits: Limits = DEFAULT
    bands: frozenset[str] = field(default_factory=frozenset)


def panels(
    records: PanelRecords, course: Course, voice: Voice, since: date | None = None
) -> tuple[Panel, ...]:
    """Every panel with an answer in it, all over the same span of time."""
    maker = _Maker(records, course, voice, since)
    return tuple(it for it in maker.all() if it.points)


def measure_panels(
    kept: KeptMeasure, answers: Sequence[MeasureAnswers], records: PanelRecords, course: Course, voice: Voice
) -> tuple[Panel, ...]:
    """The panels of one questionnaire alone, one for each of its scales."""
    only = replace(records, ratings=(), goals=(), measures=((kept, tuple(answers)),))
    return tuple(_Maker(only, course, voice, None).scales())


def panels_named(
    names: Collection[str], records: PanelRecords, course: Course, voice: Voice
) -> tuple[Panel, ...]:
    """Only the panels of these names: judging a series takes longer than everything else about it."""
    maker = _Maker(records, course, voice, None)
    return tuple(it for it in maker.named(names) if it.answered)


def goal_name(goal: Goal) -> str:
    """The name of a goal's panel."""
    return f"goal-{goal.uid}"


def scale_name(kept: KeptMeasure, scale: Scale) -> str:
    """The name of the panel of one scale of one exact questionnaire."""
    return f"scale-{kept.measure.code}-{kept.measure.version}-{scale.id}"


def scale_title(kept: KeptMeasure, scale: Scale) -> str:
    """What that panel is called."""
    measure = kept.measure
    return measure.title if len(measure.scales) == 1 else f"{measure.title}: {scale.title}"


def named_goals(goals: Iterable[tuple[Goal, Sequence[GoalRating]]]) -> list[Named]:
    """The panels of goals that were rated."""
    return [Named(goal_name(it), it.wording.wording) for it, ratings in goals if ratings]


def named_scales(measures: Iterable[tuple[KeptMeasure, Sequence[MeasureAnswers]]]) -> list[Named]:
    """The panels of questionnaires that were answered."""
    return [
        Named(scale_name(kept, it), scale_title(kept, it))
        for kept, answers in measures
        if answers
        for it in kept.measure.scales
    ]


def panels_by_name(records: PanelRecords) -> dict[str, Named]:
    """Every panel with an answer in it, in the order of the page, by a name that tells nothing of a goal but its place."""
    there = {OVERALL: Named(OVERALL, records.form.title)} if records.ratings else {}
    there |= {f"goal-{number}": it for number, it in enumerate(named_goals(records.goals), 1)}
    return there | {it.name: it for it in named_scales(records.measures)}


class _Maker:
    """Makes panels over one span."""

    def __init__(self, records: PanelRecords, course: Course, voice: Voice, since: date | None) -> None:
        self._records, self._course, self._voice, self._since = records, course, voice, since
        days = list(self._days())
        self._first = since or min(days, default=records.today)
        self._last = max([*days, self._first])

    def all(self) -> Iterator[Panel]:
        """In the order of the page."""
        yield self._overall()
        for goal, ratings in self._records.goals:
            yield self._goal(goal, ratings)
        yield from self.scales()

    def named(self, names: Collection[str]) -> Iterator[Panel]:
        """Those of these names, in the order of the page."""
        if OVERALL in names:
            yield self._overall()
        for goal, ratings in self._records.goals:
            if goal_name(goal) in names and ratings:
                yield self._goal(goal, ratings)
        for kept, answers in self._records.measures:
            for scale in kept.measure.scales:
                if scale_name(kept, scale) in names and answers:
                    yield self._scale(kept, scale, answers)

    def scales(self) -> Iterator[Panel]:
        """Those of questionnaires."""
        for kept, answers in self._records.measures:
            given = tuple(it for it in answers if self._counts(it.answered_at.date()))
            for scale in kept.measure.scales:
                yield self._scale(kept, scale, given)

    def _days(self) -> Iterator[date]:
        """Every day on which something was, or could have been, answered."""
        if self._records.ratings:
            yield from (it.starts_at.date() for it in self._course.held)
        for _, ratings in self._records.goals:
            yield from (it.rated_on for it in ratings)
        for _, answers in self._records.measures:
            yield from (it.answered_at.date() for it in answers)

    def _counts(self, day: date) -> bool:
        return self._since is None or day >= self._since

    def _overall(self) -> Panel:
        """The relationship as a whole; a session without a rating is a gap."""
        form, voice, translate = self._records.form, self._voice, self._voice.translate
        chart = alliance_chart(self._course, self._records.ratings, form)
        begun = next((it.day for it in chart.points if it.rating is not None), None)
        shown = [it for it in chart.points if begun is not None and it.day >= begun and self._counts(it.day)]
        new = [it.day for it in chart.points if it.number in chart.new_wordings]
        held = [it for it in self._course.held if self._counts(it.starts_at.date())]
        return Panel(
            name=OVERALL,
            title=form.title,
            axis=translate("charts", "higher: more of it"),
            low=0,
            high=4,
            ticks=tuple((float(step), words) for step, words in enumerate(form.answers)),
            points=tuple(
                PanelPoint(
                    day=it.day,
                    value=it.overall,
                    line=it.version or 0,
                    session=it.number,
                    hollow=it.score is not None and it.score.is_part_answered,
                    late=it.is_late,
                    remark=""
                    if it.rating is None or it.score is None or not it.score.is_part_answered
                    else translate("charts", "{count} of {all} answered").format(
                        count=it.rating.answered, all=len(form.questions)
                    ),
                )
                for it in shown
            ),
            marks=tuple(PanelMark(on=it, words=translate("charts", "new wording")) for it in new),
            trend=overall_trend(held, self._records.ratings, limits=self._records.limits),
            write=lambda value: f"“{form.answers[nearest_step(value)]}” ({voice.number(value)})",
            course=self._course,
            first=self._first,
            last=self._last,
            since=self._since,
            limits=self._records.limits,
        )

    def _goal(self, goal: Goal, ratings: tuple[GoalRating, ...]) -> Panel:
        """One goal; a new aim ends the line, clearer words are a mark on it."""
        translate = self._voice.translate
        counted = tuple(it for it in ratings if self._counts(it.rated_on))
        lines = goal_lines(goal, counted)
        kinds = {
            ChangeKind.CLEARER_WORDS: translate("charts", "clearer words"),
            ChangeKind.NEW_AIM: translate("charts", "a new aim"),
        }
        points = [
            PanelPoint(
                day=it.rated_on,
                value=it.value,
                line=number,
                session=self._course.number_of(it.session),
                remark=it.words,
            )
            for number, line in enumerate(lines)
            for it in line.ratings
        ]
        held = [it for it in self._course.held if self._counts(it.starts_at.date())]
        return Panel(
            name=goal_name(goal),
            title=goal.wording.wording,
            axis=translate("charts", "higher: nearer to it"),
            low=LOWEST,
            high=HIGHEST,
            ticks=(
                (0.0, translate("charts", "0: no nearer than at the start")),
                (5.0, translate("charts", "5: about half way")),
                (10.0, translate("charts", "10: as far as I wanted")),
            ),
            points=tuple(sorted(points, key=lambda it: it.day)),
            marks=tuple(
                PanelMark(on=it.valid_from, words=f"{kinds[it.change_kind]}: {it.wording}")
                for it in goal.wordings
                if it.change_kind in kinds
            ),
            trend=goal_trend(held, lines[-1], limits=self._records.limits),
            write=self._voice.number,
            course=self._course,
            first=self._first,
            last=self._last,
            since=self._since,
            limits=self._records.limits,
        )

    def _scale(self, kept: KeptMeasure, scale: Scale, given: tuple[MeasureAnswers, ...]) -> Panel:
        """One scale of one exact questionnaire."""
        translate, measure = self._voice.translate, kept.measure
        low, high = full_range(scale)
        scores = scale_scores(scale, given)
        values = [it.value for _, it in scores if it.value is not None]
        least = smallest_change(scale.change)
        notes = []
        if measure.code in self._records.bands and scale.bands:
            notes.append(translate("charts", "The ranges are those of its authors. They are no diagnosis."))
        if least is not None and values:
            told = translate(
                "charts",
                "Between the dotted lines, the difference to the first answer may be wobble ({source}).",
            )
            notes.append(told.format(source=scale.change.source if scale.change else ""))
        return Panel(
            name=scale_name(kept, scale),
            title=scale_title(kept, scale),
            axis={
                Better.HIGHER: translate("charts", "higher: easier for me"),
                Better.LOWER: translate("charts", "lower: easier for me"),
                Better.OPEN: translate("charts", "higher: more of it"),
            }[scale.better],
            low=low,
            high=high,
            ticks=self._scale_ticks(scale, low, high),
            points=tuple(
                PanelPoint(
                    day=when.date(),
                    value=it.value,
                    hollow=it.is_part_answered,
                    remark=translate("charts", "{count} of {all} answered").format(
                        count=it.answered, all=len(scale.items)
                    )
                    if it.answered < len(scale.items)
                    else "",
                )
                for when, it in scores
            ),
            marks=(),
            trend=scale_trend(scale, given, limits=self._records.limits),
            write=self._voice.number,
            course=self._course,
            first=self._first,
            last=self._last,
            since=self._since,
            limits=self._records.limits,
            bands=tuple((float(it.low), float(it.high), it.label) for it in scale.bands)
            if measure.code in self._records.bands
            else (),
            wobble=None if least is None or not values else (values[0] - least, values[0] + least),
            note=" ".join(notes),
        )

    def _scale_ticks(self, scale: Scale, low: float, high: float) -> tuple[tuple[float, str], ...]:
        """The words of the answers where the items share them and the score is a mean; else both ends in words."""
        choices = {it.choices for it in scale.items}
        if scale.scoring is Scoring.MEAN and len(choices) == 1 and not any(it.reverse for it in scale.items):
            return tuple((float(it.value), it.label) for it in scale.items[0].choices)
        easy, hard = self._voice.translate("charts", "easier"), self._voice.translate("charts", "harder")
        at_low, at_high = (hard, easy) if scale.better is Better.HIGHER else (easy, hard)
        number = self._voice.number
        if scale.better is Better.OPEN:
            return tuple((it, number(it)) for it in (low, (low + high) / 2, high))
        return (
            (low, f"{number(low)}: {at_low}"),
            ((low + high) / 2, number((low + high) / 2)),
            (high, f"{number(high)}: {at_high}"),
        )
