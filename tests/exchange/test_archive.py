"""Our own file: everything out, everything in again, to the byte."""

import hashlib
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import KEY, NOON
from tests.exchange.own_file import seed
from therapy_diary.demo import demo
from therapy_diary.domain.alliance import STATEMENTS, AllianceRating
from therapy_diary.domain.checklist import ChecklistAnswer
from therapy_diary.domain.goal import ChangeKind, Level, Shared
from therapy_diary.domain.measure import Origin
from therapy_diary.domain.measure_file import read_measure
from therapy_diary.domain.note import NoteKind
from therapy_diary.domain.session import SessionState
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.exchange import archive
from therapy_diary.exchange.bringing import bring, look_through
from therapy_diary.exchange.errors import ExchangeTrouble, Trouble
from therapy_diary.exchange.found import Why
from therapy_diary.exchange.tracked import measure_of
from therapy_diary.storage.answer_origins import AnswerOrigin
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.imports import Incoming
from therapy_diary.storage.shape import OF_THIS_FILE

FORMAT = Path(archive.__file__).with_name("format.md")


def written(diary: Diary) -> bytes:
    file = io.BytesIO()
    archive.write(diary, file)
    return file.getvalue()


@pytest.fixture(scope="module")
def told() -> bytes:
    """The demo's story as our file, with a picture and a note that is edited and binned."""
    with demo() as it, it.diary.change():
        [newest, older, *_] = it.diary.notes.newest(it.diary.therapies.all()[0].id, 2)
        it.diary.attachments.add(newest.id, "river.jpeg", "image/jpeg", bytes(range(256)) * 40, NOON)
        it.diary.notes.rewrite(
            older.id, "Anew. \u200f\U0001f343", NOON, title="", session=None, kind=NoteKind.BETWEEN
        )
        return written(it.diary)


def test_a_whole_diary_goes_out_and_comes_back_to_the_byte(told: bytes, diary: Diary, tmp_path: Path) -> None:
    file = tmp_path / "all.json"
    file.write_bytes(told)

    report = bring(diary, file, now=NOON)

    assert report.skipped == ()
    assert (report.found, report.already) == (report.new, 0)
    assert written(diary) == told
    assert diary.examine().whole


def test_a_row_of_every_table_comes_back_to_the_byte_and_can_be_taken_back(
    diary: Diary, tmp_path: Path
) -> None:
    empty, file = written(diary), tmp_path / "all.json"
    file.write_text(seed(), encoding="utf-8")
    assert all(rows for rows in json.loads(seed())["tables"].values()), (
        "a table that nothing here has a row of"
    )

    report = bring(diary, file, now=NOON)

    assert report.skipped == ()
    assert written(diary).decode() == seed()
    assert report.id is not None
    with diary.change():
        assert diary.imports.undo(report.id)
    assert written(diary) == empty


def test_a_file_of_the_schema_before_is_read_whole(diary: Diary, tmp_path: Path) -> None:
    told = json.loads(seed())
    told["schema"] = 10
    for table in ("note_said", "measure_answers_source"):
        del told["tables"][table]
    file = tmp_path / "all.json"
    file.write_text(json.dumps(told), encoding="utf-8")
    assert bring(diary, file, now=NOON).skipped == ()
    now = json.loads(written(diary))["tables"]
    assert {it: rows for it, rows in now.items() if rows} == told["tables"]


def test_words_called_right_before_stay_when_an_import_is_taken_back(diary: Diary, tmp_path: Path) -> None:
    with diary.change():
        diary.own_words.add("Noa")
        diary.own_words.add("Tirza")
    empty, file = written(diary), tmp_path / "all.json"
    file.write_text(seed().replace('"word":"Noa"', '"word":"Noa"},\n{"word":"Ilan"'), encoding="utf-8")
    report = bring(diary, file, now=NOON)
    assert diary.own_words.all() == ["Ilan", "Noa", "Tirza"]
    assert report.id is not None
    with diary.change():
        assert diary.imports.undo(report.id)
    assert written(diary) == empty


def test_a_note_without_its_text_is_named_and_does_not_arrive(diary: Diary, tmp_path: Path) -> None:
    told = json.loads(seed())
    told["tables"]["note_text"] = []
    file = tmp_path / "all.json"
    file.write_text(json.dumps(told), encoding="utf-8")
    report = bring(diary, file, now=NOON)
    assert [it.what for it in report.skipped] == ["note", "attachment", "note_version"]
    assert report.new == report.found - 3
    assert diary.notes.newest(diary.therapies.all()[0].id, 9) == []


