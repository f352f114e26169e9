"""The house's own words on slides stand in the deck's language, and fit in each that there is."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from imhtrainer.domain.deck import Deck
from imhtrainer.domain.quiz import Tally
from imhtrainer.layout.compose import compose_deck
from imhtrainer.layout.compose.pages import (
    compose_break,
    compose_invitation,
    compose_points,
    compose_slide,
)
from imhtrainer.layout.contents import text_boxes
from imhtrainer.layout.context import BreakFacts, Context, Invitation, TimerFacts, Turnout
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.page import Page
from tests.documents.languages import deck_in_language

LANGUAGES = ("en", "es", "ht", "ar")
INVITATION = Invitation("http://192.168.1.20:8000/?c=4711", "192.168.1.20:8000", "4711")
TALLIES = {
    "q1": Tally((4, 17), (False, True), first=(12, 9)),
    "q2": Tally((18, 3, 20), (True, True, True), people=21, right_people=3),
    "q3": Tally((), (), people=21, words=(("calm", 12), ("tired", 2))),
    "q4": Tally((1, 2, 3, 4, 11), (False,) * 5),
    "q5": Tally((21, 2, 17, 1), (True, False, True, False), people=21, right_people=15),
}


@pytest.fixture(params=LANGUAGES)
def deck(request: pytest.FixtureRequest, tmp_path: Path) -> Deck:
    return deck_in_language(request.param, tmp_path)


def words_of(page: Page) -> dict[str, str]:
    return {
        box.name: " ".join("".join(span.text for span in p.spans) for p in box.paragraphs)
        for box in text_boxes(page.boxes)
    }


def every_page(deck: Deck, kit: Kit) -> Iterator[Page]:
    """Each page in each of its states."""
    yield from compose_deck(deck, Context(), kit)
    yield from compose_deck(deck, Context(tallies=TALLIES), kit)
    for answered, closed in ((0, False), (1, False), (21, False), (21, True)):
        asked = Context(invitation=INVITATION, turnout=Turnout(answered, 21, closed))
        yield from (
            compose_slide(deck, n, asked, kit)
            for n, slide in enumerate(deck.slides)
            if slide.question is not None
        )
    place = next(n for n, slide in enumerate(deck.slides) if slide.id == "try")
    for left in (61.0, 0.0):
        running = Context(timer=TimerFacts(left, 120))
        yield compose_slide(deck, place, running, kit)
        yield compose_break(deck, 0, BreakFacts(10, left, "10:45"), Context(), kit)
    yield compose_points(deck, Context(), kit)
    for wifi, password in (("", ""), ("Library", ""), ("Library", "read-to-me")):
        invited = replace(INVITATION, wifi=wifi, password=password)
        yield compose_invitation(Context(invitation=invited), kit, deck.lang)


def test_every_page_can_be_set_in_every_language(deck: Deck, kit: Kit) -> None:
    assert len(list(every_page(deck, kit))) > 40


@pytest.mark.parametrize("lang", LANGUAGES[1:])
def test_no_page_says_a_word_of_english(lang: str, kit: Kit, tmp_path: Path) -> None:
    english = every_page(deck_in_language("en", tmp_path / "en"), kit)
    other = every_page(deck_in_language(lang, tmp_path / lang), kit)
    for said, page in zip(english, other, strict=True):
        same = {
            (name, words)
            for name, words in words_of(page).items()
            if words_of(said).get(name) == words and any(c.isalpha() for c in words.strip("ABCD, "))
        }
        assert {name for name, _ in same} <= {"words", "wifi-name", "join-address"}, page.title
