"""What answers say about questions and about learning; no names, and nothing where too few answered.

Facility and discrimination are those of classical test theory (Crocker & Algina, Introduction to Classical and
Modern Test Theory, 1986, ch. 14). Learning gain is Hake's (American Journal of Physics 66, 1998, p. 64): the share
learned of what the room could still learn. With a room of 20 all of them are rough; they are no grades.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from imhtrainer.domain.ledger import Round
from imhtrainer.domain.plan import PlanQuestion
from imhtrainer.domain.quiz import Phase
from imhtrainer.domain.session.state import QuestionState, SessionState, make_tally

LEAST_PEOPLE = 5
"""Fewer answers than this say nothing about a question, and too much about a person."""

Scores = Mapping[str, Mapping[str, bool]]
"""For each voter (a seat or a sheet) and each item's slide: whether the answer was right."""


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """One marked item: how many answered, the share right, and how well it tells; None where too few answered.

    ``facility`` is 0 (nobody) to 1 (everybody). ``discrimination`` is the correlation, -1 to 1, of being right here
    with being right on the other items of its phase; 0.2 and more is good, below 0 the key may be wrong.
    """

    slide: str
    answered: int
    facility: float | None
    discrimination: float | None


@dataclass(frozen=True, slots=True)
class Gain:
    """Shares right before and after, 0 to 1, and the normalized gain; None where nothing was left to learn."""

    before: float
    after: float
    normalized: float | None


def item_figures(state: SessionState, phase: Phase) -> tuple[ItemFigures, ...]:
    """The figures of a phase's marked items, in order; of several votes the first is taken, before any talk."""
    scores = _scores(state, phase)
    found = []
    for slide in state.plan.items(phase):
        question = state.question(slide.id)
        if question is None or slide.question is None or not slide.question.marked:
            continue
        vote = first_vote(question)
        enough = vote is not None and vote.total >= LEAST_PEOPLE
        share = make_tally(vote, slide.question).share_right if vote and enough else None
        tells = discrimination(scores, slide.id) if enough else None
        found.append(ItemFigures(slide.id, vote.total if vote else 0, share, tells))
    return tuple(found)


def learning_gain(state: SessionState) -> Gain | None:
    """From the first items to the last ones, over the whole room; None where either was not answered."""
    before, after = phase_share(state, "pre"), phase_share(state, "post")
    if before is None or after is None:
        return None
    return Gain(before, after, normalized_gain(before, after))


def normalized_gain(before: float, after: float) -> float | None:
    """(after - before) / (1 - before): 1 is all that could be learned, below 0 something was lost."""
    return None if before >= 1 else (after - before) / (1 - before)


def phase_share(state: SessionState, phase: Phase) -> float | None:
    """The mean share right over a phase's marked items that enough people answered."""
    shares = [item.facility for item in item_figures(state, phase) if item.facility is not None]
    return math.fsum(shares) / len(shares) if shares else None


def discrimination(scores: Scores, slide: str) -> float | None:
    """The correlation of one item with the sum of the others (item-rest); None where either does not vary."""
    pairs = [
        (float(items[slide]), float(sum(right for other, right in items.items() if other != slide)))
        for items in scores.values()
        if slide in items and len(items) > 1
    ]
    return _correlation(pairs) if len(pairs) >= LEAST_PEOPLE else None


def first_vote(question: QuestionState) -> Round | None:
    """The first closed round that counts: what people thought before they talked."""
    return next((vote for vote in question.valid if vote.closed is not None), None)


def _scores(state: SessionState, phase: Phase) -> dict[str, dict[str, bool]]:
    scores: dict[str, dict[str, bool]] = {}
    for slide in state.plan.items(phase):
        question = state.question(slide.id)
        vote = first_vote(question) if question is not None else None
        if vote is None or slide.question is None or not slide.question.marked:
            continue
        for voter, right in _marks(vote, slide.question):
            scores.setdefault(voter, {})[slide.id] = right
    return scores


def _marks(vote: Round, asked: PlanQuestion) -> Iterable[tuple[str, bool]]:
    key = frozenset(index for index, right in enumerate(asked.right) if right)
    for ballot in vote.ballots:
        if not ballot.answer.declined:
            yield ballot.voter, vote.is_right(ballot.answer, key)


def _correlation(pairs: list[tuple[float, float]]) -> float | None:
    """Pearson's r, the same whoever answered first (exact sums); None where one side does not vary."""
    count = len(pairs)
    mean_x, mean_y = math.fsum(x for x, _ in pairs) / count, math.fsum(y for _, y in pairs) / count
    both = math.fsum((x - mean_x) * (y - mean_y) for x, y in pairs)
    of_x = math.fsum((x - mean_x) ** 2 for x, _ in pairs)
    of_y = math.fsum((y - mean_y) ** 2 for _, y in pairs)
    return both / math.sqrt(of_x * of_y) if of_x and of_y else None
