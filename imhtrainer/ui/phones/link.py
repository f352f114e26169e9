"""The room's server beside an open session: started and stopped off the window's thread, and how it stands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from imhtrainer.domain.errors import Cancelled, RoomError
from imhtrainer.domain.session.commands import InvitePhones
from imhtrainer.layout.context import Invitation

if TYPE_CHECKING:
    from imhtrainer.domain.events import CheckIn
    from imhtrainer.room.adapters import Adapter
    from imhtrainer.room.server import RoomView
    from imhtrainer.services.session import TrainingSession
    from imhtrainer.ui.phones.parts import Paint, RoomParts, Server
    from imhtrainer.ui.settings import CurrentSettings
    from imhtrainer.ui.tasks import TaskRunner


class RoomLink(QObject):
    """One session's server. ``changed`` tells that anything below reads anew.

    ``adapters`` are the laptop's, the best first; ``trouble`` is why phones cannot be served, in a sentence.
    """

    changed = Signal()
    _told = Signal(object)

    def __init__(
        self,
        session: TrainingSession,
        settings: CurrentSettings,
        runner: TaskRunner,
        parts: RoomParts,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.adapters: tuple[Adapter, ...] = ()
        self.trouble = ""
        self.view: RoomView | None = None
        self._settings, self._runner, self._parts = settings, runner, parts
        self._server: Server | None = None
        self._paint: Paint | None = None
        self._closed = False
        self._working = False
        self._told.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        settings.changed.connect(self._settings_changed)

    @property
    def wanted(self) -> bool:
        """Whether people may answer by phone at all."""
        return self._settings.now.phones

    @property
    def running(self) -> bool:
        """Whether phones are served now."""
        return self.view is not None and self.view.running

    @property
    def starting(self) -> bool:
        """Whether the server is on its way."""
        return self._working and not self.running

    @property
    def phones(self) -> int:
        """Phones with the page open now."""
        return self.view.phones if self.view is not None else 0

    @property
    def invitation(self) -> Invitation | None:
        """How a phone gets in; None while none can."""
        code, settings = self.session.state.join_code, self._settings.now
        if self.view is None or not self.view.running or self.view.lost or not code:
            return None
        return Invitation(
            self.view.join_url(code),
            self.view.url.removeprefix("http://"),
            code,
            settings.wifi,
            settings.wifi_password,
        )

    @property
    def co_url(self) -> str:
        """What the co-facilitator's QR code holds; empty while nobody is invited or served."""
        code = self.session.state.co_code
        return self.view.co_url(code) if self.view is not None and code else ""

    @property
    def adapter(self) -> Adapter | None:
        """The adapter phones are, or would be, served at."""
        if self.view is not None and self.view.running:
            return next((a for a in self.adapters if a.address == self.view.address), None)
        return choose(self.adapters, self._settings.now.adapter)

    def look(self) -> None:
        """Look at the laptop's adapters again."""
        self._runner.start(lambda _p: self._parts.list_adapters(), self._show_adapters)

    def open(self) -> None:
        """Serve phones, if they are wanted and are not served yet."""
        if self.wanted and not self.running and not self._working:
            self._start(self._settings.now.adapter)

    def again(self) -> None:
        """Try once more, such as after the network came back."""
        if self.wanted and not self._working:
            self._start(self._settings.now.adapter)

    def want(self, wanted: bool) -> None:
        """Allow phones, or allow them no more; it is remembered for the next session."""
        self._settings.change(replace(self._settings.now, phones=wanted))
        if wanted:
            self.open()
        else:
            self.trouble = ""
            self._stop()

    def take(self, adapter: Adapter) -> None:
        """Serve phones at this adapter, now and next time."""
        self._settings.change(replace(self._settings.now, adapter=adapter.name))
        if self.wanted:
            self._start(adapter.name)

    def check_in(self, how: CheckIn) -> None:
        """Say how phones may sign people in."""
        self._invite(how, self.session.state.confirm_names)

    def confirm_names(self, each: bool) -> None:
        """Say whether every name from a phone waits for the facilitator's word."""
        self._invite(self.session.state.check_in, each)

    def _invite(self, how: CheckIn, confirm: bool) -> None:
        code = self.session.state.join_code
        if code:
            self.session.do(InvitePhones(self.session.now(), code, how, confirm))
            self.changed.emit()

    def paint_by(self, paint: Paint) -> None:
        """Have pictures of slides for consoles painted so, as long as the page that shows them stands."""
        self._paint = paint
        if self._server is not None:
            self._server.paint_by(paint)

    def stop_painting(self, paint: Paint) -> None:
        """The page that painted so is put away; waits for a picture that is being painted."""
        if self._paint is paint:
            self._paint = None
            if self._server is not None:
                self._server.paint_by(None)

    def close(self) -> None:
        """The session is put away: phones are let go, and no window hears more. Waits for nothing."""
        self._closed = True
        self.blockSignals(True)
        self._stop()

    def _settings_changed(self, _settings: object) -> None:
        self.changed.emit()

    def _start(self, adapter: str) -> None:
        self._working, self.trouble = True, ""
        self._runner.start(lambda _p: self._serve(adapter), self._served, self._failed)
        self.changed.emit()

    def _serve(self, adapter: str) -> tuple[tuple[Adapter, ...], Server]:
        """On another thread: look for adapters, and serve at the wanted one or the best."""
        adapters = self._parts.list_adapters()
        chosen = choose(adapters, adapter)
        if chosen is None:
            raise RoomError(
                "This laptop is in no network, so phones cannot reach it. "
                "Join the room’s Wi-Fi, or open a hotspot on this laptop, and try again."
            )
        server = self._server or self._parts.make_server(self.session)
        if self._server is None:
            server.watch(self._told.emit)
        server.paint_by(self._paint)
        server.start(chosen.address)
        return adapters, server

    def _served(self, found: tuple[tuple[Adapter, ...], Server]) -> None:
        self._working = False
        self.adapters, self._server = found
        self._server.paint_by(self._paint)
        if self._closed or not self.wanted:
            self._stop()
            return
        self.view = self._server.view
        self.changed.emit()

    def _failed(self, error: BaseException) -> None:
        self._working = False
        if isinstance(error, RoomError):
            self.trouble = str(error)
        elif not isinstance(error, Cancelled):
            self._runner.unexpected.emit(error)
        self.changed.emit()

    def _stop(self) -> None:
        server, self.view = self._server, None
        if server is not None:
            self._runner.start(lambda _p: server.stop())
        self.changed.emit()

    def _hear(self, view: RoomView) -> None:
        if not self._closed and self.wanted and view != self.view:
            self.view = view
            self.changed.emit()

    def _show_adapters(self, adapters: tuple[Adapter, ...]) -> None:
        self.adapters = adapters
        self.changed.emit()


def choose(adapters: tuple[Adapter, ...], name: str) -> Adapter | None:
    """The adapter of that name where it is up, else the best; None where there is none."""
    named = next((a for a in adapters if a.name == name and a.up), None)
    return named or next((a for a in adapters if a.up), None)
