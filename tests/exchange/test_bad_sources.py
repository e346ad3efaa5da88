"""Sources that are damaged, locked, far too large or made to do harm: one sentence, and nothing stored."""

import io
import json
import os
import random
import struct
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import NOON
from tests.exchange.conftest import HERE, zipped
from tests.pace import at_this_pace
from therapy_diary.exchange import html_text
from therapy_diary.exchange.bringing import bring, look_through
from therapy_diary.exchange.errors import ExchangeTrouble, Trouble
from therapy_diary.exchange.found import Why
from therapy_diary.exchange.sentences import reason, sentence_for
from therapy_diary.storage.diary import Diary

pytestmark = pytest.mark.thorough

DAY_ONE = json.dumps(
    {
        "metadata": {"version": "1.0"},
        "entries": [{"uuid": "A", "creationDate": "2024-01-01T10:00:00Z", "text": "x"}],
    }
)


def refused(diary: Diary, place: Path, name: str | None = None) -> Trouble:
    with pytest.raises(ExchangeTrouble) as error:
        bring(diary, place, now=NOON, name=name, here=HERE)
    assert all(count == 0 for count in diary.examine().counts.values())
    assert diary.imports.all() == []
    return error.value.kind


def made(place: Path, content: bytes) -> Path:
    place.write_bytes(content)
    return place


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        (b"", Trouble.NOT_KNOWN),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), Trouble.NOT_KNOWN),
        (DAY_ONE[:-20].encode(), Trouble.BROKEN),
        (b"[" * 100_000, Trouble.BROKEN),
        (b'{"entries":' * 100_000, Trouble.BROKEN),
        (b"{}", Trouble.NOT_KNOWN),
        (b'{"entries": 7}', Trouble.NOT_KNOWN),
        (b"PK\x03\x04 and no more", Trouble.BROKEN),
        (b"PK\x05\x06" + bytes(18), Trouble.NOT_KNOWN),
    ],
)
def test_what_is_no_diary_is_refused(diary: Diary, tmp_path: Path, content: bytes, trouble: Trouble) -> None:
    assert refused(diary, made(tmp_path / "export", content)) is trouble


def test_what_is_not_there_is_said(diary: Diary, tmp_path: Path) -> None:
    assert refused(diary, tmp_path / "nothing") is Trouble.MISSING
    os.mkfifo(tmp_path / "pipe")
    assert refused(diary, tmp_path / "pipe") is Trouble.NOT_KNOWN
    (tmp_path / "empty").mkdir()
    assert refused(diary, tmp_path / "empty") is Trouble.NOT_KNOWN


def test_a_format_named_must_be_the_one_it_is(diary: Diary, tmp_path: Path) -> None:
    place = made(tmp_path / "export", DAY_ONE.encode())
    assert refused(diary, place, "jrnl") is Trouble.OTHER_FORMAT
    assert bring(diary, place, now=NOON, name="day-one", here=HERE).new == 1


def test_a_truncated_zip_is_refused(diary: Diary, tmp_path: Path) -> None:
    whole = zipped(
        tmp_path / "whole.zip", {"Journal.json": DAY_ONE, "photos/a.jpeg": os.urandom(5000)}
    ).read_bytes()
    assert refused(diary, made(tmp_path / "cut.zip", whole[:-200])) is Trouble.BROKEN


def test_a_zip_with_a_damaged_member_is_refused_or_names_it(diary: Diary, tmp_path: Path) -> None:
    whole = bytearray(
        zipped(tmp_path / "whole.zip", {"Journal.json": DAY_ONE * 1 + " " * 50_000}).read_bytes()
    )
    whole[60] ^= 0xFF
    assert refused(diary, made(tmp_path / "bad.zip", bytes(whole))) in {Trouble.BROKEN, Trouble.NOT_KNOWN}


