from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from imhtrainer.decks.parser import parse
from imhtrainer.domain.deck import Deck
from imhtrainer.domain.errors import LayoutError
from imhtrainer.layout.compose import compose_logo
from imhtrainer.layout.context import Context
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.page import PictureBox, TextBox
from tests.layout.compose.conftest import FRONT, POINTS_BEFORE


@pytest.fixture
def deck() -> Deck:
    made, _problems = parse(FRONT + POINTS_BEFORE, Path(), "deck.md")
    assert made is not None
    return made


def test_the_logo_stands_alone_in_the_middle_of_the_page(
    deck: Deck, kit: Kit, tmp_path: Path
) -> None:
    Image.new("RGB", (200, 100), "teal").save(tmp_path / "logo.png")
    page = compose_logo(deck, Context(logo=str(tmp_path / "logo.png")), kit)
    (box,) = page.boxes
    assert isinstance(box, PictureBox)
    assert (box.x + box.w / 2, box.y + box.h / 2) == (480, 270)
    assert box.w == 480
    assert page.number == 0


def test_without_a_logo_the_trainings_title_stands_there(deck: Deck, kit: Kit) -> None:
    page = compose_logo(deck, Context(), kit)
    (box,) = page.boxes
    assert isinstance(box, TextBox)
    assert box.paragraphs[0].text == "A training"
    assert page.title == "A training"


def test_the_title_breaks_after_its_dash(deck: Deck, kit: Kit) -> None:
    title = "Infant Mental Health – It Starts on Day 1"
    page = compose_logo(replace(deck, title=title), Context(), kit)
    (box,) = page.boxes
    assert isinstance(box, TextBox)
    lines = [line.text for line in box.paragraphs[0].lines]
    assert lines == ["Infant Mental Health\u00a0–", "It Starts on Day 1"]
    assert page.title == page.description == title


def test_a_logo_that_is_gone_is_said(deck: Deck, kit: Kit, tmp_path: Path) -> None:
    with pytest.raises(LayoutError, match="no such picture"):
        compose_logo(deck, Context(logo=str(tmp_path / "gone.png")), kit)
