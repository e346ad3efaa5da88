"""Exports as the programs of today and of some years ago write them, in other languages too; all made up here."""

import json
from datetime import date, datetime

import pytest

from tests.exchange.conftest import Bring
from therapy_diary.exchange.found import Why
from therapy_diary.exchange.lexical import to_markdown as of_lexical
from therapy_diary.exchange.rich_text import to_markdown as of_rich_text

NEW = "full_date,date,weekday,time,mood,activities,note_title,note\n"


@pytest.mark.parametrize(
    ("said", "instant"),
    [
        ("March 3, 2024 at 8:05:01 PM GMT+1", datetime(2024, 3, 3, 19, 5, 1)),
        ("3 mars 2024 à 20:05:01 UTC+1", datetime(2024, 3, 3, 19, 5, 1)),
        ("3 March 2024 at 20:05:01 GMT-03:30", datetime(2024, 3, 3, 23, 35, 1)),
        ("3. marts 2024 20:05:01 CET", None),
        ("2024年3月3日 20:05:01 JST", None),
        ("3 Mart 2024 20:05:01 EET", None),
    ],
)
def test_day_ones_text_has_its_wall_time_and_the_offset_it_names(
    come: Bring, said: str, instant: datetime | None
) -> None:
    came = come(f"\tDate:\t{said}\n\nA title\n\nWords.\n")
    assert came.note.written_at == datetime(2024, 3, 3, 20, 5, 1)
    kept = came.diary.whole.rows(next(it for it in came.diary.whole.tables() if it.name == "note_source"))
    assert next(kept)["instant"] == (None if instant is None else instant.isoformat())


@pytest.mark.parametrize(
    ("said", "hour"),
    [
        ("6:50 p.m.", 18), ("오후 6:50", 18), ("下午6:50", 18), ("午前 6:50", 6), ("18.50", 18), ("18h50", 18), ("μ.μ. 6:50", 18),
        ("12:50 am", 0), ("12:50 PM", 12), ("6:50", 6), ("18:50", 18),
    ],
)  # fmt: skip
def test_daylios_clock_is_that_of_the_phone(come: Bring, said: str, hour: int) -> None:
    assert come(f"{NEW}2024-01-05,x,x,{said},rad,,,n\n").note.written_at == datetime(2024, 1, 5, hour, 50)


@pytest.mark.parametrize("said", ["", "half past six", "99:99", "18"])
def test_a_line_of_daylio_with_a_clock_that_says_nothing_keeps_its_day(come: Bring, said: str) -> None:
    came = come(f"{NEW}2024-01-05,x,x,{said},rad,,,n\n")
    origin = came.diary.imports.origin_of(came.note.id)
    assert came.note.written_at.date() == datetime(2024, 1, 5).date()
    assert origin is not None
    assert origin.day_only


def test_daylios_older_table_has_the_year_in_a_column_of_its_own(come: Bring) -> None:
    came = come(
        'year,date,weekday,time,mood,activities,note\n2018,January 5,Friday,6:50 pm,good,a | b,"Words."\n'
    )
    assert (came.report.format, came.note.text) == ("daylio-csv", "Words.")
    assert came.note.written_at == datetime(2018, 1, 5, 18, 50)


@pytest.mark.parametrize(
    ("name", "moment", "title"),
    [
        ("2024-05-06T0710.md", datetime(2024, 5, 6, 7, 10), ""),
        ("2024-05-06 07-10 By the sea.md", datetime(2024, 5, 6, 7, 10), "By the sea"),
        ("202405060710.md", datetime(2024, 5, 6, 7, 10), ""),
        ("20240506071059 By the sea.md", datetime(2024, 5, 6, 7, 10), "By the sea"),
        ("2024-05-06 1999 things.md", datetime(2024, 5, 6, 12), "1999 things"),
        ("2024-05-06 10 things.md", datetime(2024, 5, 6, 12), "10 things"),
        ("May 6, 2024.md", datetime(2024, 5, 6, 12), ""),
        ("6. Mai 2024.txt", datetime(2024, 5, 6, 12), ""),
        ("2024-05-06.md", datetime(2024, 5, 6, 12), ""),
        ("2024-05-06 By the sea.md", datetime(2024, 5, 6, 12), "By the sea"),
    ],
)
def test_a_name_may_say_the_time_as_well(come: Bring, name: str, moment: datetime, title: str) -> None:
    note = come({name: "Words."}).note
    assert (note.written_at, note.title, note.text) == (moment, title, "Words.")


