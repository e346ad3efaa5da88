"""Builds the program: each long-lived object once, in order, handed to whoever needs it.

Nothing of Qt is imported before the keyring has been asked, so that the two take their time side by side.
"""

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from importlib import import_module
from typing import TYPE_CHECKING

from therapy_diary import mishap
from therapy_diary.desktop.traces import (
    hear_qt,
    keep_charts_inside,
    keep_qt_inside,
    leave_no_memory,
    start_no_bus,
)
from therapy_diary.keys.errors import NoKey
from therapy_diary.keys.keychain import KeychainRead
from therapy_diary.paths import keep_to_owner
from therapy_diary.preferences import Preferences
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.errors import StorageError
from therapy_diary.vault import opening
from therapy_diary.vault.errors import FolderInUse, FolderTrouble
from therapy_diary.vault.folder import DiaryFolder, Hold

if TYPE_CHECKING:  # at run time these load Qt
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QWidget

    from therapy_diary.demo import Demo
    from therapy_diary.desktop.theme import Theme
    from therapy_diary.views.first_run import FirstRun
    from therapy_diary.views.main_window import MainWindow
    from therapy_diary.views.rescue import Attempt
    from therapy_diary.views.safe import Safe

LOCKED = "--locked"
PUT_AWAY = "THERAPY_DIARY_PUT_AWAY"
"""Set in the environment of a lock page whose window should stay minimised."""
CHARTS = ("matplotlib.figure", "matplotlib.backends.backend_agg")
LISTEN_AFTER = (
    100  # milliseconds: the library for it takes 5 of them, which the first paint must not wait for
)
IDLE_AFTER = 1500  # milliseconds from the first window until charts are made ready


def run(
    folder: DiaryFolder, *, now: Callable[[], datetime], locked: bool = False, language: str | None = None
) -> int:
    """Show the diary in this folder until the person closes it: begin it, unlock it or open it, as it stands."""
    keep_to_owner()
    leave_no_memory()
    start_no_bus()
    keep_charts_inside(folder.path)
    has_diary = _has_diary(folder)
    read = _ask_keyring(folder) if has_diary and not locked else None
    preferences = Preferences.load(folder.settings)
    application, theme = dress(preferences, language)
    keep_qt_inside(folder.path)
    program = Program(folder, application, theme, preferences, now)
    try:
        if not program.is_the_only_one(has_diary=has_diary):
            return 0
        if has_diary:
            program.unlock(read)
        else:
            program.begin()
        return application.exec()
    finally:
        program.close()


def run_demo(told: "Demo", *, now: Callable[[], datetime], language: str | None = None) -> int:
    """Show the made-up diary until the person closes it. It cannot be locked: nobody has its key."""
    keep_to_owner()
    start_no_bus()
    keep_charts_inside(told.folder)
    preferences = Preferences.load(told.folder / "settings.ini")
    application, theme = dress(preferences, language)
    keep_qt_inside(told.folder)
    window = build_window(told.diary, now, theme, preferences)
    window.forbid_lock()
    window.show()
    return application.exec()


def dress(preferences: Preferences, language: str | None = None) -> "tuple[QApplication, Theme]":
    """Qt's application with our letters, language, icon and colours. Raises WrongBinding."""
    from PySide6.QtWidgets import QApplication

    from therapy_diary.desktop.binding import check_binding
    from therapy_diary.desktop.fonts import load_fonts
    from therapy_diary.desktop.icons import icon
    from therapy_diary.desktop.language import speak
    from therapy_diary.desktop.theme import Choice, Theme
    from therapy_diary.widgets.private_text import empty_primary_selection

    check_binding()
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("therapy-diary")
    application.setDesktopFileName("therapy-diary")
    load_fonts()
    speak(application, language)
    chosen = preferences.chosen
    theme = Theme(
        Choice(chosen.theme) if chosen.theme in set(Choice) else Choice.SYSTEM, chosen.text_size, application
    )
    theme.apply(application)
    application.setWindowIcon(icon("leaf", "accent"))
    # fields do this sooner by themselves; here are those that are Qt's own, such as a title or a search
    application.clipboard().selectionChanged.connect(empty_primary_selection)
    return application, theme


