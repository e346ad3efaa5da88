"""The window over an open diary: the column of pages, the page in view, and one sentence about what was last kept."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from therapy_diary.desktop.after_first_paint import AfterFirstPaint
from therapy_diary.desktop.idle_lock import IdleLock, awake_and_asleep
from therapy_diary.desktop.lock_key import LockKey
from therapy_diary.desktop.theme import Choice, Theme
from therapy_diary.desktop.window_place import place_of, put_in_place
from therapy_diary.domain.draft import JOTTED
from therapy_diary.preferences import Preferences
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.errors import StorageError
from therapy_diary.views.menus import Menus
from therapy_diary.views.page import Desk, Page
from therapy_diary.views.quiet_writing import QuietWriting
from therapy_diary.views.settling import Settling
from therapy_diary.views.sidebar import Sidebar
from therapy_diary.widgets.aloud import say_aloud
from therapy_diary.widgets.elided_label import ElidedLabel
from therapy_diary.widgets.notice import Notice, Tone
from therapy_diary.widgets.primary_selection import empty_primary_selection
from therapy_diary.widgets.saved_state import SavedState

if TYPE_CHECKING:  # at run time each comes when it is needed, and none before the first paint
    from therapy_diary.desktop.background import Task
    from therapy_diary.keys.slots import DataKey, KeyFile
    from therapy_diary.views.curtain import Curtain
    from therapy_diary.views.kept.quick_capture import QuickCapture
    from therapy_diary.views.page_seals import PageSeals, State
    from therapy_diary.views.safe import Safe, WhileClosed
    from therapy_diary.views.steady_backup import SteadyBackup

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
    "therapy": "TherapyPage",
    "setting": "SettingPage",
    "tasks_and_patterns": "TasksAndPatternsPage",
    "questionnaires": "QuestionnairesPage",
    "ending": "EndingPage",
    "versions": "VersionsPage",
    "bin": "BinPage",
    "quiet": "QuietPage",
    "too_much": "TooMuchPage",
    "settings": "SettingsPage",
    "help": "HelpPage",
}
"""Every page by its name, which is its module's in this package, and the class that makes it."""

RESTING = ("alliance", "checklist", "goals", "progress", "questionnaires", "ending")
"""The pages that show nothing in quiet mode: each says so itself, by rests_when_quiet."""
UNDER = dict.fromkeys(("setting", "tasks_and_patterns", "questionnaires"), "therapy")
"""Pages without a row of their own in the column, and the row that leads to them."""

