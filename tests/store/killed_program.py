"""A program that runs a session headless until somebody kills it; every line it prints is a promise.

``python killed_program.py JOURNAL SEED`` prints, after the disk has said so, how many events are safe.
"""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from imhtrainer.domain.errors import CommandRefused
from imhtrainer.domain.events import Event
from imhtrainer.domain.plan import Plan, PlanQuestion, PlanSection, PlanSlide
from imhtrainer.domain.roster import Attendee
from imhtrainer.domain.session import SessionState, decide, evolve
from imhtrainer.domain.session.commands import (
    AddAttendees,
    Back,
    CloseRound,
    Command,
    CountHands,
    CreateSession,
    GoTo,
    Next,
    OpenRound,
    Reveal,
    SignIn,
    SignOut,
    StartSession,
    UndoCount,
)
from imhtrainer.services.session import TrainingSession
from imhtrainer.store.opening import open_journal

SESSION = "killed"
START = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
SLIDES = 40


def make_plan() -> Plan:
    """Forty slides, every fourth a checkpoint, every third a build of three."""
    return Plan(
        title="A training",
        subtitle="",
        folder="",
        digest="",
        lang="en",
        minutes=75.0,
        objectives=(),
        sections=(PlanSection("all", "All", 75.0),),
        slides=tuple(_slide(number) for number in range(SLIDES)),
        pages=SLIDES + 10,
    )


def _slide(number: int) -> PlanSlide:
    if number % 4:
        steps = 0 if number % 3 else 3
        return PlanSlide(f"s{number}", f"Slide {number}", 0, number, steps, 1.0, "text")
    asked = PlanQuestion("Which?", ("One", "Two", "Three"), (False, True, False), "check", 1)
    return PlanSlide(
        f"s{number}", f"Slide {number}", 0, number, 1, 1.0, "checkpoint", question=asked
    )


def commands(seed: int) -> Iterator[Command]:
    """The same commands for the same seed, without end; some of them will be refused."""
    random, now = Random(seed), START
    yield CreateSession(now, make_plan())
    yield AddAttendees(now, tuple(Attendee(f"a{n}", f"Gül Núñez {n}") for n in range(30)))
    yield StartSession(now)
    while True:
        now += timedelta(seconds=random.randint(0, 5))
        who = f"a{random.randrange(30)}"
        yield random.choice(
            (
                Next(now, leave=True),
                Back(now),
                GoTo(now, random.randrange(SLIDES), leave=True),
                CountHands(now, random.randrange(3), random.randrange(30)),
                UndoCount(now),
                CloseRound(now),
                OpenRound(now),
                Reveal(now),
                SignIn(now, who),
                SignOut(now, who),
            )
        )


def expected_events(seed: int, count: int) -> list[Event]:
    """The first ``count`` events, or a few more, that the program of this seed makes."""
    state, events = SessionState(), list[Event]()
    for command in commands(seed):
        if len(events) >= count:
            break
        try:
            happened = decide(state, command)
        except CommandRefused:
            continue
        for event in happened:
            state = evolve(state, event)
        events.extend(happened)
    return events


def main(path: Path, seed: int) -> None:
    """Run until killed."""
    session = TrainingSession(SESSION, open_journal(path).journal, lambda: START)
    made = [0]
    session.watch(lambda _, events: made.append(made[-1] + len(events)))
    burst = Random(seed + 1)
    for command in commands(seed):
        try:
            written = session.do(command)
        except CommandRefused:
            continue
        session.beat()
        if burst.random() < 0.5:
            written.result()
            print(made[-1], flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
