"""The three small panels of the page before a session: an open goal, the relationship, one questionnaire."""

from dataclasses import dataclass

from therapy_diary.domain.goal import GoalState
from therapy_diary.domain.milestone import Milestone
from therapy_diary.domain.session import Session
from therapy_diary.insight.small_panel import POINTS_SHOWN, SmallPanel
from therapy_diary.reports.charts.course import course
from therapy_diary.reports.charts.panel import Panel
from therapy_diary.reports.charts.panels import (
    OVERALL,
    Named,
    PanelRecords,
    named_goals,
    named_scales,
    panels_named,
)
from therapy_diary.reports.charts.trend_words import one_sentence
from therapy_diary.reports.charts.voice import Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallPanels:
    """What they are made of. goal and scale name the panels wanted; the first there is stands in for one that is gone.

    relationship_first: where the work is on the relationship itself, its panel comes first.
    """

    records: PanelRecords
    sessions: tuple[Session, ...]
    milestones: tuple[Milestone, ...]
    goal: str = ""
    scale: str = ""
    relationship_first: bool = False

    def made(self, voice: Voice) -> tuple[SmallPanel, ...]:
        """At most three, each with an answer in it. Only open goals count."""
        goals = named_goals(it for it in self.records.goals if it[0].state is GoalState.OPEN)
        scales = named_scales(self.records.measures)
        of_goals, of_scales = _wanted(goals, self.goal), _wanted(scales, self.scale)
        order = [OVERALL, of_goals] if self.relationship_first else [of_goals, OVERALL]
        others = {of_goals: tuple(goals), of_scales: tuple(scales)}
        over = course(self.sessions, self.milestones, voice)
        made = {it.name: it for it in panels_named({*order, of_scales}, self.records, over, voice)}
        return tuple(
            _small(made[name], voice, others.get(name, ())) for name in (*order, of_scales) if name in made
        )


def _wanted(there: list[Named], name: str) -> str:
    names = [it for it, _ in there]
    return name if name in names else next(iter(names), "")


def _small(panel: Panel, voice: Voice, others: tuple[Named, ...]) -> SmallPanel:
    """Only the latest wording: dots of two wordings side by side would ask to be compared."""
    wording = max(it.line for it in panel.answered)
    shown = [it for it in panel.answered if it.line == wording][-POINTS_SHOWN:]
    return SmallPanel(
        name=panel.name,
        title=panel.title,
        low=panel.low,
        high=panel.high,
        given=tuple((it.day, it.value) for it in shown if it.value is not None),
        hollow=tuple(it.day for it in shown if it.hollow),
        breaks=panel.course.shaded(shown[0].day, shown[-1].day),
        sentence=one_sentence(panel.trend, panel.write, voice),
        others=others if len(others) > 1 else (),
    )
