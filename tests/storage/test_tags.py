"""Tags: one spelling each, found by their first letters, renamed everywhere."""

from datetime import date, timedelta

import pytest

from tests.conftest import NOON
from therapy_diary.domain.note import Note, NoteId
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.notes import RARE_TAG
from therapy_diary.storage.tags import tag_in


@pytest.fixture
def therapy(diary: Diary) -> TherapyId:
    with diary.change():
        return diary.therapies.begin(label="With N.", started_on=date(2026, 1, 6)).id


@pytest.fixture
def notes(diary: Diary, therapy: TherapyId) -> list[Note]:
    with diary.change():
        return [diary.notes.write(therapy, f"{it}", NOON - timedelta(days=it)) for it in range(3)]


def test_a_tag_keeps_the_spelling_it_has_in_the_diary(diary: Diary, notes: list[Note]) -> None:
    with diary.change():
        assert diary.tags.put(notes[0].id, "Sleep") == "Sleep"
        assert diary.tags.put(notes[1].id, "#sleep") == "Sleep"
        assert diary.tags.put(notes[1].id, "Sleep") == "Sleep"
        assert diary.tags.put(notes[1].id, "שינה") == "שינה"
    assert diary.tags.of(notes[1].id) == ["Sleep", "שינה"]
    assert diary.tags.of_each(it.id for it in notes) == {
        notes[0].id: ["Sleep"],
        notes[1].id: ["Sleep", "שינה"],
    }


def test_tags_are_offered_by_their_first_letters(diary: Diary, notes: list[Note]) -> None:
    with diary.change():
        for tag in ("sleep", "Sister", "SLOW", "work", "Übermut"):
            diary.tags.put(notes[0].id, tag)
    assert diary.tags.fitting("s") == ["Sister", "sleep", "SLOW"]
    assert diary.tags.fitting("SL") == ["sleep", "SLOW"]
    assert diary.tags.fitting("ü") == ["Übermut"]
    assert diary.tags.fitting("z") == []
    assert len(diary.tags.fitting("")) == 5
    assert len(diary.tags.fitting("", limit=2)) == 2


def test_a_tag_is_renamed_everywhere_and_may_join_another(diary: Diary, notes: list[Note]) -> None:
    with diary.change():
        for note in notes:
            diary.tags.put(note.id, "night")
        diary.tags.put(notes[0].id, "Sleep")
        diary.tags.rename("night", "Sleep")
        diary.tags.rename("Sleep", "Sleep")
    assert [diary.tags.of(it.id) for it in notes] == [["Sleep"]] * 3
    assert diary.search.count("tag:night") == 0
    assert diary.search.count("tag:sleep") == 3


@pytest.mark.parametrize("typed", ["", "  ", "#", 'a"b', "x" * 61, "\0"])
def test_what_is_no_tag_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="a tag has"):
        tag_in(typed)


def test_the_days_with_notes_are_told(diary: Diary, therapy: TherapyId, notes: list[Note]) -> None:
    with diary.change():
        diary.notes.bin(notes[2].id, NOON)
    found = diary.notes.days_between(therapy, NOON.date() - timedelta(days=9), NOON.date())
    assert found == {NOON.date(), NOON.date() - timedelta(days=1)}
    assert diary.notes.days_between(therapy, date(1, 1, 1), date(1, 2, 1)) == set()


@pytest.mark.parametrize("many", [5, RARE_TAG + 20])
def test_the_notes_of_a_tag_come_from_the_first_on_page_by_page(
    diary: Diary, therapy: TherapyId, many: int
) -> None:
    with diary.change():
        for number in range(many):
            note = diary.notes.write(therapy, f"{number}", NOON + timedelta(minutes=number))
            diary.tags.put(note.id, "lake")
            diary.notes.write(therapy, "untagged", NOON + timedelta(minutes=number))
    seen: list[str] = []
    last: Note | None = None
    while page := diary.notes.from_first(therapy, "lake", 300, after=last):
        seen += [it.text for it in page]
        last = page[-1]
    assert seen == [str(number) for number in range(many)]


def test_of_a_note_no_more_is_read_than_is_asked_for(diary: Diary, therapy: TherapyId) -> None:
    with diary.change():
        note = diary.notes.write(therapy, "שלום " * 1000, NOON)
    assert diary.notes.beginning(note.id, 7) == "שלום של"
    assert diary.notes.beginning(NoteId(99), 7) == ""
