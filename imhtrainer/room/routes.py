"""The routes: each reads a request, asks the desk, and answers in JSON; errors are answered in one place."""

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, WebSocketRoute
from starlette.types import ASGIApp
from starlette.websockets import WebSocket

from imhtrainer.room.co.routes import CoRoutes
from imhtrainer.room.desk import RoomDesk
from imhtrainer.room.pages import DOORS, PageFile
from imhtrainer.room.protocol import (
    FORM_LIMIT,
    AnswerRequest,
    FormRequest,
    NameRequest,
    Refusal,
    SeatRequest,
    Snapshot,
)
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


class Routes:
    """What the room answers to."""

    def __init__(
        self,
        desk: RoomDesk,
        sockets: Sockets,
        pages: dict[str, PageFile],
        co: CoRoutes,
        greeter: Greeter,
    ) -> None:
        self._desk = desk
        self._co = co
        self._greeter = greeter
        self._sockets = sockets
        self._pages = pages

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
                Route("/api/form", self._answering(self._form), methods=["GET"]),
                Route("/api/form", self._answering(self._hand_in), methods=["POST"]),
                Route("/api/slide", self._answering(self._slide), methods=["GET"]),
                WebSocketRoute("/ws", self._socket),
                *self._co.routes(),
                Route("/{path:path}", self._answering(self._page), methods=["GET"]),
            ],
        )

    def _answering(self, handler: Handler) -> Handler:
        return answering(handler, self._refusal)

    def _refusal(self, request: Request, refused: Refused) -> Response:
        state = None
        if refused.status == 409:
            seat = self._desk.find(token_of(request))
            state = self._desk.board.snapshot(seat) if seat is not None else None
        body = Refusal(reason=refused.reason, error=str(refused), state=state)
        return json_answer(body, refused.status, refused.wait)

    async def _ping(self, _request: Request) -> Response:
        return json_answer({"room": True})

    async def _seat(self, request: Request) -> Response:
        asked = await read_body(request, SeatRequest)
        return json_answer(await self._desk.give_seat(asked, address_of(request)))

    async def _name(self, request: Request) -> Response:
        asked = await read_body(request, NameRequest)
        return json_answer(await self._desk.name(token_of(request), asked))

    async def _people(self, request: Request) -> Response:
        typed = request.query_params.get("q", "")[:60]
        return json_answer(self._desk.search(token_of(request), typed))

    async def _state(self, request: Request) -> Response:
        return json_answer(self._desk.snapshot(token_of(request)))

    async def _slide(self, request: Request) -> Response:
        return json_answer(self._desk.slide(token_of(request)))

    async def _answers(self, request: Request) -> Response:
        asked = await read_body(request, AnswerRequest)
        return json_answer(await self._desk.answer(token_of(request), asked))

    async def _leave(self, request: Request) -> Response:
        await self._desk.leave(token_of(request))
        return json_answer({})

    async def _form(self, request: Request) -> Response:
        return json_answer(self._desk.form(token_of(request)))

    async def _hand_in(self, request: Request) -> Response:
        asked = await read_body(request, FormRequest, FORM_LIMIT)
        return json_answer(await self._desk.hand_in(token_of(request), asked))

    async def _page(self, request: Request) -> Response:
        page = self._pages.get(DOORS.get(path := request.path_params["path"], path))
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
        phone = await self._greeter.greet(socket, self._known)
        if phone is not None:
            await self._sockets.serve(phone, self._now)

    def _known(self, socket: WebSocket, token: str) -> Phone | None:
        seat = self._desk.find(token)
        return Phone(socket, token, seat.code) if seat is not None else None

    def _now(self, token: str) -> Snapshot | None:
        seat = self._desk.find(token)
        return self._desk.board.snapshot(seat) if seat is not None else None
