"""People are asked in the deck's language, the same things in the same order as the facilitator reads them."""

from dataclasses import replace

import pytest

from imhtrainer.decks.parser import read_deck
from imhtrainer.domain.evaluation import QUESTIONS, evaluation_items
from imhtrainer.domain.plan import make_plan
from imhtrainer.layout.evaluation_words import items_to_rate, questions_to_answer
from imhtrainer.resources import slides_path

PLAN = make_plan(read_deck(slides_path() / "it-starts-on-day-1"))


def test_in_english_both_read_the_same() -> None:
    assert items_to_rate(PLAN) == evaluation_items(PLAN)
    assert questions_to_answer(PLAN) == QUESTIONS


@pytest.mark.parametrize(
    ("lang", "first", "last"),
    [
        ("es-US", "Ahora puedo: define", "¿Qué debería ser distinto la próxima vez?"),
        ("ht", "Kounye a mwen kapab: define", "Kisa ki ta dwe diferan pwochèn fwa?"),
        ("ar", "أستطيع الآن: define", "ما الذي ينبغي أن يكون مختلفًا في المرة القادمة؟"),
    ],
)
def test_in_another_language_nothing_is_left_in_english(lang: str, first: str, last: str) -> None:
    plan = replace(PLAN, lang=lang)
    items, questions = items_to_rate(plan), questions_to_answer(plan)
    assert len(items) == len(evaluation_items(PLAN))
    assert items[0].startswith(first)
    assert questions[-1] == last
    assert not set(items[-5:]) & set(evaluation_items(PLAN))
