"""One plain observation beside the readings: how the match is so far, contact and aim apart, a score beyond wobble."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from therapy_diary.domain.therapy import Therapy
from therapy_diary.domain.topic import TopicKind
from therapy_diary.insight.imbalance import imbalance
from therapy_diary.insight.limits import Limits
from therapy_diary.insight.panel_trends import reads_further_from_easy
from therapy_diary.views.half_given import keep_or_say
from therapy_diary.views.page import Desk
from therapy_diary.views.room import button, in_a_row, words
from therapy_diary.views.thoughts import limits_in_use, reading_words, readings_are_off
from therapy_diary.widgets.card import Card
from therapy_diary.widgets.notice import Notice


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """What may be said: its name among the observations, its sentence, and what kind of topic it would become."""

    name: str
    sentence: str
    kind: TopicKind


class AsideCard(Card):
    """Shown only where no reading is, and only until it is made something to bring or put off."""

    said = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._therapy: Therapy | None = None
        self._held = 0
        self._shown: Aside | None = None
        column = self.column(8)
        column.setContentsMargins(20, 12, 20, 12)
        self.sentence = words("", "", self)
        column.addWidget(self.sentence)
        self.trouble = Notice(self)
        column.addWidget(self.trouble)
        self.bring = button(self.tr("Make it something to bring"), self._bring, "chip")
        self.not_now = button(self.tr("Not now"), self._put_off, "chip")
        in_a_row(column, self.bring, self.not_now)
        self.hide()

    def show_therapy(self, therapy: Therapy, *, number: int, beside_reading: bool) -> None:
        """Show the first that applies. number is the next session's; beside_reading tells that a reading is shown."""
        self._therapy, self._held = therapy, number - 1
        diary = self._desk.diary
        silent = beside_reading or diary.choices.is_quiet or readings_are_off(diary, therapy.id)
        found = None if silent else next(self._wanted(therapy), None)
        if found is not None:
            self.sentence.setText(found.sentence)
            for act in (self.bring, self.not_now):
                act.setAccessibleDescription(found.sentence)
        self._shown = found
        self.setVisible(found is not None)

    def in_words(self) -> str:
        """What is shown; empty while nothing is."""
        return "" if self._shown is None else self._shown.sentence

    def _wanted(self, therapy: Therapy) -> Iterator[Aside]:
        """Without what has become something to bring, and what was put off some sessions ago."""
        diary = self._desk.diary
        brought, limits = {it.wording for it in diary.topics.of(therapy.id)}, limits_in_use(diary)
        for it in self._found(therapy, limits):
            put_off = diary.choices.put_off_at(it.name, therapy.uid)
            waited = put_off is None or self._held >= put_off + limits.not_now_sessions
            if it.sentence not in brought and waited:
                yield it

    def _found(self, therapy: Therapy, limits: Limits) -> Iterator[Aside]:
        diary, said = self._desk.diary, reading_words()
        ratings = {it.session: it for it in diary.alliance_ratings.of(therapy.id)}
        ordered = [ratings[it.id] for it in diary.sessions.held(therapy.id) if it.id in ratings]
        if ordered and self._held == limits.getting_to_know:
            yield _aside("match_question", said.said("other", "match_question"))
        apart = imbalance(ordered, limits)
        if apart is not None:
            yield _aside(apart, said.said("imbalance", apart))
        for kept in diary.measures.all():
            answers = diary.measures.answers_of(kept.id) if kept.enabled else []
            if any(reads_further_from_easy(scale, answers) for scale in kept.measure.scales):
                yield _aside("measure_further", said.said("other", "measure_further"), TopicKind.CONTENT)

    def _bring(self) -> None:
        therapy, shown, today = self._therapy, self._shown, self._desk.now().date()
        diary = self._desk.diary
        if therapy is None or shown is None:
            return

        def change() -> None:
            diary.topics.add(therapy.id, shown.sentence, today, kind=shown.kind, source="reading")

        if keep_or_say(diary, change, self.trouble):
            self.said.emit(self.tr("Kept for the next session."))

    def _put_off(self) -> None:
        therapy, shown, diary = self._therapy, self._shown, self._desk.diary
        if therapy is None or shown is None:
            return
        held = self._held
        if keep_or_say(diary, lambda: diary.choices.put_off(shown.name, therapy.uid, held), self.trouble):
            self.said.emit(self.tr("Put away for some sessions."))


def _aside(name: str, sentence: str, kind: TopicKind = TopicKind.RELATIONSHIP) -> Aside:
    return Aside(name=name, sentence=sentence, kind=kind)
