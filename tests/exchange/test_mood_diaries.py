"""Diaries from Daylio, Track & Graph, Diaro, Journey, Diarium and Standard Notes."""

import base64
import json
from datetime import datetime
from pathlib import Path

import pytest

from tests.conftest import NOON
from tests.exchange.conftest import HERE, Bring, Brought
from therapy_diary.exchange.bringing import bring
from therapy_diary.exchange.errors import ExchangeTrouble, Trouble
from therapy_diary.exchange.found import Why
from therapy_diary.exchange.mood_words import guess
from therapy_diary.storage.imports import Origin

pytestmark = pytest.mark.thorough

HEAD = "full_date,date,weekday,time,mood,activities,scales,note_title,note\n"


def origin(came: Brought) -> Origin:
    found = came.diary.imports.origin_of(came.note.id)
    assert found is not None
    return found


def test_daylio_lines_have_a_mood_activities_and_a_note(come: Bring) -> None:
    line = '2024-01-05,5. Januar,Freitag,6:50 pm, good ,reading | long walk,Sleep Quality: 8/10 points,"The ""sea""",a<br>b &amp; <b>c</b>\n'
    came = come("\ufeff" + HEAD + line, "daylio.csv")
    assert came.report.format == "daylio-csv"
    assert came.note.written_at == datetime(2024, 1, 5, 18, 50)
    assert (came.note.title, came.note.text) == (
        'The "sea"',
        "a\nb & **c**\n\n- Sleep Quality: 8/10 points",
    )
    assert came.diary.imports.tags_of(came.note.id) == ["long walk", "reading"]
    assert (origin(came).mood, origin(came).mood_words) == (4, "good")
    assert "Sleep Quality" in origin(came).record


@pytest.mark.parametrize(
    ("scales", "note", "text"),
    [
        ("Sleep Quality: 8/10 points | Sleep Time: 8:00", "", "- Sleep Quality: 8/10 points\n- Sleep Time: 8:00"),
        (" Energy: 3/5 |  | ", "n", "n\n\n- Energy: 3/5"),
        ("", "n", "n"),
    ],
)  # fmt: skip
def test_what_daylio_rated_beside_the_mood_stands_below_the_note(
    come: Bring, scales: str, note: str, text: str
) -> None:
    line = f"2024-01-05,x,x,10:00,good,,{scales},,{note}\n"
    came = come(HEAD + line, "daylio.csv")
    assert came.note.text == text
    assert come(HEAD + line, "daylio.csv").report.new == 0


def test_a_line_of_daylio_that_came_before_its_scales_were_read_is_known_again(come: Bring) -> None:
    """What it says is kept apart from what was read of it."""
    said = ("2024-01-05,x,x,10:00,good,,", ",,n\n")
    come(HEAD + said[0] + said[1], "daylio.csv")
    again = come(HEAD + said[0] + "Energy: 3/5" + said[1], "daylio.csv")
    assert (again.report.new, again.report.already) == (0, 1)


def test_twelve_and_twenty_four_hours_mix_in_one_file(come: Bring) -> None:
    lines = "".join(
        f"2024-01-05,x,x,{it},meh,,,,note {it}\n" for it in ("10:04 AM", "18:52", "12:10 am", "12:10 pm")
    )
    came = come(HEAD + lines, "daylio.csv")
    assert [it.written_at.strftime("%H:%M") for it in came.notes] == ["00:10", "10:04", "12:10", "18:52"]


