"""Finding what was written, in a real encrypted diary."""

import threading
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import KEY, NOON
from therapy_diary.domain.checklist import ChecklistAnswer
from therapy_diary.domain.closing import Closing, ClosingLine, ClosingSection, Section, Variant
from therapy_diary.domain.found import Found, FoundKind, Order
from therapy_diary.domain.goal import Level
from therapy_diary.domain.note import Note
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.domain.topic import TopicKind
from therapy_diary.storage.connection import create
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.migrate import run_step, steps
from therapy_diary.storage.search import SearchBeside, SearchStopped


@pytest.fixture
def therapy(diary: Diary) -> TherapyId:
    with diary.change():
        return diary.therapies.begin(label="With N.", started_on=date(2026, 1, 6)).id


def write(diary: Diary, therapy: TherapyId, *texts: str) -> list[Note]:
    """A note a day, the first one at noon of NOON's day."""
    with diary.change():
        return [
            diary.notes.write(therapy, text, NOON + timedelta(days=day)) for day, text in enumerate(texts)
        ]


def passages(found: list[Found]) -> list[str]:
    return [it.passage.text for it in found]


def marked(found: Found) -> list[str]:
    return [found.passage.text[start : start + length] for start, length in found.passage.marks]


def test_the_newest_comes_first_whenever_it_was_typed(diary: Diary, therapy: TherapyId) -> None:
    with diary.change():
        for days in (3, -400, 0, 9):
            diary.notes.write(therapy, f"calm {days}", NOON + timedelta(days=days))
    assert passages(diary.search.find("calm")) == ["calm 9", "calm 3", "calm 0", "calm -400"]


def test_pages_follow_each_other_without_a_gap(diary: Diary, therapy: TherapyId) -> None:
    write(diary, therapy, *[f"calm {day}" for day in range(7)])
    shown: list[str] = []
    below = None
    while page := diary.search.find("calm", 3, below=below):
        shown += passages(page)
        below = page[-1].place
    assert shown == [f"calm {day}" for day in reversed(range(7))]
    assert diary.search.count("calm") == 7


def test_a_find_says_when_it_was_written_and_where_the_words_stand(diary: Diary, therapy: TherapyId) -> None:
    write(diary, therapy, "All was quiet until the Ångström lecture.")
    (found,) = diary.search.find("ang")
    assert (found.kind, found.moment) == (FoundKind.NOTE, NOON)
    assert marked(found) == ["Ångström"]


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("ärger", "Ich war ARGERLICH"),
        ("cafe", "Im Café"),
        ("тишина", "Сначала ТИШИНА"),
        ("שלום", "ובשלום הזה"),
        ("חרדה", "והחרדה שלי"),
        ("לא", "אני לא יודע"),
        ("قلق", "والقلق اليوم"),
        ("焦虑", "今天我很焦虑"),
        ("焦虑治疗", "第一次焦虑治疗的晚上"),
        ("眠れない", "今日は眠れない"),
        ("불안", "오늘은 불안했다"),
        ("心", "心"),
        ("🙂", "So tired🙂 today"),
        ("❤️", "With ❤️ from home"),
        ("👍🏽", "Done 👍🏽"),
        ("👩‍👩‍👧", "All three: 👩‍👩‍👧."),
        ("🇮🇱", "From 🇮🇱"),
    ],
)
def test_every_script_is_found(diary: Diary, therapy: TherapyId, typed: str, text: str) -> None:
    write(diary, therapy, text, "something else")
    (found,) = diary.search.find(typed)
    assert found.passage.text == text
    assert len(marked(found)) == 1
    assert diary.search.count(typed) == 1


def test_letters_that_stand_apart_are_no_find(diary: Diary, therapy: TherapyId) -> None:
    write(diary, therapy, "焦虑治 与 虑治疗")
    assert diary.search.find("焦虑治疗") == []


