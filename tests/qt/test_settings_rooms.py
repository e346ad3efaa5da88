"""The rooms about locking, keys, backups, contacts and deleting, used as a person uses them."""

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests.conftest import NOON
from tests.keys.conftest import KeyringSession, bare_session, keyring, keyring_session
from tests.qt.a_safe import CHEAP, PASSPHRASE, Kept, click, keep, kept
from tests.qt.audit import tab_cycle, unnamed_controls
from tests.qt.reading_the_screen import words_on
from therapy_diary.desktop.theme import Choice, Theme
from therapy_diary.domain.contact import ContactKind
from therapy_diary.keys.errors import NoKey
from therapy_diary.preferences import Preferences
from therapy_diary.storage.connection import connect
from therapy_diary.storage.copying import rows
from therapy_diary.storage.diary import Diary
from therapy_diary.vault import asking, opening
from therapy_diary.vault.backup import backups, make_backup
from therapy_diary.vault.erase import erase_put_aside
from therapy_diary.vault.lock_page import on_lock_page
from therapy_diary.vault.opening import Keyring, WayIn
from therapy_diary.views.rooms.new_code import NewCode
from therapy_diary.views.safe import WhileClosed

pytestmark = pytest.mark.thorough

__all__ = ["bare_session", "kept", "keyring", "keyring_session"]

OF_AN_INDEX = ("_data", "_idx", "_docsize", "_content", "_config")
"""Ends of the names of a full-text index's own tables, which are not empty when the index is."""
ROOMS = ("look", "locking", "opening", "backups", "bring", "take", "contacts", "delete")


def write_paper(code: NewCode) -> str:
    """Copy the code that is shown, and give two groups back; the code."""
    groups = code.groups.accessibleDescription().split(", ")
    assert [it.text() for it in code._groups] == groups
    click(code.next)
    for label, field in zip(code._labels, (code.first, code.second), strict=True):
        field.setText(groups[int(label.text().split()[-1]) - 1])
    click(code.check)
    return "-".join(groups)


def opens_by_code(kept: Kept, code: str) -> bool:
    try:
        opening.open_with_recovery(kept.folder, code).close()
    except NoKey:
        return False
    return True


def opens_by_passphrase(kept: Kept, passphrase: str) -> bool:
    try:
        opening.open_with_passphrase(kept.folder, passphrase).close()
    except NoKey:
        return False
    return True


# the list of rooms


@pytest.mark.parametrize("choice", [Choice.LIGHT, Choice.DARK])
def test_every_room_can_be_used_by_keyboard_and_by_ear(kept: Kept, choice: Choice) -> None:
    kept.theme.choose(choice)
    window = kept.window()
    for name in ROOMS:
        room = kept.room(name, window)
        QApplication.processEvents()
        assert room.isVisible(), name
        assert unnamed_controls(window) == [], name
        tab_cycle(window)
        assert room.widget().width() <= room.viewport().width(), name


