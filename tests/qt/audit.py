"""Two questions to any window: can every control be named, and can the keyboard get everywhere and out again?"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

MOST_PRESSES = 200


def described(widget: QWidget) -> str:
    """A control in words a failing test can print."""
    return f"{type(widget).__name__} '{widget.objectName()}' in {type(widget.parentWidget()).__name__}"


def unnamed_controls(root: QWidget) -> list[str]:
    """The visible controls under `root` that a keyboard can reach and a screen reader cannot name."""
    QAccessible.setActive(True)
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.focusProxy():
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is None or not interface.text(QAccessible.Text.Name).strip():
            found.append(described(widget))
    return found


def tab_cycle(window: QWidget) -> list[str]:
    """Press Tab from the first control until it comes round; the stops on the way.

    Raises AssertionError when Tab does not move on, or when it runs in a circle that leaves the beginning out.
    """
    window.activateWindow()
    window.setFocus()
    QTest.keyClick(window, Qt.Key.Key_Tab)
    first = QApplication.focusWidget()
    assert first is not None, "nothing in the window takes the focus"
    stops: list[QWidget] = [first]
    for _ in range(MOST_PRESSES):
        QTest.keyClick(stops[-1], Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        assert here is not None, f"Tab from {described(stops[-1])} leads nowhere"
        assert here is not stops[-1] or len(stops) == 1, f"{described(here)} keeps the Tab key"
        if here is first:
            return [described(it) for it in stops]
        assert here not in stops, f"Tab runs in a circle from {described(here)}"
        stops.append(here)
    raise AssertionError(f"Tab has not come round after {MOST_PRESSES} presses")
