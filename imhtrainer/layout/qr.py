"""A QR symbol, made quickly enough to print hundreds of certificates a second."""

from collections.abc import Mapping
from typing import cast

import zxingcpp

from imhtrainer.domain.errors import LayoutError
from imhtrainer.layout.page import QrBox

QUIET_MODULES = 4
"""Light modules that the standard wants around a symbol."""


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
    return QrBox(x, y, w, text, tuple(rows), color, name, step)


def place_quiet_qr(text: str, x: float, y: float, w: float, name: str = "qr") -> QrBox:
    """A QR symbol with its quiet zone of four modules inside a square of ``w`` points.

    Raises ``LayoutError`` if the text is empty or too long.
    """
    rows = _rows(text, {"ec_level": "M"})
    inset = QUIET_MODULES * w / (len(rows) + 2 * QUIET_MODULES)
    return QrBox(x + inset, y + inset, w - 2 * inset, text, tuple(rows), "ink", name)


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
