"""Fixing the facts and writing the paper, a few at a time so that the window stays awake."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from imhtrainer.domain.certificate import Certificate
from imhtrainer.domain.errors import TrainerError
from imhtrainer.services.session_files import CERTIFICATES_FOLDER, SessionFile
from imhtrainer.ui.tasks import Progress, Task

if TYPE_CHECKING:
    from imhtrainer.ui.services import Services
    from imhtrainer.ui.wrapup.issue.desk import IssueDesk

AT_ONCE = 5
"""Certificates fixed before the window may paint again."""


class Issuing(QObject):
    """Issues certificates on this thread, as the session's observers stand there, and writes them elsewhere.

    ``progressed`` counts certificates; ``written`` carries the path, ``failed`` the error of writing and
    ``refused`` the one of fixing the facts.
    """

    progressed = Signal(int, int)
    written = Signal(object)
    failed = Signal(object)
    refused = Signal(object)

    def __init__(
        self, desk: IssueDesk, services: Services, folder: Callable[[], Path], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._services, self._folder = desk, services, folder
        self._task: Task | None = None
        self._waiting: list[Certificate] = []
        self._total = 0
        self._each = False

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return bool(self._waiting) or self._task is not None

    def issue(self, certificates: Sequence[Certificate], each: bool) -> None:
        """Fix the facts of these, then write the paper: a file for each, or one for all."""
        self._waiting, self._total, self._each = list(certificates), len(certificates), each
        self.progressed.emit(0, self._total)
        QTimer.singleShot(0, self, self._fix_some)

    def write(self, each: bool) -> None:
        """Write every issued certificate; printing again gives the same pages."""
        self._each = each
        issued, desk = self._desk.certificates.issued(), self._desk.certificates
        out = self.path(each)

        def work(progress: Progress) -> Path:
            if each:
                desk.write_each(issued, out, progress)
            else:
                desk.write_one_pdf(issued, out, progress)
            return out

        self.progressed.emit(0, len(issued))
        self._task = self._services.runner.start(
            work, self._done, self._stop, self.progressed.emit, "certificates"
        )

    def path(self, each: bool) -> Path:
        """The file, or the folder of files."""
        name = CERTIFICATES_FOLDER if each else SessionFile.CERTIFICATES.value
        return self._folder() / name

    def cancel(self) -> None:
        """Stop writing; what is fixed stays fixed, and no half file is left."""
        if self._task is not None:
            self._task.cancel()

    def _fix_some(self) -> None:
        some, self._waiting = self._waiting[:AT_ONCE], self._waiting[AT_ONCE:]
        try:
            self._desk.certificates.issue(some)
        except TrainerError as error:
            self._waiting = []
            self.refused.emit(error)
            return
        if self._waiting:
            self.progressed.emit(self._total - len(self._waiting), self._total)
            QTimer.singleShot(0, self, self._fix_some)
        else:
            self.write(self._each)

    def _done(self, out: Path) -> None:
        self._task = None
        self.written.emit(out)

    def _stop(self, error: BaseException) -> None:
        self._task = None
        self.failed.emit(error)
