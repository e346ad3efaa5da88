"""What I said and what came of it: the person's own evidence, the newest session first."""

from PySide6.QtWidgets import QWidget

from therapy_diary.domain.therapy import Therapy
from therapy_diary.domain.topic import SPOKEN, PastTopic
from therapy_diary.storage.diary import Diary
from therapy_diary.views.bring.doings import TopicDoings
from therapy_diary.views.bring.past_list import PastList, Place
from therapy_diary.views.bring.said_row import SaidRow
from therapy_diary.views.half_given import HalfGiven
from therapy_diary.views.room import words
from therapy_diary.widgets.card import Card


class SaidCard(Card):
    """Nothing here is counted, and what was not said is not among it."""

    def __init__(
        self, diary: Diary, doings: TopicDoings, half: HalfGiven, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._diary, self._doings, self._half = diary, doings, half
        self._therapy: Therapy | None = None
        column = self.column(10)
        column.addWidget(words(self.tr("What I said and what came of it"), "h3", self))
        self.told = words(self.tr("What you brought into a session stands here."), "sub", self)
        column.addWidget(self.told)
        self.list = PastList(self._read, self._row, self)
        column.addWidget(self.list)

    def show_therapy(self, therapy: Therapy) -> None:
        """Show what the diary holds; what is half given stays."""
        self._therapy = therapy
        self.list.show_list()
        self.told.setVisible(not self.list.shown)

    def show_from(self, place: Place) -> None:
        """Begin with the topic at that place."""
        self.list.show_from(place)

    def rows(self) -> list[SaidRow]:
        """The rows, from top to bottom."""
        return [it for it in self.list.rows() if isinstance(it, SaidRow)]

    def keep(self) -> None:
        """Keep what was half given, as the page is left. Raises StorageError."""
        for row in self.rows():
            if row.is_changed:
                self._doings.put(row.topic.id, row.put_into, row.place)

    def _read(self, most: int, before: Place | None) -> list[PastTopic]:
        return (
            [] if self._therapy is None else self._diary.topics.past(self._therapy.id, SPOKEN, most, before)
        )

    def _row(self, past: PastTopic) -> SaidRow:
        row = SaidRow(past, self._half, self)
        row.marked.connect(lambda state: self._doings.mark(row.topic, state))
        row.wanted.connect(lambda: self._keep(row))
        return row

    def _keep(self, row: SaidRow) -> None:
        place = self.rows().index(row)
        if not self._doings.keep_given(row.topic.id, row.put_into, row.place):
            return
        row.shut()
        rows = self.rows()
        if place < len(rows):
            rows[place].pencil.setFocus()
