"""What the diary offers for the worksheet: seen, ticked, put differently, and taken out of the drawer by hand."""

import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.conftest import KEY
from tests.qt.an_ending import (
    LEFT,
    NEVER,
    go_to,
    live_a_therapy,
    look_at_everything,
    offered,
    printed,
    tick,
    write,
    written,
)
from therapy_diary.domain.closing import Audience, Section
from therapy_diary.domain.milestone import MilestoneKind
from therapy_diary.domain.therapy import Therapy
from therapy_diary.storage.diary import Diary
from therapy_diary.views.ending import EndingPage
from therapy_diary.views.page import Desk

pytestmark = pytest.mark.thorough

Show = Callable[[EndingPage], EndingPage]


@pytest.fixture
def lived(diary: Diary, therapy: Therapy) -> Therapy:
    return live_a_therapy(diary, therapy)


@pytest.fixture
def begun(desk: Desk, lived: Therapy, shown: Show, qtbot: QtBot) -> EndingPage:
    """The page over a therapy with something of every kind, once the ending is begun."""
    assert lived
    page = shown(EndingPage(desk))
    qtbot.mouseClick(page.before.form.begin, LEFT)
    qtbot.waitUntil(lambda: page.is_whole)
    return page


def web_page(page: EndingPage, tmp_path: Path) -> str:
    file = tmp_path / "page.html"
    page.worksheet.form.bar.write_to(file)
    return file.read_text(encoding="utf-8")


def turn_to(page: EndingPage, audience: Audience, qtbot: QtBot) -> None:
    segment = page.worksheet.audience_row.segments()[list(Audience).index(audience)]
    qtbot.mouseClick(segment, LEFT)
    assert page.worksheet.audience() is audience


def test_a_line_of_the_diary_goes_in_only_once_its_section_was_looked_at(
    begun: EndingPage, tmp_path: Path
) -> None:
    assert "Not looked at yet: Why I came, Goals" in begun.worksheet.form.unseen.text()
    assert "zreason" not in printed(begun, tmp_path)
    go_to(begun, Section.WHY_I_CAME)
    assert offered(begun) == ["zreason brought me"]
    assert "zreason brought me" in printed(begun, tmp_path)
    assert "zmark2" not in printed(begun, tmp_path)
    look_at_everything(begun)
    assert begun.worksheet.form.unseen.isHidden()
    assert "zmark2" in printed(begun, tmp_path)


def test_what_is_new_in_the_diary_waits_until_it_was_looked_at(
    begun: EndingPage, diary: Diary, lived: Therapy, tmp_path: Path
) -> None:
    look_at_everything(begun)
    with diary.change():
        diary.milestones.mark(lived.id, date(2026, 2, 20), MilestoneKind.NEW_EXPERIENCE, "zlater")
    assert "zlater" not in printed(begun, tmp_path)
    assert "The road" in begun.worksheet.form.unseen.text()
    go_to(begun, Section.THE_ROAD)
    assert "zlater" in printed(begun, tmp_path)


def test_what_changed_in_the_diary_waits_until_it_was_looked_at_again(
    begun: EndingPage, diary: Diary, lived: Therapy, tmp_path: Path
) -> None:
    look_at_everything(begun)
    with diary.change():
        diary.therapies.save(replace(diary.therapies.get(lived.id), reason_for_coming="zother reason"))
    assert "zother" not in printed(begun, tmp_path)
    go_to(begun, Section.WHY_I_CAME)
    assert "zother reason" in printed(begun, tmp_path)


