"""What Track & Graph tracked: numbers one rates with become ratings, everything else notes, and nothing is lost."""

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from tests.conftest import KEY, NOON
from tests.exchange.conftest import HERE, Bring
from therapy_diary.domain.measure import Better, KeptMeasure
from therapy_diary.domain.measure_flaw import BadMeasure
from therapy_diary.exchange.bringing import bring, look_through
from therapy_diary.exchange.sentences import as_object, as_text
from therapy_diary.exchange.taking import Kind, take
from therapy_diary.exchange.tracked import code_of
from therapy_diary.insight.measure_score import score_measure
from therapy_diary.storage.diary import Diary

pytestmark = pytest.mark.thorough

HEAD = "FeatureName,Timestamp,Value,Label,Note\n"
MOOD = (
    "Mood,2024-01-05T20:31:00.123+02:00,3.0,fair,\n"
    "Mood,2024-01-06T08:00:00Z,5,good,\n"
    "Mood,2024-01-06T08:00:00Z,5,good,\n"
    "Mood,2024-01-07T08:00:00Z,0,,\n"
)


def series(diary: Diary) -> dict[str, tuple[KeptMeasure, list[tuple[datetime, float | None]]]]:
    """Each questionnaire by its title, with the days it was answered on and what that came to."""
    found = {}
    for kept in diary.measures.all():
        given = diary.measures.answers_of(kept.id)
        scores = [score_measure(kept.measure, it.answers)["value"].value for it in given]
        found[kept.measure.title] = (kept, list(zip((it.answered_at for it in given), scores, strict=True)))
    return found


def test_numbers_one_rates_with_become_ratings_at_their_wall_time(come: Bring) -> None:
    came = come(HEAD + MOOD, "data.csv")

    assert (came.report.found, came.report.new, came.report.rated) == (4, 4, ("Mood",))
    assert came.notes == []
    kept, given = series(came.diary)["Mood"]
    assert given == [
        (datetime(2024, 1, 5, 20, 31), 3),
        (datetime(2024, 1, 6, 10), 5),
        (datetime(2024, 1, 6, 10), 5),
        (datetime(2024, 1, 7, 10), 0),
    ]
    assert kept.enabled
    assert kept.measure.scales[0].better is Better.OPEN
    labels = {it.value: it.label for it in kept.measure.items[0].choices}
    assert (labels[3], labels[5], labels[0], labels[10]) == ("3: fair", "5: good", "0", "10")


@pytest.mark.parametrize(
    ("stamp", "wall"),
    [
        ("2024-01-05T10:10Z", datetime(2024, 1, 5, 12, 10)),
        ("2024-01-05T10:10:10.123456789+05:30", datetime(2024, 1, 5, 10, 10, 10)),
        ("2024-07-05T10:10:10Z[Europe/London]", datetime(2024, 7, 5, 11, 10, 10)),
    ],
)
def test_moments_are_read_as_java_writes_them(come: Bring, stamp: str, wall: datetime) -> None:
    came = come(HEAD + f"Mood,{stamp},5,,\n", "data.csv")
    assert series(came.diary)["Mood"][1] == [(wall, 5)]


@pytest.mark.parametrize(
    ("lines", "titles"),
    [
        (["Sleep,2024-01-05T20:30:00+02:00,7.5,,", "Sleep,2024-01-06T20:30:00+02:00,8,,"], ["7.5", "8"]),
        (["Run,2024-01-05T20:33:00Z,1:02:03,,"], ["1:02:03"]),
        (["Weight,2024-01-05T20:33:00Z,71,,", "Weight,2024-01-06T20:33:00Z,70,,"], ["71", "70"]),
        (["Walk,2024-01-05T20:33:00Z,far,,"], ["far"]),
        (["Sum,2024-01-05T20:33:00Z,99999999999999999999,,"], ["99999999999999999999"]),
    ],
    ids=["decimals", "duration", "out of any scale", "words", "long number"],
)
def test_what_was_measured_and_not_rated_comes_as_notes(
    come: Bring, lines: list[str], titles: list[str]
) -> None:
    came = come(HEAD + "\n".join(lines) + "\n", "data.csv")
    assert came.diary.measures.all() == []
    assert [it.title.partition(": ")[2] for it in came.notes] == titles


def test_below_and_above_nothing_is_a_scale_as_well(come: Bring) -> None:
    came = come(HEAD + "Energy,2024-01-05T20:30:00Z,-3,,\nEnergy,2024-01-06T20:30:00Z,4,,\n", "data.csv")
    assert [value for _, value in series(came.diary)["Energy"][1]] == [-3, 4]


