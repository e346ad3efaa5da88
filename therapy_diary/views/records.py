"""What charts and printed pages draw on, read out of the diary."""

from dataclasses import replace
from datetime import date

from therapy_diary.domain.closing import Closing
from therapy_diary.domain.therapy import Approach, Therapy
from therapy_diary.reports.charts.catalogue import ChartRecords
from therapy_diary.reports.charts.panels import PanelRecords
from therapy_diary.reports.charts.small_panels import SmallPanels
from therapy_diary.reports.pages.worksheet_records import Records
from therapy_diary.storage.diary import Diary
from therapy_diary.views.thoughts import limits_in_use
from therapy_diary.views.wording import form_in_use


def records_of(diary: Diary, therapy: Therapy, closing: Closing, today: date) -> Records:
    """Everything a worksheet may draw on. Notes only as far as the person allowed them to be printed; no covered topic."""
    goals = diary.goals.of(therapy.id)
    questions, signs = form_in_use("alliance"), form_in_use("signs")
    return Records(
        therapy=therapy,
        today=today,
        closing=closing,
        written=diary.closings.sections(therapy.id),
        seen=diary.closings.lines(therapy.id),
        ticks=diary.closings.ticks(therapy.id),
        settings=diary.settings.of(therapy.id),
        sessions=diary.sessions.of(therapy.id),
        goals=goals,
        goal_ratings={it.id: diary.goals.ratings_of(it.id) for it in goals},
        alliance=diary.alliance_ratings.of(therapy.id),
        statements={it.key: it.short for it in questions.questions},
        checklists=diary.checklists.of(therapy.id),
        measures=[(it, diary.measures.answers_of(it.id)) for it in diary.measures.all()],
        milestones=diary.milestones.of(therapy.id),
        topics=diary.topics.of(therapy.id),
        contacts=diary.contacts.all(),
        notes=list(diary.notes.printable(therapy.id)),
        tasks=diary.tasks.of(therapy.id),
        patterns=diary.patterns.of(therapy.id),
        pattern_moments=diary.patterns.moments_of(therapy.id),
        signs=diary.signs.of(therapy.id),
        sign_names={it.key: it.short for it in signs.questions},
    )


def panel_records_of(diary: Diary, therapy: Therapy | None, today: date) -> PanelRecords:
    """What the small panels of a therapy are made of. Questionnaires that were ever answered belong to it, too.

    Before one has begun, they are all there is.
    """
    measures = [(it, tuple(diary.measures.answers_of(it.id))) for it in diary.measures.all()]
    return PanelRecords(
        ratings=() if therapy is None else tuple(diary.alliance_ratings.of(therapy.id)),
        goals=()
        if therapy is None
        else tuple((it, tuple(diary.goals.ratings_of(it.id))) for it in diary.goals.of(therapy.id)),
        measures=tuple((it, answers) for it, answers in measures if answers),
        form=form_in_use("alliance"),
        today=today,
        limits=limits_in_use(diary),
        bands=frozenset(it.measure.code for it, _ in measures if diary.choices.shows_bands(it.measure.code)),
    )


def small_panels_of(diary: Diary, therapy: Therapy, today: date) -> SmallPanels:
    """What the three small panels before a session are made of."""
    return SmallPanels(
        records=panel_records_of(diary, therapy, today),
        sessions=tuple(diary.sessions.of(therapy.id)),
        milestones=tuple(diary.milestones.of(therapy.id)),
        goal=diary.choices.panel_of("goal"),
        scale=diary.choices.panel_of("scale"),
        relationship_first=therapy.approach is Approach.DYNAMIC,
    )


def chart_records_of(diary: Diary, therapy: Therapy | None) -> ChartRecords:
    """What the charts of a therapy are made of; nothing before one has begun."""
    nothing = ChartRecords(
        sessions=(),
        milestones=(),
        ratings=(),
        checklists=(),
        goals=(),
        alliance_form=form_in_use("alliance"),
        checklist_form=form_in_use("checklist"),
        limits=limits_in_use(diary),
    )
    if therapy is None:
        return nothing
    return replace(
        nothing,
        sessions=tuple(diary.sessions.of(therapy.id)),
        milestones=tuple(diary.milestones.of(therapy.id)),
        ratings=tuple(diary.alliance_ratings.of(therapy.id)),
        checklists=tuple(diary.checklists.of(therapy.id)),
        goals=tuple((it, tuple(diary.goals.ratings_of(it.id))) for it in diary.goals.of(therapy.id)),
    )