def test_a_zip_bomb_is_refused_before_it_is_opened(diary: Diary, tmp_path: Path) -> None:
    place = zipped(tmp_path / "bomb.zip", {"Journal.json": b"[" + b" " * 40_000_000})
    assert place.stat().st_size < 100_000
    assert refused(diary, place) is Trouble.UNPACKS_TOO_FAR


def test_a_zip_that_lies_about_its_size_is_read_no_further(diary: Diary, tmp_path: Path) -> None:
    whole = bytearray(
        zipped(tmp_path / "whole.zip", {"Journal.json": DAY_ONE + " " * 3_000_000}).read_bytes()
    )
    central = whole.rindex(b"PK\x01\x02")
    whole[central + 24 : central + 28] = struct.pack(
        "<I", 100
    )  # the size unpacked, as the list at the end says it
    assert refused(diary, made(tmp_path / "liar.zip", bytes(whole))) is Trouble.BROKEN


def test_a_zip_with_a_password_is_answered_with_what_to_do(diary: Diary, tmp_path: Path) -> None:
    whole = bytearray(zipped(tmp_path / "whole.zip", {"Journal.json": DAY_ONE}).read_bytes())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        whole[whole.index(mark) + at] |= 1
    assert refused(diary, made(tmp_path / "locked.zip", bytes(whole))) is Trouble.ZIP_LOCKED


def test_xml_in_an_unknown_encoding_is_refused_or_named(diary: Diary, tmp_path: Path) -> None:
    """Found by fuzzing: expat asks Python for a codec of that name."""
    xml = '<?xml version="1.0" encoding="x-none"?><data/>'
    assert refused(diary, zipped(tmp_path / "d.zip", {"DiaroBackup.xml": xml})) is Trouble.BROKEN
    report = bring(diary, zipped(tmp_path / "c.zip", {"entries/A.doentry": xml}), now=NOON, here=HERE)
    assert [it.why for it in report.skipped] == [Why.UNREADABLE]


@pytest.mark.parametrize(
    "name", ["../../evil.json", "/etc/evil.json", "C:\\evil.json", "a/../../evil.json", "..\\evil.json"]
)
def test_members_that_lead_out_are_named_and_never_read(diary: Diary, tmp_path: Path, name: str) -> None:
    evil = DAY_ONE.replace('"A"', '"EVIL"')
    place = zipped(tmp_path / "e.zip", {"Journal.json": DAY_ONE, name: evil})
    report = bring(diary, place, now=NOON, here=HERE)
    assert report.new == 1
    assert [(it.what, it.why) for it in report.skipped] == [("evil.json", Why.UNSAFE_PATH)]
    assert sorted(it.name for it in tmp_path.iterdir() if it.name.endswith(".json")) == []


def test_a_file_of_two_gigabytes_is_refused_at_once(diary: Diary, tmp_path: Path) -> None:
    for name, head in (("big.json", b'{"entries":['), ("big.txt", b"text")):
        with (tmp_path / name).open("wb") as file:
            file.write(head)
            file.truncate(2 * 1024**3)
    assert refused(diary, tmp_path / "big.json") is Trouble.TOO_LARGE
    assert refused(diary, tmp_path / "big.txt") is Trouble.NOT_KNOWN


@pytest.mark.parametrize(
    ("name", "head"),
    [("journal.txt", b"[2020-01-01 10:00] T\n"), ("journal.txt", b"\tDate:\t1 January 2020\n\nT\n")],
)
def test_a_text_that_is_too_large_is_refused(diary: Diary, tmp_path: Path, name: str, head: bytes) -> None:
    place = tmp_path / name
    place.write_bytes(head)
    with place.open("ab") as file:
        file.truncate(100 * 1024**2)
    with place.open("r+b") as file:
        file.seek(len(head))
        file.write(b"words " * 1000)
    assert refused(diary, place) is Trouble.TOO_LARGE


