"""Commands about the shown question."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class OpenRound:
    """Let the room answer the shown question: the first vote, or another after discussion."""

    at: datetime


@dataclass(frozen=True, slots=True)
class CountHands:
    """``hands`` were raised for a choice (0-based) of the open round."""

    at: datetime
    choice: int
    hands: int


@dataclass(frozen=True, slots=True)
class UndoCount:
    """Take back the last count of the open round."""

    at: datetime


@dataclass(frozen=True, slots=True)
class CloseRound:
    """Nobody may answer any more."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Reveal:
    """Show the right answer and the room's bars."""

    at: datetime
