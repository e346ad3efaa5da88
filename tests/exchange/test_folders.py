"""Folders of Markdown and text, and RedNotebook's months."""

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from tests.conftest import KEY, NOON
from tests.exchange.conftest import HERE, Bring
from therapy_diary.demo import demo
from therapy_diary.domain.topic import Received, TopicState
from therapy_diary.exchange.bringing import bring
from therapy_diary.exchange.choice import Choice
from therapy_diary.exchange.found import Why
from therapy_diary.exchange.taking import Kind, take
from therapy_diary.storage.diary import Diary

pytestmark = pytest.mark.thorough


@pytest.mark.parametrize(
    ("name", "text", "wall"),
    [
        ("a.md", "---\ncreated: 2013-06-06T09:00:00.001Z\n---\nx", datetime(2013, 6, 6, 11)),
        ("a.md", "---\ndate: 2013-06-06 09:00:00Z\nupdated: 2020-01-01\n---\nx", datetime(2013, 6, 6, 11)),
        ("a.md", "---\nDate: 2013-06-06\n---\nx", datetime(2013, 6, 6, 12)),
        ("a.md", "---\ncreated_at: 2013-06-06T09:00:00+05:30\n---\nx", datetime(2013, 6, 6, 9)),
        ("a.md", "---\ndate: 6 June 2013 9:05 PM\n---\nx", datetime(2013, 6, 6, 21, 5)),
        ("2013-06-06.md", "x", datetime(2013, 6, 6, 12)),
        ("2013-06-06 A title.md", "x", datetime(2013, 6, 6, 12)),
        ("20130606.txt", "x", datetime(2013, 6, 6, 12)),
        ("2013_06_06.md", "x", datetime(2013, 6, 6, 12)),
        ("2013-06-06", "x", datetime(2013, 6, 6, 12)),  # Almanah's have no ending
        ("2013/06/06.md", "x", datetime(2013, 6, 6, 12)),
        ("a.md", "# 6 June 2013\n\nx", datetime(2013, 6, 6, 12)),
        ("2013-06-06.md", "---\ncssclasses:\n---\nx", datetime(2013, 6, 6, 12)),
        ("2013-06-06.md", "---\ntitle: a: b\ntags: #sea\n---\nx", datetime(2013, 6, 6, 12)),
    ],
)
def test_the_day_is_where_each_program_writes_it(come: Bring, name: str, text: str, wall: datetime) -> None:
    assert come({name: text, "cover.png": b"x"}).note.written_at == wall


JRNL_AS_YAML = "---\ntitle: {}\ndate: 2025-03-04 10:15\nstarred: True\ntags: sister, work\nbody: |\t{}..."


@pytest.mark.parametrize("title", ["A day", "Two: parts", "At 7pm:"])
def test_an_entry_that_is_all_front_matter_as_jrnl_writes_it_in_yaml_keeps_its_words(
    come: Bring, title: str
) -> None:
    body = "\t\n\tAnd more.\n\t\n\t- one\n\t\t- within\n\t...\n\t---\n\tdate: no date\n"
    note = come({"a.md": JRNL_AS_YAML.format(title, body)}).note
    assert (note.title, note.text) == (title, "And more.\n\n- one\n\t- within\n...\n---\ndate: no date")
    assert note.starred
    assert note.written_at == datetime(2025, 3, 4, 10, 15)


@pytest.mark.parametrize("title", ["A day", "At 7pm:"])
def test_one_without_a_text_has_none(come: Bring, title: str) -> None:
    note = come({"a.md": JRNL_AS_YAML.format(title, "\t\n")}).note
    assert (note.title, note.text) == (title, "")


