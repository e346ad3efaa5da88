"""The one small chart on the road of a worksheet: which there are to choose from, and the one that was chosen."""

from dataclasses import dataclass

from therapy_diary.domain.closing import ALLIANCE_CHART, CHECKLIST_CHART, NO_CHART
from therapy_diary.domain.questions import QuestionSet
from therapy_diary.reports.charts.alliance_figure import alliance_chart
from therapy_diary.reports.charts.checklist_figure import checklist_chart
from therapy_diary.reports.charts.course import Course, course
from therapy_diary.reports.charts.panels import (
    PanelRecords,
    goal_name,
    named_goals,
    named_scales,
    panels_named,
)
from therapy_diary.reports.charts.small_alliance import small_alliance
from therapy_diary.reports.charts.small_checklist import small_checklist
from therapy_diary.reports.charts.small_line import small_line
from therapy_diary.reports.charts.voice import Voice, quoted
from therapy_diary.reports.pages.words import PageWords
from therapy_diary.reports.pages.worksheet_records import Records


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadChart:
    """A drawing as SVG, and the sentence that stands above it and in its place where it is read aloud."""

    name: str
    sentence: str
    svg: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadCharts:
    """What they are drawn from. The forms are the ones in use: of the alliance, and of the checklist."""

    records: Records
    alliance: QuestionSet
    checklist: QuestionSet
    words: PageWords
    voice: Voice

    def offered(self) -> tuple[tuple[str, str], ...]:
        """The name and the title of each that has an answer in it."""
        records = self.records
        found = []
        if records.alliance:
            found.append((ALLIANCE_CHART, self.alliance.title))
        if any(it.answers for it in records.checklists):
            found.append((CHECKLIST_CHART, self.checklist.title))
        drawn = self._panel_records()
        return (*found, *named_goals(drawn.goals), *named_scales(drawn.measures))

    def chosen(self) -> RoadChart | None:
        """The one chosen for this ending; None where there is none, or nothing in it."""
        name = self.records.closing.chart
        if name == NO_CHART:
            return None
        drawn = {ALLIANCE_CHART: self._alliance, CHECKLIST_CHART: self._checklist}.get(name, self._line)()
        if drawn is None:
            return None
        sentence, svg = drawn
        return RoadChart(name=name, sentence=sentence, svg=svg)

    # inside

    def _alliance(self) -> tuple[str, bytes] | None:
        svg = small_alliance(alliance_chart(self._course(), self.records.alliance, self.alliance))
        return None if svg is None else (self.words.word("drawn", "chart"), svg)

    def _checklist(self) -> tuple[str, bytes] | None:
        svg = small_checklist(
            checklist_chart(self._course(), self.records.checklists, self.checklist), self.voice
        )
        if svg is None:
            return None
        answers = self.checklist.answers
        told = self.words.filled(
            "drawn",
            "chart_of_checklist",
            lowest=answers[0],
            highest=answers[-1],
            not_sure=self.checklist.no_answer,
        )
        return told, svg

    def _line(self) -> tuple[str, bytes] | None:
        """A goal, or a scale of a questionnaire."""
        name, records = self.records.closing.chart, self.records
        found = panels_named({name}, self._panel_records(), self._course(), self.voice)
        panel = next((it for it in found if it.name == name), None)
        svg = None if panel is None else small_line(panel, self.voice)
        if panel is None or svg is None:
            return None
        is_goal = any(goal_name(it) == name for it in records.goals)
        key = "chart_of_goal" if is_goal else "chart_of_measure"
        return self.words.filled("drawn", key, title=quoted(panel.title), axis=panel.axis), svg

    def _course(self) -> Course:
        return course(self.records.sessions, self.records.milestones, self.voice)

    def _panel_records(self) -> PanelRecords:
        records = self.records
        return PanelRecords(
            ratings=(),
            goals=tuple((it, tuple(records.goal_ratings.get(it.id, ()))) for it in records.goals),
            measures=tuple((kept, tuple(answers)) for kept, answers in records.measures),
            form=self.alliance,
            today=records.today,
        )
