"""Picture files fitted into boxes, checked before anything tries to draw them."""

import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import resvg_py
from PIL import Image, UnidentifiedImageError

from imhtrainer.domain.deck import Picture
from imhtrainer.domain.errors import LayoutError
from imhtrainer.layout.drawing import Drawing, place, read_drawing
from imhtrainer.layout.frame import Frame
from imhtrainer.layout.page import PictureBox
from imhtrainer.resources import resource_path

__all__ = ["Frame", "PictureShelf", "picture_file", "place_picture", "svg_raster"]

Fit = Literal["contain", "cover"]
Across = Literal["left", "center", "right"]
Down = Literal["top", "middle", "bottom"]

LARGEST_FILE = 40_000_000
"""Bytes a picture file may have."""

LARGEST_PICTURE = 60_000_000
"""Pixels a picture may have: a decompression bomb has more."""

_SHARES = {"left": 0.0, "center": 0.5, "right": 1.0, "top": 0.0, "middle": 0.5, "bottom": 1.0}
_UNREADABLE = (OSError, SyntaxError, ValueError, EOFError, UnidentifiedImageError)


@dataclass(frozen=True, slots=True)
class _Seen:
    """What is known of a picture file: its proportions, and its shapes if it is a simple drawing."""

    width: float
    height: float
    drawing: Drawing | None


class PictureShelf:
    """Remembers picture files that were checked and read, until they change on disk."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, int, int], _Seen] = {}

    def look(self, path: Path, line: int = 0) -> _Seen:
        """Check a picture file. Raises ``LayoutError`` if it is missing, too large or damaged."""
        try:
            state = path.stat()
        except OSError as error:
            raise LayoutError(
                f"{path.name}: there is no such picture; add the file or mend its name", line
            ) from error
        key = (str(path), state.st_mtime_ns, state.st_size)
        if key not in self._seen:
            self._seen[key] = _look(path, state.st_size, line)
        return self._seen[key]


def place_picture(
    path: Path,
    frame: Frame,
    fit: Fit = "contain",
    alt: str = "",
    name: str = "picture",
    role: str = "",
    step: int = 0,
    line: int = 0,
    across: Across = "center",
    down: Down = "middle",
    shelf: PictureShelf | None = None,
) -> PictureBox:
    """Fit a picture into a frame: ``contain`` shows all of it, ``cover`` fills the frame and crops.

    ``across`` and ``down`` say where it stands, or what stays, when the proportions differ. A drawing
    is never cropped. Give the kit's ``shelf``, so that no file is read twice.
    Raises ``LayoutError`` with the deck's line if the file is missing, too large or damaged.
    """
    seen = (shelf or PictureShelf()).look(path, line)
    if fit == "cover" and seen.drawing is None:
        crop = _crop(seen, frame, _SHARES[across], _SHARES[down])
        return PictureBox(
            frame.x, frame.y, frame.w, frame.h, str(path), alt, (), crop, name, role, step
        )
    box = _contained(seen, frame, _SHARES[across], _SHARES[down])
    drawing = place(seen.drawing, box.x, box.y, box.w, box.h) if seen.drawing else ()
    return PictureBox(
        box.x, box.y, box.w, box.h, str(path), alt, drawing, (0.0,) * 4, name, role, step
    )


def picture_file(folder: Path, picture: Picture) -> Path:
    """Where a picture of a deck in ``folder`` lies; a sound without a poster has the program's."""
    if not picture.path and picture.plays is not None:
        return resource_path("media", "sound.svg")
    return folder / picture.path


def svg_raster(path: Path, width: int) -> bytes:
    """An SVG file as a PNG of ``width`` pixels. Raises ``LayoutError`` if it cannot be drawn."""
    try:
        return bytes(resvg_py.svg_to_bytes(svg_path=str(path), width=width))
    except (ValueError, OSError) as error:
        raise LayoutError(f"{path.name}: the picture cannot be drawn ({error})") from error


def _contained(seen: _Seen, frame: Frame, across: float, down: float) -> Frame:
    scale = min(frame.w / seen.width, frame.h / seen.height)
    w, h = seen.width * scale, seen.height * scale
    return Frame(frame.x + (frame.w - w) * across, frame.y + (frame.h - h) * down, w, h)


def _crop(
    seen: _Seen, frame: Frame, across: float, down: float
) -> tuple[float, float, float, float]:
    scale = max(frame.w / seen.width, frame.h / seen.height)
    wide = 1 - frame.w / (seen.width * scale)
    high = 1 - frame.h / (seen.height * scale)
    return (wide * across, high * down, wide * (1 - across), high * (1 - down))


def _look(path: Path, size: int, line: int) -> _Seen:
    if size > LARGEST_FILE:
        raise LayoutError(
            f"{path.name}: the picture has {size // 1_000_000} MB, at most "
            f"{LARGEST_FILE // 1_000_000} are allowed; save it smaller",
            line,
        )
    if path.suffix.lower() in (".svg", ".svgz"):
        return _look_at_svg(path, line)
    return _look_at_raster(path, line)


def _look_at_svg(path: Path, line: int) -> _Seen:
    drawing = read_drawing(path)
    if drawing is not None:
        return _Seen(drawing.width, drawing.height, drawing)
    try:
        png = resvg_py.svg_to_bytes(svg_path=str(path), width=256)
        width, height = _png_size(bytes(png))
    except _UNREADABLE as error:
        raise LayoutError(
            f"{path.name}: the picture is damaged ({error}); save it again", line
        ) from error
    return _Seen(width, height, None)


def _png_size(png: bytes) -> tuple[int, int]:
    """Width and height from a PNG's first chunk."""
    return int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")


def _look_at_raster(path: Path, line: int) -> _Seen:
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
    return _Seen(width, height, None)


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
