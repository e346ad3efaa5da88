"""Writing a note: what a person types is in the diary, whatever happens."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.conftest import KEY, NOON
from tests.qt.audit import tab_cycle, unnamed_controls
from tests.qt.hands import paste_in, type_in
from therapy_diary.domain.alliance import STATEMENTS, AllianceRating
from therapy_diary.domain.note import NoteKind
from therapy_diary.domain.session import SessionState
from therapy_diary.domain.therapy import Therapy
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.errors import StorageError
from therapy_diary.views.page import Desk, Page
from therapy_diary.views.session_note import SessionNotePage

Shown = Callable[[Page], Page]
LAST_TUESDAY = datetime(2026, 3, 3, 17, 0)


@pytest.fixture
def page(desk: Desk, therapy: Therapy, shown: Shown) -> SessionNotePage:
    """An empty note page on the day after a session that is not in the diary yet."""
    assert therapy
    page = SessionNotePage(desk)
    shown(page)
    return page


def save(page: SessionNotePage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.form.text, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


def choose_kind(page: SessionNotePage, kind: NoteKind, qtbot: QtBot) -> None:
    page.form.kind.setFocus()
    qtbot.keyClick(page.form.kind, Qt.Key.Key_Home)
    for _ in range(list(NoteKind).index(kind)):
        qtbot.keyClick(page.form.kind, Qt.Key.Key_Down)


def reopened(diary: Diary, tmp_path: Path) -> Diary:
    diary.close()
    return Diary.open(tmp_path / "diary.db", key=KEY)


@contextmanager
def held_by_another_program(tmp_path: Path) -> Iterator[None]:
    """Another program writes into the diary file, and in the end takes back what it wrote."""
    other = Diary.open(tmp_path / "diary.db", key=KEY)
    with suppress(InterruptedError), other.quiet_change():
        yield
        raise InterruptedError
    other.close()


def test_two_lines_typed_and_the_page_left_are_a_note(
    page: SessionNotePage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    type_in(page.form.title, "On the bus", qtbot)
    type_in(page.form.text, "I said it.", qtbot)
    qtbot.keyClick(page.form.text, Qt.Key.Key_Return)
    qtbot.keyClicks(page.form.text, "It was quiet after.")
    page.keep()
    (note,) = diary.notes.newest(therapy.id, 10)
    assert (note.title, note.text) == ("On the bus", "I said it.\nIt was quiet after.")
    assert (note.kind, note.session, note.written_at) == (NoteKind.BETWEEN, None, NOON)
    assert diary.drafts.all() == []


def test_what_is_typed_is_a_draft_within_two_seconds(
    page: SessionNotePage, diary: Diary, qtbot: QtBot
) -> None:
    type_in(page.form.text, "half a sen", qtbot)
    assert 0 <= page._timer.remainingTime() <= 2000, "a busy machine may take longer, the page does not"
    qtbot.waitUntil(lambda: diary.drafts.at("note:new") is not None)
    assert "half a sen" in diary.drafts.all()[0].text
    qtbot.waitUntil(lambda: page.form.saved.text().startswith("Saved on this computer"))
    assert diary.notes.newest(diary.therapies.all()[0].id, 10) == []


def test_somebody_who_types_without_a_pause_has_a_draft_all_the_same(
    page: SessionNotePage, diary: Diary, qtbot: QtBot
) -> None:
    page.form.text.setFocus()

    def typed_on() -> bool:
        qtbot.keyClick(page.form.text, Qt.Key.Key_A)
        assert page._timer.remainingTime() <= max(0, 2000 - page._unkept.elapsed())
        return diary.drafts.at("note:new") is not None

    qtbot.waitUntil(typed_on)


def test_after_a_crash_everything_is_back_on_the_page(
    page: SessionNotePage, desk: Desk, diary: Diary, therapy: Therapy, shown: Shown, qtbot: QtBot
) -> None:
    with diary.change():
        session = diary.sessions.add(therapy.id, LAST_TUESDAY)
    page.show_subject(session.id)
    type_in(page.form.title, "A title", qtbot)
    type_in(page.form.line, "ask about summer", qtbot)
    type_in(page.form.text, "Some 🌱 words", qtbot)
    choose_kind(page, NoteKind.BETWEEN, qtbot)
    for _ in range(6):
        qtbot.keyClick(page.form.text, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: "words" in "".join(it.text for it in diary.drafts.all()))
    qtbot.waitUntil(lambda: not page._timer.isActive())

    again = SessionNotePage(desk)  # as the next start of the program would
    shown(again)
    assert again.form.quiet.text() == "Brought back what you had not kept yet."
    assert again.form.title.text() == "A title"
    assert again.form.text.text() == "Some 🌱 words"
    assert again.form.line.text() == "ask about summer"
    assert again.form.kind.currentText() == "Between sessions"
    assert again.picker.chosen() == session.id
    again.form.kind.setFocus()
    again.show_subject(session.id)  # asked for by the person: the keyboard goes to the words
    assert again.focusWidget() is again.form.text
    qtbot.keyClicks(again.form.text, "few")
    assert again.form.text.text() == "Some 🌱few words"
    again.keep()
    assert diary.notes.of_session(session.id)[0].text == "Some 🌱few words"
    assert diary.sessions.get(session.id).one_line == "ask about summer"
    assert diary.drafts.all() == []


def test_a_draft_that_cannot_be_read_is_shown_as_it_stands(
    desk: Desk, diary: Diary, therapy: Therapy, shown: Shown
) -> None:
    assert therapy
    with diary.quiet_change():
        diary.drafts.keep("note:new", '{"version":9,"text":"from a later program"}', 3, NOON)
    page = SessionNotePage(desk)
    shown(page)
    assert page.form.text.text() == '{"version":9,"text":"from a later program"}'


def test_a_draft_of_a_note_that_is_gone_becomes_a_new_note(
    desk: Desk, diary: Diary, therapy: Therapy, shown: Shown
) -> None:
    with diary.quiet_change():
        diary.drafts.keep("note:77", "still here", 3, NOON)
    page = SessionNotePage(desk)
    shown(page)
    page.keep()
    assert [it.text for it in diary.notes.newest(therapy.id, 10)] == ["still here"]


def test_a_draft_is_not_overwritten_by_the_next_note(
    desk: Desk, diary: Diary, therapy: Therapy, qtbot: QtBot, shown: Shown
) -> None:
    with diary.change():
        diary.drafts.keep("note:new", "left over", 0, NOON)
        session = diary.sessions.add(therapy.id, LAST_TUESDAY)
    page = SessionNotePage(desk)
    shown(page)
    page.show_subject(session.id)
    type_in(page.form.text, "the next", qtbot)
    page.keep()
    assert {it.text for it in diary.notes.newest(therapy.id, 10)} == {"left over", "the next"}


def test_nothing_typed_makes_no_note_and_no_session(
    page: SessionNotePage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    type_in(page.form.text, "  ", qtbot)
    page.keep()
    type_in(page.form.text, "x", qtbot)
    qtbot.keyClick(page.form.text, Qt.Key.Key_Backspace)
    page.keep()
    assert diary.notes.newest(therapy.id, 10) == []
    assert diary.sessions.of(therapy.id) == []
    assert diary.drafts.all() == []


def test_ctrl_s_says_when_it_was_saved_and_typing_goes_on_in_the_same_note(
    page: SessionNotePage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    type_in(page.form.text, "First", qtbot)
    with qtbot.waitSignal(page.said):
        save(page, qtbot)
    assert page.form.saved.text().startswith("Saved on this computer")
    qtbot.keyClicks(page.form.text, ", second")
    save(page, qtbot)
    (note,) = diary.notes.newest(therapy.id, 10)
    assert note.text == "First, second"
    assert note.edited_at == NOON


def test_a_note_on_a_session_of_today_makes_the_session_and_its_line(
    desk: Desk, diary: Diary, therapy: Therapy, shown: Shown, qtbot: QtBot
) -> None:
    evening = Desk(
        diary=diary, changed=desk.changed, now=lambda: datetime(2026, 3, 3, 18, 0), theme=desk.theme
    )
    page = SessionNotePage(evening)
    shown(page)
    assert page.form.kind.currentText() == "After the session"
    type_in(page.form.text, "We laughed.", qtbot)
    type_in(page.form.line, "the dream", qtbot)
    page.keep()
    (session,) = diary.sessions.of(therapy.id)
    assert (session.starts_at, session.is_held, session.one_line) == (LAST_TUESDAY, True, "the dream")
    assert diary.notes.of_session(session.id)[0].kind is NoteKind.AFTER


def test_before_a_planned_session_the_note_is_one_from_before(
    page: SessionNotePage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    with diary.change():
        planned = diary.sessions.add(therapy.id, datetime(2026, 3, 10, 17, 0), SessionState.PLANNED)
    page.show_subject(planned.id)
    assert page.form.kind.currentText() == "Before the session"
    assert not page.form.between.isVisible()
    type_in(page.form.text, "Ask about the bill.", qtbot)
    page.keep()
    assert diary.notes.of_session(planned.id)[0].kind is NoteKind.BEFORE
    assert diary.sessions.get(planned.id).state is SessionState.PLANNED


def test_a_line_alone_is_kept_with_its_session_and_makes_no_note(
    page: SessionNotePage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    with diary.change():
        session = diary.sessions.add(therapy.id, LAST_TUESDAY)
    page.show_subject(session.id)
    type_in(page.form.line, "start with the dream", qtbot)
    page.keep()
    assert diary.sessions.get(session.id).one_line == "start with the dream"
    assert diary.notes.newest(therapy.id, 10) == []


def test_a_line_ends_after_200_characters_and_has_no_second_line(
    page: SessionNotePage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    with diary.change():
        session = diary.sessions.add(therapy.id, LAST_TUESDAY)
    page.show_subject(session.id)
    paste_in(page.form.line, "one\ntwo " + "x" * 300, qtbot)
    assert page.form.lineHint.text() == "That is the most that fits here."
    page.keep()
    line = diary.sessions.get(session.id).one_line
    assert len(line) == 200
    assert line.startswith("one two xxx")


def test_a_line_without_a_session_waits_for_one(
    page: SessionNotePage, desk: Desk, diary: Diary, therapy: Therapy, shown: Shown, qtbot: QtBot
) -> None:
    with diary.change():
        session = diary.sessions.add(therapy.id, LAST_TUESDAY)
    page.show_subject(session.id)
    type_in(page.form.text, "text", qtbot)
    type_in(page.form.line, "the line", qtbot)
    page.picker.choose(None)
    page.picker.picked.emit()
    assert page.form.lineHint.text() == "Pick a session above, and this line is kept with it."
    page.keep()
    assert diary.sessions.get(session.id).one_line == ""
    again = SessionNotePage(desk)
    shown(again)
    assert again.form.line.text() == "the line"
    again.picker.choose(session.id)
    again.picker.picked.emit()
    again.keep()
    assert diary.sessions.get(session.id).one_line == "the line"
    assert diary.drafts.all() == []
    assert len(diary.notes.newest(therapy.id, 10)) == 1


def test_another_sessions_line_is_shown_before_it_is_replaced(
    page: SessionNotePage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    from dataclasses import replace

    with diary.change():
        session = diary.sessions.add(therapy.id, LAST_TUESDAY)
        diary.sessions.save(replace(session, one_line="old"))
    page.show_subject(session.id)
    assert page.form.line.text() == "old"
    qtbot.keyClick(page.form.line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_in(page.form.line, "new", qtbot)
    assert "old" in page.form.lineHint.text()
    page.keep()
    assert diary.sessions.get(session.id).one_line == "new"
    assert not page.form.lineHint.isVisible()


def test_a_note_is_opened_changed_and_its_earlier_words_are_a_version(
    page: SessionNotePage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    with diary.change():
        note = diary.notes.write(therapy.id, "As it was", NOON, title="Old", kind=NoteKind.BEFORE)
    page.show_subject(note)
    assert (page.form.text.text(), page.form.title.text()) == ("As it was", "Old")
    assert page.form.kind.currentText() == "Before the session"
    qtbot.keyClick(page.form.text, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    type_in(page.form.text, ", and is", qtbot)
    page.keep()
    kept = diary.notes.get(note.id)
    assert (kept.text, kept.title, kept.kind) == ("As it was, and is", "Old", NoteKind.BEFORE)


def test_opening_a_note_and_leaving_it_changes_nothing(
    page: SessionNotePage, diary: Diary, therapy: Therapy
) -> None:
    with diary.change():
        note = diary.notes.write(therapy.id, "As it was\r\nin two lines", NOON)
    page.show_subject(note)
    page.keep()
    assert diary.notes.get(note.id) == note


def test_other_notes_of_the_session_stand_beside_the_page_and_can_be_opened(
    page: SessionNotePage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    with diary.change():
        session = diary.sessions.add(therapy.id, LAST_TUESDAY)
        diary.notes.write(therapy.id, "To say: the bill", NOON, session=session.id, kind=NoteKind.BEFORE)
    page.show_subject(session.id)
    assert page.form.text.text() == ""  # the note from before is not overwritten by the one from after
    type_in(page.form.text, "I said it.", qtbot)
    (button,) = [it for it in page.form.others.findChildren(QPushButton) if it.isVisible()]
    assert button.accessibleName() == "Before the session: To say: the bill"
    button.click()
    assert page.form.text.text() == "To say: the bill"
    assert {it.text for it in diary.notes.of_session(session.id)} == {"To say: the bill", "I said it."}


def test_another_note_on_the_same_session(
    page: SessionNotePage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    with diary.change():
        session = diary.sessions.add(therapy.id, LAST_TUESDAY)
    page.show_subject(session.id)
    type_in(page.form.text, "one", qtbot)
    page.keep()
    page.form.another.click()
    assert page.form.text.text() == ""
    type_in(page.form.text, "two", qtbot)
    page.keep()
    assert [it.text for it in diary.notes.of_session(session.id)] == ["one", "two"]


def test_the_way_to_the_rating_keeps_the_note_and_makes_the_session(
    desk: Desk, diary: Diary, therapy: Therapy, shown: Shown, qtbot: QtBot
) -> None:
    evening = Desk(
        diary=diary, changed=desk.changed, now=lambda: datetime(2026, 3, 3, 18, 0), theme=desk.theme
    )
    page = SessionNotePage(evening)
    shown(page)
    type_in(page.form.text, "words", qtbot)
    with qtbot.waitSignal(page.asked_for) as asked:
        page.form.rate.click()
    (session,) = diary.sessions.held(therapy.id)
    assert asked.args == ["alliance", session.id]
    assert diary.notes.of_session(session.id)[0].text == "words"


def test_what_is_answered_already_is_not_asked_again_and_not_shown_beside_the_note(
    page: SessionNotePage, diary: Diary, therapy: Therapy
) -> None:
    with diary.change():
        session = diary.sessions.add(therapy.id, datetime(2026, 3, 3, 17, 0), SessionState.HELD)
        other = diary.sessions.add(therapy.id, datetime(2026, 2, 24, 17, 0), SessionState.HELD)
        diary.alliance_ratings.give(
            AllianceRating(session=session.id, filled_at=NOON, answers={STATEMENTS[0]: 4})
        )
    page.show_subject(session.id)
    assert page.form.betweenWords.text() == "You have answered how it was."
    assert page.form.rate.text() == "Open the answers"
    page.show_subject(other.id)
    assert page.form.betweenWords.text().startswith("How was it between you this time?")
    assert page.form.rate.text() == "Answer"


def test_half_typed_words_stay_when_the_diary_changes_elsewhere(
    page: SessionNotePage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    type_in(page.form.text, "half", qtbot)
    type_in(page.form.title, "ti", qtbot)
    with diary.change():
        diary.sessions.add(therapy.id, LAST_TUESDAY)
    assert (page.form.text.text(), page.form.title.text()) == ("half", "ti")


def test_coming_back_to_the_page_shows_what_stood_there(page: SessionNotePage, qtbot: QtBot) -> None:
    type_in(page.form.text, "half", qtbot)
    page.keep()
    page.hide()
    page.show()
    assert page.form.text.text() == "half"
    page.show_subject(None)
    assert page.form.text.text() == ""


def test_a_save_that_fails_keeps_the_words_says_so_and_is_tried_again(
    page: SessionNotePage, diary: Diary, therapy: Therapy, tmp_path: Path, qtbot: QtBot
) -> None:
    with held_by_another_program(tmp_path):
        type_in(page.form.text, "do not lose me", qtbot)
        with pytest.raises(StorageError):
            page.keep()
        assert page.form.text.text() == "do not lose me"
        qtbot.waitUntil(page.form.trouble.isVisible)
        assert "Another program is using the diary file" in page.form.trouble.text()
    qtbot.waitUntil(lambda: diary.drafts.at("note:new") is not None)
    qtbot.waitUntil(lambda: not page.form.trouble.isVisible())
    page.keep()
    assert [it.text for it in diary.notes.newest(therapy.id, 10)] == ["do not lose me"]


def test_with_another_note_asked_for_a_failed_save_stays_on_the_words(
    page: SessionNotePage, diary: Diary, therapy: Therapy, tmp_path: Path, qtbot: QtBot
) -> None:
    with diary.change():
        note = diary.notes.write(therapy.id, "another", NOON)
    type_in(page.form.text, "mine", qtbot)
    with held_by_another_program(tmp_path):
        page.show_subject(note)
        assert page.form.text.text() == "mine"
        assert page.form.trouble.isVisible()


@pytest.mark.parametrize(
    "text",
    [
        "שלום, אמרתי לה **הכול**.\n\n- אחת\n- שתיים",
        "قلتُ لها: «لا أعرف»؛ ثم صمتنا.",
        "👩‍👩‍👧‍👦 family, 🏳️‍🌈 flag, e\u0301 combining, \u200f marks \u2068isolated\u2069",
        "tab\there\n\n\n   blanks   \n\u00a0\u3000no-break\u2028line",
        "x" * 1_000_000,
        "Sätze mit Wörtern. " * 55_000,
    ],
    ids=["hebrew", "arabic", "emoji", "blanks", "one long word", "a megabyte"],
)
def test_any_text_pasted_is_the_same_after_the_diary_was_closed_and_opened(
    page: SessionNotePage, diary: Diary, therapy: Therapy, tmp_path: Path, text: str, qtbot: QtBot
) -> None:
    paste_in(page.form.text, text, qtbot)
    page.keep()
    opened = reopened(diary, tmp_path)
    (note,) = opened.notes.newest(therapy.id, 10)
    assert opened.notes.get(note.id).text == text
    page.form.text.set_text(opened.notes.get(note.id).text)
    assert page.form.text.text() == text
    opened.close()


def test_the_words_of_a_long_text_are_counted_beside_the_window(
    page: SessionNotePage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    with diary.change():
        long = diary.notes.write(therapy.id, "It's a half-told *story*.\n" * 5_000, NOON)
        short = diary.notes.write(therapy.id, "Four words, no more.", NOON)
    page.show_subject(long)
    qtbot.waitUntil(lambda: "20000" in re.sub(r"\D", "", page.form.count.text()))
    page.show_subject(short)
    page.show_subject(long)
    page.show_subject(short)  # before those of the long one can have been counted
    assert page.form.count.text().startswith("4 ")
    qtbot.wait(200)
    assert page.form.count.text().startswith("4 ")


def test_a_nul_is_left_out_and_said_once(
    page: SessionNotePage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    for part in ("a\0b", "\0c"):
        data = QMimeData()
        data.setText(part)
        page.form.text.insertFromMimeData(data)
        if part == "a\0b":
            assert "left out" in page.form.quiet.text()
    data = QMimeData()
    data.setText("t\0t")
    QGuiApplication.clipboard().setMimeData(data)
    page.form.title.setFocus()
    qtbot.keyClick(page.form.title, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    page.keep()
    (note,) = diary.notes.newest(therapy.id, 10)
    assert note.text == "abc"
    assert "\0" not in note.title


def test_half_an_emoji_does_not_stand_in_the_way_of_the_rest(
    page: SessionNotePage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    type_in(page.form.text, "before ", qtbot)
    page.form.text.insert_as_person("🌱")
    cursor = page.form.text.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    cursor.setPosition(cursor.position() - 1, cursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    page.keep()
    assert diary.notes.newest(therapy.id, 10)[0].text.startswith("before ")


def test_keyboard_and_screen_reader_reach_everything(
    page: SessionNotePage, diary: Diary, therapy: Therapy
) -> None:
    with diary.change():
        session = diary.sessions.add(therapy.id, LAST_TUESDAY)
        diary.notes.write(therapy.id, "words", NOON, session=session.id, kind=NoteKind.AFTER)
        diary.notes.write(therapy.id, "more words", NOON, session=session.id, kind=NoteKind.BEFORE)
    page.show_subject(session.id)
    assert unnamed_controls(page) == []
    stops = "".join(tab_cycle(page.window()))
    order = [stops.index(f"'{it}'") for it in ("kind", "title", "text", "line", "rate", "another")]
    assert order == sorted(order)


@pytest.mark.thorough(but=("408-100", "668-200", "1048-200"))
@pytest.mark.parametrize(
    ("width", "text_size"), [(408, 100), (668, 100), (1048, 100), (668, 200), (1048, 200)]
)
def test_nothing_is_cut_off_at_the_side(
    page: SessionNotePage, width: int, text_size: int, qtbot: QtBot
) -> None:
    page.desk.theme.set_text_size(text_size)
    page.window().resize(width, 610)
    form = page.form
    qtbot.waitUntil(lambda: form.column.width() <= form.scroll.viewport().width())


def test_without_a_therapy_the_page_says_what_comes_first(desk: Desk, shown: Shown) -> None:
    page = SessionNotePage(desk)
    shown(page)
    assert page.form.empty.isVisible()
    assert not page.form.scroll.isVisible()
    page.show_subject(None)
    page.keep()


def test_between_sessions_what_was_written_lately_stands_in_view(
    page: SessionNotePage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    with diary.change():
        for number in range(6):
            diary.notes.write(therapy.id, f"# Note **{number}**", datetime(2026, 2, 20 + number, 12, 0))
    assert page.form.othersTitle.text() == "Written lately"
    names = [it.accessibleName() for it in page.form.others.findChildren(QPushButton) if it.isVisible()]
    assert [it.rpartition(": ")[2] for it in names] == ["Note 5", "Note 4", "Note 3", "Note 2"]
    qtbot.mouseClick(
        next(it for it in page.form.others.findChildren(QPushButton) if "Note 4" in it.accessibleName()),
        Qt.MouseButton.LeftButton,
    )
    assert page.form.text.text() == "# Note **4**"
