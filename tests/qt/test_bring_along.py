"""A person who kept a diary elsewhere brings it along: points to it, looks, takes it in, and takes it back."""

import json
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from shiboken6 import isValid

from tests.conftest import NOON
from tests.exchange.conftest import zipped
from tests.qt.a_safe import Kept, click, kept
from therapy_diary.domain.note import Note
from therapy_diary.exchange.errors import ExchangeTrouble, Trouble
from therapy_diary.exchange.report import GoOn
from therapy_diary.storage.diary import Diary
from therapy_diary.views.main_window import MainWindow
from therapy_diary.views.questionnaires import QuestionnairesPage
from therapy_diary.views.rooms.bring import BringRoom
from therapy_diary.views.rooms.long_work import do_beside
from therapy_diary.views.session_note import SessionNotePage
from therapy_diary.views.settings import SettingsPage
from therapy_diary.widgets.under_way import UnderWay

pytestmark = pytest.mark.thorough

__all__ = ["kept"]

DAYS = 40


def day_one(place: Path) -> Path:
    """An export of Day One: forty entries, one of them by night in America, and one that has no date."""
    entries: list[dict[str, object]] = [
        {
            "uuid": f"{day:032X}",
            "creationDate": f"2024-03-{day % 28 + 1:02d}T10:{day:02d}:00Z",
            "text": f"# Day {day}\n\nWords.",
        }
        for day in range(DAYS)
    ]
    entries.append(
        {
            "uuid": "A" * 32,
            "creationDate": "2024-03-02T01:30:00Z",
            "timeZone": "America/New_York",
            "text": "Late",
        }
    )
    entries.append({"uuid": "B" * 32, "text": "No date at all"})
    return zipped(place, {"Journal.json": {"metadata": {"version": "1.0"}, "entries": entries}})


def room_of(kept: Kept) -> BringRoom:
    room = kept.room("bring")
    assert isinstance(room, BringRoom)
    return room


def notes_of(kept: Kept) -> list[Note]:
    return kept.diary.notes.newest(kept.therapy.id, 1000)


def look(kept: Kept, room: BringRoom, place: Path) -> None:
    """Paste the place, press Enter, and wait for what is shown."""
    room.place.clear()
    QTest.keyClicks(room.place, str(place))
    QTest.keyClick(room.place, Qt.Key.Key_Return)
    kept.qtbot.waitUntil(lambda: room.bring.isVisible() or room.source_said.isVisible())


def bring_it(kept: Kept, room: BringRoom) -> None:
    click(room.bring)
    kept.qtbot.waitUntil(lambda: room.source_said.isVisible() or room.bring_said.isVisible())


def test_nothing_is_changed_before_the_person_has_seen_what_would_come(kept: Kept, tmp_path: Path) -> None:
    room = room_of(kept)

    look(kept, room, day_one(tmp_path / "export.zip"))

    assert "Day One" in room.counted.text()
    assert f"found: {DAYS + 2}." in room.counted.text()
    assert f"New: {DAYS + 1}." in room.counted.text()
    assert "2024" in room.span.text()
    assert "Day 0" in room.beginnings.text()
    assert "has no date" in room.left_behind.toPlainText()
    assert len(notes_of(kept)) == 3


def test_it_comes_along_by_its_own_dates_and_can_be_taken_back(kept: Kept, tmp_path: Path) -> None:
    room, place = room_of(kept), day_one(tmp_path / "export.zip")
    look(kept, room, place)

    bring_it(kept, room)

    assert len(notes_of(kept)) == 3 + DAYS + 1
    [late] = [it for it in notes_of(kept) if it.text.startswith("Late")]
    assert late.written_at.isoformat() == "2024-03-01T20:30:00"
    assert room.brought.count() == 1
    with kept.diary.change():  # the window's own connection goes on: what came beside it is no stranger's
        kept.diary.drafts.keep("note", "words", 0, NOON)

    look(kept, room, place)
    assert "New: 0." in room.counted.text()
    assert not room.bring.isEnabled()

    click(room.undo)
    kept.qtbot.waitUntil(room.undo_said.isVisible)
    assert len(notes_of(kept)) == 3
    assert room.brought.count() == 0


