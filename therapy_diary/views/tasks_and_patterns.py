"""What I try, and what keeps coming back: two halves of one page, the nearer one to this therapy first."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from therapy_diary.domain.therapy import Approach
from therapy_diary.storage.errors import StorageError
from therapy_diary.views.column_page import ColumnPage
from therapy_diary.views.half_given import HalfGiven, trouble_in_words
from therapy_diary.views.page import Desk
from therapy_diary.views.work.patterns_card import PatternsCard
from therapy_diary.views.work.tasks_card import TasksCard
from therapy_diary.widgets.empty_state import EmptyState
from therapy_diary.widgets.notice import Notice, Tone


class TasksAndPatternsPage(ColumnPage):
    """The approach changes which half stands first, never what exists."""

    name: ClassVar[str] = "tasks_and_patterns"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.half = HalfGiven(desk, self)
        self.heading.set_title(self.tr("Tasks and patterns"))
        self.heading.set_sub(self.tr("What you mean to try, and what keeps coming back."))
        self.trouble = Notice(self)
        self.column.addWidget(self.trouble)
        self.empty = EmptyState(self)
        self.empty.say(
            "footprints", self.tr("No therapy yet"), self.tr("Begin with the therapy this diary is about.")
        )
        self.column.addWidget(self.empty)
        self.tasks = TasksCard(desk, self.half, self)
        self.patterns = PatternsCard(desk, self.half, self)
        for card in (self.tasks, self.patterns):
            card.said.connect(self.said)
            self.column.addWidget(card)
        self.column.addStretch(1)
        self.half.failed.connect(self._say_failed)
        self.half.recovered.connect(lambda: self.trouble.say(""))

    def refresh(self) -> None:
        """Show what the diary holds now, the half first that goes with the approach."""
        therapy = self.desk.diary.therapies.current()
        self.empty.setVisible(therapy is None)
        for card in (self.tasks, self.patterns):
            card.setVisible(therapy is not None)
        if therapy is None:
            return
        first = self.patterns if therapy.approach is Approach.DYNAMIC else self.tasks
        second = self.tasks if first is self.patterns else self.patterns
        if self.column.indexOf(first) > self.column.indexOf(second):
            self.column.removeWidget(first)
            self.column.insertWidget(self.column.indexOf(second), first)
        self.tasks.show_therapy(therapy)
        self.patterns.show_therapy(therapy)
        self.order_tabs()

    def keep(self) -> None:
        """Put what is half typed into the encrypted file. Raises StorageError."""
        self.tasks.keep()
        self.half.keep()

    def _say_failed(self, error: StorageError) -> None:
        self.trouble.say(trouble_in_words(error), Tone.WRONG, aloud=True)
