"""What came from another diary is known again, and goes again as long as nobody built on it."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from tests.conftest import NOON
from therapy_diary.domain.note import NoteKind
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.storage.attachments import LARGEST, TooLarge
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.imports import ImportId, Incoming

CAME = Incoming(
    written_at=datetime(2024, 3, 1, 20, 30),
    title="A walk",
    text="By the river.",
    source="day-one",
    identity="A1",
    record="{}",
    zone="America/New_York",
    utc_offset_min=-300,
    instant=datetime(2024, 3, 2, 1, 30),
    starred=True,
    tags=("river", "quiet"),
    mood=4,
)


@pytest.fixture
def therapy(diary: Diary) -> TherapyId:
    with diary.change():
        return diary.therapies.begin(label="With N.", started_on=date(2024, 1, 2)).id


@pytest.fixture
def came(diary: Diary, therapy: TherapyId) -> ImportId:
    with diary.change():
        import_ = diary.imports.begin("day-one", NOON)
        notes = diary.imports.add(import_, therapy, [CAME, replace(CAME, identity="A2", starred=False)])
        diary.attachments.add(notes[0], "river.jpeg", "image/jpeg", b"\xff\xd8", NOON)
        diary.imports.seal(import_)
    return import_


@pytest.mark.usefixtures("came")
def test_a_note_that_came_is_a_note_between_sessions_with_all_it_had(
    diary: Diary, therapy: TherapyId
) -> None:
    [_, note] = diary.notes.newest(therapy, 10)
    assert (note.title, note.text, note.kind, note.starred) == (
        "A walk",
        "By the river.",
        NoteKind.BETWEEN,
        True,
    )
    assert note.written_at == datetime(2024, 3, 1, 20, 30)
    assert note.never_print
    assert diary.imports.tags_of(note.id) == ["quiet", "river"]
    [picture] = diary.attachments.of(note.id)
    assert diary.attachments.content(picture.id) == b"\xff\xd8"
    assert diary.imports.known("day-one") == {"A1", "A2"}


def test_undoing_leaves_the_diary_as_it_was(diary: Diary, therapy: TherapyId, came: ImportId) -> None:
    with diary.change():
        assert diary.imports.undo(came)
    assert diary.imports.all() == []
    assert diary.notes.newest(therapy, 10) == []
    assert diary.examine().counts["attachments"] == 0
    assert diary.imports.known("day-one") == set()


@pytest.mark.parametrize("built", ["edited", "starred", "attached", "moved"])
def test_what_was_built_on_stays(diary: Diary, therapy: TherapyId, came: ImportId, built: str) -> None:
    [second, first] = diary.notes.newest(therapy, 10)
    with diary.change():
        if built == "edited":
            diary.notes.rewrite(first.id, "Mine.", NOON, title="", session=None, kind=NoteKind.BETWEEN)
        elif built == "starred":
            diary.notes.mark(second.id, starred=True, never_print=True)
        elif built == "attached":
            diary.attachments.add(second.id, "x.png", "image/png", b"x", NOON)
        else:
            session = diary.sessions.add(therapy, NOON)
            diary.notes.rewrite(first.id, first.text, NOON, title="", session=session.id, kind=NoteKind.AFTER)
    with diary.change():
        assert not diary.imports.undo(came)
    assert len(diary.notes.newest(therapy, 10)) == 2


def test_another_note_does_not_hold_an_import_back(diary: Diary, therapy: TherapyId, came: ImportId) -> None:
    with diary.change():
        diary.notes.write(therapy, "Today.", NOON)
    assert diary.imports.can_undo(came)


def test_a_row_in_a_table_that_was_empty_does_not_hold_an_import_back(
    diary: Diary, therapy: TherapyId
) -> None:
    with diary.change():
        import_ = diary.imports.begin("jrnl", NOON)
        diary.imports.add(import_, therapy, [replace(CAME, tags=())])
        diary.imports.seal(import_)
    with diary.change():
        mine = diary.notes.write(therapy, "Today.", NOON)
        diary.notes.rewrite(mine.id, "Today and later.", NOON, title="", session=None, kind=NoteKind.BETWEEN)
        diary.attachments.add(mine.id, "x.png", "image/png", b"x", NOON)
        diary.tags.put(mine.id, "river")
        diary.sessions.add(therapy, NOON)
    assert diary.imports.can_undo(import_)


def test_a_therapy_that_an_import_began_goes_with_it_when_it_is_empty(diary: Diary) -> None:
    with diary.change():
        therapy = diary.therapies.begin(label="My therapy", started_on=date(2024, 1, 2))
        import_ = diary.imports.begin("jrnl", NOON, began_therapy=therapy.id)
        diary.imports.add(import_, therapy.id, [CAME])
        diary.imports.seal(import_)
    with diary.change():
        assert diary.imports.undo(import_)
    assert diary.therapies.all() == []


def test_a_file_above_the_limit_is_refused(diary: Diary, therapy: TherapyId) -> None:
    with diary.change():
        note = diary.notes.write(therapy, "x", NOON)
        with pytest.raises(TooLarge):
            diary.attachments.add(note.id, "film.mp4", "video/mp4", bytes(LARGEST + 1), NOON)
    assert diary.attachments.of(note.id) == []


def test_a_file_can_be_taken_out(diary: Diary, therapy: TherapyId) -> None:
    with diary.change():
        note = diary.notes.write(therapy, "x", NOON)
        kept = diary.attachments.add(note.id, "a.png", "image/png", b"1", NOON)
        diary.attachments.remove(kept.id)
    with pytest.raises(KeyError):
        diary.attachments.content(kept.id)


def test_many_at_once_are_found_like_those_written_one_by_one(diary: Diary, therapy: TherapyId) -> None:
    texts = ["a river", "נהר שקט", "静かな川", "", "a river again"]
    same_minute = [
        replace(CAME, identity=f"B{it}", title=texts[it % 5], text=texts[it % 5]) for it in range(1100)
    ]
    with diary.change():
        diary.notes.write(therapy, "written here", CAME.written_at)
        import_ = diary.imports.begin("day-one", NOON)
        with diary.imports.at_once():
            diary.imports.add(import_, therapy, same_minute[:500])
            diary.imports.add(import_, therapy, same_minute[500:])
        diary.imports.seal(import_)
    with diary.change():
        diary.notes.write(therapy, "and after", CAME.written_at)

    assert diary.examine().whole
    ask = diary._connection.execute
    ask("INSERT INTO find_word (find_word, rank) VALUES ('integrity-check', 1)")
    ask("INSERT INTO find_part (find_part) VALUES ('integrity-check')")
    assert ask("SELECT count(*) FROM findable").fetchone()[0] == 1102
    assert ask("SELECT count(*) FROM find_word WHERE find_word MATCH 'river'").fetchone()[0] == 440
    found = ask("SELECT count(*) FROM find_part WHERE find_part MATCH ?", ["שקט"]).fetchone()[0]
    assert found == 220
    with diary.change():
        assert diary.imports.undo(import_)
    assert ask("SELECT count(*) FROM findable").fetchone()[0] == 2
    ask("INSERT INTO find_word (find_word, rank) VALUES ('integrity-check', 1)")


def test_the_newest_first_is_no_more_work_for_the_index(diary: Diary, therapy: TherapyId) -> None:
    """FTS5 writes its words down whenever a row comes before the last one."""
    ask = diary._connection.execute
    days = [datetime(2024, 3, 1) - timedelta(days=it) for it in range(40)]
    with diary.change(), diary.imports.at_once():
        coming = [replace(CAME, identity=str(it), written_at=it) for it in days]
        diary.imports.add(diary.imports.begin("daylio", NOON), therapy, coming)
    assert ask("SELECT count(DISTINCT segid) FROM find_word_idx").fetchone()[0] == 1
    assert ask("SELECT max(id >> 37) FROM find_word_data").fetchone()[0] == 1


def test_the_index_is_as_it_was_when_an_import_stops(diary: Diary, therapy: TherapyId) -> None:
    def half() -> None:
        with diary.change(), diary.imports.at_once():
            diary.imports.add(diary.imports.begin("day-one", NOON), therapy, [CAME])
            raise KeyError

    with pytest.raises(KeyError):
        half()
    with diary.change():
        diary.notes.write(therapy, "still found", NOON)
    ask = diary._connection.execute
    assert ask("SELECT count(*) FROM find_word WHERE find_word MATCH 'found'").fetchone()[0] == 1


def test_each_note_of_an_import_has_the_place_it_would_have_alone(diary: Diary, therapy: TherapyId) -> None:
    days = [
        datetime(1901, 1, 1),
        datetime(1969, 12, 31, 23, 59, 59),
        datetime(2000, 2, 29, 12),
        datetime(2199, 12, 31),
    ]
    with diary.change(), diary.imports.at_once():
        coming = [replace(CAME, identity=str(it), written_at=it) for it in days]
        diary.imports.add(diary.imports.begin("day-one", NOON), therapy, coming)
    ask = diary._connection.execute

    def places() -> list[tuple[int, int]]:
        return [tuple(row) for row in ask("SELECT record, id FROM findable ORDER BY record")]

    at_once = places()
    with diary.change():
        ask("UPDATE note_text SET text = text || '.'")  # which places each anew, by the trigger
    assert places() == at_once


@pytest.mark.parametrize("count", [20, 1000])
def test_no_word_of_what_was_taken_back_stays_in_the_index(
    diary: Diary, therapy: TherapyId, count: int
) -> None:
    ask = diary._connection.execute

    def indexed() -> bytes:
        rows = [*ask("SELECT block FROM find_word_data"), *ask("SELECT block FROM find_part_data")]
        return b"".join(row[0] for row in rows)

    with diary.change():
        diary.notes.write(therapy, "quiet heron", NOON)
        import_ = diary.imports.begin("day-one", NOON)
        with diary.imports.at_once():
            coming = [replace(CAME, identity=f"{it}", text=f"zyxw{it} נהר") for it in range(count)]
            diary.imports.add(import_, therapy, coming)
        diary.imports.seal(import_)
    assert b"zyxw" in indexed()
    with diary.change():
        assert diary.imports.undo(import_)
    assert b"zyxw" not in indexed()
    assert b"heron" in indexed()
    ask("INSERT INTO find_word (find_word, rank) VALUES ('integrity-check', 1)")
    assert diary.examine().whole
    with diary.change():
        assert ask("SELECT v FROM find_word_config WHERE k = 'secure-delete'").fetchone()[0] == 1