def test_what_was_built_on_is_not_taken_back(kept: Kept, tmp_path: Path) -> None:
    room = room_of(kept)
    look(kept, room, day_one(tmp_path / "export.zip"))
    bring_it(kept, room)
    note = next(it for it in notes_of(kept) if it.text.startswith("Late"))
    with kept.diary.change():
        kept.diary.notes.rewrite(note.id, "Late, and changed", NOON, title="", session=None, kind=note.kind)

    click(room.undo)
    kept.qtbot.waitUntil(room.undo_said.isVisible)

    assert "stays" in room.undo_said.text()
    assert len(notes_of(kept)) == 3 + DAYS + 1


@pytest.mark.parametrize(
    ("content", "says"),
    [('{"entries": [', "damaged"), ("JRNLv3 0123", "jrnl --decrypt"), (b"\x89PNG\r\n\x1a\n", "No diary")],
    ids=["broken", "encrypted", "no diary"],
)
def test_what_cannot_be_brought_is_said_in_one_sentence(
    kept: Kept, tmp_path: Path, content: str | bytes, says: str
) -> None:
    room, place = room_of(kept), tmp_path / "export.json"
    place.write_bytes(content if isinstance(content, bytes) else content.encode())

    look(kept, room, place)

    assert says in room.source_said.text()
    assert not room.bring.isVisible()


