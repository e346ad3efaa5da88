"""Diaries from jrnl, Mini Diary and Mini Diarium."""

import base64
from datetime import datetime

import pytest

from tests.exchange.conftest import Bring
from therapy_diary.exchange.errors import ExchangeTrouble, Trouble
from therapy_diary.exchange.found import Why

pytestmark = pytest.mark.thorough

ONE = {
    "title": "Slept.",
    "body": "Well @home.",
    "date": "2024-03-01",
    "time": "20:30",
    "tags": ["@home"],
    "starred": True,
}


def test_jrnl_json_is_local_time_without_a_zone(come: Bring) -> None:
    came = come({"tags": {"@home": 1}, "entries": [ONE]})
    assert came.report.format == "jrnl"
    assert came.note.written_at == datetime(2024, 3, 1, 20, 30)
    assert (came.note.title, came.note.text, came.note.starred) == ("Slept.", "Well @home.", True)
    assert came.diary.imports.tags_of(came.note.id) == ["home"]


def test_two_entries_of_one_minute_both_arrive_and_only_once(come: Bring) -> None:
    """Other importers keep one for each moment."""
    entries = [ONE, {**ONE, "title": "Another."}, ONE]
    assert come({"entries": entries}).report.new == 3
    assert come({"entries": entries}).report.already == 3
    more = come({"entries": [*entries, ONE]})
    assert (more.report.new, more.report.already) == (1, 3)


def test_an_old_export_has_no_tags_and_another_sign_for_them(come: Bring) -> None:
    old = {key: value for key, value in ONE.items() if key != "tags"}
    came = come({"entries": [old, {**ONE, "time": "20:31", "tags": ["#sea"]}]})
    assert [came.diary.imports.tags_of(it.id) for it in came.notes] == [[], ["sea"]]


JRNL = """[2020-08-29 11:11:00 AM] First light. Then more @work
and a second line
[1] line starting with 1
[2020-08-29 11:11:00 AM] Second *
Body.

[2020-08-30 09:00] No more
"""


def test_jrnl_text_takes_a_bracket_for_a_date_only_where_it_is_one(come: Bring) -> None:
    came = come(JRNL, "journal.txt")
    assert came.report.format == "jrnl-text"
    assert [(it.title, it.text, it.starred) for it in came.notes] == [
        ("First light.", "Then more @work\nand a second line\n[1] line starting with 1", False),
        ("Second", "Body.", True),
        ("No more", "", False),
    ]
    assert came.notes[0].written_at == datetime(2020, 8, 29, 11, 11)
    assert came.diary.imports.tags_of(came.notes[0].id) == ["work"]


@pytest.mark.parametrize(
    ("header", "wall"),
    [
        ("[09.06.2013 15:39]", datetime(2013, 6, 9, 15, 39)),
        ("[2013-06-09 15:39]", datetime(2013, 6, 9, 15, 39)),
        ("[9 June 2013 3:39 PM]", datetime(2013, 6, 9, 15, 39)),
        ("[06/28/2013 15:39]", datetime(2013, 6, 28, 15, 39)),
        ("2013-06-09 15:39", datetime(2013, 6, 9, 15, 39)),  # jrnl 1
        ("09.06.2013 15:39", datetime(2013, 6, 9, 15, 39)),
        ("[2013-06-09]", datetime(2013, 6, 9, 12)),
    ],
)
def test_jrnl_dates_are_as_each_person_writes_them(come: Bring, header: str, wall: datetime) -> None:
    assert come(f"{header} Title\nBody\n", "journal.txt").note.written_at == wall


def test_in_a_jrnl_folder_the_path_says_the_day(come: Bring) -> None:
    came = come(
        {
            "2020/06/28.txt": "[2020-06-27 18:22] Moved\n",
            "2020/06/29.txt": "[2020-06-29 08:00] A\n\n[2020-06-29 08:00] B\n",
        }
    )
    assert came.report.format == "jrnl-text"
    assert [it.written_at for it in came.notes] == [datetime(2020, 6, 28, 18, 22)] + [
        datetime(2020, 6, 29, 8)
    ] * 2


