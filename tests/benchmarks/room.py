"""Prints how a full room is served while slides are shown: python tests/benchmarks/room.py [--phones 500].

Phones are another process on this machine: each has one HTTP connection and one WebSocket. They join, answer a
checkpoint within five seconds of each other, 30 % fall asleep, a second vote is opened, and the sleepers come back.
Meanwhile keys are pressed on the real console: back from the checkpoint, on to it, black, live. Every figure is
taken with the whole program in this process; every answer that was acknowledged is looked for in the journal.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from select import select
from statistics import median, quantiles
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt

from imhtrainer.decks.parser import read_deck
from imhtrainer.domain.session import replay
from imhtrainer.domain.session.commands import CloseRound, GoTo, OpenRound
from imhtrainer.resources import slides_path
from imhtrainer.room.server import RoomServer
from imhtrainer.services.session import TrainingSession
from imhtrainer.store.reader import JournalReader
from imhtrainer.ui.present.console.console import ConsolePage
from tests.benchmarks.key_to_paint import Watch
from tests.benchmarks.stage import Held, key, set_stage

KEYS = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_B, Qt.Key.Key_B)
BETWEEN_KEYS = 0.15
IDLE = 1000
"""Sockets that are opened and say nothing."""
RUDE_SECONDS = 60
"""How long the flood lasts: long enough for 300 keys and more, so that their 99th percentile stands still."""
QUIET_KEYS = 150
SPREAD = 5.0
"""Seconds within which everybody answers."""


class Crowd:
    """The other process."""

    def __init__(self, url: str, code: str, phones: int) -> None:
        program = Path(__file__).with_name("room_phones.py")
        self._process = subprocess.Popen(
            [sys.executable, str(program), url, code, str(phones)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, words: str) -> None:
        """Have the phones do something."""
        assert self._process.stdin is not None
        self._process.stdin.write(words + "\n")
        self._process.stdin.flush()

    def told(self) -> Any:
        """What came of it."""
        assert self._process.stdout is not None
        return json.loads(self._process.stdout.readline())

    def is_done(self) -> bool:
        """Whether an answer waits to be read."""
        assert self._process.stdout is not None
        return bool(select([self._process.stdout.fileno()], [], [], 0)[0])

    def close(self) -> None:
        """Let the phones go."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(10)


def rest(seconds: float) -> None:
    """Let the program run as between two keys."""
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        QCoreApplication.processEvents()
        time.sleep(0.002)


def press(page: ConsolePage, watch: Watch, which: Qt.Key) -> float:
    """Milliseconds from a key to the room's window painted; -1 where it had nothing to paint."""
    watch.painted = 0.0
    start = time.perf_counter()
    QCoreApplication.sendEvent(page.audience, key(which))
    if not watch.painted:
        QCoreApplication.processEvents()
    return (watch.painted - start) * 1000 if watch.painted else -1.0


def run(page: ConsolePage, watch: Watch, crowd: Crowd, keys: Iterator[Qt.Key]) -> list[float]:
    """Press keys until the phones have answered."""
    times = []
    while not crowd.is_done():
        times.append(rest_and_press(page, watch, next(keys)))
    return [taken for taken in times if taken >= 0]


def tell(what: str, times: list[float], aim: str = "") -> None:
    """Print the spread of some milliseconds."""
    cuts = quantiles(times, n=100) if len(times) > 1 else times * 99
    print(
        f"{what:40s} n {len(times):4d}  p50 {cuts[49]:7.1f}  p95 {cuts[94]:7.1f}  p99 {cuts[98]:7.1f}"
        f"  max {max(times):7.1f} ms  {aim}"
    )


def check(journal: Path, session: str, slide: str, votes: list[dict[str, int]]) -> None:
    """Compare what phones were told with what a fresh reading of the journal says."""
    question = replay(JournalReader(journal).events(session)).question(slide)
    assert question is not None
    for number, (told, held) in enumerate(zip(votes, question.rounds[-2:], strict=True), start=1):
        kept = {ballot.voter: ballot.answer.choices[0] for ballot in held.phones}
        lost = sum(kept.get(seat) != choice for seat, choice in told.items())
        doubled = len(held.phones) - len(kept)
        print(f"vote {number}: {len(told)} acknowledged, {lost} lost, {doubled} doubled")


