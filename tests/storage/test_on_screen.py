"""Which therapy is on the screen is kept in the file, and what is half written waits with its own."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.conftest import KEY, NOON
from therapy_diary.domain.draft import JOTTED, NEW_CONTACT, NEW_THERAPY, WINDOW
from therapy_diary.domain.therapy import Therapy
from therapy_diary.storage.diary import Diary

OWN = (
    "note:new",
    "note:7",
    "alliance:3",
    "checklist:new",
    "goal:new",
    "topic:new",
    "after:new",
    "setting:new",
)
OF_NOBODY = (JOTTED, WINDOW, NEW_CONTACT, NEW_THERAPY)


@pytest.fixture
def two(diary: Diary) -> tuple[Therapy, Therapy]:
    """One that went before, and the one on the screen."""
    with diary.change():
        before = diary.therapies.begin(label="With A.", started_on=date(2024, 1, 1))
        return before, diary.therapies.begin(label="With B.", started_on=date(2026, 1, 1))


def put(diary: Diary, therapy: Therapy) -> None:
    with diary.change():
        diary.therapies.put_on_screen(therapy.id)


def write_half(diary: Diary, *places: str) -> None:
    with diary.quiet_change():
        for place in places:
            diary.drafts.keep(place, f"half of {place}", 3, NOON)


def test_the_one_put_on_the_screen_is_there_when_the_file_is_opened_again(
    diary: Diary, two: tuple[Therapy, Therapy], tmp_path: Path
) -> None:
    before, now = two
    assert diary.therapies.current() == now
    put(diary, before)
    diary.close()
    again = Diary.open(tmp_path / "diary.db", KEY)
    assert again.therapies.current() == before
    again.close()


def test_what_is_half_written_waits_with_its_therapy_and_comes_back_as_it_was(
    diary: Diary, two: tuple[Therapy, Therapy]
) -> None:
    before, now = two
    write_half(diary, *OWN, *OF_NOBODY)
    with diary.quiet_change():
        diary.draft_attachments.add("note:new", "bird.png", "image/png", b"bird", NOON)
    whole = {it.place: it for it in diary.drafts.all()}
    put(diary, before)
    assert [it for it in OWN if diary.drafts.at(it) is not None] == []
    assert {it: diary.drafts.at(it) for it in OF_NOBODY} == {it: whole[it] for it in OF_NOBODY}
    assert diary.draft_attachments.named("note:new", "bird.png") is None
    write_half(diary, "note:new")
    put(diary, now)
    assert {it: diary.drafts.at(it) for it in OWN} == {it: whole[it] for it in OWN}
    assert diary.draft_attachments.named("note:new", "bird.png") is not None
    put(diary, now)  # once more changes nothing
    assert diary.drafts.at("note:new") == whole["note:new"]


def test_deleting_a_therapy_deletes_what_is_half_written_about_it_and_nothing_else(
    diary: Diary, two: tuple[Therapy, Therapy]
) -> None:
    before, now = two
    put(diary, before)
    write_half(diary, "topic:new", JOTTED)
    put(diary, now)
    write_half(diary, "goal:new")
    with diary.change():
        diary.therapies.remove(now.id)
    assert diary.therapies.current() == before
    assert set(diary.drafts.places()) == {"topic:new", JOTTED}
    with diary.change():
        third = diary.therapies.begin(label="With C.", started_on=NOON.date())
        diary.therapies.put_on_screen(third.id)
        diary.therapies.remove(before.id)
    assert diary.drafts.places() == [JOTTED]


def test_a_note_deleted_for_good_leaves_no_half_written_words_behind(
    diary: Diary, two: tuple[Therapy, Therapy]
) -> None:
    before, now = two
    with diary.change():
        one, other = (diary.notes.write(now.id, it, NOON) for it in ("one", "other"))
    write_half(diary, f"note:{one.id}", f"note:{other.id}")
    put(diary, before)
    with diary.change():
        for it in (one, other):
            diary.notes.bin(it.id, NOON)
        diary.notes.delete(one.id)
    assert len(diary.drafts.places()) == 1
    with diary.change():
        diary.notes.empty_bin(NOON + timedelta(days=90))
    assert diary.drafts.places() == []


def test_the_screen_stays_when_that_is_asked_for(diary: Diary, two: tuple[Therapy, Therapy]) -> None:
    before, now = two
    with diary.change():
        diary.therapies.keep_on_screen(now.id)
    assert diary.choices.therapy() is None, "it is there already"
    with diary.change():
        diary.therapies.begin(label="With C.", started_on=NOON.date())
        diary.therapies.keep_on_screen(now.id)
    assert diary.therapies.current() == now
    assert before in diary.therapies.all()


def test_one_that_is_not_there_cannot_come_onto_the_screen(
    diary: Diary, two: tuple[Therapy, Therapy]
) -> None:
    gone = two[0]
    with diary.change():
        diary.therapies.remove(gone.id)
    with pytest.raises(KeyError), diary.change():
        diary.therapies.put_on_screen(gone.id)
    assert diary.therapies.current() == two[1]