def test_every_room_stands_at_twice_the_text_in_a_small_window(kept: Kept, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    kept.theme.set_text_size(200)
    window = kept.window()
    window.resize(900, 640)
    for name in ROOMS:
        room = kept.room(name, window)
        QApplication.processEvents()
        assert room.isVisible(), name
        assert room.widget().width() <= room.viewport().width(), name
        assert window.width() == 900, name


def test_without_a_folder_only_what_works_is_offered(window: object) -> None:
    window.show_subject("settings", None)  # type: ignore[attr-defined]
    rooms = window.page.form.rooms  # type: ignore[attr-defined]
    assert [rooms.item(row).text() for row in range(rooms.count())] == [
        "How it looks",
        "Locking",
        "If it gets too much",
        "Thoughts and limits",
    ]


# locking


def test_the_minutes_hold_at_once_and_at_the_next_start(kept: Kept) -> None:
    window = kept.window()
    room = kept.room("locking", window)
    assert room.minutes.value() == 10
    room.minutes.setFocus()
    room.minutes.selectAll()
    QTest.keyClicks(room.minutes, "3")
    assert window.idle.minutes == 3
    room.minutes.setValue(0)
    assert window.idle.minutes == 0
    assert room.minutes.text() == "never"
    assert Preferences.load(kept.preferences.file).chosen.lock_after == 0
    click(room.minimised)
    assert kept.preferences.chosen.lock_minimised == 1


# where it lies


def test_a_folder_that_is_synced_is_minded_once_and_for_good_in_the_settings(
    tmp_path: Path, theme: Theme, preferences: Preferences, qtbot: QtBot
) -> None:
    place = tmp_path / "Dropbox" / "folder"
    way = opening.Passphrase(text=PASSPHRASE, cost=CHEAP)
    for synced in keep(place, way, theme, preferences, qtbot):
        window = synced.window()
        assert "other computers may write" in window.above.news.text()
        window.above.news.acted.emit()
        room = synced.room("look", window)
        assert "copied between computers" in room.place.text()
        assert room.place.isVisible()
        assert not synced.window().above.news.isVisible()


def test_a_usual_folder_is_not_minded(kept: Kept) -> None:
    window = kept.window()
    assert not window.above.news.isVisible()
    assert not kept.room("look", window).place.isVisible()


# how it opens


def test_a_new_passphrase_opens_the_diary_and_the_old_one_no_more(kept: Kept, qtbot: QtBot) -> None:
    room = kept.room("opening")
    QTest.keyClicks(room.passphrase, "five other words are here")
    QTest.keyClicks(room.again, "five other words are heer")
    click(room.set_passphrase)
    assert "not the same" in room.passphrase_said.text()
    assert opens_by_passphrase(kept, PASSPHRASE)
    room.again.clear()
    QTest.keyClicks(room.again, "five other words are here")
    click(room.set_passphrase)
    qtbot.waitUntil(lambda: "opens the diary" in room.passphrase_said.text())
    assert opens_by_passphrase(kept, "five other words are here")
    assert not opens_by_passphrase(kept, PASSPHRASE)
    assert room.passphrase.text() == room.again.text() == ""


def test_the_code_can_be_checked_without_being_shown(kept: Kept, qtbot: QtBot) -> None:
    room = kept.room("opening")
    QTest.keyClicks(room.code, kept.code)
    click(room.check)
    qtbot.waitUntil(lambda: "This code opens your diary" in room.code_said.text())
    assert room.code.text() == ""
    QTest.keyClicks(room.code, kept.code[:-1])
    click(room.check)
    qtbot.waitUntil(lambda: "48 digits" in room.code_said.text())


def test_a_new_code_counts_only_after_two_groups_came_back(kept: Kept, qtbot: QtBot) -> None:
    room = kept.room("opening")
    click(room.make_code)
    assert opens_by_code(kept, kept.code)
    click(room.new_code.next)
    QTest.keyClicks(room.new_code.first, "000000")
    click(room.new_code.check)
    assert "is another one" in room.new_code.notice.text()
    assert opens_by_code(kept, kept.code)
    click(room.new_code.again)
    code = write_paper(room.new_code)
    qtbot.waitUntil(lambda: "The new code opens" in room.new_code_said.text())
    assert opens_by_code(kept, code)
    assert not opens_by_code(kept, kept.code)
    assert "".join(it.text() for it in room.new_code._groups) == ""


def test_a_new_key_locks_an_old_copy_out_and_keeps_every_note(kept: Kept, qtbot: QtBot) -> None:
    old = kept.diary.key
    window = kept.window()
    room = kept.room("opening", window)
    click(room.make_key)
    assert "Type a passphrase" in room.key_said.text()
    QTest.keyClicks(room.key_passphrase, PASSPHRASE)
    click(room.make_key)
    qtbot.waitUntil(lambda: "Backups made before keep the old key" in room.key_said.text())
    with qtbot.waitSignal(window.given_up):
        code = write_paper(room.key_code)
    diary = kept.do_what_was_given_up_for()
    assert diary is not None
    assert diary.key != old
    assert [it.text for it in diary.notes.newest(kept.therapy.id, 9)] == ["note 2", "note 1", "note 0"]
    assert opens_by_code(kept, code)
    assert opens_by_passphrase(kept, PASSPHRASE)
    assert not opens_by_code(kept, kept.code)


@pytest.fixture
def by_itself(
    keyring: KeyringSession,  # noqa: ARG001 - the key lies in it
    tmp_path: Path,
    theme: Theme,
    preferences: Preferences,
    qtbot: QtBot,
) -> Iterator[Kept]:
    """A diary that opens by itself, with a real keyring."""
    yield from keep(tmp_path / "folder", Keyring(), theme, preferences, qtbot)


@pytest.mark.keyring_daemon
def test_opening_by_itself_can_be_ended_once_there_is_a_passphrase(by_itself: Kept, qtbot: QtBot) -> None:
    room = by_itself.room("opening")
    assert room.needs_passphrase.isVisible()
    assert not room.stop.isEnabled()
    QTest.keyClicks(room.passphrase, PASSPHRASE)
    QTest.keyClicks(room.again, PASSPHRASE)
    click(room.set_passphrase)
    qtbot.waitUntil(room.stop.isEnabled)
    assert "still opens by itself" in room.passphrase_said.text()
    room.passphrase_said.acted.emit()
    qtbot.waitUntil(lambda: "asks for the passphrase" in room.itself_said.text())
    assert opening.ways(by_itself.folder) == {WayIn.PASSPHRASE, WayIn.RECOVERY}
    click(room.remember)
    qtbot.waitUntil(lambda: "opens by itself here" in room.itself_said.text())
    assert WayIn.KEYRING in opening.ways(by_itself.folder)
    opening.open_with_keyring(by_itself.folder, asking.start_keyring_read(by_itself.folder)).close()


@pytest.mark.keyring_daemon
def test_where_it_opens_by_itself_the_room_says_what_a_lock_is(by_itself: Kept) -> None:
    window = by_itself.window()
    room = by_itself.room("locking", window)
    assert "whoever sits here can open it again" in room.curtain.text()
    room.curtain.acted.emit()
    assert window.page is not None
    assert window.page.bookmark() == "opening"


# backups


def test_a_backup_can_be_made_seen_and_looked_through_again(kept: Kept, qtbot: QtBot) -> None:
    room = kept.room("backups")
    qtbot.waitUntil(lambda: "no backup yet" in room.state.text())
    click(room.make)
    qtbot.waitUntil(lambda: room.list.count() == 1)
    assert "3 note" in room.state.text()
    assert "3 note" in room.list.item(0).text()
    assert "seen to open" in room.list.item(0).text()
    room.list.setCurrentRow(0)
    click(room.check)
    qtbot.waitUntil(lambda: "every page of it is whole" in room.list_said.text())


def test_a_copy_goes_where_the_person_wants_and_over_nothing(
    kept: Kept, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(stick / "mine"), ""))
    room = kept.room("backups")
    click(room.copy)
    qtbot.waitUntil(lambda: "It holds 3 note" in room.state_said.text())
    assert [it.name for it in stick.iterdir()] == ["mine.diarybackup"]
    click(room.copy)
    qtbot.waitUntil(lambda: "a file of this name already" in room.state_said.text())


