"""Questions, what one person may answer, and what a room's answers add up to."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["single", "multiple", "truefalse", "rating", "order", "words"]
"""What kind of answer an item asks for.

``single`` and ``truefalse``: one choice. ``multiple``: any number of choices. ``rating``: one of five steps,
which are the five choices, the lowest first. ``order``: all choices in a sequence. ``words``: a short text,
no choices.
"""

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
    A ``sealed`` question keeps its answer back: it has no key and no answer page.
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
    sealed: bool = False

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
class Answer:
    """What one person answered: choices (0-based), or words; neither is “I’d rather not say”.

    An order item's answer holds every choice, the first place first; elsewhere choices stand in order.
    """

    choices: tuple[int, ...] = ()
    words: str = ""

    @property
    def declined(self) -> bool:
        """Whether the person would rather not say, which is an answer too."""
        return not self.choices and not self.words


RATHER_NOT = Answer()
"""“I’d rather not say”, always a valid answer."""


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

    @property
    def mean(self) -> float:
        """The mean of a rating, 1 to 5; 0 where nobody answered."""
        total = sum(self.counts)
        points = sum(step * count for step, count in enumerate(self.counts, start=1))
        return points / total if total else 0.0
