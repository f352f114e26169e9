"""Questions, the rounds in which a room answers them, and what the answers add up to."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

Kind = Literal["single", "multiple", "truefalse", "rating", "order", "words"]
Phase = Literal["pre", "check", "post"]

LETTERS = "ABCDEFGH"

RATINGS = "12345"
"""The steps of a rating, from least to most."""

OPINIONS: frozenset[Kind] = frozenset({"rating", "words"})
"""Kinds of item without a right answer: they ask what people think, and are never marked."""


def signs(kind: Kind) -> str:
    """What an item's choices are called by: the digits of a rating, else letters."""
    return RATINGS if kind == "rating" else LETTERS


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer a person may give; ``right`` marks the key."""

    text: str
    right: bool
    feedback: str
    line: int


@dataclass(frozen=True, slots=True)
class Question:
    """An item: its choices, the explanation shown with the answer, and where it belongs.

    ``point`` is 1 to 5 for the article's points, 0 elsewhere; ``phase`` is ``check`` for the five
    checkpoints, ``pre`` and ``post`` for the ungraded first and the parallel last items.
    A rating has five choices, of which some may have no words; ``words`` has none. The choices of an
    ``order`` stand as the room sees them; ``sequence`` names them (0-based) in the right order.
    """

    kind: Kind
    phase: Phase
    point: int
    choices: tuple[Choice, ...]
    explanation: str
    line: int
    objective: str = ""
    shuffle: bool = False
    sequence: tuple[int, ...] = ()

    @property
    def marked(self) -> bool:
        """Whether there is a right answer."""
        return self.kind not in OPINIONS

    @property
    def right_letters(self) -> str:
        """The letters of the right choices, in order: ``"B"`` or ``"AC"``; of an order, all: ``"CAB"``."""
        if self.sequence:
            return "".join(LETTERS[index] for index in self.sequence)
        return "".join(
            letter for letter, choice in zip(LETTERS, self.choices, strict=False) if choice.right
        )


@dataclass(frozen=True, slots=True)
class HandCount:
    """A count that was changed: which choice, and what it was before."""

    choice: int
    before: int


@dataclass(frozen=True, slots=True)
class Round:
    """One vote: a count of raised hands per choice, open until it is closed."""

    counts: tuple[int, ...]
    opened: datetime
    closed: datetime | None = None
    state: Literal["open", "closed", "revealed"] = "open"
    history: tuple[HandCount, ...] = field(default=())

    @property
    def total(self) -> int:
        """Everybody who answered."""
        return sum(self.counts)

    def count(self, choice: int, hands: int) -> "Round":
        """The round after ``hands`` were seen for ``choice``."""
        step = HandCount(choice, self.counts[choice])
        return replace(self, counts=_put(self.counts, choice, hands), history=(*self.history, step))

    def undo(self) -> "Round":
        """The round before its last count."""
        last = self.history[-1]
        return replace(
            self, counts=_put(self.counts, last.choice, last.before), history=self.history[:-1]
        )


@dataclass(frozen=True, slots=True)
class Tally:
    """What a round adds up to over phones, paper and hands, as the answer page and the exports show it.

    ``counts`` says for each choice how many took it; of an order item, how many put it in its right place.
    ``first`` holds the first vote's counts when there was a re-vote, else it is empty. ``people`` is how many
    chose anything and ``right_people`` how many were wholly right; -1 where the counts say it, which is where
    everybody takes one choice. ``declined`` would rather not say. ``words`` are the words let through, with
    how many people wrote each, the most frequent first.
    """

    counts: tuple[int, ...]
    right: tuple[bool, ...]
    first: tuple[int, ...] = ()
    people: int = -1
    right_people: int = -1
    declined: int = 0
    words: tuple[tuple[str, int], ...] = ()

    @property
    def total(self) -> int:
        """Everybody who answered with a choice or a word: what shares are shares of."""
        return sum(self.counts) if self.people < 0 else self.people

    @property
    def share_right(self) -> float:
        """The share of answers that were right, 0 to 1; 0 where nobody answered."""
        right = self.right_people
        if right < 0:
            right = sum(n for n, is_right in zip(self.counts, self.right, strict=True) if is_right)
        return right / self.total if self.total else 0.0


def _put(counts: tuple[int, ...], index: int, value: int) -> tuple[int, ...]:
    return (*counts[:index], value, *counts[index + 1 :])
