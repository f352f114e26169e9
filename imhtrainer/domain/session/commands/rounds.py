"""Commands about the shown question, and those that phones and paper give for any open one."""

from dataclasses import dataclass
from datetime import datetime

from imhtrainer.domain.quiz import Answer, Phase


@dataclass(frozen=True, slots=True)
class OpenRound:
    """Let the room answer the shown question: the first vote, or another after discussion."""

    at: datetime


@dataclass(frozen=True, slots=True)
class CountHands:
    """``hands`` were raised for a choice (0-based) of the open round.

    ``began`` is the count before the first digit of a number that is typed, None for a count of its own.
    """

    at: datetime
    choice: int
    hands: int
    began: int | None = None


@dataclass(frozen=True, slots=True)
class UndoCount:
    """Take back the last count of hands, or the last sheet entered, of the open round."""

    at: datetime


@dataclass(frozen=True, slots=True)
class CloseRound:
    """Nobody may answer any more."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Reveal:
    """Show the right answer and the room's bars."""

    at: datetime


@dataclass(frozen=True, slots=True)
class AnswerByPhone:
    """A seat answers round ``vote`` (1-based) of the question on ``slide``.

    The same ``key`` again changes nothing, and neither does a ``tap`` lower than the one recorded: it was
    overtaken on the way.
    """

    at: datetime
    seat: str
    slide: str
    vote: int
    answer: Answer
    tap: int
    key: str


@dataclass(frozen=True, slots=True)
class EnterSheet:
    """Type in what a numbered answer sheet says; None takes the sheet out again.

    ``slide`` is the question's, empty for the shown one.
    """

    at: datetime
    sheet: int
    answer: Answer | None
    slide: str = ""


@dataclass(frozen=True, slots=True)
class VoidRound:
    """Have the newest round not count, with a reason; unless the answer was shown, a fresh one is opened.

    ``slide`` is the question's, empty for the shown one.
    """

    at: datetime
    reason: str
    slide: str = ""


@dataclass(frozen=True, slots=True)
class PassWord:
    """Let a word that people wrote through to the room, or take it away again."""

    at: datetime
    slide: str
    word: str
    passed: bool = True


@dataclass(frozen=True, slots=True)
class OpenSitting:
    """Let everybody answer all items of a phase at their own pace."""

    at: datetime
    phase: Phase


@dataclass(frozen=True, slots=True)
class CloseSitting:
    """End the sitting."""

    at: datetime