LEAST_SIZE = (640, 480)
LEFT_AT = "window"
"""The place of the draft that says where the person was when the diary locked."""
LOCK_AGAIN = 2_000  # milliseconds until a lock that had to wait is tried again
STEP_OF_TEXT = 10  # per cent


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
        self._curtain: Curtain | None = None
        self._behind: QWidget | None = None
        self.capture: QuickCapture | None = None
        self._can_lock = True
        self._do_about_news: Callable[[], object] | None = None
        self._take_back: Callable[[], object] | None = None
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
        self._pages: dict[str, Page] = {}
        self._way: list[str] = []
        self._place = -1
        self._leaving_anyway = False
        self.setWindowTitle(self.tr("Therapy Diary"))  # nothing else, ever: titles are seen by other programs
        self._steady: SteadyBackup | None = None
        self._seals: PageSeals | None = None
        self._looks: list[Task] = []
        """What is looked at beside the window; its answers are for an open diary only."""
        self.later = AfterFirstPaint(self)
        self._lay_out()
        self._connect_menus()
        self._count_idle_time(idle_clock)
        self.later.then(self._back_up_steadily)
        for name in PAGES:  # each takes up to 40 ms, which the person would wait for at the first turn to it
            self.later.then(partial(import_module, f"{__package__}.{name}"))
        self._say_where_it_lies()
        theme.changed.connect(self._follow)
        self._restore()

    # what follows the first paint, or comes when it is asked for before that

    @property
    def steady(self) -> "SteadyBackup | None":
        """What makes backups by itself; None without a folder around the diary."""
        self.later.at_once(self._back_up_steadily)
        return self._steady

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.later.painted()

    # where one is, and going elsewhere

    @property
    def page(self) -> Page | None:
        """The page in view; None once locked."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    def page_named(self, name: str) -> Page:
        """The page of that name, built the first time it is asked for. Raises KeyError for a name that is none."""
        if name not in self._pages:
            kind = getattr(import_module(f"therapy_diary.views.{name}"), PAGES[name])
            page: Page = self._settings(kind) if name == "settings" else kind(self.desk)
            page.asked_for.connect(self.show_subject)
            page.said.connect(self.say)
            page.full_screen_wanted.connect(self._full_screen)
            page.can_be_undone.connect(self.offer_undo)
            if name in ("quiet", "before_session"):
                page.quiet_wanted.connect(self.be_quiet)  # type: ignore[attr-defined]
            self._pages[name] = page
            self._stack.addWidget(page)
        return self._pages[name]

    def show_page(self, name: str) -> bool:
        """Bring a page into view as it was left; False when the present one cannot keep its text and stays."""
        if not self._turn_to(name):
            return False
        del self._way[self._place + 1 :]
        if self._way[-1:] != [name]:
            self._way.append(name)
        self._place = len(self._way) - 1
        self._follow()
        return True

    def show_subject(self, name: str, subject: object) -> None:
        """Bring a page into view with what it should show, such as a session; None means what it shows first."""
        if self._kept():
            if not self._rests(name):
                self.page_named(name).show_subject(subject)
            self.show_page(name)
            self._focus_page()

    def can_go(self, steps: int) -> bool:
        """Whether there is a page so many steps along the way taken; -1 is back, 1 forward."""
        return 0 <= self._place + steps < len(self._way)

    def go(self, steps: int) -> None:
        """Walk the way taken back or forward."""
        if self.can_go(steps) and self._turn_to(self._way[self._place + steps]):
            self._place += steps
            self._follow()
            self._focus_page()

    def next_pane(self) -> None:
        """Move the keyboard between the column of pages and the page, as F6 does."""
        self.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)  # shows the ring, as Tab does
        focus = QApplication.focusWidget()
        if focus is not None and self.sidebar.isAncestorOf(focus):
            self._focus_page()
        else:
            self.sidebar.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def jot_down(self) -> None:
        """Open the strip for a line or two above the page in view, which stays."""
        if self.capture is None:
            from therapy_diary.views.kept.quick_capture import QuickCapture

            self.capture = QuickCapture(self.desk, self.notice.parentWidget() or self)
            self.capture.said.connect(self.say)
            self._above_page.addWidget(self.capture)
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
            self._say_trouble(error)
        else:
            self._follow_quiet()
            self.say(self.tr("Quiet mode is on.") if quiet else self.tr("Quiet mode is off."))

    # what is kept

    def say(self, sentence: str) -> None:
        """Say a sentence to a screen reader, and show it below the page unless the page shows it itself."""
        shown = [it.text() for it in self._stack.findChildren(SavedState) if it.isVisible()]
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
            if box not in (self, self._behind):
                box.close()
        try:
            self._set_aside()
        except StorageError as error:
            self._cover(error)
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

    def uncover(self) -> None:
        """Take the curtain away, for somebody who has shown that the diary is theirs."""
        if self._behind is None:
            return
        behind, self._behind, self._curtain = self._behind, None, None
        self._again.stop()
        self.setCentralWidget(behind)
        behind.show()
        self.menus.setEnabled(True)
        self.menus.show()
        self.idle.touch()
        self._focus_page()

    def tell(
        self, sentence: str, tone: Tone, action: str = "", do: Callable[[], object] | None = None
    ) -> None:
        """Show a sentence above the page until it is acted on or the window closes."""
        self._do_about_news = do
        self.news.say(sentence, tone, action, aloud=True)

    def offer_undo(self, sentence: str, take_back: Callable[[], object]) -> None:
        """Say what was done, with the way back, until another page is shown. take_back may raise a StorageError."""
        self._take_back = take_back
        self.done.say(sentence, Tone.KNOW, self.tr("Undo"), aloud=True)

    def changeEvent(self, event: QEvent) -> None:
        """Lock as the window is put away, if that was chosen."""
        super().changeEvent(event)
        put_away = event.type() == QEvent.Type.WindowStateChange and self.isMinimized()
        if put_away and self._preferences.chosen.lock_minimised:
            QTimer.singleShot(0, self, self.lock)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close when everything is kept, or when the person says that the last words may go."""
        if self._curtain is not None:
            event.ignore()  # who may throw the last words away is known behind the curtain only
            self.lock()
            return
        if self._leaving_anyway or self._kept():
            self._remember()
            self._look_no_longer()
            event.accept()
            return
        self.notice.say(self.notice.text(), Tone.WRONG, self.tr("Close without the last words"))
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
        self._stack = QStackedWidget(whole)
        self.notice, self.soon, self.news, self.done = (Notice(whole) for _ in range(4))
        self.notice.acted.connect(self._leave_anyway)
        self.news.acted.connect(self._act_on_news)
        self.done.acted.connect(self._undo_done)
        self._status = ElidedLabel(whole)
        self._status.setObjectName("status")
        self._status.setProperty("role", "caption")
        self._status.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        notice_room, status_room = QVBoxLayout(), QVBoxLayout()
        notice_room.setContentsMargins(40, 16, 40, 0)
        for notice in (self.soon, self.notice, self.news, self.done):
            notice_room.addWidget(notice)
        status_room.setContentsMargins(40, 6, 40, 8)
        status_room.addWidget(self._status)
        column = QVBoxLayout()
        column.setSpacing(0)
        self._above_page = notice_room
        column.addLayout(notice_room)
        column.addWidget(self._stack, 1)
        column.addLayout(status_room)
        self._put_side_by_side(whole, column)
        self.quiet = QuietWriting(self, [self.sidebar, self._status])

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
        doings: list[tuple[QAction, Callable[[], object]]] = [
            (menus.new_note, lambda: self.show_subject("session_note", None)),
            (menus.jot_down, self.jot_down),
            (menus.new_topic, lambda: self.show_subject("before_session", "add")),
            (menus.find_here, self._find),
            (menus.spelling, self._choose_spelling),
            (menus.bin, lambda: self.show_subject("bin", None)),
            (menus.search, lambda: self.show_subject("timeline", "search")),
            (menus.save, self.save_now),
            (menus.print_page, self._print),
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
            self._focus_page()

    def _turn_to(self, name: str) -> bool:
        """Bring a page into view if the present one can be left."""
        if not self._kept():
            if self.page is not None:
                self.sidebar.mark(UNDER.get(self.page.name, self.page.name))
            return False
        self.quiet.end()
        self._status.setText("")  # what was said about one page is not said on the next
        self._forget_done()
        page = self.page_named("quiet" if self._rests(name) else name)
        self._stack.setCurrentWidget(page)
        self.sidebar.mark(UNDER.get(name, name))
        return True

    def _rests(self, name: str) -> bool:
        """Whether quiet mode shows another page in the place of this one."""
        return name in RESTING and self._quiet

    def _follow_quiet(self) -> None:
        """Take away the pages that rest, so that nothing of them can be read, and show the one that was in view."""
        here, self._quiet = self._here(), self._diary.choices.is_quiet
        if self._quiet:
            self._stack.setCurrentWidget(self.page_named("quiet"))
            for name in set(RESTING) & set(self._pages):
                page = self._pages.pop(name)
                self._stack.removeWidget(page)
                page.deleteLater()
        self._turn_to("today" if here == "quiet" else here)
        self._follow()
        self._focus_page()

    def _here(self) -> str:
        """The name of the page the person went to, also where it rests."""
        return self._way[self._place]

    def _kept(self) -> bool:
        """Put what is half typed into the diary; on trouble say so in one sentence and leave the text where it is."""
        try:
            if self.page is not None:
                self.page.keep()
            if self.capture is not None:
                self.capture.keep()
        except StorageError as error:
            self._say_trouble(error)
            return False
        self.notice.say("")
        return True

    def _say_trouble(self, error: StorageError) -> None:
        from therapy_diary.vault.sentences import CONTEXT, sentence_for  # with all the keys: 20 ms

        sentence = sentence_for(error, lambda text: QApplication.translate(CONTEXT, text))
        self.notice.say(sentence, Tone.WRONG, aloud=True)

    # backups

    def _back_up_steadily(self) -> None:
        safe = self._safe
        if safe is None:
            return
        from therapy_diary.views.page_seals import PageSeals
        from therapy_diary.views.steady_backup import SteadyBackup

        steady = self._steady = SteadyBackup(self.desk, safe, self)
        steady.said.connect(self.say)
        steady.holds_less.connect(self._say_less)
        seals = self._seals = PageSeals(self._diary, safe, self)
        seals.found.connect(self._say_state)
        steady.damaged.connect(seals.look)  # which finds out how badly

    def _say_where_it_lies(self) -> None:
        safe = self._safe
        if safe is not None and not self._preferences.chosen.place_told and safe.risk() is not None:
            self._preferences.change(place_told=1)  # said once; the settings go on saying it
            self.tell(
                self.tr("The diary lies in a folder that other computers may write to as well."),
                Tone.MIND,
                self.tr("What to know about that"),
                lambda: self.show_subject("settings", "look"),
            )

    def offer_keyring(self) -> None:
        """The diary opens by itself elsewhere; here its key would first have to be given to the keyring."""
        self.tell(
            self.tr("The keyring of this computer does not hold the key to this diary."),
            Tone.KNOW,
            self.tr("Choose how it opens here"),
            lambda: self.show_subject("settings", "opening"),
        )

    def mind_the_paper(self) -> None:
        """A change of the key was cut short, and only the old recovery code or only the new one still holds."""
        self.tell(
            self.tr("A change of the key was cut short. Only one of your two papers opens the diary now."),
            Tone.MIND,
            self.tr("See which paper is right"),
            lambda: self.show_subject("settings", "opening"),
        )

    def mind_older_keys(self) -> None:
        """After a change of what the diary is: say so if backups of it still open with an older key."""
        safe, key = self._safe, self._diary.key
        if safe is None:
            return
        folder, keys = safe.folder, safe.key_file()

        def work() -> int:
            from therapy_diary.vault.backup import backups
            from therapy_diary.vault.older_keys import of_older_keys

            return 0 if keys is None else len(of_older_keys(backups(folder, key), keys.diary))

        self._looks.append(safe.background.run(work, self._say_older_keys, self._cannot_look))

    def _say_older_keys(self, many: int) -> None:
        if many:
            self.tell(
                self.tr("%n backup(s) still open with an older key.", "", many),
                Tone.MIND,
                self.tr("Look at the backups"),
                lambda: self.show_subject("settings", "backups"),
            )

    def look_through(self) -> None:
        """See now, beside the window, whether every page of the diary is whole."""
        self.later.at_once(self._back_up_steadily)
        if self._seals is not None:
            self._seals.look()

    def _say_state(self, state: "State") -> None:
        from therapy_diary.views.page_seals import State

        if state is State.WHOLE:
            self._empty_bin_if_due()
        elif state is State.TORN:
            self.tell(
                self.tr("The diary file is torn, but none of your words is missing."),
                Tone.MIND,
                self.tr("Mend it"),
                self._ask_to_mend,
            )
        else:
            self.tell(
                self.tr("A part of the diary file is damaged. What you write now may not be kept."),
                Tone.WRONG,
                self.tr("See what can be done"),
                self._ask_for_rescue,
            )

    def _empty_bin_if_due(self) -> None:
        notes, now = self._diary.notes, self.desk.now()
        if self._diary.is_open and notes.bin_is_due(now):
            with suppress(StorageError), self._diary.quiet_change():  # the next start tries again
                notes.empty_bin(now)

    def _cannot_look(self, error: Exception) -> None:
        """Another program at the file, or a disk just gone, is said when something is to be saved."""
        if not isinstance(error, StorageError):
            raise error  # a bug of ours: mishap takes it

    def _say_less(self) -> None:
        self.tell(
            self.tr("The new backup holds much less than the one before."),
            Tone.MIND,
            self.tr("Look at the backups"),
            lambda: self.show_subject("settings", "backups"),
        )

    def _ask_to_mend(self) -> None:
        if self._safe is not None and self._seals is not None:
            self.give_up(self._seals.mend(self.tr("The diary file is whole again.")))

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
        self.idle.warned.connect(self._say_soon)
        self.idle.touched_in_time.connect(lambda: self.soon.say(""))
        self.idle.ran_out.connect(self.lock)
        self.soon.acted.connect(self.idle.touch)
        self.settling = Settling(self.desk, self.idle, self)
        LockKey(self.menus.lock.shortcuts(), self.lock, self)
        self._again = QTimer(self)
        self._again.setInterval(LOCK_AGAIN)
        self._again.timeout.connect(self.lock)

    def _say_soon(self, seconds: int) -> None:
        sentence = self.tr("The diary locks in {seconds} s. Press any key to keep it open.")
        first = not self.soon.isVisible()
        self.soon.say(sentence.format(seconds=seconds), Tone.KNOW, self.tr("Keep it open"), aloud=first)

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
            self._diary.drafts.keep(LEFT_AT, left, 0, self.desk.now())

    def _look_no_longer(self) -> None:
        """Nothing of this window asks the diary anything any more by itself."""
        self._forget_diary()
        self.later.forget()
        for look in self._looks:
            look.cancel()
        self.idle.stop()
        self.settling.stop()
        if self._steady is not None:
            self._steady.stop()
        if self._seals is not None:
            self._seals.stop()

    def _take_down(self) -> None:
        self._can_lock = False  # there is nothing left to lock, and what comes next must not be cut short
        self._remember()
        self._again.stop()
        self._look_no_longer()
        self.hide()  # first, so that no page is shown, and read anew, while another is taken away
        empty_primary_selection()
        for page in self._pages.values():
            self._stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        if self.capture is not None:
            self._above_page.removeWidget(self.capture)
            self.capture.deleteLater()
            self.capture = None
        self._diary.close()

    def _cover(self, error: StorageError) -> None:
        """Show nothing of the diary, and hold on to what could not be written."""
        from therapy_diary.vault.sentences import CONTEXT, sentence_for
        from therapy_diary.views.curtain import Curtain

        if self._curtain is None:
            safe, key = self._safe, self._diary.key
            asks = safe is not None and not safe.opens_by_itself()
            proof = (lambda typed: safe.is_opened_by(typed, key)) if safe is not None and asks else None
            # outside of the window, for what is inside it can be read by other programs; but gone with it
            behind = self._behind = self.takeCentralWidget()
            if behind is not None:
                self.destroyed.connect(behind.deleteLater)
            self._curtain = Curtain(proof, None if safe is None else safe.background)
            self._curtain.lifted.connect(self.uncover)
            self.menus.setEnabled(False)
            self.menus.hide()
            self.setCentralWidget(self._curtain)
            self._again.start()
        self._curtain.say_why(sentence_for(error, lambda text: QApplication.translate(CONTEXT, text)))

    def _settings(self, kind: Callable[..., Page]) -> Page:
        page = kind(self.desk, self._preferences, self._safe)
        page.chosen.connect(self.choices_changed)  # type: ignore[attr-defined]
        page.chosen.connect(lambda: self.idle.set_minutes(self._preferences.chosen.lock_after))  # type: ignore[attr-defined]
        page.diary_given_up.connect(self.give_up)  # type: ignore[attr-defined]
        page.lock_wanted.connect(self.lock)  # type: ignore[attr-defined]
        return page

    def _act_on_news(self) -> None:
        self.news.say("")
        if self._do_about_news is not None:
            self._do_about_news()

    def _undo_done(self) -> None:
        take_back = self._take_back
        self._forget_done()
        try:
            if take_back is not None:
                take_back()
        except StorageError as error:
            self._say_trouble(error)
        self._focus_page()

    def _forget_done(self) -> None:
        self._take_back = None
        self.done.say("")

    def _leave_anyway(self) -> None:
        self._leaving_anyway = True
        self.close()

    def _focus_page(self) -> None:
        """Put the keyboard where it was on the page, else on the first control that takes it."""
        page = self.page
        focus = QApplication.focusWidget()
        if page is None or (focus is not None and page.isAncestorOf(focus)):
            return
        before = [it] if (it := page.focusWidget()) is not None else []
        for widget in [*before, *page.findChildren(QWidget)]:
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
                widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

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

    def _print(self) -> None:
        act = getattr(self.page, "print_page", None)
        if callable(act):
            act()

    def _find(self) -> None:
        act = getattr(self.page, "find_in_text", None)
        if callable(act):
            act()

    def _offer_spelling(self) -> None:
        can = getattr(self.page, "can_check_spelling", None)
        self.menus.spelling.setVisible(callable(can) and can())
        self.menus.spelling.setChecked(bool(self._preferences.chosen.spelling))

    def _choose_spelling(self) -> None:
        self._preferences.change(spelling=int(self.menus.spelling.isChecked()))
        act = getattr(self.page, "check_spelling", None)
        if callable(act):
            act()

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
        left = self._diary.drafts.at(LEFT_AT)
        if left is not None:
            import json

            with suppress(StorageError), self._diary.quiet_change():
                self._diary.drafts.discard(LEFT_AT)
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
