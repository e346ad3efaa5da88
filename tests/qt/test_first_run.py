from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import NOON
from tests.qt.audit import tab_cycle, unnamed_controls
from therapy_diary.desktop.background import Background
from therapy_diary.desktop.theme import Choice, Theme
from therapy_diary.domain.therapy import Approach
from therapy_diary.keys.keyring_process import State
from therapy_diary.keys.passphrase import Cost
from therapy_diary.storage.diary import Diary
from therapy_diary.vault import opening
from therapy_diary.vault.backup import make_backup
from therapy_diary.vault.folder import DiaryFolder, Hold
from therapy_diary.views.code_paper import page_of
from therapy_diary.views.first_run import FirstRun

CHEAP = Cost(kibibytes=8 * 1024, passes=1, lanes=1)
PASSPHRASE = "four good words here"


@pytest.fixture
def folder(tmp_path: Path) -> DiaryFolder:
    return DiaryFolder(tmp_path / "folder")


@pytest.fixture
def background(theme: Theme) -> Iterator[Background]:
    background = Background(theme)
    yield background
    background.close()


@pytest.fixture
def pages(folder: DiaryFolder, theme: Theme, background: Background, qtbot: QtBot) -> Iterator[FirstRun]:
    held: list[Hold] = []

    def hold() -> None:
        if not held:
            held.append(folder.hold())

    pages = FirstRun(folder, theme=theme, background=background, now=lambda: NOON, hold=hold, cost=CHEAP)
    qtbot.addWidget(pages)
    pages.resize(1280, 832)
    with qtbot.waitExposed(pages):
        pages.show()
    pages.activateWindow()
    yield pages
    for it in held:
        it.release()


def press(key: Qt.Key = Qt.Key.Key_Return) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def write(words: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, words)


def shows(pages: FirstRun, page: QWidget) -> bool:
    return pages.form.steps.currentWidget() is page


def to_the_code(pages: FirstRun, qtbot: QtBot) -> list[str]:
    """From the first page to the recovery code, by keys; the eight groups as shown."""
    press()
    write(PASSPHRASE)
    pages.form.again.setFocus()
    write(PASSPHRASE)
    press()
    qtbot.waitUntil(lambda: shows(pages, pages.form.code))
    return [pages.findChild(QLabel, f"group{place}").text() for place in range(1, 9)]


def to_the_therapy(pages: FirstRun, qtbot: QtBot) -> list[str]:
    groups = to_the_code(pages, qtbot)
    press()
    for label, field in (
        (pages.form.firstLabel, pages.form.first),
        (pages.form.secondLabel, pages.form.second),
    ):
        field.setFocus()
        write(groups[int(label.text().removeprefix("Group ")) - 1])
    press()
    assert shows(pages, pages.form.therapy)
    return groups


def handed_over(pages: FirstRun, qtbot: QtBot, button: QWidget) -> Diary:
    with qtbot.waitSignal(pages.begun) as begun:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    diary = begun.args[0]
    assert isinstance(diary, Diary)
    return diary


def test_by_keys_alone_one_gets_from_nothing_to_a_diary_that_opens_by_both_ways(
    pages: FirstRun, folder: DiaryFolder, qtbot: QtBot
) -> None:
    groups = to_the_therapy(pages, qtbot)
    handed_over(pages, qtbot, pages.form.skip).close()
    opening.open_with_passphrase(folder, PASSPHRASE).close()
    opening.open_with_recovery(folder, " ".join(groups)).close()


def test_nothing_is_on_the_disk_before_the_key_is_made(
    pages: FirstRun, folder: DiaryFolder, qtbot: QtBot
) -> None:
    press()
    write(PASSPHRASE)
    qtbot.waitUntil(lambda: "guess" in pages.form.strength.text())
    assert not folder.path.exists()


def test_two_that_differ_are_not_taken(pages: FirstRun, folder: DiaryFolder) -> None:
    press()
    write(PASSPHRASE)
    pages.form.again.setFocus()
    write("four good words her")
    press()
    assert "not the same" in pages.form.notice.text()
    assert pages.form.again.hasFocus()
    assert pages.form.passphrase.text() == PASSPHRASE
    assert not folder.path.exists()


