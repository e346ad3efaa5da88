"""A person takes the diary out, or a part of it: told first who can read it, and nothing goes along that was not ticked."""

import base64
import csv
import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream
from PySide6.QtCore import QBuffer, QDate, QIODevice, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QCheckBox

from tests.conftest import NOON
from tests.qt.a_safe import Kept, click, kept
from therapy_diary.domain.alliance import STATEMENTS, AllianceRating
from therapy_diary.domain.milestone import MilestoneKind
from therapy_diary.domain.session import SessionState
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.domain.topic import TopicKind
from therapy_diary.exchange.choice import Choice, Part
from therapy_diary.exchange.errors import ExchangeTrouble, Trouble
from therapy_diary.exchange.report import always
from therapy_diary.views.reading_sheet import reading_html
from therapy_diary.views.rooms.take import STEPS, As, TakeRoom, write_out
from therapy_diary.widgets.under_way import UnderWay

pytestmark = pytest.mark.thorough

__all__ = ["kept"]

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def filled(kept: Kept) -> TakeRoom:
    """Notes of two years, one of them kept from paper, a covered topic and one that is not, a rating."""
    diary, therapy = kept.diary, kept.therapy.id
    with diary.change():
        old = diary.notes.write(
            therapy, "# Old\n\n- [x] **done** <b>raw</b>", datetime(2024, 5, 1, 9), title="Of long ago"
        )
        new = diary.notes.write(
            therapy,
            f"It goes on from [Of long ago](note:{old.uid}). ![A bird](attachment:bird.png)",
            NOON,
            title="Of today",
        )
        diary.attachments.add(new.id, "bird.png", "image/png", PIXEL, NOON)
        hidden = diary.notes.write(therapy, "kept from paper, the heron", NOON, title="Heron")
        for it in (old, new):
            diary.notes.mark(it.id, starred=False, never_print=False)
        diary.notes.mark(hidden.id, starred=False, never_print=True)
        plain = diary.topics.add(therapy, "the open topic", NOON.date(), kind=TopicKind.CONTENT)
        covered = diary.topics.add(therapy, "the lighthouse topic", NOON.date(), kind=TopicKind.CONTENT)
        diary._connection.execute("UPDATE topic SET covered = 1 WHERE id = ?", [covered.id])
        assert plain.wording
    room = kept.room("take")
    assert isinstance(room, TakeRoom)
    return room


def choose(room: TakeRoom, kind: As) -> None:
    room.kind.setCurrentIndex(room.kind.findData(str(kind)))
    room.kind.activated.emit(room.kind.currentIndex())


def take(kept: Kept, room: TakeRoom, kind: As, target: Path) -> None:
    choose(room, kind)
    room.take_to(target)
    kept.qtbot.waitUntil(room.said_here.isVisible)


def test_it_says_first_that_anyone_can_read_the_file_and_offers_an_encrypted_copy(kept: Kept) -> None:
    window = kept.window()
    room = kept.room("take", window)
    assert "not encrypted" in " ".join(it.text() for it in room.findChildren(type(room.says)))
    click(room.encrypted)
    assert window.page is not None
    assert window.page.bookmark() == "backups"


def test_a_page_to_read_holds_what_is_not_held_back_and_says_how_much_is(kept: Kept, tmp_path: Path) -> None:
    room = filled(kept)

    take(kept, room, As.PAGE, tmp_path / "out.html")

    page = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert "Of long ago" in page
    assert "☑ <strong>done</strong>" in page
    assert "&lt;b&gt;raw" in page
    assert 'src="data:image/png;base64,' in page
    assert page.index("Of long ago") < page.index("Of today")
    anchor = page.partition('<h2 id="')[2].partition('"')[0]
    assert f'href="#{anchor}"' in page
    assert "the open topic" in page
    for held_back in ("heron", "lighthouse"):
        assert held_back not in page
    assert "4 notes" in room.said_here.text()
    assert (tmp_path / "out.html").stat().st_mode & 0o777 == 0o600


def test_what_is_ticked_goes_along(kept: Kept, tmp_path: Path) -> None:
    room = filled(kept)
    room.never_printed.click()
    room.covered.click()

    take(kept, room, As.PAGE, tmp_path / "out.html")

    page = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert "heron" in page
    assert "lighthouse" in page


