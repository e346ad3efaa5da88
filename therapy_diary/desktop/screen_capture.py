"""Windows: keeps the windows of the program out of screenshots, recordings and the system's own memory of the screen.

Written by Microsoft's documentation (SetWindowDisplayAffinity); nobody has tried it on Windows yet. Elsewhere a program
cannot do this, and nothing is promised: under X11 every program sees the screen, Wayland asks the person, and macOS
stopped heeding such a wish.
"""

import sys

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QWindow

OFFERED = sys.platform == "win32"
EXCLUDED, SHOWN = 0x11, 0x0
"""WDA_EXCLUDEFROMCAPTURE, which a Windows before 10 version 2004 takes for "show black", and WDA_NONE."""


class ScreenCapture(QObject):
    """Follows the windows of the program, dialogs too, as each comes to the front."""

    def __init__(self, hidden: bool, application: QGuiApplication) -> None:
        super().__init__(application)
        self._hidden = hidden
        application.focusWindowChanged.connect(self.follow)

    def set_hidden(self, hidden: bool) -> None:
        """Choose anew, for every window there is; tools that read the screen aloud may need it shown."""
        self._hidden = hidden
        for window in QGuiApplication.topLevelWindows():
            self.follow(window)

    def follow(self, window: QWindow | None) -> None:
        """Keep this window out, or let it be seen, as chosen."""
        if sys.platform == "win32" and window is not None:
            import ctypes

            wanted = EXCLUDED if self._hidden else SHOWN
            ctypes.WinDLL("user32").SetWindowDisplayAffinity(ctypes.c_void_p(int(window.winId())), wanted)