def test_a_heading_that_says_the_title_again_goes_and_any_other_stays(come: Bring) -> None:
    matter = '---\ntitle: "Sea: a day"\ncreated_at: 2024-05-0{} 10:10 PM\n---\n\n# {}\n\nWords.\n'
    came = come({"a.md": matter.format(3, "Sea: a day"), "b.md": matter.format(4, "Home")})
    assert [it.title for it in came.notes] == ["Sea: a day", "Sea: a day"]
    assert [it.text for it in came.notes] == ["Words.", "# Home\n\nWords."]
    assert came.notes[0].written_at == datetime(2024, 5, 3, 22, 10)


def test_a_picture_in_rednotebook_is_a_picture(come: Bring) -> None:
    month = """1: {text: 'Look: [""file:///home/me/my sea"".jpg?50] and [""/a/b"".png]'}\n"""
    note = come({"2019-02.txt": month}).note
    assert note.text == "Look: ![](file:///home/me/my%20sea.jpg) and ![](/a/b.png)"


def test_journeys_later_files_say_the_date_in_words(come: Bring) -> None:
    entry = {
        "id": "u1", "text": "<p>Sea</p>", "dateOfJournal": "2024-03-02T01:30:00.000Z", "timezone": "America/New_York",
        "type": "html", "tags": ["a"], "favourite": False, "attachments": ["u1-1.jpg"],
    }  # fmt: skip
    came = come({"u1.json": entry, "u1-1.jpg": b"picture"}, "j.zip", packed=True)
    assert (came.report.format, came.note.written_at) == ("journey", datetime(2024, 3, 1, 20, 30))
    assert [it.name for it in came.diary.attachments.of(came.note.id)] == ["u1-1.jpg"]


def test_what_was_thrown_away_in_standard_notes_is_named_and_stays_there(come: Bring) -> None:
    item = {"content_type": "Note", "created_at": "2024-03-01T20:30:00.000Z"}
    kept = {**item, "uuid": "1", "content": {"title": "Kept", "text": "x", "trashed": False}}
    gone = {**item, "uuid": "2", "content": {"title": "Gone", "text": "x", "trashed": True}}
    came = come({"version": "004", "items": [kept, gone]})
    assert [it.title for it in came.notes] == ["Kept"]
    assert [it.why for it in came.report.skipped] == [Why.IN_THE_BIN]


def words(text: str, marks: int = 0) -> dict[str, object]:
    return {"type": "text", "text": text, "format": marks}


def node(kind: str, *children: object, **more: object) -> dict[str, object]:
    return {"type": kind, "children": list(children), **more}


@pytest.mark.parametrize(
    ("block", "text"),
    [
        (node("heading", words("Sea"), tag="h2"), "## Sea"),
        (node("paragraph", words("so "), words("very ", 1), words("blue", 3)), "so **very** ***blue***"),
        (node("paragraph", node("link", words("there"), url="https://a.b")), "[there](https://a.b)"),
        (node("quote", words("one"), {"type": "linebreak"}, words("two")), "> one\n> two"),
        (node("code", words("x = 1")), "```\nx = 1\n```"),
        ({"type": "horizontalrule"}, "---"),
        (node("list", node("listitem", words("a"), checked=True), node("listitem", words("b")), listType="check"), "- [x] a\n- [ ] b"),
        (node("list", node("listitem", words("a")), node("listitem", node("list", node("listitem", words("b")), listType="bullet")), listType="number"), "1. a\n  - b"),
        (node("table", node("row", words("cell"))), "cell"),
        ("nonsense", ""),
    ],
)  # fmt: skip
def test_standard_notes_newest_editor_keeps_its_looks(block: object, text: str) -> None:
    assert of_lexical({"root": 1, "children": [block]}) == text


def test_a_tree_without_an_end_is_cut_off() -> None:
    deep: object = words("x")
    for _ in range(500):
        deep = node("paragraph", deep)
    assert of_lexical({"children": [deep]}) == ""


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        ([{"text": "Sea\n", "attributes": {"line": {"header": 2}}}, {"text": "blue"}], "## Sea\nblue"),
        ([{"text": "so "}, {"text": "blue ", "attributes": {"bold": True}}, {"text": "x"}], "so **blue** x"),
        ([{"text": "done\n", "attributes": {"line": {"listStyle": "checkbox", "checked": True, "indentLevel": 1}}}, {"text": "b\n", "attributes": {"line": {"listStyle": "bulleted", "indentLevel": 2}}}], "- [x] done\n  - b\n"),
        ([{"text": "said", "attributes": {"line": {"quote": True}}}], "> said"),
        ([{"text": "there", "attributes": {"linkURL": "https://a.b"}}], "[there](https://a.b)"),
        ([{"embeddedObjects": [{"type": "photo", "identifier": "A"}, {"type": "audio", "identifier": "B"}, {"type": "x"}]}], "\n![](dayone-moment://A)\n\n![](dayone-moment:/audio/B)\n"),
        ("plain", "plain"),
    ],
)  # fmt: skip
def test_day_ones_rich_text_keeps_its_looks(pieces: list[dict[str, object]] | str, text: str) -> None:
    assert of_rich_text(pieces) == text