@pytest.mark.parametrize("room", ["", "  ", "\t"])
def test_front_matter_that_is_no_yaml_loses_no_word(come: Bring, room: str) -> None:
    matter = (
        f"title: Sea: a day\ntags:\n{room}- one\n{room}- two\nwords of nobody\n# a comment\ndate: 2024-05-06\n"
        "place:\n  name: Dover\n  name: Calais: the pier\n"
    )
    came = come({"a.md": f"---\n{matter}---\nThe text."})
    assert (came.note.title, came.note.text) == ("Sea: a day", "words of nobody\nThe text.")
    assert came.note.written_at == datetime(2024, 5, 6, 12)
    assert came.diary.imports.tags_of(came.note.id) == ["one", "two"]


def test_front_matter_that_stands_further_in_is_read_as_well(come: Bring) -> None:
    came = come({"a.md": "---\n title: a: b\n date: 2024-05-06\n---\nx"})
    assert (came.note.title, came.note.text) == ("a: b", "x")


def test_pictures_of_rednotebook_come_from_beside_the_month_and_others_are_named(come: Bring) -> None:
    """It writes whole paths of this computer; what was not chosen is not taken."""
    text = (
        '[""file:///home/me/Pictures/the pier"".png] [""images/boat"".jpg?200] [""/etc/secret"".png]'
        ' [letter ""file:///home/me/letter.pdf""] [site ""https://x.example/y""] [""https://x.example/z"".png]'
    )
    month = json.dumps(
        {"7": {"text": text}, "8": {"text": '=== One ===\nx\n=== Two ===\n[""images/boat"".jpg]'}}
    )
    files = {"data/2024-05.txt": month, "data/images/boat.jpg": b"boat", "letter.pdf": b"pdf"}
    came = come(files, split=True)
    first, _, third = came.notes
    assert first.text == (
        "![](file:///home/me/Pictures/the%20pier.png) ![](attachment:boat.jpg) ![](/etc/secret.png)"
        " [letter](attachment:letter.pdf) [site](https://x.example/y) ![](https://x.example/z.png)"
    )
    assert [(it.what, it.why) for it in came.report.skipped] == [
        ("a picture of 2024-05-07", Why.FILE_MISSING),
        ("a picture of 2024-05-07", Why.FILE_MISSING),
    ]
    assert (third.title, third.text) == ("Two", "![](attachment:boat.jpg)")
    assert [it.name for it in came.diary.attachments.of(first.id)] == ["boat.jpg", "letter.pdf"]
    assert came.diary.attachments.content(came.diary.attachments.of(third.id)[0].id) == b"boat"


@pytest.mark.parametrize("target", ["file:///home/me/a.png", "/etc/a.png", "C:\\me\\a.png", "a.png"])
def test_a_picture_that_was_not_chosen_is_named_and_not_taken(
    come: Bring, tmp_path: Path, target: str
) -> None:
    (tmp_path / "a.png").write_bytes(b"not chosen")
    came = come({"2020-01-01.md": f"![x]({target}) ![y](file://{tmp_path}/a.png)"})
    assert [it.why for it in came.report.skipped] == [Why.FILE_MISSING] * 2
    assert came.diary.attachments.of(came.note.id) == []


def test_a_picture_from_the_top_of_what_was_exported_comes_along(come: Bring) -> None:
    came = come({"notes/2020-01-01.md": "![x](/assets/a.png)", "assets/a.png": b"a"})
    assert came.note.text == "![x](attachment:a.png)"


def test_a_file_without_a_date_is_named_and_its_own_date_never_taken(come: Bring) -> None:
    came = come({"a.md": "no date", "2020-01-01.md": "x", "b.md": "---\ndate: 2020-13-45\n---\n"})
    assert (came.report.found, came.report.new) == (3, 1)
    assert {(it.what, it.why) for it in came.report.skipped} == {
        ("a.md", Why.NO_DATE),
        ("b.md", Why.ABSURD_DATE),
    }


