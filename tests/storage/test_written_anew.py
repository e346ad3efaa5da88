"""Notes written anew: saved at once, found by what they say now, and not a word left of what is gone."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import KEY, NOON
from therapy_diary.domain.found import Order
from therapy_diary.domain.note import Note
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.exchange.bringing import bring
from therapy_diary.exchange.taking import Kind, take
from therapy_diary.storage.connection import PAGE_BYTES, SALT_BYTES, create
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.migrate import run_step, steps
from therapy_diary.storage.notes import MOST_VERSIONS
from therapy_diary.storage.rescue import Words, rescue


@pytest.fixture
def therapy(diary: Diary) -> TherapyId:
    with diary.change():
        return diary.therapies.begin(label="With N.", started_on=date(2026, 1, 6)).id


def write(diary: Diary, therapy: TherapyId, text: str, moment: datetime = NOON, title: str = "") -> Note:
    with diary.change():
        return diary.notes.write(therapy, text, moment, title=title)


def rewrite(diary: Diary, note: Note, text: str, title: str = "") -> None:
    with diary.change():
        diary.notes.rewrite(
            note.id, text, NOON + timedelta(days=1), title=title, session=None, kind=note.kind
        )


def settle(diary: Diary) -> None:
    while (version := diary.notes.unsettled()) is not None:
        with diary.change():
            diary.notes.settle(version)


def indexed(diary: Diary) -> bytes:
    """Everything that stands in the pages of the search index."""
    ask = diary._connection.execute
    rows = [*ask("SELECT block FROM find_word_data"), *ask("SELECT block FROM find_part_data")]
    return b"".join(bytes(row[0]) for row in rows)


def decrypted(diary: Diary) -> bytes:
    """Every page of the file as it is behind its encryption, those included that nothing uses."""
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    whole, plain = diary.file.read_bytes(), b""
    for at in range(0, len(whole), PAGE_BYTES):
        page = whole[at : at + PAGE_BYTES]
        end = PAGE_BYTES - 80  # then come 16 bytes to begin with, and the seal
        reader = Cipher(algorithms.AES(KEY), modes.CBC(page[end : end + 16])).decryptor()
        plain += reader.update(page[0 if at else SALT_BYTES : end])
    return plain


def passages(diary: Diary, typed: str, order: Order = Order.DATE) -> list[str]:
    return [it.passage.text for it in diary.search.find(typed, order=order, still_typing=False)]


def test_it_is_found_by_its_new_words_at_once_and_by_the_old_no_more(
    diary: Diary, therapy: TherapyId
) -> None:
    note = write(diary, therapy, "a lantern, 焦虑治疗", title="Old title")
    rewrite(diary, note, "a harbour, 晚上家人", title="New title")
    for _ in ("before", "after"):
        assert [diary.search.count(it) for it in ("lantern", "焦虑", "焦虑治疗", "old ")] == [0, 0, 0, 0]
        assert [diary.search.count(it) for it in ("harbour", "晚上", "晚上家", "new ")] == [1, 1, 1, 1]
        assert passages(diary, "a") == passages(diary, "a -lantern") == ["a harbour, 晚上家人"]
        settle(diary)
    assert b"lantern" not in indexed(diary)
    assert "焦虑治".encode() not in indexed(diary)
    diary._connection.execute("INSERT INTO find_word (find_word, rank) VALUES ('integrity-check', 1)")
    assert diary.examine().whole


def test_it_keeps_its_place_among_the_others(diary: Diary, therapy: TherapyId) -> None:
    notes = [write(diary, therapy, f"calm {it}", NOON + timedelta(days=it)) for it in range(3)]
    rewrite(diary, notes[1], "calm and more calm")
    assert passages(diary, "calm") == ["calm 2", "calm and more calm", "calm 0"]
    assert passages(diary, "calm", Order.MATCH)[0] == "calm and more calm"
    assert [it.moment for it in diary.search.find("more")] == [NOON + timedelta(days=1)]


def test_however_often_it_is_written_it_stays_in_its_minute(diary: Diary, therapy: TherapyId) -> None:
    write(diary, therapy, "quiet before it")
    note = write(diary, therapy, "quiet at first")
    for round_ in range(11):
        with diary.change():
            for number in range(100):
                text = f"quiet {round_} and {number}"
                diary.notes.rewrite(note.id, text, NOON, title="", session=None, kind=note.kind)
        if round_ % 2:
            settle(diary)
    assert diary.search.count("quiet") == 2
    assert {it.moment for it in diary.search.find("quiet")} == {NOON}
    assert len(diary.notes.versions(note.id)) == MOST_VERSIONS
    assert diary.examine().whole


def test_a_change_that_is_taken_back_leaves_it_findable_as_it_was(diary: Diary, therapy: TherapyId) -> None:
    note = write(diary, therapy, "a lantern")
    with pytest.raises(ZeroDivisionError), diary.change():
        diary.notes.rewrite(note.id, "a harbour", NOON, title="", session=None, kind=note.kind)
        raise ZeroDivisionError
    assert (diary.search.count("lantern"), diary.search.count("harbour")) == (1, 0)
    assert diary.notes.unsettled() is None


@pytest.mark.parametrize("is_settled", [False, True])
def test_no_word_of_a_deleted_note_nor_of_its_versions_is_left(
    diary: Diary, therapy: TherapyId, *, is_settled: bool
) -> None:
    write(diary, therapy, "the heron stays, 家人工作")
    note = write(diary, therapy, "zyzzyva once 焦虑治疗", title="quagga")
    rewrite(diary, note, "zyzzyvb twice 晚上家人", title="quaggb")
    rewrite(diary, note, "zyzzyvc")
    if is_settled:
        settle(diary)
    assert b"zyzzyva once" in decrypted(diary)
    with diary.change():
        diary.notes.bin(note.id, NOON)
        assert diary.notes.empty_bin(NOON + timedelta(days=31)) == 1
    assert diary.notes.unsettled() is None
    left = decrypted(diary)
    assert b"the heron stays" in left
    assert not any(it in left for it in (b"zyzzyv", b"yzzyv", b"quagg", "焦虑治".encode(), "晚上家".encode()))
    diary._connection.execute("INSERT INTO find_word (find_word, rank) VALUES ('integrity-check', 1)")
    assert diary.examine().whole


def test_words_leave_the_index_at_the_latest_with_the_version_that_holds_them(
    diary: Diary, therapy: TherapyId
) -> None:
    note = write(diary, therapy, "zyzzyva")
    for number in range(MOST_VERSIONS):
        rewrite(diary, note, f"calm {number}")
    assert b"zyzzyva" in indexed(diary)
    rewrite(diary, note, "calm at last")
    assert b"zyzzyva" not in decrypted(diary)


def test_what_comes_from_elsewhere_has_a_place_of_its_own(
    diary: Diary, therapy: TherapyId, tmp_path: Path
) -> None:
    note = write(diary, therapy, "quiet here")
    rewrite(diary, note, "quiet here, still")
    source = tmp_path / "jrnl.json"
    source.write_text(
        '{"tags": {}, "entries": [{"title": "", "body": "quiet there", "date": "2026-03-04", "time": "12:00",'
        ' "tags": [], "starred": false}]}',
        encoding="utf-8",
    )
    assert bring(diary, source, now=NOON).new == 1
    settle(diary)
    assert sorted(passages(diary, "quiet")) == ["quiet here, still", "quiet there"]
    assert diary.examine().whole


def test_it_goes_out_and_comes_back_byte_for_byte_settled_or_not(
    diary: Diary, therapy: TherapyId, tmp_path: Path
) -> None:
    note = write(diary, therapy, "a lantern")
    rewrite(diary, note, "a harbour")
    take(diary, tmp_path / "one", Kind.JSON)
    other = Diary.create(tmp_path / "other.db", KEY)
    bring(other, tmp_path / "one", now=NOON)
    take(other, tmp_path / "two", Kind.JSON)
    assert [it.text for it in other.notes.versions(note.id)] == ["a lantern"]
    assert (other.search.count("lantern"), other.search.count("harbour")) == (0, 1)
    other.close()
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_it_is_rescued_with_its_version(diary: Diary, therapy: TherapyId, tmp_path: Path) -> None:
    note = write(diary, therapy, "a lantern")
    rewrite(diary, note, "a harbour")
    rescued = rescue(diary.file, KEY, tmp_path / "whole.db", NOON, Words())
    assert rescued.everything
    whole = Diary.open(tmp_path / "whole.db", KEY)
    assert (whole.search.count("lantern"), whole.search.count("harbour")) == (0, 1)
    assert [it.text for it in whole.notes.versions(note.id)] == ["a lantern"]
    assert whole.examine().whole
    whole.close()


def test_emoji_in_a_diary_of_an_earlier_version_are_found_once_it_is_open(tmp_path: Path) -> None:
    file = tmp_path / "diary.db"
    connection = create(file, KEY)
    for number, script in enumerate(steps()[:3], start=1):
        run_step(connection, number, script)
    connection.executescript(
        "INSERT INTO therapy (id, uid, label, started_on) VALUES (1, 'u', 'With N.', '2020-01-01');"
        "INSERT INTO note (id, uid, therapy, kind, written_at) VALUES (1, 'a', 1, 'between', '2020-02-03T10:00:00');"
        "INSERT INTO note_text (note, text) VALUES (1, 'an old lantern 🙂');"
        "INSERT INTO note (id, uid, therapy, kind, written_at) VALUES (2, 'b', 1, 'between', '2020-02-04T10:00:00');"
        "INSERT INTO note_text (note, text) VALUES (2, '焦虑 🙂');"
    )
    connection.close()
    diary = Diary.open(file, KEY)
    assert passages(diary, "🙂") == ["焦虑 🙂", "an old lantern 🙂"]
    with diary.change():
        diary._connection.execute("DELETE FROM note")
    assert diary.search.count("🙂") == 0
    assert diary.examine().whole
    diary.close()


WORDS = ("lantern", "harbour", "heron", "焦虑治疗", "שלום", "🙂")
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["write", "rewrite", "bin", "unbin", "delete", "settle"]),
        st.integers(0, 3),
        st.lists(st.sampled_from(WORDS), max_size=3),
    ),
    max_size=15,
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(done=STEPS)
def test_whatever_is_done_to_notes_searches_are_right_and_nothing_gone_is_left(
    diary: Diary, done: list[tuple[str, int, list[str]]]
) -> None:
    with diary.change():
        diary._connection.execute("DELETE FROM therapy")
        therapy = diary.therapies.begin(label="With N.", started_on=date(2026, 1, 6)).id
    notes: list[Note] = []
    in_bin = set[int]()
    for what, which, words in done:
        text = " ".join(words)
        if what == "write":
            notes.append(write(diary, therapy, text, NOON + timedelta(minutes=which)))
        elif what == "settle":
            settle(diary)
        elif which < len(notes):
            note = notes[which]
            if what == "rewrite":
                rewrite(diary, note, text, title=" ".join(words[:1]))
            elif what == "delete":
                with diary.change():
                    diary._connection.execute("DELETE FROM note WHERE id = ?", [note.id])
                notes.remove(note)
                in_bin.discard(note.id)  # the next note may get its number
            else:
                with diary.change():
                    diary.notes.bin(note.id, NOON) if what == "bin" else diary.notes.unbin(note.id)
                (in_bin.add if what == "bin" else in_bin.discard)(note.id)
    now = [diary.notes.get(it.id) for it in notes]
    for word in WORDS:
        holding = {it.id for it in now if word in f"{it.title} {it.text}" and it.id not in in_bin}
        found = diary.search.find(word, still_typing=False)
        assert {it.record for it in found} == holding
        assert len(found) == diary.search.count(word, still_typing=False)
    kept = " ".join(f"{it.title} {it.text}" for it in now)
    kept += " ".join(f"{it.title} {it.text}" for note in notes for it in diary.notes.versions(note.id))
    gone = [it for it in WORDS[:3] if it not in kept]
    assert not any(it.encode() in decrypted(diary) for it in gone)
    assert diary.examine().whole