def things_of_two_years(kept: Kept) -> TakeRoom:
    """Of each kind of things one of 2024 and one of 2026, and the room to take them out."""
    room, diary, therapy = filled(kept), kept.diary, kept.therapy.id
    with diary.change():
        for day, name in ((date(2024, 5, 2), "then"), (date(2026, 3, 3), "lately")):
            diary.topics.add(therapy, f"topic of {name}", day)
            goal = diary.goals.add(therapy, f"goal of {name}", day)
            diary.goals.rate(goal.wording.id, day, 4)
            diary.milestones.mark(therapy, day, MilestoneKind.TURNING_POINT, f"mark of {name}")
            at = datetime.combine(day, datetime(2024, 1, 1, 17).time())
            session = diary.sessions.add(therapy, at, SessionState.HELD)
            answers = dict.fromkeys(STATEMENTS, 3)
            diary.alliance_ratings.give(AllianceRating(session=session.id, filled_at=at, answers=answers))
    return room


def told(kind: As, place: Path, *words: str) -> list[str]:
    """Those of these words that a person finds in what was taken out. Letters set apart on paper are one word."""
    if kind is As.PAPER:
        texts = [it.extract_text() for it in PdfReader(place).pages]
    else:
        files = sorted(place.rglob("*.md")) if kind is As.FOLDER else [place]
        texts = [it.read_text(encoding="utf-8") for it in files]
    whole = "".join("".join(texts).split())
    return [it for it in words if "".join(it.split()) in whole]


@pytest.mark.parametrize("kind", [As.PAGE, As.PAPER, As.FOLDER])
def test_only_the_chosen_days_go_along(kept: Kept, tmp_path: Path, kind: As) -> None:
    room = things_of_two_years(kept)
    room.only_span.click()
    room.since.setDate(QDate(2024, 1, 1))
    room.until.setDate(QDate(2024, 12, 31))

    take(kept, room, kind, tmp_path / "out")

    of_then = ["Of long ago", "topic of then", "goal of then", "mark of then"]
    of_later = ["Of today", "the open topic", "topic of lately", "goal of lately", "mark of lately"]
    assert told(kind, tmp_path / "out", *of_then, *of_later) == of_then


def test_a_table_holds_only_the_chosen_days(kept: Kept, tmp_path: Path) -> None:
    room = things_of_two_years(kept)
    room.only_span.click()
    room.since.setDate(QDate(2024, 1, 1))
    room.until.setDate(QDate(2024, 12, 31))

    take(kept, room, As.TABLE, tmp_path / "out.csv")

    assert {it[0]: it[1] for it in rows_of(tmp_path / "out.csv")} == {
        "alliance": "2024-05-02",
        "goal": "2024-05-02",
    }


def rows_of(place: Path) -> list[tuple[str, str]]:
    """The form and the day of each line of a table."""
    lines = csv.DictReader(place.read_text(encoding="utf-8").splitlines())
    return [(it["form"], it["date"]) for it in lines]


PARTS = {
    Part.NOTES: "Of long ago",
    Part.TOPICS: "topic of then",
    Part.GOALS: "goal of then",
    Part.MILESTONES: "mark of then",
}