def test_one_note_that_is_too_large_is_named(diary: Diary, tmp_path: Path) -> None:
    place = made(tmp_path / "2020-01-01.md", b"words " * 1_500_000)
    report = bring(diary, place, now=NOON, here=HERE)
    assert [it.why for it in report.skipped] == [Why.TOO_LARGE]


def test_nul_and_half_characters_do_no_harm(diary: Diary, tmp_path: Path) -> None:
    text = '{"entries":[{"title":"a\\u0000b","body":"c\\u0000","date":"2024-01-01","time":"10:00"},{"title":"\\ud83d","body":"","date":"2024-01-01","time":"10:00"}]}'
    report = bring(diary, made(tmp_path / "j", text.encode()), now=NOON, here=HERE)
    assert report.new >= 1
    assert {it.title for it in diary.notes.newest(diary.therapies.all()[0].id, 9)} >= {"ab"}


@pytest.mark.parametrize(
    "day",
    [
        "0000-00-00",
        "9999-12-31",
        "1582-10-10",
        "2024-02-30",
        "-2024-01-01",
        "20240101",
        "٢٠٢٤-٠١-٠١",
        "2024-01-01T25:00",
        "",
    ],
)
def test_absurd_dates_are_named(diary: Diary, tmp_path: Path, day: str) -> None:
    text = json.dumps(
        {
            "entries": [
                {"title": "t", "body": "b", "date": day, "time": ""},
                {"title": "t", "body": "b", "date": "2024-01-01", "time": "10:00"},
            ]
        }
    )
    report = bring(diary, made(tmp_path / "j", text.encode()), now=NOON, here=HERE)
    assert (report.found, report.new, len(report.skipped)) == (2, 1, 1)


def test_json_in_other_encodings_is_read(diary: Diary, tmp_path: Path) -> None:
    for place, encoding in enumerate(("utf-8-sig", "utf-16", "cp1252")):
        text = json.dumps(
            {"entries": [{"title": f"café {place}", "body": "", "date": "2024-01-01", "time": "10:00"}]},
            ensure_ascii=False,
        )
        assert bring(diary, made(tmp_path / encoding, text.encode(encoding)), now=NOON, here=HERE).new == 1
    assert {it.title for it in diary.notes.newest(diary.therapies.all()[0].id, 9)} == {
        "café 0",
        "café 1",
        "café 2",
    }


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>a</p><p>b</p>", "a\n\nb"),
        ("a<br/>b", "a\nb"),
        (
            "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul><ol><li>d</li><li>e</li></ol>",
            "- a\n  - b\n- c\n\n1. d\n2. e",
        ),
        ('<a href="javascript:alert(1)">x</a> <a href="https://a.b/c">y</a>', "x [y](https://a.b/c)"),
        ("<script>alert(1)</script><style>p{}</style>ok<!-- no -->", "ok"),
        ('<img src="https://track.er/x.png" onerror="x()">ok', "ok"),
        ("<b>bold </b>word", "**bold** word"),
        ("<pre>a  b\n c</pre>", "```\na  b\n c\n```"),
        ("1 < 2 and 3 > 2 &lt;b&gt;", "1 < 2 and 3 > 2 <b>"),
        ("<blockquote>q</blockquote>", "> q"),
        ("<h2>T</h2>x", "## T\n\nx"),
        ("<unknown onclick=x>kept</unknown>", "kept"),
        ("<svg><a href='https://x.y'>no</a></svg>yes", "yes"),
    ],
)
def test_html_leaves_only_what_is_allowed(html: str, markdown: str) -> None:
    assert html_text.convert(html).text == markdown


@pytest.mark.parametrize(
    "text",
    [
        "<" * 200_000,
        "<a" * 100_000,
        "<!--" * 50_000,
        "<p " * 100_000 + ">",
        "&" * 200_000,
        " " * 200_000 + "<p>",
        "<b></b>" * 50_000,
        '<a href="' * 50_000,
    ],
)
def test_html_made_to_take_long_does_not(text: str) -> None:
    begun = time.process_time()  # not the clock on the wall: others may be at work
    html_text.convert(text)
    assert time.process_time() - begun < at_this_pace(5)


