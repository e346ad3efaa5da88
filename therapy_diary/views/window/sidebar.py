"""The column beside the pages: where one can go, and below it lock, settings and help."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from therapy_diary.desktop.icons import draw_icon, icon
from therapy_diary.desktop.theme import Theme, font, tokens_in_force
from therapy_diary.widgets.glyph import Glyph

NAME = Qt.ItemDataRole.UserRole
ICON = Qt.ItemDataRole.UserRole + 1
LEAST_SHARE = 2.6
"""How many times as wide as this column a window must be for the column to show words."""
INSET = 12
"""Pixels between a row's coloured box and the sides of the column."""


class Sidebar(QWidget):
    """The pages by name, and what belongs to the whole window."""

    page_wanted = Signal(str)
    lock_wanted = Signal()
    quiet_wanted = Signal(bool)

    def __init__(self, rows: Sequence[tuple[str, str, str]], theme: Theme, parent: QWidget) -> None:
        """Each row: the page's name, its icon, and its title."""
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.list = self._list(rows)
        self.therapy = _Row("chevron-down", "", self)
        self.therapy.hide()
        self.quiet = self._quiet_button()
        self.too_much = _Row("life-buoy", self.tr("If it gets too much"), self)
        self.lock = _Row("lock", self.tr("Lock now"), self)
        self.settings = _Row("settings", self.tr("Settings"), self)
        self.help = _Row("circle-question-mark", self.tr("Help"), self)
        self.too_much.clicked.connect(lambda: self.page_wanted.emit("too_much"))
        self.lock.clicked.connect(self.lock_wanted)
        self.settings.clicked.connect(lambda: self.page_wanted.emit("settings"))
        self.help.clicked.connect(lambda: self.page_wanted.emit("help"))
        self._lay_out()
        self._window_width = 10_000
        self._is_quiet: bool | None = None  # what the rows show
        theme.changed.connect(self._text_resized)
        self._text_resized()

    def mark(self, page: str) -> None:
        """Show which page is in view; says nothing to anybody."""
        with QSignalBlocker(self.list):
            self.list.clearSelection()
            for row in range(self.list.count()):
                if self.list.item(row).data(NAME) == page:
                    self.list.setCurrentRow(row)
        for button, name in (
            (self.too_much, "too_much"),
            (self.settings, "settings"),
            (self.help, "help"),
        ):
            button.set_current(name == page)

    def show_quiet(self, quiet: bool, resting: Collection[str]) -> None:
        """Leave out the pages that rest in quiet mode, and let the button lead out of it again."""
        if quiet is self._is_quiet:
            return  # it is said at each turn to another page, and would lay out and paint every row
        self._is_quiet = quiet
        for row in range(self.list.count()):
            self.list.setRowHidden(row, quiet and self.list.item(row).data(NAME) in resting)
        words = self.tr("Leave quiet mode") if quiet else self.tr("Quiet mode: no numbers, no charts")
        self.quiet.setChecked(quiet)
        self.quiet.setIcon(icon("eye" if quiet else "eye-off"))
        self.quiet.setAccessibleName(words)
        self.quiet.setToolTip(words)

    def show_therapy(self, name: str) -> None:
        """Say which therapy is on the screen; nothing where there is one only."""
        self.therapy.setText(name)
        self.therapy.setAccessibleName(self.tr("On screen: {name}. Choose another.").format(name=name))
        self.therapy.setVisible(bool(name))
        self.fit_into(self._window_width)

    def _list(self, rows: Sequence[tuple[str, str, str]]) -> QListWidget:
        made = QListWidget(self)
        made.setObjectName("nav")
        made.setAccessibleName(self.tr("Pages"))
        made.setMouseTracking(True)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        made.setItemDelegate(_RowDelegate(made))
        for name, drawing, title in rows:
            item = QListWidgetItem(title, made)
            item.setData(NAME, name)
            item.setData(ICON, drawing)
        made.itemSelectionChanged.connect(self._selected)
        return made

    def _lay_out(self) -> None:
        leaf = Glyph(self)
        leaf.show_icon("leaf", "accent", 1.35)
        brand = self._brand = QLabel(self.tr("Therapy Diary"), self)
        brand.setObjectName("brand")
        top = QHBoxLayout()
        top.setContentsMargins(24, 0, 14, 12)
        self._top, self._leaf = top, leaf
        top.setSpacing(8)
        top.addWidget(leaf)
        top.addWidget(brand)
        top.addStretch(1)
        top.addWidget(self.quiet)
        kept = self._kept = QLabel(self.tr("Encrypted on this computer"), self)
        kept.setProperty("role", "caption")
        kept.setWordWrap(True)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(24, 8, 12, 0)
        bottom.addWidget(kept)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 18, 0, 14)
        column.setSpacing(2)
        column.addLayout(top)
        column.addWidget(self.therapy)
        column.addWidget(self.list, 1)
        for button in self._below():
            column.addWidget(button)
        column.addLayout(bottom)

    def _below(self) -> tuple["_Row", ...]:
        return self.too_much, self.lock, self.settings, self.help

    def _quiet_button(self) -> QToolButton:
        made = QToolButton(self)
        made.setCheckable(True)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.clicked.connect(self.quiet_wanted)
        return made

    def fit_into(self, window_width: int) -> None:
        """Show icons alone where words would take too much of a narrow window; each then has its words as a tip."""
        self._window_width = window_width
        wide = tokens_in_force().size("sidebar")
        narrow = window_width < wide * LEAST_SHARE
        for part in (self._brand, self._kept, self._leaf):
            part.setHidden(narrow)
        self._top.setContentsMargins(8 if narrow else 24, 0, 8 if narrow else 14, 12)
        for row in range(self.list.count()):
            self.list.item(row).setToolTip(self.list.item(row).text() if narrow else "")
        for button in (self.therapy, *self._below()):
            button.setToolTip(button.text() if narrow else "")
        width = _row_height() + 2 * INSET if narrow else wide
        if self.width() != width or self.minimumWidth() != width:
            self.setFixedWidth(width)

    def _text_resized(self) -> None:
        self.fit_into(self._window_width)
        self.list.doItemsLayout()

    def _selected(self) -> None:
        chosen = self.list.selectedItems()
        if chosen:
            self.page_wanted.emit(chosen[0].data(NAME))


