"""A second pair of hands: who may steer from a tablet or phone, and what they saw when they pressed."""

from dataclasses import dataclass, replace
from datetime import datetime

from imhtrainer.domain.events.stage import Screen

CODE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Letters of a code: none is taken for another or for a digit."""

CODE_LENGTH = 10
"""Letters of a code: 31 ** 10 is 2 ** 49, which nobody guesses at a dozen tries and then one in 20 seconds."""

KEYS_KEPT = 64
"""How many of the last presses' keys are remembered, so that none counts twice."""

MOST = 8
"""Consoles that may be in at a time."""


@dataclass(frozen=True, slots=True)
class CoFacilitator:
    """Somebody with a console of their own; ``secret`` is the SHA-256 of its token.

    ``keys`` are those of the last presses: a press that comes twice over a bad network is one.
    """

    secret: str
    name: str
    since: datetime
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Help:
    """What came from one console, for the record; it stays when the console is sent away.

    ``acts`` counts presses by the names of their commands, ``last`` is the last one's time.
    """

    secret: str
    name: str
    since: datetime
    last: datetime | None = None
    acts: tuple[tuple[str, int], ...] = ()

    def plus(self, command: str, at: datetime) -> "Help":
        """With one more press."""
        acts = dict(self.acts)
        acts[command] = acts.get(command, 0) + 1
        return replace(self, last=at, acts=tuple(acts.items()))


@dataclass(frozen=True, slots=True)
class Seen:
    """What a console showed when somebody pressed: slide, step, screen, and the shown question's vote.

    ``vote`` counts rounds from 1, 0 where nothing was asked; ``voting`` is the newest round's state. ``time``
    tells what runs or waits: a question, a break, the activity's timer.
    """

    slide: int
    step: int
    screen: Screen = "live"
    vote: int = 0
    voting: str = ""
    time: str = ""


def tidy_co_code(typed: str) -> str:
    """A code as people type it, with whatever between its letters, as it is kept."""
    return "".join(letter for letter in typed.upper() if letter in CODE_LETTERS)


def spaced_co_code(code: str) -> str:
    """A code as it is shown: ``K7QM2-R9TPX``."""
    half = CODE_LENGTH // 2
    return f"{code[:half]}-{code[half:]}" if code else ""


def is_co_code(text: str) -> bool:
    """Whether a text can be a co-facilitator's code."""
    return len(text) == CODE_LENGTH and all(letter in CODE_LETTERS for letter in text)
