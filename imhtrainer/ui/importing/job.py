"""Work for an import page: one job at a time, told in the middle of the page until it is done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from imhtrainer.domain.errors import Cancelled

if TYPE_CHECKING:
    from imhtrainer.ui.importing.frame import ImportFrame
    from imhtrainer.ui.services import Services
    from imhtrainer.ui.tasks import Progress, Task


class PageJob(QObject):
    """``counting`` says how far a job is: “{0}: slide {1} of {2}”."""

    def __init__(self, page: ImportFrame, services: Services, counting: str) -> None:
        super().__init__(page)
        self._page, self._services, self._counting = page, services, counting
        self._task: Task | None = None
        page.closed.connect(self.stop)
        page.wait.stopped.connect(self._cancel)

    def run(
        self, words: str, work: Callable[[Progress], object], done: Callable[..., None]
    ) -> None:
        """Do ``work`` beside the window and hand its result to ``done``; another job ends the one before."""
        self.stop()
        page = self._page
        page.show_waiting()
        page.wait.show_progress(f"{words} …", 0, 0)

        def finish(result: object) -> None:
            if isValid(self) and self._task is task:
                self._task = None
                done(result)

        def fail(error: BaseException) -> None:
            if isValid(self) and self._task is task:
                self._task = None
                page.setEnabled(True)
                self._say_failed(error)

        def tell(made: int, total: int) -> None:
            if isValid(self) and self._task is task:
                page.wait.show_progress(self._counting.format(words, made, total), made, total)

        task = self._services.runner.start(work, finish, fail, tell, words)
        self._task = task

    def stop(self) -> None:
        """Wait no longer for what is under way."""
        self._cancel()
        self._task = None

    def _cancel(self) -> None:
        """Ask what is under way to stop; it says itself whether it did."""
        if self._task is not None:
            self._task.cancel()

    def _say_failed(self, error: BaseException) -> None:
        wrong = not isinstance(error, Cancelled)
        self._page.wait.show_said(
            self._services.errors.sentence(error) if wrong else str(error), wrong
        )
