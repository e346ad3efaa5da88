"""Something long is done to the diary beside the window, by a connection of its own, while the window waits."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QApplication

from therapy_diary.exchange.errors import ExchangeTrouble
from therapy_diary.exchange.report import GoOn
from therapy_diary.exchange.sentences import CONTEXT, sentence_for
from therapy_diary.storage.diary import Diary
from therapy_diary.views.room import KNOWN, Room, in_words
from therapy_diary.widgets.notice import Notice, Tone
from therapy_diary.widgets.under_way import UnderWay

Work = Callable[[Diary, GoOn], Any]


def do_beside(
    room: Room, notice: Notice, says: str, work: Work, done: Callable[[Any], object], *, most: int = 0
) -> None:
    """Do it, then done(result); what went wrong is said in the notice. It can be stopped, and a lock stops it.

    Nothing else can be done in the window meanwhile: two that change a diary at once would wait for each other.
    """
    box = UnderWay(says, most, room.window())
    box.lock_wanted.connect(room.lock_wanted)
    diary = room.desk.diary

    def in_the_thread() -> tuple[Any, int | None]:
        try:
            beside = diary.beside()
            try:
                return work(beside, box.goes_on), beside.writes
            finally:
                beside.close()
        finally:
            box.has_ended()

    def succeeded(outcome: tuple[Any, int | None]) -> None:
        box.done(0)
        box.deleteLater()
        result, writes = outcome
        if writes != diary.writes:
            diary.catch_up(writes)
        done(result)

    def failed(error: Exception) -> None:
        box.done(0)
        box.deleteLater()
        notice.say(why(error), Tone.WRONG, aloud=True)
        room.ensureWidgetVisible(notice)

    notice.say("")
    box.begin()
    room.safe.background.run(in_the_thread, succeeded, failed, for_whom=room)


def why(error: Exception) -> str:
    """One sentence on what went wrong. Raises the error itself when it is a bug of ours: mishap takes it."""
    if isinstance(error, ExchangeTrouble):
        return sentence_for(error, lambda text: QApplication.translate(CONTEXT, text))
    if not isinstance(error, KNOWN):
        raise error
    return in_words(error)
