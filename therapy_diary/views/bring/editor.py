"""Where a topic is put into words: what it is about, how hard it is to say, and a first sentence."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from therapy_diary.domain.topic import LONGEST_WORDING, Topic, TopicKind
from therapy_diary.insight.review import HARD_TO_SAY
from therapy_diary.views.bring.sentence_offer import SentenceOffer
from therapy_diary.views.bring.words import first_sentences, hard_words, kind_words
from therapy_diary.views.half_given import Given, given_words
from therapy_diary.views.room import button
from therapy_diary.widgets.flow_layout import FlowLayout
from therapy_diary.widgets.growing_text import GrowingText
from therapy_diary.widgets.notice import Notice
from therapy_diary.widgets.private_text import PrivateText

LONGEST_OPENING = 1_000
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True, kw_only=True)
class Worded:
    """What the person gave for a topic."""

    wording: str
    kind: TopicKind
    hard_to_say: int
    opening_line: str
    covered: bool

    def put_into(self, topic: Topic) -> Topic:
        """The topic with these words."""
        return replace(
            topic,
            wording=self.wording,
            kind=self.kind,
            hard_to_say=self.hard_to_say,
            opening_line=self.opening_line,
            covered=self.covered,
        )


class TopicEditor(QWidget):
    """Enter keeps it. A first sentence has room where the topic is hard to say, or where one is asked for."""

    edited = Signal()  # by the person
    wanted = Signal()  # what stands here is to be kept
    cancelled = Signal()

    def __init__(self, topic: Topic | None, parent: QWidget | None = None) -> None:
        """topic: the one to change; None for a new one, which has nothing to be cancelled."""
        super().__init__(parent)
        self._topic = topic
        self._make_fields()
        self.trouble = Notice(self)
        self.offer = SentenceOffer(self)
        self.offer.chosen.connect(self._take_sentence)
        self.keep_it = button(
            self.tr("Add") if topic is None else self.tr("Keep"), self.wanted.emit, "primary"
        )
        self.cancel = button(self.tr("Cancel"), self.cancelled.emit, "ghost")
        self.cancel.setHidden(topic is None)
        self._lay_out()
        self.show_topic(topic)

    def show_topic(self, topic: Topic | None) -> None:
        """Show a topic as the diary holds it, or room for a new one."""
        self._topic = topic
        self.wording.set_text("" if topic is None else topic.wording)
        self.opening.set_text("" if topic is None else topic.opening_line)
        self.kind.setCurrentIndex(0 if topic is None else self.kind.findData(topic.kind))
        self.hard.setCurrentIndex(0 if topic is None else topic.hard_to_say)
        self.covered.setChecked(topic is not None and topic.covered)
        self.trouble.say("")
        self.offer.fold()
        self._follow()

    def given(self) -> Given:
        """What stands here, as a draft keeps it."""
        return {
            "wording": self.wording.text(),
            "opening": self.opening.text(),
            "kind": self._kind().value,
            "hard": self.hard.currentIndex(),
            "covered": self.covered.isChecked(),
        }

    def set_given(self, given: Given) -> None:
        """Show what a draft kept."""
        self.wording.set_text(given_words(given, "wording"))
        self.opening.set_text(given_words(given, "opening"))
        self.kind.setCurrentIndex(max(self.kind.findData(given_words(given, "kind")), 0))
        hard = given.get("hard")
        self.hard.setCurrentIndex(hard if isinstance(hard, int) and 0 <= hard < self.hard.count() else 0)
        self.covered.setChecked(given.get("covered") is True)
        self._follow()

    @property
    def is_changed(self) -> bool:
        """Whether anything here is not in the diary."""
        if self._topic is None:
            return bool(self.wording.text() or self.opening.text())
        return self.worded().put_into(self._topic) != self._topic if self.has_words else True

    @property
    def has_words(self) -> bool:
        """Whether there is something to keep."""
        return bool(self.wording.text().strip())

    def worded(self) -> Worded:
        """What stands here, to be kept."""
        return Worded(
            wording=" ".join(self.wording.text().split()),
            kind=self._kind(),
            hard_to_say=self.hard.currentIndex(),
            opening_line=self.opening.text().strip(),
            covered=self.covered.isChecked(),
        )

    def ask_for_words(self) -> None:
        """Say that a topic needs some, and where they go."""
        self.trouble.say(self.tr("Write a few words first."), aloud=True)
        self.wording.setFocus(Qt.FocusReason.OtherFocusReason)

    def fields(self) -> dict[str, PrivateText]:
        """The fields of words, by the names a bookmark gives them."""
        return {"wording": self.wording, "opening": self.opening}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter keeps the topic: it is one line, however long."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in ENTER:
            self.wanted.emit()
            return True
        return super().eventFilter(watched, event)

    # inside

    def _make_fields(self) -> None:
        self.wording, self.opening = GrowingText(self), GrowingText(self)
        self.wording.setObjectName("topicWording")
        for field, words, longest in (
            (self.wording, self.tr("Something to bring, in one line"), LONGEST_WORDING),
            (self.opening, self.tr("A first sentence, in your own words"), LONGEST_OPENING),
        ):
            field.set_lines(1, 8)
            field.keep_to_one_line(longest)
            field.setPlaceholderText(words)
            field.setAccessibleName(words)
            field.edited.connect(self._edited)
            field.installEventFilter(self)
        self.kind, self.hard = QComboBox(self), QComboBox(self)
        for kind, said in kind_words().items():
            self.kind.addItem(said, kind.value)
        self.hard.addItems(list(hard_words()))
        self.kind.setAccessibleName(self.tr("What it is about"))
        self.hard.setAccessibleName(self.tr("How hard it is to say"))
        self.covered = QCheckBox(self.tr("Not brought up yet: keep it covered"), self)
        self.covered.setToolTip(self.tr("Only a number shows until you open it. It is on no paper."))
        self.covered.setAccessibleDescription(self.covered.toolTip())
        for combo in (self.kind, self.hard):
            combo.activated.connect(lambda _: self._edited())
        self.covered.clicked.connect(lambda _: self._edited())

    def _lay_out(self) -> None:
        choices, acts = QWidget(self), QHBoxLayout()
        flow = FlowLayout(choices, spacing=10)
        for part in (self.kind, self.hard, self.covered):
            flow.addWidget(part)
        acts.setSpacing(10)
        acts.addWidget(self.keep_it)
        acts.addWidget(self.cancel)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widget in (self.wording, choices, self.opening, self.offer, self.trouble):
            column.addWidget(widget)
        column.addLayout(acts)

    def _kind(self) -> TopicKind:
        return TopicKind(self.kind.currentData())

    def _edited(self) -> None:
        self.trouble.say("")
        self._follow()
        self.edited.emit()

    def _follow(self) -> None:
        is_hard = self.hard.currentIndex() >= HARD_TO_SAY
        self.opening.setVisible(is_hard or bool(self.opening.text()) or self.opening.hasFocus())
        self.offer.show_kind(self._kind())

    def _take_sentence(self, sentence: str) -> None:
        """In place of another one that was offered; after words of the person's own. Ctrl+Z takes it away."""
        there = self.opening.text().strip()
        offered = {words for it in first_sentences() for words in it.said.values()}
        if not there or there in offered:
            self.opening.selectAll()
        else:
            self.opening.moveCursor(QTextCursor.MoveOperation.End)
            sentence = f" {sentence}"
        self.opening.show()
        step = self.opening.textCursor()
        step.beginEditBlock()  # else one Ctrl+Z would take what was typed before it as well
        self.opening.insert_as_person(sentence)
        step.endEditBlock()
        self.opening.setFocus(Qt.FocusReason.OtherFocusReason)
