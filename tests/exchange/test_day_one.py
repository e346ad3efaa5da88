"""A diary from Day One, in its three shapes."""

import plistlib
from datetime import datetime

import pytest

from tests.exchange.conftest import Bring
from therapy_diary.domain.pointing import files_named
from therapy_diary.exchange.found import Why

pytestmark = pytest.mark.thorough

RICH = '{"contents":[{"attributes":{"line":{"header":1,"identifier":"x"}},"text":"A day by the sea\\n"},{"text":"Then home."}],"meta":{}}'


def day_one(*entries: object) -> dict[str, object]:
    return {"metadata": {"version": "1.0"}, "entries": list(entries)}


def entry(**more: object) -> dict[str, object]:
    plain = {
        "uuid": "0A" * 16,
        "creationDate": "2024-07-23T17:10:43Z",
        "timeZone": "Europe/Berlin",
        "text": "Just words.",
    }
    return {**plain, "location": {}, "weather": {}, "duration": 0, **more}


def test_an_evening_in_america_stays_on_its_day(come: Bring) -> None:
    """Other importers take the day of UTC, which is the next one."""
    came = come(day_one(entry(creationDate="2024-03-02T01:30:00Z", timeZone="America/New_York")))
    assert came.note.written_at == datetime(2024, 3, 1, 20, 30)


def test_the_zone_and_the_moment_in_utc_are_kept(come: Bring) -> None:
    came = come(day_one(entry()))
    [row] = list(came.diary.whole.rows(next(it for it in came.diary.whole.tables() if it.name == "note")))
    assert (row["written_at"], row["zone"], row["utc_offset_min"]) == (
        "2024-07-23T19:10:43",
        "Europe/Berlin",
        120,
    )
    [row] = list(
        came.diary.whole.rows(next(it for it in came.diary.whole.tables() if it.name == "note_source"))
    )
    assert row["instant"] == "2024-07-23T17:10:43"
    assert '"weather"' in row["record"]


@pytest.mark.parametrize(
    ("created", "zone", "wall"),
    [
        ("2024-07-23T17:10:43Z", None, datetime(2024, 7, 23, 19, 10, 43)),  # the zone of this computer
        ("2024-07-23T17:10:43-05:00", None, datetime(2024, 7, 23, 17, 10, 43)),  # the offset it says itself
        ("2024-07-23T17:10:43Z", "Mars/Olympus", datetime(2024, 7, 23, 19, 10, 43)),
        ("2024-07-23T17:10:43Z", "../../etc/passwd", datetime(2024, 7, 23, 19, 10, 43)),
        (
            "2013-10-27T02:27:00Z",
            "Europe/Vienna",
            datetime(2013, 10, 27, 3, 27),
        ),  # the hour after the clocks went back
    ],
)
def test_the_wall_time_is_that_of_the_writer(
    come: Bring, created: str, zone: str | None, wall: datetime
) -> None:
    more = {"timeZone": zone} if zone else {}
    one = entry(creationDate=created, **more)
    if zone is None:
        del one["timeZone"]
    assert come(day_one(one)).note.written_at == wall


def test_a_whole_day_is_a_day(come: Bring) -> None:
    came = come(day_one(entry(isAllDay=True, creationDate="2024-03-02T23:30:00Z", timeZone="Europe/Berlin")))
    assert came.note.written_at == datetime(2024, 3, 3, 12)
    origin = came.diary.imports.origin_of(came.note.id)
    assert origin is not None
    assert origin.day_only


@pytest.mark.parametrize(
    ("more", "title", "text"),
    [
        ({"text": "# A day by the sea\n\nThen **home**."}, "A day by the sea", "Then **home**."),
        ({"text": "A day by the sea\nThen home.", "richText": RICH}, "A day by the sea", "Then home."),
        ({"text": "", "richText": RICH}, "A day by the sea", "Then home."),
        ({"text": "", "richText": "Only plain words."}, "", "Only plain words."),
        ({"text": "Short.\n\nAnd then a paragraph."}, "Short.", "And then a paragraph."),
        ({"text": "One line only."}, "", "One line only."),
        ({"richText": "{broken"}, "", "Just words."),
    ],
)
def test_a_title_is_a_heading_or_a_short_first_paragraph(
    come: Bring, more: dict[str, object], title: str, text: str
) -> None:
    note = come(day_one(entry(**more))).note
    assert (note.title, note.text) == (title, text)


