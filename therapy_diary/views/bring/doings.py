"""What a person does to a topic: each is kept at once, and can be taken back while the page is in view."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from therapy_diary.domain.session import SessionId
from therapy_diary.domain.therapy import Therapy, TherapyId
from therapy_diary.domain.topic import SPOKEN, Topic, TopicId, TopicState
from therapy_diary.insight.review import moved
from therapy_diary.storage.errors import StorageError
from therapy_diary.views.bring.editor import Worded
from therapy_diary.views.bring.words import marked_words
from therapy_diary.views.half_given import HalfGiven
from therapy_diary.views.page import Desk


class TopicDoings(QObject):
    """Changes topics in the diary. Each act says whether it went well."""

    done = Signal(str, object)
    """A sentence, and the function that takes it back; see Page.can_be_undone."""
    said = Signal(str)
    failed = Signal(StorageError)

    def __init__(self, desk: Desk, half: HalfGiven, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._half = desk, half

    def add(self, therapy: TherapyId, given: Worded, place: str) -> bool:
        """Keep a new topic, whose words were half written at that place."""

        def change() -> None:
            self._desk.diary.topics.add(
                therapy,
                given.wording,
                self._desk.now().date(),
                kind=given.kind,
                hard_to_say=given.hard_to_say,
                opening_line=given.opening_line,
                covered=given.covered,
            )
            self._half.settle(place)

        return self._keep(change)

    def mark(self, topic: Topic, state: TopicState) -> bool:
        """Say what came of a topic; brought and partly belong to the latest session. What was said is covered no more."""
        spoken = state in SPOKEN
        session = topic.brought_in or self._latest(topic.therapy)
        marked = replace(
            topic,
            state=state,
            brought_in=session if spoken else None,
            covered=topic.covered and not spoken,
        )
        told = marked_words()[state]
        if marked.covered is not topic.covered:
            told = f"{told} {self.tr('It is no longer covered.')}"
        return self._swap(topic, marked, told)

    def cover(self, topic: Topic, covered: bool) -> bool:
        """Let only a number show of a topic, or its words again."""
        told = self.tr("It is covered.") if covered else self.tr("It is no longer covered.")
        return self._swap(topic, replace(topic, covered=covered), told)

    def keep_given(self, topic: TopicId, change: Callable[[Topic], Topic], place: str) -> bool:
        """Keep what was half given at that place, as the person asked."""
        kept = self._keep(lambda: self._put(topic, change, place))
        if kept:
            self.said.emit(self.tr("Kept."))
        return kept

    def put(self, topic: TopicId, change: Callable[[Topic], Topic], place: str) -> None:
        """Keep what was half given at that place, as its page is left. Raises StorageError."""
        with self._desk.diary.change():
            self._put(topic, change, place)

    def move(self, shown: Sequence[Topic], topic: Topic, steps: int) -> bool:
        """Move a topic so many places down among those shown. From the first move on the person's order holds."""
        diary = self._desk.diary

        def change() -> None:
            diary.choices.put_topics_by_hand(diary.therapies.get(topic.therapy).uid, by_hand=True)
            for it in moved(shown, topic.id, steps):
                diary.topics.save(it)

        return self._keep(change)

    def go_by_hardness(self, therapy: Therapy) -> bool:
        """Let the hardest to say come first again."""
        return self._keep(lambda: self._desk.diary.choices.put_topics_by_hand(therapy.uid, by_hand=False))

    # inside

    def _put(self, topic: TopicId, change: Callable[[Topic], Topic], place: str) -> None:
        topics = self._desk.diary.topics
        topics.save(change(topics.get(topic)))
        self._half.settle(place)

    def _swap(self, before: Topic, after: Topic, told: str) -> bool:
        diary = self._desk.diary

        def take_back() -> None:
            """Where it stood, with whatever was written about it since."""
            with diary.change():
                diary.topics.save(
                    replace(
                        diary.topics.get(before.id),
                        state=before.state,
                        brought_in=before.brought_in,
                        covered=before.covered,
                    )
                )

        if not self._keep(lambda: diary.topics.save(after)):
            return False
        self.done.emit(told, take_back)
        return True

    def _latest(self, therapy: TherapyId) -> SessionId | None:
        """The latest session held by now."""
        now = self._desk.now()
        held = [it for it in self._desk.diary.sessions.held(therapy) if it.starts_at <= now]
        return held[-1].id if held else None

    def _keep(self, change: Callable[[], object]) -> bool:
        try:
            with self._desk.diary.change():
                change()
        except StorageError as error:
            self.failed.emit(error)
            return False
        return True
