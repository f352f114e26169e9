"""A QR symbol as rectangles: quick enough to print hundreds of certificates a second."""

import re
from typing import cast

import zxingcpp

from imhtrainer.domain.errors import LayoutError
from imhtrainer.layout.page import QrBox

_DARK = re.compile(rb"\x00+")


def place_qr(
    text: str,
    x: float,
    y: float,
    w: float,
    error_level: str = "M",
    color: str = "ink",
    name: str = "qr",
    step: int = 0,
) -> QrBox:
    """A QR symbol of ``w`` points at ``x``, ``y``; the quiet zone of four modules is not drawn.

    ``error_level`` is L, M, Q or H. Raises ``LayoutError`` if the text is empty or too long.
    """
    rows = _rows(text, error_level)
    size = w / len(rows)
    modules = tuple(
        (x + left * size, y + top * size, width * size, height * size)
        for left, top, width, height in merged_modules(rows)
    )
    return QrBox(x, y, w, text, modules, color, name, step)


def merged_modules(rows: list[bytes]) -> list[list[int]]:
    """Dark modules (zero bytes) as rectangles x, y, w, h: runs in a row, equal runs below merged."""
    found: list[list[int]] = []
    above: dict[tuple[int, int], list[int]] = {}
    for y, row in enumerate(rows):
        here: dict[tuple[int, int], list[int]] = {}
        for run in _DARK.finditer(row):
            span = run.span()
            rect = above.get(span)
            if rect is None:
                rect = [span[0], y, span[1] - span[0], 0]
                found.append(rect)
            rect[3] += 1
            here[span] = rect
        above = here
    return found


def _rows(text: str, error_level: str) -> list[bytes]:
    try:
        symbol = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level=error_level)
    except (ValueError, RuntimeError) as error:
        raise LayoutError(
            f"QR code: {len(text)} letters do not make one ({error}); use a shorter text"
        ) from error
    image = symbol.to_image(scale=1, add_quiet_zones=False)
    side = image.shape[0]
    # zxing-cpp's image is a buffer; its stubs do not say so.
    data = bytes(cast(bytes, image))
    return [data[i * side : (i + 1) * side] for i in range(side)]
