"""What a person does on the page about the ending, and a therapy of which every word can be told apart."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.conftest import NOON
from therapy_diary.domain.checklist import ChecklistAnswer
from therapy_diary.domain.closing import Closing, Section, Variant
from therapy_diary.domain.contact import ContactKind
from therapy_diary.domain.goal import ChangeKind
from therapy_diary.domain.milestone import MilestoneKind
from therapy_diary.domain.pattern import SeenIn
from therapy_diary.domain.sign import Sign
from therapy_diary.domain.task import Outcome
from therapy_diary.domain.therapy import Therapy, TherapyState
from therapy_diary.domain.topic import TopicKind, TopicState
from therapy_diary.storage.diary import Diary
from therapy_diary.views.ending import EndingPage

LEFT = Qt.MouseButton.LeftButton
NEVER = ("zecretnote", "zcovered", "zcoveredline", "zcoveredsaid", "zphone")
"""Words that are on no page and in no drawer: of a note never to be printed, of covered topics, of how to reach somebody."""


def begin_an_ending(diary: Diary) -> None:
    """Or leave the one that is under way."""
    therapy = diary.therapies.current()
    assert therapy is not None
    if therapy.state is not TherapyState.ENDING:
        with diary.change():
            diary.closings.begin(
                Closing(therapy=therapy.id, variant=Variant.GOALS, decided_by=None, opened_on=NOON.date())
            )
            diary.therapies.move_to(therapy.id, TherapyState.ENDING)


def go_to(page: EndingPage, section: Section) -> None:
    rows = {
        page.worksheet.form.sections.item(row).data(Qt.ItemDataRole.UserRole): row
        for row in range(page.worksheet.form.sections.count())
    }
    page.worksheet.form.sections.setCurrentRow(rows[section])


def write(page: EndingPage, section: Section, words: str, qtbot: QtBot) -> None:
    go_to(page, section)
    page.worksheet.card.form.mine.setFocus()
    qtbot.keyClicks(page.worksheet.card.form.mine, words)


def offered(page: EndingPage) -> list[str]:
    """The lines the diary offers for the section in view."""
    return [it.offer.text for it in page.worksheet.card.rows.values()]


def tick(box: QCheckBox, qtbot: QtBot) -> None:
    """Click where the words begin: the empty end of a wide box does not count."""
    qtbot.mouseClick(box, LEFT, pos=QPoint(12, box.height() // 2))


def written(diary: Diary, therapy: Therapy, section: Section) -> str:
    found = diary.closings.sections(therapy.id).get(section)
    return "" if found is None else found.my_text


def go_on(page: EndingPage, qtbot: QtBot) -> None:
    """Confirm the sentence that stands between the diary and paper."""
    button = page.worksheet.form.bar.notice.findChild(QPushButton)
    assert button is not None
    assert button.isVisible()
    qtbot.mouseClick(button, LEFT)


def look_at_everything(page: EndingPage) -> None:
    for row in range(page.worksheet.form.sections.count()):
        page.worksheet.form.sections.setCurrentRow(row)


def printed(page: EndingPage, place: Path) -> str:
    """What the PDF says, read back: of the pages that are kept where they are in view, else of the worksheet."""
    file = place / "page.pdf"
    bar = page.finished.bar if page.room() is page.finished else page.worksheet.form.bar
    bar.write_to(file)
    return " ".join(" ".join(it.extract_text() for it in PdfReader(file).pages).split())


def live_a_therapy(diary: Diary, therapy: Therapy) -> Therapy:
    """Fill every kind of record, each with a word of its own that begins with z."""
    therapy = replace(therapy, reason_for_coming="zreason brought me")
    with diary.change():
        diary.therapies.save(therapy)
        _meet(diary, therapy)
        _aim(diary, therapy)
        _write_down(diary, therapy)
        _say(diary, therapy)
    return therapy


def _meet(diary: Diary, therapy: Therapy) -> None:
    for week in range(4):
        session = diary.sessions.add(therapy.id, datetime(2026, 1, 6, 17, 0) + timedelta(weeks=week))
        told = replace(session, my_part=f"zmine{week}", their_part=f"ztheirs{week}", one_line=f"zline{week}")
        diary.sessions.save(told)
        diary.signs.collect(session.id, Sign.TOGETHER, f"zsign{week}")
    for number, kind in enumerate((MilestoneKind.STRAIN, MilestoneKind.MENDED, MilestoneKind.TURNING_POINT)):
        diary.milestones.mark(therapy.id, date(2026, 1, 13 + number), kind, f"zmark{number}")


def _aim(diary: Diary, therapy: Therapy) -> None:
    goal = diary.goals.add(therapy.id, "zfirstwords", date(2026, 1, 6))
    diary.goals.rate(goal.wording.id, date(2026, 1, 7), 2)
    diary.goals.reword(goal.id, "zlatestwords", ChangeKind.CLEARER_WORDS, date(2026, 2, 1))
    diary.goals.add(therapy.id, "zsecondgoal", date(2026, 1, 6))
    task = diary.tasks.add(therapy.id, "ztask", date(2026, 1, 20))
    diary.tasks.save(replace(task, outcome=Outcome.DONE, learnt="zlearnt"))
    pattern = diary.patterns.name(therapy.id, "zpattern", "zpatternwords")
    diary.patterns.seen(pattern.id, date(2026, 1, 21), SeenIn.OUTSIDE, words="zoutside")
    answers = {it: ChecklistAnswer(answer=3, words=f"zanswer{it}") for it in (6, 7, 8)}
    diary.checklists.answer(therapy.id, date(2026, 1, 27), answers)


def _write_down(diary: Diary, therapy: Therapy) -> None:
    shown = diary.notes.write(therapy.id, "zbody of an open note", NOON, title="zopennote")
    diary.notes.mark(shown.id, starred=True, never_print=False)
    kept = diary.notes.write(therapy.id, "zecretnote body", NOON, title="zecretnote title")
    diary.notes.mark(kept.id, starred=True, never_print=True)
    diary.contacts.add("zperson", "zphone", ContactKind.PERSON)


def _say(diary: Diary, therapy: Therapy) -> None:
    today = date(2026, 2, 3)
    said = diary.topics.add(therapy.id, "zsaid", today, kind=TopicKind.RELATIONSHIP)
    diary.topics.save(replace(said, state=TopicState.BROUGHT, what_came_of_it="zcameofit"))
    diary.topics.add(therapy.id, "zending", today, kind=TopicKind.ENDING, opening_line="zopening")
    covered = diary.topics.add(
        therapy.id, "zcovered", today, kind=TopicKind.ENDING, opening_line="zcoveredline"
    )
    diary.topics.save(replace(covered, covered=True))
    was = diary.topics.add(therapy.id, "zcovered too", today, kind=TopicKind.RELATIONSHIP)
    brought = replace(was, covered=True, state=TopicState.BROUGHT, what_came_of_it="zcoveredsaid")
    diary.topics.save(brought)