def test_what_was_seen_ticked_and_put_differently_is_there_after_the_diary_was_closed(
    begun: EndingPage, diary: Diary, lived: Therapy, qtbot: QtBot, tmp_path: Path
) -> None:
    go_to(begun, Section.WHAT_WAS_HARD)
    rows = list(begun.worksheet.card.rows.values())
    tick(rows[0].tick.box, qtbot)
    qtbot.mouseClick(rows[1].change, LEFT)
    qtbot.keyClicks(rows[1].words, "Mended, she asked. ")
    begun.keep()
    begun.hide()
    diary.close()

    again = Diary.open(tmp_path / "diary.db", key=KEY)
    lines, ticks = again.closings.lines(lived.id), again.closings.ticks(lived.id)
    kept = {it.line: it.my_words for it in lines.values() if it.section is Section.WHAT_WAS_HARD}
    assert kept[rows[1].offer.key] == "Mended, she asked. zmark1"
    assert ticks.given == {(Audience.ME, Section.WHAT_WAS_HARD, rows[0].offer.key): False}
    again.close()


def test_a_line_can_be_put_differently_and_back(
    begun: EndingPage, diary: Diary, lived: Therapy, qtbot: QtBot, tmp_path: Path
) -> None:
    go_to(begun, Section.WHY_I_CAME)
    [row] = begun.worksheet.card.rows.values()
    qtbot.mouseClick(row.change, LEFT)
    assert row.words.text() == "zreason brought me"
    row.words.selectAll()
    qtbot.keyClicks(row.words, "zmywords brought me")
    told = printed(begun, tmp_path)
    assert "zmywords brought me" in told
    assert "zreason" not in told
    assert diary.therapies.get(lived.id).reason_for_coming == "zreason brought me"  # the diary is as it was
    qtbot.mouseClick(row.change, LEFT)
    assert row.words.isHidden()
    assert "zreason brought me" in printed(begun, tmp_path)


def test_words_half_put_differently_survive_a_change_elsewhere(
    begun: EndingPage, diary: Diary, lived: Therapy, qtbot: QtBot
) -> None:
    go_to(begun, Section.WHY_I_CAME)
    [row] = begun.worksheet.card.rows.values()
    qtbot.mouseClick(row.change, LEFT)
    row.words.selectAll()
    qtbot.keyClicks(row.words, "half a ")
    with diary.change():
        diary.goals.add(lived.id, "Another goal", date(2026, 2, 1))
    qtbot.keyClicks(row.words, "sentence")
    begun.keep()
    [line] = [it for it in diary.closings.lines(lived.id).values() if it.section is Section.WHY_I_CAME]
    assert line.my_words == "half a sentence"


def test_a_sentence_without_its_tick_stays_off_the_page_and_comes_back(
    begun: EndingPage, qtbot: QtBot, tmp_path: Path
) -> None:
    go_to(begun, Section.THE_ROAD)
    row = next(it for it in begun.worksheet.card.rows.values() if it.offer.text == "zmark1")
    tick(row.tick.box, qtbot)
    told = printed(begun, tmp_path)
    assert "zmark1" not in told
    assert "zmark2" in told
    tick(row.tick.box, qtbot)
    assert "zmark1" in printed(begun, tmp_path)


def test_each_audience_has_ticks_of_its_own(begun: EndingPage, qtbot: QtBot, tmp_path: Path) -> None:
    write(begun, Section.GOOD_BYE, "zgoodbye", qtbot)
    write(begun, Section.TOOLS_I_KEEP, "ztools", qtbot)
    turn_to(begun, Audience.NEXT, qtbot)
    told = printed(begun, tmp_path)
    assert "ztools" in told
    assert "zgoodbye" not in told  # between the two of them, until it is ticked
    go_to(begun, Section.GOOD_BYE)
    assert not begun.worksheet.card.form.inPrint.isChecked()
    tick(begun.worksheet.card.form.inPrint, qtbot)
    go_to(begun, Section.TOOLS_I_KEEP)
    tick(begun.worksheet.card.form.inPrint, qtbot)
    told = printed(begun, tmp_path)
    assert "zgoodbye" in told
    assert "ztools" not in told
    turn_to(begun, Audience.ME, qtbot)
    assert "ztools" in printed(begun, tmp_path)


