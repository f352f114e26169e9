"""The way to the import page from Home, and what Home says afterwards."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from imhtrainer.services.importing import undo_review
from imhtrainer.ui.importing.desk import ImportDesk
from imhtrainer.ui.importing.dropped import POWERPOINT
from imhtrainer.ui.importing.page import ImportPage
from imhtrainer.ui.importing.questions.desk import QuestionsDesk
from imhtrainer.ui.importing.questions.page import QuestionsPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from imhtrainer.services.importing import Review
    from imhtrainer.ui.importing.frame import ImportFrame
    from imhtrainer.ui.importing.outcome import Outcome
    from imhtrainer.ui.services import Services
    from imhtrainer.ui.shell import MainWindow
    from imhtrainer.ui.style.look import Look
    from imhtrainer.ui.widgets.bars import InlineBar


class ImportEntrance(QObject):
    """Opens the page over Home; ``keep`` takes a new training's folder, ``bar`` says what became of it."""

    def __init__(
        self,
        window: MainWindow,
        look: Look,
        services: Services,
        bar: InlineBar,
        keep: Callable[[Path], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window, self._look, self._services = window, look, services
        self._bar, self._keep = bar, keep

    def open(self, file: Path) -> None:
        """Show what a PowerPoint file would change or become, or the questions of another file."""
        page: ImportPage | QuestionsPage
        desk: ImportDesk | QuestionsDesk
        if file.suffix.lower() in POWERPOINT:
            page = ImportPage(self._look)
            desk = ImportDesk(page, self._services)
        else:
            page = QuestionsPage(self._look)
            desk = QuestionsDesk(page, self._services)
        page.closed.connect(lambda: self._window.take_down(page))
        desk.finished.connect(lambda outcome: self._finish(page, outcome))
        self._window.show_over(page)
        desk.start(file)

    def _finish(self, page: ImportFrame, outcome: Outcome) -> None:
        self._window.take_down(page)
        if outcome.added:
            self._keep(outcome.folder)
        actions = [(self.tr("Show the folder"), partial(_open_folder, outcome.folder))]
        if outcome.written is not None:
            actions.insert(0, (self.tr("Undo"), partial(self._undo, outcome.written)))
        self._bar.say(outcome.words, "said", *actions)

    def _undo(self, written: Review) -> None:
        self._services.runner.start(
            lambda _p: undo_review(written), lambda _none: self._say_undone(written)
        )

    def _say_undone(self, written: Review) -> None:
        self._bar.say(self.tr("{0} is as it was before.").format(written.deck.title))


def _open_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
