"""The ways to the export page: from a training's card, and from a session that was held."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from imhtrainer.layout.context import Context
from imhtrainer.services.context import context_in
from imhtrainer.ui.export.page import ExportPage

if TYPE_CHECKING:
    from imhtrainer.domain.deck import Deck
    from imhtrainer.services.session import TrainingSession
    from imhtrainer.ui.services import Services
    from imhtrainer.ui.shell import MainWindow
    from imhtrainer.ui.style.look import Look


class ExportEntrance(QObject):
    """Opens the export page over whatever is shown, and takes it away again."""

    def __init__(self, window: MainWindow, look: Look, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._look, self._services = window, look, services

    def for_training(self, folder: Path) -> None:
        """Read the training in a folder beside the window, then show what can be taken away."""
        trainings = self._services.trainings
        self._services.runner.start(
            lambda _p: trainings.load(folder),
            lambda deck: self._show(deck, self._facilitator(), held=False),
        )

    def for_session(self, session: TrainingSession, deck: Deck) -> None:
        """Show what can be taken away of a session, with the room's results."""
        context = context_in(deck, session.state)
        self._show(deck, context, held=bool(context.tallies))

    def _facilitator(self) -> Context:
        now = self._services.settings.now
        people = (now.facilitator, now.credentials, now.organisation)
        return Context(facilitator_line=", ".join(part for part in people if part))

    def _show(self, deck: Deck, context: Context, held: bool) -> None:
        page = ExportPage(deck, context, held, self._look, self._services)
        page.closed.connect(lambda: self._window.take_down(page))
        self._window.show_over(page)
