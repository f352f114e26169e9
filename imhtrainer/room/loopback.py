"""Phones for a rehearsal: real requests to a real server, on this machine alone."""

import json
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from queue import SimpleQueue

from imhtrainer.domain.errors import RoomError
from imhtrainer.domain.quiz import Answer
from imhtrainer.domain.roster import Attendee
from imhtrainer.domain.session.commands import InvitePhones
from imhtrainer.room.limits import Limits, Rate
from imhtrainer.room.seats import make_join_code
from imhtrainer.room.server import RoomServer
from imhtrainer.services.session import TrainingSession

LOOPBACK = "127.0.0.1"

AT_ONCE = 12
"""Answers under way at the same time."""

TIRELESS = Limits(seat=Rate(1000, 0.001))
"""In a rehearsal an hour passes in seconds, so a seat answers faster than a person could."""


@contextmanager
def loopback_phones(session: TrainingSession) -> "Iterator[LoopbackPhones]":
    """Serve a session to phones on this machine; names sign people in."""
    code = session.state.join_code or make_join_code()
    session.do(InvitePhones(session.now(), code, "typed"))
    server = RoomServer(session, limits=TIRELESS)
    port = server.start(LOOPBACK).port
    phones = LoopbackPhones(port, code)
    try:
        yield phones
    finally:
        phones.close()
        server.stop()


@dataclass
class _Held:
    token: str
    taps: int = 0


class LoopbackPhones:
    """People's phones; they answer beside each other on a few connections, as a room does."""

    def __init__(self, port: int, join_code: str) -> None:
        self._code = join_code
        self._held: dict[str, _Held] = {}
        self._wires = [HTTPConnection(LOOPBACK, port, timeout=30) for _ in range(AT_ONCE)]
        self._free = SimpleQueue[HTTPConnection]()
        for wire in self._wires:
            self._free.put(wire)
        self._people = ThreadPoolExecutor(AT_ONCE, "rehearsed phone")
        self._under_way: list[Future[dict[str, object]]] = []

    def sit(self, person: Attendee) -> None:
        """The person joins and gives the name."""
        given = self._post("/api/seat", "", {"code": self._code, "name": person.name})
        self._held[person.id] = _Held(str(given["token"]))

    def has(self, attendee: str) -> bool:
        """Whether this person has joined."""
        return attendee in self._held

    def answer(self, attendee: str, slide: str, vote: int, answer: Answer) -> None:
        """The person answers."""
        held = self._held[attendee]
        held.taps += 1
        body = {
            "checkpoint": slide,
            "round": vote,
            "key": f"{attendee}-{held.taps}",
            "tap": held.taps,
            "choices": list(answer.choices),
            "text": answer.words,
        }
        self._under_way.append(self._people.submit(self._post, "/api/answers", held.token, body))

    def settle(self) -> None:
        """Wait until every answer is saved; raises RoomError where one was refused."""
        under_way, self._under_way = self._under_way, []
        for answered in under_way:
            answered.result()

    def close(self) -> None:
        """Put the phones away."""
        self._people.shutdown()
        for wire in self._wires:
            wire.close()

    def _post(self, path: str, token: str, body: object) -> dict[str, object]:
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {token}"}
        wire = self._free.get()
        try:
            wire.request("POST", path, json.dumps(body), headers)
            with wire.getresponse() as response:
                answer: dict[str, object] = json.loads(response.read())
        finally:
            self._free.put(wire)
        if response.status != 200:
            raise RoomError(f"A rehearsed phone was refused: {answer.get('error')}")
        return answer
