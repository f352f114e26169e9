"""Pages composed from deck text as a trainer writes it."""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

import pytest

from imhtrainer.decks.parser import parse, read_deck
from imhtrainer.domain.deck import Deck
from imhtrainer.layout.compose import compose_answer, compose_slide
from imhtrainer.layout.context import Context
from imhtrainer.layout.kit import Kit, load_kit
from imhtrainer.layout.page import Box, GroupBox, Page, TableBox, TextBox
from imhtrainer.resources import slides_path

FRONT = """---
trainer: 1
title: "A training"
subtitle: "It Starts on Day 1"
audience: "A workshop for parents and professionals"
lang: en-US
theme: dawn
minutes: 75
article: "After an article of 2020."
---

"""
POINTS_BEFORE = "# One {#one point=1 minutes=8}\n\n## One {#first}\n\nText.\n\n"
POINTS_AFTER = "\n# Three {#three point=3 minutes=8}\n\n## Three {#last}\n\nText.\n"

LINES_BEFORE = (FRONT + POINTS_BEFORE).count("\n") + 2
"""Lines of the deck above the first line of a slide given to ``page_of``."""


class PageOf(Protocol):
    """Composes one slide given as Markdown; it stands in the second of three points."""

    def __call__(self, markdown: str, context: Context = ..., answer: bool = ...) -> Page: ...


@pytest.fixture(scope="session")
def kit() -> Kit:
    return load_kit()


@pytest.fixture(scope="session")
def own_deck() -> Deck:
    return read_deck(slides_path() / "it-starts-on-day-1")


@pytest.fixture(scope="session")
def lines_before() -> int:
    return LINES_BEFORE


@pytest.fixture
def deck_of() -> Callable[[str], Deck]:
    """A deck of these sections and slides; its pictures are those of the program's own deck."""

    def build(body: str) -> Deck:
        deck, _ = parse(FRONT + body, slides_path() / "it-starts-on-day-1", "deck.md")
        assert deck is not None
        return deck

    return build


@pytest.fixture
def page_of(kit: Kit, deck_of: Callable[[str], Deck]) -> PageOf:
    def build(markdown: str, context: Context | None = None, answer: bool = False) -> Page:
        section = "# Two {#two point=2 minutes=8}\n\n"
        deck = deck_of(POINTS_BEFORE + section + markdown + POINTS_AFTER)
        compose = compose_answer if answer else compose_slide
        return compose(deck, 1, context or Context(), kit)

    return build


@pytest.fixture
def texts() -> Callable[[Iterable[Box]], list[TextBox]]:
    """Every text box, those inside groups and tables too."""

    def inside(boxes: Iterable[Box]) -> Iterator[TextBox]:
        for box in boxes:
            match box:
                case TextBox():
                    yield box
                case GroupBox(boxes=grouped):
                    yield from inside(grouped)
                case TableBox(cells=rows):
                    yield from (cell.text for row in rows for cell in row)
                case _:
                    continue

    return lambda boxes: list(inside(boxes))


@pytest.fixture
def named() -> Callable[[Page, str], Box]:
    """The box of a page that has this name."""

    def find(page: Page, name: str) -> Box:
        return next(box for box in page.boxes if box.name == name)

    return find
