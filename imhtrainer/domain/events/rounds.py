"""A checkpoint’s rounds: opened, answered, closed, revealed."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class RoundOpened:
    """The room may answer the question on this slide."""

    at: datetime
    slide: str


@dataclass(frozen=True, slots=True)
class HandsCounted:
    """``hands`` were raised for a choice (0-based)."""

    at: datetime
    slide: str
    choice: int
    hands: int


@dataclass(frozen=True, slots=True)
class CountUndone:
    """The last count of the open round was taken back."""

    at: datetime
    slide: str


@dataclass(frozen=True, slots=True)
class RoundClosed:
    """Nobody may answer any more."""

    at: datetime
    slide: str


@dataclass(frozen=True, slots=True)
class AnswerRevealed:
    """The room was shown the right answer."""

    at: datetime
    slide: str


@dataclass(frozen=True, slots=True)
class QuestionSkipped:
    """The facilitator moved on without an answer from the room."""

    at: datetime
    slide: str
