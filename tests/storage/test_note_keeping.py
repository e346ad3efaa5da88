"""Versions of a note, the bin, and stars."""

from datetime import date, timedelta

import pytest

from tests.conftest import NOON
from therapy_diary.domain.note import Note
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.storage.diary import Diary


@pytest.fixture
def therapy(diary: Diary) -> TherapyId:
    with diary.change():
        return diary.therapies.begin(label="With N.", started_on=date(2026, 1, 6)).id


@pytest.fixture
def note(diary: Diary, therapy: TherapyId) -> Note:
    with diary.change():
        return diary.notes.write(therapy, "first words", NOON, title="First")


def rewrite(diary: Diary, note: Note, text: str, minutes: int = 1) -> None:
    with diary.change():
        moment = NOON + timedelta(minutes=minutes)
        diary.notes.rewrite(note.id, text, moment, title=note.title, session=note.session, kind=note.kind)


def test_what_stood_in_a_note_can_be_read_and_brought_back(diary: Diary, note: Note) -> None:
    rewrite(diary, note, "second words")
    (version,) = diary.notes.versions(note.id)
    assert (version.title, version.text, version.kept_at) == (
        "First",
        "first words",
        NOON + timedelta(minutes=1),
    )
    with diary.change():
        back = diary.notes.bring_back(version, NOON + timedelta(hours=1))
    assert (back.title, back.text) == ("First", "first words")
    assert [it.text for it in diary.notes.versions(note.id)] == ["second words", "first words"]
    assert diary.search.count("second ") == 0


def test_the_last_fifty_versions_are_kept(diary: Diary, note: Note) -> None:
    for number in range(55):
        rewrite(diary, note, f"words {number}", number)
    kept = [it.text for it in diary.notes.versions(note.id)]
    assert kept == [f"words {number}" for number in range(53, 3, -1)]


def test_saving_the_same_words_makes_no_version(diary: Diary, note: Note) -> None:
    rewrite(diary, note, note.text)
    assert diary.notes.versions(note.id) == []


def test_a_binned_note_is_in_no_list_and_comes_back_to_its_place(
    diary: Diary, therapy: TherapyId, note: Note
) -> None:
    with diary.change():
        diary.notes.bin(note.id, NOON)
    assert diary.notes.newest(therapy, 10) == []
    assert [(it.id, since) for it, since in diary.notes.binned()] == [(note.id, NOON)]
    with diary.change():
        diary.notes.unbin(note.id)
    assert [it.id for it in diary.notes.newest(therapy, 10)] == [note.id]
    assert diary.notes.binned() == []


def test_the_bin_is_emptied_after_thirty_days_and_takes_the_versions_along(diary: Diary, note: Note) -> None:
    rewrite(diary, note, "second words")
    with diary.change():
        diary.notes.bin(note.id, NOON)
        assert diary.notes.empty_bin(NOON + timedelta(days=29)) == 0
        assert diary.notes.empty_bin(NOON + timedelta(days=30)) == 1
    assert diary.notes.binned() == []
    assert diary.notes.versions(note.id) == []


def test_starred_notes_stand_together(diary: Diary, therapy: TherapyId, note: Note) -> None:
    with diary.change():
        other = diary.notes.write(therapy, "other", NOON + timedelta(days=1))
        for it in (note, other):
            diary.notes.star(it.id, starred=True)
    assert [it.id for it in diary.notes.starred(therapy)] == [other.id, note.id]
    with diary.change():
        diary.notes.star(other.id, starred=False)
        diary.notes.bin(note.id, NOON)
    assert diary.notes.starred(therapy) == []


def test_a_picture_of_a_draft_belongs_to_the_note_the_draft_becomes(diary: Diary, note: Note) -> None:
    with diary.change():
        for name in ("a.png", "b.png"):
            diary.draft_attachments.add("note:new", name, "image/png", name.encode(), NOON)
        diary.draft_attachments.hand_over("note:new", note.id, {"a.png", "elsewhere.png"}, f"note:{note.id}")
    assert [(it.name, it.media) for it in diary.attachments.of(note.id)] == [("a.png", "image/png")]
    assert diary.draft_attachments.places() == {f"note:{note.id}"}
    left = diary.draft_attachments.named(f"note:{note.id}", "b.png")
    assert left is not None
    assert left.content == b"b.png"
    with diary.change():
        diary.draft_attachments.discard(f"note:{note.id}")
    assert diary.draft_attachments.places() == set()