def endless(keys: tuple[Qt.Key, ...]) -> Iterator[Qt.Key]:
    """The keys over and over."""
    while True:
        yield from keys


def vote_anew(session: TrainingSession, place: int) -> None:
    """Come to the question from wherever the keys led, and open another vote."""
    session.do(GoTo(session.now(), place, leave=True))
    session.do(CloseRound(session.now()))
    session.do(OpenRound(session.now()))


def rest_and_press(page: ConsolePage, watch: Watch, which: Qt.Key) -> float:
    """A key after a moment in which somebody talks."""
    rest(BETWEEN_KEYS)
    return press(page, watch, which)


def flood(page: ConsolePage, watch: Watch, crowd: Crowd, keys: Iterator[Qt.Key]) -> None:
    """Keys while some connect and say nothing, some send garbage, and some ask as fast as they can."""
    crowd.ask(f"rude {IDLE} {RUDE_SECONDS}")
    spent, begun = time.process_time(), time.perf_counter()
    flooded = run(page, watch, crowd, keys)
    share = (time.process_time() - spent) / (time.perf_counter() - begun)
    rude = crowd.told()["requests"] / RUDE_SECONDS
    print(f"{IDLE} idle sockets, {rude:.0f} rude requests a second; {share:.0%} of a processor")
    tell("key to the room's window meanwhile", flooded, "aim: p99 33")


def measure(phones: int, held: Held, watch: Watch) -> None:
    """One room from joining to the second vote."""
    page, session = held.page, held.session
    place = session.state.plan.checkpoints[0]
    slide = session.state.plan.slides[place].id
    server = RoomServer(session)
    server.start("127.0.0.1")
    keys = endless(KEYS)
    page.presenting.do(GoTo(session.now(), place, leave=True))
    rest(1.0)
    quiet = [rest_and_press(page, watch, next(keys)) for _ in range(QUIET_KEYS)]
    tell("key to the room's window, nobody there", quiet)
    crowd = Crowd(server.view.url, server.join_code, phones)
    crowd.ask("join")
    pressed = run(page, watch, crowd, keys)
    print(f"{phones} phones joined in {crowd.told()['seconds']:.1f} s")
    vote_anew(session, place)
    crowd.ask(f"vote 2 {SPREAD}")
    pressed += run(page, watch, crowd, keys)
    first = crowd.told()
    tell("answer acknowledged", first["acks"], "aim: p95 150")
    crowd.ask("sleep 0.3")
    crowd.told()
    vote_anew(session, place)
    crowd.ask(f"vote 3 {SPREAD}")
    pressed += run(page, watch, crowd, keys)
    second = crowd.told()
    tell("answer of who stayed awake", second["acks"])
    crowd.ask("wake 3 1")
    pressed += run(page, watch, crowd, keys)
    back = crowd.told()
    tell("sleepers back at the newest snapshot", back["seen"], "aim: p95 3000")
    tell("sleepers back with an answer saved", back["saved"])
    tell("key to the room's window meanwhile", pressed, "aim: p99 33")
    flood(page, watch, crowd, keys)
    print(f"against nobody there: {median(pressed) / median(quiet):.2f} x at the median")
    crowd.close()
    server.stop()
    held.journal.flush()
    votes = [first["answers"], {**second["answers"], **back["answers"]}]
    check(held.journal.path, session.id, slide, votes)


def main() -> None:
    """Print the figures."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--phones", type=int, default=500)
    asked = arguments.parse_args()
    stage, watch = set_stage(), Watch()
    with stage.hold(read_deck(slides_path() / "it-starts-on-day-1"), 1920, 1080) as held:
        measure(asked.phones, held, watch)


if __name__ == "__main__":
    main()