def build_window(
    diary: Diary,
    now: Callable[[], datetime],
    theme: "Theme",
    preferences: Preferences,
    safe: "Safe | None" = None,
) -> "MainWindow":
    """The window over an open diary, not yet shown: the one door for the program, the tour, tests and measurements."""
    from therapy_diary.views.main_window import MainWindow

    return MainWindow(diary, now=now, theme=theme, preferences=preferences, safe=safe)


class Program:
    """One run: which window is in front, and what comes after it."""

    def __init__(
        self,
        folder: DiaryFolder,
        application: "QApplication",
        theme: "Theme",
        preferences: Preferences,
        now: Callable[[], datetime],
    ) -> None:
        from therapy_diary.desktop.background import Background
        from therapy_diary.views.mishap_word import MishapWord

        self._folder, self._theme, self._preferences, self._now = folder, theme, preferences, now
        self.background = Background(application)
        self._hold: Hold | None = None
        self._diary: Diary | None = None
        self.window: QWidget | None = None
        self._soon: QTimer | None = None
        word = MishapWord(folder.log, application)
        mishap.watch(folder.log, word.happened.emit)
        hear_qt(lambda what: mishap.write_down(what, folder.log))

    def is_the_only_one(self, *, has_diary: bool) -> bool:
        """Whether no other window shows this diary; one that does is brought to the front."""
        from PySide6.QtCore import QTimer

        if has_diary:
            try:
                self.hold()
            except FolderInUse:
                if self._raise_other():
                    return False
            except (FolderTrouble, StorageError):
                pass  # the lock page says it in its sentence
        elif self._raise_other():
            return False
        self._soon = QTimer(self.background)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._listen)
        self._soon.start(LISTEN_AFTER)
        return True

    def hold(self) -> Hold:
        """Keep other copies of the program out, from now to the end. Raises FolderInUse or a StorageError."""
        if self._hold is None:
            self._hold = self._folder.hold()
        return self._hold

    def begin(self) -> None:
        """Show the first pages, which end with a diary."""
        pages = self._first_pages()
        self._show(pages)
        pages.start()

    def unlock(self, read: KeychainRead | None = None) -> None:
        """Show the lock page; with a reading of the keyring under way it opens by itself."""
        from therapy_diary.views.unlock import Unlock

        page = Unlock(
            self._folder, theme=self._theme, background=self.background, hold=self.hold, now=self._now
        )
        page.opened.connect(self.open)
        page.rescue_wanted.connect(self.rescue)
        self._show(page)
        page.start(read)

    def rescue(self, attempt: "Attempt") -> None:
        """Show what can be done about a damaged diary."""
        from therapy_diary.views.rescue import Rescue

        page = Rescue(self._folder, attempt, theme=self._theme, background=self.background, now=self._now)
        page.opened.connect(self.open)
        page.left.connect(self.unlock)
        self._show(page)
        page.start()

    def open(self, diary: Diary) -> None:
        """Show an open diary in place of what is in front; one in which no therapy was begun asks about it first."""
        from PySide6.QtCore import QTimer

        self._diary = diary
        if diary.therapies.current() is None:
            pages = self._first_pages()
            pages.ask_about_therapy(diary)
            self._show(pages)
            return
        lock_page = self.window
        window = build_window(diary, self._now, self._theme, self._preferences, self._safe())
        window.rescue_wanted.connect(self.rescue)
        window.locked.connect(self.lock)
        window.given_up.connect(self.do_while_closed)
        self._show(window)
        self._lock_when_leaving(window)
        self._go_on_from(lock_page, window)
        idle = QTimer(window)  # and gone with it: a program that has ended must not be called
        idle.setSingleShot(True)
        idle.timeout.connect(self._make_charts_ready)
        idle.start(IDLE_AFTER)

    def _go_on_from(self, lock_page: "QWidget | None", window: "MainWindow") -> None:
        """What the lock page leaves to be done once the diary is open."""
        if getattr(lock_page, "wants_passphrase", False):
            window.show_subject("settings", "opening")
        if getattr(lock_page, "keyring_had_nothing", False):
            window.offer_keyring()

    def lock(self) -> None:
        """Replace this process, and with it everything it remembers, by one that shows the lock page.

        Waits for nothing: work beside the window ends with the process.
        """
        if self.window is not None and self.window.isMinimized():
            os.environ[PUT_AWAY] = "1"
        self._let_go()
        again = [it for it in sys.orig_argv[1:] if it != LOCKED]
        command = [sys.executable, *again, LOCKED]
        if os.name == "posix":
            os.execv(command[0], command)  # noqa: S606 - our own program, with the arguments it was given
        import subprocess  # only on Windows, and 4 ms at every start

        subprocess.Popen(command)  # noqa: S603
        os._exit(0)

    def do_while_closed(self, work: Callable[[], Diary | None]) -> None:
        """Let something be done to the diary while it is closed, then show what there is: the diary, its lock, or none."""
        if self._diary is not None:
            self._diary.close()
            self._diary = None
        self.background.run(work, self._after_work, self._after_failed_work)

    def _after_work(self, diary: Diary | None) -> None:
        if diary is not None:
            self.open(diary)
        elif _has_diary(self._folder):
            self.unlock()
        else:
            self.begin()

    def _after_failed_work(self, error: Exception) -> None:
        """It stays as it was, and the lock page says why."""
        from therapy_diary.views.unlock import Unlock

        if not isinstance(error, (FolderTrouble, NoKey, StorageError)):
            raise error  # a bug of ours: mishap takes it

        self.unlock()
        if isinstance(self.window, Unlock):
            self.window.say_why(error)

    def close(self) -> None:
        """Close what is open."""
        self.background.close()
        if self._soon is not None:
            self._soon.stop()
        self._let_go()

    def _let_go(self) -> None:
        if self._diary is not None:
            self._diary.close()
        if self._hold is not None:
            self._hold.release()
        self._diary = self._hold = None

    def _safe(self) -> "Safe":
        from therapy_diary.views.safe import Safe

        safe = Safe(folder=self._folder, background=self.background, hold=self.hold)
        return replace(safe, keys=safe.key_file())

    def _lock_when_leaving(self, window: "MainWindow") -> None:
        """Lock when the computer sleeps, its screen is locked, or another user comes."""
        from therapy_diary.desktop.session_signals import SessionSignals

        signals = SessionSignals(window)
        signals.leaving.connect(lambda _: window.lock())
        signals.begin()

    def _first_pages(self) -> "FirstRun":
        from therapy_diary.views.first_run import FirstRun

        pages = FirstRun(
            self._folder, theme=self._theme, background=self.background, now=self._now, hold=self.hold
        )
        pages.begun.connect(self.open)
        return pages

    def _show(self, window: "QWidget") -> None:
        from therapy_diary.desktop.window_place import place_of, put_in_place

        before, self.window = self.window, window
        put_in_place(window, self._preferences.chosen.geometry if before is None else place_of(before))
        if before is None and os.environ.pop(PUT_AWAY, ""):
            window.showMinimized()
        else:
            window.show()
        if before is not None:
            before.hide()
            before.deleteLater()

    def _make_charts_ready(self) -> None:
        """Import the library of charts beside the window, while nothing else is to do."""
        if self._diary is not None:
            self.background.run(lambda: [import_module(it) for it in CHARTS])

    def _raise_other(self) -> bool:
        from therapy_diary.desktop.single_instance import SingleInstance

        return SingleInstance(self._folder.path).raise_other()

    def _listen(self) -> None:
        """Be found by later starts."""
        from therapy_diary.desktop.single_instance import SingleInstance

        self._instance = SingleInstance(self._folder.path)
        self._instance.raised.connect(self._come_forward)
        self._instance.listen()

    def _come_forward(self) -> None:
        if self.window is not None:
            self.window.showNormal()
            self.window.raise_()
            self.window.activateWindow()


def _has_diary(folder: DiaryFolder) -> bool:
    """Whether there is a diary, or something in its place that must not be taken for an empty folder."""
    try:
        return folder.has_diary()
    except StorageError:
        return True


def _ask_keyring(folder: DiaryFolder) -> KeychainRead | None:
    """Begin asking the keyring, if that is how this diary opens; the lock page says it when something is wrong."""
    try:
        return opening.start_keyring_read(folder)
    except (FolderTrouble, NoKey, StorageError):
        return None
