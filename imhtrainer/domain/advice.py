"""What a vote's result asks for, by the share of right answers.

The thresholds are those of peer instruction (Crouch & Mazur 2001): with 30 to 70 per cent right, talking
in pairs moves most people; above, little is left to win; below, too few can explain it to a neighbour.
"""

from dataclasses import dataclass
from typing import Literal

from imhtrainer.domain.ledger import Round
from imhtrainer.domain.quiz import LETTERS, OPINIONS

REVEAL_FROM = 0.70
"""From this share of right answers on: show the answer."""

TALK_FROM = 0.30
"""From this share on, below ``REVEAL_FROM``: let pairs talk, then vote again. Below: explain first."""

Move = Literal["reveal", "talk", "explain"]


@dataclass(frozen=True, slots=True)
class RoundAdvice:
    """What to do next, the share of right answers, and the wrong choice most people took, if any."""

    move: Move
    share: float
    others: str


def best_move(share: float) -> Move:
    """What a share of right answers, 0 to 1, asks for."""
    if share >= REVEAL_FROM:
        return "reveal"
    return "talk" if share >= TALK_FROM else "explain"


def vote_advice(vote: Round, right: tuple[bool, ...]) -> RoundAdvice | None:
    """Advice on a round over all its sources; None while nobody has answered or nothing is right.

    Where one person may take several choices, or puts them in order, a person counts as right who was wholly so.
    """
    if vote.kind in OPINIONS:
        return None
    if vote.kind in ("single", "truefalse"):
        return round_advice(vote.counts, right)
    if not vote.total:
        return None
    share = vote.right_people(right) / vote.total
    return RoundAdvice(best_move(share), share, "")


def round_advice(counts: tuple[int, ...], right: tuple[bool, ...]) -> RoundAdvice | None:
    """Advice on a vote; None while nobody has answered."""
    total = sum(counts)
    if total == 0:
        return None
    share = sum(n for n, is_right in zip(counts, right, strict=True) if is_right) / total
    return RoundAdvice(best_move(share), share, _most_taken_wrong(counts, right))


def _most_taken_wrong(counts: tuple[int, ...], right: tuple[bool, ...]) -> str:
    """The letter of the wrong choice that leads the others; empty on a tie or where nobody was wrong."""
    wrong = {i: n for i, (n, ok) in enumerate(zip(counts, right, strict=True)) if n and not ok}
    most = max(wrong.values(), default=0)
    leaders = [index for index, n in wrong.items() if n == most]
    return LETTERS[leaders[0]] if len(leaders) == 1 else ""
