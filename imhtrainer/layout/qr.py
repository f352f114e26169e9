"""A QR symbol as rectangles: quick enough to print hundreds of certificates a second."""

import re
from collections.abc import Mapping
from typing import cast

import zxingcpp

from imhtrainer.domain.errors import LayoutError
from imhtrainer.layout.page import QrBox

QUIET_MODULES = 4
"""Light modules that the standard wants around a symbol."""

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
    quick: bool = False,
) -> QrBox:
    """A QR symbol of ``w`` points at ``x``, ``y``; the quiet zone of four modules is not drawn.

    ``error_level`` is L, M, Q or H. ``quick`` takes the first of the eight patterns the standard lets
    an encoder choose from, instead of weighing all: five times as fast, read as well.
    Raises ``LayoutError`` if the text is empty or too long.
    """
    rows = _rows(text, {"ec_level": error_level, **({"data_mask": 0} if quick else {})})
    modules = dark_runs(rows, x, y, w / len(rows))
    return QrBox(x, y, w, text, tuple(modules), color, name, step)


def place_quiet_qr(text: str, x: float, y: float, w: float, name: str = "qr") -> QrBox:
    """A QR symbol with its quiet zone of four modules inside a square of ``w`` points.

    Raises ``LayoutError`` if the text is empty or too long.
    """
    rows = _rows(text, {"ec_level": "M"})
    module = w / (len(rows) + 2 * QUIET_MODULES)
    inset = QUIET_MODULES * module
    modules = dark_runs(rows, x + inset, y + inset, module)
    return QrBox(x + inset, y + inset, w - 2 * inset, text, tuple(modules), "ink", name)


def dark_runs(
    rows: list[bytes], x: float, y: float, size: float
) -> list[tuple[float, float, float, float]]:
    """Runs of dark modules (zero bytes) in their rows as rectangles of ``size`` high, from x, y."""
    # One search over all rows, a light byte between them, is quicker than one for each,
    # and looking numbers up is quicker than reckoning them for each of hundreds of runs.
    stride = len(rows[0]) + 1
    lengths = [number * size for number in range(stride)]
    lefts = [x + length for length in lengths]
    tops = [y + number * size for number in range(len(rows))]
    return [
        (lefts[start % stride], tops[start // stride], lengths[end - start], size)
        for start, end in map(re.Match.span, _DARK.finditer(b"\xff".join(rows)))
    ]


def _rows(text: str, options: Mapping[str, str | int]) -> list[bytes]:
    try:
        symbol = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, **options)
    except (ValueError, RuntimeError) as error:
        raise LayoutError(
            f"QR code: {len(text)} letters do not make one ({error}); use a shorter text"
        ) from error
    image = symbol.to_image(scale=1, add_quiet_zones=False)
    side = image.shape[0]
    # zxing-cpp's image is a buffer; its stubs do not say so.
    data = bytes(cast(bytes, image))
    return [data[i * side : (i + 1) * side] for i in range(side)]
