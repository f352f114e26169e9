"""Decks that nobody expected: photographs, other scripts, bare slides, any words at all."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from imhtrainer.domain.deck import Deck, Layout, ListBlock, Paragraph, Picture, Run, Slide
from imhtrainer.domain.errors import LayoutError
from imhtrainer.layout.compose import compose_slide
from imhtrainer.layout.context import Context
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.page import Box, EllipseBox, Page, PictureBox, TextBox

Named = Callable[[Page, str], Box]
PageOf = Callable[..., Page]
DeckOf = Callable[[str], Deck]

# Letters newer than Python itself are left to the tests of shaping.
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), min_size=1, max_size=60)


def text(box: Box) -> TextBox:
    assert isinstance(box, TextBox)
    return box


def with_slide(deck: Deck, slide: Slide) -> Deck:
    section = replace(deck.sections[0], slides=(slide,))
    return replace(deck, sections=(section, *deck.sections[1:]))


@pytest.mark.parametrize("side", ["left", "right"])
def test_text_never_runs_over_a_photograph(
    tmp_path: Path, kit: Kit, deck_of: DeckOf, named: Named, side: str
) -> None:
    Image.new("RGB", (800, 600), "#336699").save(tmp_path / "photo.png")
    deck = deck_of(
        "# A {minutes=5}\n\n## Photo {layout=picture}\n\n"
        f"- {'word ' * 25}\n\n![A photo.](photo.png){{side={side} fit=cover}}\n"
    )
    page = compose_slide(replace(deck, folder=str(tmp_path)), 0, Context(), kit)
    picture, body = named(page, "picture"), text(named(page, "body"))
    assert isinstance(picture, PictureBox)
    if side == "right":
        assert body.x + body.w <= picture.x
    else:
        assert body.x >= picture.x + picture.w


def test_a_list_read_from_the_right_has_its_bullets_at_the_right(
    page_of: PageOf, named: Named
) -> None:
    page = page_of("## كتاب\n\n- طفل صغير ينام على ظهره\n- في سرير خال\n")
    body, dot = text(named(page, "body")), named(page, "bullet-body-1")
    assert isinstance(dot, EllipseBox)
    line = body.paragraphs[0].lines[0]
    assert dot.x >= line.x + line.width
    assert dot.x + dot.w == pytest.approx(body.x + body.w)


@pytest.mark.parametrize("layout", ["title", "section", "text", "closing"])
def test_a_slide_with_nothing_but_a_title_is_a_page(page_of: PageOf, layout: str) -> None:
    page = page_of(f"## Bare {{layout={layout}}}")
    assert page.title == "Bare"


@pytest.mark.parametrize(
    ("layout", "message"),
    [
        ("picture", "one picture, here are 0"),
        ("quote", "holds one quote"),
        ("table", "holds one table"),
        ("diagram", "list of five items"),
        ("checkpoint", "needs choices"),
        ("activity", "one “::: activity”"),
        ("resources", "one list of numbers"),
    ],
)
def test_a_slide_without_what_its_layout_shows_is_refused(
    kit: Kit, deck_of: DeckOf, layout: Layout, message: str
) -> None:
    deck = deck_of("# A {minutes=5}\n\n## Bare\n")
    bare = replace(deck.slides[0], layout=layout, line=7)
    with pytest.raises(LayoutError, match=message) as refused:
        compose_slide(with_slide(deck, bare), 0, Context(), kit)
    assert refused.value.line == 7


def test_a_missing_picture_is_refused_with_its_line(kit: Kit, deck_of: DeckOf) -> None:
    deck = deck_of("# A {minutes=5}\n\n## Bare\n")
    blocks = (Picture("images/none.svg", "Nothing.", 9),)
    slide = replace(deck.slides[0], layout="picture", blocks=blocks)
    with pytest.raises(LayoutError, match="no such picture") as refused:
        compose_slide(with_slide(deck, slide), 0, Context(), kit)
    assert refused.value.line == 9


@pytest.fixture(scope="module")
def compose_alone(kit: Kit, own_deck: Deck) -> Callable[[Slide], Page]:
    """Composes a slide as the first of the program's own deck."""
    return lambda slide: compose_slide(with_slide(own_deck, slide), 0, Context(), kit)


@settings(max_examples=60)
@given(title=WORDS, items=st.lists(WORDS, min_size=1, max_size=5), ordered=st.booleans())
def test_any_words_make_a_page_or_are_refused_with_a_line(
    compose_alone: Callable[[Slide], Page], title: str, items: list[str], ordered: bool
) -> None:
    blocks = (
        Paragraph((Run(items[0], italic=True),), 3),
        ListBlock(tuple((Run(item, bold=True), Run(item)) for item in items), ordered, 4),
    )
    slide = Slide("any", (Run(title),), "text", 2, blocks, build="list")
    try:
        page = compose_alone(slide)
    except LayoutError as error:
        refused_at = error.line
    else:
        refused_at = 0
        bottom = max(box.y + box.h for box in page.boxes if isinstance(box, TextBox))
        assert bottom <= 540
        assert page.steps == len(items)
    assert refused_at in {0, 2, 3}
