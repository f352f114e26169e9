"""Slow work off the GUI thread; result and error come back on it."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from imhtrainer.domain.errors import Cancelled

Progress = Callable[[int, int], None]
"""``progress(done, total)``; it raises ``Cancelled`` when the person has had enough."""

Result = TypeVar("Result")

_PAUSE = 0.05


class Task(QObject):
    """One job that runs elsewhere; ``label`` says in words what it does."""

    progressed = Signal(int, int)
    finished = Signal()
    _arrived = Signal(object, object)

    def __init__(self, label: str, parent: QObject) -> None:
        super().__init__(parent)
        self.label = label
        self._stop = Event()
        self._told = 0.0
        self._done: Callable[[Any], None] | None = None
        self._failed: Callable[[BaseException], None] | None = None
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to stop at its next step; it then fails with ``Cancelled``."""
        self._stop.set()

    def report(self, done: int, total: int) -> None:
        """Called by the work as it goes on; raises ``Cancelled`` after ``cancel``."""
        if self._stop.is_set():
            raise Cancelled("Stopped, as asked. Nothing half-made was kept.")
        now = time.monotonic()
        if done >= total or now - self._told > _PAUSE:
            self._told = now
            self.progressed.emit(done, total)

    def run(self, work: Callable[[Progress], Any]) -> None:
        """Do the work on this thread and hand over what came of it."""
        try:
            result = work(self.report)
        except Exception as error:  # whatever it is goes to the one place that shows errors
            self._arrived.emit(None, error)
        else:
            self._arrived.emit(result, None)

    def expect(
        self,
        done: Callable[[Any], None] | None,
        failed: Callable[[BaseException], None] | None,
    ) -> None:
        """Say who is told of the result and who of an error, on the GUI thread."""
        self._done, self._failed = done, failed

    @Slot(object, object)
    def _deliver(self, result: object, error: BaseException | None) -> None:
        listener: Callable[[Any], None] | None = self._failed if error else self._done
        self.finished.emit()
        if listener is not None and _listens(listener):
            listener(error if error else result)
        self.deleteLater()


class TaskRunner(QObject):
    """Starts slow work and keeps track of it; ``unexpected`` is told of errors nobody asked for."""

    unexpected = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=2, thread_name_prefix="task")
        self._tasks: set[Task] = set()

    def start(
        self,
        work: Callable[[Progress], Result],
        done: Callable[[Result], None] | None = None,
        failed: Callable[[BaseException], None] | None = None,
        progress: Progress | None = None,
        label: str = "",
    ) -> Task:
        """Run ``work(progress)`` elsewhere; ``done`` gets its result, ``failed`` its error.

        An error nobody asked for is told by ``unexpected``; a cancelled job is no error then.
        """
        task = Task(label, self)
        task.expect(done, failed or self._tell)
        if progress is not None:
            task.progressed.connect(progress)
        self._tasks.add(task)
        task.finished.connect(lambda: self._tasks.discard(task))
        self._pool.submit(task.run, work)
        return task

    @property
    def busy(self) -> bool:
        """Whether anything is still at work."""
        return bool(self._tasks)

    def close(self) -> None:
        """Ask everything to stop and wait until it has."""
        for task in self._tasks:
            task.cancel()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _tell(self, error: BaseException) -> None:
        if not isinstance(error, Cancelled):
            self.unexpected.emit(error)


def _listens(listener: Callable[..., None]) -> bool:
    owner = getattr(listener, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)