@pytest.mark.parametrize("between", [";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "cp1252"])
def test_a_table_that_a_spreadsheet_kept_anew_is_read(come: Bring, between: str, encoding: str) -> None:
    line = between.join(("2024-01-05", "x", "x", "6:50 pm", "good", "a", "", "T", "caf\xe9"))
    came = come((HEAD.replace(",", between) + line + "\r\n").encode(encoding), "daylio.csv")
    assert (came.report.format, came.note.title, came.note.text) == ("daylio-csv", "T", "caf\xe9")


@pytest.mark.parametrize("clock", ["6:50\u202fPM", "6:50\xa0pm", "\u200e6:50 PM", "6:50 p.m."])
def test_the_narrow_blank_that_phones_set_before_pm_is_a_blank(come: Bring, clock: str) -> None:
    came = come(HEAD + f"2024-01-05,x,x,{clock},good,,,,n\n", "daylio.csv")
    assert came.note.written_at == datetime(2024, 1, 5, 18, 50)


def test_a_mood_of_ones_own_keeps_its_word_and_gets_no_number(come: Bring) -> None:
    came = come(HEAD + "2024-01-05,x,x,18:52,so naja,,,,\n", "daylio.csv")
    assert (origin(came).mood, origin(came).mood_words, came.note.title) == (None, "so naja", "so naja")


OWN_MOODS = HEAD + (
    "2024-01-05,x,x,18:52,so naja,,,,a\n2024-01-06,x,x,18:52,good,,,,b\n2024-01-07,x,x,18:52,Fog,,,,c\n"
)


def test_moods_of_ones_own_are_reported_and_stand_where_the_person_places_them(come: Bring) -> None:
    came = come(OWN_MOODS, "daylio.csv", moods={"so naja": 3, "good": 5, "Fog": None})
    assert came.report.moods == {"so naja": None, "good": 4, "Fog": None}
    found = [came.diary.imports.origin_of(it.id) for it in came.notes]
    assert [(it.mood, it.mood_words) for it in found if it] == [(3, "so naja"), (5, "good"), (None, "Fog")]
    assert all(it and f'"mood":"{it.mood_words}"' in it.record for it in found)


def test_nobody_is_asked_about_moods_that_came_with_the_program(come: Bring) -> None:
    assert come(HEAD + "2024-01-06,x,x,18:52,good,,,,b\n", "daylio.csv").report.moods == {}


@pytest.mark.parametrize(
    ("name", "step"), [("so naja", 3), (" Very  Good", 5), ("furchtbar", 1), ("טוב", 4), ("Fog", None)]
)
def test_what_a_name_may_mean_is_offered_where_it_is_an_everyday_word(name: str, step: int | None) -> None:
    assert guess(name) == step


def test_a_tag_that_this_diary_would_not_take_is_made_one_and_stays_in_the_record(come: Bring) -> None:
    came = come(HEAD + f'2024-01-05,x,x,18:52,good,"say ""hi""  there | {"x" * 90}",,,n\n', "daylio.csv")
    assert came.diary.imports.tags_of(came.note.id) == ["say 'hi' there", "x" * 60]
    assert "x" * 90 in origin(came).record


def test_columns_are_found_by_name(come: Bring) -> None:
    came = come("note,new column,mood,full_date\nhello,?,rad,2024-01-05\n", "daylio.csv")
    assert (came.note.text, origin(came).mood, origin(came).day_only) == ("hello", 5, True)


def backup(*entries: object, moods: list[object] | None = None) -> dict[str, object]:
    inside = {
        "version": 15,
        "customMoods": moods
        or [
            {"id": 6, "custom_name": "love it", "mood_group_id": 1, "predefined_name_id": -1},
            {"id": 4, "custom_name": "", "mood_group_id": 4, "predefined_name_id": 4},
        ],
        "tags": [{"id": 1, "name": "reading"}],
        "dayEntries": list(entries),
        "assets": [{"id": 9, "checksum": "abc123", "type": 1}],
    }
    text = base64.b64encode(json.dumps(inside).encode()).decode()
    return {
        "backup.daylio": "\n".join(text[it : it + 76] for it in range(0, len(text), 76)),
        "assets/photos/2024/1/abc123": b"\xff\xd8",
    }


DAY = {"id": 7, "minute": 30, "hour": 20, "day": 5, "month": 0, "year": 2024, "datetime": 1704504600000, "timeZoneOffset": -18000000, "mood": 6, "note": "n", "note_title": "t", "tags": [1, 99], "assets": [9]}  # fmt: skip


def test_in_a_daylio_backup_months_count_from_0_and_the_offset_is_in_the_time_already(come: Bring) -> None:
    came = come(backup(DAY), "b.daylio", packed=True)
    assert came.report.format == "daylio-backup"
    assert came.note.written_at == datetime(2024, 1, 5, 20, 30)
    [row] = [
        it
        for table in came.diary.whole.tables()
        if table.name == "note_source"
        for it in came.diary.whole.rows(table)
    ]
    assert row["instant"] == "2024-01-06T01:30:00"


def test_a_photo_that_is_not_in_daylios_backup_is_named(come: Bring) -> None:
    came = come(backup({**DAY, "assets": [9, 10]}), "b.daylio", packed=True)
    assert [(it.what, it.why) for it in came.report.skipped] == [
        ("a file of the entry of 2024-01-05", Why.FILE_MISSING)
    ]
    assert len(came.diary.attachments.of(came.note.id)) == 1


def test_a_custom_mood_stands_where_its_group_does(come: Bring) -> None:
    """By its number, which other importers cut off at 5, the best would be the worst."""
    came = come(backup(DAY), "b.daylio", packed=True)
    assert (origin(came).mood, origin(came).mood_words) == (5, "love it")
    assert came.diary.imports.tags_of(came.note.id) == ["reading"]
    assert [it.name for it in came.diary.attachments.of(came.note.id)] == ["abc123.jpg"]


def test_a_daylio_backup_with_odd_entries_brings_the_others(come: Bring) -> None:
    came = come(
        backup(
            {**DAY, "month": 12},
            {"id": 1},
            5,
            {**DAY, "id": 8, "mood": None, "tags": None, "assets": "x", "datetime": "?"},
        ),
        "b.daylio",
        packed=True,
    )
    assert came.report.new == 1
    assert len(came.report.skipped) == 3


DIARO = """<?xml version='1.0' encoding='UTF-8'?><data version="2">
<table name="diaro_tags"><r><uid>T1</uid><title>sea</title></r></table>
<table name="diaro_folders"><r><uid>F1</uid><title>Travel</title></r></table>
<table name="diaro_moods"><r><uid>1</uid><title>Awesome</title></r></table>
<table name="diaro_attachments"><r><uid>A</uid><entry_uid>E1</entry_uid><type>photo</type><filename>p.jpg</filename></r></table>
<table name="diaro_entries"><r><uid>E1</uid><date>1709343000000</date><tz_offset>-05:00</tz_offset><title>At sea</title><text>Waves &amp; wind</text><folder_uid>F1</folder_uid><tags>,T1,T9,</tags><mood>1</mood></r>
<r><uid>E2</uid><date>soon</date></r></table></data>"""


def test_diaro_tables_become_notes(come: Bring) -> None:
    came = come({"DiaroBackup.xml": DIARO, "media/photo/p.jpg": b"jpg"}, "d.zip", packed=True)
    assert (came.report.format, came.report.new, len(came.report.skipped)) == ("diaro", 1, 1)
    assert came.note.written_at == datetime(2024, 3, 1, 20, 30)
    assert (came.note.title, came.note.text) == ("At sea", "Waves & wind\n\n![](attachment:p.jpg)")
    assert came.diary.imports.tags_of(came.note.id) == ["Travel", "sea"]
    assert (origin(came).mood, origin(came).mood_words) == (5, "Awesome")
    assert len(came.diary.attachments.of(came.note.id)) == 1


def test_a_file_that_is_not_in_diaros_backup_is_named(come: Bring) -> None:
    came = come({"DiaroBackup.xml": DIARO}, "d.zip", packed=True)
    assert came.note.text == "Waves & wind"
    assert (came.report.skipped[0].what, came.report.skipped[0].why) == (
        "a file of the entry of 2024-03-01",
        Why.FILE_MISSING,
    )


def test_an_encrypted_diaro_backup_is_answered_with_what_to_do(come: Bring) -> None:
    with pytest.raises(ExchangeTrouble) as refused:
        come({"DiaroBackup.denc": b"\x00\x01"}, "d.zip", packed=True)
    assert refused.value.kind is Trouble.DIARO_LOCKED


def test_xml_that_grows_is_refused(come: Bring) -> None:
    laughs = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;">]><data><table name="diaro_entries"><r><uid>&b;</uid></r></table></data>'
    with pytest.raises(ExchangeTrouble) as refused:
        come({"DiaroBackup.xml": laughs}, "d.zip", packed=True)
    assert refused.value.kind is Trouble.BROKEN


def test_journey_entries_stand_in_their_zone(come: Bring, tmp_path: Path) -> None:
    entry = {"id": "x1", "date_journal": 1709343000000, "timezone": "America/New_York", "text": "<p>Hi <b>you</b></p>", "type": "html", "tags": ["a"], "mood": 4, "favourite": True, "photos": ["x1-p.jpg", "gone.jpg"], "lat": 1.7976931348623157e308, "lon": 1.7976931348623157e308, "weather": {"degree_c": 1.7976931348623157e308}}  # fmt: skip
    came = come(
        {"x1.json": entry, "x1-p.jpg": b"jpg", "x2.json": {"id": "x2", "date_journal": 1e300, "text": ""}},
        "j.zip",
        packed=True,
    )
    assert came.report.format == "journey"
    assert came.note.written_at == datetime(2024, 3, 1, 20, 30)
    shown = "Hi **you**\n\n![](attachment:x1-p.jpg)"
    assert (came.note.text, came.note.starred, origin(came).mood) == (shown, True, 4)
    again = bring(came.diary, tmp_path / "j.zip", now=NOON, here=HERE)
    assert (again.new, again.already) == (0, 1)  # what is shown below the words does not make it another
    assert [it.why for it in came.report.skipped] == [Why.FILE_MISSING, Why.ABSURD_DATE]


@pytest.mark.parametrize("wrap", [True, False])
def test_diarium_days_with_five_digits_after_the_second(come: Bring, wrap: bool) -> None:
    days = [
        {
            "date": "2024-03-01T20:30:15.12345",
            "heading": "H",
            "html": "<p>x</p>",
            "rating": 2,
            "tags": [{"name": "t"}, "u"],
            "location": [1, 2],
        }
    ]
    came = come({"entries": days} if wrap else days, "Diarium.json")
    assert came.report.format == "diarium"
    assert came.note.written_at == datetime(2024, 3, 1, 20, 30, 15)
    assert (came.note.title, came.note.text, origin(came).mood) == ("H", "x", 2)
    assert came.diary.imports.tags_of(came.note.id) == ["t", "u"]


def test_diariums_pictures_stand_in_a_folder_of_the_day(come: Bring) -> None:
    day = [{"date": "2024-03-01T20:30:15", "heading": "H", "html": "<p>x</p>"}]
    came = come(
        {"Diarium.json": day, "media/2024-03-01/a.jpg": b"jpg", "media/2024-03-02/b.jpg": b"jpg"},
        "d.zip",
        packed=True,
    )
    assert [it.name for it in came.diary.attachments.of(came.note.id)] == ["a.jpg"]


SUPER = '{"root":{"children":[{"type":"paragraph","children":[{"type":"text","text":"One "},{"type":"text","text":"two"}]},{"type":"list","children":[{"type":"listitem","children":[{"text":"a"}]},{"type":"listitem","children":[{"text":"b"}]}]}]}}'


def notes(*contents: object) -> dict[str, object]:
    items = [
        {"content_type": "Note", "uuid": f"n{at}", "created_at": "2024-03-01T20:30:00.000Z", "content": it}
        for at, it in enumerate(contents)
    ]
    tag = {"content_type": "Tag", "uuid": "t", "content": {"title": "sea", "references": [{"uuid": "n0"}]}}
    return {"version": "004", "items": [*items, tag]}


def test_standard_notes_come_as_text_html_or_its_own_kind(come: Bring) -> None:
    files = {
        "Standard Notes Backup and Import File.txt": notes(
            {"title": "P", "text": "plain"}, {"title": "H", "text": "<p>h</p>"}, {"title": "S", "text": SUPER}
        )
    }
    came = come(files, "s.zip", packed=True)
    assert came.report.format == "standard-notes"
    assert {it.title: it.text for it in came.notes} == {"P": "plain", "H": "h", "S": "One two\n\n- a\n- b"}
    first = next(it for it in came.notes if it.title == "P")
    assert came.diary.imports.tags_of(first.id) == ["sea"]
    assert first.written_at == datetime(2024, 3, 1, 22, 30)


def test_an_encrypted_standard_notes_backup_is_answered_with_what_to_do(come: Bring) -> None:
    with pytest.raises(ExchangeTrouble) as refused:
        come(notes("004:abcdef:ghijkl"), "s.txt")
    assert refused.value.kind is Trouble.STANDARD_NOTES_LOCKED


def test_a_standard_note_that_is_still_encrypted_does_not_keep_the_others_out(come: Bring) -> None:
    came = come(notes("004:abcdef:ghijkl", {"title": "P", "text": "plain"}), "s.txt")
    assert [it.title for it in came.notes] == ["P"]
    assert [it.why for it in came.report.skipped] == [Why.LOCKED]


@pytest.mark.parametrize(
    ("line", "trouble"), [("E y", Trouble.LIFEOGRAPH_LOCKED), ("E n", Trouble.LIFEOGRAPH)]
)
def test_lifeograph_is_answered_with_what_to_do(come: Bring, line: str, trouble: Trouble) -> None:
    with pytest.raises(ExchangeTrouble) as refused:
        come(f"LIFEOGRAPHDB\nV 3010\n{line}\n\n", "my.diary")
    assert refused.value.kind is trouble


INSIDE = f'<p>See <img alt="A boat" src="data:image/png;base64,{base64.b64encode(b"png!").decode()}"></p>'


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("s.txt", notes({"title": "T", "text": INSIDE})),
        ("d.json", [{"date": "2024-03-01T20:30:15", "heading": "H", "html": INSIDE}]),
        ("j.zip", {"x1.json": {"id": "x1", "date_journal": 1709343000000, "text": INSIDE, "photos": ["x1-p.jpg"]}, "x1-p.jpg": b"jpg"}),
        ("b.daylio", backup(DAY | {"note": INSIDE})),
        ("d.csv", f'full_date,time,mood,activities,note_title,note\n2024-03-01,20:30,good,,,"{INSIDE.replace(chr(34), chr(34) * 2)}"\n'),
    ],
    ids=["standard-notes", "diarium", "journey", "daylio-backup", "daylio-csv"],
)  # fmt: skip
def test_a_picture_that_stands_in_the_words_themselves_comes_along_beside_the_others(
    come: Bring, name: str, content: object
) -> None:
    came = come(content, name, packed=name.endswith(("zip", "daylio")))
    assert came.note.text.startswith("See ![A boat](attachment:picture-1.png)")
    first, *_ = came.diary.attachments.of(came.note.id)
    assert (first.name, came.diary.attachments.content(first.id)) == ("picture-1.png", b"png!")
    assert len(came.diary.attachments.of(came.note.id)) == 1 + (
        "x1-p" in str(content) or "abc123" in str(content)
    )