def test_only_the_backslashes_go_that_day_one_set(come: Bring) -> None:
    """Other importers take every one, also those of a path and of raised arms."""
    note = come(day_one(entry(text="1\\. No\\! \\o/ C:\\Temp a\u200bb \\\\"))).note
    assert note.text == "1. No! \\o/ C:\\Temp ab \\"


def test_empty_objects_and_missing_fields_are_no_trouble(come: Bring) -> None:
    came = come(
        day_one(
            {"uuid": "A", "creationDate": "2024-07-23T17:10:43Z", "text": "x", "location": {}, "tags": None}
        )
    )
    assert came.report.new == 1


def test_star_and_tags_with_blanks_and_capitals_come_along(come: Bring) -> None:
    came = come(day_one(entry(starred=True, tags=["a b", "x-Y"])))
    assert came.note.starred
    assert came.diary.imports.tags_of(came.note.id) == ["a b", "x-Y"]


def test_pictures_come_into_the_diary_and_the_text_shows_them(come: Bring) -> None:
    text = (
        "See ![](dayone-moment://AB12) and ![](dayone-moment:/audio/CD34), ![our house](dayone-moment://AB12)"
    )
    files = {
        "Journal.json": day_one(
            entry(
                text=text,
                photos=[{"identifier": "AB12", "md5": "ff00", "type": "jpeg"}],
                audios=[{"identifier": "CD34", "md5": "aa11", "format": "m4a"}],
            )
        ),
        "photos/ff00.jpeg": b"\xff\xd8picture",
        "audios/aa11.m4a": b"sound",
    }
    came = come(files, "e.zip", packed=True)
    kept = came.diary.attachments.of(came.note.id)
    assert [(it.name, it.media.partition("/")[0]) for it in kept] == [
        ("ff00.jpeg", "image"),
        ("aa11.m4a", "audio"),
    ]
    assert came.diary.attachments.content(kept[0].id) == b"\xff\xd8picture"
    shown = (
        "![](attachment:ff00.jpeg) and [aa11.m4a](attachment:aa11.m4a), ![our house](attachment:ff00.jpeg)"
    )
    assert came.note.text == f"See {shown}"


def test_a_picture_listed_with_another_entry_is_found(come: Bring) -> None:
    photo = {"identifier": "AB12", "md5": "ff00", "type": "png"}
    files = {
        "One.json": day_one(entry(uuid="A", photos=[photo])),
        "Two.json": day_one(
            entry(uuid="B", creationDate="2024-08-01T10:00:00Z", text="![](dayone-moment://AB12)")
        ),
        "photos/ff00.png": b"png",
    }
    came = come(files, "e.zip", packed=True)
    assert [len(came.diary.attachments.of(it.id)) for it in came.notes] == [1, 1]


def test_a_missing_or_empty_picture_is_named_and_the_entry_arrives(come: Bring) -> None:
    photos = [
        {"identifier": "A", "md5": "gone", "type": "jpeg"},
        {"identifier": "B", "type": "jpeg"},
        {"identifier": "C", "md5": "nil", "type": "png"},
    ]
    came = come({"J.json": day_one(entry(photos=photos)), "photos/nil.png": b""}, "e.zip", packed=True)
    assert came.report.new == 1
    assert [it.why for it in came.report.skipped] == [Why.FILE_MISSING] * 3


def test_a_journal_unpacked_into_a_folder_is_the_same(come: Bring) -> None:
    came = come(
        {
            "Journal.json": day_one(
                entry(text="![](dayone-moment://A)", photos=[{"identifier": "A", "md5": "f", "type": "png"}])
            ),
            "photos/f.png": b"x",
        }
    )
    assert came.note.text == "![](attachment:f.png)"


def test_one_bad_record_is_named_and_the_rest_arrives(come: Bring) -> None:
    came = come(
        day_one(
            entry(),
            entry(uuid="B", creationDate="2024-13-45T00:00:00Z"),
            {"uuid": "C"},
            7,
            entry(uuid="D", creationDate="0001-01-01T00:00:00Z"),
            entry(uuid="E", text="", tags=[]),
        )
    )
    assert (came.report.found, came.report.new) == (6, 1)
    assert [it.why for it in came.report.skipped] == [
        Why.ABSURD_DATE,
        Why.NO_DATE,
        Why.NOT_A_RECORD,
        Why.ABSURD_DATE,
        Why.EMPTY,
    ]
    assert "Just words" not in str(came.report.skipped)


