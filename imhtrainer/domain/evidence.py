"""What a person brought to a training beside being there: answers to the last check, and the evaluation.

Answers are a person's where they came from a seat that is linked to the roster; a numbered sheet and a raised
hand belong to nobody. An item that was not asked, or whose vote was made void, counts for nobody; one that the
person did not answer counts as not right.
"""

from dataclasses import dataclass

from imhtrainer.domain.ledger import Ballot, Round
from imhtrainer.domain.plan import PlanSlide
from imhtrainer.domain.session.state import SessionState


@dataclass(frozen=True, slots=True)
class Evidence:
    """The share of the last check that was right, None where nothing is recorded, and whether the form came."""

    post_test: float | None = None
    evaluation: bool = False


def evidence(state: SessionState, attendee: str) -> Evidence:
    """What is recorded of a person, as far as the session asks for it."""
    award = state.details.award
    share = post_test_share(state, attendee) if award.post_test > 0 else None
    return Evidence(share, state.has_handed_in(attendee))


def post_test_share(state: SessionState, attendee: str) -> float | None:
    """The share (0 to 1) of the last check's marked items a person got right; None with no answer of theirs."""
    seats = frozenset(seat.code for seat in state.seats if seat.attendee == attendee)
    held = [(slide, vote) for slide in state.plan.items("post") if (vote := _vote(state, slide))]
    answers = [(_last_of(vote, seats), vote, slide) for slide, vote in held]
    if not any(ballot for ballot, _vote, _slide in answers):
        return None
    right = sum(ballot is not None and _is_right(ballot, vote, s) for ballot, vote, s in answers)
    return right / len(answers)


def _vote(state: SessionState, slide: PlanSlide) -> Round | None:
    """The first closed round that counts, before the room talked; None for an item that is not marked."""
    question = state.question(slide.id)
    if question is None or slide.question is None or not slide.question.marked:
        return None
    return next((vote for vote in question.valid if vote.closed is not None), None)


def _last_of(vote: Round, seats: frozenset[str]) -> Ballot | None:
    own = [ballot for ballot in vote.phones if ballot.voter in seats]
    return max(own, key=lambda ballot: ballot.at, default=None)


def _is_right(ballot: Ballot, vote: Round, slide: PlanSlide) -> bool:
    marked = slide.question.right if slide.question is not None else ()
    return vote.is_right(ballot.answer, frozenset(n for n, right in enumerate(marked) if right))
