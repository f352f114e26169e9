"""QR symbols: they are read back, and no dark module is drawn twice."""

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from imhtrainer.domain.errors import LayoutError
from imhtrainer.layout.dark_runs import dark_runs
from imhtrainer.layout.page import QrBox
from imhtrainer.layout.qr import place_qr


def drawn(box: QrBox) -> Image.Image:
    """The symbol with its quiet zone, eight pixels a point."""
    scale = 8
    side = round((box.w + 40) * scale)
    image = Image.new("L", (side, side), 255)
    pen = ImageDraw.Draw(image)
    for x, y, w, h in box.modules:
        left, top = (x - box.x + 20) * scale, (y - box.y + 20) * scale
        pen.rectangle((left, top, left + w * scale - 1, top + h * scale - 1), 0)
    return image


@pytest.mark.parametrize("quick", [False, True])
@pytest.mark.parametrize(
    "text", ["https://example.org/c/000123", "IMH-2026-000123\nNguyễn Thị Ánh Tuyết\n75 minutes"]
)
def test_a_symbol_is_read_back_as_it_was_written(text: str, quick: bool) -> None:
    (found,) = zxingcpp.read_barcodes(drawn(place_qr(text, 652, 460, 85, quick=quick)))
    assert found.text == text


@pytest.mark.parametrize("level", ["L", "M", "Q", "H"])
def test_each_error_level_can_be_asked_for(level: str) -> None:
    (found,) = zxingcpp.read_barcodes(drawn(place_qr("ABCD 1234", 0, 0, 60, level)))
    assert found.ec_level == level


def test_a_symbol_fills_its_square_and_no_more() -> None:
    box = place_qr("https://example.org", 100, 200, 85)
    assert min(x for x, _, _, _ in box.modules) == pytest.approx(100)
    assert min(y for _, y, _, _ in box.modules) == pytest.approx(200)
    assert max(x + w for x, _, w, _ in box.modules) == pytest.approx(185)
    assert max(y + h for _, y, _, h in box.modules) == pytest.approx(285)


@given(
    st.lists(st.lists(st.sampled_from([0, 255]), min_size=6, max_size=6), min_size=1, max_size=8)
)
@settings(max_examples=200)
def test_runs_cover_each_dark_module_once(grid: list[list[int]]) -> None:
    covered = [
        (left + i, top)
        for left, top, length, _ in dark_runs([bytes(row) for row in grid], 0, 0, 1)
        for i in range(int(length))
    ]
    dark = [(x, y) for y, row in enumerate(grid) for x, value in enumerate(row) if value == 0]
    assert sorted(covered) == sorted(dark)


@pytest.mark.parametrize("text", ["", "x" * 5_000])
def test_a_text_that_makes_no_symbol_is_refused(text: str) -> None:
    with pytest.raises(LayoutError, match="use a shorter text"):
        place_qr(text, 0, 0, 85)
