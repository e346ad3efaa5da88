"""What a person reads in a window: every visible word, and none that is hidden."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QTextEdit,
    QWidget,
)

SETTLING = 3  # turns of the event loop: a row added to a page in view is shown in the next one
DATES = re.compile(
    r"A4|\d+ minutes|(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}"
    r"|\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b(?: \d{4})?|\d{1,2}/\d{1,2}/\d{4}|\d{1,2}:\d{2}"
)
"""Days, times of day and the size of paper, as the window writes them in British English."""


def words_on(root: QWidget) -> list[str]:
    """Every text that is to be seen or heard under a widget."""
    for _ in range(SETTLING):
        QApplication.processEvents()
    found: list[str] = []
    for it in root.findChildren(QWidget):
        if not it.isVisible():
            continue
        found += [it.accessibleName(), it.accessibleDescription()]
        if isinstance(it, (QLabel, QAbstractButton)):
            found.append(it.text())
        if isinstance(it, QLineEdit):
            found += [it.text(), it.placeholderText()]
        if isinstance(it, QTextEdit):
            found.append(it.toPlainText())
        if isinstance(it, QComboBox):
            found.append(it.currentText())
        if isinstance(it, QListWidget):
            found += [it.item(row).text() for row in range(it.count()) if not it.isRowHidden(row)]
        elif isinstance(it, QAbstractItemView) and it.model() is not None:
            model = it.model()
            for row in range(model.rowCount()):
                for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                    found.append(str(model.index(row, 0).data(role) or ""))
    return [it for it in found if it.strip()]


def numbers_in(words: list[str]) -> list[str]:
    """Those texts that hold a figure which is no day and no time of day."""
    return [it for it in words if re.search(r"\d", DATES.sub("", it))]
