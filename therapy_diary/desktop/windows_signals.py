"""Windows: hears by messages to a window that the session is locked, the user changes, or the computer goes to sleep.

Written by Microsoft's documentation (WTSRegisterSessionNotification, WM_WTSSESSION_CHANGE, WM_POWERBROADCAST); nobody has
tried it on Windows yet.
"""

import sys
from ctypes import wintypes

from PySide6.QtCore import QByteArray, QObject, Signal
from PySide6.QtWidgets import QWidget

GENERIC = b"windows_generic_MSG"
POWER, SESSION = 0x0218, 0x02B1
"""WM_POWERBROADCAST and WM_WTSSESSION_CHANGE."""
SUSPEND, CONSOLE_LEFT, REMOTE_LEFT, LOCKED = 0x4, 0x2, 0x4, 0x7
"""PBT_APMSUSPEND; WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT and WTS_SESSION_LOCK."""
REASONS = {
    (POWER, SUSPEND): "sleep",
    (SESSION, LOCKED): "screen",
    (SESSION, CONSOLE_LEFT): "user",
    (SESSION, REMOTE_LEFT): "user",
}
THIS_SESSION = 0


class _Ear(QWidget):
    """A window that is never shown: messages about the session go to windows only, and to this one cost nothing."""

    heard = Signal(str)

    def nativeEvent(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> object:
        """Say why the person leaves, if that is what Windows tells; the message goes its way in any case."""
        told = kind.data() if isinstance(kind, QByteArray) else kind
        if told == GENERIC and (reason := reason_of(int(message))) is not None:
            self.heard.emit(reason)
        return False, 0  # not taken: Qt goes on with it


class WindowsSignals(QObject):
    """Says when the person leaves: sleep, screen or user."""

    leaving = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ear: _Ear | None = None

    def begin(self) -> None:
        """Listen from now on; elsewhere than on Windows nothing is heard and nothing is wrong."""
        if sys.platform == "win32":
            import ctypes

            self._ear = _Ear()
            self._ear.heard.connect(self.leaving)
            window = int(self._ear.winId())
            ctypes.WinDLL("wtsapi32").WTSRegisterSessionNotification(wintypes.HWND(window), THIS_SESSION)


def reason_of(message: int) -> str | None:
    """Why the person leaves, by the message of Windows at this address; None when it is about something else."""
    told = wintypes.MSG.from_address(message)
    return REASONS.get((told.message, told.wParam))