@pytest.mark.parametrize(
    ("name", "text", "title", "body"),
    [
        ("2020-01-01.md", "---\ntitle: From above\n---\n# Head\n\nx", "From above", "# Head\n\nx"),
        ("2020-01-01.md", "# Head #\n\nx\n\n---\n\ny", "Head", "x\n\n---\n\ny"),
        ("2020-01-01 Of the name.md", "x", "Of the name", "x"),
        ("2020-01-01.md", "x", "", "x"),
        ("2020-01-01.md", "---\nx without an end", "", "---\nx without an end"),
    ],
)
def test_the_title_is_in_front_or_on_top_or_in_the_name(
    come: Bring, name: str, text: str, title: str, body: str
) -> None:
    note = come({name: text}).note
    assert (note.title, note.text) == (title, body)


@pytest.mark.parametrize(
    "tags", ["[sea, 'long walk']", "sea, long walk", "\n  - sea\n  - long walk", "'#sea, long walk'"]
)
def test_tags_are_a_list_or_a_line(come: Bring, tags: str) -> None:
    came = come({"2020-01-01.md": f"---\ntags: {tags}\n---\nx #inline\n# not a tag\nhttp://x.y/#no 5#no #1"})
    assert came.diary.imports.tags_of(came.note.id) == ["inline", "long walk", "sea"]


def test_pictures_inside_the_folder_come_and_others_do_not(come: Bring) -> None:
    files = {
        "notes/2020-01-01.md": "![a](img/one.png) ![[two.png]] ![c](<../three (1).png>) ![d](../../../etc/passwd) ![e](https://x.y/z.png) [f](gone.pdf)",
        "notes/img/one.png": b"1",
        "attic/two.png": b"2",
        "three (1).png": b"3",
    }
    came = come(files)
    assert [it.name for it in came.diary.attachments.of(came.note.id)] == ["two.png", "one.png"]
    assert came.note.text.startswith("![a](attachment:one.png) ![](attachment:two.png)")
    assert "https://x.y/z.png" in came.note.text
    assert [it.why for it in came.report.skipped] == [Why.FILE_MISSING]


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(b"secret")
    (tmp_path / "vault").mkdir()
    (tmp_path / "vault" / "2020-01-01.md").write_text("![x](secret.png) ![y](../secret.png)")
    (tmp_path / "vault" / "secret.png").symlink_to(tmp_path / "secret.png")
    with_link = bring(_diary(tmp_path), tmp_path / "vault", now=NOON, here=HERE)
    assert with_link.new == 1
    assert [it.why for it in with_link.skipped] == [Why.FILE_MISSING] * 2


def _diary(place: Path) -> Diary:
    return Diary.create(place / "other.db", KEY)


def test_other_encodings_are_read_and_said(come: Bring) -> None:
    came = come(
        {
            "2020-01-01.md": "caf\xe9".encode("cp1252"),
            "2020-01-02.md": "\ufeffcafé".encode(),
            "2020-01-03.md": "café".encode("utf-16"),
        }
    )
    assert {it.text for it in came.notes} == {"café"}
    assert came.report.guessed


def test_names_in_two_ways_of_writing_accents_are_the_same(come: Bring) -> None:
    came = come({"2020-01-01 Tu es ne\u0301.md": "![](e\u0301.png)", "é.png": b"x"})
    assert came.note.title == "Tu es né"
    assert len(came.diary.attachments.of(came.note.id)) == 1


def test_one_file_with_dated_headings_is_many_notes(come: Bring) -> None:
    jrnl = (
        "# 2020\n\n## June\n\n### 2020-06-28 18:22 First\n\nText.\n\n### 2020-06-29 07:00 Second\n\nMore.\n"
    )
    came = come(jrnl, "journal.md")
    assert [(it.title, it.text, it.written_at) for it in came.notes] == [
        ("First", "Text.", datetime(2020, 6, 28, 18, 22)),
        ("Second", "More.", datetime(2020, 6, 29, 7)),
    ]


def test_mini_diarys_markdown_is_one_note_for_each_day(come: Bring) -> None:
    text = "# Mini Diary\n\n## Tuesday, January 1, 2019\n\n**Snow**\n\nWhite.\n\n## Wednesday, January 2, 2019\n\nStill.\n"
    came = come(text, "mini.md")
    assert [(it.title, it.text) for it in came.notes] == [("Snow", "White."), ("", "Still.")]