def drop(on: QWidget, place: Path) -> None:
    """Drag a file over something and let go."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(place))])
    at, copy = QPointF(on.rect().center()), Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(on, QDragEnterEvent(at.toPoint(), copy, data, left, none))
    QApplication.sendEvent(on, QDropEvent(at, copy, data, left, none))


@pytest.mark.parametrize("name", ["today", "timeline", "goals", "session_note", "settings"])
def test_a_file_dropped_anywhere_is_looked_into(kept: Kept, tmp_path: Path, name: str) -> None:
    window = kept.window()
    window.show_subject(name, None)
    assert window.page is not None
    on = window.page.form.text.viewport() if isinstance(window.page, SessionNotePage) else window.page
    if isinstance(window.page, SessionNotePage):
        kept.qtbot.keyClicks(window.page.form.text, "half a word")

    drop(on, day_one(tmp_path / "export.zip"))

    room = room_in(window)
    kept.qtbot.waitUntil(room.bring.isVisible)
    assert f"New: {DAYS + 1}." in room.counted.text()
    assert len([it for it in notes_of(kept) if it.text.startswith("Late")]) == 0
    if name == "session_note":
        assert kept.diary.notes.newest(kept.therapy.id, 1)[0].text == "half a word"


def room_in(window: MainWindow) -> BringRoom:
    page = window.page
    assert isinstance(page, SettingsPage)
    assert page.bookmark() == "bring"
    room = page.room("bring")
    assert isinstance(room, BringRoom)
    return room


def test_a_picture_dropped_on_a_note_goes_into_the_note(kept: Kept, tmp_path: Path) -> None:
    window = kept.window()
    window.show_subject("session_note", None)
    page, place = window.page, tmp_path / "lake.png"
    assert isinstance(page, SessionNotePage)
    image = QImage(20, 10, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    assert image.save(str(place))

    drop(page.form.text.viewport(), place)

    kept.qtbot.waitUntil(lambda: "attachment:" in page.form.text.text())
    assert window.page is page


def test_a_file_dropped_while_something_is_under_way_changes_nothing(kept: Kept, tmp_path: Path) -> None:
    window = kept.window()
    room = kept.room("bring", window)
    box, _ = begin_slowly(room)
    window.show_subject("today", None)

    drop(window, day_one(tmp_path / "export.zip"))
    click(box.stop)
    kept.qtbot.waitUntil(lambda: not isValid(box) or not box.isVisible())

    assert window.page is not None
    assert window.page.name == "today"


def test_what_was_tracked_stands_among_the_questionnaires_until_it_is_taken_back(
    kept: Kept, tmp_path: Path
) -> None:
    place = tmp_path / "data.csv"
    place.write_text(
        "FeatureName,Timestamp,Value,Label,Note\n"
        "Mood,2024-01-05T20:31:00+02:00,3.0,fair,\nMood,2024-01-06T20:31:00+02:00,4.0,good,\n"
    )
    window = kept.window()
    room = kept.room("bring", window)
    look(kept, room, place)
    assert "Mood" in room.rated.text()
    assert room.rated.isVisible()
    bring_it(kept, room)
    assert len(notes_of(kept)) == 3

    window.show_subject("questionnaires", None)
    page = window.page
    assert isinstance(page, QuestionnairesPage)
    [card] = page.cards.values()
    assert card.kept.measure.title == "Mood"
    click(card.history)
    assert [it.isVisible() for it in card.charts.values()] == [True]

    room = kept.room("bring", window)
    click(room.undo)
    kept.qtbot.waitUntil(room.undo_said.isVisible)
    window.show_subject("questionnaires", None)
    assert page.cards == {}


def test_moods_of_ones_own_are_asked_for_with_an_offer(kept: Kept, tmp_path: Path) -> None:
    place = tmp_path / "daylio.csv"
    place.write_text(
        "full_date,date,weekday,time,mood,activities,note_title,note\n"
        "2024-01-05,x,x,18:52,so naja,,,of so naja\n2024-01-06,x,x,18:52,Fog,,,of fog\n"
        "2024-01-07,x,x,18:52,good,,,of good\n2024-01-08,x,x,18:52,Storm,,,of storm\n"
    )
    room = room_of(kept)
    look(kept, room, place)
    offered = {name: box.currentText() for name, box in room.moods.choices.items()}
    assert offered == {"so naja": "3", "Fog": "Leave it open", "good": "4", "Storm": "Leave it open"}
    assert room.moods.choices["Fog"].accessibleName() == "Which step Fog means"

    room.window().activateWindow()
    room.moods.choices["so naja"].setFocus()
    kept.qtbot.waitUntil(room.moods.choices["so naja"].hasFocus)
    QTest.keyClick(room.moods.choices["so naja"], Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is room.moods.choices["Fog"]
    for _ in range(5):
        QTest.keyClick(room.moods.choices["Fog"], Qt.Key.Key_Down)
    assert room.moods.choices["Fog"].currentText() == "1, the hardest"
    bring_it(kept, room)

    moods = {}
    for note in notes_of(kept):
        origin = kept.diary.imports.origin_of(note.id)
        if origin is not None:
            moods[note.text] = (origin.mood, origin.mood_words)
    assert moods == {
        "of so naja": (3, "so naja"),
        "of fog": (1, "Fog"),
        "of good": (4, "good"),
        "of storm": (None, "Storm"),
    }


def test_days_of_rednotebook_can_be_split_at_their_headings(kept: Kept, tmp_path: Path) -> None:
    place = tmp_path / "data"
    place.mkdir()
    (place / "2019-02.txt").write_text(
        '1: {text: "= Morning =\\nUp.\\n= Night =\\nDown."}\n2: {text: Quiet.}\n'
    )
    room = room_of(kept)
    look(kept, room, place)
    assert "found: 2." in room.counted.text()
    assert "found 3, new 3." in room.split.other_way.text()
    assert room.split.tick.isVisible()
    assert not room.split.tick.isChecked()

    click(room.split.tick)
    kept.qtbot.waitUntil(lambda: "found: 3." in room.counted.text())
    assert room.split.tick.isChecked()
    assert "found 2, new 2." in room.split.other_way.text()
    bring_it(kept, room)
    assert {it.title for it in notes_of(kept)} >= {"Morning", "Night"}

    look(kept, room, place)
    assert "New: 0." in room.counted.text()
    assert not room.split.tick.isChecked()


def test_our_own_export_comes_along_whole(kept: Kept, tmp_path: Path) -> None:
    from therapy_diary.exchange.taking import Kind, take

    place = tmp_path / "mine.json"
    take(kept.diary, place, Kind.JSON)
    room = room_of(kept)

    look(kept, room, place)

    assert "Therapy Diary" in room.counted.text()
    assert "New: 0." in room.counted.text()


class Slow:
    """Work that changes the diary, waits half way until it is told to stop, and then takes everything back."""

    def __init__(self) -> None:
        self.half_way = Event()

    def __call__(self, diary: Diary, go_on: GoOn) -> None:
        with diary.quiet_change():
            therapy = diary.therapies.current()
            assert therapy is not None
            diary.notes.write(therapy.id, "half", NOON)
            self.half_way.set()
            while go_on(1):
                Event().wait(0.005)
            raise ExchangeTrouble(Trouble.STOPPED)


def begin_slowly(room: BringRoom) -> tuple[UnderWay, Slow]:
    work = Slow()
    do_beside(room, room.source_said, "Working …", work, lambda _: None, most=100)
    assert work.half_way.wait(10)
    [box] = [it for it in QApplication.topLevelWidgets() if isinstance(it, UnderWay) and it.isVisible()]
    return box, work


@pytest.mark.parametrize("by", ["button", "key"])
def test_it_can_be_stopped_and_leaves_nothing_behind(kept: Kept, by: str) -> None:
    room = room_of(kept)
    box, _ = begin_slowly(room)

    if by == "button":
        click(box.stop)
    else:
        QTest.keyClick(box, Qt.Key.Key_Escape)
    kept.qtbot.waitUntil(room.source_said.isVisible)

    assert room.source_said.text() == "Stopped. Nothing was changed."
    assert len(notes_of(kept)) == 3


def test_a_lock_stops_it_and_is_not_delayed(kept: Kept) -> None:
    window = kept.window()
    room = kept.room("bring", window)
    box, _ = begin_slowly(room)

    with kept.qtbot.waitSignal(window.locked):
        QTest.keyClick(box, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    with pytest.raises(Exception, match=r"closed|Cannot"):
        kept.diary.notes.newest(kept.therapy.id, 1)
    again = Diary.open(kept.folder.vault().file, kept.diary.key)
    assert len(again.notes.newest(kept.therapy.id, 100)) == 3
    again.close()


def test_a_folder_is_dropped_chosen_or_pasted(kept: Kept, tmp_path: Path) -> None:
    folder = tmp_path / "my notes é"
    folder.mkdir()
    (folder / "2019-02-03.md").write_text("By the sea.")
    window = kept.window()
    window.show_subject("today", None)
    drop(window, folder)
    room = room_in(window)
    kept.qtbot.waitUntil(room.bring.isVisible)
    assert "By the sea." in room.beginnings.text()

    click(room.leave)
    click(room.choose_folder)
    [dialog] = window.findChildren(QFileDialog, "choose_diary")
    dialog.selectFile(str(folder))
    dialog.done(QFileDialog.DialogCode.Accepted)
    dialog.fileSelected.emit(str(folder))
    kept.qtbot.waitUntil(room.bring.isVisible)

    click(room.leave)
    QApplication.clipboard().setText(QUrl.fromLocalFile(str(folder)).toEncoded().toStdString())
    room.place.clear()
    room.place.paste()
    click(room.look)
    kept.qtbot.waitUntil(room.bring.isVisible)
    assert "By the sea." in room.beginnings.text()


def test_what_was_pasted_with_quotation_marks_is_found(kept: Kept, tmp_path: Path) -> None:
    place = tmp_path / "jrnl.json"
    place.write_text(
        json.dumps(
            {"tags": {}, "entries": [{"title": "A day", "body": "", "date": "2020-08-29", "time": "11:11"}]}
        )
    )
    room = room_of(kept)
    room.place.setText(f'"{place}"')
    click(room.look)
    kept.qtbot.waitUntil(room.bring.isVisible)
    assert "New: 1." in room.counted.text()