def test_a_file_laid_out_anew_by_another_program_is_the_same_diary(
    told: bytes, diary: Diary, tmp_path: Path
) -> None:
    file = tmp_path / "all.json"
    file.write_text(json.dumps(json.loads(told), indent=4, ensure_ascii=False), encoding="utf-8-sig")

    bring(diary, file, now=NOON)

    assert written(diary) == told


def test_it_is_read_as_json_by_any_program(told: bytes) -> None:
    read = json.loads(told)
    assert (read["format"], read["version"]) == ("therapy-diary", 1)
    assert read["tables"]["attachment"][0]["content"].startswith("AAECAwQF")
    assert "draft" not in read["tables"]


def test_bringing_it_along_twice_adds_nothing(told: bytes, diary: Diary, tmp_path: Path) -> None:
    file = tmp_path / "all.json"
    file.write_bytes(told)
    bring(diary, file, now=NOON)

    again = bring(diary, file, now=NOON)

    assert (again.new, again.already, again.id) == (0, again.found, None)
    assert written(diary) == told


def test_it_joins_a_diary_that_has_something_in_it(told: bytes, diary: Diary, tmp_path: Path) -> None:
    with diary.change():
        mine = diary.therapies.begin(label="Mine", started_on=date(2020, 1, 1))
        diary.sessions.add(mine.id, NOON)
        diary.notes.write(mine.id, "Before.", NOON)
    file = tmp_path / "all.json"
    file.write_bytes(told)

    report = bring(diary, file, now=NOON)

    assert report.skipped == ()
    assert diary.examine().whole
    theirs = json.loads(told)["tables"]
    assert len(diary.therapies.all()) == 1 + len(theirs["therapy"])
    assert [it.text for it in diary.notes.newest(mine.id, 9)] == ["Before."]
    came = next(it for it in diary.therapies.all() if it.label != "Mine")
    assert len(diary.sessions.of(came.id)) == len(theirs["session"])
    assert all(it.therapy == came.id for it in diary.notes.newest(came.id, 999))


def test_it_can_be_taken_back_until_something_is_built_on_it(
    told: bytes, diary: Diary, tmp_path: Path
) -> None:
    empty = written(diary)
    file = tmp_path / "all.json"
    file.write_bytes(told)
    first = bring(diary, file, now=NOON)
    assert first.id is not None
    with diary.change():
        assert diary.imports.undo(first.id)
    assert written(diary) == empty

    second = bring(diary, file, now=NOON)
    assert second.id is not None
    with diary.change():
        diary.notes.write(diary.therapies.all()[0].id, "Mine.", NOON)
    with diary.change():
        assert not diary.imports.undo(second.id)


def test_looking_through_changes_nothing(told: bytes, diary: Diary, tmp_path: Path) -> None:
    before = written(diary)
    file = tmp_path / "all.json"
    file.write_bytes(told)

    report = look_through(diary, file, now=NOON)

    assert report.new == report.found > 200
    assert report.id is None
    assert report.first_lines
    assert written(diary) == before


