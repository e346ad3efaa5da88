"""How the note page stands: cards beside the text where there is room, or nothing but the text."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from therapy_diary.desktop.theme import Theme
from therapy_diary.forms.session_note import Ui_SessionNote
from therapy_diary.views.column import ReadableWidth

SIDE = 296  # width of the column beside the text, in pixels at 100 % text
ROOM_FOR_BOTH = 800  # page width from which that column stands beside the text and not below it
ROOM_FOR_A_ROW = 500  # from which the kind stands beside the session
LEAST_EDITOR = 260
WRITING = 760  # width of the text where there is nothing else
BESIDE = (40, 32)  # margins of the page before and after it, in pixels
ABOVE, BELOW = 32, 20
ANY = 16_777_215  # Qt's word for "as wide as it likes"


class Arrangement(QObject):
    """Follows the width of the page and the text size; arrange() is for when the page changes its size."""

    def __init__(self, theme: Theme, page: QWidget, form: Ui_SessionNote, picker: QWidget) -> None:
        super().__init__(page)
        self._theme, self._page, self._form = theme, page, form
        self._around = [picker, form.kind, form.title, form.bar, form.rule, form.quiet, form.side, form.count]
        self._around.append(form.saved)
        self._is_quiet = False
        ReadableWidth(theme, page, form.column, form.stripRoom)
        theme.changed.connect(self.arrange)
        self.arrange()

    def write_quietly(self, quiet: bool) -> None:
        """Leave nothing but the text, or show again what is around it."""
        form, self._is_quiet = self._form, quiet
        for part in self._around:
            part.setVisible(not quiet)
        form.leave.setText(self.tr("F11 or Esc leads back to the page.") if quiet else "")
        form.leave.setVisible(quiet)
        if not quiet:
            form.quiet.setVisible(bool(form.quiet.text()))
        self.arrange()
        form.text.setFocus()

    def room_beside(self) -> int:
        """How many pixels wide a line in a card beside the text may be."""
        return self._theme.tokens().scaled(SIDE) - 80

    def arrange(self) -> None:
        """The cards stand beside the text where there is room, else below it."""
        form, width, scaled = self._form, self._page.width(), self._theme.tokens().scaled
        beside = width >= scaled(ROOM_FOR_BOTH)
        form.columns.setDirection(_along(beside))
        form.aboutRow.setDirection(_along(width >= scaled(ROOM_FOR_A_ROW)))
        form.side.setMinimumWidth(scaled(SIDE) if beside else 0)
        form.side.setMaximumWidth(scaled(SIDE) if beside else ANY)
        form.text.setMinimumHeight(scaled(LEAST_EDITOR))
        self._centre(width)

    def _centre(self, width: int) -> None:
        """With nothing beside it, the text stands in the middle."""
        form, align = self._form, Qt.AlignmentFlag
        form.scroll.setAlignment(align.AlignHCenter if self._is_quiet else align.AlignLeading)
        before, after = BESIDE
        if self._is_quiet:
            room = min(width, form.column.maximumWidth())
            before = after = max(before, (room - self._theme.tokens().scaled(WRITING)) // 2)
        form.columns.setContentsMargins(before, ABOVE, after, BELOW)


def _along(in_a_row: bool) -> QBoxLayout.Direction:
    return QBoxLayout.Direction.LeftToRight if in_a_row else QBoxLayout.Direction.TopToBottom
