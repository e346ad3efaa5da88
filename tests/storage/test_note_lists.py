"""Lists of notes that a page reads without reading the notes."""

from datetime import date, datetime, timedelta

from therapy_diary.domain.note import NoteKind
from therapy_diary.storage.diary import Diary

NOON = datetime(2026, 3, 4, 12, 0)


def test_notes_about_sessions_come_in_pages_without_those_between(diary: Diary) -> None:
    with diary.change():
        therapy = diary.therapies.begin(label="With N.", started_on=date(2026, 1, 6)).id
        session = diary.sessions.add(therapy, NOON - timedelta(days=9)).id
        for day in range(6):
            about = session if day % 2 else None
            diary.notes.write(
                therapy, f"day {day}", NOON + timedelta(days=day), session=about, kind=NoteKind.AFTER
            )
    first = diary.notes.newest(therapy, 2, about_sessions=True)
    rest = diary.notes.newest(therapy, 2, before=first[-1], about_sessions=True)
    assert [it.text for it in first + rest] == ["day 5", "day 3", "day 1"]


def test_a_session_is_written_about_once_it_has_a_note(diary: Diary) -> None:
    with diary.change():
        therapy = diary.therapies.begin(label="With N.", started_on=date(2026, 1, 6)).id
        one = diary.sessions.add(therapy, NOON).id
        other = diary.sessions.add(therapy, NOON + timedelta(days=7)).id
        diary.notes.write(therapy, "words", NOON, session=one)
    assert diary.notes.is_written_about(one)
    assert not diary.notes.is_written_about(other)


def test_search_finds_every_script_in_either_case_and_shows_the_passage(diary: Diary) -> None:
    with diary.change():
        therapy = diary.therapies.begin(label="With N.", started_on=date(2026, 1, 6)).id
        diary.notes.write(therapy, "Ich war ÄRGERLICH.", NOON, title="One")
        diary.notes.write(therapy, "Сначала Тишина", NOON + timedelta(days=1))
        diary.notes.write(therapy, "w " * 400 + "needle in it " + "w " * 400, NOON + timedelta(days=2))
    assert [it.title for it in diary.notes.search(therapy, "ärgerlich one", 10)] == ["One"]
    assert len(diary.notes.search(therapy, "тишина", 10)) == 1
    (found,) = diary.notes.search(therapy, "needle", 10)
    assert "needle in it" in found.text
    assert len(found.text) < 300
    assert diary.notes.search(therapy, " ", 10) == []
    assert len(diary.notes.search(therapy, "it", 1)) == 1
