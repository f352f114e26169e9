"""The routes: each reads a request, asks the desk, and answers in JSON; errors are answered in one place."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import msgspec
from msgspec.json import Encoder
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route, WebSocketRoute
from starlette.types import ASGIApp
from starlette.websockets import WebSocket, WebSocketDisconnect

from imhtrainer.room.desk import RoomDesk
from imhtrainer.room.pages import INDEX, PageFile
from imhtrainer.room.protocol import (
    BODY_LIMIT,
    AnswerRequest,
    NameRequest,
    Refusal,
    SeatRequest,
    Snapshot,
)
from imhtrainer.room.refusals import Refused, malformed, not_here
from imhtrainer.room.sockets import MANY, MOVED, SILENT, TOKEN_SECONDS, Phone, Sockets

BODY_SECONDS = 10.0
"""How long a body may take to arrive."""

MOST_STRANGERS = 600
"""Sockets that may be open without having said whose they are."""

Handler = Callable[[Request], Awaitable[Response]]
Body = TypeVar("Body", bound=msgspec.Struct)

_encoder = Encoder().encode


class Routes:
    """What the room answers to."""

    def __init__(self, desk: RoomDesk, sockets: Sockets, pages: dict[str, PageFile]) -> None:
        self._desk = desk
        self._sockets = sockets
        self._pages = pages
        self._strangers = 0

    def app(self) -> ASGIApp:
        """The routes as an application."""
        return Starlette(
            routes=[
                Route("/api/ping", self._answering(self._ping), methods=["GET"]),
                Route("/api/seat", self._answering(self._seat), methods=["POST"]),
                Route("/api/name", self._answering(self._name), methods=["POST"]),
                Route("/api/people", self._answering(self._people), methods=["GET"]),
                Route("/api/state", self._answering(self._state), methods=["GET"]),
                Route("/api/answers", self._answering(self._answers), methods=["POST"]),
                Route("/api/leave", self._answering(self._leave), methods=["POST"]),
                WebSocketRoute("/ws", self._socket),
                Route("/{path:path}", self._answering(self._page), methods=["GET"]),
            ],
        )

    def _answering(self, handler: Handler) -> Handler:
        async def answer(request: Request) -> Response:
            try:
                return await handler(request)
            except Refused as refused:
                return self._refusal(request, refused)
            except (ClientDisconnect, TimeoutError):
                return Response(status_code=408)

        return answer

    def _refusal(self, request: Request, refused: Refused) -> Response:
        state = None
        if refused.status == 409:
            seat = self._desk.find(_token(request))
            state = self._desk.board.snapshot(seat) if seat is not None else None
        body = Refusal(reason=refused.reason, error=str(refused), state=state)
        headers = {"Retry-After": str(int(refused.wait + 0.999))} if refused.wait else {}
        return _json(body, refused.status, headers)

    async def _ping(self, _request: Request) -> Response:
        return _json({"room": True})

    async def _seat(self, request: Request) -> Response:
        asked = await _read(request, SeatRequest)
        return _json(await self._desk.give_seat(asked, _address(request)))

    async def _name(self, request: Request) -> Response:
        asked = await _read(request, NameRequest)
        return _json(await self._desk.name(_token(request), asked))

    async def _people(self, request: Request) -> Response:
        typed = request.query_params.get("q", "")[:60]
        return _json(self._desk.search(_token(request), typed))

    async def _state(self, request: Request) -> Response:
        return _json(self._desk.snapshot(_token(request)))

    async def _answers(self, request: Request) -> Response:
        asked = await _read(request, AnswerRequest)
        return _json(await self._desk.answer(_token(request), asked))

    async def _leave(self, request: Request) -> Response:
        await self._desk.leave(_token(request))
        return _json({})

    async def _page(self, request: Request) -> Response:
        page = self._pages.get(request.path_params["path"] or INDEX)
        if page is None:
            raise not_here()
        packed = bool(page.packed) and "gzip" in request.headers.get("accept-encoding", "")
        tag = f'"{page.tag}{"-gzip" if packed else ""}"'
        headers = {"ETag": tag, "Cache-Control": "no-cache", "Vary": "Accept-Encoding"}
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers=headers)
        headers["Content-Type"] = page.type
        if packed:
            headers["Content-Encoding"] = "gzip"
        return Response(page.packed if packed else page.content, headers=headers)

    async def _socket(self, socket: WebSocket) -> None:
        if self._strangers >= MOST_STRANGERS:
            await socket.close(MANY)
            return
        self._strangers += 1
        try:
            await socket.accept()
            phone = await self._greet(socket)
        finally:
            self._strangers -= 1
        if phone is not None:
            await self._sockets.serve(phone, self._now)

    async def _greet(self, socket: WebSocket) -> Phone | None:
        """The phone behind a new socket, once it has said its token; None where it is let go."""
        try:
            said = await asyncio.wait_for(socket.receive_text(), TOKEN_SECONDS)
            token = msgspec.json.decode(said, type=dict[str, str]).get("token", "")
        except TimeoutError:
            await _close(socket, SILENT)
            return None
        except (msgspec.DecodeError, msgspec.ValidationError, KeyError, WebSocketDisconnect):
            await _close(socket, MOVED)
            return None
        seat = self._desk.find(token)
        if seat is None:
            await _close(socket, MOVED)
            return None
        return Phone(socket, token, seat.code)

    def _now(self, token: str) -> Snapshot | None:
        seat = self._desk.find(token)
        return self._desk.board.snapshot(seat) if seat is not None else None


async def _close(socket: WebSocket, code: int) -> None:
    try:
        await socket.close(code)
    except (RuntimeError, WebSocketDisconnect):
        return


async def _read(request: Request, kind: type[Body]) -> Body:
    """The body, if it is small, in time, and of this kind."""
    content = await asyncio.wait_for(_read_body(request), BODY_SECONDS)
    try:
        return msgspec.json.decode(content, type=kind)
    except (msgspec.DecodeError, msgspec.ValidationError, UnicodeDecodeError) as error:
        raise malformed() from error


async def _read_body(request: Request) -> bytes:
    content = bytearray()
    async for part in request.stream():
        content += part
        if len(content) > BODY_LIMIT:
            raise Refused(413, "large", "That is too much to send.")
    return bytes(content)


def _token(request: Request) -> str:
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if kind.casefold() == "bearer" else ""


def _address(request: Request) -> str:
    return request.client.host if request.client else ""


def _json(body: object, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    told = {"Cache-Control": "no-store", **(headers or {})}
    return Response(_encoder(body), status, told, "application/json")
