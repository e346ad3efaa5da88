"""What a printed page may draw on, read out of the diary."""

from datetime import date

from therapy_diary import resources
from therapy_diary.domain.closing import Closing
from therapy_diary.domain.questions import read_questions
from therapy_diary.domain.therapy import Therapy
from therapy_diary.reports.worksheet_records import Records
from therapy_diary.storage.diary import Diary


def records_of(diary: Diary, therapy: Therapy, closing: Closing, today: date) -> Records:
    """Everything a worksheet may draw on. Notes only as far as the person allowed them to be printed."""
    goals = diary.goals.of(therapy.id)
    questions = read_questions(resources.text("questions/alliance.toml"))
    return Records(
        therapy=therapy,
        today=today,
        closing=closing,
        written=diary.closings.sections(therapy.id),
        settings=diary.settings.of(therapy.id),
        sessions=diary.sessions.of(therapy.id),
        goals=goals,
        goal_ratings={it.id: diary.goals.ratings_of(it.id) for it in goals},
        alliance=diary.alliance_ratings.of(therapy.id),
        statements={it.key: it.short for it in questions.questions},
        checklists=diary.checklists.of(therapy.id),
        milestones=diary.milestones.of(therapy.id),
        topics=diary.topics.of(therapy.id),
        contacts=diary.contacts.all(),
        notes=list(diary.notes.printable(therapy.id)),
    )
