"""Picture files looked at before anything tries to draw them: their size, and their shapes if they are simple."""

import warnings
from dataclasses import dataclass
from pathlib import Path

import resvg_py
from PIL import Image, UnidentifiedImageError

from imhtrainer.domain.errors import LayoutError
from imhtrainer.layout.drawing import Drawing, read_drawing

LARGEST_FILE = 40_000_000
"""Bytes a picture file may have."""

LARGEST_PICTURE = 60_000_000
"""Pixels a picture may have: a decompression bomb has more."""

_UNREADABLE = (OSError, SyntaxError, ValueError, EOFError, UnidentifiedImageError)


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of a picture file: its proportions, and its shapes if it is a simple drawing."""

    width: float
    height: float
    drawing: Drawing | None


def look_at(path: Path, size: int, line: int) -> Seen:
    """What a file of ``size`` bytes shows. Raises ``LayoutError`` if it is too large or damaged."""
    if size > LARGEST_FILE:
        raise LayoutError(
            f"{path.name}: the picture has {size // 1_000_000} MB, at most "
            f"{LARGEST_FILE // 1_000_000} are allowed; save it smaller",
            line,
        )
    if path.suffix.lower() in (".svg", ".svgz"):
        return _look_at_svg(path, line)
    return _look_at_raster(path, line)


def svg_raster(path: Path, width: int) -> bytes:
    """An SVG file as a PNG of ``width`` pixels. Raises ``LayoutError`` if it cannot be drawn."""
    try:
        return bytes(resvg_py.svg_to_bytes(svg_path=str(path), width=width))
    except (ValueError, OSError) as error:
        raise LayoutError(f"{path.name}: the picture cannot be drawn ({error})") from error


def _look_at_svg(path: Path, line: int) -> Seen:
    drawing = read_drawing(path)
    if drawing is not None:
        return Seen(drawing.width, drawing.height, drawing)
    try:
        png = resvg_py.svg_to_bytes(svg_path=str(path), width=256)
        width, height = _png_size(bytes(png))
    except _UNREADABLE as error:
        raise LayoutError(
            f"{path.name}: the picture is damaged ({error}); save it again", line
        ) from error
    return Seen(width, height, None)


def _png_size(png: bytes) -> tuple[int, int]:
    """Width and height from a PNG's first chunk."""
    return int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")


def _look_at_raster(path: Path, line: int) -> Seen:
    try:
        width, height = _decoded_size(path)
    except (Image.DecompressionBombError, *_UNREADABLE) as error:
        raise LayoutError(
            f"{path.name}: the picture is damaged or of an unknown kind ({error}); "
            "save it again as PNG or JPEG",
            line,
        ) from error
    if width * height > LARGEST_PICTURE:
        raise LayoutError(
            f"{path.name}: the picture has {width} x {height} pixels; save it smaller", line
        )
    return Seen(width, height, None)


def _decoded_size(path: Path) -> tuple[int, int]:
    """Width and height of a raster that can be decoded; one with too many pixels is not tried."""
    with warnings.catch_warnings():
        # Our own limit is stricter and speaks to the person.
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        with Image.open(path) as image:
            size = _upright_size(image)
            if size[0] * size[1] <= LARGEST_PICTURE:
                # A small draft shows damage without the time and memory of the whole picture.
                image.draft("RGB", (64, 64))
                image.load()
    return size


def _upright_size(image: Image.Image) -> tuple[int, int]:
    """The size as seen: a camera's orientation mark may lay the picture on its side."""
    width, height = image.size
    sideways = image.getexif().get(0x0112, 1) in (5, 6, 7, 8)
    return (height, width) if sideways else (width, height)