class _RowDelegate(QStyledItemDelegate):
    """Draws the rows of the list: a style sheet cannot say how high they are."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        del option, index
        return QSize(100, _row_height())

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        _draw_row(painter, option, index.data(ICON), index.data(Qt.ItemDataRole.DisplayRole))


class _Row(QPushButton):
    """A button that looks like a row of the list above it."""

    def __init__(self, drawing: str, title: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self._drawing = drawing
        self._current = False
        self.setFlat(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_current(self, current: bool) -> None:
        """Whether its page is the one in view."""
        self._current = current
        self.setAccessibleDescription(self.tr("shown now") if current else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(100, _row_height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        look = QStyleOptionButton()
        self.initStyleOption(look)
        option = QStyleOptionViewItem()
        option.rect, option.direction, option.state = look.rect, look.direction, look.state
        option.state &= ~QStyle.StateFlag.State_Selected
        if self._current:
            option.state |= QStyle.StateFlag.State_Selected
        _draw_row(QPainter(self), option, self._drawing, self.text())


def _row_height() -> int:
    return tokens_in_force().size("row") + 2


def _draw_row(painter: QPainter, option: QStyleOptionViewItem, drawing: str, title: str) -> None:
    """One row: a soft box when chosen or under the mouse, a ring when the keyboard came here, an icon and words."""
    tokens, state = tokens_in_force(), option.state
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    under_mouse = bool(state & QStyle.StateFlag.State_MouseOver)
    box = option.rect.adjusted(INSET, 1, -INSET, -1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    radius = tokens.size("radius_control")
    if chosen or under_mouse:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent_soft if chosen else tokens.hover))
        painter.drawRoundedRect(QRectF(box), radius, radius)
    by_key = QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_KeyboardFocusChange
    if state & by_key == by_key:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens.focus), 2))
        painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), radius, radius)
    colour = tokens.on_accent_soft if chosen else tokens.text if under_mouse else tokens.text2
    if not state & QStyle.StateFlag.State_Enabled:
        colour = tokens.text3
    side = tokens.size("icon")
    glyph = QRect(box.left() + INSET, box.center().y() - side // 2 + 1, side, side)
    draw_icon(painter, drawing, QStyle.visualRect(option.direction, box, glyph), colour)
    words = box.adjusted(2 * INSET + side, 0, -8, 0)
    if words.width() < side:
        painter.restore()
        return  # there is room for the icon alone
    painter.setFont(font("body", QFont.Weight.DemiBold if chosen else QFont.Weight.Medium))
    painter.setPen(QColor(colour))
    along = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
    flags = int(along | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)
    elided = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, words.width())
    painter.drawText(QStyle.visualRect(option.direction, box, words), flags, elided)
    painter.restore()
