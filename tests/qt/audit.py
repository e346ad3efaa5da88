"""Questions to any window: can every control be named, can the keyboard get everywhere, are all words there in full?"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QComboBox, QLabel, QWidget

from therapy_diary.widgets.elided_label import ElidedLabel
from therapy_diary.widgets.segments import Segment

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


def clipped_words(root: QWidget) -> list[str]:
    """The visible labels, buttons and lists under `root` that have not enough room for their words."""
    seen = [it for it in root.findChildren(QWidget) if it.isVisible()]
    words = [it for it in seen if isinstance(it, QLabel) and it.text() and not isinstance(it, ElidedLabel)]
    buttons = [
        it for it in seen if isinstance(it, QAbstractButton) and it.text() and not isinstance(it, Segment)
    ]
    narrow = [it for it in [*buttons, *_lines(words)] if it.width() < it.sizeHint().width() - 1]
    narrow += [it for it in words if it.wordWrap() and it.width() < _widest_piece(it) - 1]
    choices = [it for it in seen if isinstance(it, QComboBox)]
    low = [it for it in [*buttons, *choices] if it.height() < it.sizeHint().height() - 1]
    low += [it for it in words if it.height() < _height_needed(it) - 1]
    return [f"{described(it)}: {_said(it)!r}" for it in {*narrow, *low}]


def scrolled_sideways(root: QWidget) -> list[str]:
    """The visible areas under `root` that are wider inside than outside."""
    areas = [it for it in root.findChildren(QAbstractScrollArea) if it.isVisible()]
    return [described(it) for it in areas if it.horizontalScrollBar().maximum() > 0]


def _lines(labels: list[QLabel]) -> list[QLabel]:
    return [it for it in labels if not it.wordWrap()]


def _widest_piece(label: QLabel) -> int:
    """What cannot be broken: a word, or a part of one where a break is allowed."""
    pieces = label.text().replace("\u200b", " ").split()
    return max((label.fontMetrics().horizontalAdvance(it) for it in pieces), default=0)


def _height_needed(label: QLabel) -> int:
    return label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()


def _said(widget: QWidget) -> str:
    return str(widget.property("text") or "")[:40]
