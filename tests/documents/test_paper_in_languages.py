"""Paper speaks the language of its deck, and begins at the side where its readers begin."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from imhtrainer.documents.flow import MARGIN, SIZES
from imhtrainer.domain.deck import Deck
from imhtrainer.layout.context import Context
from imhtrainer.layout.kit import Kit, load_kit
from imhtrainer.layout.page import Box, GroupBox, Page, PathBox, RectBox, TextBox
from imhtrainer.services.takeaway import Product, TakeAway, compose_takeaway
from tests.documents.languages import deck_in_language

PRODUCTS: tuple[Product, ...] = ("workbook", "guide", "answers", "handout")
WIDTH = SIZES["letter"][0]


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit()


def boxes_of(boxes: Iterable[Box]) -> Iterator[Box]:
    """Boxes on paper; the little slides are left out."""
    for box in boxes:
        if not isinstance(box, GroupBox):
            yield box


def words_on(pages: Iterable[Page]) -> str:
    return "\n".join(
        "".join(span.text for span in paragraph.spans)
        for page in pages
        for box in boxes_of(page.boxes)
        if isinstance(box, TextBox)
        for paragraph in box.paragraphs
    )


def paper(product: Product, deck: Deck, kit: Kit) -> tuple[Page, ...]:
    return compose_takeaway(TakeAway(product, sheets=2), deck, Context(), kit)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("es", ["Cuaderno de trabajo", "Mis notas", "Pregunta 1", "En parejas, 2 minutos"]),
        ("ht", ["Kaye travay", "Nòt mwen", "Kesyon 1", "De pa de, 2 minit"]),
        ("ar", ["كراسة التمارين", "ملاحظاتي", "السؤال 1", "في أزواج، دقيقتان"]),
    ],
)
def test_the_workbook_says_its_own_words_in_the_decks_language(
    lang: str, said: list[str], kit: Kit, tmp_path: Path
) -> None:
    words = words_on(paper("workbook", deck_in_language(lang, tmp_path), kit))
    assert [one for one in said if one not in words] == []


@pytest.mark.parametrize("lang", ["es", "ht", "ar"])
@pytest.mark.parametrize("product", ["workbook", "guide", "answers"])
def test_no_english_word_of_the_house_is_left(
    product: Product, lang: str, kit: Kit, tmp_path: Path
) -> None:
    words = words_on(paper(product, deck_in_language(lang, tmp_path), kit)).lower()
    english = ("workbook", "page ", " of ", "minute", "right", "slide", "sheet", "checkpoint")
    assert [one for one in english if one in words] == []


@pytest.mark.parametrize("product", PRODUCTS)
def test_arabic_paper_keeps_within_the_margins_that_english_paper_has(
    product: Product, kit: Kit, tmp_path: Path
) -> None:
    for page in paper(product, deck_in_language("ar", tmp_path), kit):
        for box in page.boxes:
            if isinstance(box, TextBox):
                for line in (line for one in box.paragraphs for line in one.lines):
                    assert line.x > 0
                    assert line.x + line.width < page.width


def test_squares_letters_and_lines_of_an_arabic_workbook_stand_at_the_right(
    kit: Kit, tmp_path: Path
) -> None:
    pages = paper("workbook", deck_in_language("ar", tmp_path), kit)
    boxes = [box for page in pages for box in page.boxes]
    squares = [box for box in boxes if isinstance(box, RectBox) and box.name == "square"]
    assert squares
    assert {round(square.x + square.w, 2) for square in squares} == {WIDTH - MARGIN}
    belongs = min(
        (box for box in boxes if isinstance(box, PathBox) and box.name == "rule"),
        key=lambda rule: abs(rule.commands[1][1][0] - rule.commands[0][1][0]),
    )
    assert round(max(point[0] for _, point in belongs.commands), 2) == WIDTH - MARGIN


def test_in_an_arabic_guide_the_slide_stands_at_the_right_of_its_notes(
    kit: Kit, tmp_path: Path
) -> None:
    pages = paper("guide", deck_in_language("ar", tmp_path), kit)
    slides = [box for page in pages for box in page.boxes if isinstance(box, GroupBox)]
    grounds = [box for slide in slides for box in slide.boxes if box.name == "miniature-ground"]
    assert grounds
    for ground in grounds:
        assert isinstance(ground, RectBox)
        assert round(ground.x + ground.w, 2) == WIDTH - MARGIN


def test_on_an_arabic_handout_lines_stand_at_the_left_of_the_slides(
    kit: Kit, tmp_path: Path
) -> None:
    page = paper("handout", deck_in_language("ar", tmp_path), kit)[0]
    rules = [box for box in page.boxes if isinstance(box, PathBox) and box.name == "rule"]
    slide = next(box for box in page.boxes if box.name == "miniature-ground")
    assert isinstance(slide, RectBox)
    assert max(point[0] for rule in rules for _, point in rule.commands) < slide.x
