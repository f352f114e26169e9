"""Simple drawings as PNG on a transparent ground, painted by PDFium.

The SVG library would write the PNG itself, and that was most of an export's time.
"""

from collections.abc import Iterable
from io import BytesIO
from itertools import chain
from threading import Lock
from typing import Any

import pypdfium2 as pdfium
from PIL import Image
from pypdfium2 import raw

from imhtrainer.layout.page import PathBox, PictureBox
from imhtrainer.layout.paths import Affine, mapped

_ONE_AT_A_TIME = Lock()
"""PDFium must not be used by two threads at once, and exports run beside the window."""

_SOLID = 255
_NEAR = 4
"""By how much a channel of a palette's colour may miss the flat colour that was meant."""

Rgba = tuple[int, int, int, int]

_DRAW = {
    "M": raw.FPDFPath_MoveTo,
    "L": raw.FPDFPath_LineTo,
    "C": raw.FPDFPath_BezierTo,
    "Z": raw.FPDFPath_Close,
}


def drawing_png(box: PictureBox, width: int) -> bytes:
    """The shapes of ``box.drawing`` as a PNG of ``width`` pixels with at most 256 colours."""
    height = max(round(box.h * width / box.w), 1)
    # PDF's y points up.
    to_pixels = Affine(
        a=width / box.w,
        d=-height / box.h,
        e=-box.x * width / box.w,
        f=height + box.y * height / box.h,
    )
    with _ONE_AT_A_TIME:
        painted = _painted(box.drawing, to_pixels, width, height)
    png = BytesIO()
    _flat(painted, box.drawing).save(png, "PNG")
    return png.getvalue()


def _painted(paths: Iterable[PathBox], affine: Affine, width: int, height: int) -> Image.Image:
    document = pdfium.PdfDocument.new()
    try:
        page = document.new_page(width, height)
        for path in paths:
            raw.FPDFPage_InsertObject(page, _path_object(path, affine))
        bitmap = page.render(
            fill_color=(0, 0, 0, 0),
            force_bitmap_format=raw.FPDFBitmap_BGRA,
            rev_byteorder=True,
        )
        painted: Image.Image = bitmap.to_pil().copy()
        return painted
    finally:
        document.close()


def _path_object(path: PathBox, affine: Affine) -> Any:
    made = raw.FPDFPageObj_CreateNewPath(0, 0)
    for letter, numbers in mapped(path.commands, affine):
        _DRAW[letter](made, *numbers)
    if path.fill:
        raw.FPDFPageObj_SetFillColor(made, *_channels(path.fill), _SOLID)
    if path.stroke:
        raw.FPDFPageObj_SetStrokeColor(made, *_channels(path.stroke), _SOLID)
        raw.FPDFPageObj_SetStrokeWidth(made, path.stroke_width * affine.scale)
        cap = raw.FPDF_LINECAP_ROUND if path.round_ends else raw.FPDF_LINECAP_BUTT
        join = raw.FPDF_LINEJOIN_ROUND if path.round_ends else raw.FPDF_LINEJOIN_MITER
        raw.FPDFPageObj_SetLineCap(made, cap)
        raw.FPDFPageObj_SetLineJoin(made, join)
    rule = raw.FPDF_FILLMODE_WINDING if path.fill else raw.FPDF_FILLMODE_NONE
    raw.FPDFPath_SetDrawMode(made, rule, bool(path.stroke))
    return made


def _flat(painted: Image.Image, paths: Iterable[PathBox]) -> Image.Image:
    """The picture with a palette, in which the drawing's own colours stand exactly."""
    flat = painted.quantize(256, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    colors = {color for path in paths for color in (path.fill, path.stroke) if color}
    meant = [(*_channels(color), _SOLID) for color in sorted(colors)]
    entries = zip(*[iter(flat.getpalette("RGBA") or [])] * 4, strict=True)
    flat.putpalette(bytes(chain.from_iterable(_exact(entry, meant) for entry in entries)), "RGBA")
    return flat


def _exact(entry: Rgba, meant: Iterable[Rgba]) -> Rgba:
    nearest = min(meant, key=lambda color: _distance(color, entry))
    return nearest if _distance(nearest, entry) <= _NEAR else entry


def _distance(one: Rgba, two: Rgba) -> int:
    return max(
        abs(one[0] - two[0]), abs(one[1] - two[1]), abs(one[2] - two[2]), abs(one[3] - two[3])
    )


def _channels(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)
