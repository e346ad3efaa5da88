"""What is said above whichever page is in view: trouble, news, what was just done, and that the diary locks soon."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from therapy_diary.storage.errors import StorageError
from therapy_diary.widgets.notice import Notice, Tone

TakeBack = Callable[[], object]
"""Takes back what was done. May raise a StorageError."""


class AbovePage(QVBoxLayout):
    """Four sentences, each with at most one thing to do about it; nothing is seen of it while none is said."""

    leave_anyway = Signal()
    """The window may close although the last words are not kept."""
    taken_back = Signal()
    """What was done is taken back, or could not be: the keyboard belongs to the page again."""

    def __init__(self, window: QWidget) -> None:
        """window: what the sentences stand in; this has no place of its own, so that it takes none while it is empty."""
        super().__init__()
        self.soon, self.notice, self.news, self.done = (Notice(window) for _ in range(4))
        self.setContentsMargins(40, 16, 40, 0)
        for notice in (self.soon, self.notice, self.news, self.done):
            self.addWidget(notice)
        self.notice.acted.connect(self.leave_anyway)
        self.news.acted.connect(self._act_on_news)
        self.done.acted.connect(self._undo)
        self._do_about_news: Callable[[], object] | None = None
        self._take_back: TakeBack | None = None

    def tell(
        self, sentence: str, tone: Tone, action: str = "", do: Callable[[], object] | None = None
    ) -> None:
        """Show a sentence until it is acted on or the window closes."""
        self._do_about_news = do
        self.news.say(sentence, tone, action, aloud=True)

    def say_soon(self, seconds: int) -> None:
        """Say in how many seconds the diary locks."""
        sentence = self.tr("The diary locks in {seconds} s. Press any key to keep it open.")
        first = not self.soon.isVisible()
        self.soon.say(sentence.format(seconds=seconds), Tone.KNOW, self.tr("Keep it open"), aloud=first)

    def say_trouble(self, error: StorageError) -> None:
        """Say what could not be kept, until it can."""
        from therapy_diary.vault.sentences import CONTEXT, sentence_for  # with all the keys: 20 ms

        sentence = sentence_for(error, lambda text: QApplication.translate(CONTEXT, text))
        self.notice.say(sentence, Tone.WRONG, aloud=True)

    def offer_to_leave(self) -> None:
        """Offer to close although what the notice says is not mended."""
        self.notice.say(self.notice.text(), Tone.WRONG, self.tr("Close without the last words"))

    def offer_undo(self, sentence: str, take_back: TakeBack) -> None:
        """Say what was done, with the way back."""
        self._take_back = take_back
        self.done.say(sentence, Tone.KNOW, self.tr("Undo"), aloud=True)

    def forget_done(self) -> None:
        """Offer the way back no longer."""
        self._take_back = None
        self.done.say("")

    def _act_on_news(self) -> None:
        self.news.say("")
        if self._do_about_news is not None:
            self._do_about_news()

    def _undo(self) -> None:
        take_back = self._take_back
        self.forget_done()
        try:
            if take_back is not None:
                take_back()
        except StorageError as error:
            self.say_trouble(error)
        self.taken_back.emit()
