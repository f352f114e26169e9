"""Tries the certificate's design with the roster's names whenever either changed, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from imhtrainer.domain.errors import Cancelled
from imhtrainer.services.certificate_preview import Trial, try_names

if TYPE_CHECKING:
    from imhtrainer.documents.certificate import CertificatePrinter
    from imhtrainer.services.session import TrainingSession
    from imhtrainer.ui.prepare.design_fields import DesignFields
    from imhtrainer.ui.services import Services

PAUSE_MILLISECONDS = 300


class TrialDesk(QObject):
    """Watches what a certificate would say and shows the newest trial."""

    def __init__(
        self,
        session: TrainingSession,
        fields: DesignFields,
        services: Services,
        make_printer: Callable[[], CertificatePrinter],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._fields, self._services = session, fields, services
        self._make_printer = make_printer
        self._tried: tuple[object, ...] = ()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._try)

    def look(self) -> None:
        """Try again where details or roster are others than at the last trial."""
        state = self._session.state
        if self._tried != (state.details, state.roster):
            self._pause.start()

    def stop(self) -> None:
        """Show nothing more: the page is closed."""
        self._pause.stop()
        self._tried = (None,)

    def _try(self) -> None:
        state, now = self._session.state, self._session.now()
        wanted = self._tried = (state.details, state.roster)

        def show(trials: tuple[Trial, ...]) -> None:
            if wanted == self._tried:
                self._fields.show_trials(trials)

        def tell(error: BaseException) -> None:
            if wanted == self._tried and not isinstance(error, Cancelled):
                self._fields.show_fault(self._services.errors.sentence(error))

        self._services.runner.start(
            lambda _progress: try_names(self._make_printer(), state, now), show, tell, idly=True
        )
