"""What waits to be brought, in the person's own order; what was let go lies folded below."""

from PySide6.QtWidgets import QWidget

from therapy_diary.desktop.icons import icon
from therapy_diary.domain.therapy import Therapy
from therapy_diary.domain.topic import PastTopic, TopicState
from therapy_diary.insight.review import in_order
from therapy_diary.storage.diary import Diary
from therapy_diary.views.bring.doings import TopicDoings
from therapy_diary.views.bring.past_list import PastList, Place
from therapy_diary.views.bring.rows import TopicRows
from therapy_diary.views.column_page import along
from therapy_diary.views.half_given import HalfGiven
from therapy_diary.views.room import button, in_a_row, title_and_acts, words
from therapy_diary.widgets.card import Card
from therapy_diary.widgets.words_and_acts import WordsAndActs

LET_GO = (TopicState.LET_GO,)


class WaitingCard(Card):
    """In the order of the page before a session. A topic that was let go carries no mark, and can wait again."""

    def __init__(
        self, diary: Diary, doings: TopicDoings, half: HalfGiven, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._diary, self._doings = diary, doings
        self._therapy: Therapy | None = None
        column = self.column(10)
        self.hardest = button(self.tr("Hardest first again"), self._go_by_hardness, "link")
        title_and_acts(column, self.tr("Waiting"), self.hardest)
        self.told = words(self.tr("Nothing waits. That is fine."), "sub", self)
        column.addWidget(self.told)
        self.rows = TopicRows(doings, half, self)
        column.addWidget(self.rows)
        self.more = button(self.tr("What I let go"), self._fold, "link")
        self.more.setCheckable(True)
        in_a_row(column, self.more)
        self.let_go = PastList(self._read, self._row, self)
        column.addWidget(self.let_go)

    def show_therapy(self, therapy: Therapy) -> None:
        """Show what the diary holds; what is half typed stays."""
        self._therapy = therapy
        by_hand = self._diary.choices.has_topics_by_hand(therapy.uid)
        waiting = in_order(self._diary.topics.waiting(therapy.id), by_hand=by_hand)
        self.rows.show_topics(waiting)
        self.hardest.setVisible(by_hand and len(waiting) > 1)
        self.told.setVisible(not waiting)
        self.more.setVisible(bool(self._read(1, None)))
        self._fold()

    def keep(self) -> None:
        """Keep what was changed, as the page is left. Raises StorageError."""
        self.rows.keep()

    def show_let_go(self, place: Place) -> None:
        """Unfold what was let go, beginning with the topic at that place."""
        self.more.setChecked(True)
        self._fold()
        self.let_go.show_from(place)

    def _go_by_hardness(self) -> None:
        if self._therapy is not None:
            self._doings.go_by_hardness(self._therapy)

    def _fold(self) -> None:
        """What lies folded is not read."""
        shown = self.more.isChecked() and not self.more.isHidden()
        self.more.setIcon(icon("chevron-up" if shown else "chevron-down", "accent"))
        self.let_go.setVisible(shown)
        if shown:
            self.let_go.show_list()

    def _read(self, most: int, before: Place | None) -> list[PastTopic]:
        return (
            [] if self._therapy is None else self._diary.topics.past(self._therapy.id, LET_GO, most, before)
        )

    def _row(self, past: PastTopic) -> QWidget:
        row, topic = WordsAndActs(self), past.topic
        row.words.addWidget(along(topic.wording, "sub", row))
        again = button(
            self.tr("Let it wait again"), lambda: self._doings.mark(topic, TopicState.WAITING), "chip"
        )
        again.setAccessibleDescription(topic.wording)
        row.add_act(again)
        return row
