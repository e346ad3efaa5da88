"""One run of the program over a diary folder: which window is in front, and what comes after it.

Nothing of Qt is imported before the keyring has been asked, so that the two take their time side by side.
"""

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from importlib import import_module
from time import monotonic, sleep
from typing import TYPE_CHECKING

from therapy_diary import app, mishap
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
from therapy_diary.storage.connection import check_library
from therapy_diary.storage.errors import StorageError
from therapy_diary.vault import asking
from therapy_diary.vault.errors import FolderInUse, FolderTrouble
from therapy_diary.vault.folder import DiaryFolder, Hold

if TYPE_CHECKING:  # at run time these load Qt, or what reads a diary: neither is needed to ask for its key
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QWidget

    from therapy_diary.desktop.single_instance import SingleInstance
    from therapy_diary.desktop.theme import Theme
    from therapy_diary.storage.diary import Diary
    from therapy_diary.views.first_run import FirstRun
    from therapy_diary.views.main_window import MainWindow
    from therapy_diary.views.rescue import Attempt
    from therapy_diary.views.safe import Safe, WhileClosed

LOCKED = "--locked"
PUT_AWAY = "THERAPY_DIARY_PUT_AWAY"
"""Set in the environment of a lock page whose window should stay minimised."""
LISTEN_AFTER = (
    600  # milliseconds: the library for it takes 5 of them and more, which the first paint must not wait for
)
PATIENCE = 0.8  # seconds for a keyring to answer until the lock page tells what is being waited for
PATIENCE_WITH_OTHER = 3.0  # seconds for another start of the program until it can be asked to come forward
LOOK_EVERY = 4  # milliseconds between two looks whether it has
WANTED_NEXT = ("vault.opening", "storage.diary", "views.safe", "views.main_window")
"""Of ours, what an open diary needs first, in pieces none of which keeps the answer of a keyring waiting for long."""
IDLE_AFTER = 1500  # milliseconds from the first window until charts are made ready


