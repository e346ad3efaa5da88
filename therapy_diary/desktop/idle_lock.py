"""Notices that nobody has touched the program for a while, says so half a minute before, and then asks for the lock."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

WARNING = 30.0
"""Seconds before the lock at which it is announced."""
TICK = 1_000  # milliseconds between two looks at the clock
TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
    }
)


def awake_and_asleep() -> float:
    """Seconds that also pass while the computer sleeps, where the system counts them."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boot is None else time.clock_gettime(boot)


class IdleLock(QObject):
    """Counts from the last key, click, wheel or touch in any window of the program.

    It looks at what reaches the windows and the field with the keyboard. Looking at every event of every object would
    slow each page down.
    """

    warned = Signal(int)
    """The lock comes in so many seconds, unless somebody touches something; once a second until then."""
    touched_in_time = Signal()
    """Somebody did: the warning no longer holds."""
    ran_out = Signal()
    """Nobody did."""

    def __init__(self, minutes: int, parent: QObject, clock: Callable[[], float] = awake_and_asleep) -> None:
        super().__init__(parent)
        self._minutes, self._clock = minutes, clock
        self._last = clock()
        self._warning = False
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self.look)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._watch)
            application.focusObjectChanged.connect(self._watch)
            self._watch(application.focusObject())
        self.set_minutes(minutes)

    @property
    def minutes(self) -> int:
        """After how many minutes the lock comes; 0 is never."""
        return self._minutes

    @property
    def quiet_for(self) -> float:
        """Seconds since anybody touched anything."""
        return self._clock() - self._last

    def set_minutes(self, minutes: int) -> None:
        """Choose anew; the count begins again."""
        self._minutes = minutes
        self.touch()
        if minutes > 0:
            self._timer.start()
        else:
            self._timer.stop()

    def touch(self) -> None:
        """Somebody is there: begin to count again."""
        self._last = self._clock()
        if self._warning:
            self._warning = False
            self.touched_in_time.emit()

    def stop(self) -> None:
        """Count no longer."""
        self._timer.stop()

    def look(self) -> None:
        """See how late it is. The timer does this each second."""
        for window in QGuiApplication.topLevelWindows():
            self._watch(window)
        left = self._minutes * 60 - (self._clock() - self._last)
        if self._minutes <= 0 or left > WARNING:
            return
        if left > 0:
            self._warning = True
            self.warned.emit(round(left))
            return
        self._warning = False
        self._last = self._clock()
        self.ran_out.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let everything pass, and note that somebody is there."""
        if event.type() in TOUCHES:
            self.touch()
        return super().eventFilter(watched, event)

    def _watch(self, it: QObject | QWindow | None) -> None:
        if it is not None:
            it.installEventFilter(self)  # once only, however often it is called