def test_a_restore_shows_first_what_it_brings_and_can_be_taken_back(kept: Kept, qtbot: QtBot) -> None:
    make_backup(kept.folder, kept.diary.file, kept.diary.key, NOON)
    with kept.diary.change():
        kept.diary.notes.write(kept.therapy.id, "later", NOON)
    window = kept.window()
    room = kept.room("backups", window)
    qtbot.waitUntil(lambda: room.list.count() == 1)
    assert not room.undo.isVisible()
    room.list.setCurrentRow(0)
    click(room.bring_back)
    qtbot.waitUntil(room.panel.restore.isVisible)
    assert "holds 3 note" in room.panel.what.text()
    assert "Now there are 4 note" in room.panel.what.text()
    window.resize(900, 640)
    click(room.bring_back)
    qtbot.waitUntil(lambda: not room.panel.restore.visibleRegion().isEmpty())
    with qtbot.waitSignal(window.given_up):
        click(room.panel.restore)
    restored = kept.do_what_was_given_up_for()
    assert restored is not None
    assert restored.counts()["notes"] == 3
    window = kept.window()
    room = kept.room("backups", window)
    with qtbot.waitSignal(window.given_up):
        click(room.undo)
    back = kept.do_what_was_given_up_for()
    assert back is not None
    assert back.counts()["notes"] == 4


