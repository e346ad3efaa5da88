"""One plain observation beside the readings: how the match is so far, contact and aim apart, a score beyond wobble."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from therapy_diary.domain.therapy import Therapy
from therapy_diary.domain.topic import TopicKind
from therapy_diary.insight.imbalance import imbalance
from therapy_diary.insight.panel_trends import reads_further_from_easy
from therapy_diary.views.half_given import keep_or_say
from therapy_diary.views.page import Desk
from therapy_diary.views.room import button, in_a_row, words
from therapy_diary.views.thoughts import limits_in_use, reading_words
from therapy_diary.widgets.card import Card
from therapy_diary.widgets.notice import Notice


class AsideCard(Card):
    """Shown only where no reading is, and only as long as it has not become something to bring."""

    said = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._therapy: Therapy | None = None
        self._kind = TopicKind.RELATIONSHIP
        column = self.column(8)
        self.sentence = words("", "", self)
        column.addWidget(self.sentence)
        self.trouble = Notice(self)
        column.addWidget(self.trouble)
        self.bring = button(self.tr("Make it something to bring"), self._bring, "chip")
        in_a_row(column, self.bring)
        self.hide()

    def show_therapy(self, therapy: Therapy, *, number: int, beside_reading: bool) -> None:
        """Show the first that applies. number is the next session's; beside_reading tells that a reading is shown."""
        self._therapy = therapy
        brought = {it.wording for it in self._desk.diary.topics.of(therapy.id)}
        found = None
        if not beside_reading and not self._desk.diary.choices.is_quiet:
            found = next((it for it in self._found(therapy, number) if it[0] not in brought), None)
        if found is not None:
            self._kind = found[1]
            self.sentence.setText(found[0])
            self.bring.setAccessibleDescription(found[0])
        self.setVisible(found is not None)

    def _found(self, therapy: Therapy, number: int) -> Iterator[tuple[str, TopicKind]]:
        diary, said, limits = self._desk.diary, reading_words(), limits_in_use(self._desk.diary)
        ratings = {it.session: it for it in diary.alliance_ratings.of(therapy.id)}
        ordered = [ratings[it.id] for it in diary.sessions.held(therapy.id) if it.id in ratings]
        if ordered and number == limits.getting_to_know + 1:
            yield said.said("other", "match_question"), TopicKind.RELATIONSHIP
        apart = imbalance(ordered, limits)
        if apart is not None:
            yield said.said("imbalance", apart), TopicKind.RELATIONSHIP
        for kept in diary.measures.all():
            answers = diary.measures.answers_of(kept.id) if kept.enabled else []
            if any(reads_further_from_easy(scale, answers) for scale in kept.measure.scales):
                yield said.said("other", "measure_further"), TopicKind.CONTENT

    def _bring(self) -> None:
        if self._therapy is None:
            return
        wording, therapy, today = self.sentence.text(), self._therapy.id, self._desk.now().date()
        diary, kind = self._desk.diary, self._kind

        def change() -> None:
            diary.topics.add(therapy, wording, today, kind=kind, source="reading")

        if keep_or_say(diary, change, self.trouble):
            self.said.emit(self.tr("Kept for the next session."))
