"""macOS: hears by its notification centres that the screen is locked, the user changes, or the computer goes to sleep.

Written by Apple's documentation, through the Objective-C runtime so that no library of its own is needed; nobody has
tried it on macOS yet.
"""

import ctypes
import sys
from collections.abc import Callable
from ctypes import c_bool, c_char_p, c_size_t, c_void_p
from typing import Any

from PySide6.QtCore import QObject, Signal

RUNTIME, APPKIT = "/usr/lib/libobjc.A.dylib", "/System/Library/Frameworks/AppKit.framework/AppKit"
OF_WORKSPACE = {
    "NSWorkspaceWillSleepNotification": "sleep",
    "NSWorkspaceSessionDidResignActiveNotification": "user",
}
DISTRIBUTED = {"com.apple.screenIsLocked": "screen"}
HEARD = b"therapyDiaryHeard:"


class MacSignals(QObject):
    """Says when the person leaves: sleep, screen or user."""

    leaving = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept: list[Any] = []  # what macOS calls back must not be collected

    def begin(self) -> None:
        """Listen from now on; elsewhere than on macOS nothing is heard and nothing is wrong."""
        if sys.platform == "darwin":
            ctypes.CDLL(APPKIT)
            runtime = _Runtime(ctypes.CDLL(RUNTIME))
            observer, method = runtime.observer(self._told)
            self._kept += [runtime, observer, method]
            workspace = runtime.send(runtime.kind("NSWorkspace"), b"sharedWorkspace")
            centre = runtime.send(workspace, b"notificationCenter")
            public = runtime.send(runtime.kind("NSDistributedNotificationCenter"), b"defaultCenter")
            for where, names in ((centre, OF_WORKSPACE), (public, DISTRIBUTED)):
                for name in names:
                    runtime.observe(where, observer, name)

    def _told(self, name: str) -> None:
        reason = (OF_WORKSPACE | DISTRIBUTED).get(name)
        if reason is not None:
            self.leaving.emit(reason)


class _Runtime:
    """The few calls of the Objective-C runtime that this takes."""

    def __init__(self, library: Any) -> None:
        self._library = library
        for name, result, arguments in (
            ("objc_getClass", c_void_p, [c_char_p]),
            ("sel_registerName", c_void_p, [c_char_p]),
            ("objc_allocateClassPair", c_void_p, [c_void_p, c_char_p, c_size_t]),
            ("objc_registerClassPair", None, [c_void_p]),
            ("class_addMethod", c_bool, [c_void_p, c_void_p, c_void_p, c_char_p]),
        ):
            call = getattr(library, name)
            call.restype, call.argtypes = result, arguments

    def kind(self, name: str) -> int:
        """A class by its name."""
        return int(self._library.objc_getClass(name.encode()) or 0)

    def send(self, to: int, what: bytes, *arguments: int | bytes | None, result: Any = c_void_p) -> Any:
        """Call a method; each argument is an object, or the bytes of a C string."""
        kinds = [c_char_p if isinstance(it, bytes) else c_void_p for it in arguments]
        call = ctypes.CFUNCTYPE(result, c_void_p, c_void_p, *kinds)(("objc_msgSend", self._library))
        return call(to, self._library.sel_registerName(what), *arguments)

    def observer(self, tell: Callable[[str], object]) -> tuple[int, Any]:
        """An object whose method tells the name of each notification, and that method, which must be kept."""

        def heard(_self: int, _selector: int, notification: int) -> None:
            name = self.send(self.send(notification, b"name"), b"UTF8String", result=c_char_p)
            tell((name or b"").decode("utf-8", "replace"))

        method = ctypes.CFUNCTYPE(None, c_void_p, c_void_p, c_void_p)(heard)
        made = self._library.objc_allocateClassPair(self.kind("NSObject"), b"TherapyDiaryObserver", 0)
        self._library.class_addMethod(
            made, self._library.sel_registerName(HEARD), ctypes.cast(method, c_void_p), b"v@:@"
        )
        self._library.objc_registerClassPair(made)
        return int(self.send(self.send(made, b"alloc"), b"init")), method

    def observe(self, centre: int, observer: int, name: str) -> None:
        """Let the observer hear the notifications of that name."""
        text = self.send(self.kind("NSString"), b"stringWithUTF8String:", name.encode())
        heard = self._library.sel_registerName(HEARD)
        self.send(centre, b"addObserver:selector:name:object:", observer, heard, text, None)