def test_a_file_that_no_text_ever_named_stays_whatever_is_forgotten(diary: Diary, note: Note) -> None:
    with diary.change():
        diary.attachments.add(note.id, "letter.pdf", "application/pdf", b"x", NOON)
        diary.attachments.add(note.id, "a b.png", "image/png", b"x", NOON)
    rewrite(diary, note, "![](attachment:a%20b.png)", 1)
    for minute in range(2, 60):
        rewrite(diary, note, f"words {minute}", minute)
    assert [it.name for it in diary.attachments.of(note.id)] == ["letter.pdf"]


def test_a_note_in_the_bin_is_gone_for_links_until_it_is_taken_out(diary: Diary, note: Note) -> None:
    assert diary.notes.gone_of({note.uid, "0" * 32}) == {"0" * 32}
    with diary.change():
        diary.notes.bin(note.id, NOON)
    assert diary.notes.gone_of({note.uid}) == {note.uid}
    assert diary.notes.is_binned_by_uid(note.uid)
    assert diary.notes.by_uid(note.uid) is None
    with diary.change():
        diary.notes.unbin(note.id)
    assert diary.notes.by_uid(note.uid) == note
    assert not diary.notes.is_binned_by_uid(note.uid)


def test_notes_are_found_by_their_days(diary: Diary, therapy: TherapyId, note: Note) -> None:
    found = diary.notes.written_between(therapy, NOON.date(), NOON.date(), 5)
    assert [it.id for it in found] == [note.id]
    assert diary.notes.written_between(therapy, date(1, 1, 1), date(2026, 3, 3), 5) == []


def test_the_bin_is_read_a_page_at_a_time(diary: Diary, therapy: TherapyId) -> None:
    with diary.change():
        for number in range(250):
            note = diary.notes.write(therapy, f"{number}", NOON)
            diary.notes.bin(note.id, NOON + timedelta(minutes=number // 3))
    seen = page = diary.notes.binned(60)
    while page := diary.notes.binned(60, below=page[-1]):
        seen = seen + page
    assert len({it.id for it, _ in seen}) == len(seen) == 250
    assert [since for _, since in seen] == sorted((since for _, since in seen), reverse=True)


def test_only_what_is_in_the_bin_can_be_deleted_and_its_draft_goes_with_it(diary: Diary, note: Note) -> None:
    with diary.change():
        diary.drafts.keep(f"note:{note.id}", "half", 0, NOON)
        diary.notes.delete(note.id)
    assert diary.notes.get(note.id) == note
    with diary.change():
        diary.notes.bin(note.id, NOON)
        diary.notes.delete(note.id)
    with pytest.raises(KeyError):
        diary.notes.get(note.id)
    assert diary.drafts.all() == []
    assert diary.examine().problems == ()


def test_drafts_go_when_the_bin_is_emptied(diary: Diary, note: Note) -> None:
    with diary.change():
        diary.drafts.keep(f"note:{note.id}", "half", 0, NOON)
        diary.notes.bin(note.id, NOON)
    assert not diary.notes.bin_is_due(NOON + timedelta(days=29))
    assert diary.notes.bin_is_due(NOON + timedelta(days=30))
    with diary.change():
        diary.notes.empty_bin(NOON + timedelta(days=30))
    assert diary.drafts.all() == []


def test_the_list_of_versions_reads_no_texts_but_names_each(diary: Diary, note: Note) -> None:
    rewrite(diary, note, "second words")
    (head,) = diary.notes.version_heads(note.id)
    assert (head.title, head.kept_at) == ("First", NOON + timedelta(minutes=1))
    assert diary.notes.version(head.id).text == "first words"
    with pytest.raises(KeyError):
        diary.notes.version(999)