def test_yaml_with_code_in_it_is_only_words(come: Bring, tmp_path: Path) -> None:
    trap = tmp_path / "trap"
    came = come({"2020-01-01.md": f"---\ntitle: !!python/object/apply:os.system ['touch {trap}']\n---\nx"})
    month = {
        "2019-02.txt": f"1: {{text: x}}\n2: {{text: !!python/object/apply:os.system ['touch {trap}']}}\n"
    }
    other = come(month, "months")
    assert (came.report.new, other.report.new) == (1, 1)
    assert [it.why for it in other.report.skipped] == [Why.NOT_A_RECORD]
    assert not trap.exists()


def test_our_own_markdown_comes_back_as_the_same_notes(tmp_path: Path) -> None:
    with demo() as told:
        with told.diary.change():
            [note] = told.diary.notes.newest(told.diary.therapies.all()[0].id, 1)
            told.diary.notes.rewrite(
                note.id,
                "See ![](attachment:a%20b.png)\n\n---\n\n#not a tag",
                NOON,
                title="",
                session=None,
                kind=note.kind,
            )
            told.diary.notes.mark(note.id, starred=True, never_print=False)
            for name in ("a b.png", "unseen.png"):
                told.diary.attachments.add(note.id, name, "image/png", name.encode(), NOON)
        take(told.diary, tmp_path / "out", Kind.MARKDOWN, choice=Choice(never_printed=True))
        other = _diary(tmp_path)
        report = bring(other, tmp_path / "out", now=NOON)

        def all_of(diary: Diary) -> list[tuple[object, ...]]:
            notes = [diary.notes.get(it.id) for it in diary.notes.newest(diary.therapies.all()[0].id, 999)]
            return [
                (
                    it.title,
                    it.text.strip(),
                    it.written_at,
                    it.starred,
                    it.never_print,
                    sorted((f.name, diary.attachments.content(f.id)) for f in diary.attachments.of(it.id)),
                )
                for it in notes
            ]

        assert report.skipped == ()
        assert all_of(other) == all_of(told.diary)
        assert bring(told.diary, tmp_path / "out", now=NOON).new == 0
        other.close()


def test_how_a_topic_was_received_goes_along_in_markdown(tmp_path: Path) -> None:
    diary = _diary(tmp_path)
    with diary.change():
        therapy = diary.therapies.begin(label="With N.", started_on=NOON.date()).id
        for wording, received in (("The holidays", Received.TURNED_AWAY), ("The letter", None)):
            topic = diary.topics.add(therapy, wording, NOON.date())
            said = replace(topic, state=TopicState.BROUGHT, what_came_of_it="A look", received=received)
            diary.topics.save(said)
    take(diary, tmp_path / "out", Kind.MARKDOWN)
    diary.close()
    day = NOON.date().isoformat()
    assert (tmp_path / "out" / "topics.md").read_text().splitlines()[-5:] == [
        f"- {day} · The holidays (brought)",
        "  - A look",
        "  - received: turned away",
        f"- {day} · The letter (brought)",
        "  - A look",
    ]


def test_covered_topics_stay_out_of_markdown_unless_asked_for(tmp_path: Path) -> None:
    with demo() as told:
        with told.diary.change():
            therapy = told.diary.therapies.all()[0].id
            topic = told.diary.topics.add(therapy, "Not said yet to anyone", NOON.date())
            told.diary._connection.execute("UPDATE topic SET covered = 1 WHERE id = ?", [topic.id])
        take(told.diary, tmp_path / "without", Kind.MARKDOWN)
        take(told.diary, tmp_path / "with", Kind.MARKDOWN, choice=Choice(covered=True))
    assert "Not said yet" not in (tmp_path / "without" / "topics.md").read_text()
    assert "Not said yet" in (tmp_path / "with" / "topics.md").read_text()


