"""Hears from the system that the person leaves: the computer goes to sleep, the screen is locked, the user changes.

Linux: logind on the system bus, the screen savers of the desktops on the session bus. Tried with buses of our own that
speak as they do. Windows and macOS: see windows_signals.py and mac_signals.py, written by the documentation and not tried.
"""

import os
import sys
from typing import Any

from PySide6.QtCore import SLOT as _SLOT
from PySide6.QtCore import QObject, Signal, Slot

LOGIND, MANAGER = "org.freedesktop.login1", "org.freedesktop.login1.Manager"
SESSION, PROPERTIES = "org.freedesktop.login1.Session", "org.freedesktop.DBus.Properties"
PLACE = "/org/freedesktop/login1"
SCREEN_SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)
ANYWHERE = ""  # a path: desktops do not agree on it


class SessionSignals(QObject):
    """Says when the diary should be locked because the person is leaving."""

    leaving = Signal(str)
    """Why, in a word for tests and never for the log: sleep, screen or user."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._delay: Any = None
        self._calls: list[QObject] = []
        self._path = ANYWHERE

    def begin(self) -> None:
        """Listen from now on. Where there is no bus, nothing is heard and nothing is wrong."""
        hear = {"linux": self._hear_buses, "win32": self._hear_windows, "darwin": self._hear_mac}
        if sys.platform in hear:
            hear[sys.platform]()

    @property
    def delays_sleep(self) -> bool:
        """Whether the computer waits for the lock before it sleeps, for up to five seconds."""
        return self._delay is not None

    @property
    def knows_session(self) -> bool:
        """Whether logind has said which of the computer's sessions is ours."""
        return self._path != ANYWHERE

    def _hear_windows(self) -> None:
        from therapy_diary.desktop.windows_signals import WindowsSignals

        signals = WindowsSignals(self)
        signals.leaving.connect(self.leaving)
        signals.begin()

    def _hear_mac(self) -> None:
        from therapy_diary.desktop.mac_signals import MacSignals

        signals = MacSignals(self)
        signals.leaving.connect(self.leaving)
        signals.begin()

    def _hear_buses(self) -> None:
        from PySide6.QtDBus import QDBusConnection

        session = QDBusConnection.sessionBus()
        if session.isConnected():
            for name in SCREEN_SAVERS:
                session.connect(name, ANYWHERE, name, "ActiveChanged", self, slot("on_screen(bool)"))
        system = QDBusConnection.systemBus()
        if system.isConnected():
            system.connect(LOGIND, PLACE, MANAGER, "PrepareForSleep", self, slot("on_sleep(bool)"))
            self._hold_sleep_back()
            self._find_session()

    def _hold_sleep_back(self) -> None:
        """Ask logind to wait for us. What it hands out falls with the process, and so with the lock."""
        arguments = ["sleep", "Therapy Diary", "The diary is being locked", "delay"]
        self._ask("Inhibit", arguments, self._held_back)

    def _find_session(self) -> None:
        """Which of the computer's sessions is ours, for its lock and for a change of user."""
        self._ask("GetSession", [os.environ.get("XDG_SESSION_ID", "auto")], self._found_session)

    def _ask(self, what: str, arguments: list[str], answer: Any) -> None:
        """Call logind without waiting for it."""
        from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

        message = QDBusMessage.createMethodCall(LOGIND, PLACE, MANAGER, what)
        message.setArguments(arguments)
        call = QDBusConnection.systemBus().asyncCall(message)
        watcher = QDBusPendingCallWatcher(call, self)
        self._calls.append(watcher)
        watcher.finished.connect(lambda it: answer(it.reply() if hasattr(it, "reply") else None))

    def _held_back(self, reply: Any) -> None:
        found = _arguments_of(reply)
        self._delay = found[0] if found else None

    def _found_session(self, reply: Any) -> None:
        """Hear our own session; all of them where logind does not know ours, which locks once too often at worst."""
        from PySide6.QtDBus import QDBusConnection

        found, system = _arguments_of(reply), QDBusConnection.systemBus()
        self._path = found[0].path() if found and hasattr(found[0], "path") else ANYWHERE
        system.connect(LOGIND, self._path, SESSION, "Lock", self, slot("on_lock()"))
        if self._path:
            system.connect(
                LOGIND,
                self._path,
                PROPERTIES,
                "PropertiesChanged",
                self,
                slot("on_change(QString,QVariantMap)"),
            )

    @Slot(bool)
    def on_sleep(self, begins: bool) -> None:
        """The computer is about to sleep, or has woken up."""
        if begins:
            self.leaving.emit("sleep")

    @Slot(bool)
    def on_screen(self, covered: bool) -> None:
        """The screen was covered, or uncovered."""
        if covered:
            self.leaving.emit("screen")

    @Slot()
    def on_lock(self) -> None:
        """The session was told to lock."""
        self.leaving.emit("screen")

    @Slot(str, dict)
    def on_change(self, _interface: str, changed: dict[str, Any]) -> None:
        """Something about our session changed; another user is in front when it is no longer active."""
        if changed.get("Active") is False:
            self.leaving.emit("user")


def slot(signature: str) -> Any:
    """What QDBusConnection.connect() takes; it is declared as bytes and given as text."""
    return _SLOT(signature)


def _arguments_of(reply: Any) -> list[Any]:
    from PySide6.QtDBus import QDBusMessage

    if reply is None or reply.type() != QDBusMessage.MessageType.ReplyMessage:
        return []
    return list(reply.arguments())
