"""Texts, dates, tags and searches that nobody means: kept or refused in plain words, and never a traceback."""

from datetime import date, datetime

import pytest

from tests.conftest import KEY, NOON
from therapy_diary.domain.note import LONGEST_TEXT, Note
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.domain.topic import TopicKind
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.errors import NoteTooLong

MANY = 10_000
FIRST_MOMENT, LAST_MOMENT = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59)
HALVES = "\ud83d", "\ude42"
"""The two halves of a smiling face, as a text that was cut in the middle has them."""


@pytest.fixture
def therapy(diary: Diary) -> TherapyId:
    with diary.change():
        return diary.therapies.begin(label="With N.", started_on=date(2026, 1, 6)).id


def write(diary: Diary, therapy: TherapyId, text: str, moment: datetime = NOON, title: str = "") -> Note:
    with diary.change():
        return diary.notes.write(therapy, text, moment, title=title)


def found(diary: Diary, typed: str) -> list[str]:
    return [it.passage.text for it in diary.search.find(typed, still_typing=False)]


def reopened(diary: Diary) -> Diary:
    diary.close()
    return Diary.open(diary.file, KEY)


def test_a_note_of_fifty_megabytes_is_refused_and_what_stood_there_stays(
    diary: Diary, therapy: TherapyId
) -> None:
    note = write(diary, therapy, "as it was")
    for text in ("x" * 50_000_000, "חרדה " * 10_000_000, "x" * (LONGEST_TEXT + 1)):
        with pytest.raises(NoteTooLong):
            write(diary, therapy, text)
        with pytest.raises(NoteTooLong), diary.change():
            diary.notes.rewrite(note.id, text, NOON, title="", session=None, kind=note.kind)
    assert [it.text for it in diary.notes.newest(therapy, 10)] == ["as it was"]
    assert diary.notes.versions(note.id) == []
    assert found(diary, "was") == ["as it was"]


def test_the_longest_note_there_may_be_is_kept_whole_and_found(diary: Diary, therapy: TherapyId) -> None:
    text = ("calm\n" * LONGEST_TEXT)[: LONGEST_TEXT - 6] + "\nheron"
    note = write(diary, therapy, text)
    assert diary.notes.get(note.id).text == text
    assert found(diary, "heron")[0].endswith("heron")


def test_a_diary_with_ten_thousand_tags_is_searched_by_each(diary: Diary, therapy: TherapyId) -> None:
    note = write(diary, therapy, "quiet evening")
    other = write(diary, therapy, "quiet morning")
    with diary.change():
        diary._connection.executemany(
            "INSERT INTO note_tag (note, tag) VALUES (?, ?)", [(note.id, f"tag {it}") for it in range(MANY)]
        )
    assert found(diary, f'quiet tag:"tag {MANY - 1}"') == ["quiet evening"]
    assert found(diary, 'quiet -tag:"tag 0"') == ["quiet morning"]
    assert diary.imports.tags_of(other.id) == []
    assert len(diary.imports.tags_of(note.id)) == MANY
    assert found(diary, " ".join(f"tag:{it}" for it in range(MANY))) == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ('"', []),
        ("*", []),
        ("()", []),
        ("NEAR(", ["near the sea"]),
        ("near*", ["near the sea"]),
        ('"near', ["near the sea"]),
        ("near AND", []),
        ("sea OR", []),
        ('"the sea" NOT', []),
        ("^near", ["near the sea"]),
        ("title:near", []),
        ("{near}", ["near the sea"]),
        ("sea -far", ["near the sea"]),
        ("-near", ["far from it"]),
    ],
)
def test_what_an_index_takes_for_orders_is_only_what_was_typed(
    diary: Diary, therapy: TherapyId, typed: str, expected: list[str]
) -> None:
    write(diary, therapy, "near the sea")
    write(diary, therapy, "far from it")
    assert found(diary, typed) == expected
    assert diary.search.count(typed, still_typing=False) == len(expected)


def test_notes_of_the_first_and_the_last_day_there_are_stand_in_their_order(
    diary: Diary, therapy: TherapyId
) -> None:
    for moment in (FIRST_MOMENT, NOON, LAST_MOMENT):
        write(diary, therapy, f"calm in {moment.year}", moment)
    again = reopened(diary)
    assert found(again, "calm") == ["calm in 9999", "calm in 2026", "calm in 1"]
    assert [it.written_at for it in again.notes.newest(therapy, 9)] == [LAST_MOMENT, NOON, FIRST_MOMENT]
    assert [it.moment for it in again.search.find("calm")][-1] == FIRST_MOMENT
    assert found(again, "calm before:0002") == ["calm in 1"]
    assert found(again, "calm after:0001-01-02") == ["calm in 9999", "calm in 2026"]
    assert found(again, "calm before:0001") == found(again, "before:1") == []
    assert again.examine().whole
    again.close()


@pytest.mark.parametrize("sequence", ["👩‍👩‍👧‍👦", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "👍🏽", "❤️‍🔥", "1️⃣", "🇮🇱🇺🇸", "e\u0301\u0302\u0303"])
def test_emoji_and_piled_accents_come_back_as_they_were(
    diary: Diary, therapy: TherapyId, sequence: str
) -> None:
    text = f"tired {sequence} and calm"
    note = write(diary, therapy, text, title=sequence)
    again = reopened(diary)
    kept = again.notes.get(note.id)
    assert (kept.text, kept.title) == (text, sequence)
    assert found(again, sequence) == [text]
    again.close()


def test_half_a_character_is_shown_as_one_that_is_missing_and_nothing_else_is_lost(
    diary: Diary, therapy: TherapyId
) -> None:
    first, second = HALVES
    note = write(diary, therapy, f"before {first} after", title=f"{second}!")
    with diary.change():
        diary.notes.rewrite(
            note.id, f"whole {first}{second}, half {second}", NOON, title=first, session=None, kind=note.kind
        )
        diary.drafts.keep("note:new", f"draft {first}", 3, NOON)
        diary.topics.add(therapy, f"topic {second}", kind=TopicKind.CONTENT, created_on=NOON.date())
    again = reopened(diary)
    kept = again.notes.get(note.id)
    assert (kept.title, kept.text) == ("\ufffd", "whole 🙂, half \ufffd")
    assert again.notes.versions(note.id)[0].text == "before \ufffd after"
    assert [it.text for it in again.drafts.all()] == ["draft \ufffd"]
    assert found(again, f"whole{first} ") == [kept.text]
    assert found(again, "🙂") == [kept.text]
    assert again.examine().whole
    again.close()