def test_phrases_exceptions_and_days(diary: Diary, therapy: TherapyId) -> None:
    write(diary, therapy, "a good night", "night, good and long", "good morning")
    search = diary.search
    assert passages(search.find('"good night"')) == ["a good night"]
    assert passages(search.find("good -night ")) == ["good morning"]
    assert passages(search.find("-morning ")) == ["night, good and long", "a good night"]
    assert passages(search.find("good before:2026-03-06")) == ["night, good and long", "a good night"]
    assert passages(search.find("after:2026-03-06")) == ["good morning"]
    assert search.find("after:2027 good") == []
    assert search.find("before:0001") == []


def test_a_tag_narrows_the_search(diary: Diary, therapy: TherapyId) -> None:
    one, _ = write(diary, therapy, "quiet one", "quiet other")
    with diary.change():
        diary._connection.execute("INSERT INTO note_tag (note, tag) VALUES (?, 'Sleep')", [one.id])
    assert passages(diary.search.find("quiet tag:sleep")) == ["quiet one"]
    assert passages(diary.search.find("quiet -tag:sleep")) == ["quiet other"]
    assert passages(diary.search.find("tag:sleep")) == ["quiet one"]


def test_the_best_match_can_come_first(diary: Diary, therapy: TherapyId) -> None:
    with diary.change():
        before = NOON - timedelta(days=1)
        diary.notes.write(therapy, "words about other things", before, title="Grief")
    write(diary, therapy, "grief once in a long text " + "about this and that " * 30)
    assert [it.title.text for it in diary.search.find("grief")] == ["", "Grief"]
    assert [it.title.text for it in diary.search.find("grief", order=Order.MATCH)] == ["Grief", ""]


def test_everything_written_is_found_and_says_what_it_is(diary: Diary, therapy: TherapyId) -> None:
    with diary.change():
        diary.notes.write(therapy, "lantern in a note", NOON)
        diary.topics.add(therapy, "lantern to bring", kind=TopicKind.CONTENT, created_on=NOON.date())
        diary.goals.add(therapy, "lantern as a goal", opened_on=NOON.date(), level=Level.FEELINGS)
        diary.checklists.answer(
            therapy, NOON.date(), {3: ChecklistAnswer(answer=2, words="lantern in a line")}
        )
        diary.closings.begin(
            Closing(therapy=therapy, variant=Variant.GOALS, decided_by=None, opened_on=NOON.date())
        )
        diary.closings.write(therapy, ClosingSection(section=Section.GOOD_BYE, my_text="lantern at the end"))
    found = diary.search.find("lantern")
    assert {it.kind for it in found} == set(FoundKind)
    assert {it.part for it in found if it.kind is FoundKind.CHECKLIST} == {"3"}
    assert {it.part for it in found if it.kind is FoundKind.ENDING} == {Section.GOOD_BYE}
    assert [it.kind for it in diary.search.find("lantern", kinds=[FoundKind.GOAL])] == [FoundKind.GOAL]
    assert diary.search.count("lantern", kinds=[FoundKind.GOAL, FoundKind.NOTE]) == 2


def test_a_covered_topic_is_not_found_until_it_is_uncovered(diary: Diary, therapy: TherapyId) -> None:
    with diary.change():
        topic = diary.topics.add(therapy, "the lantern", kind=TopicKind.CONTENT, created_on=NOON.date())
        diary._connection.execute("UPDATE topic SET covered = 1 WHERE id = ?", [topic.id])
    assert diary.search.find("lantern") == []
    assert diary.search.count("lantern") == 0
    with diary.change():
        diary._connection.execute("UPDATE topic SET covered = 0 WHERE id = ?", [topic.id])
    assert len(diary.search.find("lantern")) == 1


def test_a_changed_note_is_found_by_its_new_words_only(diary: Diary, therapy: TherapyId) -> None:
    (note,) = write(diary, therapy, "old words שלום")
    with diary.change():
        diary.notes.rewrite(note.id, "new words", NOON, title="Title", session=None, kind=note.kind)
    assert [diary.search.count(it) for it in ("old", "שלום", "new", "title")] == [0, 0, 1, 1]


