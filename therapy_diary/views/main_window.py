"""The window over an open diary: the column of pages, the page in view, and one sentence about what was last kept."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QSizePolicy, QVBoxLayout, QWidget

from therapy_diary.desktop.after_first_paint import AfterFirstPaint
from therapy_diary.desktop.background import charts_background
from therapy_diary.desktop.idle_lock import IdleLock, awake_and_asleep
from therapy_diary.desktop.imports_ahead import still_to_import
from therapy_diary.desktop.lock_key import LockKey
from therapy_diary.desktop.theme import Choice, Theme
from therapy_diary.desktop.window_place import place_of, put_in_place
from therapy_diary.domain.draft import JOTTED, WINDOW
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.preferences import Preferences
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.errors import StorageError
from therapy_diary.views.page import Desk, Page
from therapy_diary.views.several.switch import TherapySwitch
from therapy_diary.views.window.above_page import AbovePage
from therapy_diary.views.window.covering import Covering
from therapy_diary.views.window.file_news import FileNews
from therapy_diary.views.window.menus import Menus
from therapy_diary.views.window.page_stack import PAGES, RESTING, UNDER, PageStack, page_module
from therapy_diary.views.window.quiet_writing import QuietWriting
from therapy_diary.views.window.settling import Settling
from therapy_diary.views.window.sidebar import Sidebar
from therapy_diary.views.window.way import Way
from therapy_diary.widgets.aloud import say_aloud
from therapy_diary.widgets.dropped_files import DroppedFiles
from therapy_diary.widgets.elided_label import ElidedLabel
from therapy_diary.widgets.primary_selection import empty_primary_selection
from therapy_diary.widgets.saved_state import SavedState

if TYPE_CHECKING:  # at run time each comes when it is needed, and none before the first paint
    from therapy_diary.keys.slots import DataKey, KeyFile
    from therapy_diary.views.kept.quick_capture import QuickCapture
    from therapy_diary.views.safe import Safe, WhileClosed
    from therapy_diary.views.window.steady_backup import SteadyBackup

LEAST_SIZE = (640, 480)
STEP_OF_TEXT = 10  # per cent
SOONEST_WANTED = "session_note"
"""The page that has the most to it of those one wants at once: it is made ahead."""


class MainWindow(QMainWindow):
    """An open diary on the screen."""

    diary_changed = Signal()
    choices_changed = Signal()
    """A choice was made in the settings that whoever runs the program has to follow."""
    locked = Signal()
    """The diary is closed and no page is left; whoever runs the program puts the lock in this window's place."""
    given_up = Signal(object)
    """The same, and before a diary is shown again this is to be done: a WhileClosed."""
    rescue_wanted = Signal(object)
    """The same, because it is damaged: what gets the key out of a key file, see Rescue."""

    def __init__(
        self,
        diary: Diary,
        *,
        now: Callable[[], datetime],
        theme: Theme,
        preferences: Preferences,
        safe: "Safe | None" = None,
        idle_clock: Callable[[], float] = awake_and_asleep,
    ) -> None:
        """safe: the folder around the diary; without it nothing is offered about keys and backups."""
        super().__init__()
        self._diary, self._safe = diary, safe
        self._quiet = diary.choices.is_quiet  # read once: the look may change after the diary is closed
        self.covering = Covering(self, diary, safe)
        self.capture: QuickCapture | None = None
        self._can_lock = True
        self._theme = theme
        self._preferences = preferences
        self.desk = Desk(
            diary=diary,
            changed=self.diary_changed,
            now=now,
            theme=theme,
            checks_spelling=lambda: bool(preferences.chosen.spelling),
        )
        self._forget_diary = diary.watch(self.diary_changed.emit)
        self._way = Way()
        self._leaving_anyway = False
        self.setWindowTitle(self.tr("Therapy Diary"))  # nothing else, ever: titles are seen by other programs
        self.later = AfterFirstPaint(self, self._is_making)
        self._lay_out()
        self._connect_menus()
        self._count_idle_time(idle_clock)
        self.file_news = None if safe is None else self._watch_file(safe)
        for name in PAGES:  # the person would wait for it at the first turn to the page
            self.later.at_rest(partial(import_module, it) for it in still_to_import(page_module(name)))
        self.later.at_rest(iter((lambda: self.page_named(SOONEST_WANTED),)))
        theme.changed.connect(self._follow)
        self._restore()

    # what follows the first paint, or comes when it is asked for before that

    @property
    def steady(self) -> "SteadyBackup | None":
        """What makes backups by itself; None without a folder around the diary."""
        if self.file_news is None:
            return None
        self.file_news.begin()
        return self.file_news.steady

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.later.painted()

    def _is_making(self) -> bool:
        """Whether the page in view, or a chart on it, is still to come."""
        return (self.page is not None and not self.page.is_whole) or charts_background().is_working

    # where one is, and going elsewhere

    @property
    def page(self) -> Page | None:
        """The page in view; None once locked."""
        return self.stack.page

    def page_named(self, name: str) -> Page:
        """The page of that name, built the first time it is asked for. Raises KeyError for a name that is none."""
        return self.stack.named(name)

    def show_page(self, name: str) -> bool:
        """Bring a page into view as it was left; False when the present one cannot keep its text and stays."""
        if not self._turn_to(name):
            return False
        self._way.lead_to(name)
        self._follow()
        return True

    def show_subject(self, name: str, subject: object) -> None:
        """Bring a page into view with what it should show, such as a session; None means what it shows first."""
        other = self.switch.other_therapy_of(subject)
        if self._kept() and (other is None or self.show_therapy(other)):
            if not self._rests(name):
                self.page_named(name).show_subject(subject)
            self.show_page(name)
            self.stack.focus_page()

    def can_go(self, steps: int) -> bool:
        """Whether there is a page so many steps along the way taken; -1 is back, 1 forward."""
        return self._way.goes(steps)

    def go(self, steps: int) -> None:
        """Walk the way taken back or forward."""
        if self.can_go(steps) and self._turn_to(self._way.ahead(steps)):
            self._way.walk(steps)
            self._follow()
            self.stack.focus_page()

    def next_pane(self) -> None:
        """Move the keyboard between the column of pages and the page, as F6 does."""
        self.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)  # shows the ring, as Tab does
        focus = QApplication.focusWidget()
        if focus is not None and self.sidebar.isAncestorOf(focus):
            self.stack.focus_page()
        else:
            self.sidebar.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def jot_down(self) -> None:
        """Open the strip for a line or two above the page in view, which stays."""
        if self.capture is None:
            from therapy_diary.views.kept.quick_capture import QuickCapture

            self.capture = QuickCapture(self.desk, self.stack.parentWidget() or self)
            self.capture.said.connect(self.say)
            self.above.addWidget(self.capture)
        self.capture.open()

    def be_quiet(self, quiet: bool) -> None:
        """Show no numbers and no charts from now on, or show them again; the page in view stays where it may."""
        if not self._kept():
            self._follow()
            return
        try:
            with self._diary.change():
                self._diary.choices.be_quiet(quiet)
        except StorageError as error:
            self.above.say_trouble(error)
        else:
            self._follow_quiet()
            self.say(self.tr("Quiet mode is on.") if quiet else self.tr("Quiet mode is off."))

    def show_therapy(self, therapy: TherapyId) -> bool:
        """Put another therapy on the screen, with the page in view; False when what is half typed cannot be kept."""
        if not self._kept():
            return False
        self.stack.bring_nothing()  # no page is to read one half of each
        try:
            self.switch.put(therapy)
        except StorageError as error:
            self._turn_to(self._here())
            self.above.say_trouble(error)
            return False
        self.stack.take_away()
        self._turn_to(self._here())
        self._follow()
        self.stack.focus_page()
        self.say(self.tr("On screen now: {name}").format(name=f"\u2068{self.switch.name()}\u2069"))
        return True

    # what is kept

    def say(self, sentence: str) -> None:
        """Say a sentence to a screen reader, and show it below the page unless the page shows it itself."""
        shown = [it.text() for it in (self.page or self).findChildren(SavedState) if it.isVisible()]
        self._status.setText("" if sentence in shown else sentence)
        if sentence:
            say_aloud(self, sentence)

    def save_now(self) -> None:
        """Keep what is half typed, because the person asked; pages keep by themselves anyway."""
        if self._kept() and not (self.page is not None and self.page.save_asked()):
            self.say(self.tr("Everything is saved on this computer."))

    def lock(self) -> None:
        """Set aside what is half typed, take every page away, close the diary. No dialog delays it.

        The pages go because a hidden one can still be read through the accessibility interface. What cannot be written
        just now stays in memory behind a curtain, and the lock is tried again and again.
        """
        if not self._can_lock:
            return
        for box in QApplication.topLevelWidgets():
            if box not in (self, self.covering.behind):
                box.close()
        try:
            self._set_aside()
        except StorageError as error:
            self.covering.cover(error)
            return
        self._take_down()
        self.locked.emit()

    def give_up(self, work: "WhileClosed") -> None:
        """Close the diary as for a lock, so that something can be done to it; given_up says what."""
        if self._kept():
            self._take_down()
            self.given_up.emit(work)

    def forbid_lock(self) -> None:
        """Offer no lock, where nothing could open it again."""
        self._can_lock = False
        self.idle.set_minutes(0)
        self.menus.lock.setEnabled(False)
        self.sidebar.lock.hide()

    def changeEvent(self, event: QEvent) -> None:
        """Lock as the window is put away, if that was chosen."""
        super().changeEvent(event)
        put_away = event.type() == QEvent.Type.WindowStateChange and self.isMinimized()
        if put_away and self._preferences.chosen.lock_minimised:
            QTimer.singleShot(0, self, self.lock)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close when everything is kept, or when the person says that the last words may go."""
        if self.covering.is_on:
            event.ignore()  # who may throw the last words away is known behind the curtain only
            self.lock()
            return
        if self._leaving_anyway or self._kept():
            self._remember()
            self._look_no_longer()
            event.accept()
            return
        self.above.offer_to_leave()
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sidebar.fit_into(event.size().width())

    def change_text_size(self, steps: int) -> None:
        """Make all text larger or smaller by so many steps of ten per cent; 0 takes the usual size."""
        wanted = self._theme.text_size + steps * STEP_OF_TEXT if steps else 100
        self._theme.set_text_size(wanted)
        self._preferences.change(text_size=self._theme.text_size)
        self.say(self.tr("Text size {percent} %").format(percent=self._theme.text_size))

    # inside

    def _lay_out(self) -> None:
        rows = [
            ("today", "house", self.tr("Today")),
            ("timeline", "notebook-text", self.tr("Timeline")),
            ("session_note", "notebook-pen", self.tr("Session note")),
            ("after_session", "handshake", self.tr("After the session")),
            ("checklist", "list-checks", self.tr("Checklist")),
            ("goals", "target", self.tr("Goals")),
            ("progress", "chart-line", self.tr("Progress")),
            ("before_session", "calendar-check", self.tr("Before the session")),
            ("therapy", "users", self.tr("Therapy")),
            ("ending", "sunset", self.tr("Ending")),
        ]
        self.titles = {name: title for name, _, title in rows}
        whole = QWidget(self)
        self.sidebar = Sidebar(rows, self._theme, whole)
        self.sidebar.page_wanted.connect(self.show_page)
        self.sidebar.lock_wanted.connect(self.lock)
        self.sidebar.quiet_wanted.connect(self.be_quiet)
        self.stack = PageStack(self._build_page, whole)
        self.above = AbovePage(whole)
        self.above.leave_anyway.connect(self._leave_anyway)
        self.above.taken_back.connect(self.stack.focus_page)
        self._status = ElidedLabel(whole)
        self._status.setObjectName("status")
        self._status.setProperty("role", "caption")
        self._status.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        status_room = QVBoxLayout()
        status_room.setContentsMargins(40, 6, 40, 8)
        status_room.addWidget(self._status)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(self.above)
        column.addWidget(self.stack, 1)
        column.addLayout(status_room)
        self._put_side_by_side(whole, column)
        self.quiet = QuietWriting(self, [self.sidebar, self._status])
        DroppedFiles(self, self._bring_along)

    def _bring_along(self, place: Path) -> None:
        """Look into what was dropped, where nothing else is under way; without a folder nothing is brought along."""
        if self._safe is not None and not self.covering.is_on and QApplication.activeModalWidget() is None:
            self.show_subject("settings", place)

    def _put_side_by_side(self, whole: QWidget, column: QVBoxLayout) -> None:
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addLayout(column, 1)
        self.setCentralWidget(whole)
        self.setMinimumSize(*LEAST_SIZE)

    def _connect_menus(self) -> None:
        menus = self.menus = Menus(self.titles, self)
        self.setMenuBar(menus)
        menus.page_wanted.connect(self._show_and_focus)
        menus.look_wanted.connect(self._choose_look)
        menus.mark_wanted.connect(self._mark)
        menus.edit_opened.connect(self._offer_spelling)
        menus.quiet_wanted.connect(self.be_quiet)
        self.switch = TherapySwitch(self.desk, self.sidebar, menus, self)
        self.switch.wanted.connect(self.show_therapy)
        self.switch.lost.connect(self.stack.take_away_hidden)
        doings: list[tuple[QAction, Callable[[], object]]] = [
            (menus.new_note, lambda: self.show_subject("session_note", None)),
            (menus.jot_down, self.jot_down),
            (menus.new_topic, lambda: self.show_subject("topics", "add")),
            (menus.find_here, lambda: self._ask_page("find_in_text")),
            (menus.spelling, self._choose_spelling),
            (menus.bin, lambda: self.show_subject("bin", None)),
            (menus.search, lambda: self.show_subject("timeline", "search")),
            (menus.save, self.save_now),
            (menus.print_page, lambda: self._ask_page("print_page")),
            (menus.lock, self.lock),
            (menus.settings, lambda: self._show_and_focus("settings")),
            (menus.close_window, self.close),
            (menus.quit, self.close),
            (menus.larger, lambda: self.change_text_size(1)),
            (menus.smaller, lambda: self.change_text_size(-1)),
            (menus.usual, lambda: self.change_text_size(0)),
            (menus.full_screen, self._full_screen),
            (menus.back, lambda: self.go(-1)),
            (menus.forward, lambda: self.go(1)),
            (menus.other_pane, self.next_pane),
            (menus.help, lambda: self.show_subject("help", None)),
            (menus.too_much, lambda: self._show_and_focus("too_much")),
            (menus.keys, lambda: self.show_subject("help", "keys")),
            (menus.about, lambda: self.show_subject("help", "about")),
        ]
        for action, do in doings:
            action.triggered.connect(lambda _=False, do=do: do())

    def _mark(self, kind: object) -> None:
        """Mark a moment of the session in view: a milestone of a kind, or a sign that it helps for None."""
        session = None if self.page is None else self.page.session_in_view()
        if kind is None:
            self.show_subject("after_session", (session, "signs"))
        else:
            self.show_subject("milestones", (kind, session))

    def _show_and_focus(self, name: str) -> None:
        if self.show_page(name):
            self.stack.focus_page()

    def _turn_to(self, name: str) -> bool:
        """Bring a page into view if the present one can be left."""
        if not self._kept():
            if self.page is not None:
                self.sidebar.mark(UNDER.get(self.page.name, self.page.name))
            return False
        self.quiet.end()
        self._status.setText("")  # what was said about one page is not said on the next
        self.above.forget_done()
        self.stack.bring("quiet" if self._rests(name) else name)
        self.sidebar.mark(UNDER.get(name, name))
        return True

    def _rests(self, name: str) -> bool:
        """Whether quiet mode shows another page in the place of this one."""
        return name in RESTING and self._quiet

    def _follow_quiet(self) -> None:
        """Take away the pages that rest, so that nothing of them can be read, and show the one that was in view."""
        here, self._quiet = self._here(), self._diary.choices.is_quiet
        if self._quiet:
            self.stack.bring("quiet")
            self.stack.take_away(RESTING)
        self._turn_to("today" if here == "quiet" else here)
        self._follow()
        self.stack.focus_page()

    def _here(self) -> str:
        """The name of the page the person went to, also where it rests."""
        return self._way.here

    def _kept(self) -> bool:
        """Put what is half typed into the diary; on trouble say so in one sentence and leave the text where it is."""
        try:
            if self.page is not None:
                self.page.keep()
            if self.capture is not None:
                self.capture.keep()
        except StorageError as error:
            self.above.say_trouble(error)
            return False
        self.above.notice.say("")
        return True

    def _build_page(self, name: str, kind: Callable[..., Page]) -> Page:
        page = self._settings(kind) if name == "settings" else kind(self.desk, self.stack)
        page.asked_for.connect(self.show_subject)
        page.said.connect(self.say)
        page.full_screen_wanted.connect(self._full_screen)
        page.can_be_undone.connect(self.above.offer_undo)
        page.therapy_wanted.connect(self.show_therapy)
        if name in ("quiet", "before_session"):
            page.quiet_wanted.connect(self.be_quiet)  # type: ignore[attr-defined]
        return page

    # the file

    def _watch_file(self, safe: "Safe") -> FileNews:
        news = FileNews(self.desk, safe, self.above.tell, self)
        news.said.connect(self.say)
        news.room_wanted.connect(lambda room: self.show_subject("settings", room))
        news.rescue_wanted.connect(self._ask_for_rescue)
        news.mending_wanted.connect(self.give_up)
        self.later.then(news.begin)
        if not self._preferences.chosen.place_told and safe.risk() is not None:
            self._preferences.change(place_told=1)  # said once; the settings go on saying it
            news.say_where_it_lies()
        return news

    def _ask_for_rescue(self) -> None:
        key = self._diary.key

        def attempt(keys: "KeyFile") -> "tuple[DataKey, ...]":
            found = keys.named(key)
            return () if found is None else (found,)

        if self._kept():
            self._take_down()
            self.rescue_wanted.emit(attempt)

    # locking

    def _count_idle_time(self, clock: Callable[[], float]) -> None:
        self.idle = IdleLock(self._preferences.chosen.lock_after, self, clock)
        self.idle.warned.connect(self.above.say_soon)
        self.idle.touched_in_time.connect(lambda: self.above.soon.say(""))
        self.idle.ran_out.connect(self.lock)
        self.above.soon.acted.connect(self.idle.touch)
        self.settling = Settling(self.desk, self.idle, self)
        self.covering.lock_again.connect(self.lock)
        self.covering.uncovered.connect(self.idle.touch)
        self.covering.uncovered.connect(self.stack.focus_page)
        LockKey(self.menus.lock.shortcuts(), self.lock, self)

    def _set_aside(self) -> None:
        """Write down what is half typed, and where the person is. Raises StorageError."""
        page = self.page
        if page is None:
            return
        import json  # 3 ms, and most starts have nothing to read of it

        page.set_aside()
        if self.capture is not None:
            self.capture.keep()
        left = json.dumps([self._here(), page.bookmark()])
        with self._diary.quiet_change():
            self._diary.drafts.keep(WINDOW, left, 0, self.desk.now())

    def _look_no_longer(self) -> None:
        """Nothing of this window asks the diary anything any more by itself."""
        self._forget_diary()
        self.later.forget()
        if self.file_news is not None:
            self.file_news.stop()
        self.idle.stop()
        self.settling.stop()

    def _take_down(self) -> None:
        self._can_lock = False  # there is nothing left to lock, and what comes next must not be cut short
        self._remember()
        self.covering.stop()
        self._look_no_longer()
        self.hide()  # first, so that no page is shown, and read anew, while another is taken away
        empty_primary_selection()
        self.stack.take_away()
        if self.capture is not None:
            self.above.removeWidget(self.capture)
            self.capture.deleteLater()
            self.capture = None
        self._diary.close()

    def _settings(self, kind: Callable[..., Page]) -> Page:
        page = kind(self.desk, self._preferences, self._safe, self.stack)
        page.chosen.connect(self.choices_changed)  # type: ignore[attr-defined]
        page.chosen.connect(lambda: self.idle.set_minutes(self._preferences.chosen.lock_after))  # type: ignore[attr-defined]
        page.diary_given_up.connect(self.give_up)  # type: ignore[attr-defined]
        page.lock_wanted.connect(self.lock)  # type: ignore[attr-defined]
        return page

    def _leave_anyway(self) -> None:
        self._leaving_anyway = True
        self.close()

    def _follow(self) -> None:
        """Let the menus show what can be done on this page."""
        self.menus.follow(
            can_print=callable(getattr(self.page, "print_page", None)),
            can_find=callable(getattr(self.page, "find_in_text", None)),
            can_go_back=self.can_go(-1),
            can_go_forward=self.can_go(1),
            look=self._theme.choice,
            size=self._theme.text_size,
            quiet=self._quiet,
        )
        self.sidebar.show_quiet(self._quiet, RESTING)

    def _ask_page(self, act: str) -> None:
        """Let the page do what not every page can, such as print_page."""
        do = getattr(self.page, act, None)
        if callable(do):
            do()

    def _offer_spelling(self) -> None:
        can = getattr(self.page, "can_check_spelling", None)
        self.menus.spelling.setVisible(callable(can) and can())
        self.menus.spelling.setChecked(bool(self._preferences.chosen.spelling))

    def _choose_spelling(self) -> None:
        self._preferences.change(spelling=int(self.menus.spelling.isChecked()))
        self._ask_page("check_spelling")

    def _choose_look(self, choice: Choice) -> None:
        self._theme.choose(choice)
        self._preferences.change(theme=choice)
        self._follow()

    def _full_screen(self) -> None:
        self.quiet.toggle(self.page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, which nothing on the page wanted, leads back from writing with nothing else around."""
        if event.key() == Qt.Key.Key_Escape and self.quiet.is_on:
            self.quiet.end()
        else:
            super().keyPressEvent(event)

    def _remember(self) -> None:
        page = self._here() if self.page is not None else "today"
        self._preferences.change(geometry=place_of(self), page=page)

    def _restore(self) -> None:
        """Where the window stood, and the page that was in view; after a lock also the place on it."""
        put_in_place(self, self._preferences.chosen.geometry)
        page, bookmark = self._preferences.chosen.page, ""
        # until this start went well: else one page that cannot be shown would bar every start
        self._preferences.change(page="today")
        left = self._diary.drafts.at(WINDOW)
        if left is not None:
            import json

            with suppress(StorageError), self._diary.quiet_change():
                self._diary.drafts.discard(WINDOW)
            with suppress(ValueError, TypeError):
                page, bookmark = json.loads(left.text)
        self.show_page(page if page in PAGES else "today")
        if bookmark and self.page is not None:
            self.page.return_to(bookmark)
        if JOTTED in self._diary.drafts.places():
            self._reopen_capture()

    def _reopen_capture(self) -> None:
        from therapy_diary.views.kept.quick_capture import waits_open

        if waits_open(self._diary):
            self.jot_down()