def test_the_old_form_has_its_label_in_the_value(come: Bring) -> None:
    came = come("FeatureName,Timestamp,Value,Note\nOld,2024-01-05T20:32:00Z,4.0:good,\n", "data.csv")
    kept, given = series(came.diary)["Old"]
    assert given[0][1] == 4
    assert kept.measure.items[0].choices[4].label == "4: good"


def test_words_beside_a_rating_are_kept_as_a_note_of_that_moment(come: Bring) -> None:
    came = come(HEAD + MOOD + "Mood,2024-01-08T08:00:00Z,4,,slept deeply\n", "data.csv")
    assert (came.note.title, came.note.text) == ("Mood: 4", "slept deeply")
    assert came.note.written_at == datetime(2024, 1, 8, 10)
    assert len(series(came.diary)["Mood"][1]) == 5
    assert came.report.new == 5


def test_a_name_no_questionnaire_may_have_comes_as_notes(come: Bring) -> None:
    came = come(HEAD + f"{'x' * 200},2024-01-05T20:30:00Z,3,,\n", "data.csv")
    assert came.diary.measures.all() == []
    assert came.note.title.endswith(": 3")


def as_before(diary: Diary, here: str, before: str) -> None:
    """Keep the one questionnaire as an earlier version took it in."""
    with diary.change():
        [row] = diary._connection.execute("SELECT definition_toml FROM measure").fetchall()
        toml = row["definition_toml"].replace(here, before)
        diary._connection.execute("UPDATE measure SET definition_toml = ?", [toml])


@pytest.mark.parametrize("name", ["\U0001fa77", "\ue000\ue001", "\U0001fae9", "\u0378"])
def test_a_name_in_letters_that_this_program_does_not_know_is_rated(come: Bring, name: str) -> None:
    assert come(HEAD + MOOD.replace("Mood", name), "data.csv").report.rated == (name,)


@pytest.mark.parametrize(
    ("name", "title"), [("\u202bמצב\u202c", "מצב"), ("\u2067Mood\u2069", "Mood"), ("\u200b", None)]
)
def test_what_an_earlier_version_took_as_ratings_is_known_as_such(
    come: Bring, name: str, title: str | None
) -> None:
    lines = MOOD.replace("Mood", name).replace("fair", "\u202bfair\u202c")
    if title is None:  # which no new questionnaire may have; ratings of it came before
        came = come(HEAD + MOOD, "data.csv")
        as_before(came.diary, '"Mood"', f'"{name}"')
        code = code_of("Track & Graph", name)
        with came.diary.change():
            came.diary._connection.execute("UPDATE measure SET code = ?", [code])
            [row] = came.diary._connection.execute("SELECT definition_toml FROM measure").fetchall()
            toml = row["definition_toml"].replace(code_of("Track & Graph", "Mood"), code)
            came.diary._connection.execute("UPDATE measure SET definition_toml = ?", [toml])
    else:
        came = come(HEAD + lines, "data.csv")
        assert [it.measure.title for it in came.diary.measures.all()] == [title]
        assert (came.report.rated, came.notes) == ((name,), [])
        as_before(came.diary, f'"{title}"', f'"{name}"')
        as_before(came.diary, '"3: fair"', '"3: \u202bfair\u202c"')
    again = come(HEAD + lines, "data.csv")
    assert (again.report.new, again.report.already, again.notes) == (0, 4, [])
    assert [it.measure.title for it in again.diary.measures.all()] == [name]


def test_where_a_kept_questionnaire_cannot_be_read_nothing_comes(come: Bring, tmp_path: Path) -> None:
    """Taken for none, it would bring each of its ratings once more, as a note."""
    came = come(HEAD + MOOD, "data.csv")
    as_before(came.diary, '"Mood"', '" "')
    with pytest.raises(BadMeasure):
        bring(came.diary, tmp_path / "data.csv", now=NOON, here=HERE)
    assert came.notes == []


def test_brought_twice_it_adds_nothing_and_what_came_since_is_added(come: Bring) -> None:
    lines = MOOD + "Mood,2024-01-08T08:00:00Z,4,,slept deeply\nRun,2024-01-05T20:33:00Z,1:02:03,,\n"
    first = come(HEAD + lines, "data.csv")
    second = come(HEAD + lines, "data.csv")
    assert (second.report.new, second.report.already, second.report.id) == (0, 6, None)
    assert second.report.rated == ()

    third = come(HEAD + lines + "Mood,2024-01-09T08:00:00Z,2,low,\n", "data.csv")
    assert third.report.new == 1
    assert [value for _, value in series(first.diary)["Mood"][1]] == [3, 5, 5, 0, 4, 2]
    # the step had no word when the series began, so this one is kept in a note
    assert [it.title for it in third.notes] == ["Run: 1:02:03", "Mood: 4", "Mood: 2 (low)"]


