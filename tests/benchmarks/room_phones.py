"""Many phones in one process of their own, for tests/benchmarks/room.py and the test of kills.

``python room_phones.py URL CODE COUNT`` is told what to do on its standard input, one word a line, and answers
with one line of JSON each: ``join``, ``vote ROUND SECONDS`` (all answer when the round opens, within so many
seconds), ``sleep SHARE``, ``wake ROUND SECONDS``, and ``rude SOCKETS
SECONDS``.
"""

import asyncio
import json
import sys
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from random import Random
from typing import Any
from urllib.parse import urlsplit

from websockets.asyncio.client import ClientConnection, connect

CONNECTING = 40
"""Phones that connect at the same moment; people do not scan a code all at once."""
TRIES = 40


@dataclass
class Phone:
    """A phone that keeps one HTTP connection and one WebSocket, as a browser does."""

    number: int
    host: str
    port: int
    code: str
    random: Random
    token: str = ""
    seat: str = ""
    state: dict[str, Any] = field(default_factory=dict)
    news: asyncio.Event = field(default_factory=asyncio.Event)
    socket: ClientConnection | None = None
    listening: "asyncio.Task[None] | None" = None
    wire: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
    taps: int = 0

    async def join(self) -> None:
        """Take a seat and open the socket."""
        given = await self.post("/api/seat", {"code": self.code})
        self.token, self.seat = given["token"], given["seat"]
        await self.open()

    async def open(self) -> None:
        """Open the socket and wait for the first snapshot."""
        address = f"ws://{self.host}:{self.port}/ws"
        self.news.clear()
        self.socket = await connect(address, proxy=None, compression=None, ping_interval=None)
        await self.socket.send(json.dumps({"token": self.token}))
        self.listening = asyncio.create_task(self._listen(self.socket))
        await self.news.wait()

    async def drop(self) -> None:
        """Fall asleep: every connection is gone without a word."""
        if self.socket is not None:
            self.socket.transport.abort()
        if self.listening is not None:
            self.listening.cancel()
        self.socket = None
        self.hang_up()

    def hang_up(self) -> None:
        """Drop the HTTP connection."""
        if self.wire is not None:
            self.wire[1].transport.abort()
        self.wire = None

    async def opened(self, vote: int) -> dict[str, Any]:
        """The item whose round has opened, once this phone was told."""
        while True:
            for item in self.state.get("items", ()):
                if item["round"] >= vote and item["state"] == "open":
                    return dict(item)
            self.news.clear()
            await self.news.wait()

    async def answer(self, item: dict[str, Any]) -> tuple[float, int]:
        """Answer at random until it is saved: milliseconds of the post that was, and the choice."""
        choice = self.random.randrange(len(item["choices"]))
        self.taps += 1
        body = {
            "checkpoint": item["checkpoint"],
            "round": item["round"],
            "key": f"{self.number}-{self.taps}",
            "tap": self.taps,
            "choices": [choice],
        }
        start = time.perf_counter()
        saved = await self.post("/api/answers", body)
        taken = (time.perf_counter() - start) * 1000
        if self.random.random() < 0.1:
            saved = await self.post("/api/answers", body)
        assert saved["saved"], saved
        assert saved["mine"]["choices"] == [choice], saved
        return taken, choice

    async def post(self, path: str, body: object) -> dict[str, Any]:
        """Send and send again until it is answered."""
        for _ in range(TRIES):
            try:
                status, answer = await asyncio.wait_for(self.post_once(path, body), 10)
            except (OSError, TimeoutError, asyncio.IncompleteReadError):
                self.wire = None
                await asyncio.sleep(0.1)
                continue
            if status not in (429, 503):
                return answer
            await asyncio.sleep(0.5)
        raise ConnectionError(f"{path} was never answered")

    async def post_once(self, path: str, body: object) -> tuple[int, dict[str, Any]]:
        """Send once: the status and what was answered."""
        if self.wire is None:
            self.wire = await asyncio.open_connection(self.host, self.port)
        reader, writer = self.wire
        content = json.dumps(body).encode()
        lines = (
            f"POST {path} HTTP/1.1",
            f"Host: {self.host}:{self.port}",
            f"Authorization: Bearer {self.token}",
            f"Content-Length: {len(content)}",
        )
        writer.write("\r\n".join((*lines, "", "")).encode() + content)
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").casefold()
        length = int(head.split("content-length:")[1].split("\r\n")[0])
        return int(head.split(" ")[1]), json.loads(await reader.readexactly(length))

    async def _listen(self, pushed: ClientConnection) -> None:
        async for text in pushed:
            self.state = json.loads(text)
            self.news.set()


