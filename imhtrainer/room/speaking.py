"""How requests are read, answers written and sockets greeted, for phones and for consoles."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import msgspec
from msgspec.json import Encoder
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.websockets import WebSocket, WebSocketDisconnect

from imhtrainer.room.limits import SLOWED_SECONDS
from imhtrainer.room.protocol import BODY_LIMIT
from imhtrainer.room.refusals import Refused, malformed
from imhtrainer.room.sockets import MANY, MOVED, SILENT, TOKEN_SECONDS, Phone

BODY_SECONDS = 10.0
"""How long a body may take to arrive."""

MOST_STRANGERS = 600
"""Sockets that may be open without having said whose they are."""

SLOWED = (403, 429)
"""Refusals that are answered late."""

Body = TypeVar("Body", bound=msgspec.Struct)
Handler = Callable[[Request], Awaitable[Response]]
Known = Callable[[WebSocket, str], Phone | None]
"""Whose socket it is, by the token that was said."""

_encoder = Encoder().encode


async def read_body(request: Request, kind: type[Body], limit: int = BODY_LIMIT) -> Body:
    """The body, if it has no more bytes than ``limit``, is in time, and of this kind."""
    content = await asyncio.wait_for(_read(request, limit), BODY_SECONDS)
    try:
        return msgspec.json.decode(content, type=kind)
    except (msgspec.DecodeError, msgspec.ValidationError, UnicodeDecodeError) as error:
        raise malformed() from error


async def _read(request: Request, limit: int) -> bytes:
    content = bytearray()
    async for part in request.stream():
        content += part
        if len(content) > limit:
            raise Refused(413, "large", "That is too much to send.")
    return bytes(content)


def token_of(request: Request) -> str:
    """The token a request carries; empty without one."""
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if kind.casefold() == "bearer" else ""


def address_of(request: Request) -> str:
    """Where a request comes from."""
    return request.client.host if request.client else ""


def answering(handler: Handler, refusal: Callable[[Request, Refused], Response]) -> Handler:
    """A handler whose refusals are answered, too; who asks too often or guesses waits for that."""

    async def answer(request: Request) -> Response:
        try:
            return await handler(request)
        except Refused as refused:
            if refused.status in SLOWED:
                await asyncio.sleep(SLOWED_SECONDS)
            return refusal(request, refused)
        except (ClientDisconnect, TimeoutError):
            return Response(status_code=408)

    return answer


def json_answer(body: object, status: int = 200, wait: float = 0.0) -> Response:
    """An answer; ``wait`` says in how many seconds to ask again."""
    headers = {"Cache-Control": "no-store"}
    if wait:
        headers["Retry-After"] = str(int(wait + 0.999))
    return Response(_encoder(body), status, headers, "application/json")


class Greeter:
    """Lets sockets in that say in time whose they are; those that have not yet said so are few."""

    def __init__(self) -> None:
        self._strangers = 0

    async def greet(self, socket: WebSocket, known: Known) -> Phone | None:
        """The phone or console behind a new socket; None where it is let go."""
        if self._strangers >= MOST_STRANGERS:
            await socket.close(MANY)
            return None
        self._strangers += 1
        try:
            await socket.accept()
            return await _ask(socket, known)
        finally:
            self._strangers -= 1


async def _ask(socket: WebSocket, known: Known) -> Phone | None:
    try:
        said = await asyncio.wait_for(socket.receive_text(), TOKEN_SECONDS)
        token = msgspec.json.decode(said, type=dict[str, str]).get("token", "")
    except TimeoutError:
        await _close(socket, SILENT)
        return None
    except (msgspec.DecodeError, msgspec.ValidationError, KeyError, WebSocketDisconnect):
        await _close(socket, MOVED)
        return None
    phone = known(socket, token)
    if phone is None:
        await _close(socket, MOVED)
    return phone


async def _close(socket: WebSocket, code: int) -> None:
    try:
        await socket.close(code)
    except (RuntimeError, WebSocketDisconnect):
        return