def test_what_is_binned_or_deleted_is_not_found(diary: Diary, therapy: TherapyId) -> None:
    note, _ = write(diary, therapy, "lantern one", "lantern two")
    with diary.change():
        diary.notes.bin(note.id, NOON)
    assert passages(diary.search.find("lantern")) == ["lantern two"]
    with diary.change():
        diary.notes.unbin(note.id)
    assert diary.search.count("lantern") == 2
    with diary.change():
        diary._connection.execute("DELETE FROM therapy")
    assert diary.search.count("lantern") == 0
    assert diary.examine().problems == ()


def test_a_change_that_was_taken_back_is_not_found(diary: Diary, therapy: TherapyId) -> None:
    with pytest.raises(ZeroDivisionError), diary.change():
        diary.notes.write(therapy, "lantern", NOON)
        raise ZeroDivisionError
    assert diary.search.find("lantern") == []


def test_deleted_words_leave_the_index_for_good(diary: Diary, therapy: TherapyId) -> None:
    (note,) = write(diary, therapy, "zyzzyva 焦虑治疗")
    with diary.change():
        diary._connection.execute("DELETE FROM note WHERE id = ?", [note.id])
    blocks = [
        bytes(row[0])
        for sql in ("SELECT block FROM find_word_data", "SELECT block FROM find_part_data")
        for row in diary._connection.execute(sql)
    ]
    assert blocks
    assert not any(b"zyzzyva" in it or "焦虑治".encode() in it for it in blocks)


def test_many_notes_of_one_minute_are_all_found(diary: Diary, therapy: TherapyId) -> None:
    with diary.change():
        for number in range(1100):
            diary.notes.write(therapy, f"calm {number}", NOON)
    assert diary.search.count("calm") == 1100
    newest = diary.search.find("calm", 1)[0].passage.text
    assert newest == "calm 1099"


def test_only_notes_of_one_therapy(diary: Diary, therapy: TherapyId) -> None:
    write(diary, therapy, "calm here")
    with diary.change():
        other = diary.therapies.begin(label="With M.", started_on=date(2026, 2, 6)).id
    write(diary, other, "calm there")
    assert passages(diary.search.find("calm", notes_of=other)) == ["calm there"]


def test_a_diary_of_an_earlier_version_can_be_searched_once_it_is_open(tmp_path: Path) -> None:
    file = tmp_path / "diary.db"
    connection = create(file, KEY)
    for number, script in enumerate(steps()[:2], start=1):
        run_step(connection, number, script)
    connection.executescript(
        "INSERT INTO therapy (id, uid, label, started_on) VALUES (1, 'u', 'With N.', '2020-01-01');"
        "INSERT INTO note (id, uid, therapy, kind, written_at) VALUES (1, 'a', 1, 'between', '2020-02-03T10:00:00');"
        "INSERT INTO note_text (note, text) VALUES (1, 'an old lantern');"
        "INSERT INTO note (id, uid, therapy, kind, written_at) VALUES (2, 'b', 1, 'between', '2020-02-03T10:00:30');"
        "INSERT INTO note_text (note, text) VALUES (2, 'the same minute, 焦虑');"
        "INSERT INTO topic (uid, therapy, position, kind, wording, created_on, covered)"
        " VALUES ('t', 1, 1, 'content', 'covered lantern', '2020-02-03', 1);"
    )
    connection.close()
    diary = Diary.open(file, KEY)
    assert passages(diary.search.find("lantern")) == ["an old lantern"]
    assert diary.search.find("焦虑")[0].moment == datetime(2020, 2, 3, 10)
    assert diary.examine().problems == ()
    diary.close()


@pytest.fixture
def beside(diary: Diary) -> Iterator[SearchBeside]:
    beside = diary.search_beside()
    yield beside
    beside.close()


