"""Drawings as PNG: beside another renderer, on a transparent ground, in their own colours."""

from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
import resvg_py
from PIL import Image
from skimage.metrics import structural_similarity

from imhtrainer.layout.frame import Frame
from imhtrainer.layout.pictures import place_picture
from imhtrainer.render.pptx.drawings import drawing_png
from imhtrainer.resources import slides_path

DRAWINGS = sorted(slides_path().rglob("*.svg"))
WIDTH = 640


def painted(path: Path) -> Image.Image:
    box = place_picture(path, Frame(37.5, 61.25, 432, 324))
    return Image.open(BytesIO(drawing_png(box, WIDTH)))


def on_paper(picture: Image.Image) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    paper = Image.new("RGBA", picture.size, "#FFFCF5")
    paper.alpha_composite(picture.convert("RGBA"))
    return np.asarray(paper.convert("RGB"))


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_a_drawing_looks_as_the_svg_library_paints_it(path: Path) -> None:
    other = resvg_py.svg_to_bytes(svg_path=str(path), width=WIDTH, skip_system_fonts=True)
    expected = Image.open(BytesIO(bytes(other)))
    picture = painted(path)
    assert picture.size == expected.size
    mine, theirs = on_paper(picture), on_paper(expected)
    likeness = structural_similarity(mine, theirs, channel_axis=2)  # type: ignore[no-untyped-call]
    assert likeness >= 0.99


def test_the_ground_is_transparent_and_the_flat_colours_are_exact(tmp_path: Path) -> None:
    path = tmp_path / "disc.svg"
    path.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">'
        '<circle cx="20" cy="20" r="15" fill="#F1B74B" stroke="#1F2A37" stroke-width="4"/></svg>'
    )
    picture = painted(path).convert("RGBA")
    assert picture.size == (WIDTH, WIDTH)
    assert picture.getpixel((2, 2)) == (0, 0, 0, 0)
    assert picture.getpixel((WIDTH // 2, WIDTH // 2)) == (0xF1, 0xB7, 0x4B, 255)
    assert picture.getpixel((WIDTH // 2, round(5 * WIDTH / 40))) == (0x1F, 0x2A, 0x37, 255)


def test_the_same_drawing_gives_the_same_bytes() -> None:
    box = place_picture(DRAWINGS[0], Frame(0, 0, 432, 324))
    assert drawing_png(box, WIDTH) == drawing_png(box, WIDTH)