@pytest.mark.parametrize("head", [b"JRNLv3\x00\x01", b"gAAAAABk" + b"a" * 80])
def test_an_encrypted_jrnl_is_answered_with_what_to_do(come: Bring, head: bytes) -> None:
    with pytest.raises(ExchangeTrouble) as refused:
        come(head, "journal.txt")
    assert refused.value.kind is Trouble.JRNL_LOCKED


def test_brackets_without_a_date_are_no_jrnl_and_no_broken_json(come: Bring) -> None:
    with pytest.raises(ExchangeTrouble) as refused:
        come("[some day] A title\n\nBody\n", "work.journal")
    assert refused.value.kind is Trouble.NOT_KNOWN


def mini(version: str, entries: object, application: str = "Mini Diary") -> dict[str, object]:
    return {
        "metadata": {"application": application, "version": version, "dateUpdated": "x"},
        "entries": entries,
    }


def test_mini_diary_has_one_entry_for_a_day(come: Bring) -> None:
    day = {"dateUpdated": "Thu Jan 03 2019 00:00:00 GMT-0800", "title": "Snow", "text": "a\n\n**b**"}
    came = come(mini("3.3.0", {"2019-01-03": day, "2019-01-04": {"title": "", "text": "only text"}}))
    assert came.report.format == "mini-diary"
    assert [(it.written_at, it.title, it.text) for it in came.notes] == [
        (datetime(2019, 1, 3, 12), "Snow", "a\n\n**b**"),
        (datetime(2019, 1, 4, 12), "", "only text"),
    ]


def test_a_day_written_in_both_programs_is_not_merged(come: Bring) -> None:
    """Mini Diary keeps the old title, empty as it may be, and drops the new one."""
    come(mini("3.3.0", {"2019-01-03": {"title": "", "text": "first"}}))
    came = come(mini("3.3.0", {"2019-01-03": {"title": "Title", "text": "second"}}))
    assert {(it.title, it.text) for it in came.notes} == {("", "first"), ("Title", "second")}


def test_before_version_2_a_line_was_a_paragraph(come: Bring) -> None:
    assert come(mini("1.9.1", {"2019-01-03": {"title": "", "text": "a\nb"}})).note.text == "a\n\nb"


def test_an_entry_on_a_day_there_is_not_is_named(come: Bring) -> None:
    came = come(
        mini(
            "3.3.0",
            {"2019-02-30": {"title": "x", "text": ""}, "soon": {"title": "x", "text": ""}, "2019-02-01": []},
        )
    )
    assert [it.why for it in came.report.skipped] == [Why.ABSURD_DATE, Why.NO_DATE, Why.NOT_A_RECORD]


def test_mini_diarium_has_several_for_a_day_and_html_with_pictures(come: Bring) -> None:
    picture = base64.b64encode(b"png!").decode()
    html = f'<h2>Head</h2><p>Some <strong>bold</strong> &amp; <em>thin</em></p><script>alert(1)</script><p><img alt="At [noon]" src="data:image/png;base64,{picture}"></p>'
    entries = [
        {
            "id": 1,
            "date": "2024-01-01",
            "title": "",
            "text": html,
            "dateUpdated": "2024-01-01T00:00:00Z",
            "tags": ["sea"],
        },
        {"id": 2, "date": "2024-01-01", "title": "", "text": "<p>two</p>", "tags": []},
    ]
    came = come(mini("0.5.0", entries, "Mini Diarium"))
    first = next(it for it in came.notes if "Head" in it.text)
    assert first.text == "## Head\n\nSome **bold** & *thin*\n\n![At noon](attachment:picture-1.png)"
    assert came.diary.attachments.content(came.diary.attachments.of(first.id)[0].id) == b"png!"
    assert len(came.notes) == 2
    assert come(mini("0.6.0", entries, "Mini Diarium")).report.new == 0


def test_the_encrypted_file_of_mini_diary_is_answered_with_what_to_do(come: Bring) -> None:
    with pytest.raises(ExchangeTrouble) as refused:
        come("0a1b2c3d" * 40, "mini-diary.txt")
    assert refused.value.kind is Trouble.MINI_DIARY_LOCKED


def test_a_first_sentence_without_an_end_is_text_and_whole(come: Bring) -> None:
    long = "words " * 200
    note = come(f"[2020-08-29 11:11] {long}\nmore\n", "journal.txt").note
    assert note.title == ""
    assert note.text == f"{long.strip()}\n\nmore"