def test_a_search_beside_the_window_sees_what_is_saved(
    diary: Diary, therapy: TherapyId, beside: SearchBeside
) -> None:
    write(diary, therapy, "lantern")
    assert len(beside.find("lantern")) == 1


def test_a_search_is_stopped_when_the_words_change(
    diary: Diary, therapy: TherapyId, beside: SearchBeside
) -> None:
    with diary.change():
        for number in range(300):
            diary.notes.write(therapy, "calm " * 300, NOON + timedelta(minutes=number))
    ended = threading.Event()

    def stop() -> None:
        while not ended.wait(0.0005):
            beside.stop()

    thread = threading.Thread(target=stop)
    thread.start()
    try:
        with pytest.raises(SearchStopped):
            for _ in range(10_000):
                beside.find("calm", 300, order=Order.MATCH)
    finally:
        ended.set()
        thread.join()
    assert beside.count("calm") == 300


@pytest.mark.parametrize(
    "typed",
    [
        '"',
        "*",
        "NEAR(",
        "NEAR(a b)",
        "a AND",
        "OR",
        "{x}:y",
        "^a",
        "a+b",
        "-",
        "%_\\",
        "א%_\\",
        "焦%",
        'tag:"',
        "\ud800x",
        "x\0y",
    ],
)
def test_signs_of_the_index_are_only_signs(diary: Diary, therapy: TherapyId, typed: str) -> None:
    write(diary, therapy, "plain words")
    assert diary.search.find(typed) == []
    assert diary.search.count(typed) == 0


def test_pages_from_the_oldest_on_bring_each_once_and_only_the_notes_of_one_therapy(
    diary: Diary, therapy: TherapyId
) -> None:
    with diary.change():
        other = diary.therapies.begin(label="Another", started_on=date(2025, 1, 6)).id
        diary.notes.write(other, "lantern", NOON)
        diary.topics.add(therapy, "lantern", NOON.date())
    write(diary, therapy, *(f"lantern {number}" for number in range(7)))
    seen: list[str] = []
    below: int | None = None
    while page := diary.search.find("lantern", 3, order=Order.OLDEST, below=below, notes_of=therapy):
        seen += passages(page)
        below = page[-1].place
    assert seen == [f"lantern {number}" for number in range(7)]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    typed=st.one_of(st.text(max_size=60), st.text(alphabet='ab "*-:()^{}+,.אש焦虑\u0301\0%_\\', max_size=40))
)
def test_any_text_finds_something_or_nothing(diary: Diary, typed: str) -> None:
    if diary.therapies.current() is None:
        with diary.change():
            therapy = diary.therapies.begin(label="With N.", started_on=date(2026, 1, 6)).id
            diary.notes.write(therapy, "a b ab ba אש 焦虑 焦虑焦", NOON, title="ab")
    for order in Order:
        found = diary.search.find(typed, order=order)
        assert len(found) == diary.search.count(typed)


def ended(diary: Diary, therapy: TherapyId) -> None:
    with diary.change():
        diary.closings.begin(
            Closing(therapy=therapy, variant=Variant.GOALS, decided_by=None, opened_on=NOON.date())
        )


def reword(diary: Diary, therapy: TherapyId, line: str, words: str) -> None:
    with diary.change():
        diary.closings.see(
            therapy, ClosingLine(section=Section.WHAT_HELPED, line=line, seen="x", my_words=words)
        )


def index_is_in_step(diary: Diary) -> bool:
    """Whether every word of the index stands in a text, and every text's words in the index."""
    with diary.change():
        diary._connection.execute("INSERT INTO find_word (find_word, rank) VALUES ('integrity-check', 1)")
    return diary.examine().whole


def sections_with(diary: Diary, words: str) -> list[str]:
    return [it.part for it in diary.search.find(words)]


