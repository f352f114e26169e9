"""The evaluation: what people are asked at the end, what they wrote on paper, and what it adds up to.

The words here are the facilitator's; people read them in the deck's language (``layout.evaluation_words``).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from imhtrainer.domain.plan import Plan

STEPS = 5
"""Ratings go from 1, not at all, to 5, fully."""

_ABOUT_ALL = (
    "The facilitator knew the subject",
    "The facilitator explained it well and answered what was asked",
    "Room, slides and materials helped me learn",
    "I can use what I learned with the babies and families I know",
    "I would recommend this training",
)

QUESTIONS = (
    "What will you do differently?",
    "What was most helpful?",
    "What should be different next time?",
)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """One form, without a name; ``sheet`` is the number written on a paper one, 0 for one from a phone.

    ``ratings`` are 1 to 5 in the order of the items, 0 where nothing was marked; ``comments`` answer QUESTIONS.
    ``mark`` is the SHA-256 of a key that only the phone has, by which it may change its form; empty on paper.
    """

    sheet: int
    ratings: tuple[int, ...]
    comments: tuple[str, ...] = ()
    mark: str = ""


@dataclass(frozen=True, slots=True)
class ItemSummary:
    """How an item was rated: ``counts`` from 1 to 5, and the mean of those who marked it (0 for nobody)."""

    text: str
    counts: tuple[int, ...]

    @property
    def marked(self) -> int:
        """How many people marked it."""
        return sum(self.counts)

    @property
    def mean(self) -> float:
        """The mean rating, 1 to 5; 0 where nobody marked it."""
        total = sum(step * people for step, people in enumerate(self.counts, start=1))
        return total / self.marked if self.marked else 0.0


def evaluation_items(plan: Plan) -> tuple[str, ...]:
    """What is rated: each of the training's objectives, then facilitator, room and use."""
    return (*(f"I can now: {objective_within(goal)}" for goal in plan.objectives), *_ABOUT_ALL)


def summarise_evaluations(
    items: Sequence[str], forms: Sequence[Evaluation]
) -> tuple[ItemSummary, ...]:
    """Every item with its counts over all forms."""
    marks = [
        [form.ratings[i] for form in forms if i < len(form.ratings)] for i in range(len(items))
    ]
    return tuple(
        ItemSummary(text, tuple(column.count(step) for step in range(1, STEPS + 1)))
        for text, column in zip(items, marks, strict=True)
    )


def comments_on(question: int, forms: Sequence[Evaluation]) -> tuple[str, ...]:
    """What was written about a question, in the order of the forms."""
    found = (form.comments[question] for form in forms if question < len(form.comments))
    return tuple(text for text in found if text)


def objective_within(text: str) -> str:
    """An objective in the middle of a sentence; a first word in capitals stays."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
