"""The ledger of a round: who answered what by phone, on paper or by raised hand, and what it adds up to."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from imhtrainer.domain.letters import fold_word
from imhtrainer.domain.quiz import Answer, Kind

Source = Literal["phone", "paper", "hands"]
RoundStage = Literal["open", "closed", "revealed"]


@dataclass(frozen=True, slots=True)
class Ballot:
    """One answer that has a name to be counted once by: a seat's code or a sheet's number.

    ``tap`` orders the taps of one seat; ``keys`` are the keys of the posts that carried the newest tap, so that
    one that is sent again is known.
    """

    voter: str
    answer: Answer
    at: datetime
    tap: int = 0
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HandCount:
    """A count that was changed: which choice, and what it was before."""

    choice: int
    before: int


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """A sheet that was entered: its number, and what stood there before, None where nothing did."""

    sheet: str
    before: Ballot | None


@dataclass(frozen=True, slots=True)
class Round:
    """One vote, open until it is closed: phones one ballot a seat, paper one a sheet, hands a count a choice.

    ``history`` is what may be taken back, the last step last; phones take nothing back, they answer anew.
    ``void`` is the reason why the vote does not count, empty where it does. ``passed`` are the words let
    through, folded. ``sequence`` is the right order of an order item.
    """

    hands: tuple[int, ...]
    opened: datetime
    closed: datetime | None = None
    state: RoundStage = "open"
    history: tuple[HandCount | SheetEntry, ...] = ()
    phones: tuple[Ballot, ...] = ()
    sheets: tuple[Ballot, ...] = ()
    void: str = ""
    kind: Kind = "single"
    sequence: tuple[int, ...] = ()
    passed: tuple[str, ...] = ()

    @property
    def counts(self) -> tuple[int, ...]:
        """How many took each choice, over all sources; of an order item, put it in its right place."""
        each = (self.counts_by(source) for source in ("phone", "paper", "hands"))
        return tuple(sum(three) for three in zip(*each, strict=True))

    def counts_by(self, source: Source) -> tuple[int, ...]:
        """How many took each choice by phone, on paper or by hand."""
        if source == "hands":
            return self.hands
        taken = Counter(c for ballot in self._ballots(source) for c in self._taken(ballot.answer))
        return tuple(taken[choice] for choice in range(len(self.hands)))

    def people_by(self, source: Source) -> int:
        """How many people answered this way, also by rather not saying.

        Hands of an item with several answers do not say how many people raised them: the highest count does.
        """
        if source == "hands":
            return max(self.hands, default=0) if self.kind == "multiple" else sum(self.hands)
        return len(self._ballots(source))

    @property
    def declined(self) -> int:
        """How many would rather not say."""
        return sum(ballot.answer.declined for ballot in self.ballots)

    @property
    def answered(self) -> int:
        """Everybody who answered, also by rather not saying."""
        return self.people_by("phone") + self.people_by("paper") + self.people_by("hands")

    @property
    def total(self) -> int:
        """Everybody who answered with a choice or a word: what shares are shares of."""
        return self.answered - self.declined

    @property
    def ballots(self) -> tuple[Ballot, ...]:
        """All answers that have a voter: phones first, then paper."""
        return (*self.phones, *self.sheets)

    def ballot(self, source: Source, voter: str) -> Ballot | None:
        """What a seat or a sheet answered."""
        return next((b for b in self._ballots(source) if b.voter == voter), None)

    def words(self) -> tuple[tuple[str, str, int, bool], ...]:
        """Every word people wrote: folded, as first written, by how many, and whether it was let through."""
        written: dict[str, list[str]] = {}
        for ballot in self.ballots:
            for word in dict.fromkeys(split_words(ballot.answer.words)):
                written.setdefault(fold_word(word), []).append(word)
        found = ((key, texts[0], len(texts), key in self.passed) for key, texts in written.items())
        return tuple(sorted(found, key=lambda word: -word[2]))

    def right_people(self, right: tuple[bool, ...]) -> int:
        """How many were wholly right; hands count where one hand is one person."""
        key = frozenset(index for index, is_right in enumerate(right) if is_right)
        by_name = sum(self.is_right(ballot.answer, key) for ballot in self.ballots)
        if self.kind == "multiple":
            return by_name + min((self.hands[index] for index in key), default=0)
        return by_name + sum(self.hands[index] for index in key)

    def is_right(self, answer: Answer, key: frozenset[int]) -> bool:
        """Whether an answer is wholly right."""
        if self.kind == "order":
            return bool(self.sequence) and answer.choices == self.sequence
        return bool(key) and frozenset(answer.choices) == key

    def count(self, choice: int, hands: int, began: int | None = None) -> "Round":
        """The round after ``hands`` were seen for ``choice``.

        Of a number that is typed, ``began`` is the count before its first digit: its later digits belong to
        the step of the first, and no step is left where it ends as it began.
        """
        before, history = self.hands[choice], self.history
        if began is not None and history[-1:] == (HandCount(choice, began),):
            before, history = began, history[:-1]
        if hands != before:
            history = (*history, HandCount(choice, before))
        return replace(self, hands=_put(self.hands, choice, hands), history=history)

    def enter(self, ballot: Ballot | None, sheet: str) -> "Round":
        """The round after a sheet was entered, or taken out with None."""
        before = self.ballot("paper", sheet)
        step = SheetEntry(sheet, before)
        return replace(
            self, sheets=_file(self.sheets, sheet, ballot), history=(*self.history, step)
        )

    def answer(self, ballot: Ballot) -> "Round":
        """The round after a seat answered, for the first time or anew."""
        return replace(self, phones=_file(self.phones, ballot.voter, ballot))

    def undo(self) -> "Round":
        """The round before its last count or sheet."""
        shorter = replace(self, history=self.history[:-1])
        match self.history[-1]:
            case HandCount(choice, before):
                return replace(shorter, hands=_put(self.hands, choice, before))
            case SheetEntry(sheet, kept):
                return replace(shorter, sheets=_file(self.sheets, sheet, kept))

    def merge(self, seat: str, into: str) -> "Round":
        """The round after two seats turned out to be one person: the newer seat's own answer stands."""
        old = self.ballot("phone", seat)
        if old is None:
            return self
        rest = _file(self.phones, seat, None)
        if self.ballot("phone", into) is None:
            rest = _file(rest, into, replace(old, voter=into))
        return replace(self, phones=rest)

    def _ballots(self, source: Source) -> tuple[Ballot, ...]:
        return self.phones if source == "phone" else self.sheets

    def _taken(self, answer: Answer) -> Iterable[int]:
        if self.kind != "order":
            return answer.choices
        pairs = zip(answer.choices, self.sequence, strict=False)
        return (given for given, wanted in pairs if given == wanted)


MOST_WORDS = 3
"""Words one person may give to a words item, with commas between them."""


def split_words(text: str) -> Iterator[str]:
    """The words of an answer to a words item: at most three, commas between them."""
    parts = (part.strip() for part in text.replace(";", ",").split(","))
    yield from [part for part in parts if part][:MOST_WORDS]


def _put(counts: tuple[int, ...], index: int, value: int) -> tuple[int, ...]:
    return (*counts[:index], value, *counts[index + 1 :])


def _file(ballots: tuple[Ballot, ...], voter: str, ballot: Ballot | None) -> tuple[Ballot, ...]:
    """The ballots with this voter's exchanged, added or taken out."""
    place = next((i for i, known in enumerate(ballots) if known.voter == voter), len(ballots))
    new = () if ballot is None else (ballot,)
    return (*ballots[:place], *new, *ballots[place + 1 :])
