"""What opens on pages: paper, a second look, a drawer, panels, the strip for a line, quiet mode. Undone afterwards, but for the pages kept."""

from therapy_diary.demo import Demo
from therapy_diary.domain.closing import Section
from therapy_diary.domain.milestone import MilestoneKind
from therapy_diary.domain.session import SessionId
from therapy_diary.tour.camera import Camera, TourStopped
from therapy_diary.views.after_session import SECOND_LOOK, AfterSessionPage
from therapy_diary.views.before_session import BeforeSessionPage
from therapy_diary.views.closing.last_session import take_mark_back
from therapy_diary.views.ending import EndingPage
from therapy_diary.views.goals import GoalsPage
from therapy_diary.views.main_window import MainWindow
from therapy_diary.views.timeline import TimelinePage
from therapy_diary.views.topics import TopicsPage

SEARCHED = "sister"
JOTTED_DOWN = "The dream again, this time with the door open."


def take(told: Demo, window: MainWindow, camera: Camera) -> None:
    """Open each, one after another."""
    therapy = told.diary.therapies.current()
    if therapy is None:
        raise TourStopped
    session = told.diary.sessions.held(therapy.id)[-1].id
    _on_paper(window, camera)
    _second_look(session, window, camera)
    _mark(session, window, camera)
    _end(told, window, camera)
    _find_ones_way(window, camera)
    _jot_down(window, camera)
    _bring(window, camera)
    _be_quiet(window, camera)


def _on_paper(window: MainWindow, camera: Camera) -> None:
    """What goes onto paper before a session, and the very page beside it."""
    window.show_page("before_session")
    page = window.page
    if not isinstance(page, BeforeSessionPage):
        raise TourStopped
    page.to_paper.click()
    camera.wait(lambda: page.paper.is_laid_out)
    camera.take_whole(window, "before_session-paper")
    page.paper.back.click()


def _second_look(session: SessionId, window: MainWindow, camera: Camera) -> None:
    """The form after a session with its folded parts open, and two days later, with the first note beside the second look."""
    window.show_subject("after_session", session)
    page = window.page
    if not isinstance(page, AfterSessionPage):
        raise TourStopped
    page.difficulty.fold.set_open(True)
    page.signs.fold.set_open(True)
    page.passing.ensureWidgetVisible(page.signs)
    camera.take(window, "after_session-folded")
    window.show_subject("after_session", (session, SECOND_LOOK))
    camera.take(window, "after_session-second-look")


def _mark(session: SessionId, window: MainWindow, camera: Camera) -> None:
    """A moment being marked, and a goal with all it went through."""
    window.show_subject("milestones", (MilestoneKind.BREAK, session))
    camera.take(window, "milestones-mark")
    window.show_subject("goals", None)
    page = window.page
    if not isinstance(page, GoalsPage):
        raise TourStopped
    for card in page.cards.values():
        card.history.click()
    camera.take_whole(window, "goals-history")


def _end(told: Demo, window: MainWindow, camera: Camera) -> None:
    """A theme for each session left; the worksheet: a drawer open, the chart to choose, sentences to tick; the last step, and the pages kept. Then it is undone."""
    window.show_subject("ending", None)
    page = window.page
    if not isinstance(page, EndingPage):
        raise TourStopped
    sheet, before = page.worksheet, told.diary.therapies.current()
    sheet.themes.handle.click()
    camera.take(window, "ending-themes")
    sheet.themes.handle.click()
    sheet.show_section(Section.WHAT_HELPED)
    sheet.drawer.handle.click()
    camera.take_whole(window, "ending-drawer")
    sheet.drawer.handle.click()
    sheet.show_section(Section.THE_ROAD)
    camera.take_whole(window, "ending-road")
    sheet.show_section(Section.GOOD_BYE)
    sheet.card.own.handle.click()
    camera.take_whole(window, "ending-sentences")
    sheet.card.own.handle.click()
    sheet.ask_to_finish()
    camera.take_whole(window, "ending-finish")
    sheet.finish.finish.click()
    camera.take_whole(window, "ending-finished")
    if before is not None:
        with told.diary.change():
            take_mark_back(told.diary, before.id)
            told.diary.therapies.save(before)
            told.diary.closings.open_again(before.id)


def _find_ones_way(window: MainWindow, camera: Camera) -> None:
    """The timeline with what can be opened on it, and with what a search found."""
    page = window.page_named("timeline")
    if not isinstance(page, TimelinePage):
        raise TourStopped
    window.show_subject("timeline", None)
    for name in ("day", "tag"):
        page.filters.openers[name].click()
        camera.take(window, f"timeline-{name}")
        page.panels.close_panel()
    page.search_for(SEARCHED)
    camera.wait(lambda: page.found.count() > 0)
    camera.take(window, "search")
    page.filters.openers["how_to"].click()
    camera.take(window, "search-how-to")
    page.search_for("")


def _jot_down(window: MainWindow, camera: Camera) -> None:
    """The strip for a line from any page."""
    window.show_subject("goals", None)
    window.jot_down()
    if window.capture is not None:
        window.capture.text.insert_as_person(JOTTED_DOWN)
        camera.take(window, "quick-capture")
        window.capture.text.set_text("")
        window.capture.leave()


def _bring(window: MainWindow, camera: Camera) -> None:
    """What is to be brought, with everything open that can be opened; nothing of it is changed."""
    window.show_subject("topics", "add")
    page = window.page
    if not isinstance(page, TopicsPage):
        raise TourStopped
    page.new.offer.open.click()
    page.waiting.more.click()
    page.covered.door.click()
    page.said_before.rows()[0].pencil.click()
    [*page.waiting.rows.rows.values()][-1].pencil.click()
    camera.take_whole(window, "topics-open")


def _be_quiet(window: MainWindow, camera: Camera) -> None:
    """Quiet mode: a page that shows no numbers, and what stands in the place of one that rests."""
    window.be_quiet(True)
    for name in ("before_session", "progress"):
        window.show_page(name)
        camera.take_whole(window, f"quiet-{name}")
    window.be_quiet(False)
