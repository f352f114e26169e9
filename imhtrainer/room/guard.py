"""The room's door: who may speak at all, how often, and what every answer carries."""

import asyncio
import time
from collections import Counter
from collections.abc import Callable
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from imhtrainer.room.limits import SLOWED_SECONDS, Buckets, Limits

SILENT_SECONDS = 10.0
"""How long a connection may say nothing complete before it is let go."""


class Guard:
    """Counts connections and requests an address, and hears which addresses come."""

    def __init__(self, limits: Limits, came: Callable[[str], None]) -> None:
        self._limits = limits
        self._came = came
        self._requests = Buckets(limits.address, time.monotonic)
        self._connections: Counter[str] = Counter()

    def enter(self, address: str) -> bool:
        """A connection is made; whether it may stay."""
        self._connections[address] += 1
        few = self._connections[address] <= self._limits.connections
        return few or address in self._limits.trusted

    def leave(self, address: str) -> None:
        """A connection has ended, or is a WebSocket now."""
        self._connections[address] -= 1
        if self._connections[address] <= 0:
            del self._connections[address]

    def ask(self, address: str) -> float:
        """A request is made: 0, or the seconds this address has to wait."""
        self._came(address)
        return 0.0 if address in self._limits.trusted else self._requests.take(address)


class GuardedProtocol(H11Protocol):
    """HTTP on one connection that is let go when it has nothing complete to say."""

    def __init__(self, guard: Guard, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._guard = guard
        self._address = ""
        self._was_idle = False
        self._inside = False

    def connection_made(self, transport: Any) -> None:
        """Let a connection in, or not."""
        super().connection_made(transport)
        self._address = self.client[0] if self.client else ""
        self._inside = True
        if not self._guard.enter(self._address):
            transport.abort()
            return
        self.loop.call_later(SILENT_SECONDS, self._look)

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget a connection."""
        self._leave()
        super().connection_lost(exc)

    def handle_websocket_upgrade(self, event: Any) -> None:
        """From here on it is a WebSocket, which is counted there."""
        self._leave()
        super().handle_websocket_upgrade(event)

    def send_400_response(self, msg: str) -> None:
        """What is no HTTP is told so, and no more is read meanwhile."""
        self.transport.pause_reading()
        self.loop.call_later(SLOWED_SECONDS, self._refuse, msg)

    def _refuse(self, msg: str) -> None:
        if not self.transport.is_closing():
            super().send_400_response(msg)

    def _look(self) -> None:
        """Let go of what never asked anything, and of what was idle, or half a request, twice in a row."""
        if not self._inside:
            return
        if not self.cycle:
            self.transport.abort()
            return
        idle = self.cycle.response_complete
        if idle and self._was_idle:
            self.transport.close()
            return
        self._was_idle = idle
        self.loop.call_later(SILENT_SECONDS, self._look)

    def _leave(self) -> None:
        if self._inside:
            self._inside = False
            self._guard.leave(self._address)


class Door:
    """Every request passes here: the address it was sent to, how often, and the headers of the answer."""

    def __init__(self, app: ASGIApp, guard: Guard, hosts: frozenset[str], port: int) -> None:
        self._app = app
        self._guard = guard
        self._hosts = hosts
        self._headers = security_headers(hosts, port)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request in, or answer it here."""
        if scope["type"] == "http":
            await self._let_in(scope, receive, self._dress(send))
        elif scope["type"] == "websocket":
            if self._is_for_us(Headers(scope=scope)) and not self._guard.ask(_address(scope)):
                await self._app(scope, receive, send)
            else:
                await asyncio.sleep(SLOWED_SECONDS)
                await send({"type": "websocket.close", "code": 4429})
        else:
            await self._app(scope, receive, send)

    async def _let_in(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not self._is_for_us(Headers(scope=scope)):
            await _refuse(send, 421, b'{"reason":"unknown","error":"This is another address."}')
        elif wait := self._guard.ask(_address(scope)):
            await asyncio.sleep(SLOWED_SECONDS)
            body = b'{"reason":"slow","error":"That was very often.","saved":false}'
            await _refuse(send, 429, body, max(int(wait + 0.999), 1))
        else:
            await self._app(scope, receive, send)

    def _is_for_us(self, headers: Headers) -> bool:
        """Whether a request means this room by its address, and does not come from another site's page."""
        host = headers.get("host", "").casefold()
        origin = headers.get("origin")
        name = host.rsplit(":", 1)[0] if not host.endswith("]") else host
        return name in self._hosts and origin in (None, f"http://{host}")

    def _dress(self, send: Send) -> Send:
        async def dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers:
                    headers[name] = value
            await send(message)

        return dressed


def security_headers(hosts: frozenset[str], port: int) -> tuple[tuple[str, str], ...]:
    """Headers of every answer: nothing but the page's own files, no frames, no other site.

    Safari before 15.4 does not count WebSockets to ``'self'``, so their addresses are written out.
    """
    sockets = " ".join(f"ws://{host}:{port}" for host in sorted(hosts))
    policy = (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
        f"manifest-src 'self'; connect-src 'self' {sockets}; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    )
    return (
        ("Content-Security-Policy", policy),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), microphone=(), geolocation=()"),
    )


async def _refuse(send: Send, status: int, body: bytes, wait: int = 0) -> None:
    headers = [(b"content-type", b"application/json"), (b"cache-control", b"no-store")]
    if wait:
        headers.append((b"retry-after", str(wait).encode()))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def _address(scope: Scope) -> str:
    client = scope.get("client")
    return str(client[0]) if client else ""
