"""The band of a spoken line: across the whole page, and told from every page it lies on."""

import pytest

from imhtrainer.decks.parser import read_deck
from imhtrainer.domain.errors import LayoutError
from imhtrainer.layout.compose import compose_slide
from imhtrainer.layout.compose.caption import GROUND, compose_caption
from imhtrainer.layout.compose.large_print import compose_large_print
from imhtrainer.layout.compose.scene import PAGE_WIDTH
from imhtrainer.layout.compose.shapes import HORIZON
from imhtrainer.layout.context import Context
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.page import Page, RectBox, TextBox
from imhtrainer.layout.theme import contrast
from imhtrainer.resources import slides_path

PAGE_HEIGHT = 540
SHORT = "Good morning."
LONG = "She turned from a stranger's voice to mine, and I was not ready for what I saw in it."


def words(page: Page) -> TextBox:
    return next(box for box in page.boxes if isinstance(box, TextBox))


@pytest.mark.parametrize("said", [SHORT, LONG])
def test_the_band_is_as_wide_as_the_page_and_its_words_stand_within_it(kit: Kit, said: str) -> None:
    page = compose_caption(said, kit)
    box = words(page)
    assert page.width == PAGE_WIDTH
    assert box.y > 0
    assert box.y + box.h < page.height
    assert all(line.width <= box.w for each in box.paragraphs for line in each.lines)


def test_a_line_of_sun_tells_the_band_from_pages_as_dark_as_it_is(kit: Kit) -> None:
    page = compose_caption(SHORT, kit)
    edge = next(box for box in page.boxes if isinstance(box, RectBox))
    assert (edge.x, edge.y, edge.w) == (0, 0, PAGE_WIDTH)
    assert contrast(page.palette[edge.fill], GROUND) >= 3


def test_the_horizon_of_a_section_does_not_look_out_above_the_band(kit: Kit) -> None:
    assert PAGE_HEIGHT - compose_caption(SHORT, kit).height < HORIZON - 2


def test_large_print_stands_above_the_band_where_captions_are_on(kit: Kit) -> None:
    deck = read_deck(slides_path() / "it-starts-on-day-1")
    top = PAGE_HEIGHT - compose_caption(LONG, kit).height
    set_above = 0
    for at, slide in enumerate(deck.slides):
        try:
            page = compose_large_print(deck, at, slide.steps, kit, captioned=True)
        except LayoutError:
            continue
        set_above += 1
        assert all(box.y + box.h <= top for box in page.boxes if isinstance(box, TextBox))
    assert set_above > len(deck.slides) / 2


def test_two_lines_are_of_like_length_without_a_lonely_last_word(kit: Kit) -> None:
    first, last = (
        line for each in words(compose_caption(LONG, kit)).paragraphs for line in each.lines
    )
    assert last.width > first.width / 2


def test_no_source_looks_out_from_under_the_band_cut_in_two(kit: Kit) -> None:
    deck = read_deck(slides_path() / "it-starts-on-day-1")
    top = PAGE_HEIGHT - compose_caption(SHORT, kit).height
    sources = [
        box
        for at in range(len(deck.slides))
        for box in compose_slide(deck, at, Context(), kit).boxes
        if isinstance(box, TextBox) and box.role == "source" and box.y + box.h > top
    ]
    assert sources
    assert [box.y for box in sources if box.y < top] == []