def test_what_i_take_off_my_own_page_is_off_everybody_elses_unless_ticked_there(
    begun: EndingPage, qtbot: QtBot, tmp_path: Path
) -> None:
    write(begun, Section.TOOLS_I_KEEP, "ztools", qtbot)
    tick(begun.worksheet.card.form.inPrint, qtbot)
    for audience in Audience:
        turn_to(begun, audience, qtbot)
        assert "ztools" not in web_page(begun, tmp_path)
    tick(begun.worksheet.card.form.inPrint, qtbot)  # for a next therapist
    assert "ztools" in web_page(begun, tmp_path)
    turn_to(begun, Audience.THERAPIST, qtbot)
    assert "ztools" not in web_page(begun, tmp_path)


def test_the_name_on_the_foot_goes_only_where_its_section_goes(
    begun: EndingPage, qtbot: QtBot, tmp_path: Path
) -> None:
    write(begun, Section.HEAD, "Zelda", qtbot)
    assert "Written by Zelda" in printed(begun, tmp_path)
    turn_to(begun, Audience.NEXT, qtbot)
    go_to(begun, Section.HEAD)
    tick(begun.worksheet.card.form.inPrint, qtbot)
    assert "Zelda" not in printed(begun, tmp_path)


def test_out_of_the_drawer_a_click_puts_one_thing_in_and_nothing_comes_by_itself(
    begun: EndingPage, diary: Diary, lived: Therapy, qtbot: QtBot, tmp_path: Path
) -> None:
    write(begun, Section.TOOLS_I_KEEP, "First.", qtbot)
    drawer = begun.worksheet.drawer
    assert not drawer.is_open()
    drawer.handle.setFocus()
    qtbot.keyClick(drawer.handle, Qt.Key.Key_Space)
    put = {it.accessibleDescription(): it for it in drawer.findChildren(QPushButton) if it.text() == "Put in"}
    assert "ztask: zlearnt" in put
    assert "zline2" in put
    assert "zline2" not in printed(begun, tmp_path)
    qtbot.mouseClick(put["zline2"], LEFT)
    assert begun.worksheet.card.form.mine.text() == "First.\nzline2"
    assert "zline2" in printed(begun, tmp_path)
    begun.keep()
    assert written(diary, lived, Section.TOOLS_I_KEEP) == "First.\nzline2"


