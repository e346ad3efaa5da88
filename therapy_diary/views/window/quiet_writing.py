"""Writing over the whole screen with nothing else around: what the window puts away for it, and brings back."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMainWindow, QWidget

from therapy_diary.views.page import Page

WIDEST = 16_777_215  # Qt's word for "as wide or high as it likes"


class QuietWriting(QObject):
    """Ends by itself when another page is shown, as whoever turns the pages says."""

    def __init__(self, window: QMainWindow, around: list[QWidget]) -> None:
        """around: what is hidden; the menu bar keeps its keys and only loses its height."""
        super().__init__(window)
        self._window, self._around = window, around
        self._page: Page | None = None
        self._was_full = False

    @property
    def is_on(self) -> bool:
        """Whether a page fills the screen."""
        return self._page is not None

    def toggle(self, page: Page | None) -> None:
        """Let the page's text fill the screen, or end that; a page without any text fills the screen as it is."""
        if self.is_on:
            self.end()
            return
        self._was_full = self._window.isFullScreen()
        if page is not None and callable(getattr(page, "write_quietly", None)) and not self._was_full:
            self._begin(page)
        else:
            self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def end(self) -> None:
        """Bring everything back as it was."""
        page, self._page = self._page, None
        if page is None:
            return
        self._window.menuBar().setMaximumHeight(WIDEST)
        for part in self._around:
            part.show()
        page.write_quietly(False)  # type: ignore[attr-defined]
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowFullScreen)

    def _begin(self, page: Page) -> None:
        self._page = page
        self._window.menuBar().setMaximumHeight(0)
        for part in self._around:
            part.hide()
        page.write_quietly(True)  # type: ignore[attr-defined]
        self._window.setWindowState(self._window.windowState() | Qt.WindowState.WindowFullScreen)