def _without(text: bytes, *_: Any) -> bytes:
    return text[: len(text) // 2]


@pytest.mark.parametrize(
    ("harm", "trouble"),
    [
        (_without, Trouble.BROKEN),
        (lambda it: it.replace(b'"version":1', b'"version":2', 1), Trouble.NEWER),
        (lambda it: re.sub(rb'"schema":\d+', b'"schema":999', it, count=1), Trouble.NEWER),
        (lambda it: it.replace(b'"topic":[', b'"oracle":[', 1), Trouble.NEWER),
        (lambda it: it + b"{}\n", Trouble.BROKEN),
        (lambda it: it.replace(b'"version":1', b'"version":0', 1), Trouble.BROKEN),
    ],
)
def test_a_file_that_is_not_whole_or_newer_is_refused_and_nothing_is_stored(
    told: bytes, diary: Diary, tmp_path: Path, harm: Callable[[bytes], bytes], trouble: Trouble
) -> None:
    file = tmp_path / "all.json"
    file.write_bytes(harm(told))
    before = written(diary)

    with pytest.raises(ExchangeTrouble) as refused:
        bring(diary, file, now=NOON)

    assert refused.value.kind is trouble
    assert written(diary) == before


def test_one_bad_row_is_named_and_the_rest_arrives(told: bytes, diary: Diary, tmp_path: Path) -> None:
    read = json.loads(told)
    read["tables"]["contact"][0]["kind"] = "bandit"
    read["tables"]["milestone"][0]["on_date"] = 7
    read["tables"]["goal"][0]["extra"] = "field"
    file = tmp_path / "all.json"
    file.write_text(json.dumps(read))

    report = bring(diary, file, now=NOON)

    reasons = [it.why for it in report.skipped]
    assert reasons.count(Why.NOT_A_RECORD) == 2
    assert Why.AGAINST_RULES in reasons
    assert diary.examine().whole
    assert diary.examine().counts["notes"] == len(read["tables"]["note"])


def _retold(row: dict[str, Any], there: str, instead: str) -> None:
    """Another file in the place of a questionnaire's, with a seal that goes with it."""
    assert there in row["definition_toml"]
    row["definition_toml"] = row["definition_toml"].replace(there, instead, 1)
    row["sha256"] = hashlib.sha256(row["definition_toml"].encode()).hexdigest()


@pytest.mark.parametrize(
    "harm",
    [
        lambda row: _retold(row, "reverse = true", "revers = true"),
        lambda row: _retold(row, "I was wound up.", "I was <b>wound</b> up."),
        lambda row: _retold(row, "from = 7,", "from = 6,"),
        lambda row: _retold(row, "schema = 1", "schema = 1 " + " " * 300_000),
        lambda row: row.update(definition_toml=row["definition_toml"].replace("wound", "bound", 1)),
        lambda row: row.update(version="2.0"),
    ],
    ids=["typing error", "markup", "bands", "large", "other seal", "other name"],
)
def test_a_questionnaire_that_is_none_stays_behind_with_its_answers(
    told: bytes, diary: Diary, tmp_path: Path, harm: Callable[[dict[str, Any]], None]
) -> None:
    read = json.loads(told)
    [row] = read["tables"]["measure"]
    assert read["tables"]["measure_answers"]
    harm(row)
    file = tmp_path / "all.json"
    file.write_text(json.dumps(read))

    report = bring(diary, file, now=NOON)

    reasons = [it.why for it in report.skipped]
    assert reasons.count(Why.NO_QUESTIONNAIRE) == 1
    assert reasons.count(Why.BELONGS_NOWHERE) == len(read["tables"]["measure_answers"])
    assert diary.measures.all() == []
    assert diary.examine().counts["notes"] == len(read["tables"]["note"])


def test_answers_are_never_put_under_another_file_of_the_same_name(
    told: bytes, diary: Diary, tmp_path: Path
) -> None:
    read = json.loads(told)
    [row] = read["tables"]["measure"]
    with diary.change():
        kept = diary.measures.add(read_measure(row["definition_toml"]), Origin.IN_BOX)
    _retold(row, "I was wound up.", "I felt calm.")
    file = tmp_path / "all.json"
    file.write_text(json.dumps(read))

    report = bring(diary, file, now=NOON)

    assert report.skipped[0].why is Why.OTHER_QUESTIONNAIRE
    assert diary.measures.all() == [kept]
    assert diary.measures.answers_of(kept.id) == []


@pytest.mark.parametrize("answers", ['{"slept": 99}', '{"slept": "4"}', '{"angry": 1}', "[]", "[" * 9000])
def test_answers_that_cannot_be_given_stay_behind(
    told: bytes, diary: Diary, tmp_path: Path, answers: str
) -> None:
    read = json.loads(told)
    given = read["tables"]["measure_answers"]
    given[0]["answers_json"] = answers
    file = tmp_path / "all.json"
    file.write_text(json.dumps(read))

    report = bring(diary, file, now=NOON)

    assert [it.why for it in report.skipped] == [Why.AGAINST_RULES]
    [kept] = diary.measures.all()
    assert len(diary.measures.answers_of(kept.id)) == len(given) - 1


@pytest.mark.parametrize(
    ("table", "column"),
    [("alliance_rating", "filled_at"), ("note_version", "kept_at"), ("measure_answers", "answered_at")],
)
@pytest.mark.parametrize("moment", ["soon", "", "2025-02-31T10:00", "2025-04-15T17:00:00+02:00"])
def test_a_row_with_a_moment_that_cannot_be_stays_behind(
    told: bytes, diary: Diary, tmp_path: Path, table: str, column: str, moment: str
) -> None:
    read = json.loads(told)
    rows = read["tables"][table]
    rows[0][column] = moment
    file = tmp_path / "all.json"
    file.write_text(json.dumps(read))

    report = bring(diary, file, now=NOON)

    assert [it.why for it in report.skipped] == [Why.ABSURD_DATE]
    assert len(json.loads(written(diary))["tables"][table]) == len(rows) - 1


@pytest.mark.parametrize(
    ("column", "instead"),
    [("rule", "oracle"), ("inputs_json", "{}"), ("inputs_json", "[]"), ("inputs_json", "7")],
)
def test_a_reading_that_cannot_be_shown_again_stays_behind(
    told: bytes, diary: Diary, tmp_path: Path, column: str, instead: str
) -> None:
    read = json.loads(told)
    inputs = {
        "sessions": [],
        "reasons": [],
        "counted": None,
        "is_growing": False,
        "brought_on": None,
        "marked_on": [],
        **dict.fromkeys(("score", "low", "high")),
    }
    row = {"id": 1, "therapy": 1, "rule": "mixed", "rule_version": 1, "shown_at": "2026-03-04T12:00:00"}
    row |= {"inputs_json": json.dumps(inputs), "response": "none", "topic": None}
    read["tables"]["reading"] = [row, {**row, "id": 2, column: instead}]
    file = tmp_path / "all.json"
    file.write_text(json.dumps(read))

    report = bring(diary, file, now=NOON)

    assert [it.why for it in report.skipped] == [Why.AGAINST_RULES]
    [therapy] = diary.therapies.all()
    assert len(diary.readings.of(therapy.id)) == 1


def test_stopping_half_way_leaves_nothing(told: bytes, diary: Diary, tmp_path: Path) -> None:
    file = tmp_path / "all.json"
    file.write_bytes(told)
    before = written(diary)

    with pytest.raises(ExchangeTrouble) as stopped:
        bring(diary, file, now=NOON, go_on=lambda done: done < 100)

    assert stopped.value.kind is Trouble.STOPPED
    assert written(diary) == before


def test_a_rating_of_a_session_that_was_moved_comes_back(diary: Diary, tmp_path: Path) -> None:
    other = Diary.create(tmp_path / "other.db", KEY)
    with other.change():
        therapy = other.therapies.begin(label="With N.", started_on=NOON.date())
        session = other.sessions.add(therapy.id, NOON)
        other.alliance_ratings.give(AllianceRating(session=session.id, filled_at=NOON, answers={"aims": 3}))
        other.sessions.save(replace(session, state=SessionState.MISSED))
    file = tmp_path / "all.json"
    file.write_bytes(written(other))
    other.close()

    assert bring(diary, file, now=NOON).skipped == ()
    assert written(diary) == file.read_bytes()
    with pytest.raises(Exception, match="session not held"), diary.change():
        diary.alliance_ratings.give(AllianceRating(session=session.id, filled_at=NOON, answers={"aims": 1}))


def test_every_table_is_described(diary: Diary) -> None:
    described = FORMAT.read_text(encoding="utf-8")
    for table in diary.whole.tables():
        assert f"`{table.name}`" in described
    for name in OF_THIS_FILE:
        assert f"`{name}`" in described


WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60)
NAMES = WORDS.filter(lambda it: 1 <= len(it.strip()) <= 60)
DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))
TIMES = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)).map(lambda it: it.replace(microsecond=0))


