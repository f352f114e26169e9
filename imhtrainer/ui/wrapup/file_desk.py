"""Saving the session's files: each in its row, or all into the session’s folder in one step."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from imhtrainer.domain.errors import Cancelled, StoreError
from imhtrainer.services.audit import Audit, audit_session
from imhtrainer.services.report_signing import ReportSigner
from imhtrainer.services.session_files import (
    LookThrough,
    SessionFile,
    session_folder,
    write_session_file,
)
from imhtrainer.store.reader import JournalReader
from imhtrainer.ui.tasks import Progress, Task
from imhtrainer.ui.widgets.file_row import FileRow, saved_at

if TYPE_CHECKING:
    from imhtrainer.services.session import TrainingSession
    from imhtrainer.ui.services import Services

_BY_PEOPLE = (
    SessionFile.SIGN_IN,
    SessionFile.EXCEL,
    SessionFile.CSV,
    SessionFile.CE_BROKER,
    SessionFile.AUDIT,
)

Written = TypeVar("Written")


class FileDesk(QObject):
    """Writes files on the task runner and tells their rows.

    ``moved`` when the place is another, ``redrawn`` when slides are to show what was drawn, or no more.
    """

    moved = Signal()
    redrawn = Signal()
    idle = Signal()

    def __init__(self, session: TrainingSession, services: Services, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._services, self._window = session, services, window
        self._rows: dict[SessionFile, FileRow] = {}
        self._tasks: dict[SessionFile, Task] = {}
        self._shown: dict[FileRow, SessionFile] = {}
        self._seen: dict[SessionFile, datetime | None] = {}
        self._base: Path | None = None
        self._drawn = self.drawings
        services.settings.changed.connect(self._follow_drawings)

    @property
    def base(self) -> Path:
        """Where the session’s folder stands."""
        return self.folder.parent

    @property
    def folder(self) -> Path:
        """The session’s folder: where its files were saved last, whatever was changed since."""
        if self._base is None and (known := self._services.places.folders(self._session.id)):
            return known[0]
        base = self._base or self._services.output_folder
        return session_folder(base, self._session.state, self._session.id)

    def noting(self, write: Callable[[Progress], Written]) -> Callable[[Progress], Written]:
        """Work that writes into the session’s folder, and remembers the folder once it has."""
        places, session, folder = self._services.places, self._session.id, self.folder

        def work(progress: Progress) -> Written:
            written = write(progress)
            places.note(session, folder)
            return written

        return work

    @property
    def drawings(self) -> bool:
        """Whether slides show what was drawn on them: the choice of the export page, kept with its others."""
        return self._services.settings.now.export.drawings

    def take_drawings(self, wanted: bool) -> None:
        """Show what was drawn from now on, or leave it out."""
        settings = self._services.settings
        export = replace(settings.now.export, drawings=wanted)
        settings.change(replace(settings.now, export=export))

    def _follow_drawings(self) -> None:
        """The choice was changed, here or on the export page: slides that were saved before are older."""
        if isValid(self) and self._drawn != self.drawings:
            self._drawn = self.drawings
            self._say_older((SessionFile.POWERPOINT, SessionFile.SLIDES))
            self.redrawn.emit()

    def serve(self, row: FileRow, kinds: dict[str, SessionFile]) -> None:
        """Have a row save these kinds; the words are those of its menu, empty for a plain Save."""
        self._shown[row] = next(iter(kinds.values()))
        for kind in kinds.values():
            self._rows[kind] = row
        row.save.connect(lambda words: self.save(kinds[words]))
        row.cancel.connect(lambda: self.cancel(self._shown[row]))
        row.open_file.connect(lambda: open_path(self.path(self._shown[row])))
        row.show_folder.connect(lambda: open_path(self.path(self._shown[row]).parent))
        row.other_place.connect(lambda: self._choose_place(row))
        self._show_found(row, kinds.values())

    def path(self, kind: SessionFile) -> Path:
        """Where a file is, or would be."""
        return self.folder / kind.value

    def save(self, kind: SessionFile) -> None:
        """Write one file, unless it is being written."""
        if kind in self._tasks:
            return
        row, out = self._rows[kind], self.path(kind)
        self._shown[row] = kind
        row.start()
        state, now = self._session.state, self._session.now()
        services, drawings = self._services, self.drawings
        self._tasks[kind] = services.runner.start(
            self.noting(
                lambda progress: write_session_file(
                    kind,
                    state,
                    now,
                    services.trainings.load,
                    services.kit,
                    out,
                    progress,
                    look_through(services, self._session.id),
                    report_signer(services),
                    drawings,
                )
            ),
            lambda _none: self._saved(kind, out),
            lambda error: self._failed(kind, error),
            lambda done, total: self._show_progress(kind, done, total),
            kind.value,
        )

    def save_all(self) -> None:
        """Write every file there is a reason for into the session’s folder."""
        for kind, row in self._rows.items():
            if not row.isHidden():
                self.save(kind)

    def cancel(self, kind: SessionFile) -> None:
        """Stop writing a file."""
        if kind in self._tasks:
            self._tasks[kind].cancel()

    def people_changed(self) -> None:
        """Times or decisions changed: sheets that were saved before are older than the session."""
        self._say_older(_BY_PEOPLE)

    def forms_changed(self) -> None:
        """Evaluations came in or went: a summary that was saved before is older."""
        self._say_older((SessionFile.EVALUATION,))

    def say_older(self) -> None:
        """All that was saved before is older than the session."""
        self._say_older(tuple(self._rows))

    def look_again(self) -> None:
        """Files that somebody else made again, or removed, since they were shown: as they are now."""
        for row in self._shown:
            kinds = [kind for kind, shown in self._rows.items() if shown is row]
            if any(saved_at(self.path(kind)) != self._seen.get(kind) for kind in kinds):
                self._show_found(row, kinds)

    def _say_older(self, kinds: Iterable[SessionFile]) -> None:
        for kind in kinds:
            row = self._rows.get(kind)
            if row is not None and kind not in self._tasks and saved_at(self.path(kind)):
                row.offer(self.tr("Changed since it was saved"))

    def choose_place(self) -> bool:
        """Ask for another place for the session’s folder."""
        words = self.tr("Where shall the session’s folder stand?")
        chosen = QFileDialog.getExistingDirectory(self._window, words, str(Path.home()))
        if chosen:
            self.move_to(Path(chosen))
        return bool(chosen)

    def move_to(self, base: Path) -> None:
        """Save into another place from now on."""
        self._base = base
        for row, kind in self._shown.items():
            self._show_found(row, [k for k, r in self._rows.items() if r is row] or [kind])
        self.moved.emit()

    def _choose_place(self, row: FileRow) -> None:
        """Another place for all that could not be written."""
        failed = [self._shown[each] for each in self._shown if each is row or each.failed]
        if self.choose_place():
            for kind in failed:
                self.save(kind)

    def _show_found(self, row: FileRow, kinds: Collection[SessionFile]) -> None:
        if any(kind in self._tasks for kind in kinds):
            return
        self._seen.update({kind: saved_at(self.path(kind)) for kind in kinds})
        found = [(kind, at) for kind in kinds if (at := self._seen[kind]) is not None]
        if found:
            kind, at = found[0]
            self._shown[row] = kind
            row.show_saved(at)
        else:
            row.offer()

    def _show_progress(self, kind: SessionFile, done: int, total: int) -> None:
        if isValid(self):
            self._rows[kind].show_progress(self._count(kind, done, total), done, total)

    def _saved(self, kind: SessionFile, out: Path) -> None:
        if not isValid(self):  # the page was put away while the file was written
            return
        self._tasks.pop(kind, None)
        self._seen[kind] = saved_at(out)
        self._rows[kind].show_saved(self._seen[kind] or self._session.now())
        self._tell_idle()

    def _failed(self, kind: SessionFile, error: BaseException) -> None:
        if not isValid(self):
            self._services.errors.show(error)
            return
        self._tasks.pop(kind, None)
        row = self._rows[kind]
        if isinstance(error, Cancelled):
            row.offer()
        elif isinstance(error, StoreError):
            said = self.tr("Could not write to {0}. The old file is untouched.")
            row.show_failed(said.format(self.base), place=True)
            row.said.setToolTip(str(error))
        else:
            row.show_failed(self._services.errors.sentence(error), place=False)
        self._tell_idle()

    def _tell_idle(self) -> None:
        if not self._tasks:
            self.idle.emit()

    def _count(self, kind: SessionFile, done: int, total: int) -> str:
        slides = kind in (SessionFile.POWERPOINT, SessionFile.SLIDES)
        words = self.tr("slide {0} of {1}") if slides else self.tr("page {0} of {1}")
        return words.format(done, total)


def look_through(services: Services, session: str) -> LookThrough:
    """On a task's thread: what the journal says of a session, everything recorded until then."""
    journal = services.journal

    def look() -> Audit:
        journal.flush()
        return audit_session(JournalReader(journal.path), session)

    return look


def report_signer(services: Services) -> ReportSigner:
    """What signs audit reports, by the settings."""
    certificate, settings = services.pdf_certificate, services.settings
    return ReportSigner(services.keys, lambda: certificate.signer(settings.now.pdf_certificate))


def open_path(path: Path) -> None:
    """Have the system open a file or folder."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
