"""The program may die in the middle of a spike of answers: every one that was acknowledged is there afterwards."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from imhtrainer.domain.ledger import Round
from imhtrainer.domain.session import replay
from imhtrainer.store.opening import open_journal
from imhtrainer.store.reader import JournalReader
from tests.benchmarks.room_phones import Phone
from tests.room.killed_room import CODE, SESSION

KILLS = 20
PHONES = 12
PROGRAM = Path(__file__).with_name("killed_room.py")


class Nursery:
    """Programs to be killed."""

    def __init__(self, journal: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, str(PROGRAM), str(journal)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def start(self) -> tuple[int, int]:
        """Another program: its process id and its port."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write("run\n")
        self._process.stdin.flush()
        process, port = self._process.stdout.readline().split()
        return int(process), int(port)

    def close(self) -> None:
        """No more programs."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(10)
        self._process.stdout.close()


class Tapper:
    """A person who taps without end and notes what was sent and what was said to be saved."""

    def __init__(self, number: int) -> None:
        self.phone = Phone(number, "127.0.0.1", 0, CODE, Random(number))
        self.sent: dict[int, int] = {}
        self.saved = 0

    async def tap_until_it_dies(self, port: int) -> None:
        """Join where need be, then tap."""
        phone = self.phone
        phone.port = port
        try:
            if not phone.token:
                _, given = await phone.post_once("/api/seat", {"code": CODE})
                phone.token, phone.seat = given["token"], given["seat"]
            while True:
                await self._tap()
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            phone.hang_up()

    async def _tap(self) -> None:
        tap = len(self.sent) + 1
        choice = self.sent[tap] = self.phone.random.randrange(3)
        body = {"checkpoint": "check-1", "round": 1, "tap": tap, "key": str(tap)}
        status, answer = await self.phone.post_once("/api/answers", {**body, "choices": [choice]})
        assert (status, answer["saved"]) == (200, True), answer
        self.saved = tap


@pytest.fixture
def nursery(tmp_path: Path) -> Iterator[Nursery]:
    opened = Nursery(tmp_path / "journal.sqlite")
    yield opened
    opened.close()


def kept_round(journal: Path) -> Round:
    question = replay(JournalReader(journal).events(SESSION)).question("check-1")
    assert question is not None
    assert len(question.rounds) == 1
    return question.rounds[0]


async def spike(tappers: list[Tapper], process: int, port: int, seconds: float) -> None:
    taps = [asyncio.ensure_future(tapper.tap_until_it_dies(port)) for tapper in tappers]
    await asyncio.sleep(seconds)
    os.kill(process, signal.SIGKILL)
    await asyncio.gather(*taps)


def test_every_acknowledged_answer_survives_twenty_kills_in_a_spike(
    nursery: Nursery, tmp_path: Path
) -> None:
    journal, random = tmp_path / "journal.sqlite", Random(4)
    tappers = [Tapper(number) for number in range(PHONES)]
    for _ in range(KILLS):
        process, port = nursery.start()
        asyncio.run(spike(tappers, process, port, random.uniform(0.1, 0.25)))
        open_journal(journal).journal.close()
        held = kept_round(journal)
        assert len({ballot.voter for ballot in held.phones}) == len(held.phones)
        for tapper in tappers:
            ballot = held.ballot("phone", tapper.phone.seat) if tapper.saved else None
            kept = ballot.tap if ballot is not None else 0
            assert kept >= tapper.saved
            assert ballot is None or ballot.answer.choices == (tapper.sent[kept],)
    assert all(tapper.saved > KILLS for tapper in tappers)
