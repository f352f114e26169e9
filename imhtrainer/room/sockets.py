"""The phones' WebSockets: each is told the newest snapshot when something changed, and none can hold up another."""

import asyncio
from collections.abc import Callable
from contextlib import suppress

from msgspec import Struct
from msgspec.json import Encoder
from starlette.websockets import WebSocket, WebSocketDisconnect

from imhtrainer.room.limits import Limits

TOKEN_SECONDS = 10.0
"""How long a socket may keep silent before it has said its token."""
SEND_SECONDS = 15.0
"""A phone that takes longer to take one snapshot is let go; it comes back by itself."""
AT_ONCE = 16
PAUSE = 0.002
"""After so many snapshots the loop rests so many seconds, so that the slides get their turn."""

MOVED, SILENT, MANY, CLOSING = 4401, 4408, 4429, 4503


class Pace:
    """Lets a few snapshots out at a time."""

    def __init__(self) -> None:
        self._turn = asyncio.Lock()
        self._sent = 0

    async def wait(self) -> None:
        """Wait for one's turn."""
        async with self._turn:
            self._sent += 1
            if self._sent % AT_ONCE == 0:
                await asyncio.sleep(PAUSE)


class Phone:
    """One socket; ``news`` is set when its snapshot has changed.

    ``hears_slides`` tells that it wants to be told of every slide, too.
    """

    def __init__(self, socket: WebSocket, token: str, seat: str) -> None:
        self.socket = socket
        self.token = token
        self.seat = seat
        self.news = asyncio.Event()
        self.close_code = 0
        self.hears_slides = False

    def tell(self) -> None:
        """Have the newest snapshot sent."""
        self.news.set()

    def close(self, code: int) -> None:
        """Have the socket closed."""
        self.close_code = self.close_code or code
        self.news.set()


class Sockets:
    """All phones with an open socket."""

    def __init__(self, limits: Limits, counted: Callable[[int], None]) -> None:
        self._limits = limits
        self._counted = counted
        self._phones: dict[str, list[Phone]] = {}
        self._count = 0
        self._pace = Pace()
        self._encoder = Encoder()

    @property
    def seats(self) -> int:
        """Seats with a socket open now."""
        return len(self._phones)

    def tell(self, seats: frozenset[str] | None = None) -> None:
        """Have these seats' phones, or all, sent what is new."""
        chosen = self._phones if seats is None else seats & self._phones.keys()
        for seat in tuple(chosen):
            for phone in self._phones[seat]:
                phone.tell()

    def tell_slides(self) -> None:
        """Have the phones told on which the room's screen is read."""
        for phone in [phone for phones in self._phones.values() for phone in phones]:
            if phone.hears_slides:
                phone.tell()

    def close_all(self) -> None:
        """Have every phone told that the room is closing."""
        for phones in tuple(self._phones.values()):
            for phone in phones:
                phone.close(CLOSING)

    async def serve(self, phone: Phone, snapshot: Callable[[str], Struct | None]) -> None:
        """Keep one phone told until it goes."""
        if self._count >= self._limits.sockets:
            await phone.socket.close(MANY)
            return
        self._add(phone)
        listening = asyncio.ensure_future(_listen(phone))
        try:
            await self._keep_told(phone, snapshot, listening)
        finally:
            listening.cancel()
            with suppress(asyncio.CancelledError, WebSocketDisconnect, RuntimeError):
                await listening
            self._drop(phone)

    async def _keep_told(
        self,
        phone: Phone,
        snapshot: Callable[[str], Struct | None],
        listening: "asyncio.Future[None]",
    ) -> None:
        phone.tell()
        while not listening.done():
            await phone.news.wait()
            phone.news.clear()
            if listening.done():
                return
            now = snapshot(phone.token) if not phone.close_code else None
            if now is None:
                with suppress(RuntimeError, TimeoutError, WebSocketDisconnect):
                    closing = phone.socket.close(phone.close_code or MOVED)
                    await asyncio.wait_for(closing, SEND_SECONDS)
                return
            await self._pace.wait()
            text = self._encoder.encode(now).decode()
            try:
                await asyncio.wait_for(phone.socket.send_text(text), SEND_SECONDS)
            except (TimeoutError, RuntimeError, WebSocketDisconnect):
                return

    def _add(self, phone: Phone) -> None:
        self._count += 1
        phones = self._phones.setdefault(phone.seat, [])
        phones.append(phone)
        for old in phones[: -self._limits.sockets_a_seat]:
            old.close(MANY)
        self._counted(len(self._phones))

    def _drop(self, phone: Phone) -> None:
        self._count -= 1
        phones = self._phones[phone.seat]
        phones.remove(phone)
        if not phones:
            del self._phones[phone.seat]
        self._counted(len(self._phones))


async def _listen(phone: Phone) -> None:
    """Hear what the phone asks; its end is the phone's end."""
    try:
        while True:
            said = await phone.socket.receive_text()
            phone.hears_slides = phone.hears_slides or said == "slides"
            if said == "state":
                phone.tell()
                await asyncio.sleep(0.2)
    except (WebSocketDisconnect, KeyError, RuntimeError):
        pass
    finally:
        phone.news.set()
