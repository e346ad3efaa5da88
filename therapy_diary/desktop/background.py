"""Slow work beside the window: one function in a thread, its outcome brought back to the window."""

import threading
from collections import deque
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

PATIENCE = 30.0  # seconds to wait at the end for work that cannot be stopped half way


class Task(QObject):
    """One run of one function; forget it with `cancel`, and neither outcome is told."""

    finished = Signal(object)  # what the function returned, on the window's thread
    failed = Signal(object)  # the exception it raised, on the window's thread
    _outcome = Signal(object, object)

    def __init__(self, work: Callable[[], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._wanted = True
        # Queued although emitter and receiver are one object: the emitting thread is another.
        self._outcome.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Tell nothing any more; work not yet begun is not begun, work begun runs to its end unheard."""
        self._wanted = False

    def run(self) -> None:
        """In the thread: do the work, and send the outcome over."""
        if not self._wanted:
            return
        try:
            result, error = self._work(), None
        except Exception as wrong:  # whatever it is, the window decides what to say
            result, error = None, wrong
        if self._wanted:
            self._outcome.emit(result, error)

    @Slot(object, object)
    def _tell(self, result: object, error: Exception | None) -> None:
        if not self._wanted:
            return
        self._wanted = False
        if error is None:
            self.finished.emit(result)
        else:
            self.failed.emit(error)


class _Line:
    """The tasks that wait, and the thread that works them off and ends when there are none.

    A thread of Python's own: Qt's pool lets go of what it was given without Python's lock, and memory is lost to it.
    The program waits for a piece of work under way before it ends; a library cut off in the middle takes it down.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: deque[Task] = deque()
        self._thread: threading.Thread | None = None

    def add(self, task: Task) -> None:
        """Have a task done after those that wait."""
        with self._lock:
            self._waiting.append(task)
            if self._thread is None:
                self._thread = threading.Thread(target=self._work_off, name="beside the window")
                self._thread.start()

    def end(self) -> None:
        """Forget what waits, and wait for what runs."""
        with self._lock:
            self._waiting.clear()
            thread = self._thread
        if thread is not None:
            thread.join(PATIENCE)

    def _work_off(self) -> None:
        while True:
            with self._lock:
                if not self._waiting:
                    self._thread = None
                    return
                task = self._waiting.popleft()
            task.run()


class Background(QObject):
    """Does slow work, one piece after the other, so that two never use the diary at once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._line = line = _Line()
        self._tasks: set[Task] = set()
        self.destroyed.connect(lambda _: line.end())  # while its tasks are still there to be told of

    def run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
        *,
        for_whom: QObject | None = None,
    ) -> Task:
        """Run `work` in a thread, then `done(result)` or `failed(error)` on the window's thread.

        for_whom: once it is gone, neither is called; a method of it needs no such word.
        """
        task = Task(work, self)
        self._tasks.add(task)
        if for_whom is not None:
            for_whom.destroyed.connect(task.cancel)
        if done is not None:
            task.finished.connect(done)
        if failed is not None:
            task.failed.connect(failed)
        task.finished.connect(lambda _: self._let_go(task))
        task.failed.connect(lambda _: self._let_go(task))
        self._line.add(task)
        return task

    def close(self) -> None:
        """Forget what waits, and wait for what runs; after this no thread is left."""
        for task in self._tasks:
            task.cancel()
        self._line.end()
        self._tasks.clear()

    def _let_go(self, task: Task) -> None:
        self._tasks.discard(task)
        task.deleteLater()
