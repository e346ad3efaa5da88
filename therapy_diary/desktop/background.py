"""Slow work beside the window: one function in a thread, its outcome brought back to the window."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

PATIENCE = 30_000  # milliseconds to wait at the end for work that cannot be stopped half way


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


class Background(QObject):
    """Does slow work, one piece after the other, so that two never use the diary at once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._tasks: set[Task] = set()
        pool = self._pool

        def end(_: QObject | None = None) -> None:
            pool.clear()
            pool.waitForDone(PATIENCE)

        # Where Qt waits by itself, as the pool goes, Python's lock may be held, which the thread needs to end.
        self.destroyed.connect(end)

    def run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
    ) -> Task:
        """Run `work` in a thread, then `done(result)` or `failed(error)` on the window's thread."""
        task = Task(work, self)
        self._tasks.add(task)
        if done is not None:
            task.finished.connect(done)
        if failed is not None:
            task.failed.connect(failed)
        task.finished.connect(lambda _: self._tasks.discard(task))
        task.failed.connect(lambda _: self._tasks.discard(task))
        self._pool.start(QRunnable.create(task.run))
        return task

    def close(self) -> None:
        """Forget what waits, and wait for what runs; after this no thread is left."""
        for task in self._tasks:
            task.cancel()
        self._pool.clear()
        self._pool.waitForDone(PATIENCE)
        self._tasks.clear()
