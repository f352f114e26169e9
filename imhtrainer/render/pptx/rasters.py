"""What a picture file becomes for Office: PNG, JPEG or GIF; drawings as PNG at twice the page's size."""

from io import BytesIO
from pathlib import Path
from pkgutil import resolve_name

import resvg_py
from PIL import Image, ImageOps

from imhtrainer.domain.errors import RenderError
from imhtrainer.layout.page import PictureBox

PIXELS_PER_POINT = 2
_ORIENTATION = 0x0112
_OFFICE_FORMATS = {"PNG": "image/png", "JPEG": "image/jpeg", "GIF": "image/gif"}

_UNREADABLE = (OSError, ValueError, SyntaxError, Image.DecompressionBombError)


def whole_width(box: PictureBox) -> float:
    """The width in points that the picture would have uncropped."""
    left, _, right, _ = box.crop
    return box.w / max(1 - left - right, 0.01)


def picture_bytes(box: PictureBox) -> tuple[bytes, str]:
    """A picture and its content type; ``RenderError`` if it cannot be read."""
    pixels = round(whole_width(box) * PIXELS_PER_POINT)
    try:
        if box.drawing:
            paint = resolve_name("imhtrainer.render.pptx.drawings:drawing_png")
            return paint(box, pixels), "image/png"
        if Path(box.path).suffix.lower() == ".svg":
            return _rasterised(box.path, pixels), "image/png"
        return _readable_by_office(file_bytes(box.path))
    except _UNREADABLE as error:
        raise _unreadable(box.path, error) from error


def file_bytes(path: str) -> bytes:
    """A picture file as it is; ``RenderError`` if it cannot be read."""
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: str, error: Exception) -> RenderError:
    return RenderError(
        f"{path}: the picture cannot be read ({error}). Save it again as PNG, JPEG or SVG."
    )


def _rasterised(path: str, width: int) -> bytes:
    return bytes(resvg_py.svg_to_bytes(svg_path=path, width=width, skip_system_fonts=True))


def _readable_by_office(blob: bytes) -> tuple[bytes, str]:
    """PNG, JPEG and GIF as they are, everything else, and what lies on its side, as upright PNG."""
    with Image.open(BytesIO(blob)) as image:
        upright = image.getexif().get(_ORIENTATION, 1) == 1
        if image.format in _OFFICE_FORMATS and upright:
            return blob, _OFFICE_FORMATS[image.format]
        converted = BytesIO()
        ImageOps.exif_transpose(image).save(converted, "PNG")
        return converted.getvalue(), "image/png"
