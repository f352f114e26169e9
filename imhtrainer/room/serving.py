"""One run of the room's server: a thread with a loop, a listening socket, and everything that hangs on them."""

import asyncio
import contextlib
import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from threading import Event as Flag
from threading import Thread
from typing import Any, cast

from uvicorn import Config, Server

if sys.platform != "win32":
    import resource

from imhtrainer.domain.errors import RoomError
from imhtrainer.domain.events import (
    AnswerRevealed,
    BreakBegan,
    BreakEnded,
    CoFacilitatorActed,
    Event,
    HandsCounted,
    NameConfirmed,
    PhoneAnswered,
    ScreenSet,
    SeatHandedIn,
    SeatLeft,
    SeatMoved,
    SeatNamed,
    SeatsMerged,
    SeatTaken,
    SheetEntered,
    SlideShown,
)
from imhtrainer.domain.script import EMPTY_SCRIPT, Script
from imhtrainer.domain.session import SessionState
from imhtrainer.room.adapters import Adapter, list_adapters, own_addresses
from imhtrainer.room.co.desk import CoDesk
from imhtrainer.room.co.pictures import SlidePictures
from imhtrainer.room.co.routes import CoRoutes
from imhtrainer.room.desk import RoomDesk
from imhtrainer.room.guard import Door, Guard, GuardedProtocol
from imhtrainer.room.limits import Limits
from imhtrainer.room.pages import PageFile
from imhtrainer.room.routes import Routes
from imhtrainer.room.sockets import Sockets
from imhtrainer.room.speaking import Greeter
from imhtrainer.services.session import TrainingSession

FIRST_PORT = 8765
PORTS = 20
"""Ports that are tried one after the other; then any that is free."""
BACKLOG = 2048
FILES = 8192
"""Open files (connections are files) a process may have; many systems begin with 1,024."""
STOP_SECONDS = 4.0
LOOK_SECONDS = 3.0
"""How often the laptop's addresses are looked at."""
PING_SECONDS, PONG_SECONDS = 45.0, 900.0
"""A phone that sleeps does not answer pings; it is given a quarter of an hour before its socket is let go."""

CO_PAUSE = 0.1
"""Seconds in which news for consoles are gathered."""

_SCREEN_NEWS = SlideShown | ScreenSet | AnswerRevealed | BreakBegan | BreakEnded
_NO_NEWS = HandsCounted | SheetEntered | CoFacilitatorActed
_ONE_SEAT = (
    PhoneAnswered | SeatTaken | SeatMoved | SeatNamed | SeatLeft | SeatHandedIn | NameConfirmed
)
_SEAT_NEWS = _ONE_SEAT | SeatsMerged


@dataclass(frozen=True, slots=True)
class Told:
    """What a run has to say to whoever started it, each called on the run's thread.

    ``phones`` hears how many seats have a page open, ``consoles`` how many co-facilitators; ``came`` every
    address a request comes from; ``moved`` that the laptop left the address, and the adapter's new one, None
    where it has none.
    """

    phones: Callable[[int], None]
    came: Callable[[str], None]
    moved: Callable[[str | None], None]
    consoles: Callable[[int], None]