class Crowd:
    """All phones."""

    def __init__(self, url: str, code: str, count: int) -> None:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port or 80
        self.random = Random(1)
        self.phones = [Phone(n, host, port, code, Random(n)) for n in range(count)]
        self.asleep: list[Phone] = []

    async def join(self) -> dict[str, Any]:
        """Everybody joins."""
        start = time.perf_counter()
        gate = asyncio.Semaphore(CONNECTING)
        await asyncio.gather(*(self._through(gate, phone.join) for phone in self.phones))
        return {"seconds": time.perf_counter() - start}

    async def vote(self, vote: str, seconds: str) -> dict[str, Any]:
        """Everybody who is awake answers."""
        awake = [phone for phone in self.phones if phone not in self.asleep]
        return await self._vote(awake, int(vote), float(seconds))

    async def sleep(self, share: str) -> dict[str, Any]:
        """Some fall asleep."""
        self.asleep = self.random.sample(self.phones, round(len(self.phones) * float(share)))
        for phone in self.asleep:
            await phone.drop()
        return {"asleep": len(self.asleep)}

    async def wake(self, vote: str, seconds: str) -> dict[str, Any]:
        """Those who slept come back within some seconds and answer: how long until they saw and until saved."""
        woken, self.asleep = self.asleep, []
        spread = float(seconds)

        async def come_back(phone: Phone) -> tuple[float, float, int]:
            await asyncio.sleep(phone.random.uniform(0, spread))
            start = time.perf_counter()
            await phone.open()
            seen = (time.perf_counter() - start) * 1000
            _, choice = await phone.answer(await phone.opened(int(vote)))
            return seen, (time.perf_counter() - start) * 1000, choice

        found = await asyncio.gather(*(come_back(phone) for phone in woken))
        return {
            "seen": [seen for seen, _, _ in found],
            "saved": [saved for _, saved, _ in found],
            "answers": {p.seat: choice for p, (_, _, choice) in zip(woken, found, strict=True)},
        }

    async def rude(self, idle: str, seconds: str) -> dict[str, Any]:
        """Some connect and say nothing, some send garbage, and one program asks as fast as it can."""
        host, port = self.phones[0].host, self.phones[0].port
        until = time.perf_counter() + float(seconds)
        silent = [await asyncio.open_connection(host, port) for _ in range(int(idle))]
        asked = await asyncio.gather(
            *(self._flood(phone, until) for phone in self.phones[:20]),
            *(self._garbage(host, port, until) for _ in range(5)),
        )
        for _, writer in silent:
            writer.transport.abort()
        return {"requests": sum(asked)}

    async def _flood(self, phone: Phone, until: float) -> int:
        asked = 0
        while time.perf_counter() < until:
            try:
                await phone.post_once("/api/name", {"name": "x"})
            except (OSError, asyncio.IncompleteReadError):
                phone.hang_up()
            asked += 1
        return asked

    async def _garbage(self, host: str, port: int, until: float) -> int:
        sent = 0
        while time.perf_counter() < until:
            reader, writer = await asyncio.open_connection(host, port)
            with suppress(OSError):
                writer.write(self.random.randbytes(2000))
                await reader.read()
            writer.transport.abort()
            sent += 1
        return sent

    async def _vote(self, phones: list[Phone], vote: int, seconds: float) -> dict[str, Any]:
        async def one(phone: Phone) -> tuple[float, int]:
            item = await phone.opened(vote)
            await asyncio.sleep(phone.random.uniform(0, seconds))
            return await phone.answer(item)

        found = await asyncio.gather(*(one(phone) for phone in phones))
        return {
            "acks": [taken for taken, _ in found],
            "answers": {p.seat: choice for p, (_, choice) in zip(phones, found, strict=True)},
        }

    async def _through(self, gate: asyncio.Semaphore, work: Callable[[], Awaitable[None]]) -> None:
        async with gate:
            await work()


async def main(url: str, code: str, count: int) -> None:
    """Do what is asked until the input ends."""
    crowd = Crowd(url, code, count)
    while line := (await asyncio.to_thread(sys.stdin.readline)).split():
        work = getattr(crowd, line[0])
        print(json.dumps(await work(*line[1:])), flush=True)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], int(sys.argv[3])))
