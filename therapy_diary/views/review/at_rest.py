"""Where no session is to come: a few calm words in the place of what would ask for something."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from therapy_diary.domain.therapy import Therapy, TherapyState
from therapy_diary.views.room import button, in_a_row, words
from therapy_diary.widgets.card import Card


class AtRestCard(Card):
    """While a therapy is paused nothing is asked; after its end there is nothing to prepare either."""

    timeline_wanted = Signal()

    def __init__(
        self,
        asking: Callable[[], Sequence[QWidget]],
        preparing: Callable[[], Sequence[QWidget]],
        parent: QWidget | None = None,
    ) -> None:
        """asking: what is hidden in both; preparing: what is hidden after the end, and shown else."""
        super().__init__(parent)
        self._asking, self._preparing = asking, preparing
        column = self.column(8)
        self.title = words("", "h3", self)
        self.sentence = words("", "sub", self)
        column.addWidget(self.title)
        column.addWidget(self.sentence)
        self.read = button(self.tr("Go to the timeline"), self.timeline_wanted.emit)
        self._acts = in_a_row(column, self.read)
        self.hide()

    def show_therapy(self, therapy: Therapy) -> None:
        """Take the place of what would ask, if this therapy rests or has ended."""
        has_ended = therapy.state is TherapyState.CLOSED
        self.setVisible(not therapy.meets)
        if not therapy.meets:
            for part in self._asking():
                part.hide()
        for part in self._preparing():
            part.setVisible(not has_ended)
        self._acts.setVisible(has_ended)
        if has_ended:
            self.title.setText(self.tr("This therapy has ended"))
            self.sentence.setText(
                self.tr("There is no session to prepare. What you wrote stays in the timeline, to be read.")
            )
        else:
            self.title.setText(self.tr("This therapy is paused"))
            self.sentence.setText(
                self.tr("Nothing is asked meanwhile. What you want to bring can wait here.")
            )