def test_the_same_entry_in_two_journals_is_one(come: Bring) -> None:
    came = come({"A.json": day_one(entry()), "B.json": day_one(entry())}, "e.zip", packed=True)
    assert (came.report.found, came.report.new, came.report.already) == (2, 1, 1)


TEXT = """Exported from somewhere

\tDate:\t01 January 2019 at 00:00:00 GMT
\tWeather:\t2°C Clear

New year

Slept long.
And well.

\tDate:\t15 January 2024
\tTags:\tsea, long walk

The sea
"""


def test_plain_text_has_a_title_a_body_and_tags(come: Bring) -> None:
    came = come(TEXT, "Journal.txt")
    assert came.report.format == "day-one-text"
    assert [(it.title, it.text, it.written_at) for it in came.notes] == [
        ("New year", "Slept long.\nAnd well.", datetime(2019, 1, 1)),
        ("The sea", "", datetime(2024, 1, 15, 12)),
    ]
    assert came.diary.imports.tags_of(came.notes[1].id) == ["long walk", "sea"]


def test_a_date_in_an_unknown_language_is_named(come: Bring) -> None:
    came = come("\tDate:\t1 zzzember 2019\n\nTitle\n", "Journal.txt")
    assert [it.why for it in came.report.skipped] == [Why.NO_DATE]


def classic(**more: object) -> bytes:
    plain = {
        "Creation Date": datetime(2013, 10, 27, 2, 27),
        "Entry Text": "Short.\n\nLong.",
        "Starred": True,
        "UUID": "AB" * 16,
    }
    return plistlib.dumps({**plain, **more})


def test_classic_entries_come_with_their_photo(come: Bring) -> None:
    name = "AB" * 16
    came = come(
        {
            f"J.dayone/entries/{name}.doentry": classic(
                **{"Time Zone": "Europe/Vienna", "Tags": ["one", "two"]}
            ),
            f"J.dayone/photos/{name}.jpg": b"photo",
        }
    )
    assert came.report.format == "day-one-classic"
    assert (came.note.title, came.note.starred) == ("Short.", True)
    assert came.note.written_at == datetime(2013, 10, 27, 3, 27)
    assert len(came.diary.attachments.of(came.note.id)) == 1


def test_a_broken_list_is_named_and_the_rest_arrives(come: Bring) -> None:
    came = come(
        {
            "J.dayone/entries/1.doentry": classic(UUID="A"),
            "J.dayone/entries/2.doentry": b"<?xml version='1.0'?><plist><dict><key>",
            "J.dayone/entries/3.doentry": classic(UUID="C", Tags=["only this"], **{"Entry Text": ""}),
            "J.dayone/entries/4.doentry": b"bplist00garbage",
            "J.dayone/entries/5.doentry": b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><plist><string>&a;</string></plist>',
        }
    )
    assert (came.report.found, came.report.new) == (5, 2)
    assert len(came.report.skipped) == 3
    assert [it.title for it in came.notes] == ["Short.", "only this"]


@pytest.mark.parametrize(
    "said",
    [
        "01. Januar 2019 um 09:30:00 MEZ",
        "1 janvier 2019 à 09:30:00 UTC",
        "1er janvier 2019 à 09:30",
        "1 de enero de 2019, 09:30",
        "1 января 2019 г. в 09:30",
        "1 בינואר 2019 בשעה 09:30:00",
        "January 1, 2019 at 9:30:00\u202fAM GMT",
    ],
)
def test_a_text_from_a_computer_of_another_language_has_its_dates(come: Bring, said: str) -> None:
    came = come(f"\tDate:\t{said}\n\nA day\n\nwords\n", "dayone.txt")
    assert (came.note.written_at, came.note.title) == (datetime(2019, 1, 1, 9, 30), "A day")


def test_a_document_with_blanks_in_its_name_is_led_to(come: Bring) -> None:
    entry = {
        "uuid": "A",
        "creationDate": "2024-03-02T01:30:00Z",
        "text": "See ![](dayone-moment:/pdfAttachment/P)",
        "pdfAttachments": [{"identifier": "P", "md5": "00", "pdfName": "my plan (old).pdf"}],
    }
    journal = {"metadata": {"version": "1.0"}, "entries": [entry]}
    came = come({"Journal.json": journal, "pdfs/00.pdf": b"%PDF"}, "e.zip", packed=True)
    [kept] = came.diary.attachments.of(came.note.id)
    assert files_named(came.note.text) == {kept.name}