def test_a_later_number_outside_the_scale_comes_as_a_note_and_the_rest_stays(come: Bring) -> None:
    come(HEAD + MOOD, "data.csv")
    came = come(HEAD + MOOD + "Mood,2024-01-09T08:00:00Z,12,,\n", "data.csv")
    assert (came.report.new, came.report.already) == (1, 4)
    assert came.note.title == "Mood: 12"


AT_NIGHT = "Mood,2024-07-05T23:30:00Z[America/New_York],5,,\nMood,2024-07-06T08:00:00+05:30,4,,\nMood,2024-07-07T08:00,3,,\n"


def test_the_zone_the_moment_in_utc_and_the_line_itself_are_kept(come: Bring, tmp_path: Path) -> None:
    came = come(HEAD + AT_NIGHT, "data.csv")
    kept, given = series(came.diary)["Mood"]
    assert [it for it, _ in given] == [
        datetime(2024, 7, 5, 19, 30),
        datetime(2024, 7, 6, 8),
        datetime(2024, 7, 7, 8),
    ]
    origins = came.diary.answer_origins.of(kept.id).values()
    assert [(it.source, it.zone, it.utc_offset_min, it.instant) for it in origins] == [
        ("track-and-graph", "America/New_York", -240, datetime(2024, 7, 5, 23, 30)),
        ("track-and-graph", "", 330, datetime(2024, 7, 6, 2, 30)),
        ("track-and-graph", "", None, None),
    ]
    assert '"timestamp":"2024-07-05T23:30:00Z[America/New_York]"' in next(iter(origins)).record

    out, again = tmp_path / "out.json", tmp_path / "again.json"
    take(came.diary, out, Kind.JSON)
    other = Diary.create(tmp_path / "other.db", KEY)
    assert bring(other, out, now=NOON).skipped == ()
    take(other, again, Kind.JSON)
    assert again.read_bytes() == out.read_bytes()
    assert list(other.answer_origins.of(kept.id).values()) == list(origins)
    other.close()

    assert came.report.id is not None
    with came.diary.change():
        assert came.diary.imports.undo(came.report.id)
    [origin] = [it for it in came.diary.whole.tables() if it.name == "measure_answers_source"]
    assert came.diary.whole.count(origin) == 0


@pytest.mark.parametrize("brought", ["now", "before it was kept when"])
def test_a_rating_is_known_again_on_a_computer_that_moved(come: Bring, tmp_path: Path, brought: str) -> None:
    came = come(HEAD + MOOD, "data.csv")
    moved = HERE if brought != "now" else timezone(timedelta(hours=-5))
    if brought != "now":
        with came.diary.change():
            came.diary._connection.execute("DELETE FROM measure_answers_source")
    again = bring(came.diary, tmp_path / "data.csv", now=NOON, here=moved)
    assert (again.new, again.already) == (0, 4)


def test_it_is_looked_through_first_and_nothing_is_changed(diary: Diary, tmp_path: Path) -> None:
    place = tmp_path / "data.csv"
    place.write_text(HEAD + MOOD)
    report = look_through(diary, place, now=NOON, here=HERE)
    assert (report.found, report.new, report.rated) == (4, 4, ("Mood",))
    assert report.first_lines[0] == "Mood: 3.0 (fair)"
    assert "Ratings, which stand under Questionnaires: Mood." in as_text(report, dry_run=True)
    assert set(as_object(report)) == {"format", "found", "new", "already", "skipped", "from", "to"}
    assert diary.measures.all() == []
    assert diary.therapies.all() == []


def test_it_is_taken_back_whole_until_something_was_built_on_it(come: Bring) -> None:
    first = come(HEAD + MOOD, "data.csv")
    with first.diary.change():
        assert first.report.id is not None
        assert first.diary.imports.undo(first.report.id)
    assert first.diary.measures.all() == []
    assert first.diary.therapies.all() == []

    second = come(HEAD + MOOD, "data.csv")
    kept, _ = series(second.diary)["Mood"]
    with second.diary.change():
        second.diary.measures.answer(kept.id, NOON, {"value": 7})
        assert second.report.id is not None
        assert not second.diary.imports.undo(second.report.id)
    assert len(series(second.diary)["Mood"][1]) == 5