def fill(diary: Diary, draw: Callable[[st.SearchStrategy[Any]], Any]) -> None:
    """Something of everything the program can write, as random as it may be."""
    therapy = diary.therapies.begin(label=draw(NAMES), started_on=draw(DAYS), reason_for_coming=draw(WORDS))
    sessions = [diary.sessions.add(therapy.id, it) for it in draw(st.lists(TIMES, max_size=4))]
    for it in sessions:
        answers = {name: draw(st.none() | st.integers(0, 4)) for name in STATEMENTS}
        diary.sessions.save(replace(it, my_part=draw(WORDS)))
        diary.alliance_ratings.give(
            AllianceRating(session=it.id, filled_at=draw(TIMES), answers=answers, one_change=draw(WORDS))
        )
    for moment in draw(st.lists(TIMES, max_size=4)):
        session = draw(st.sampled_from([None, *(it.id for it in sessions)]))
        note = diary.notes.write(therapy.id, draw(WORDS), moment, session=session, title=draw(WORDS))
        if draw(st.booleans()):
            later = moment + timedelta(hours=1)
            diary.notes.rewrite(note.id, draw(WORDS), later, title="", session=session, kind=NoteKind.AFTER)
        for content in draw(st.lists(st.binary(max_size=50), max_size=2)):
            diary.attachments.add(note.id, draw(NAMES), "image/png", content, moment)
    for day in draw(st.sets(DAYS, max_size=3)):
        given_ = {1: ChecklistAnswer(answer=draw(st.none() | st.integers(0, 4)), words=draw(WORDS))}
        diary.checklists.answer(therapy.id, day, given_)
    for day in draw(st.lists(DAYS, max_size=3)):
        goal = diary.goals.add(therapy.id, draw(NAMES), day, level=Level.OTHER, shared=Shared.AGREED)
        diary.goals.rate(goal.wordings[0].id, day, draw(st.integers(0, 10)))
        if draw(st.booleans()):
            diary.goals.reword(goal.id, draw(NAMES), ChangeKind.CLEARER_WORDS, day, draw(WORDS))
        diary.topics.add(therapy.id, draw(NAMES), day, opening_line=draw(WORDS))
    brought(diary, therapy.id, draw)
    for word in draw(st.lists(NAMES, max_size=3)):
        diary.own_words.add(word)


