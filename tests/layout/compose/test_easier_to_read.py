"""Large print and stronger contrast: measured like every page, honest where there is no room."""

from dataclasses import replace

import pytest

from imhtrainer.decks.parser import read_deck
from imhtrainer.domain.errors import LayoutError
from imhtrainer.layout.compose import compose_slide
from imhtrainer.layout.compose.contrast import STRONG, with_contrast
from imhtrainer.layout.compose.large_print import LEAST, compose_large_print
from imhtrainer.layout.context import Context
from imhtrainer.layout.kit import Kit, load_kit
from imhtrainer.layout.page import Page, TextBox
from imhtrainer.layout.theme import contrast
from imhtrainer.resources import slides_path

DECK = read_deck(slides_path() / "it-starts-on-day-1")
BUILT = next(at for at, slide in enumerate(DECK.slides) if slide.id == "early-moments")


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit()


def body(page: Page) -> TextBox:
    return next(box for box in page.boxes if isinstance(box, TextBox) and box.role == "body")


def size(page: Page) -> float:
    return body(page).paragraphs[0].spans[0].size


def test_every_slide_with_words_is_larger_or_stays_as_it_was_designed(kit: Kit) -> None:
    larger = 0
    for index, slide in enumerate(DECK.slides):
        try:
            page = compose_large_print(DECK, index, slide.steps, kit)
        except LayoutError:
            continue
        larger += 1
        assert size(page) >= LEAST > 26
        lines = [line for p in body(page).paragraphs for line in p.lines]
        assert max(line.x + line.width for line in lines) <= page.width
        assert max(line.baseline for line in lines) <= page.height
    assert larger > len(DECK.slides) * 0.7


def test_a_build_brings_its_newest_words_alone_and_nothing_ahead(kit: Kit) -> None:
    first, second = (compose_large_print(DECK, BUILT, step, kit) for step in (1, 2))
    assert first.description.startswith("Early on")
    assert second.description.startswith("Answers a baby can count on")
    assert "Early on" not in second.description
    with pytest.raises(LayoutError, match="no words"):
        compose_large_print(DECK, BUILT, 0, kit)


def test_a_question_shows_its_choices_and_not_which_is_right(kit: Kit) -> None:
    index = next(at for at, slide in enumerate(DECK.slides) if slide.question is not None)
    page = compose_large_print(DECK, index, 0, kit)
    assert page.description.startswith("A: ")
    colors = {span.color for p in body(page).paragraphs for span in p.spans}
    assert len(colors) == 1


def test_stronger_contrast_moves_nothing_and_has_ten_to_one(kit: Kit) -> None:
    page = compose_slide(DECK, BUILT, Context(), kit)
    strong = with_contrast(page)
    assert replace(strong, palette=page.palette) == page
    words = ("ink", "ink-soft", "lagoon", "coral-text", "leaf", "plum", "alarm")
    assert min(contrast(STRONG[name], STRONG["paper"]) for name in words) >= 10


def test_every_exchanged_colour_is_one_the_theme_has(kit: Kit) -> None:
    assert STRONG.keys() <= kit.theme.colors.keys()
