"""The pages of the window, each built when it is first wanted, and the one of them in view."""

from collections.abc import Callable, Iterable
from importlib import import_module

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from therapy_diary.views.page import Page

PAGES = {
    "today": "TodayPage",
    "timeline": "TimelinePage",
    "session_note": "SessionNotePage",
    "after_session": "AfterSessionPage",
    "alliance": "AlliancePage",
    "checklist": "ChecklistPage",
    "goals": "GoalsPage",
    "milestones": "MilestonesPage",
    "progress": "ProgressPage",
    "before_session": "BeforeSessionPage",
    "topics": "TopicsPage",
    "same_subject": "SameSubjectPage",
    "therapy": "TherapyPage",
    "setting": "SettingPage",
    "tasks_and_patterns": "TasksAndPatternsPage",
    "questionnaires": "QuestionnairesPage",
    "side_by_side": "SideBySidePage",
    "ending": "EndingPage",
    "versions": "VersionsPage",
    "bin": "BinPage",
    "quiet": "QuietPage",
    "too_much": "TooMuchPage",
    "settings": "SettingsPage",
    "help": "HelpPage",
}
"""Every page by its name, which is its module's among the views, and the class that makes it."""

RESTING = ("alliance", "checklist", "goals", "progress", "questionnaires", "side_by_side", "ending")
"""The pages that show nothing in quiet mode: each says so itself, by rests_when_quiet."""
UNDER = {
    **dict.fromkeys(("setting", "tasks_and_patterns", "questionnaires", "side_by_side"), "therapy"),
    **dict.fromkeys(("topics", "same_subject"), "before_session"),
}
"""Pages without a row of their own in the column, and the row that leads to them."""


def page_module(name: str) -> str:
    """The module that holds the page of that name."""
    return f"therapy_diary.views.{name}"


class PageStack(QStackedWidget):
    """Holds the pages that were built. A page that is taken away can no longer be read by anybody."""

    def __init__(self, build: Callable[[str, Callable[..., Page]], Page], parent: QWidget) -> None:
        """build: makes the page of that name by its class, inside this stack, and hears it.

        Put into it afterwards, all that the page holds would be dressed a second time.
        """
        super().__init__(parent)
        self._build = build
        self._built: dict[str, Page] = {}
        self._nothing = QWidget(self)
        self.addWidget(self._nothing)

    @property
    def page(self) -> Page | None:
        """The page in view; None once all are taken away."""
        shown = self.currentWidget()
        return shown if isinstance(shown, Page) else None

    def named(self, name: str) -> Page:
        """The page of that name, built the first time it is asked for. Raises KeyError for a name that is none."""
        if name not in self._built:
            page = self._build(name, getattr(import_module(page_module(name)), PAGES[name]))
            self._built[name] = page
            self.addWidget(page)
        return self._built[name]

    def bring(self, name: str) -> None:
        """Bring a page into view."""
        self.setCurrentWidget(self.named(name))

    def bring_nothing(self) -> None:
        """Show no page, so that none reads the diary while something changes under all of them."""
        self.setCurrentWidget(self._nothing)

    def take_away_hidden(self) -> None:
        """Take away all but the page in view."""
        self.take_away([name for name, page in self._built.items() if page is not self.page])

    def take_away(self, names: Iterable[str] = tuple(PAGES)) -> None:
        """Take these pages away, those of them that were built."""
        for name in names:
            page = self._built.pop(name, None)
            if page is not None:
                self.removeWidget(page)
                page.deleteLater()

    def focus_page(self) -> None:
        """Put the keyboard where it was on the page in view, else on the first control that takes it."""
        page, focus = self.page, QApplication.focusWidget()
        if page is None or (focus is not None and focus is not page and page.isAncestorOf(focus)):
            return
        begins = page.keyboard_begins_at()
        first = [it for it in (page.focusWidget(), begins) if it is not None]
        is_to_come = begins is not None and not page.is_whole  # or is there, and shown in the next turn
        for widget in first if is_to_come else [*first, *page.findChildren(QWidget)]:
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
                widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return
        if page.turns is not None and not page.turns.is_whole:  # what takes it is still to come
            page.turns.went_on.connect(
                lambda: self._focus_unless_moved(focus), Qt.ConnectionType.SingleShotConnection
            )

    def _focus_unless_moved(self, before: QWidget | None) -> None:
        if QApplication.focusWidget() is before:
            self.focus_page()
