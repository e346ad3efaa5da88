"""Pictures in a note: pasted or dropped into the encrypted file, seen, described, and never lost by accident."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.conftest import KEY, NOON
from tests.qt.audit import tab_cycle, unnamed_controls
from tests.qt.hands import CONTROL, type_in
from tests.qt.paintings import as_file, bomb, painting
from therapy_diary.desktop.pictures import LARGEST_FILE, LONGEST_SIDE, PictureRefused, Why
from therapy_diary.domain.note import Note
from therapy_diary.domain.pointing import files_named
from therapy_diary.domain.therapy import Therapy
from therapy_diary.exchange.found import Why as WhyLeft
from therapy_diary.exchange.sentences import reason
from therapy_diary.storage.attachments import LARGEST, Attachment
from therapy_diary.storage.diary import Diary
from therapy_diary.views.note.picture_words import refusal_in_words
from therapy_diary.views.page import Desk, Page
from therapy_diary.views.session_note import SessionNotePage

pytestmark = pytest.mark.thorough

Shown = Callable[[Page], Page]
ROOT = Path(__file__).parents[2]


@pytest.fixture
def page(desk: Desk, therapy: Therapy, shown: Shown) -> Iterator[SessionNotePage]:
    assert therapy
    page = SessionNotePage(desk)
    shown(page)
    yield page
    page.keep()  # as the window does when it closes


def paste(page: SessionNotePage, data: QMimeData, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setMimeData(data)
    page.form.text.setFocus()
    qtbot.keyClick(page.form.text, Qt.Key.Key_V, CONTROL)


def pasted(page: SessionNotePage, image: QImage, qtbot: QtBot) -> str:
    """Paste a picture and wait until it stands in the text; its name."""
    before = files_named(page.form.text.text())
    data = QMimeData()
    data.setImageData(image)
    paste(page, data, qtbot)
    qtbot.waitUntil(lambda: bool(files_named(page.form.text.text()) - before))
    (name,) = files_named(page.form.text.text()) - before
    return name


def drop(page: SessionNotePage, files: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(it)) for it in files])
    view, copy = page.form.text.viewport(), Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(view, QDragEnterEvent(view.rect().center(), copy, data, left, none))
    QApplication.sendEvent(view, QDropEvent(QPointF(view.rect().center()), copy, data, left, none))


def kept(diary: Diary, therapy: Therapy) -> tuple[Note, list[Attachment]]:
    """The newest note, whole, and what belongs to it."""
    note = diary.notes.get(diary.notes.newest(therapy.id, 1)[0].id)
    return note, diary.attachments.of(note.id)


def test_a_pasted_picture_is_in_the_encrypted_file_and_nowhere_else(
    page: SessionNotePage, diary: Diary, therapy: Therapy, tmp_path: Path, qtbot: QtBot
) -> None:
    type_in(page.form.text, "By the lake", qtbot)
    name = pasted(page, painting(), qtbot)
    assert page.form.text.text() == f"By the lake\n![](attachment:{name})\n"
    assert "The picture is in the note, " in page.form.quiet.text()
    page.keep()
    note, (file,) = kept(diary, therapy)
    assert files_named(note.text) == {file.name} == {name}
    assert QImage.fromData(diary.attachments.content(file.id)).size() == painting().size()
    assert {it.name for it in tmp_path.iterdir()} <= {"diary.db", "diary.db-journal", "settings.ini"}
    assert diary.draft_attachments.places() == set()


def test_a_picture_is_on_the_disk_with_its_draft_within_two_seconds_and_back_after_a_crash(
    page: SessionNotePage,
    desk: Desk,
    diary: Diary,
    therapy: Therapy,
    tmp_path: Path,
    shown: Shown,
    qtbot: QtBot,
) -> None:
    name = pasted(page, painting(), qtbot)
    type_in(page.form.text, "and words", qtbot)
    qtbot.waitUntil(lambda: any("and words" in it.text for it in diary.drafts.all()))
    other = Diary.open(tmp_path / "diary.db", key=KEY)  # what a crash would leave
    assert other.draft_attachments.named("note:new", name) is not None
    other.close()
    again = SessionNotePage(desk)  # as the next start of the program would
    shown(again)
    assert name in again.form.text.text()
    again.keep()
    _, (file,) = kept(diary, therapy)
    assert file.name == name


def test_a_picture_taken_out_is_there_again_after_undo_before_and_after_the_note_is_kept(
    page: SessionNotePage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    type_in(page.form.text, "words", qtbot)
    name = pasted(page, painting(), qtbot)
    text = page.form.text
    text.setTextCursor(text.cursor_at(text.text().index("![")))
    qtbot.keyClick(text, Qt.Key.Key_Delete)
    assert name not in text.text()
    page.keep()
    assert kept(diary, therapy)[1] == []
    page.hide()
    page.show()
    qtbot.keyClick(text, Qt.Key.Key_Z, CONTROL)
    assert name in text.text()
    page.keep()
    _, (file,) = kept(diary, therapy)
    assert file.name == name


def test_a_picture_stays_as_long_as_an_earlier_version_shows_it(
    page: SessionNotePage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    name = pasted(page, painting(), qtbot)
    page.keep()
    text = page.form.text
    text.setTextCursor(text.cursor_at(0))
    qtbot.keyClick(text, Qt.Key.Key_Backspace)
    type_in(text, "without", qtbot)
    page.keep()
    note, (file,) = kept(diary, therapy)
    assert name == file.name
    assert name not in note.text
    for number in range(51):
        with diary.change():
            diary.notes.rewrite(note.id, f"{number}", NOON, title="", session=None, kind=note.kind)
    assert diary.attachments.of(note.id) == []


def test_what_was_never_kept_goes_when_another_note_is_opened(
    page: SessionNotePage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    type_in(page.form.text, "words", qtbot)
    pasted(page, painting(), qtbot)
    qtbot.keyClick(page.form.text, Qt.Key.Key_Z, CONTROL)
    page.keep()
    page.show_subject(None)
    assert diary.draft_attachments.places() == set()
    assert kept(diary, therapy)[1] == []


def test_dropped_files_are_taken_by_their_content_and_nothing_else_of_them(
    page: SessionNotePage, diary: Diary, therapy: Therapy, tmp_path: Path, qtbot: QtBot
) -> None:
    photo = tmp_path / "My secret place.jpg"
    photo.write_bytes(as_file(painting(4000, 3000), "jpeg", remark="taken at the clinic"))
    drop(page, [photo])
    qtbot.waitUntil(lambda: bool(files_named(page.form.text.text())))
    page.keep()
    note, (file,) = kept(diary, therapy)
    content = diary.attachments.content(file.id)
    assert file.media == "image/jpeg"
    assert max(QImage.fromData(content).width(), 0) == LONGEST_SIDE
    assert b"clinic" not in content
    assert "secret" not in note.text + file.name
    assert photo.exists()


def test_a_picture_out_of_a_browser_is_not_its_address(
    page: SessionNotePage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    data = QMimeData()
    data.setHtml("<img src='https://example.org/a.png'>")
    data.setData("image/png", as_file(painting(), "png"))
    paste(page, data, qtbot)
    qtbot.waitUntil(lambda: bool(files_named(page.form.text.text())))
    assert "example" not in page.form.text.text()
    page.keep()
    assert len(kept(diary, therapy)[1]) == 1


def test_words_that_come_with_a_picture_are_pasted_as_words(page: SessionNotePage, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setText("from a table")
    data.setImageData(painting())
    paste(page, data, qtbot)
    assert page.form.text.text() == "from a table"


REFUSED = {
    "of another kind than it says": (
        "a.png",
        as_file(painting(), "jpeg"),
        "The file says PNG and holds JPEG",
    ),
    "a page of the web": ("a.png", b"<html><body>hello</body></html>", "This is no picture"),
    "a drawing with a program in it": (
        "a.svg",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        "This is no picture",
    ),
    "a text": ("a.png", b"words", "This is no picture"),
    "a bomb": ("a.png", bomb(30_000), "at most 50 million pixels"),
    "a bomb of fine colours": ("a.png", bomb(6_500, depth=16, colour=6), "at most 50 million pixels"),
    "cut off": ("a.png", as_file(painting(), "png")[:200], "The picture is damaged"),
    "only the beginning": ("a.jpg", b"\xff\xd8\xff\xe0", "The picture is damaged"),
    "too large a file": ("a.bmp", b"BM" + bytes(LARGEST_FILE), "at most 26.2 MB"),
    "not there": ("gone.png", None, "The file could not be read"),
}


@pytest.mark.qt_log_ignore("libpng error", "Corrupt JPEG", "JPEG datastream")
@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_picture_is_refused_in_a_sentence_and_nothing_is_stored(
    page: SessionNotePage, diary: Diary, tmp_path: Path, case: str, qtbot: QtBot
) -> None:
    name, content, sentence = REFUSED[case]
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content)
    type_in(page.form.text, "words", qtbot)
    drop(page, [file])
    qtbot.waitUntil(lambda: sentence in page.form.quiet.text())
    assert page.form.text.text() == "words"
    page.keep()
    assert diary.counts()["attachments"] == 0
    assert diary.draft_attachments.places() == set()


def test_a_file_too_large_to_bring_along_is_told_the_same_number_as_one_too_large_to_drop() -> None:
    assert LARGEST == LARGEST_FILE
    told = refusal_in_words(PictureRefused(Why.TOO_LARGE))
    assert reason(WhyLeft.FILE_TOO_LARGE) == "the file is larger than 26.2 MB"
    assert "at most 26.2 MB" in told


def test_a_bomb_takes_no_memory(tmp_path: Path) -> None:
    """In a process of its own, which says how much it took at most."""
    for number, content in enumerate((bomb(60_000), bomb(7_000, depth=16, colour=6))):
        (tmp_path / f"{number}.png").write_bytes(content)
    program = (
        "import resource, sys; from pathlib import Path\n"
        "from therapy_diary.desktop.pictures import PictureRefused, redrawn\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        f"for file in sorted(Path({str(tmp_path)!r}).glob('*.png')):\n"
        "    try: redrawn(file.read_bytes(), file.name)\n"
        "    except PictureRefused as error: print(error.why)\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20_000)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout.split("\n")[:3] == ["too many pixels", "too many pixels", "True"], done.stderr


def test_typing_at_a_picture_goes_on_below_it_and_arrows_pass_it_in_one_step(
    page: SessionNotePage, qtbot: QtBot
) -> None:
    type_in(page.form.text, "one", qtbot)
    name = pasted(page, painting(), qtbot)
    text = page.form.text
    text.setTextCursor(text.cursor_at(3))
    qtbot.keyClick(text, Qt.Key.Key_Right)
    qtbot.keyClick(text, Qt.Key.Key_Right)
    assert text.textCursor().atBlockEnd()
    type_in(text, "two", qtbot)
    assert text.text() == f"one\n![](attachment:{name})\ntwo\n"
    qtbot.keyClick(text, Qt.Key.Key_Home)
    qtbot.keyClick(text, Qt.Key.Key_Backspace)  # steps onto the picture and does not glue words to it
    assert text.text() == f"one\n![](attachment:{name})\ntwo\n"
    qtbot.keyClick(text, Qt.Key.Key_Backspace)
    assert text.text() == "one\n\ntwo\n"


def test_a_picture_is_described_where_it_is_asked_and_opens_large_with_its_words(
    page: SessionNotePage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    name = pasted(page, painting(), qtbot)
    tools, text = page.tools, page.form.text
    assert tools.description.isVisible()
    assert text.hasFocus()  # asked, and not in the way
    type_in(tools.description.field, "The lake [from above]", qtbot)
    qtbot.keyClick(tools.description.field, Qt.Key.Key_Return)
    assert text.text().startswith(f"![The lake \\[from above\\]](attachment:{name})")
    text.setTextCursor(text.cursor_at(0))
    qtbot.keyClick(text, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(tools.view.isVisible)
    assert tools.view.canvas.accessibleName() == "The lake [from above]"
    assert "400 × 300 pixels" in tools.view.size_label.text()
    assert unnamed_controls(page) == []
    assert len(tab_cycle(page.window())) > 1
    tools.view.words.selectAll()
    type_in(tools.view.words, "The lake", qtbot)
    qtbot.keyClick(tools.view.words, Qt.Key.Key_Escape)
    assert not tools.view.isVisible()
    assert text.hasFocus()
    page.keep()
    assert kept(diary, therapy)[0].text.startswith(f"![The lake](attachment:{name})")


def test_half_a_description_is_kept_when_the_diary_locks(
    page: SessionNotePage, diary: Diary, qtbot: QtBot
) -> None:
    pasted(page, painting(), qtbot)
    type_in(page.tools.description.field, "half a descr", qtbot)
    page.set_aside()
    assert "half a descr" in diary.drafts.all()[0].text


def test_a_double_click_opens_a_picture(page: SessionNotePage, qtbot: QtBot) -> None:
    pasted(page, painting(), qtbot)
    text = page.form.text
    qtbot.waitUntil(lambda: bool(text.pictures._images))
    box = text.document().documentLayout().blockBoundingRect(text.document().firstBlock())
    qtbot.mouseDClick(text.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint() - QPoint(60, 0))
    qtbot.waitUntil(page.tools.view.isVisible)


def test_a_picture_that_is_gone_says_so_in_its_place(
    page: SessionNotePage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    with diary.change():
        note = diary.notes.write(therapy.id, "![A view](attachment:gone.jpg)", NOON)
    page.show_subject(note)
    qtbot.waitUntil(lambda: "gone.jpg" in page.form.text.pictures._missing)
    page.form.text.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClick(page.form.text, Qt.Key.Key_Return, CONTROL)
    assert page.form.quiet.text() == "This picture is not in the diary any more."


def test_a_bomb_that_was_brought_along_is_not_opened(
    page: SessionNotePage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    with diary.change():
        note = diary.notes.write(therapy.id, "![](attachment:a.png)", NOON)
        diary.attachments.add(note.id, "a.png", "image/png", bomb(30_000), NOON)
    page.show_subject(note)
    qtbot.waitUntil(lambda: "a.png" in page.form.text.pictures._missing)
    assert diary.counts()["attachments"] == 1  # and stays what it is


def test_a_picture_that_cannot_be_written_says_so_and_the_words_stay(
    page: SessionNotePage, diary: Diary, tmp_path: Path, qtbot: QtBot
) -> None:
    from tests.qt.test_session_note import held_by_another_program

    with held_by_another_program(tmp_path):
        page.form.text.insert_as_person("words")
        data = QMimeData()
        data.setImageData(painting())
        page.form.text.insertFromMimeData(data)
        qtbot.waitUntil(page.form.trouble.isVisible)
        assert page.form.text.text() == "words"
    assert diary.draft_attachments.places() == set()
