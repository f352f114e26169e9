"""The page of a break."""

from itertools import pairwise
from pathlib import Path

import pytest

from imhtrainer.decks.parser import parse
from imhtrainer.domain.deck import Deck
from imhtrainer.layout.compose import compose_break
from imhtrainer.layout.context import BreakFacts, Context
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.page import Page, TextBox
from tests.layout.compose.conftest import FRONT

DECK = (
    FRONT
    + """
# One {minutes=5}

## Hello

Words.

# Coffee {break minutes=10}

## Coffee and fresh air

Out there.
"""
)


@pytest.fixture
def deck() -> Deck:
    made, problems = parse(DECK, Path(), "deck.md")
    assert made is not None
    assert [problem.message for problem in problems] == []
    return made


def words(page: Page, name: str) -> str:
    box = next(box for box in page.boxes if isinstance(box, TextBox) and box.name == name)
    return " ".join(paragraph.text for paragraph in box.paragraphs)


def test_a_break_says_how_long_it_is_and_when_we_go_on(deck: Deck, kit: Kit) -> None:
    page = compose_break(deck, 0, BreakFacts(10, 480, "10:45 AM"), Context(), kit)
    assert words(page, "label") == "Break, 10 minutes"
    assert words(page, "title") == "A short break"
    assert words(page, "back") == "We go on at 10:45 AM"
    assert words(page, "timer-digits") == "8:00"
    assert page.title == "Break, 10 minutes. We go on at 10:45 AM."


def test_a_break_of_the_plan_has_its_slides_name(deck: Deck, kit: Kit) -> None:
    page = compose_break(deck, 1, BreakFacts(10, 480, "10:45 AM"), Context(), kit)
    assert words(page, "title") == "Coffee and fresh air"


def test_when_it_is_over_the_ring_calls_back(deck: Deck, kit: Kit) -> None:
    page = compose_break(deck, 0, BreakFacts(10, -30, "10:45 AM"), Context(), kit)
    assert words(page, "timer-words") == "time to come back"
    assert words(page, "timer-digits") == "0:00"


def test_nothing_of_it_stands_on_anything_else(deck: Deck, kit: Kit) -> None:
    page = compose_break(deck, 1, BreakFacts(90, 5400, "10:45 AM"), Context(), kit)
    lines = [
        b for b in page.boxes if isinstance(b, TextBox) and b.name in ("label", "title", "back")
    ]
    ends = [(box.y, box.y + box.h) for box in lines]
    assert all(a[1] <= b[0] + 1 for a, b in pairwise(ends))