def untick(kept: Kept, box: QCheckBox) -> None:
    """Click where its words begin."""
    assert box.isChecked()
    kept.qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(12, box.height() // 2))
    assert not box.isChecked()


@pytest.mark.parametrize("kind", [As.PAGE, As.PAPER, As.FOLDER])
def test_each_kind_of_things_can_be_left_behind(kept: Kept, tmp_path: Path, kind: As) -> None:
    room = things_of_two_years(kept)
    choose(room, kind)
    assert {part for part, box in room.parts.items() if box.isVisible()} == set(PARTS)
    take(kept, room, kind, tmp_path / "all")
    assert told(kind, tmp_path / "all", *PARTS.values()) == list(PARTS.values())

    for left in PARTS:
        untick(kept, room.parts[left])
        take(kept, room, kind, tmp_path / f"without {left}")
        others = [words for part, words in PARTS.items() if part is not left]
        assert told(kind, tmp_path / f"without {left}", *PARTS.values()) == others
        room.parts[left].click()


def test_each_form_can_be_left_out_of_the_table(kept: Kept, tmp_path: Path) -> None:
    room = things_of_two_years(kept)
    choose(room, As.TABLE)
    shown = {part for part, box in room.parts.items() if box.isVisible()}
    assert shown == {Part.ALLIANCE, Part.CHECKLIST, Part.GOALS, Part.MEASURES}
    assert not room.never_printed.isVisible()
    take(kept, room, As.TABLE, tmp_path / "all.csv")
    assert {form for form, _ in rows_of(tmp_path / "all.csv")} == {"alliance", "goal"}

    untick(kept, room.parts[Part.ALLIANCE])
    take(kept, room, As.TABLE, tmp_path / "goals.csv")
    assert {form for form, _ in rows_of(tmp_path / "goals.csv")} == {"goal"}


def test_everything_for_this_program_leaves_no_choice(kept: Kept) -> None:
    room = filled(kept)
    choose(room, As.WHOLE)
    assert not any(box.isVisible() for box in room.parts.values())


def test_what_goes_with_a_kind_of_things_is_offered_only_with_it(kept: Kept) -> None:
    room = filled(kept)
    assert room.never_printed.isVisible()
    untick(kept, room.parts[Part.NOTES])
    assert not room.never_printed.isVisible()
    assert room.covered.isVisible()


def test_nothing_ticked_is_said_before_a_place_is_asked_for(kept: Kept) -> None:
    room = filled(kept)
    for part in PARTS:
        untick(kept, room.parts[part])
    click(room.save)
    assert room.said_here.text() == "Tick what is to go along first."


def test_the_same_on_paper(kept: Kept, tmp_path: Path) -> None:
    room = filled(kept)

    take(kept, room, As.PAPER, tmp_path / "out.pdf")

    text = "".join("".join(it.extract_text().split()) for it in PdfReader(tmp_path / "out.pdf").pages)
    assert "Oflongago" in text
    assert "notencrypted" in text
    assert "heron" not in text


def photo(width: int, height: int) -> bytes:
    """A photo of that many pixels."""
    image, buffer = QImage(width, height, QImage.Format.Format_RGB32), QBuffer()
    image.fill(Qt.GlobalColor.darkCyan)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def pictures_on_paper(place: Path) -> list[tuple[int, tuple[int, int], tuple[float, float, float, float]]]:
    """Each picture of a PDF: its page, its size in pixels, and where it lies in points: left, lower, right, upper."""
    found = []
    for number, page in enumerate(PdfReader(place).pages):
        sizes = iter([it.image.size for it in page.images if it.image is not None])
        for a, _, _, d, e, f in placed(page):
            (left, right), (lower, upper) = sorted((e, e + a)), sorted((f, f + d))
            found.append((number, next(sizes), (left, lower, right, upper)))
    return found


def placed(page: PageObject) -> Iterator[list[float]]:
    """The matrix in force at every drawing of a picture."""
    now, kept_before = [1.0, 0, 0, 1, 0, 0], list[list[float]]()
    content = page.get_contents()
    assert content is not None
    for values, does in ContentStream(content, page.pdf).operations:
        if does == b"q":
            kept_before.append(now)
        elif does == b"Q":
            now = kept_before.pop()
        elif does == b"cm":
            a, b, c, d, e, f = map(float, values)
            m, n, o, p, x, y = now
            now = [a * m + b * o, a * n + b * p, c * m + d * o, c * n + d * p, e * m + f * o + x, e * n + f * p + y]  # fmt: skip
        elif does == b"Do":
            yield now


@pytest.mark.parametrize(("width", "height"), [(3000, 1000), (1000, 3000), (40, 30)])
def test_a_picture_is_on_paper_whole_however_large_it_is(
    kept: Kept, tmp_path: Path, width: int, height: int
) -> None:
    room, diary = filled(kept), kept.diary
    with diary.change():
        note = diary.notes.write(kept.therapy.id, "![A lake](attachment:lake.png)", NOON, title="At the lake")
        diary.attachments.add(note.id, "lake.png", "image/png", photo(width, height), NOON)
        diary.notes.mark(note.id, starred=False, never_print=False)

    take(kept, room, As.PAPER, tmp_path / "out.pdf")

    paper = PdfReader(tmp_path / "out.pdf").pages[0].mediabox
    pictures = [it for it in pictures_on_paper(tmp_path / "out.pdf") if it[1] == (width, height)]
    [(_, _, (left, lower, right, upper))] = pictures  # once, and not a piece on each of two pages
    margin = 18 / 25.4 * 72 - 1
    assert margin < left < right < float(paper.width) - margin
    assert margin < lower < upper < float(paper.height) - margin
    assert (right - left) / (upper - lower) == pytest.approx(width / height, rel=0.02)
    assert (right - left) == pytest.approx(30, rel=0.01) or width > 40  # a small one stays as it is


def test_a_folder_a_table_and_everything(kept: Kept, tmp_path: Path) -> None:
    room = filled(kept)
    with kept.diary.change():
        goal = kept.diary.goals.add(kept.therapy.id, "sleep", date(2026, 3, 3))
        kept.diary.goals.rate(goal.wording.id, date(2026, 3, 3), 4)

    take(kept, room, As.FOLDER, tmp_path / "notes")
    assert "is written" in room.said_here.text()
    take(kept, room, As.TABLE, tmp_path / "table.csv")
    take(kept, room, As.WHOLE, tmp_path / "all.json")

    names = {it.name for it in (tmp_path / "notes").rglob("*.md")}
    assert any("Of today" in it for it in names)
    assert not any("Heron" in it for it in names)
    rows = list(csv.DictReader((tmp_path / "table.csv").read_text(encoding="utf-8").splitlines()))
    assert [it["value"] for it in rows if it["form"] == "goal"] == ["4"]
    assert "heron" in (tmp_path / "all.json").read_text(encoding="utf-8")
    assert json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("kind", list(As))
def test_the_bar_moves_from_its_beginning_to_its_end(kept: Kept, tmp_path: Path, kind: As) -> None:
    """A box lies over the window meanwhile; whoever looks sees how far it is."""
    room = things_of_two_years(kept)
    room.never_printed.click()
    choose(room, kind)
    seen: list[int] = []

    def watch() -> None:
        for it in QApplication.topLevelWidgets():
            if isinstance(it, UnderWay) and it.isVisible():
                assert it.bar.maximum() == STEPS
                it.bar.valueChanged.connect(seen.append)

    room.take_to(tmp_path / "out")
    watch()
    kept.qtbot.waitUntil(room.said_here.isVisible)
    assert seen == sorted(seen)
    assert seen[-1] == STEPS
    told = steps_told(kept, kind, tmp_path / "again", room.choice())
    assert told == sorted(told)
    assert (0 < told[0] < STEPS / 2, told[-1]) == (True, STEPS)
    assert len(set(told)) > 3


def steps_told(kept: Kept, kind: As, place: Path, choice: Choice) -> list[int]:
    """What the box is told while the same is written."""
    told: list[int] = []
    write_out(kind, kept.diary, choice, NOON, lambda done: not told.append(done), place)
    return told


@pytest.mark.parametrize(
    ("kind", "steps"), [(As.PAGE, 4), (As.PAPER, 5), (As.FOLDER, 3), (As.TABLE, 1), (As.WHOLE, 9)]
)
def test_stopped_at_whatever_step_it_leaves_no_file(kept: Kept, tmp_path: Path, kind: As, steps: int) -> None:
    filled(kept)
    with kept.diary.change():
        goal = kept.diary.goals.add(kept.therapy.id, "sleep", NOON.date())
        kept.diary.goals.rate(goal.wording.id, NOON.date(), 4)
    place, choice, steps_told = tmp_path / "out", Choice(), list[int]()
    place.mkdir()
    write_out(kind, kept.diary, choice, NOON, lambda done: not steps_told.append(done), tmp_path / "whole")
    assert len(steps_told) >= steps

    for stop_at in range(len(steps_told)):
        left = iter([True] * stop_at)
        with pytest.raises(ExchangeTrouble) as stopped:
            write_out(kind, kept.diary, choice, NOON, lambda _, left=left: next(left, False), place / "out")
        assert stopped.value.kind is Trouble.STOPPED
        assert list(place.iterdir()) == []


@pytest.mark.parametrize("kind", [As.PAGE, As.PAPER, As.WHOLE])
def test_a_file_that_is_there_is_left_alone(kept: Kept, tmp_path: Path, kind: As) -> None:
    room, target = filled(kept), tmp_path / "there"
    target.write_text("mine")

    take(kept, room, kind, target)

    assert target.read_text() == "mine"
    assert "already" in room.said_here.text()


def test_a_page_fetches_nothing_when_it_is_opened(kept: Kept) -> None:
    room = filled(kept)
    with kept.diary.change():
        note = kept.diary.notes.write(
            kept.therapy.id,
            "![x](https://example.org/x.png) [a](javascript:alert(1)) ![y](file:///etc/passwd) <script>1</script>",
            NOON,
        )
        kept.diary.notes.mark(note.id, starred=False, never_print=False)
    del room
    page = reading_html(kept.diary, Choice(), NOON, always)
    assert "<script" not in page
    assert "javascript:" not in page.replace("[a](javascript:alert(1))", "")
    assert 'src="https:' not in page
    assert 'src="file:' not in page


TWINS = ("of the elder", "of the younger")


@pytest.fixture
def twins(kept: Kept) -> list[TherapyId]:
    """Two therapies of one name, each with a note, something to bring, a goal and a rating of it."""
    diary, made = kept.diary, list[TherapyId]()
    with diary.change():
        for number, whose in enumerate(TWINS):
            begun = diary.therapies.begin(label="The same name", started_on=date(2024 + number, 1, 2)).id
            note = diary.notes.write(
                begun, f"a note {whose}", datetime(2025, 5, 1, 9), title=f"title {whose}"
            )
            diary.notes.mark(note.id, starred=False, never_print=False)
            diary.topics.add(begun, f"a topic {whose}", date(2025, 5, 1))
            goal = diary.goals.add(begun, f"a goal {whose}", date(2025, 5, 1))
            diary.goals.rate(goal.wording.id, date(2025, 5, 1), number + 3)
            made.append(begun)
    return made


def choose_therapy(room: TakeRoom, therapy: TherapyId) -> None:
    room.therapy.setCurrentIndex(room.therapy.findData(int(therapy)))


def read(target: Path) -> str:
    """Everything that was written there, as text without its blanks where that is paper."""
    if target.is_dir():
        return "\n".join(
            f"{it.name}\n{it.read_text(encoding='utf-8')}" for it in sorted(target.rglob("*.md"))
        )
    if target.suffix == ".pdf":
        return " ".join("".join(it.extract_text() for it in PdfReader(target).pages).split())
    return target.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("kind", "name"),
    [(As.PAGE, "out.html"), (As.PAPER, "out.pdf"), (As.FOLDER, "out"), (As.TABLE, "out.csv")],
)
@pytest.mark.parametrize("chosen", [0, 1])
def test_only_the_chosen_one_of_two_therapies_with_the_same_name_goes_along(
    kept: Kept, twins: list[TherapyId], tmp_path: Path, kind: As, name: str, chosen: int
) -> None:
    room = kept.room("take")
    assert isinstance(room, TakeRoom)
    assert room.therapy.isVisible()
    choose_therapy(room, twins[chosen])

    take(kept, room, kind, tmp_path / name)

    written = read(tmp_path / name)
    assert TWINS[chosen] in written
    assert TWINS[1 - chosen] not in written
    assert "note 1" not in written


@pytest.mark.parametrize(
    ("kind", "name"),
    [(As.PAGE, "out.html"), (As.PAPER, "out.pdf"), (As.FOLDER, "out"), (As.TABLE, "out.csv")],
)
@pytest.mark.usefixtures("twins")
def test_without_a_choice_all_therapies_go_along(kept: Kept, tmp_path: Path, kind: As, name: str) -> None:
    room = kept.room("take")

    take(kept, room, kind, tmp_path / name)

    written = read(tmp_path / name)
    assert all(it in written for it in TWINS)


def test_a_table_tells_each_rating_with_its_therapy(
    kept: Kept, twins: list[TherapyId], tmp_path: Path
) -> None:
    room = kept.room("take")
    choose_therapy(room, twins[1])
    take(kept, room, As.TABLE, tmp_path / "out.csv")
    rows = list(csv.DictReader(read(tmp_path / "out.csv").splitlines()))
    assert [(it["therapy"], it["item"], it["value"]) for it in rows] == [
        ("The same name", "a goal of the younger", "4")
    ]