def test_a_picture_that_only_the_rich_text_shows_comes_along(come: Bring) -> None:
    rich = {"contents": [{"text": "Sea\n"}, {"embeddedObjects": [{"type": "photo", "identifier": "A"}]}]}
    entry = {
        "uuid": "U", "creationDate": "2024-03-02T01:30:00Z", "timeZone": "Europe/Berlin", "richText": json.dumps(rich),
        "photos": [{"identifier": "A", "md5": "00", "type": "jpeg"}],
    }  # fmt: skip
    files = {"J.json": {"metadata": {"version": "1.0"}, "entries": [entry]}, "photos/00.jpeg": b"picture"}
    note = come(files, "d.zip", packed=True).note
    assert f"{note.title}\n{note.text}".count("![](attachment:00.jpeg)") == 1


NOTE, PICTURE, TAG = "a" * 32, "b" * 32, "c" * 32


def joplin(text: str, kind: int, **said: object) -> str:
    lines = {"created_time": "2023-05-01T17:02:11.123Z", "encryption_applied": 0, **said, "type_": kind}
    return f"{text}\n\n" + "\n".join(f"{key}: {value}" for key, value in lines.items())


def joplins(note: str) -> dict[str, str | bytes]:
    return {
        f"{NOTE}.md": note,
        f"{'d' * 32}.md": joplin("A notebook", 2, id="d" * 32, parent_id=""),
        f"{PICTURE}.md": joplin("my sea.png", 4, id=PICTURE, mime="image/png", file_extension="png"),
        f"{TAG}.md": joplin("by the sea", 5, id=TAG),
        f"{'e' * 32}.md": "\n\n" + joplin("", 6, id="e" * 32, note_id=NOTE, tag_id=TAG).lstrip("\n"),
        f"resources/{PICTURE}.png": b"picture",
    }


@pytest.mark.parametrize("packed", [False, True])
def test_joplins_own_files_are_notes_with_tags_and_pictures(come: Bring, packed: bool) -> None:
    body = (
        f"A day\n\nLook: ![](:/{PICTURE}) and [again](:/{PICTURE}), not [this](:/{'d' * 32}).\n\nkey: value"
    )
    came = come(
        joplins(joplin(body, 1, id=NOTE, user_created_time="2023-04-30T17:02:11.123Z")), "x", packed=packed
    )
    assert (came.report.format, came.report.skipped) == ("joplin", ())
    assert (came.note.title, came.note.written_at) == ("A day", datetime(2023, 4, 30, 19, 2, 11))
    shown = "![](attachment:my%20sea.png) and ![again](attachment:my%20sea.png)"
    assert came.note.text == f"Look: {shown}, not [this](:/{'d' * 32}).\n\nkey: value"
    assert came.diary.imports.tags_of(came.note.id) == ["by the sea"]
    assert [it.name for it in came.diary.attachments.of(came.note.id)] == ["my sea.png"]


def test_what_a_picture_of_joplins_is_called_stays_and_one_that_was_given_a_size_comes_along(
    come: Bring,
) -> None:
    body = (
        f"A day\n\n![The pier, [early]](:/{PICTURE}) ![Dover](:/{PICTURE}) ![my sea.png](:/{PICTURE})\n"
        f'<img width="200" alt="Us, at noon" src=":/{PICTURE}"/> <img src="https://x.example/y.png">'
    )
    came = come(joplins(joplin(body, 1, id=NOTE)), "x")
    at = "attachment:my%20sea.png"
    assert came.note.text == (
        f"![The pier, early]({at}) ![Dover]({at}) ![]({at})\n"
        f'![Us, at noon]({at}) <img src="https://x.example/y.png">'
    )
    assert [it.name for it in came.diary.attachments.of(came.note.id)] == ["my sea.png"]


def test_a_page_of_the_web_in_joplin_is_markdown_with_its_pictures(come: Bring) -> None:
    body = (
        f'A day\n\n<p>Seen <b>today</b>:</p><p><img src=":/{PICTURE}" alt="A boat"> and'
        f' <a class="x" href=":/{PICTURE}" title="y">the <i>same</i></a></p><script>no()</script>'
        '<p><img src="data:image/png;base64,cG5nIQ=="></p>'
    )
    came = come(joplins(joplin(body, 1, id=NOTE, markup_language=2)), "x")
    at = "attachment:my%20sea.png"
    assert (
        came.note.text
        == f"Seen **today**:\n\n![A boat]({at}) and ![the *same*]({at})\n\n![](attachment:picture-1.png)"
    )
    assert [it.name for it in came.diary.attachments.of(came.note.id)] == ["picture-1.png", "my sea.png"]


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"encryption_applied": 1}, Why.LOCKED),
        ({"deleted_time": 1700000000000}, Why.IN_THE_BIN),
        ({"created_time": ""}, Why.NO_DATE),
    ],
)
def test_a_note_of_joplin_that_cannot_come_is_named(come: Bring, said: dict[str, object], why: Why) -> None:
    came = come(joplins(joplin("A day", 1, id=NOTE, **said)), "x")
    assert [it.why for it in came.report.skipped] == [why]
    assert came.notes == []