def run(
    folder: DiaryFolder, *, now: Callable[[], datetime], locked: bool = False, language: str | None = None
) -> int:
    """Show the diary in this folder until the person closes it: begin it, unlock it or open it, as it stands.

    Raises WrongLibrary or WrongBinding before anything of the diary is touched.
    """
    keep_to_owner()
    leave_no_memory()
    start_no_bus()
    keep_charts_inside(folder.path)
    check_library()
    has_diary = _has_diary(folder)
    read = _ask_keyring(folder) if has_diary and not locked else None
    preferences = Preferences.load(folder.settings)
    application, theme = app.dress(preferences, language)
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
        from therapy_diary.desktop.screen_capture import ScreenCapture
        from therapy_diary.views.mishap_word import MishapWord

        self._folder, self._theme, self._preferences, self._now = folder, theme, preferences, now
        self.background = Background(application)
        self._hold: Hold | None = None
        self._diary: Diary | None = None
        self.window: QWidget | None = None
        self._soon: QTimer | None = None
        self._instance: SingleInstance | None = None
        self._captures = ScreenCapture(bool(preferences.chosen.out_of_captures), application)
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
                if self._raise_other_in_time():
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
        """Let the diary be opened; with a reading of the keyring under way by itself, in most cases in a moment.

        Only when that takes longer, or comes to nothing, is there a lock page to be seen.
        """
        if read is None or self.window is not None:
            self._show_lock_page(read)
            return
        try:
            self.hold()
        except (FolderTrouble, StorageError):
            self._show_lock_page(read)  # which says why in its sentence
            return
        self._wait_for(read)

    def _wait_for(self, read: KeychainRead) -> None:
        """Show what is the same whatever the diary holds, until the key is here or patience ends."""
        from PySide6.QtCore import QTimer

        from therapy_diary.desktop.shell import Shell

        def open_it() -> "Diary":
            from therapy_diary.vault.opening import open_with_keyring

            return open_with_keyring(self._folder, read, now=self._now)

        shell, patience, wanted = Shell(), monotonic() + PATIENCE, iter(WANTED_NEXT)
        self._show(shell)
        look = QTimer(shell)

        def look_again() -> None:
            if read.answered:
                look.stop()
                self.background.run(
                    open_it,
                    self.open,
                    lambda _: self._show_lock_page(read),  # which finds the same trouble, and says it
                )
            elif read.asking or monotonic() > patience:
                look.stop()
                self._show_lock_page(read)
            elif (piece := next(wanted, None)) is not None:
                import_module(f"{__package__}.{piece}")

        look.timeout.connect(look_again)
        look.start(LOOK_EVERY)

    def _show_lock_page(self, read: KeychainRead | None = None) -> None:
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

    def open(self, diary: "Diary") -> None:
        """Show an open diary in place of what is in front; one in which no therapy was begun asks about it first."""
        from PySide6.QtCore import QTimer

        self._diary = diary
        if diary.therapies.current() is None:
            pages = self._first_pages()
            pages.ask_about_therapy(diary)
            self._show(pages)
            return
        lock_page = self.window
        window = app.build_window(diary, self._now, self._theme, self._preferences, self._safe())
        window.choices_changed.connect(self._keep_out_of_captures)
        window.rescue_wanted.connect(self.rescue)
        window.locked.connect(self.lock)
        window.given_up.connect(self.do_while_closed)
        self._show(window)
        window.later.then(lambda: self._lock_when_leaving(window))
        self._go_on_from(lock_page, window)
        idle = QTimer(window)  # and gone with it: a program that has ended must not be called
        idle.setSingleShot(True)
        idle.timeout.connect(self._make_charts_ready)
        idle.start(IDLE_AFTER)

    def _keep_out_of_captures(self) -> None:
        self._captures.set_hidden(bool(self._preferences.chosen.out_of_captures))

    def _go_on_from(self, lock_page: "QWidget | None", window: "MainWindow") -> None:
        """What the lock page leaves to be done once the diary is open."""
        if getattr(lock_page, "wants_passphrase", False):
            window.show_subject("settings", "opening")
        news = window.file_news
        if news is None:
            return
        if getattr(lock_page, "keyring_had_nothing", False):
            news.offer_keyring()
        if getattr(lock_page, "key_was_changing", False):
            news.mind_the_paper()

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

    def do_while_closed(self, work: "WhileClosed") -> None:
        """Let something be done to the diary while it is closed, then show what there is: the diary, its lock, or none."""
        if self._diary is not None:
            self._diary.close()
            self._diary = None
        self.background.run(work, lambda diary: self._after_work(diary, work.said), self._after_failed_work)

    def _after_work(self, diary: "Diary | None", said: str) -> None:
        from therapy_diary.views.main_window import MainWindow

        if diary is not None:
            self.open(diary)
            if isinstance(self.window, MainWindow):
                self.window.say(said)
                if self.window.file_news is not None:
                    self.window.file_news.mind_older_keys()
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
        if self._instance is not None:
            self._instance.close()  # a process that is replaced takes its socket's file away only if told to
        if self._hold is not None:
            self._hold.release()
        self._diary = self._hold = self._instance = None

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
        self._captures.follow(window.windowHandle())
        if before is not None:
            before.hide()
            before.deleteLater()

    def _make_charts_ready(self) -> None:
        """Import the library of charts beside the window, while nothing else is to do."""
        if self._diary is not None:
            from therapy_diary.reports.charts.library import leave_out_help
            from therapy_diary.widgets.charts_ahead import import_charts

            self.background.run(lambda: import_charts(leave_out_help))

    def _raise_other_in_time(self) -> bool:
        """The same, with patience: one that was started a moment ago does not listen yet."""
        until = monotonic() + PATIENCE_WITH_OTHER
        while not (raised := self._raise_other()) and monotonic() < until:
            sleep(LOOK_EVERY / 1000)
        return raised

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
        return asking.start_keyring_read(folder)
    except (FolderTrouble, NoKey, StorageError):
        return None
