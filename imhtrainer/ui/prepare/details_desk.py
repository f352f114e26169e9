"""Writing details down as they are typed, and remembering them for the next session."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from imhtrainer.domain.session.commands import ChangeDetails
from imhtrainer.services.last_time import LastTime, last_time

if TYPE_CHECKING:
    from imhtrainer.domain.events import Details
    from imhtrainer.services.session import TrainingSession
    from imhtrainer.store.settings import Settings
    from imhtrainer.ui.prepare.details_form import DetailsForm
    from imhtrainer.ui.services import Services

PAUSE_MILLISECONDS = 400


class DetailsDesk(QObject):
    """Takes what the form says after a short pause of typing to the session and to the settings."""

    def __init__(
        self,
        session: TrainingSession,
        form: DetailsForm,
        services: Services,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._form, self._services = session, form, services
        self._waiting: Details | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self.write)
        form.changed.connect(self._hear)
        form.picked.connect(self._keep_picture)
        services.settings.changed.connect(self._follow)
        self._follow()
        self.show()
        self._recall()

    def show(self) -> None:
        """Show the session's details, unless something newer is being typed."""
        if self._waiting is None:
            state = self._session.state
            self._form.show_details(state.details, state.plan.minutes)

    def _recall(self) -> None:
        """Look beside the window for how long the training took the last time."""
        services, state = self._services, self._session.state
        if state.stage == "prepared":
            services.runner.start(
                lambda _p: last_time(services.journal, services.sessions.summaries(), state),
                self._show_last_time,
                idly=True,
            )

    def _show_last_time(self, found: LastTime | None) -> None:
        if found is not None and isValid(self._form):
            self._form.last_time.show_sections(found.sections, found.held)

    def write(self) -> None:
        """Write down what waits."""
        details, self._waiting = self._waiting, None
        self._pause.stop()
        if details is None:
            return
        before = self._session.state.details
        command = ChangeDetails(self._session.now(), details)
        if self._services.errors.attempt(lambda: self._session.do(command)):
            settings = self._services.settings
            settings.change(remembered(settings.now, before, details))

    def _follow(self, _settings: Settings | None = None) -> None:
        """Until the session begins its provider is the one of the settings, where alone it is written."""
        state, provider = self._session.state, self._services.settings.now.award.provider
        if state.stage != "prepared" or state.details.award.provider == provider:
            return
        self.write()
        details = self._session.state.details
        followed = replace(details, award=replace(details.award, provider=provider))
        command = ChangeDetails(self._session.now(), followed)
        self._services.errors.attempt(lambda: self._session.do(command))

    def _hear(self, details: Details) -> None:
        self._waiting = details
        self._pause.start()

    def _keep_picture(self, part: str, path: Path) -> None:
        pictures = self._services.pictures
        keep = pictures.keep_signature if part == "signature" else pictures.keep
        self._services.runner.start(
            lambda _p: keep(path),
            partial(self._take_picture, part),
            self._services.errors.show,
        )

    def _take_picture(self, part: str, name: str) -> None:
        self._services.errors.settle()
        self._form.remember_picture(part, name)
        self.write()
        self.show()


def remembered(settings: Settings, before: Details, after: Details) -> Settings:
    """The settings that remember what was written.

    A fact is remembered when there was none, or when the session wore the remembered one until now: so a
    guest's name in one session does not become everybody's.
    """

    def pick(known: str, old: str, new: str) -> str:
        return new if known in ("", old) else known

    return replace(
        settings,
        facilitator=pick(settings.facilitator, before.facilitator, after.facilitator),
        credentials=pick(settings.credentials, before.credentials, after.credentials),
        signature=pick(settings.signature, before.signature, after.signature),
        organisation=pick(settings.organisation, before.organisation, after.organisation),
        address=pick(settings.address, before.address, after.address),
        logo=pick(settings.logo, before.logo, after.logo),
        paper=after.paper,
        required_share=after.required_share,
    )