def test_the_drawer_follows_the_section_and_says_where_it_is_empty(begun: EndingPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(begun.worksheet.drawer.handle, LEFT)
    told = {}
    for section in (Section.HEAD, Section.WHAT_HELPED, Section.GOALS_THEN_AND_NOW, Section.WHAT_CHANGED):
        go_to(begun, section)
        QApplication.processEvents()  # the layout shows what came
        told[section] = [
            it.accessibleDescription()
            for it in begun.worksheet.drawer.findChildren(QPushButton)
            if it.text() == "Put in" and it.isVisible()
        ]
    assert told[Section.HEAD] == []
    assert {"zsign0", "zmine3", "ztheirs3", "zopennote: zbody of an open note"} <= set(
        told[Section.WHAT_HELPED]
    )
    assert {"zfirstwords", "zlatestwords", "zsecondgoal"} <= set(told[Section.GOALS_THEN_AND_NOW])
    assert {"zoutside", "zanswer7", "zanswer8", "zpattern: zpatternwords"} <= set(told[Section.WHAT_CHANGED])


def test_covered_topics_and_notes_never_to_be_printed_are_nowhere(
    begun: EndingPage, qtbot: QtBot, tmp_path: Path
) -> None:
    qtbot.mouseClick(begun.worksheet.drawer.handle, LEFT)
    seen = []
    for row in range(begun.worksheet.form.sections.count()):
        begun.worksheet.form.sections.setCurrentRow(row)
        seen += offered(begun)
        seen += [it.accessibleDescription() for it in begun.worksheet.drawer.findChildren(QPushButton)]
    everything = " ".join([*seen, printed(begun, tmp_path), web_page(begun, tmp_path)])
    assert "zopening" in everything
    for word in NEVER:
        assert word not in everything


def test_tab_goes_from_the_list_through_the_lines_to_the_words_and_the_drawer(
    begun: EndingPage, qtbot: QtBot
) -> None:
    go_to(begun, Section.WHAT_WAS_HARD)
    qtbot.mouseClick(begun.worksheet.drawer.handle, LEFT)
    QApplication.processEvents()  # the layout shows what came
    card = begun.worksheet.card
    rows = list(card.rows.values())
    assert len(rows) == 3
    begun.worksheet.form.sections.setFocus()
    wanted = [
        card.form.takeIn,
        *(it for row in rows for it in (row.tick.box, row.change)),
        card.form.mine,
        card.form.inPrint,
        begun.worksheet.drawer.handle,
    ]
    for expected in wanted:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is expected
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    inside = QApplication.focusWidget()
    assert isinstance(inside, QPushButton)
    assert inside.text() == "Put in"


def test_after_a_lock_the_section_the_words_and_the_cursor_are_back(
    begun: EndingPage, desk: Desk, shown: Show, qtbot: QtBot
) -> None:
    write(begun, Section.GOOD_BYE, "Thank you for", qtbot)
    for _ in range(4):
        qtbot.keyClick(begun.worksheet.card.form.mine, Qt.Key.Key_Left)
    begun.set_aside()
    place = begun.bookmark()
    begun.hide()
    again = shown(EndingPage(desk))
    again.return_to(place)
    mine = again.worksheet.card.form.mine
    assert again.worksheet.section() is Section.GOOD_BYE
    assert (mine.text(), mine.textCursor().position()) == ("Thank you for", len("Thank you"))
    again.return_to("nonsense")
    again.return_to("good_bye:999999")


@pytest.mark.parametrize(
    ("read_only", "says"), [(False, "There is no room on that disk."), (True, "may not be written to")]
)
def test_a_full_or_read_only_disk_is_one_sentence_and_the_work_is_kept(
    begun: EndingPage,
    diary: Diary,
    lived: Therapy,
    small_disk: Path,
    qtbot: QtBot,
    read_only: bool,
    says: str,
) -> None:
    (small_disk / "else").write_bytes(b"x" * 12_288)
    if read_only:
        subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    write(begun, Section.GOOD_BYE, "Thank you", qtbot)
    begun.worksheet.form.bar.write_to(small_disk / "page.pdf")
    assert says in begun.worksheet.form.bar.notice.text()
    assert [it.name for it in small_disk.iterdir()] == ["else"]
    assert written(diary, lived, Section.GOOD_BYE) == "Thank you"
    assert begun.worksheet.card.form.mine.text() == "Thank you"


def own_ticks(page: EndingPage, qtbot: QtBot) -> dict[str, QCheckBox]:
    """The ticks of the person's own sentences, unfolded."""
    own = page.worksheet.card.own
    if not own.handle.isChecked():
        qtbot.mouseClick(own.handle, LEFT)
    return {it.box.accessibleName(): it.box for it in own.rows.values()}


def test_a_sentence_of_my_own_has_a_tick_for_each_audience(
    begun: EndingPage, diary: Diary, lived: Therapy, qtbot: QtBot, tmp_path: Path
) -> None:
    write(begun, Section.TOOLS_I_KEEP, "zwalks help. zanger too. zmusic helps.", qtbot)
    begun.worksheet.card.form.inPrint.setFocus()
    begun.keep()
    turn_to(begun, Audience.THERAPIST, qtbot)
    assert begun.worksheet.card.own.off.isHidden()
    qtbot.mouseClick(own_ticks(begun, qtbot)["zanger too."], LEFT)
    assert begun.worksheet.card.own.off.text().startswith("1 sentence")
    told = printed(begun, tmp_path)
    assert "zwalks help. zmusic helps." in told
    assert "zanger" not in told + web_page(begun, tmp_path)
    turn_to(begun, Audience.ME, qtbot)
    assert "zwalks help. zanger too. zmusic helps." in printed(begun, tmp_path)
    assert "zanger" in written(diary, lived, Section.TOOLS_I_KEEP)
    # what I take off my own page is off a next therapist's, too
    qtbot.mouseClick(own_ticks(begun, qtbot)["zmusic helps."], LEFT)
    turn_to(begun, Audience.NEXT, qtbot)
    assert "zmusic" not in printed(begun, tmp_path)
    assert not own_ticks(begun, qtbot)["zmusic helps."].isChecked()


def test_a_sentence_kept_off_a_page_stays_off_when_its_words_change_and_is_off_after_the_diary_was_closed(
    begun: EndingPage, diary: Diary, lived: Therapy, qtbot: QtBot, tmp_path: Path
) -> None:
    write(begun, Section.TOOLS_I_KEEP, "zwalks help. zanger too.", qtbot)
    turn_to(begun, Audience.THERAPIST, qtbot)
    qtbot.mouseClick(own_ticks(begun, qtbot)["zanger too."], LEFT)
    mine = begun.worksheet.card.form.mine
    mine.setFocus()
    mine.setTextCursor(mine.cursor_at(len("zwalks help. zanger")))
    qtbot.keyClicks(mine, ", often and loud,")
    assert mine.text() == "zwalks help. zanger, often and loud, too."
    assert "zanger" not in printed(begun, tmp_path)
    qtbot.keyClick(mine, Qt.Key.Key_End)
    qtbot.keyClicks(mine, " zmusic helps.")
    told = printed(begun, tmp_path)
    assert "zwalks help. zmusic helps." in told
    assert "zanger" not in told
    begun.keep()
    given = diary.closings.ticks(lived.id).given
    assert len(given) == 2  # the sentence as it was and as it is, and none of the letters between
    begun.hide()
    diary.close()
    again = Diary.open(tmp_path / "diary.db", key=KEY)
    section = again.closings.sections(lived.id)[Section.TOOLS_I_KEEP]
    assert (
        again.closings.ticks(lived.id).of_words(Audience.THERAPIST, section) == "zwalks help. zmusic helps."
    )
    again.close()


def test_one_sentence_has_no_tick_beside_that_of_its_section(begun: EndingPage, qtbot: QtBot) -> None:
    write(begun, Section.TOOLS_I_KEEP, "zwalks help.", qtbot)
    go_to(begun, Section.GOOD_BYE)
    go_to(begun, Section.TOOLS_I_KEEP)
    assert begun.worksheet.card.own.isHidden()


def test_after_a_lack_of_fit_the_person_ticks_what_did_not_fit_and_nothing_is_ticked_for_them(
    desk: Desk, diary: Diary, lived: Therapy, shown: Show, qtbot: QtBot, tmp_path: Path
) -> None:
    page = shown(EndingPage(desk))
    page.before.form.variant.setFocus()
    qtbot.keyClick(page.before.form.variant, Qt.Key.Key_Down)
    qtbot.mouseClick(page.before.form.begin, LEFT)
    go_to(page, Section.WHAT_DID_NOT_FIT)
    boxes = {it.offer.text: it.tick.box for it in page.worksheet.card.rows.values()}
    six = ["aims", "way of working", "contact", "trust", "being understood", "setting"]
    assert list(boxes)[:6] == six
    assert not any(boxes[it].isChecked() for it in six)
    assert "way of working" not in printed(page, tmp_path)
    tick(boxes["aims"], qtbot)
    tick(boxes["trust"], qtbot)
    assert "aims · trust" in printed(page, tmp_path)
    page.keep()
    ticks = diary.closings.ticks(lived.id).given
    section = Section.WHAT_DID_NOT_FIT
    assert {key for key, on in ticks.items() if on} == {
        (Audience.ME, section, "fit:aims"),
        (Audience.ME, section, "fit:trust"),
    }
    turn_to(page, Audience.NEXT, qtbot)
    boxes = {it.offer.text: it.tick.box for it in page.worksheet.card.rows.values()}
    assert boxes["aims"].isChecked()
    tick(boxes["aims"], qtbot)
    told = printed(page, tmp_path)
    assert "trust" in told
    assert "aims" not in told


def choose_chart(page: EndingPage, title: str, qtbot: QtBot) -> None:
    """By the keyboard, as somebody without a mouse does it."""
    go_to(page, Section.THE_ROAD)
    which = page.worksheet.card.chart.which
    which.setFocus()
    for _ in range(which.count()):
        qtbot.keyClick(which, Qt.Key.Key_Down)
    for _ in range(which.count()):
        if which.currentText() == title:
            return
        qtbot.keyClick(which, Qt.Key.Key_Up)
    raise AssertionError(f"there is no {title}")


def test_the_small_chart_is_of_the_persons_choice_and_kept_with_the_ending(
    begun: EndingPage, diary: Diary, lived: Therapy, qtbot: QtBot, tmp_path: Path
) -> None:
    go_to(begun, Section.THE_ROAD)
    choice = begun.worksheet.card.chart
    assert choice.isVisible()
    offered_charts = [choice.which.itemText(it) for it in range(choice.which.count())]
    assert offered_charts == [
        "Reflective checklist",
        "zlatestwords",
        "No chart",
    ]  # nothing else has an answer
    assert choice.which.currentText() == "No chart"  # the usual one would be empty
    assert "<svg" not in web_page(begun, tmp_path)

    choose_chart(begun, "zlatestwords", qtbot)
    assert any("zlatestwords" in it and "as far as I wanted" in it for it in offered(begun))
    told = web_page(begun, tmp_path)
    assert "<svg" in told
    assert 'aria-label="“\u2068zlatestwords\u2069”. 0: no nearer than at the start.' in told
    assert "as far as I wanted to get" in printed(begun, tmp_path)
    [goal] = [it for it in diary.goals.of(lived.id) if it.wording.wording == "zlatestwords"]
    closing = diary.closings.at(lived.id)
    assert closing is not None
    assert closing.chart == f"goal-{goal.uid}"

    chart = begun.worksheet.card.rows["chart"]
    tick(chart.tick.box, qtbot)
    assert "<svg" not in web_page(begun, tmp_path)
    tick(chart.tick.box, qtbot)
    choose_chart(begun, "Reflective checklist", qtbot)
    assert "The reflective checklist, from one time to the next." in printed(begun, tmp_path)
    choose_chart(begun, "No chart", qtbot)
    assert "<svg" not in web_page(begun, tmp_path)
    go_to(begun, Section.GOOD_BYE)
    assert choice.isHidden()


def test_a_chart_whose_goal_is_gone_leaves_none(
    begun: EndingPage, diary: Diary, qtbot: QtBot, tmp_path: Path
) -> None:
    choose_chart(begun, "zlatestwords", qtbot)
    with diary.change():
        diary._connection.execute("DELETE FROM goal")
    assert "<svg" not in web_page(begun, tmp_path)
    assert begun.worksheet.card.chart.which.currentText() == "No chart"


def test_a_chart_that_cannot_be_kept_is_said_and_the_one_before_stays(
    begun: EndingPage, qtbot: QtBot, tmp_path: Path
) -> None:
    choose_chart(begun, "zlatestwords", qtbot)
    which = begun.worksheet.card.chart.which
    other = Diary.open(tmp_path / "diary.db", key=KEY)
    with pytest.raises(InterruptedError), other.quiet_change():
        qtbot.keyClick(which, Qt.Key.Key_Down)
        assert begun.worksheet.form.trouble.text()
        assert which.currentText() == "zlatestwords"
        raise InterruptedError
    other.close()
    assert "zlatestwords" in web_page(begun, tmp_path)
