"""Slow work off the GUI thread; result and error come back on it."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from imhtrainer.domain.errors import Cancelled

Progress = Callable[[int, int], None]
"""``progress(done, total)``; it raises ``Cancelled`` when the person has had enough."""

Result = TypeVar("Result")

_PAUSE = 0.05


class Task:
    """One job that runs elsewhere; ``label`` says in words what it does."""

    def __init__(self, label: str, tell: Progress) -> None:
        self.label = label
        self._tell = tell
        self._stop = Event()
        self._told = 0.0

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
            self._tell(done, total)


class TaskRunner(QObject):
    """Starts slow work and keeps track of it; ``unexpected`` is told of errors nobody asked for.

    One object carries the news of all jobs to the GUI thread, and it outlives them: a QObject of each job
    could be deleted there while its thread is still telling.
    """

    unexpected = Signal(object)
    _news = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=2, thread_name_prefix="task")
        self._idle_pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="idle")
        self._tasks: set[Task] = set()
        self._news.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        work: Callable[[Progress], Result],
        done: Callable[[Result], None] | None = None,
        failed: Callable[[BaseException], None] | None = None,
        progress: Progress | None = None,
        label: str = "",
        idly: bool = False,
    ) -> Task:
        """Run ``work(progress)`` elsewhere; ``done`` gets its result, ``failed`` its error.

        An error nobody asked for is told by ``unexpected``; a cancelled job is no error then. What nobody
        waits for is done ``idly``, one after another, so that it never stands before what somebody asked for.
        """
        tell = partial(self._tell_progress, progress)
        task = Task(label, tell)
        self._tasks.add(task)
        pool = self._idle_pool if idly else self._pool
        pool.submit(self._run, task, work, done, failed or self._tell)
        return task

    @property
    def busy(self) -> bool:
        """Whether anything is still at work."""
        return bool(self._tasks)

    def close(self) -> None:
        """Ask everything to stop and wait until it has."""
        for task in self._tasks:
            task.cancel()
        for pool in (self._pool, self._idle_pool):
            pool.shutdown(wait=True, cancel_futures=True)

    def _run(
        self,
        task: Task,
        work: Callable[[Progress], Result],
        done: Callable[[Result], None] | None,
        failed: Callable[[BaseException], None],
    ) -> None:
        """On the other thread: do the work and send home what came of it."""
        try:
            result = work(task.report)
        except Exception as error:  # whatever it is goes to the one place that shows errors
            self._news.emit(partial(self._finish, task, failed, error))
        else:
            self._news.emit(partial(self._finish, task, done, result))

    def _tell_progress(self, listener: Progress | None, done: int, total: int) -> None:
        if listener is not None:
            self._news.emit(partial(_call, listener, done, total))

    def _finish(self, task: Task, listener: Callable[[Any], None] | None, result: Any) -> None:
        self._tasks.discard(task)
        if listener is not None:
            _call(listener, result)

    @Slot(object)
    def _deliver(self, news: Callable[[], None]) -> None:
        news()

    def _tell(self, error: BaseException) -> None:
        if not isinstance(error, Cancelled):
            self.unexpected.emit(error)


def _call(listener: Callable[..., None], *news: Any) -> None:
    if _listens(listener):
        listener(*news)


def _listens(listener: Callable[..., None]) -> bool:
    """Whether what is to be told still stands; a window may be gone when its work is done."""
    told = listener.func if isinstance(listener, partial) else listener
    owner = getattr(told, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)
