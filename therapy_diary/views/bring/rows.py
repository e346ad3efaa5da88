"""Rows of topics that wait, one for each: made when a topic comes, taken away when it goes, kept while it stays."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from therapy_diary.domain.topic import Topic, TopicId
from therapy_diary.views.bring.doings import TopicDoings
from therapy_diary.views.bring.editor import TopicEditor, Worded
from therapy_diary.views.bring.room_row import RoomRow
from therapy_diary.views.half_given import HalfGiven
from therapy_diary.widgets.drag_order import DragOrder


class TopicRows(QWidget):
    """The rows from top to bottom, and what is done in them."""

    def __init__(self, doings: TopicDoings, half: HalfGiven, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._doings, self._half = doings, half
        self.rows: dict[TopicId, RoomRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        self._dragging = DragOrder(lambda: [*self.rows.values()], self)
        self._dragging.moved.connect(self._move)

    def show_topics(self, topics: Sequence[Topic]) -> None:
        """Show these; a row whose topic did not change stays, with what is half typed in it."""
        before, self.rows = self.rows, {}
        for topic in topics:
            row = before.pop(topic.id, None)
            if row is not None and not _is_same(row.topic, topic):
                self._let_go([row])
                row = None
            if row is None:
                row = self._row(topic)
            row.topic = topic
            self.rows[topic.id] = row
        self._let_go(before.values())
        for place, row in enumerate(self.rows.values()):
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
        self._show_ways()

    def keep(self) -> None:
        """Keep what was changed, as the page is left; what has no words waits as a draft. Raises StorageError."""
        for row in [*self.rows.values()]:
            editor = row.editor
            if editor is not None and editor.is_changed and editor.has_words:
                self._doings.put(row.topic.id, editor.worded().put_into, row.place)
                row.close_editor()

    def editor_of(self, place: str) -> TopicEditor | None:
        """The fields of the topic whose draft would lie at that place, opened; None where none of these has it."""
        row = next((it for it in self.rows.values() if it.place == place), None)
        return None if row is None else row.change()

    def editors(self) -> Iterable[tuple[str, TopicEditor]]:
        """The fields that are open, with the place of their drafts."""
        return [(it.place, it.editor) for it in self.rows.values() if it.editor is not None]

    # inside

    def _row(self, topic: Topic) -> RoomRow:
        row = RoomRow(topic, self._half, self)
        row.marked.connect(lambda state: self._gone(row, self._doings.mark(row.topic, state)))
        row.uncovered.connect(lambda: self._gone(row, self._doings.cover(row.topic, covered=False)))
        row.moved.connect(lambda step: self._move(row, step))
        row.wanted.connect(lambda given: self._reword(row, given))
        if not topic.covered:
            self._dragging.watch(row)
        return row

    def _reword(self, row: RoomRow, given: Worded) -> None:
        place = [*self.rows].index(row.topic.id)
        if self._doings.keep_given(row.topic.id, given.put_into, row.place):
            row.close_editor()
            self._put_keyboard(place)

    def _move(self, row: RoomRow, step: int) -> None:
        """Change places with the one above or below."""
        if row.arrow(step).isEnabled() and self._doings.move(self._shown(), row.topic, step):
            kept = self.rows[row.topic.id]
            arrow = kept.arrow(step) if kept.arrow(step).isEnabled() else kept.arrow(-step)
            if kept.is_reading:
                arrow.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shown(self) -> list[Topic]:
        return [it.topic for it in self.rows.values()]

    def _show_ways(self) -> None:
        """An arrow that leads nowhere cannot be pressed."""
        rows = [*self.rows.values()]
        for place, row in enumerate(rows):
            row.line.show_place(is_first=place == 0, is_last=place == len(rows) - 1)

    def _gone(self, row: RoomRow, went_well: bool) -> None:
        """After a row went, the keyboard goes on with the one that took its place."""
        if went_well:
            place = next((n for n, it in enumerate(self.rows.values()) if it is row), 0)
            self._put_keyboard(place)

    def _put_keyboard(self, place: int) -> None:
        rows = [*self.rows.values()]
        if rows and self.isVisible():
            rows[min(place, len(rows) - 1)].pencil.setFocus(Qt.FocusReason.OtherFocusReason)

    def _let_go(self, rows: Iterable[RoomRow]) -> None:
        for row in rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()


def _is_same(one: Topic, other: Topic) -> bool:
    """Whether a row shows both alike, wherever they stand."""
    return replace(one, position=0) == replace(other, position=0)
