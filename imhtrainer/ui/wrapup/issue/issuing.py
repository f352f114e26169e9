"""Fixing the facts and writing the paper, so that the window never waits for the disk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from imhtrainer.domain.certificate import Certificate
from imhtrainer.domain.errors import Cancelled, TrainerError
from imhtrainer.services.session_files import CERTIFICATES_FOLDER, SessionFile
from imhtrainer.ui.tasks import Progress, Task

if TYPE_CHECKING:
    from imhtrainer.domain.session.commands import CorrectCertificate
    from imhtrainer.ui.services import Services
    from imhtrainer.ui.wrapup.issue.desk import IssueDesk

Work = Callable[[Progress], Path]

AT_ONCE = 5
"""Certificates fixed before the window may paint again."""


class Issuing(QObject):
    """Takes the numbers, fixes the facts, waits until they are on disk, then writes the paper.

    Only fixing is done on this thread, as the session's observers stand here. ``progressed`` counts
    certificates; ``written`` carries the path, ``failed`` the error of writing and ``refused`` the one of
    fixing the facts: what was fixed until then stays fixed. ``noting`` remembers where the paper is.
    """

    progressed = Signal(int, int)
    written = Signal(object)
    failed = Signal(object)
    refused = Signal(object)

    def __init__(
        self,
        desk: IssueDesk,
        services: Services,
        folder: Callable[[], Path],
        noting: Callable[[Work], Work],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk, self._services = desk, services
        self._folder, self._noting = folder, noting
        self._task: Task | None = None
        self._waiting: list[Certificate] = []
        self._on_disk: list[Future[None]] = []
        self._each = False

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return bool(self._waiting) or self._task is not None

    def issue(self, certificates: Sequence[Certificate], each: bool) -> None:
        """Fix the facts of these, then write the paper: a file for each, or one for all."""
        self._each, self._on_disk = each, []
        total, desk = len(certificates), self._desk.certificates

        def work(progress: Progress) -> tuple[Certificate, ...]:
            numbered = desk.number(certificates)
            progress(0, total)
            return numbered

        self.progressed.emit(0, total)
        self._task = self._services.runner.start(work, self._fix, self._refuse)

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
        noted = self._noting(work)
        self._task = self._services.runner.start(noted, self._done, self._stop, self._tell)

    def correct(
        self,
        asked: tuple[str, str, str],
        done: Callable[[CorrectCertificate], None],
        refused: Callable[[BaseException], None],
    ) -> None:
        """Seal a correction (serial, name, reason) elsewhere; ``done`` fixes it on this thread."""
        desk = self._desk
        self._services.runner.start(lambda _progress: desk.correction(*asked), done, refused)

    def tell_withdrawal(self, promise: Future[None]) -> None:
        """Once a correction or revocation is on disk, write the list of those that count no more anew."""
        desk, folder = self._desk.certificates, self._folder()

        def work(_progress: Progress) -> None:
            promise.result()
            desk.write_check(folder)
            if (folder / CERTIFICATES_FOLDER).is_dir():
                desk.write_check(folder / CERTIFICATES_FOLDER)

        self._services.runner.start(work, None, self._services.errors.show)

    def path(self, each: bool) -> Path:
        """The file, or the folder of files."""
        name = CERTIFICATES_FOLDER if each else SessionFile.CERTIFICATES.value
        return self._folder() / name

    def cancel(self) -> None:
        """Stop; what is fixed stays fixed, and no half file is left."""
        if self._task is not None:
            self._task.cancel()
        elif self._waiting:
            self._waiting = []
            self._stop(Cancelled("Stopped, as asked. What was issued stays issued."))

    def _fix(self, numbered: tuple[Certificate, ...]) -> None:
        self._task, self._waiting = None, list(numbered)
        self._fix_some()

    def _fix_some(self) -> None:
        some, self._waiting = self._waiting[:AT_ONCE], self._waiting[AT_ONCE:]
        try:
            self._on_disk += [self._desk.certificates.fix(certificate) for certificate in some]
        except TrainerError as error:
            self._refuse(error)
            return
        if self._waiting:
            fixed = len(self._on_disk)
            self._tell(fixed, fixed + len(self._waiting))
            QTimer.singleShot(0, self, self._fix_some)
        elif some:
            self._wait()

    def _wait(self) -> None:
        """Write nothing on paper that is not in the journal yet."""
        on_disk, self._on_disk = self._on_disk, []

        def work(progress: Progress) -> None:
            for fixed, written in enumerate(on_disk, start=1):
                written.result()
                progress(fixed, len(on_disk))

        self._task = self._services.runner.start(work, self._write_all, self._refuse)

    def _write_all(self, _none: None) -> None:
        self.write(self._each)

    def _tell(self, done: int, total: int) -> None:
        self.progressed.emit(done, total)

    def _done(self, out: Path) -> None:
        self._task = None
        self.written.emit(out)

    def _stop(self, error: BaseException) -> None:
        self._task = None
        self.failed.emit(error)

    def _refuse(self, error: BaseException) -> None:
        self._task, self._waiting = None, []
        if isinstance(error, Cancelled):
            self.failed.emit(error)
        else:
            self.refused.emit(error)
