"""The workshop's own slides on the screen and on paper."""

import io
import subprocess
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtGui import QGuiApplication, QImage
from skimage.metrics import structural_similarity

from imhtrainer.decks.parser import read_deck
from imhtrainer.layout.compose import compose_deck
from imhtrainer.layout.contents import missing_letters
from imhtrainer.layout.context import Context
from imhtrainer.layout.kit import load_kit
from imhtrainer.layout.meta import DocumentMeta
from imhtrainer.layout.page import Page
from imhtrainer.render.pdf import write_pdf
from imhtrainer.render.screen import ScreenPainter
from imhtrainer.resources import slides_path

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    """Painting needs no widgets."""
    return QGuiApplication


@pytest.fixture(scope="session")
def pages() -> tuple[Page, ...]:
    deck = read_deck(slides_path() / "it-starts-on-day-1" / "deck.md")
    return compose_deck(deck, Context(), load_kit())


def test_one_page_of_each_layout_is_the_same_on_screen_and_paper(
    pages: tuple[Page, ...], tmp_path: Path
) -> None:
    chosen = list({page.layout: page for page in pages}.values())
    file = tmp_path / "deck.pdf"
    with file.open("wb") as out:
        write_pdf(chosen, out, DocumentMeta("Deck"))
    painter = ScreenPainter()
    for number, page in enumerate(chosen, 1):
        screen = painter.image(page, 1920).convertToFormat(QImage.Format.Format_RGBX8888)
        mine = Image.frombytes("RGBX", (1920, 1080), bytes(screen.constBits())).convert("L")
        shown = subprocess.run(
            ["pdftoppm", "-png", "-r", "144", "-f", str(number), "-l", str(number), str(file)],
            capture_output=True,
            check=True,
        )
        paper = Image.open(io.BytesIO(shown.stdout)).convert("L")
        alike = structural_similarity(np.asarray(mine), np.asarray(paper))  # type: ignore[no-untyped-call]
        assert alike >= 0.98, f"{page.layout}: {page.title}"


def test_no_letter_of_the_workshop_is_missing(pages: tuple[Page, ...]) -> None:
    assert [missing_letters(page) for page in pages] == [()] * len(pages)
