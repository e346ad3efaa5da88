"""What every kind of run puts together: Qt in our clothes, and the window over an open diary.

It loads no more than the first paint needs: not what opens a folder, see program.py.
"""

import sys
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from therapy_diary.compiled import Compiled
from therapy_diary.desktop.traces import keep_charts_inside, keep_qt_inside, start_no_bus
from therapy_diary.paths import keep_to_owner
from therapy_diary.preferences import Preferences

if TYPE_CHECKING:  # at run time these load Qt, or come with whoever calls
    from PySide6.QtWidgets import QApplication

    from therapy_diary.demo import Demo
    from therapy_diary.desktop.theme import Theme
    from therapy_diary.storage.diary import Diary
    from therapy_diary.views.main_window import MainWindow
    from therapy_diary.views.safe import Safe


def refuse(sentence: str) -> None:
    """Say in a window of its own why the program does not start."""
    from PySide6.QtWidgets import QApplication, QMessageBox

    running = QApplication.instance() or QApplication(sys.argv[:1])
    QMessageBox.critical(None, "Therapy Diary", sentence)
    del running


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
    from therapy_diary.desktop.binding import check_binding
    from therapy_diary.desktop.quick_binding import quick_start
    from therapy_diary.desktop.quick_enums import make_enums_quickly

    make_enums_quickly(Compiled.kept("enums"))  # before PySide makes the first
    with quick_start(Compiled.kept("binding")):
        check_binding()
    from PySide6.QtWidgets import QApplication

    from therapy_diary.desktop.plain_imports import import_plainly

    import_plainly()  # before all that follows
    from therapy_diary.desktop.fonts import load_fonts
    from therapy_diary.desktop.icons import icon
    from therapy_diary.desktop.language import speak
    from therapy_diary.desktop.theme import Choice, Theme
    from therapy_diary.widgets.copied_text import mark_what_is_copied
    from therapy_diary.widgets.primary_selection import empty_primary_selection

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
    application.clipboard().dataChanged.connect(mark_what_is_copied)
    return application, theme


def build_window(
    diary: "Diary",
    now: Callable[[], datetime],
    theme: "Theme",
    preferences: Preferences,
    safe: "Safe | None" = None,
) -> "MainWindow":
    """The window over an open diary, not yet shown: the one door for the program, the tour, tests and measurements."""
    from therapy_diary.views.main_window import MainWindow

    return MainWindow(diary, now=now, theme=theme, preferences=preferences, safe=safe)
