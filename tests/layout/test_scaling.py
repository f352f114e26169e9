"""A page can stand smaller at another place, with nothing measured anew."""

from dataclasses import replace
from pathlib import Path

import pytest

from imhtrainer.decks.parser import read_deck
from imhtrainer.layout.compose import compose_deck
from imhtrainer.layout.contents import glyph_runs
from imhtrainer.layout.context import Context
from imhtrainer.layout.kit import load_kit
from imhtrainer.layout.page import GroupBox, Page, PathBox, RectBox, TextBox
from imhtrainer.layout.scaling import Scaling, miniature, scale_boxes

LITTLE = Path(__file__).parents[1] / "decks" / "data" / "little"


@pytest.fixture(scope="module")
def pages() -> tuple[Page, ...]:
    return compose_deck(read_deck(LITTLE), Context(), load_kit())


def test_every_letter_of_a_page_stands_in_its_miniature_at_its_scaled_place(
    pages: tuple[Page, ...],
) -> None:
    for page in pages:
        small = miniature(page, 100, 50, page.width / 4)
        pairs = list(zip(glyph_runs(page.boxes), glyph_runs(small), strict=True))
        assert pairs
        for run, scaled in pairs:
            assert scaled.text == run.text
            assert scaled.x == pytest.approx(100 + run.x / 4)
            assert scaled.baseline == pytest.approx(50 + run.baseline / 4)
            assert scaled.width == pytest.approx(run.width / 4)


def test_a_miniature_has_the_pages_ground_and_a_frame_of_its_own(pages: tuple[Page, ...]) -> None:
    ground, *_, frame = miniature(pages[0], 10, 20, 96)
    assert isinstance(ground, RectBox)
    assert (ground.x, ground.y, ground.w, ground.h) == (10, 20, 96, 54)
    assert ground.fill == pages[0].ground
    assert isinstance(frame, RectBox)
    assert frame.stroke_width > 0


def test_lines_get_thinner_with_the_page() -> None:
    path = PathBox((("M", (0, 0)), ("L", (100, 40))), stroke="ink", stroke_width=4)
    (small,) = scale_boxes((path,), Scaling(0.5, 10, 20))
    assert small == replace(path, commands=(("M", (10, 20)), ("L", (60, 40))), stroke_width=2)


def test_at_its_own_size_and_place_a_page_stays_the_same(pages: tuple[Page, ...]) -> None:
    for page in pages:
        assert scale_boxes(page.boxes, Scaling(1, 0, 0)) == page.boxes


def test_boxes_in_groups_are_scaled_too() -> None:
    inner = RectBox(10, 10, 20, 20, fill="sun")
    (group,) = scale_boxes((GroupBox((inner,), "sun"),), Scaling(2, 1, 1))
    assert isinstance(group, GroupBox)
    assert group.boxes == (RectBox(21, 21, 40, 40, fill="sun"),)


def test_type_sizes_shrink_with_the_letters(pages: tuple[Page, ...]) -> None:
    title = next(box for box in pages[1].boxes if isinstance(box, TextBox))
    (small,) = scale_boxes((title,), Scaling(0.25, 0, 0))
    assert isinstance(small, TextBox)
    assert small.paragraphs[0].spans[0].size == title.paragraphs[0].spans[0].size / 4
