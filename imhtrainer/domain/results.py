"""What came of every question, for records and for the next time; no names."""

from dataclasses import dataclass
from typing import cast, get_args

from imhtrainer.domain.ledger import Round, Source
from imhtrainer.domain.plan import PlanQuestion, PlanSlide
from imhtrainer.domain.quiz import Phase, Tally
from imhtrainer.domain.session.state import SessionState, make_tally
from imhtrainer.domain.shift import Shift, shift
from imhtrainer.domain.statistics import ItemFigures, item_figures

SOURCES: tuple[Source, ...] = get_args(Source)
"""The ways to answer, in the order in which they are told."""


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """One question: all its rounds, and of those the ``votes`` that were closed and count.

    ``number`` of ``of`` places it among its like, 0 for what people think. ``tally`` is the last vote's, None where
    nobody was asked. ``first_share`` is the share right in the first of several votes, 0 to 1, and ``moved`` what
    the talk between them moved; None where there was one vote or nothing is right. ``item`` are the item's figures.
    """

    slide: PlanSlide
    question: PlanQuestion
    number: int
    of: int
    skipped: bool
    held: bool
    rounds: tuple[Round, ...]
    votes: tuple[Round, ...]
    tally: Tally | None
    first_share: float | None
    moved: Shift | None
    item: ItemFigures | None

    @property
    def share(self) -> float | None:
        """The share right in the last vote, 0 to 1; None where nobody chose or nothing is right."""
        asked = self.tally is not None and self.tally.total and self.question.marked
        return self.tally.share_right if self.tally is not None and asked else None

    @property
    def voids(self) -> tuple[str, ...]:
        """Why votes do not count, each with the facilitator's reason."""
        return tuple(r.void for r in self.rounds if r.void)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The ways in which people answered the last vote."""
        return tuple(s for s in SOURCES if self.votes and self.votes[-1].people_by(s))


def question_results(state: SessionState) -> tuple[QuestionResult, ...]:
    """Every question of the plan, in the deck's order."""
    phases = cast(tuple[Phase, ...], get_args(Phase))
    items = {item.slide: item for phase in phases for item in item_figures(state, phase)}
    slides = (state.plan.slides[index] for index in state.plan.questions)
    return tuple(
        _result(state, slide, slide.question, items.get(slide.id))
        for slide in slides
        if slide.question is not None
    )


def _result(
    state: SessionState, slide: PlanSlide, asked: PlanQuestion, item: ItemFigures | None
) -> QuestionResult:
    held = state.question(slide.id)
    votes = tuple(r for r in held.valid if r.closed is not None) if held is not None else ()
    again = len(votes) > 1
    number, of = state.plan.place(slide.id)
    return QuestionResult(
        slide=slide,
        question=asked,
        number=number,
        of=of,
        skipped=held is not None and held.skipped,
        held=held is not None and held.held is not None,
        rounds=held.rounds if held is not None else (),
        votes=votes,
        tally=state.tally(slide.id),
        first_share=make_tally(votes[0], asked).share_right if again and asked.marked else None,
        moved=shift(votes[0], votes[-1], asked.right) if again else None,
        item=item,
    )