def brought(diary: Diary, therapy: TherapyId, draw: Callable[[st.SearchStrategy[Any]], Any]) -> None:
    """Notes and ratings of another program."""
    import_ = diary.imports.begin("jrnl", NOON)
    zones, offsets = st.sampled_from(["", "Europe/Berlin"]), st.none() | st.integers(-840, 840)
    coming = [
        Incoming(
            written_at=it, title=draw(WORDS), text=draw(WORDS), source="jrnl", identity=f"{number}", record=draw(WORDS),
            said=draw(st.none() | WORDS), zone=draw(zones), utc_offset_min=draw(offsets), instant=draw(st.none() | TIMES),
            tags=tuple(draw(st.sets(NAMES, max_size=2))), mood=draw(st.none() | st.integers(1, 5)),
        )
        for number, it in enumerate(draw(st.lists(TIMES, max_size=3)))
    ]  # fmt: skip
    diary.imports.add(import_, therapy, coming)
    measure = diary.measures.add(measure_of("x", "Mood", {0: "", 1: ""}), Origin.ADDED_BY_ME)
    given = [(it, {"value": draw(st.sampled_from([None, 0, 1]))}) for it in draw(st.lists(TIMES, max_size=3))]
    for answers in diary.measures.answer_all(measure.id, given, therapy=therapy):
        origin = AnswerOrigin(
            source="x",
            record=draw(WORDS),
            zone=draw(zones),
            utc_offset_min=draw(offsets),
            instant=draw(st.none() | TIMES),
        )
        diary.answer_origins.keep([(answers, origin)])


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_diary_comes_back_to_the_byte(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = tmp_path_factory.mktemp("any")
    first, second = Diary.create(place / "1.db", KEY), Diary.create(place / "2.db", KEY)
    try:
        with first.change():
            fill(first, data.draw)
        out = written(first)
        (place / "all.json").write_bytes(out)
        assert bring(second, place / "all.json", now=NOON).skipped == ()
        assert written(second) == out
    finally:
        first.close()
        second.close()


def test_what_is_brought_along_takes_nothing_off_the_screen(diary: Diary, tmp_path: Path) -> None:
    other = Diary.create(tmp_path / "other.db", b"o" * 32)
    with other.change():
        theirs = other.therapies.begin(label="Theirs", started_on=date(2026, 1, 1))
        other.therapies.put_on_screen(theirs.id)
    file = tmp_path / "all.json"
    file.write_bytes(written(other))
    other.close()
    with diary.change():
        mine = diary.therapies.begin(label="Mine", started_on=date(2025, 1, 1))
        diary.drafts.keep("note:new", "half a word", 3, NOON)

    bring(diary, file, now=NOON)

    assert [it.label for it in diary.therapies.all()] == ["Theirs", "Mine"]
    assert diary.therapies.current() == mine
    assert diary.drafts.at("note:new") is not None
