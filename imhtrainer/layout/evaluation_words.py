"""What the evaluation asks, in the deck's language: the same things in the same order as ``domain.evaluation``."""

from imhtrainer.domain.evaluation import objective_within
from imhtrainer.domain.plan import Plan
from imhtrainer.layout.house_words import house_words

_ABOUT_ALL = ("rate_knew", "rate_explained", "rate_room", "rate_use", "rate_recommend")
_QUESTIONS = ("ask_differently", "ask_helpful", "ask_next_time")


def items_to_rate(plan: Plan) -> tuple[str, ...]:
    """What a person rates: each of the training's objectives, then facilitator, room and use."""
    say = house_words(plan.lang).say
    goals = (say("rate_goal", goal=objective_within(goal)) for goal in plan.objectives)
    return (*goals, *map(say, _ABOUT_ALL))


def questions_to_answer(plan: Plan) -> tuple[str, ...]:
    """What a person is asked to write about."""
    return tuple(map(house_words(plan.lang).say, _QUESTIONS))