def test_an_empty_passphrase_is_not_taken(pages: FirstRun, folder: DiaryFolder) -> None:
    press()
    press()
    assert pages.form.notice.text() == "Type a passphrase first."
    assert not folder.path.exists()


@pytest.mark.parametrize(
    ("words", "said"), [("secret", "guessed quickly"), ("lamp orbit wool canal seven", "very hard to guess")]
)
def test_a_hint_in_words_says_how_easily_it_is_guessed(
    pages: FirstRun, qtbot: QtBot, words: str, said: str
) -> None:
    press()
    write(words)
    qtbot.waitUntil(lambda: said in pages.form.strength.text())


def test_a_weak_passphrase_is_the_persons_own_choice(pages: FirstRun, qtbot: QtBot) -> None:
    press()
    write("a")
    pages.form.again.setFocus()
    write("a")
    press()
    qtbot.waitUntil(lambda: shows(pages, pages.form.code))


def test_opening_by_itself_is_offered_only_where_a_keyring_answers(pages: FirstRun) -> None:
    press()
    assert not pages.form.byItself.isVisible()
    pages.offer_keyring(State.LOCKED)
    assert not pages.form.byItself.isVisible()
    pages.offer_keyring(State.OK)
    assert pages.form.byItself.isVisible()
    assert "curtain" in pages.form.byItselfSub.text()
    pages.form.byItself.click()
    assert not pages.form.passphrases.isVisible()


def test_a_wrong_group_is_named_and_the_code_can_be_seen_again(pages: FirstRun, qtbot: QtBot) -> None:
    groups = to_the_code(pages, qtbot)
    press()
    place = pages.form.firstLabel.text().removeprefix("Group ")
    write("123456")
    press()
    assert pages.form.notice.text().startswith(f"Group {place} ")
    assert shows(pages, pages.form.check)
    qtbot.mouseClick(pages.form.back, Qt.MouseButton.LeftButton)
    assert shows(pages, pages.form.code)
    assert pages.findChild(QLabel, "group1").text() == groups[0]


def test_leaving_before_the_code_is_on_paper_leaves_no_diary_behind(
    pages: FirstRun, folder: DiaryFolder, qtbot: QtBot
) -> None:
    to_the_code(pages, qtbot)
    assert folder.has_diary()
    pages.close()
    assert not folder.has_diary()


def test_leaving_after_it_leaves_a_diary_that_opens(
    pages: FirstRun, folder: DiaryFolder, qtbot: QtBot
) -> None:
    to_the_therapy(pages, qtbot)
    pages.close()
    opening.open_with_passphrase(folder, PASSPHRASE).close()


def test_a_skipped_therapy_begins_today_with_nothing_said(pages: FirstRun, qtbot: QtBot) -> None:
    to_the_therapy(pages, qtbot)
    write("half a name")
    diary = handed_over(pages, qtbot, pages.form.skip)
    (therapy,) = diary.therapies.all()
    assert (therapy.label, therapy.therapist_name, therapy.started_on) == ("My therapy", "", NOON.date())
    assert therapy.approach is Approach.UNSURE
    assert diary.settings.of(therapy.id) == []
    diary.close()


def test_what_is_said_about_the_therapy_is_kept(pages: FirstRun, qtbot: QtBot) -> None:
    to_the_therapy(pages, qtbot)
    form = pages.form
    write("Noa")
    form.approach.setCurrentIndex(form.approach.findData(Approach.FOCUSED))
    form.since.setDate(QDate(2026, 1, 6))
    form.weekday.setFocus()
    assert not form.time.isEnabled()
    QTest.keyClicks(form.weekday, "Tue")
    assert form.time.isEnabled()
    form.time.setTime(QTime(17, 30))
    form.reason.setFocus()
    write("Sleep, and this anger.")
    diary = handed_over(pages, qtbot, form.next)
    (therapy,) = diary.therapies.all()
    assert (therapy.label, therapy.therapist_name) == ("With Noa", "Noa")
    assert therapy.approach is Approach.FOCUSED
    assert therapy.started_on == date(2026, 1, 6)
    assert therapy.reason_for_coming == "Sleep, and this anger."
    (setting,) = diary.settings.of(therapy.id)
    assert (setting.weekday, setting.start_time) == (2, time(17, 30))
    diary.close()