def test_what_a_restore_put_aside_goes_only_after_a_second_word(kept: Kept, qtbot: QtBot) -> None:
    made = make_backup(kept.folder, kept.diary.file, kept.diary.key, NOON)
    before = kept.folder.vault()
    room = kept.room("backups")
    assert not room.let_go.isVisible()
    room.panel.begin(made.file)
    qtbot.waitUntil(room.panel.restore.isVisible)
    with qtbot.waitSignal(room.diary_given_up):
        click(room.panel.restore)
    assert kept.do_what_was_given_up_for() is not None
    room = kept.room("backups")
    assert room.undo.isVisible()
    click(room.let_go)
    assert before.path.exists()
    room.aside_said.acted.emit()
    qtbot.waitUntil(lambda: "is removed" in room.aside_said.text())
    assert not room.undo.isVisible()
    assert not room.let_go.isVisible()
    assert [it.name for it in kept.folder.vaults.iterdir()] == [kept.folder.vault().id]
    assert opens_by_passphrase(kept, PASSPHRASE)


@pytest.mark.keyring_daemon
def test_removing_what_was_put_aside_leaves_the_key_of_the_diary_in_the_keyring(
    by_itself: Kept, qtbot: QtBot
) -> None:
    made = make_backup(by_itself.folder, by_itself.diary.file, by_itself.diary.key, NOON)
    room = by_itself.room("backups")
    room.panel.begin(made.file)
    qtbot.waitUntil(room.panel.restore.isVisible)
    with qtbot.waitSignal(room.diary_given_up):
        click(room.panel.restore)
    assert by_itself.do_what_was_given_up_for() is not None
    erase_put_aside(by_itself.folder, NOON)
    opening.open_with_keyring(by_itself.folder, asking.start_keyring_read(by_itself.folder)).close()


def test_a_restore_that_is_left_leaves_nothing(kept: Kept, qtbot: QtBot) -> None:
    made = make_backup(kept.folder, kept.diary.file, kept.diary.key, NOON)
    room = kept.room("backups")
    room.panel.begin(made.file)
    qtbot.waitUntil(room.panel.restore.isVisible)
    assert len(list(kept.folder.vaults.iterdir())) == 2
    click(room.panel.leave)
    assert [it.name for it in kept.folder.vaults.iterdir()] == [kept.folder.vault().id]


def test_a_backup_of_another_diary_asks_for_what_opens_it(kept: Kept, tmp_path: Path, qtbot: QtBot) -> None:
    from therapy_diary.vault.folder import DiaryFolder

    other = DiaryFolder(tmp_path / "other")
    diary, code = opening.begin(other, now=lambda: NOON, way=opening.Passphrase(text="its own words"))
    made = make_backup(other, diary.file, diary.key, NOON)
    diary.close()
    room = kept.room("backups")
    room.panel.begin(made.file)
    qtbot.waitUntil(room.panel.typed.isVisible)
    QTest.keyClicks(room.panel.typed, "not its words")
    click(room.panel.look)
    qtbot.waitUntil(lambda: "does not open the diary" in room.panel.notice.text())
    room.panel.typed.setText(code.text)
    click(room.panel.look)
    qtbot.waitUntil(room.panel.restore.isVisible)
    assert "holds 0 note" in room.panel.what.text()