MONTH = """1: {text: "=== Morning ===\\n//thin// and **bold**, --gone--, ``mono``, http://a.b//c\\n====================\\n+ one\\n[site \\"\\"http://x.y\\"\\"] #inline"}
2:
  Ideas: {a boat: null, a train: null}
  Tags: null
  text: !!python/unicode 'old words'
3: {Tags: {sea: null}, text: ''}
4: {text: ''}
99: {text: never}
5: nonsense
"""


def test_rednotebook_months_are_one_note_for_each_day(come: Bring) -> None:
    came = come(
        {
            "2019-02.txt": MONTH,
            "2019-03.txt": "{}",
            "2019-04.txt": "",
            "2019-02.old.txt": "1: {text: old}",
            "2019-02.CONFLICT_BACKUP.txt": "1: {text: x}",
        }
    )
    assert came.report.format == "rednotebook"
    assert [it.text for it in came.notes] == [
        "### Morning\n*thin* and **bold**, ~~gone~~, `mono`, http://a.b//c\n\n---\n1. one\n[site](http://x.y) #inline",
        "old words\n\n- Ideas: a boat\n- Ideas: a train",
        "",
    ]
    assert came.notes[0].written_at == datetime(2019, 2, 1, 12)
    assert [came.diary.imports.tags_of(it.id) for it in came.notes] == [["inline"], ["Ideas"], ["sea"]]
    assert [it.why for it in came.report.skipped] == [Why.ABSURD_DATE, Why.NOT_A_RECORD]


def test_a_rednotebook_backup_is_the_same_in_a_zip(come: Bring) -> None:
    came = come(
        {"data/2019-02.txt": "1: {text: a}", "data/2019-03.txt": "1: [broken"},
        "RedNotebook-Backup-2019-03-01.zip",
        packed=True,
    )
    assert (came.report.format, came.report.new) == ("rednotebook", 1)
    assert [it.why for it in came.report.skipped] == [Why.UNREADABLE]


def test_yaml_that_grows_is_refused(come: Bring) -> None:
    laughs = "\n".join(f"a{it}: &a{it} [{', '.join([f'*a{it - 1}'] * 9)}]" for it in range(1, 12))
    files = {"2019-02.txt": f"1: {{text: x}}\na0: &a0 [x]\n{laughs}\n", "2019-03.txt": "1: {text: ok}"}
    came = come(files)
    assert [it.why for it in came.report.skipped] == [Why.UNREADABLE]
    assert came.note.text == "ok"


def test_links_and_pictures_of_a_note_lead_to_the_files_beside_it_and_nowhere_else(
    diary: Diary, tmp_path: Path
) -> None:
    with diary.change():
        therapy = diary.therapies.begin(label="With N.", started_on=NOON.date())
        lake = diary.notes.write(therapy.id, "We swam.", NOON, title="At the lake")
        binned = diary.notes.write(therapy.id, "away", NOON)
        diary.notes.bin(binned.id, NOON)
        text = (
            f"As [At the lake \\[again\\]](note:{lake.uid}), unlike [that \\[one\\]](note:{binned.uid}).\n"
            "- [x] done\n![A boat](attachment:picture-1.png)"
        )
        note = diary.notes.write(therapy.id, text, NOON.replace(hour=13))
        diary.attachments.add(note.id, "picture-1.png", "image/png", b"PNG", NOON)
    take(diary, tmp_path / "out", Kind.MARKDOWN, choice=Choice(never_printed=True))
    written = (tmp_path / "out" / "2026-03-04 1300.md").read_text(encoding="utf-8")
    assert written.endswith(
        "As [At the lake \\[again\\]](2026-03-04%201200%20At%20the%20lake.md), unlike that [one].\n"
        f"- [x] done\n![A boat](attachments/{note.uid}/picture-1.png)\n"
    )
    assert (tmp_path / "out" / "2026-03-04 1200 At the lake.md").exists()
    assert (tmp_path / "out" / "attachments" / note.uid / "picture-1.png").read_bytes() == b"PNG"
