"""A PowerPoint file on Home becomes a training: read beside the window, with a word on what was left out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from pkgutil import resolve_name
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from imhtrainer.domain.errors import Cancelled
from imhtrainer.store.files import safe_name
from imhtrainer.ui.tasks import Progress, Task

if TYPE_CHECKING:
    from imhtrainer.ui.services import Services
    from imhtrainer.ui.widgets.bars import InlineBar

SHOWN_REMARKS = 5
"""Lines of the report that stand on Home; all of them are in the file beside the deck."""

Made = tuple[Path, tuple[str, ...]]
"""A new training's folder, and what was left out of it, line by line."""


class PowerPointImport(QObject):
    """Imports one file after another, told on ``bar``; ``keep`` takes a new training's folder."""

    def __init__(
        self,
        bar: InlineBar,
        services: Services,
        keep: Callable[[Path], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bar = bar
        self._services = services
        self._keep = keep
        self._task: Task | None = None

    def start(self, file: Path) -> None:
        """Make a training out of a PowerPoint file, in the folder of added trainings."""
        if self._task is not None:
            self._bar.say(self.tr("One file is still being read. Wait for it, or stop it."))
            return
        trainings = self._services.data_folder.trainings
        self._task = self._services.runner.start(
            lambda progress: imported(file, trainings, progress),
            partial(self._say_made, file.name),
            self._say_failed,
            partial(self._say_progress, file.name),
            self.tr("Reading {0}").format(file.name),
        )
        self._say_progress(file.name, 0, 0)

    def _say_progress(self, name: str, done: int, total: int) -> None:
        if self._task is None:
            return
        slides = self.tr(": slide {0} of {1}").format(done, total) if total else " …"
        stop = (self.tr("Stop"), self._task.cancel)
        self._bar.say(self.tr("Reading {0}").format(name) + slides, "said", stop)

    def _say_made(self, name: str, made: Made) -> None:
        self._task = None
        folder, remarks = made
        self._keep(folder)
        words = [self.tr("{0} is a training now. Look through it before you give it.").format(name)]
        words += remarks[:SHOWN_REMARKS]
        if len(remarks) > SHOWN_REMARKS:
            words.append(self.tr("The rest of this list is in import.txt beside the deck."))
        show = (self.tr("Show the folder"), partial(_open_folder, folder))
        self._bar.say("\n".join(words), "waits" if remarks else "said", show)

    def _say_failed(self, error: BaseException) -> None:
        self._task = None
        if isinstance(error, Cancelled):
            self._bar.say(str(error))
        else:
            self._bar.put_away()
            self._services.errors.show(error)


def imported(file: Path, trainings: Path, progress: Progress) -> Made:
    """Import a file into a folder of its own among ``trainings``; the reader is loaded only here."""
    folder = free_folder(trainings, file.stem)
    make: Callable[..., tuple[str, ...]] = resolve_name(
        "imhtrainer.services.importing:import_training"
    )
    return folder, make(file, folder, progress)


def free_folder(parent: Path, name: str) -> Path:
    """A folder that does not exist yet, called after a file."""
    base = safe_name(name)
    folder, number = parent / base, 2
    while folder.exists():
        folder = parent / f"{base} {number}"
        number += 1
    return folder


def _open_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
