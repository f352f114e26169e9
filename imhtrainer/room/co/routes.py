"""The console's routes; each begins with the console's own token, which no attendee has."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.websockets import WebSocket

from imhtrainer.room.co.desk import CoDesk
from imhtrainer.room.co.protocol import CoRefusal, DoRequest, JoinRequest
from imhtrainer.room.refusals import Refused, not_here
from imhtrainer.room.sockets import Phone, Sockets
from imhtrainer.room.speaking import (
    Greeter,
    Handler,
    address_of,
    answering,
    json_answer,
    read_body,
    token_of,
)

SEARCH_LONGEST = 60
LONGEST_NUMBER = 6


class CoRoutes:
    """What the room answers to a co-facilitator."""

    def __init__(self, desk: CoDesk, sockets: Sockets, greeter: Greeter) -> None:
        self._desk = desk
        self._greeter = greeter
        self._sockets = sockets

    def routes(self) -> list[BaseRoute]:
        """The routes."""
        return [
            Route("/co/api/join", self._answering(self._join), methods=["POST"]),
            Route("/co/api/state", self._answering(self._state), methods=["GET"]),
            Route("/co/api/do", self._answering(self._do), methods=["POST"]),
            Route("/co/api/slide", self._answering(self._slide), methods=["GET"]),
            Route("/co/api/picture", self._answering(self._picture), methods=["GET"]),
            Route("/co/api/outline", self._answering(self._outline), methods=["GET"]),
            Route("/co/api/people", self._answering(self._people), methods=["GET"]),
            WebSocketRoute("/co/ws", self._socket),
        ]

    def _answering(self, handler: Handler) -> Handler:
        return answering(handler, self._refusal)

    def _refusal(self, request: Request, refused: Refused) -> Response:
        state = self._desk.look(token_of(request)) if refused.status == 409 else None
        body = CoRefusal(reason=refused.reason, error=str(refused), state=state)
        return json_answer(body, refused.status, refused.wait)

    async def _join(self, request: Request) -> Response:
        asked = await read_body(request, JoinRequest)
        return json_answer(await self._desk.join(asked, address_of(request)))

    async def _state(self, request: Request) -> Response:
        return json_answer(self._desk.state(token_of(request)))

    async def _do(self, request: Request) -> Response:
        self._desk.co(token_of(request))
        asked = await read_body(request, DoRequest)
        return json_answer(await self._desk.do(token_of(request), asked))

    async def _slide(self, request: Request) -> Response:
        board = self._desk.now_board(token_of(request))
        notes = board.notes(_number(request, "at"))
        if notes is None:
            raise not_here()
        return json_answer(notes)

    async def _picture(self, request: Request) -> Response:
        slide, step = (_number(request, name) for name in ("slide", "step"))
        found = await self._desk.picture(token_of(request), slide, step)
        headers = {"ETag": f'"{found.key}"', "Cache-Control": "no-store"}
        return Response(found.content, headers=headers, media_type="image/webp")

    async def _outline(self, request: Request) -> Response:
        return json_answer(self._desk.now_board(token_of(request)).outline())

    async def _people(self, request: Request) -> Response:
        board = self._desk.now_board(token_of(request))
        wanted = request.query_params.get("q", "")[:SEARCH_LONGEST]
        return json_answer(board.people(wanted, self._desk.now()))

    async def _socket(self, socket: WebSocket) -> None:
        console = await self._greeter.greet(socket, self._known)
        if console is not None:
            await self._sockets.serve(console, self._desk.look)

    def _known(self, socket: WebSocket, token: str) -> Phone | None:
        found = self._desk.find(token)
        return Phone(socket, token, found.secret) if found is not None else None


def _number(request: Request, name: str) -> int:
    """A whole number asked about; -1 for anything else, which is nowhere."""
    text = request.query_params.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < LONGEST_NUMBER else -1
