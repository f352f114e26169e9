"""The room's server as the windows know it: start, stop, the address, and who is connected; no Qt.

``RoomServer(session)``, then ``start(address)`` with the address of one of ``adapters.list_adapters()`` (the
likeliest first), and ``stop()``. ``view`` is an immutable :class:`RoomView`; ``watch`` has an observer hear each
new one, on the server's thread. Everything else about phones is in the session's state: ``join_code``,
``check_in`` (changed by the command ``InvitePhones``), ``seats``, ``waiting_seats`` (answered by ``AdmitSeat`` and
``DeclineSeat``).
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from threading import RLock, Thread

from imhtrainer.domain.errors import RoomError
from imhtrainer.domain.plan import Plan
from imhtrainer.domain.script import Script
from imhtrainer.domain.session.commands import InvitePhones
from imhtrainer.resources import resource_path
from imhtrainer.room.co.pictures import Paint, SlidePictures
from imhtrainer.room.limits import Limits
from imhtrainer.room.pages import read_pages
from imhtrainer.room.seats import make_join_code
from imhtrainer.room.serving import Serving, Told, listen
from imhtrainer.services.script import read_script
from imhtrainer.services.session import TrainingSession


@dataclass(frozen=True, slots=True)
class RoomView:
    """How the room's server stands.

    ``address`` is empty and ``port`` 0 while it does not run. ``phones`` are seats with a page open now,
    ``consoles`` the co-facilitators' devices.
    ``reached`` is the address of the last phone, not this machine, that opened the page here: the proof that
    phones can. ``lost`` is true where the laptop has no such address any more and got no other on that adapter;
    where it got one, the server has moved there by itself.
    """

    address: str = ""
    port: int = 0
    phones: int = 0
    reached: str = ""
    lost: bool = False
    consoles: int = 0

    @property
    def running(self) -> bool:
        """Whether phones can be served."""
        return self.port > 0

    @property
    def url(self) -> str:
        """The address to type: ``http://192.168.1.20:8765``; empty while the server does not run."""
        return f"http://{self.address}:{self.port}" if self.running else ""

    def co_url(self, co_code: str) -> str:
        """What the co-facilitator's QR code holds; browsers never send what stands behind the ``#``."""
        return f"{self.url}/co#{co_code}" if self.running else ""

    def join_url(self, join_code: str) -> str:
        """What the QR code holds: the address with the join code, so that nothing need be typed."""
        return f"{self.url}/?code={join_code}" if self.running else ""


ViewObserver = Callable[[RoomView], None]
ScriptReader = Callable[[Plan], Script]
"""Reads what a plan's deck says slide by slide."""


class RoomServer:
    """Serves phones from a thread of its own; every method may be called from any thread."""

    def __init__(
        self,
        session: TrainingSession,
        pages: Path | None = None,
        limits: Limits | None = None,
        script: ScriptReader = read_script,
    ) -> None:
        self._session = session
        self._folder = pages or resource_path("web")
        self._limits = limits or Limits()
        self._read_script = script
        self._pictures = SlidePictures()
        self._view = RoomView()
        self._observers: tuple[ViewObserver, ...] = ()
        self._lock = RLock()
        self._serving: Serving | None = None

    @property
    def view(self) -> RoomView:
        """How the server stands."""
        return self._view

    @property
    def join_code(self) -> str:
        """The code phones join with; empty before the first start."""
        return self._session.state.join_code

    def watch(self, observer: ViewObserver) -> Callable[[], None]:
        """Have ``observer`` hear how the server stands, mostly on its thread, until the result is called."""
        with self._lock:
            self._observers = (*self._observers, observer)

        def forget() -> None:
            with self._lock:
                self._observers = tuple(known for known in self._observers if known is not observer)

        return forget

    def start(self, address: str) -> RoomView:
        """Serve phones at this address of the laptop; what ran before stops. Raises RoomError.

        Phones are invited with a new join code the first time; seats taken before stay good.
        """
        self.stop()
        listener = listen(address)
        self._invite()
        told = Told(self._count, self._come, self._move, self._count_consoles)
        script = self._read_script(self._session.state.plan)
        pages = read_pages(self._folder)
        serving = Serving(
            self._session, pages, self._limits, listener, told, script, self._pictures
        )
        with self._lock:
            self._serving = serving
        self._tell(RoomView(address, serving.port))
        serving.start()
        return self._view

    def paint_by(self, paint: Paint | None) -> None:
        """Have pictures of slides painted for consoles, or none any more; waits for one that is under way."""
        self._pictures.paint_by(paint)

    def stop(self) -> None:
        """Let phones go and free the address; nothing where the server does not run."""
        with self._lock:
            serving, self._serving = self._serving, None
        if serving is not None:
            serving.stop()
            self._tell(RoomView())

    def _invite(self) -> None:
        state = self._session.state
        if not state.join_code:
            code = make_join_code()
            self._session.do(InvitePhones(self._session.now(), code, state.check_in))

    def _count(self, phones: int) -> None:
        if self._view.running:
            self._tell(replace(self._view, phones=phones))

    def _count_consoles(self, consoles: int) -> None:
        if self._view.running:
            self._tell(replace(self._view, consoles=consoles))

    def _come(self, address: str) -> None:
        if self._view.running and self._view.reached != address:
            self._tell(replace(self._view, reached=address))

    def _move(self, address: str | None) -> None:
        """The laptop has left the address; called on the thread that serves it, which cannot end itself."""
        if address is None:
            self._tell(replace(self._view, lost=True))
        else:
            Thread(target=self._follow, args=(address,), name="room moves", daemon=True).start()

    def _follow(self, address: str) -> None:
        try:
            self.start(address)
        except RoomError:
            self._tell(RoomView(lost=True))

    def _tell(self, view: RoomView) -> None:
        with self._lock:
            if view == self._view:
                return
            self._view = view
            observers = self._observers
        for observer in observers:
            observer(view)
