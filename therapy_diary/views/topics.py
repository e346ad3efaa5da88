"""What is to be brought into a session: written down, put in order, said or not said, and what came of it."""

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from therapy_diary.desktop.in_turns import InTurns, Late
from therapy_diary.domain.found import Found
from therapy_diary.domain.therapy import Therapy
from therapy_diary.domain.topic import Topic, TopicId
from therapy_diary.storage.errors import StorageError
from therapy_diary.views.bring.covered_card import CoveredCard
from therapy_diary.views.bring.doings import TopicDoings
from therapy_diary.views.bring.editor import TopicEditor
from therapy_diary.views.bring.said_card import SaidCard
from therapy_diary.views.bring.waiting_card import WaitingCard
from therapy_diary.views.column_page import ColumnPage
from therapy_diary.views.half_given import HalfGiven, trouble_in_words
from therapy_diary.views.page import Desk
from therapy_diary.views.room import words
from therapy_diary.widgets.card import Card
from therapy_diary.widgets.empty_state import EmptyState
from therapy_diary.widgets.notice import Notice, Tone
from therapy_diary.widgets.private_text import PrivateText

NEW = "topics:new"
"""Where a topic that is not added yet lies half written."""


class TopicsPage(ColumnPage):
    """The room of what is to be brought. Not saying something carries no mark anywhere on it."""

    name: ClassVar[str] = "topics"

    turns: InTurns
    new = Late[TopicEditor]()
    """Where something to bring is written."""
    waiting, covered, said_before = Late[WaitingCard](), Late[CoveredCard](), Late[SaidCard]()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._therapy: Therapy | None = None
        self.half = HalfGiven(desk, self)
        self.doings = TopicDoings(desk, self.half, self)
        self.heading.set_title(self.tr("To bring"))
        self.heading.set_sub(self.tr("What you may want to say in a session. Leaving it unsaid is fine too."))
        self.trouble = Notice(self)
        self.empty = EmptyState(self)
        self.empty.say(
            "message-square-quote",
            self.tr("No therapy yet"),
            self.tr("Begin with the therapy this diary is about."),
        )
        self.column.addWidget(self.trouble)
        self.column.addWidget(self.empty)
        self._writing = Card(self.area.widget())
        self._writing_column = self._writing.column(10)
        self._writing_column.addWidget(words(self.tr("Something to bring"), "h3", self._writing))
        self._lists: list[WaitingCard | CoveredCard | SaidCard] = []  # those that are there
        self.column.addWidget(self._writing)
        self.column.addStretch(1)
        self._connect()
        self.turns = InTurns(self, self._pieces())

    # what the window asks of a page

    def refresh(self) -> None:
        """Show what the diary holds now; what is half typed stays."""
        therapy = self._therapy = self.desk.diary.therapies.current()
        self.empty.setVisible(therapy is None)
        self._writing.setVisible(therapy is not None)
        for card in self._lists:
            if therapy is None:
                card.hide()
        if therapy is None:
            return
        if type(self).new.is_there(self):
            self._show_half_typed()
        for card in self._lists:
            self._show(card, therapy)
        self.order_tabs()

    def show_subject(self, subject: object) -> None:
        """ "add" puts the cursor where something to bring is written; a topic that was Found is brought into view."""
        self.refresh()
        if subject == "add":
            self.area.verticalScrollBar().setValue(0)
            self.new.wording.setFocus(Qt.FocusReason.OtherFocusReason)
        elif isinstance(subject, Found):
            with suppress(KeyError):
                self._show_topic(self.desk.diary.topics.get(TopicId(subject.record)))

    def keep(self) -> None:
        """Keep what was changed, and put a half-typed topic into the encrypted file. Raises StorageError."""
        for card in self._lists:
            card.keep()
        self.half.keep()

    def set_aside(self) -> None:
        """Put everything half typed into the encrypted file as it stands. Raises StorageError."""
        self.half.keep()

    def bookmark(self) -> str:
        """Where the cursor stands, in which field; never in one of a covered topic."""
        for place, fields in self._open_fields():
            for name, field in fields.items():
                if field is self.focusWidget():
                    return json.dumps([place, name, field.textCursor().position()])
        return ""

    def return_to(self, bookmark: str) -> None:
        """Open the fields again, with the cursor where it was."""
        try:
            place, name, position = json.loads(bookmark)
        except (ValueError, TypeError):
            return
        self.refresh()
        field = self._fields_at(place).get(name)
        if field is None or not isinstance(position, int):
            return
        cursor = field.textCursor()
        cursor.setPosition(min(max(position, 0), field.document().characterCount() - 1))
        field.setTextCursor(cursor)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    # inside

    def _pieces(self) -> Iterator[None]:
        """Room to write, and the lists below it, one by one."""
        new = TopicEditor(None, self._writing)
        self._writing_column.addWidget(new)
        new.show()
        new.edited.connect(self._typed)
        new.wanted.connect(self._add)
        self.new = new
        self._show_half_typed()
        yield
        inside, shared = self.area.widget(), (self.desk.diary, self.doings, self.half)
        self.waiting = WaitingCard(*shared, inside)
        yield from self._put(self.waiting)
        self.covered = CoveredCard(*shared, inside)
        yield from self._put(self.covered)
        self.said_before = SaidCard(*shared, inside)
        yield from self._put(self.said_before)

    def _put(self, card: WaitingCard | CoveredCard | SaidCard) -> Iterator[None]:
        card.hide()
        self.column.insertWidget(self.column.count() - 1, card)
        self._lists.append(card)
        if self._therapy is not None:
            self._show(card, self._therapy)
            self.order_tabs()
        yield

    def _show_half_typed(self) -> None:
        half = None if self.new.is_changed else self.half.at(NEW)
        if half is not None:
            self.new.set_given(half)

    @staticmethod
    def _show(card: WaitingCard | CoveredCard | SaidCard, therapy: Therapy) -> None:
        if not isinstance(card, CoveredCard):
            card.show()
        card.show_therapy(therapy)

    def _connect(self) -> None:
        self.doings.done.connect(self.can_be_undone)
        self.doings.said.connect(self.said)
        self.doings.failed.connect(self._say_failed)
        self.half.failed.connect(self._say_failed)
        self.half.recovered.connect(lambda: self.trouble.say(""))

    def _typed(self) -> None:
        self.half.touch(NEW, self.new.given() if self.new.is_changed else None)

    def _add(self) -> None:
        if self._therapy is None or not self.new.has_words:
            self.new.ask_for_words()
            return
        given, worded = self.new.given(), self.new.worded()
        self.new.show_topic(None)  # before the diary tells this page, which leaves typed words alone
        if not self.doings.add(self._therapy.id, worded, NEW):
            self.new.set_given(given)
            self._typed()
            return
        self.trouble.say("")
        self.new.wording.setFocus(Qt.FocusReason.OtherFocusReason)
        self.said.emit(self.tr("It is covered.") if worded.covered else self.tr("Kept for the next session."))

    def _show_topic(self, topic: Topic) -> None:
        """Bring one into view, wherever on the page it stands. A covered one is not shown by any search."""
        row = self.waiting.rows.rows.get(topic.id)
        if row is not None:
            self._bring_into_view(row)
            row.pencil.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        place = self.desk.diary.topics.place_in_past(topic.id)
        if topic.is_spoken:
            self.said_before.show_from(place)
            self._bring_into_view(self.said_before)
        elif not topic.covered:
            self.waiting.show_let_go(place)
            self._bring_into_view(self.waiting.let_go)

    def _bring_into_view(self, widget: QWidget) -> None:
        QTimer.singleShot(0, widget, lambda: self.area.ensureWidgetVisible(widget, 0, 40))

    def _open_fields(self) -> Iterable[tuple[str, dict[str, PrivateText]]]:
        yield NEW, self.new.fields()
        for place, editor in self.waiting.rows.editors():
            yield place, editor.fields()
        for row in self.said_before.rows():
            if row.outcome is not None:
                yield row.place, {"came": row.came}

    def _fields_at(self, place: object) -> dict[str, PrivateText]:
        """The fields of words at a place, opened where they are not."""
        if place == NEW:
            return self.new.fields()
        if (editor := self.waiting.rows.editor_of(str(place))) is not None:
            return editor.fields()
        row = next((it for it in self.said_before.rows() if it.place == place), None)
        return {} if row is None else {"came": row.open()}

    def _say_failed(self, error: StorageError) -> None:
        self.trouble.say(trouble_in_words(error), Tone.WRONG, aloud=True)
