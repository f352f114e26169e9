"""The screen's picture of a page, by itself and against the PDF of the same page."""

import io
import subprocess
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPageSize, QPainter, QPdfWriter
from skimage.metrics import structural_similarity

from imhtrainer.layout.meta import DocumentMeta
from imhtrainer.layout.page import GroupBox, Page, PathBox, PictureBox, RectBox, TextBox
from imhtrainer.render.pdf import write_pdf
from imhtrainer.render.screen import ScreenPainter, page_image

SetText = Callable[..., TextBox]
MakePage = Callable[..., Page]

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    """Painting needs no widgets."""
    return QGuiApplication


def grey(image: QImage) -> NDArray[np.uint8]:
    wide = image.convertToFormat(QImage.Format.Format_RGBX8888)
    size = wide.width(), wide.height()
    return np.asarray(Image.frombytes("RGBX", size, bytes(wide.constBits())).convert("L"))


def likeness(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> float:
    """Structural similarity, 1 for the same picture."""
    return float(structural_similarity(one, other))  # type: ignore[no-untyped-call]


def printed(page: Page, tmp_path: Path, width: int) -> NDArray[np.uint8]:
    """The page's PDF as poppler draws it."""
    file = tmp_path / "page.pdf"
    with file.open("wb") as out:
        write_pdf([page], out, DocumentMeta("A page"))
    shown = subprocess.run(
        ["pdftoppm", "-png", "-scale-to-x", str(width), "-scale-to-y", "-1", str(file)],
        capture_output=True,
        check=True,
    )
    return np.asarray(Image.open(io.BytesIO(shown.stdout)).convert("L"))


@pytest.mark.parametrize("name", ["text_page", "shape_page", "table_page"])
def test_screen_and_paper_agree(name: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    page: Page = request.getfixturevalue(name)
    screen, paper = grey(page_image(page, 1920)), printed(page, tmp_path, 1920)
    assert screen.shape == paper.shape == (1080, 1920)
    assert likeness(screen, paper) >= 0.98


def test_screen_and_paper_agree_on_names_of_every_script(
    name_pages: list[Page], tmp_path: Path
) -> None:
    for page in name_pages:
        screen, paper = grey(page_image(page, 1920)), printed(page, tmp_path, 1920)
        # The middle alone: an empty page around a name agrees by itself.
        band = slice(380, 520), slice(400, 1520)
        assert likeness(screen[band], paper[band]) >= 0.95, page.title


def test_large_type_is_drawn_as_well(text_box: SetText, make_page: MakePage) -> None:
    page = make_page(text_box(60, 100, 840, 300, "Calm", size=200))
    assert (grey(page_image(page, 1920)) < 128).sum() > 20_000


@pytest.mark.parametrize("width", [320, 1280, 1920, 3840])
def test_a_picture_of_any_width_has_the_pages_proportions(width: int, text_page: Page) -> None:
    image = page_image(text_page, width)
    assert (image.width(), image.height()) == (width, width * 9 // 16)


def test_a_later_step_is_hidden_until_its_turn(
    table_page: Page, text_box: SetText, make_page: MakePage
) -> None:
    later = RectBox(100, 100, 50, 50, "coral", step=2)
    page = make_page(GroupBox((later,), "group", step=1))
    inside = (125, 125)
    assert page_image(page, 960, 1).pixelColor(*inside) == QColor("#FFFBF5")
    assert page_image(page, 960, 2).pixelColor(*inside) == QColor("#E4572E")
    # The table's second row is white and comes with step 1.
    assert page_image(table_page, 960, 0).pixelColor(60, 190) == QColor("#FFFBF5")
    assert page_image(table_page, 960, 1).pixelColor(60, 190) == QColor("#FFFFFF")


def test_nothing_is_painted_beyond_the_page(make_page: MakePage) -> None:
    page = make_page(RectBox(-50, -50, 2000, 2000, "coral"))
    canvas = QImage(400, 300, QImage.Format.Format_RGB32)
    canvas.fill(QColor("#0F5C63"))
    painter = QPainter(canvas)
    painter.translate(20, 10)
    ScreenPainter().paint(painter, page, 0.25)
    painter.end()
    assert canvas.pixelColor(19, 50) == QColor("#0F5C63")
    assert canvas.pixelColor(21, 50) == QColor("#E4572E")
    assert canvas.pixelColor(261, 50) == QColor("#0F5C63")


def test_painting_again_gives_the_same_picture(shape_page: Page) -> None:
    painter = ScreenPainter()
    assert painter.image(shape_page, 960) == painter.image(shape_page, 960)
    painter.forget()
    assert painter.image(shape_page, 960) == page_image(shape_page, 960)


def test_a_picture_fills_its_box(raster: Path, make_page: MakePage) -> None:
    image = page_image(make_page(PictureBox(100, 100, 400, 200, str(raster), "Fields")), 960)
    assert image.pixelColor(150, 120) == QColor("#E4572E")
    assert image.pixelColor(450, 280) == QColor("#0F5C63")
    assert image.pixelColor(450, 120) == QColor("#FFFFFF")


def test_a_cropped_picture_shows_its_part(raster: Path, make_page: MakePage) -> None:
    box = PictureBox(100, 100, 200, 200, str(raster), "Fields", crop=(0.5, 0.5, 0.0, 0.0))
    image = page_image(make_page(box), 960)
    assert image.pixelColor(200, 200) == QColor("#0F5C63")


@pytest.mark.parametrize("crop", [(0.0, 0.0, 0.0, 0.0), (0.25, 0.0, 0.25, 0.0)])
def test_pictures_agree_on_screen_and_paper(
    crop: tuple[float, float, float, float], raster: Path, make_page: MakePage, tmp_path: Path
) -> None:
    page = make_page(PictureBox(100, 100, 400, 200, str(raster), "Fields", crop=crop))
    screen, paper = grey(page_image(page, 960)), printed(page, tmp_path, 960)
    corners = [(150, 120), (450, 280), (450, 120), (150, 280)]
    assert [int(screen[y, x]) for x, y in corners] == pytest.approx(
        [int(paper[y, x]) for x, y in corners], abs=2
    )


def test_a_picture_lost_while_presenting_leaves_a_quiet_field(make_page: MakePage) -> None:
    image = page_image(make_page(PictureBox(100, 100, 400, 200, "gone.png", "Gone")), 960)
    assert image.pixelColor(300, 200) == QColor("#F3E7D7")


def test_a_letter_that_no_font_has_is_seen_as_a_box(
    text_box: SetText, make_page: MakePage, tmp_path: Path
) -> None:
    for family in ("head", "body"):
        page = make_page(text_box(60, 100, 840, 40, "😀", family=family, size=30))
        assert (grey(page_image(page, 1920)) < 128).sum() > 100
        assert (printed(page, tmp_path, 1920) < 128).sum() > 100


def test_a_page_is_printed_at_the_printers_own_fineness(text_page: Page, tmp_path: Path) -> None:
    file = tmp_path / "printed.pdf"
    writer = QPdfWriter(str(file))
    writer.setResolution(600)
    writer.setPageSize(QPageSize(QSizeF(960, 540), QPageSize.Unit.Point))
    writer.setPageMargins(QMarginsF())
    painter = QPainter(writer)
    ScreenPainter().paint(painter, text_page, 600 / 72)
    painter.end()
    shown = subprocess.run(
        ["pdftoppm", "-png", "-scale-to-x", "1920", "-scale-to-y", "-1", str(file)],
        capture_output=True,
        check=True,
    )
    paper = np.asarray(Image.open(io.BytesIO(shown.stdout)).convert("L"))
    assert likeness(grey(page_image(text_page, 1920)), paper[:1080]) >= 0.97


def test_an_arrow_has_its_head_beyond_the_paths_end(make_page: MakePage) -> None:
    line = (("M", (100.0, 200.0)), ("L", (300.0, 200.0)))
    image = page_image(make_page(PathBox(line, stroke="coral", stroke_width=9, arrow=True)), 960)
    coral, paper = QColor("#E4572E"), QColor("#FFFBF5")
    assert image.pixelColor(316, 200) == coral
    assert image.pixelColor(322, 200) == paper
    assert image.pixelColor(294, 186) == coral
    assert image.pixelColor(288, 186) == paper