def test_a_folder_that_cannot_be_written_is_told_and_nothing_is_lost(
    pages: FirstRun, folder: DiaryFolder
) -> None:
    folder.path.write_text("a file stands where the folder should be")
    press()
    write(PASSPHRASE)
    pages.form.again.setFocus()
    write(PASSPHRASE)
    press()
    assert pages.form.notice.isVisible()
    assert pages.form.passphrase.text() == PASSPHRASE


def test_the_code_can_be_heard(pages: FirstRun, qtbot: QtBot) -> None:
    groups = to_the_code(pages, qtbot)
    assert pages.form.groups.hasFocus()
    assert pages.form.groups.accessibleDescription() == ", ".join(groups)


def test_the_printed_page_does_not_say_what_the_code_opens() -> None:
    from therapy_diary.keys.recovery import new_code

    code = new_code()
    page = page_of(code)
    assert all(group in page for group in code.groups)
    assert "herap" not in page
    assert "iary" not in page


@pytest.mark.parametrize("choice", [Choice.LIGHT, Choice.DARK])
def test_every_step_can_be_used_with_a_screen_reader_and_without_a_mouse(
    pages: FirstRun, theme: Theme, choice: Choice, qtbot: QtBot, qapp: QApplication
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    theme.choose(choice)
    theme.set_text_size(200)
    pages.resize(900, 640)

    def looked_at() -> None:
        qapp.processEvents()
        assert unnamed_controls(pages) == []
        tab_cycle(pages)
        assert pages.form.column.width() <= pages.form.scroll.viewport().width()

    looked_at()
    pages.form.next.setFocus()
    press()
    pages.offer_keyring(State.OK)
    looked_at()
    pages.form.passphrase.setFocus()
    write(PASSPHRASE)
    pages.form.again.setFocus()
    write(PASSPHRASE)
    press()
    qtbot.waitUntil(lambda: shows(pages, pages.form.code))
    looked_at()
    pages.form.next.setFocus()
    press()
    looked_at()


def test_a_backup_from_another_computer_is_brought_in_on_the_first_page(
    pages: FirstRun, folder: DiaryFolder, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = DiaryFolder(tmp_path / "another computer")
    way = opening.Passphrase(text=PASSPHRASE, cost=CHEAP)
    diary, code = opening.begin(there, now=lambda: NOON, way=way)
    with diary.change():
        therapy = diary.therapies.begin(label="With N.", started_on=NOON.date())
        diary.notes.write(therapy.id, "brought along", NOON)
    made = make_backup(there, diary.file, diary.key, NOON)
    diary.close()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(made.file), ""))

    pages.bring.click()
    panel = pages.restoring()
    qtbot.waitUntil(panel.typed.isVisible)
    QTest.keyClicks(panel.typed, "not its words")
    QTest.keyClick(panel.typed, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "does not open the diary" in panel.notice.text())
    assert shows(pages, pages.form.welcome)
    panel.typed.setText(code.text)
    QTest.keyClick(panel.typed, Qt.Key.Key_Return)
    qtbot.waitUntil(panel.restore.isVisible)
    assert "holds 1 note" in panel.what.text()
    assert "put aside" not in panel.notice.text()
    assert not folder.has_diary()
    with qtbot.waitSignal(pages.begun) as begun:
        panel.restore.click()
    (brought,) = begun.args
    assert [it.text for it in brought.notes.newest(therapy.id, 9)] == ["brought along"]
    brought.close()
    opening.open_with_passphrase(folder, PASSPHRASE).close()


def test_a_backup_that_was_looked_at_and_left_leaves_nothing(
    pages: FirstRun, folder: DiaryFolder, tmp_path: Path, qtbot: QtBot
) -> None:
    there = DiaryFolder(tmp_path / "another computer")
    diary, _ = opening.begin(there, now=lambda: NOON, way=opening.Passphrase(text=PASSPHRASE, cost=CHEAP))
    made = make_backup(there, diary.file, diary.key, NOON)
    diary.close()
    panel = pages.restoring()
    panel.begin(made.file)
    qtbot.waitUntil(panel.typed.isVisible)
    qtbot.mouseClick(pages.form.next, Qt.MouseButton.LeftButton)
    assert shows(pages, pages.form.opens)
    assert list(folder.vaults.iterdir()) == []
