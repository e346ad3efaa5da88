"""A row that breaks into the next line when it is full, as words do."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget


class FlowLayout(QLayout):
    """Lays out chips and buttons one after the other; right-to-left when the window is."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._first: set[QWidget] = set()  # of those that belong together
        self._heights: dict[int, int] = {}  # by the width; a page asks a dozen times before it is seen
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def add_together(self, *widgets: QWidget) -> None:
        """Add some that stay on one line, the next one if need be, as long as a line has room for them."""
        for widget in widgets:
            self.addWidget(widget)
        self._first.update(widgets[:1])

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """The height the items take in that width; puts them there when `move`, each in the middle of its line."""
        room = rect.marginsRemoved(self.contentsMargins())
        parent = self.parentWidget()
        direction = parent.layoutDirection() if parent else Qt.LayoutDirection.LeftToRight
        across, down, tall = room.left(), room.top(), 0
        line: list[tuple[QLayoutItem, QRect]] = []

        def put_line() -> None:
            for item, place in line if move else ():
                place.translate(0, (tall - place.height()) // 2)
                item.setGeometry(QStyle.visualRect(direction, room, place))
            line.clear()

        for place, item in enumerate(self._items):
            if item.isEmpty():
                continue
            size = self._size(item, room)
            needed = self._together(place, room) if item.widget() in self._first else size.width()
            over = across + needed > room.right() + 1
            if across > room.left() and over:
                put_line()
                across, down, tall = room.left(), down + tall + self.spacing(), 0
            line.append((item, QRect(QPoint(across, down), size)))
            across += size.width() + self.spacing()
            tall = max(tall, size.height())
        put_line()
        return down + tall - rect.top() + self.contentsMargins().bottom()

    @staticmethod
    def _size(item: QLayoutItem, room: QRect) -> QSize:
        return item.sizeHint().boundedTo(QSize(max(room.width(), 1), 16_777_215))

    def _together(self, place: int, room: QRect) -> int:
        """How wide the items are that belong together from there on."""
        last = next(
            (it for it in range(place + 1, len(self._items)) if self._items[it].widget() in self._first),
            len(self._items),
        )
        shown = [it for it in self._items[place:last] if not it.isEmpty()]
        return sum(self._size(it, room).width() for it in shown) + self.spacing() * (len(shown) - 1)
