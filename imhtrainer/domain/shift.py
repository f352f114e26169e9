"""What a discussion moved: how many people went from one choice to another between two votes."""

from collections import Counter
from dataclasses import dataclass

from imhtrainer.domain.ledger import Ballot, Round

ONE_CHOICE = ("single", "truefalse", "rating")
"""Kinds of items in which a person is at one choice, and so can go to another."""


@dataclass(frozen=True, slots=True)
class Move:
    """So many people went from one choice (0-based) to another."""

    start: int
    end: int
    people: int


@dataclass(frozen=True, slots=True)
class Shift:
    """All moves, the largest first, equal ones in the order of the choices; how many went to and from a right one.

    ``among`` is of how many people both answers are known, where others raised hands; 0 where all are told.
    """

    moves: tuple[Move, ...]
    to_right: int
    to_wrong: int
    among: int = 0


def shift(first: Round, last: Round, right: tuple[bool, ...]) -> Shift | None:
    """Who moved from the first vote to the last; None where that is not known.

    Phones and sheets tell who is who, so their moves are known one by one. Hands do not: of a room where only
    hands were counted the sums must tell, and they do only where one choice lost what one other won.
    """
    if first.kind not in ONE_CHOICE:
        return None
    by_hand = any(first.hands) or any(last.hands)
    pairs = _pairs(first, last)
    moves = _of_sums(first, last) if by_hand and not pairs else _of_pairs(pairs)
    if not moves:
        return None
    to_right = sum(m.people for m in moves if right[m.end] and not right[m.start])
    to_wrong = sum(m.people for m in moves if right[m.start] and not right[m.end])
    return Shift(moves, to_right, to_wrong, len(pairs) if by_hand else 0)


def _pairs(first: Round, last: Round) -> list[tuple[int, int]]:
    """The choices, before and after, of everybody whose both answers are known."""
    return [*_known(first.phones, last.phones), *_known(first.sheets, last.sheets)]


def _of_pairs(pairs: list[tuple[int, int]]) -> tuple[Move, ...]:
    counted = Counter(pair for pair in pairs if pair[0] != pair[1])
    moves = (Move(start, end, people) for (start, end), people in counted.items())
    return tuple(sorted(moves, key=lambda move: (-move.people, move.start, move.end)))


def _known(before: tuple[Ballot, ...], after: tuple[Ballot, ...]) -> list[tuple[int, int]]:
    known = {ballot.voter: ballot.answer.choices for ballot in before}
    pairs = ((known.get(ballot.voter, ()), ballot.answer.choices) for ballot in after)
    return [(old[0], new[0]) for old, new in pairs if old and new]


def _of_sums(first: Round, last: Round) -> tuple[Move, ...]:
    changes = [after - before for before, after in zip(first.counts, last.counts, strict=True)]
    lost = [index for index, change in enumerate(changes) if change < 0]
    won = [index for index, change in enumerate(changes) if change > 0]
    if len(lost) != 1 or len(won) != 1 or changes[lost[0]] + changes[won[0]] != 0:
        return ()
    return (Move(lost[0], won[0], changes[won[0]]),)
