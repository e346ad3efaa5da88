"""A second look at a session: kept beside the first note, found by its words, and taken along by every way out."""

import io
from datetime import timedelta
from pathlib import Path

import pytest

from tests.conftest import KEY, NOON
from therapy_diary.domain.found import FoundKind
from therapy_diary.domain.note import Note, NoteKind
from therapy_diary.domain.session import Session
from therapy_diary.exchange import archive
from therapy_diary.exchange.bringing import bring
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.rescue import Words, rescue

LATER = NOON + timedelta(days=2)


@pytest.fixture
def session(diary: Diary) -> Session:
    with diary.change():
        therapy = diary.therapies.begin(label="With N.", started_on=NOON.date())
        return diary.sessions.add(therapy.id, NOON)


@pytest.fixture
def first(diary: Diary, session: Session) -> Note:
    with diary.change():
        return diary.notes.write(
            session.therapy, "It was all wrong.", NOON, session=session.id, kind=NoteKind.AFTER
        )


def look_again(diary: Diary, session: Session, words: str) -> None:
    with diary.change():
        diary.second_looks.write(session, words, LATER, title="A second look")


def test_the_first_note_stays_as_it_was(diary: Diary, session: Session, first: Note) -> None:
    look_again(diary, session, "It was mostly the silence.")

    look = Diary.open(diary.file, KEY).second_looks.at(session.id)
    assert look is not None
    assert (look.note.text, look.note.written_at) == ("It was mostly the silence.", LATER)
    assert look.minutes_since(session) == 2 * 24 * 60
    assert diary.notes.get(first.id) == first
    assert diary.notes.versions(first.id) == []
    assert diary.second_looks.first_notes(session.id) == [first]


def test_a_changed_second_look_is_still_one_and_keeps_its_earlier_words(
    diary: Diary, session: Session, first: Note
) -> None:
    look_again(diary, session, "The silence.")
    look_again(diary, session, "The silence, and my part in it.")

    look = diary.second_looks.at(session.id)
    assert look is not None
    assert look.note.text == "The silence, and my part in it."
    assert [it.text for it in diary.notes.versions(look.note.id)] == ["The silence."]
    assert len(diary.notes.of_session(session.id)) == 2
    assert diary.notes.get(first.id) == first


def test_one_in_the_bin_leaves_room_for_another(diary: Diary, session: Session, first: Note) -> None:
    look_again(diary, session, "The silence.")
    look = diary.second_looks.at(session.id)
    assert look is not None
    with diary.change():
        diary.notes.bin(look.note.id, LATER)
    assert diary.second_looks.at(session.id) is None
    look_again(diary, session, "Anew.")
    assert [it.text for it in diary.notes.of_session(session.id)] == [first.text, "Anew."]


def test_it_is_found_by_its_words(diary: Diary, session: Session, first: Note) -> None:
    look_again(diary, session, "A heron on the bridge.")
    [found] = diary.search.find("heron")
    look = diary.second_looks.at(session.id)
    assert look is not None
    assert (found.kind, found.record) == (FoundKind.NOTE, look.note.id)
    assert first.id != found.record


def test_it_goes_out_and_comes_back_to_the_byte(
    diary: Diary, session: Session, first: Note, tmp_path: Path
) -> None:
    look_again(diary, session, "Softer.")
    out, file = io.BytesIO(), tmp_path / "all.json"
    archive.write(diary, out)
    file.write_bytes(out.getvalue())
    other = Diary.create(tmp_path / "other.db", KEY)

    assert bring(other, file, now=LATER).skipped == ()

    again = io.BytesIO()
    archive.write(other, again)
    assert again.getvalue() == out.getvalue()
    [therapy] = other.therapies.all()
    [came] = other.sessions.held(therapy.id)
    look = other.second_looks.at(came.id)
    assert look is not None
    assert look.note.text == "Softer."
    assert [it.text for it in other.second_looks.first_notes(came.id)] == [first.text]
    other.close()


def test_a_rescued_diary_still_knows_which_note_is_the_second(
    diary: Diary, session: Session, first: Note, tmp_path: Path
) -> None:
    look_again(diary, session, "Softer.")
    assert rescue(diary.file, KEY, tmp_path / "whole.db", LATER, Words()).everything

    saved = Diary.open(tmp_path / "whole.db", KEY)
    look = saved.second_looks.at(session.id)
    assert look is not None
    assert look.note.text == "Softer."
    assert saved.second_looks.first_notes(session.id) == [first]
    assert saved.examine().whole
    saved.close()