class Serving:
    """Serves phones at one address until it is stopped."""

    def __init__(
        self,
        session: TrainingSession,
        pages: dict[str, PageFile],
        limits: Limits,
        listener: socket.socket,
        told: Told,
        script: Script = EMPTY_SCRIPT,
        pictures: SlidePictures | None = None,
    ) -> None:
        self._session = session
        self._listener = listener
        self._address, self.port = listener.getsockname()[:2]
        self._told = told
        self._guard = Guard(limits, self._came)
        self._desk = RoomDesk(session, limits, script)
        self._sockets = Sockets(limits, told.phones)
        self._co_sockets = Sockets(limits, told.consoles)
        self._co_soon = False
        self._shared = self._desk.board.shared
        hosts = frozenset({self._address, "localhost", "127.0.0.1"})
        greeter = Greeter()
        co_desk = CoDesk(session, limits, script, pictures or SlidePictures())
        co = CoRoutes(co_desk, self._co_sockets, greeter)
        routes = Routes(self._desk, self._sockets, pages, co, greeter)
        self._server = Server(self._config(Door(routes.app(), self._guard, hosts, self.port)))
        self._own: frozenset[str] = own_addresses()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._up = Flag()
        self._thread = Thread(target=self._run, name="room", daemon=True)

    def start(self) -> None:
        """Begin to serve."""
        self._thread.start()

    def stop(self) -> None:
        """Let the phones go and wait until the address is free, a few seconds at most."""
        self._up.wait(STOP_SECONDS)
        if self._loop is not None:
            with contextlib.suppress(RuntimeError):  # the loop has ended already
                self._loop.call_soon_threadsafe(self._shut)
        self._thread.join(STOP_SECONDS)

    def _run(self) -> None:
        raise_file_limit()
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        unwatch = self._session.watch(self._hear)
        self._shared = self._desk.board.shared  # what came before is no news to anybody
        looking = asyncio.ensure_future(self._look())
        self._up.set()
        try:
            await self._server.serve(sockets=[self._listener])
        finally:
            looking.cancel()
            unwatch()
            self._listener.close()

    def _config(self, app: Any) -> Config:
        # The type asks for a class; all that is done with it is calling it.
        protocol = cast(Any, partial(GuardedProtocol, self._guard))
        return Config(
            app,
            http=protocol,
            ws="wsproto",
            ws_max_size=1024,
            ws_ping_interval=PING_SECONDS,
            ws_ping_timeout=PONG_SECONDS,
            ws_per_message_deflate=False,
            lifespan="off",
            log_config=None,
            log_level="error",
            access_log=False,
            proxy_headers=False,
            server_header=False,
            backlog=BACKLOG,
            timeout_keep_alive=75,
            timeout_graceful_shutdown=1,
        )

    def _shut(self) -> None:
        self._sockets.close_all()
        self._co_sockets.close_all()
        self._server.should_exit = True

    def _hear(self, state: SessionState, events: tuple[Event, ...]) -> None:
        """Called on whatever thread a command came from."""
        if self._loop is not None:
            with contextlib.suppress(RuntimeError):  # the loop has ended already
                self._loop.call_soon_threadsafe(self._pass_on, events)

    def _pass_on(self, events: tuple[Event, ...]) -> None:
        """Tell the consoles, and the phones that may see something new."""
        self._tell_consoles_soon()
        if any(isinstance(event, _SCREEN_NEWS) for event in events):
            self._sockets.tell_slides()
        self._sockets.tell(frozenset(seat for event in events for seat in _seats_of(event)))
        if all(isinstance(event, _NO_NEWS | _SEAT_NEWS) for event in events):
            return
        shared = self._desk.board.shared
        if shared != self._shared:
            self._shared = shared
            self._sockets.tell()

    def _tell_consoles_soon(self) -> None:
        """A room that answers all at once makes one piece of news, not three hundred."""
        if not self._co_soon and self._loop is not None:
            self._co_soon = True
            self._loop.call_later(CO_PAUSE, self._tell_consoles)

    def _tell_consoles(self) -> None:
        self._co_soon = False
        self._co_sockets.tell()

    def _came(self, address: str) -> None:
        if address not in self._own:
            self._told.came(address)

    async def _look(self) -> None:
        """Watch whether the laptop still has this address."""
        adapter = _adapter_of(await asyncio.to_thread(list_adapters), self._address)
        while adapter is not None:
            await asyncio.sleep(LOOK_SECONDS)
            now = await asyncio.to_thread(list_adapters)
            if _adapter_of(now, self._address) is None:
                same = [a.address for a in now if a.name == adapter.name and a.up]
                self._told.moved(same[0] if same else None)
                return


def listen(address: str) -> socket.socket:
    """A socket that listens at an address, on the first port of ours that is free; raises RoomError."""
    for port in (*range(FIRST_PORT, FIRST_PORT + PORTS), 0):
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            if sys.platform != "win32":  # there it would share a port that another program has
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind((address, port))
            listener.listen(BACKLOG)
        except OSError as error:
            listener.close()
            if port == 0:
                raise RoomError(
                    f"Phones cannot be served at {address}: {error.strerror or error}. "
                    "Choose another network adapter in Prepare."
                ) from error
        else:
            return listener
    raise AssertionError("the last port either listens or raises")


def raise_file_limit() -> None:
    """Let the process hold as many connections as a large room needs, where systems are stingy."""
    if sys.platform == "win32":
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = FILES if hard == resource.RLIM_INFINITY else min(FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def _seats_of(event: Event) -> tuple[str, ...]:
    match event:
        case SeatsMerged(_, seat, into):
            return (seat, into)
        case _ if isinstance(event, _ONE_SEAT):
            return (event.seat,)
        case _:
            return ()


def _adapter_of(adapters: tuple[Adapter, ...], address: str) -> Adapter | None:
    return next((adapter for adapter in adapters if adapter.address == address), None)
