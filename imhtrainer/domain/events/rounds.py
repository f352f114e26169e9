"""A checkpoint’s rounds: opened, answered, closed, revealed."""

from dataclasses import dataclass
from datetime import datetime

from imhtrainer.domain.quiz import Answer, Phase


@dataclass(frozen=True, slots=True)
class RoundOpened:
    """The room may answer the question on this slide."""

    at: datetime
    slide: str


@dataclass(frozen=True, slots=True)
class HandsCounted:
    """``hands`` were raised for a choice (0-based).

    ``began`` is the count before the first digit of a number that was typed, None for a count of its own: all
    digits of one number are one step to take back.
    """

    at: datetime
    slide: str
    choice: int
    hands: int
    began: int | None = None


@dataclass(frozen=True, slots=True)
class CountUndone:
    """The last count of hands, or the last sheet entered, of the open round was taken back."""

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


@dataclass(frozen=True, slots=True)
class PhoneAnswered:
    """A seat answered round ``vote`` (1-based) of the question on a slide, for the first time or anew.

    ``tap`` orders the answers of one seat; ``key`` is the post's own, so that one sent twice is known.
    """

    at: datetime
    slide: str
    vote: int
    seat: str
    answer: Answer
    tap: int = 0
    key: str = ""


@dataclass(frozen=True, slots=True)
class SheetEntered:
    """An answer sheet was typed in for a round; None where the sheet was taken out again."""

    at: datetime
    slide: str
    vote: int
    sheet: str
    answer: Answer | None


@dataclass(frozen=True, slots=True)
class RoundVoided:
    """A round does not count, and why; its answers stay in the record."""

    at: datetime
    slide: str
    vote: int
    reason: str


@dataclass(frozen=True, slots=True)
class WordPassed:
    """The facilitator let a word (folded) of a words item through to the room, or took it away again."""

    at: datetime
    slide: str
    word: str
    passed: bool


@dataclass(frozen=True, slots=True)
class SittingOpened:
    """All items of a phase may be answered together, at each person's own pace."""

    at: datetime
    phase: Phase


@dataclass(frozen=True, slots=True)
class SittingClosed:
    """The sitting is over; its items' rounds were closed one by one just before."""

    at: datetime
    phase: Phase
