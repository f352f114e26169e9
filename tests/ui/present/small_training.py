"""A training of six slides and a room of six people, for the tests of presenting."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from PySide6.QtCore import QObject, Signal

from imhtrainer.domain.deck import Deck
from imhtrainer.domain.session import SessionState
from imhtrainer.domain.session.commands import (
    CloseRound,
    CountHands,
    GoTo,
    Next,
    StartSession,
)
from imhtrainer.layout.kit import Kit
from imhtrainer.services.session import TrainingSession
from imhtrainer.store.pictures import PictureStore
from imhtrainer.store.settings import Settings

START = datetime(2026, 3, 7, 10, 0, tzinfo=UTC)

DECK = """---
trainer: 1
title: Looking
minutes: 20
---

# Welcome {#welcome minutes=5}

## Welcome to the room {#hello layout=title minutes=2 short="Hello"}

::: notes
**Say.** Good morning.

**Watch for.** Who is new.
:::

## Three things {#three build=list minutes=3 short="Three things"}

- First
- Second
- Third

::: notes
**Say.** One by one.
:::

# Point one {#one minutes=10 point=1}

## Names in a circle {#circle layout=activity optional minutes=2 short="Circle of names"}

::: activity {minutes=2 mode=pairs}
1. Say your name.
2. Say it again.
:::

::: notes
**Say.** Names.
:::

## What helps most? {#check .checkpoint point=1 type=single minutes=3 short="Checkpoint 1"}

- [ ] Play louder
  > It may be too much.
- [x] Wait until she looks again
  > A pause is a sentence.
- [ ] Stop
  > She may come back.

::: why
Babies need pauses.
:::

::: notes
**Say.** Hands up.
:::

## After the vote {#after minutes=3}

Some words.

::: notes
**Say.** So.
:::

# The end {#end minutes=5}

## Goodbye {#goodbye minutes=5}

Thank you.
"""


@dataclass
class Clock:
    """A clock that stands until it is moved."""

    now: datetime = START

    def __call__(self) -> datetime:
        return self.now

    def pass_time(self, **length: float) -> None:
        """Let some time pass."""
        self.now += timedelta(**length)


class FakeSettings(QObject):
    """Settings that are kept in memory."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.now = Settings()

    def change(self, wanted: Settings) -> None:
        """Make these the settings."""
        self.now = wanted
        self.changed.emit(wanted)


@dataclass
class Room:
    """A session and what a test does to it."""

    session: TrainingSession
    clock: Clock
    deck: Deck
    index: dict[str, int] = field(default_factory=dict)

    @property
    def state(self) -> SessionState:
        """The session as it stands."""
        return self.session.state

    def start(self) -> None:
        """Begin the training."""
        self.session.do(StartSession(self.clock()))

    def go(self, slide: str) -> None:
        """Show a slide."""
        self.session.do(GoTo(self.clock(), self.index[slide], leave=True))

    def next(self) -> None:
        """One step on."""
        self.session.do(Next(self.clock(), leave=True))

    def vote(self, *hands: int) -> None:
        """Count hands for each choice and close."""
        for choice, count in enumerate(hands):
            self.session.do(CountHands(self.clock(), choice, count))
        self.session.do(CloseRound(self.clock()))


@dataclass(frozen=True)
class FewServices:
    """What the console uses of the services."""

    kit: Kit
    settings: FakeSettings
    pictures: PictureStore
    runner: Any = None