def test_a_picture_that_joplin_did_not_export_is_named(come: Bring) -> None:
    files = joplins(joplin(f"A day\n\n![](:/{PICTURE})", 1, id=NOTE))
    del files[f"resources/{PICTURE}.png"]
    came = come(files, "x")
    assert [it.why for it in came.report.skipped] == [Why.FILE_MISSING]
    assert came.note.text == f"![](:/{PICTURE})"


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ({"entries": [{"title": "By the\nlake \r\n  again", "body": "b", "date": "2020-08-29", "time": "11:11"}]}, "export"),
        ('full_date,time,mood,note_title,note\n2024-01-05,10:00,rad,"By the\n lake\nagain",b\n', "d.csv"),
    ],
)  # fmt: skip
def test_a_title_of_several_lines_is_one_line_here_and_known_again(
    come: Bring, content: object, name: str
) -> None:
    came = come(content, name)
    assert (came.note.title, came.note.text) == ("By the lake again", "b")
    assert come(content, name).report.new == 0


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# 2020-01-09 10:30 By the lake\nbody", "By the lake"),
        ("# 2020-01-09 10:30\nbody", ""),
        ("# 2020-01-09\nbody", ""),
        ("---\ndate: 2020-01-09\n---\n# 2020-01-09 10:30 By the lake\nbody", "By the lake"),
    ],
)
def test_what_follows_the_date_in_a_heading_is_the_title(come: Bring, text: str, title: str) -> None:
    came = come(text, "note.md")
    assert (came.note.title, came.note.text) == (title, "body")


def test_what_was_deleted_in_standard_notes_is_named_so(come: Bring) -> None:
    item = {"content_type": "Note", "uuid": "a", "created_at": "2024-03-01T20:30:00.000Z"}
    kept = {**item, "uuid": "b", "content": {"title": "T", "text": "x"}}
    came = come({"version": "004", "items": [{**item, "deleted": True, "content": None}, kept]})
    assert [it.why for it in came.report.skipped] == [Why.IN_THE_BIN]
    assert came.note.title == "T"


ALONE = {
    "mini-diary": ("mini-diary.json", '{"metadata":{"application":"Mini Diary","version":"3.3.0"},"entries":{"2019-01-03":{"title":"T","text":"x"}}}'),
    "jrnl": ("j.json", '{"tags":{},"entries":[{"title":"T","body":"x","date":"2019-01-03","time":"11:11"}]}'),
    "daylio-csv": ("export.csv", "full_date,time,mood,note_title,note\n2019-01-03,10:00,rad,T,x\n"),
    "track-and-graph": ("t.csv", "FeatureName,Timestamp,Value,Label,Note\nSleep,2019-01-03T20:30:00Z,7.5,,x\n"),
    "day-one-text": ("Journal.txt", "\tDate:\t03 January 2019 at 10:00:00 GMT\n\nT\n\nx\n"),
    "jrnl-text": ("j.txt", "[2019-01-03 10:00] T\nx\n"),
}  # fmt: skip


@pytest.mark.parametrize("kind", ALONE)
@pytest.mark.parametrize("packed", [False, True])
def test_a_file_that_holds_a_whole_diary_may_come_in_a_folder_or_a_zip(
    come: Bring, kind: str, packed: bool
) -> None:
    name, content = ALONE[kind]
    came = come({name: content}, "export.zip" if packed else "export", packed=packed)
    assert (came.report.format, came.report.new) == (kind, 1)
    assert came.note.written_at.date() == date(2019, 1, 3)


def test_a_lone_day_of_jrnl_is_dated_by_its_path(come: Bring) -> None:
    came = come({"2019/01/03.txt": "[2020-05-06 10:00] T\nx\n"})
    assert (came.report.format, came.note.written_at) == ("jrnl-text", datetime(2019, 1, 3, 10, 0))


def test_a_table_with_line_ends_of_an_old_macintosh_is_read(come: Bring) -> None:
    came = come("full_date,time,mood,note_title,note\r2019-01-03,10:00,rad,T,x\r", "d.csv")
    assert (came.report.format, came.note.title) == ("daylio-csv", "T")