def test_every_trouble_has_a_sentence_and_every_reason_words() -> None:
    for kind in Trouble:
        said = sentence_for(ExchangeTrouble(kind))
        assert said.endswith(".")
        assert all(len(it.split()) <= 20 for it in said.split(". "))
    assert all(reason(it) for it in Why)


@pytest.mark.parametrize("source", ["zip", "folder", "file"])
def test_stopping_leaves_nothing_behind(diary: Diary, tmp_path: Path, source: str) -> None:
    entries = [
        {"uuid": f"{it}", "creationDate": "2024-01-01T10:00:00Z", "text": f"{it}"} for it in range(1000)
    ]
    text = json.dumps({"metadata": {}, "entries": entries})
    if source == "zip":
        place = zipped(tmp_path / "e.zip", {"J.json": text})
    else:
        (tmp_path / "in").mkdir()
        place = made(tmp_path / "in" / "J.json", text.encode())
        place = place.parent if source == "folder" else place
    with pytest.raises(ExchangeTrouble) as stopped:
        bring(diary, place, now=NOON, here=HERE, go_on=lambda done: done < 700)
    assert stopped.value.kind is Trouble.STOPPED
    assert all(count == 0 for count in diary.examine().counts.values())


def test_looking_through_stores_nothing_and_says_what_would_come(diary: Diary, tmp_path: Path) -> None:
    place = made(tmp_path / "J.json", DAY_ONE.encode())
    before = diary.file.read_bytes()
    report = look_through(diary, place, now=NOON, here=HERE)
    assert (report.found, report.new, report.id, report.first_lines) == (1, 1, None, ("x",))
    assert diary.file.read_bytes() == before
    assert bring(diary, place, now=NOON, here=HERE).new == 1
    assert look_through(diary, place, now=NOON, here=HERE).already == 1


def test_an_import_is_taken_back_and_can_come_again(diary: Diary, tmp_path: Path) -> None:
    place = made(tmp_path / "J.json", DAY_ONE.encode())
    first = bring(diary, place, now=NOON, here=HERE)
    assert diary.therapies.all()[0].label == "My therapy"
    assert first.id is not None
    with diary.change():
        assert diary.imports.undo(first.id)
    assert all(count == 0 for count in diary.examine().counts.values())
    assert bring(diary, place, now=NOON, here=HERE).new == 1


@pytest.mark.parametrize(("announce", "told"), [(True, 1), (False, 0)])
def test_whoever_watches_is_told_once_or_left_to_the_window(
    diary: Diary, tmp_path: Path, announce: bool, told: int
) -> None:
    calls: list[None] = []
    diary.watch(lambda: calls.append(None))
    bring(diary, made(tmp_path / "J.json", DAY_ONE.encode()), now=NOON, here=HERE, announce=announce)
    assert len(calls) == told


HARM: list[Callable[[random.Random, bytearray], None]] = [
    lambda chance, it: it.__setitem__(chance.randrange(len(it)), chance.randrange(256)),
    lambda chance, it: it.__delitem__(slice(chance.randrange(len(it)), None)),
    lambda chance, it: it.__delitem__(slice(at := chance.randrange(len(it)), at + chance.randrange(1, 9))),
]


def test_a_damaged_zip_never_brings_more_than_a_sentence(diary: Diary, tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Journal.json", DAY_ONE)
        archive.writestr("photos/a.jpeg", b"12345")
    chance = random.Random(7)  # noqa: S311
    for _ in range(150):
        harmed = bytearray(buffer.getvalue())
        chance.choice(HARM)(chance, harmed)
        try:
            look_through(diary, made(tmp_path / "e.zip", bytes(harmed)), now=NOON, here=HERE)
        except ExchangeTrouble:
            continue
