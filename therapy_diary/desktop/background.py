"""Slow work beside the window: one function in a thread, its outcome brought back to the window."""

import threading
from collections import deque
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from shiboken6 import isValid

PATIENCE = 30.0  # seconds to wait at the end for work that cannot be stopped half way
BESIDE = "beside the window"
CHARTS = "charts beside the window"

Done = Callable[[Any], object]
Failed = Callable[[Exception], object]


class Task:
    """One run of one function; forget it with `cancel`, and neither outcome is told.

    Nothing of Qt: a thousand objects of Qt that were connected, told something from a thread and deleted took the program
    down.
    """

    def __init__(
        self, work: Callable[[], Any], done: Done | None, failed: Failed | None, for_whom: QObject | None
    ) -> None:
        self._work, self._done, self._failed = work, done, failed
        self._for_whom = for_whom
        self._wanted = True
        self._result: Any = None
        self._error: Exception | None = None

    def cancel(self) -> None:
        """Tell nothing any more; work not yet begun is not begun, work begun runs to its end unheard."""
        self._wanted = False

    def run(self) -> bool:
        """In the thread: do the work; whether anybody wants to be told."""
        if self._wanted:
            try:
                self._result = self._work()
            except Exception as wrong:  # whatever it is, the window decides what to say
                self._error = wrong
        return self._wanted

    def tell(self) -> None:
        """On the window's thread: hand over the outcome. An error that nobody is there for is raised."""
        call = self._done if self._error is None else self._failed
        wanted, self._wanted = self._wanted and not _is_gone(self._for_whom), False
        if not wanted or _is_gone(getattr(call, "__self__", None)):
            return
        if self._error is None:
            if self._done is not None:
                self._done(self._result)
        elif self._failed is not None:
            self._failed(self._error)
        else:
            raise self._error


def _is_gone(whom: object) -> bool:
    """Whether Qt has taken away what is behind this object."""
    return isinstance(whom, QObject) and not isValid(whom)


class _Bell(QObject):
    """Rung in the thread, heard on the window's."""

    rung = Signal()


class _Line:
    """The tasks that wait, and the thread that works them off and ends when there are none, unless it lasts.

    A thread of Python's own: Qt's pool lets go of what it was given without Python's lock, and memory is lost to it.
    The program waits for a piece of work under way before it ends; a library cut off in the middle takes it down.
    """

    def __init__(self, name: str, *, lasting: bool) -> None:
        self._turn = threading.Condition()
        self._waiting: deque[Task] = deque()
        self._over: deque[Task] = deque()
        self._name, self._lasting, self._ending = name, lasting, False
        self.bell = _Bell()
        self.is_working = False
        self._thread: threading.Thread | None = None

    def add(self, task: Task) -> None:
        """Have a task done after those that wait."""
        with self._turn:
            self._waiting.append(task)
            self.is_working = True
            self._turn.notify()
            if self._thread is None:
                # one that lasts waits for ever where nobody says the end, and must not keep the process alive by that
                self._thread = threading.Thread(target=self._work_off, name=self._name, daemon=self._lasting)
                self._thread.start()

    def end(self) -> None:
        """Forget what waits and what is not told yet, and wait for what runs."""
        with self._turn:
            self._waiting.clear()
            self._ending = True
            self._turn.notify()
            thread = self._thread
        if thread is not None and thread is not threading.current_thread():
            thread.join(PATIENCE)
        self._over.clear()
        self._ending = False

    def tell_next(self) -> None:
        """On the window's thread: tell of one piece of work that is over, if one is."""
        if self._over:
            self._over.popleft().tell()

    def _work_off(self) -> None:
        while (task := self._next()) is not None:
            if task.run():
                self._over.append(task)
                if isValid(self.bell):  # Qt is gone where the application ended without a word
                    self.bell.rung.emit()

    def _next(self) -> Task | None:
        """The task whose turn it is; None when the thread is to end."""
        with self._turn:
            self.is_working = bool(self._waiting)
            while self._lasting and not self._waiting and not self._ending:
                self._turn.wait()
            if self._waiting:
                return self._waiting.popleft()
            self._thread = None
            return None


class Background(QObject):
    """Does slow work, one piece after the other, so that two never use the diary at once."""

    def __init__(self, parent: QObject | None = None, *, name: str = BESIDE, lasting: bool = False) -> None:
        """lasting: one thread until close(), for a library that keeps something for each thread it was used in."""
        super().__init__(parent)
        self.setObjectName(name)
        self._line = line = _Line(name, lasting=lasting)
        # Queued by hand: the bell belongs to this thread, but is rung in another.
        line.bell.rung.connect(self._tell_next, Qt.ConnectionType.QueuedConnection)
        # Not queued: Python may clear this away in any thread, and what destroyed() tells of is gone when a queue gets to it.
        self.destroyed.connect(lambda _: line.end(), Qt.ConnectionType.DirectConnection)

    def run(
        self,
        work: Callable[[], Any],
        done: Done | None = None,
        failed: Failed | None = None,
        *,
        for_whom: QObject | None = None,
    ) -> Task:
        """Run `work` in a thread, then `done(result)` or `failed(error)` on the window's thread.

        for_whom: once it is gone, neither is called; a method of it needs no such word. An error is raised on the window's
        thread where there is no `failed` for it, so that it is written down.
        """
        task = Task(work, done, failed, for_whom)
        self._line.add(task)
        return task

    @property
    def is_working(self) -> bool:
        """Whether something is being done, or waits for its turn."""
        return self._line.is_working

    def close(self) -> None:
        """Forget what waits, and wait for what runs; after this no thread is left."""
        self._line.end()

    @Slot()
    def _tell_next(self) -> None:
        self._line.tell_next()


def charts_background() -> Background:
    """The one in which all charts of the program are drawn, and nothing else; it ends with the application.

    matplotlib keeps the files of its letters open for each thread that drew with them, up to 64: with a thread for each
    chart the program would grow by half.
    """
    return shared_background(CHARTS, lasting=True)


def shared_background(name: str, *, lasting: bool = False) -> Background:
    """The one of that name, made when it is first asked for; it ends with the application, and no page waits for it."""
    application = QCoreApplication.instance()
    if application is None:
        raise RuntimeError("nothing is done beside a window that is not there")
    found = application.findChild(Background, name)
    if found is None:
        found = Background(application, name=name, lasting=lasting)
        application.aboutToQuit.connect(found.close)
    return found
