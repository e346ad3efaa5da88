"""What Windows and macOS tell a program, as far as it can be tried elsewhere: the reading of their words."""

import ctypes
import sys
from ctypes import wintypes

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from therapy_diary.desktop import mac_signals, screen_capture, windows_signals
from therapy_diary.desktop.mac_signals import MacSignals
from therapy_diary.desktop.screen_capture import ScreenCapture
from therapy_diary.desktop.windows_signals import WindowsSignals, reason_of


@pytest.mark.parametrize(
    ("message", "word", "reason"),
    [
        (0x02B1, 0x7, "screen"),
        (0x02B1, 0x8, None),  # unlocked again
        (0x02B1, 0x2, "user"),
        (0x02B1, 0x4, "user"),
        (0x0218, 0x4, "sleep"),
        (0x0218, 0x12, None),  # awake again
        (0x0100, 0x7, None),  # a key
    ],
)
def test_a_message_of_windows_is_read_as_documented(message: int, word: int, reason: str | None) -> None:
    told = wintypes.MSG()
    told.message, told.wParam = message, word
    assert reason_of(ctypes.addressof(told)) == reason


def test_the_hidden_window_passes_it_on(qtbot: QtBot) -> None:
    ear = windows_signals._Ear()
    qtbot.addWidget(ear)
    told = wintypes.MSG()
    told.message, told.wParam = 0x02B1, 0x7
    with qtbot.waitSignal(ear.heard) as heard:
        ear.nativeEvent(windows_signals.GENERIC, ctypes.addressof(told))
    assert heard.args == ["screen"]


def test_a_notification_of_macos_is_read_as_documented(qtbot: QtBot) -> None:
    signals = MacSignals()
    with qtbot.waitSignals([signals.leaving] * 3, raising=True):
        for name in (*mac_signals.OF_WORKSPACE, *mac_signals.DISTRIBUTED):
            signals._told(name)
    with qtbot.assertNotEmitted(signals.leaving):
        signals._told("NSWorkspaceDidWakeNotification")


@pytest.mark.skipif(sys.platform != "linux", reason="where neither is")
def test_where_they_are_not_nothing_is_heard_promised_or_wrong(qtbot: QtBot, qapp: QApplication) -> None:
    for signals in (WindowsSignals(), MacSignals()):
        with qtbot.assertNotEmitted(signals.leaving):
            signals.begin()
    assert not screen_capture.OFFERED
    captures = ScreenCapture(True, qapp)
    captures.set_hidden(False)
    captures.deleteLater()