def test_words_in_place_of_a_line_of_the_diary_are_found_with_their_section(
    diary: Diary, therapy: TherapyId
) -> None:
    ended(diary, therapy)
    reword(diary, therapy, "sign:1", "She remembered the lighthouse")
    assert sections_with(diary, "lighthouse") == [Section.WHAT_HELPED]
    reword(diary, therapy, "sign:2", "מגדלור גבוה")
    with diary.change():
        diary.closings.write(therapy, ClosingSection(section=Section.WHAT_HELPED, my_text="And her patience"))
    for words in ("lighthouse", "גדלור", "patience"):
        assert sections_with(diary, words) == [Section.WHAT_HELPED]
    reword(diary, therapy, "sign:1", "She remembered the harbour")
    assert sections_with(diary, "lighthouse") == []
    assert sections_with(diary, "harbour") == [Section.WHAT_HELPED]
    with diary.change():
        diary.closings.write(therapy, ClosingSection(section=Section.WHAT_HELPED, my_text=""))
    assert sections_with(diary, "patience") == []
    assert sections_with(diary, "harbour") == [Section.WHAT_HELPED]
    for line in ("sign:1", "sign:2"):
        reword(diary, therapy, line, "")
    assert sections_with(diary, "harbour") == sections_with(diary, "גדלור") == []
    assert index_is_in_step(diary)


def test_words_in_place_of_a_topic_are_not_found_for_it_may_be_covered(
    diary: Diary, therapy: TherapyId
) -> None:
    ended(diary, therapy)
    reword(diary, therapy, "topic:abc", "What I never dared")
    reword(diary, therapy, "sign:1", "Her patience")
    assert sections_with(diary, "dared") == []
    assert sections_with(diary, "patience") == [Section.WHAT_HELPED]
    assert index_is_in_step(diary)


def test_nothing_of_it_is_found_once_its_therapy_is_gone(diary: Diary, therapy: TherapyId) -> None:
    ended(diary, therapy)
    reword(diary, therapy, "sign:1", "Her patience")
    reword(diary, therapy, "sign:2", "Her humour")
    with diary.change():
        diary.closings.write(therapy, ClosingSection(section=Section.WHAT_HELPED, my_text="And her candour"))
        diary.therapies.remove(therapy)
    for words in ("patience", "humour", "candour"):
        assert sections_with(diary, words) == []
    assert index_is_in_step(diary)


def test_what_was_worded_anew_before_it_could_be_found_is_found_now(tmp_path: Path) -> None:
    file = tmp_path / "earlier.db"
    earlier = create(file, KEY)
    for number, script in enumerate(steps()[:9], start=1):
        run_step(earlier, number, script)
    with earlier:
        earlier.execute(
            "INSERT INTO therapy (id, uid, label, started_on, state) VALUES (1, 'u', 'With N.', '2026-01-06', 'ending')"
        )
        earlier.execute("INSERT INTO closing (therapy, variant, opened_on) VALUES (1, 'goals', '2026-03-01')")
        earlier.execute(
            "INSERT INTO closing_section (therapy, section, my_text) VALUES (1, 'good_bye', 'Farewell \n')"
        )
        for section, line, words in (
            ("good_bye", "sign:1", "her patience"),
            ("good_bye", "sign:2", "סבלנות רבה"),
            ("tools_i_keep", "task:1", "a slow walk"),
            ("tools_i_keep", "task:2", ""),
            ("what_i_want_to_say", "topic:1", "never dared"),
        ):
            earlier.execute(
                "INSERT INTO closing_line (therapy, section, line, seen, my_words) VALUES (1, ?, ?, 'x', ?)",
                [section, line, words],
            )
    earlier.close()
    diary = Diary.open(file, key=KEY)
    for words in ("farewell", "patience", "סבל"):
        assert sections_with(diary, words) == [Section.GOOD_BYE]
    assert sections_with(diary, "walk") == [Section.TOOLS_I_KEEP]
    assert sections_with(diary, "dared") == []
    assert index_is_in_step(diary)
    diary.close()
