"""What was drawn by hand looks alike on the screen, on paper and in PowerPoint."""

import io
from collections.abc import Callable
from dataclasses import replace
from math import sin
from pathlib import Path

import pypdf
import pytest
from pptx import Presentation
from PySide6.QtGui import QColor

from imhtrainer.domain.ink import make_stroke
from imhtrainer.layout.compose.ink import WORDS, with_ink
from imhtrainer.layout.meta import DocumentMeta
from imhtrainer.layout.page import GroupBox, Page, PathBox, RectBox, TextBox
from imhtrainer.layout.theme import load_theme
from imhtrainer.render.pdf import write_pdf
from imhtrainer.render.pptx import write_pptx
from imhtrainer.render.screen import page_image
from tests.render.test_screen import grey, likeness, printed

MakePage = Callable[..., Page]

pytestmark = pytest.mark.usefixtures("qapp")

WAVE = make_stroke("pen", "coral", 5, [(100 + x, 300 + 60 * sin(x / 40)) for x in range(600)])
MARK = make_stroke("highlighter", "sun", 22, [(80, 100), (500, 104)])
LATER = make_stroke("pen", "lagoon", 3, [(700, 400), (800, 450)], step=2)
DOT = make_stroke("pen", "ink", 12, [(850, 100)])


@pytest.fixture
def drawn_page(make_page: MakePage, text_box: Callable[..., TextBox]) -> Page:
    title = replace(text_box(60, 20, 600, 40, "Waves"), role="title")
    card = RectBox(60, 90, 300, 60, "#FFFFFF", "leaf", 2)
    return with_ink(make_page(title, card, steps=2), (WAVE, MARK, LATER, DOT))


def test_screen_and_paper_show_the_same_lines(drawn_page: Page, tmp_path: Path) -> None:
    screen, paper = grey(page_image(drawn_page, 1920)), printed(drawn_page, tmp_path, 1920)
    band = slice(100, 820), slice(120, 1780)
    assert likeness(screen[band], paper[band]) >= 0.97


def test_a_highlighter_is_seen_through_and_a_pen_is_not(drawn_page: Page) -> None:
    image = page_image(drawn_page, 960)
    assert image.pixelColor(200, 102) == QColor("#FAE3B7")
    assert image.pixelColor(850, 100) == QColor("#1F2A37")


def test_a_line_is_seen_from_its_step_on(drawn_page: Page) -> None:
    before, after = (page_image(drawn_page, 960, step).pixelColor(750, 425) for step in (1, 2))
    assert before == QColor("#FFFBF5")
    assert after == QColor("#0F5C63")


def test_a_step_the_page_no_longer_has_does_not_hide_a_line(make_page: MakePage) -> None:
    (group,) = with_ink(make_page(steps=1), (LATER,)).boxes
    assert group.step == 1


def test_powerpoint_gets_freeforms_in_a_group_that_says_what_it_is(drawn_page: Page) -> None:
    out = io.BytesIO()
    write_pptx([drawn_page], out, DocumentMeta("Drawn"), load_theme("dawn"))
    slide = Presentation(io.BytesIO(out.getvalue())).slides[0]
    groups = [shape for shape in slide.shapes if shape.shape_type == 6]
    descriptions = [group._element.nvGrpSpPr.cNvPr.get("descr") for group in groups]
    assert descriptions == [WORDS, WORDS]
    xml = slide._element.xml
    assert xml.count("<a:custGeom>") == 4
    assert '<a:alpha val="40000"/>' in xml


def test_the_pdf_names_its_shade_once(drawn_page: Page) -> None:
    out = io.BytesIO()
    write_pdf([drawn_page, drawn_page], out, DocumentMeta("Drawn"))
    first, second = (page.raw_get("/Resources") for page in pypdf.PdfReader(out).pages)
    assert first == second
    assert list(first.get_object()["/ExtGState"]) == ["/O40"]


def test_a_page_without_ink_is_the_page_itself(make_page: MakePage) -> None:
    page = make_page()
    assert with_ink(page, ()) is page


def test_a_wave_is_drawn_with_curves(drawn_page: Page) -> None:
    group = next(box for box in drawn_page.boxes if isinstance(box, GroupBox))
    path = group.boxes[0]
    assert isinstance(path, PathBox)
    assert {letter for letter, _ in path.commands} == {"M", "C"}
