"""Keeps a running program from leaving traces: no memory on the disk after a crash, no file outside the diary folder."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

PR_SET_DUMPABLE = 4
PT_DENY_ATTACH = 31
NO_REPORT_WINDOW = 0x0001 | 0x0002
"""SEM_FAILCRITICALERRORS and SEM_NOGPFAULTERRORBOX: after a crash Windows collects nothing."""
NO_HEAP_IN_REPORT = 0x1
"""WER_FAULT_REPORTING_FLAG_NOHEAP."""


def leave_no_memory() -> None:
    """No core file, and no look into our memory for other programs of the same person. Lost at exec: call it anew.

    On Windows and macOS by the documentation, not tried.
    """
    if os.name == "posix":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
    elif sys.platform == "darwin":
        import ctypes

        ctypes.CDLL(None).ptrace(PT_DENY_ATTACH, 0, None, 0)
    elif sys.platform == "win32":
        import ctypes

        ctypes.WinDLL("kernel32").SetErrorMode(NO_REPORT_WINDOW)
        ctypes.WinDLL("wer").WerSetFlags(NO_HEAP_IN_REPORT)


def start_no_bus() -> None:
    """Where no message bus of the session runs, do without: Qt would start one and leave a file in the home folder."""
    if sys.platform != "linux" or "DBUS_SESSION_BUS_ADDRESS" in os.environ:
        return
    if not (Path(os.environ.get("XDG_RUNTIME_DIR", "/nonexistent")) / "bus").exists():
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"


def keep_charts_inside(folder: Path) -> None:
    """Matplotlib keeps its list of fonts: here, not in the home folder. Call it before matplotlib is imported."""
    os.environ["MPLCONFIGDIR"] = str(folder / "cache" / "matplotlib")


def keep_qt_inside(folder: Path) -> None:
    """What Qt remembers by itself, such as folders seen in a file dialog, goes here; before the first window.

    Its own file dialogs are used instead of the system's: those refuse to serve a program that hides its memory.
    """
    from PySide6.QtCore import QCoreApplication, QSettings, Qt

    for form in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
            QSettings.setPath(form, scope, str(folder / "cache" / "qt"))
    if sys.platform == "linux":
        QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)


def hear_qt(write_down: Callable[[str], object]) -> None:
    """Write down that Qt complained, and where; never its words, which may quote a file's name or a text."""
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    minded = (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)

    def heard(kind: QtMsgType, context: QMessageLogContext, _words: str) -> None:
        if kind in minded:
            write_down(f"{kind.name} {context.category} {context.function or ''}".strip())

    qInstallMessageHandler(heard)
