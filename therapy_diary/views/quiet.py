"""What stands in the place of a page that rests: quiet mode shows no numbers and no charts."""

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from therapy_diary.views.page import Desk, Page
from therapy_diary.widgets.empty_state import EmptyState


class QuietPage(Page):
    """One sentence, and the way back to everything."""

    name: ClassVar[str] = "quiet"

    quiet_wanted = Signal(bool)
    """The person wants everything shown again: False, for quiet mode is to be off."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.empty = EmptyState(self)
        self.empty.acted.connect(lambda: self.quiet_wanted.emit(False))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.empty)

    def refresh(self) -> None:
        """Say what rests, and that nothing of it is gone."""
        self.empty.say(
            "eye-off",
            self.tr("This page rests"),
            self.tr(
                "Quiet mode shows no numbers and no charts. Nothing is lost, and your notes are where they were."
            ),
            self.tr("Show everything again"),
            "eye",
        )