def test_a_damaged_backup_is_refused_in_a_sentence(kept: Kept, qtbot: QtBot) -> None:
    made = make_backup(kept.folder, kept.diary.file, kept.diary.key, NOON)
    spoiled = bytearray(made.file.read_bytes())
    spoiled[len(spoiled) // 2] ^= 1
    made.file.write_bytes(spoiled)
    room = kept.room("backups")
    room.panel.begin(made.file)
    qtbot.waitUntil(lambda: "This backup is damaged" in room.panel.notice.text())
    assert not room.panel.restore.isVisible()


def test_a_backup_that_holds_much_less_is_pointed_out(kept: Kept, qtbot: QtBot) -> None:
    with kept.diary.change():
        for number in range(20):
            kept.diary.notes.write(kept.therapy.id, f"more {number}", NOON)
    make_backup(kept.folder, kept.diary.file, kept.diary.key, NOON)
    with kept.diary.change():
        kept.diary.therapies.remove(kept.therapy.id)
        kept.diary.therapies.begin(label="Anew", started_on=NOON.date())
    make_backup(kept.folder, kept.diary.file, kept.diary.key, NOON + timedelta(days=1))
    room = kept.room("backups")
    qtbot.waitUntil(lambda: "holds much less" in room.list_said.text())


def test_what_was_written_is_backed_up_by_itself_an_hour_apart(kept: Kept, qtbot: QtBot) -> None:
    window = kept.window()
    assert window.steady is not None
    with kept.diary.change():
        kept.diary.notes.write(kept.therapy.id, "today", NOON)
    assert window.steady.waits
    with qtbot.waitSignal(window.steady.said) as said:
        window.steady.make_if_due()
    assert said.args == ["Backed up on this computer."]
    (made,) = backups(kept.folder, kept.diary.key)
    assert made.summary is not None
    assert made.summary.counts["notes"] == 4
    assert not window.steady.waits
    with kept.diary.change():
        kept.diary.notes.write(kept.therapy.id, "today again", NOON)
    window.steady.make_if_due()
    qtbot.waitUntil(lambda: window.steady is not None and window.steady.waits)
    assert len(backups(kept.folder, kept.diary.key)) == 1


def test_what_was_written_last_before_the_program_was_closed_is_looked_for_at_the_next_start(
    kept: Kept,
) -> None:
    window = kept.window()
    assert window.steady is not None
    assert window.steady.waits


def test_after_a_new_key_the_older_backups_are_shown_and_made_again(kept: Kept, qtbot: QtBot) -> None:
    make_backup(kept.folder, kept.diary.file, kept.diary.key, NOON)
    window = kept.window()
    room = kept.room("opening", window)
    QTest.keyClicks(room.key_passphrase, "quite another one")
    click(room.make_key)
    qtbot.waitUntil(room.key_again.isVisible)
    assert "not the present passphrase" in room.key_said.text()
    assert not room.key_code.isVisible()
    QTest.keyClicks(room.key_again, "quite another one")
    click(room.make_key)
    with qtbot.waitSignal(window.given_up):
        write_paper(room.key_code)
    assert kept.do_what_was_given_up_for() is not None
    window = kept.window()
    window.file_news.mind_older_keys()

    def it_is_said() -> None:  # as an assertion, so that a failure shows what was said instead
        assert "1 backup(s) still open with an older key" in window.above.news.text()

    qtbot.waitUntil(it_is_said)
    room = kept.room("backups", window)
    qtbot.waitUntil(room.older.isVisible)
    QTest.keyClicks(room.older.typed, "quite another one")
    click(room.older.again)
    qtbot.waitUntil(lambda: "does not open the diary" in room.older.said.text())
    room.older.typed.setText(PASSPHRASE)
    click(room.older.again)
    qtbot.waitUntil(lambda: "1 backup(s) now open with the present key" in room.list_said.text())
    qtbot.waitUntil(lambda: not room.older.isVisible())
    assert "3 note" in room.list.item(0).text()


def test_a_backup_goes_only_after_a_second_word(kept: Kept, qtbot: QtBot) -> None:
    made = make_backup(kept.folder, kept.diary.file, kept.diary.key, NOON)
    room = kept.room("backups")
    qtbot.waitUntil(lambda: room.list.count() == 1)
    room.list.setCurrentRow(0)
    click(room.remove)
    assert "gone for good" in room.list_said.text()
    assert made.file.exists()
    room.list_said.acted.emit()
    qtbot.waitUntil(lambda: room.list.count() == 0)
    assert not made.file.exists()


def test_what_is_looked_at_beside_the_window_tells_nothing_once_the_diary_is_closed(
    kept: Kept, qtbot: QtBot
) -> None:
    make_backup(kept.folder, kept.diary.file, kept.diary.key, NOON)
    window = kept.window()
    window.file_news.look_through()
    window.file_news.mind_older_keys()
    with qtbot.waitSignal(window.given_up):
        window.give_up(WhileClosed(lambda: None))
    done: list[object] = []
    kept.safe.background.run(lambda: None, done.append)  # one after the other: then the looks are over
    qtbot.waitUntil(lambda: bool(done))  # an answer that meets a closed diary fails this test


def test_an_automatic_backup_that_holds_much_less_is_said_in_the_window(kept: Kept, qtbot: QtBot) -> None:
    with kept.diary.change():
        for number in range(20):
            kept.diary.notes.write(kept.therapy.id, f"more {number}", NOON)
    make_backup(kept.folder, kept.diary.file, kept.diary.key, NOON - timedelta(days=1))
    window = kept.window()
    with kept.diary.change():
        kept.diary.therapies.remove(kept.therapy.id)
    assert window.steady is not None
    with qtbot.waitSignal(window.steady.said):
        window.steady.make_if_due()
    assert "much less" in window.above.news.text()


# contacts


def test_contacts_are_added_changed_checked_and_removed(kept: Kept) -> None:
    window = kept.window()
    room = kept.room("contacts", window)
    assert room.none_yet.isVisible()
    click(room.add_it)
    assert "are needed" in room.one_said.text()
    QTest.keyClicks(room.label, "Dana")
    QTest.keyClicks(room.reach, "050 000 00 00")
    click(room.add_it)
    assert "Dana" in room.list.item(0).text()
    assert "4 March 2026" in room.list.item(0).text()
    room.list.setCurrentRow(0)
    room.hours.setText("evenings")
    click(room.change)
    (contact,) = kept.diary.contacts.all()
    assert (contact.label, contact.hours) == ("Dana", "evenings")
    window.show_subject("too_much", None)
    assert window.page is not None
    assert "Dana" in words_on(window.page)
    room = kept.room("contacts", window)
    room.list.setCurrentRow(0)
    click(room.remove)
    assert kept.diary.contacts.all() == []


def test_a_contact_that_is_half_typed_is_there_after_a_lock(kept: Kept, qtbot: QtBot) -> None:
    window = kept.window()
    room = kept.room("contacts", window)
    QTest.keyClicks(room.label, "Dana")
    QTest.keyClicks(room.reach, "by ph")
    room.kind.setCurrentIndex(0)
    room.kind.activated.emit(0)
    with qtbot.waitSignal(window.locked):
        window.lock()
    kept.diary = opening.open_with_passphrase(kept.folder, PASSPHRASE)
    window = kept.window()
    assert window.page is not None
    assert window.page.bookmark() == "contacts"
    room = window.page.room("contacts")  # type: ignore[attr-defined]
    assert (room.label.text(), room.reach.text(), room.kind.currentIndex()) == ("Dana", "by ph", 0)
    QTest.keyClicks(room.reach, "one")
    click(room.add_it)
    assert [(it.label, it.reach) for it in kept.diary.contacts.all()] == [("Dana", "by phone")]
    assert kept.diary.drafts.at("contact:new") is None
    assert room.label.text() == ""


def test_a_contact_looked_at_long_ago_is_asked_about(kept: Kept) -> None:
    with kept.diary.change():
        long_ago = (NOON - timedelta(days=400)).date()
        kept.diary.contacts.add("Dana", "phone", ContactKind.PERSON, checked_on=long_ago)
    room = kept.room("contacts")
    assert "still right?" in room.list.item(0).text()
    room.list.setCurrentRow(0)
    click(room.checked)
    assert "still right?" not in room.list.item(0).text()


def test_only_a_tick_puts_contacts_on_the_lock_page_and_taking_it_away_removes_them(kept: Kept) -> None:
    room = kept.room("contacts")
    room.label.setText("Dana")
    room.reach.setText("050")
    click(room.add_it)
    assert on_lock_page(kept.folder) == []
    assert "not encrypted" in room.lock_page_said.text()
    click(room.on_lock_page)
    assert on_lock_page(kept.folder) == ["Dana: 050"]
    room.list.setCurrentRow(0)
    room.reach.setText("051")
    click(room.change)
    assert on_lock_page(kept.folder) == ["Dana: 051"]
    click(room.on_lock_page)
    assert on_lock_page(kept.folder) == []
    assert b"Dana" not in b"".join(it.read_bytes() for it in kept.folder.path.rglob("*") if it.is_file())


# deleting


def test_a_therapy_goes_only_after_the_word_was_typed(kept: Kept) -> None:
    with kept.diary.change():
        kept.diary.therapies.begin(label="Another", started_on=NOON.date())
        kept.diary.drafts.keep("note:1", "half", 0, NOON)
    room = kept.room("delete")
    room.therapy.setCurrentIndex(room.therapy.findText("With N."))
    click(room.delete_therapy)
    assert "With N." in room.twice.said.text()
    assert not room.twice.go.isEnabled()
    QTest.keyClicks(room.twice.typed, "delet")
    assert not room.twice.go.isEnabled()
    QTest.keyClicks(room.twice.typed, "e")
    click(room.twice.go)
    assert [it.label for it in kept.diary.therapies.all()] == ["Another"]
    assert kept.diary.counts()["notes"] == 0
    assert kept.diary.drafts.all() == []
    assert kept.diary.examine().whole


def test_after_the_only_therapy_went_nothing_of_it_is_left_and_a_new_one_is_asked_about(
    kept: Kept, qtbot: QtBot
) -> None:
    window = kept.window()
    room = kept.room("delete", window)
    click(room.delete_therapy)
    QTest.keyClicks(room.twice.typed, "delete")
    with qtbot.waitSignal(window.given_up):
        click(room.twice.go)
    diary = kept.do_what_was_given_up_for()
    assert diary is not None
    assert diary.therapies.all() == []  # the program asks about one: tests/qt/test_first_run.py
    assert set(diary.counts().values()) == {0}
    diary.close()
    with closing(connect(kept.folder.vault().file, diary.key)) as opened:
        left = [name for name, count in rows(opened).items() if count]
    assert {it for it in left if not it.endswith(OF_AN_INDEX)} <= {"meta"}


def test_everything_goes_with_its_keys_and_a_new_diary_can_begin(kept: Kept, qtbot: QtBot) -> None:
    make_backup(kept.folder, kept.diary.file, kept.diary.key, NOON)
    window = kept.window()
    room = kept.room("delete", window)
    click(room.delete_everything)
    assert "3 note" in room.twice_everything.said.text()
    click(room.twice_everything.stay)
    assert kept.folder.has_diary()
    click(room.delete_everything)
    QTest.keyClicks(room.twice_everything.typed, "DELETE")
    with qtbot.waitSignal(window.given_up):
        click(room.twice_everything.go)
    assert kept.do_what_was_given_up_for() is None
    assert not kept.folder.has_diary()
    assert not kept.folder.backups.exists()
    assert list(kept.folder.vaults.iterdir()) == []
    with closing(opening.begin(kept.folder, now=lambda: NOON, way=opening.Passphrase(text="anew"))[0]) as new:
        assert isinstance(new, Diary)
