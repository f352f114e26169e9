"""Picture files as media parts, each once; SVG drawings as PNG at twice the page's size.

A drawing of the house's simple kind is kept as SVG as well, which newer Office programs show instead.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from pkgutil import resolve_name

import resvg_py
from PIL import Image, ImageOps

from imhtrainer.domain.errors import RenderError
from imhtrainer.layout.page import Box, Clip, GroupBox, Page, PictureBox
from imhtrainer.render.pptx.parts import FilePart, Part

PIXELS_PER_POINT = 2
_ORIENTATION = 0x0112
_ENDINGS = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/svg+xml": "svg"}
_OFFICE_FORMATS = {"PNG": "image/png", "JPEG": "image/jpeg", "GIF": "image/gif"}

_UNREADABLE = (OSError, ValueError, SyntaxError, Image.DecompressionBombError)


@dataclass
class Media:
    """The pictures of one file; ``widest`` is for each the box that shows it largest."""

    widest: Mapping[str, PictureBox]
    _by_path: dict[str, Part] = field(default_factory=dict)
    _drawings: dict[str, Part] = field(default_factory=dict)
    _clips: dict[str, Part] = field(default_factory=dict)
    _by_digest: dict[str, Part] = field(default_factory=dict)

    def part(self, path: str) -> Part:
        """The media part of a picture file; ``RenderError`` if it cannot be read."""
        if path not in self._by_path:
            blob, content_type = _picture_bytes(self.widest[path])
            self._by_path[path] = self._store(blob, content_type)
        return self._by_path[path]

    def drawing(self, path: str) -> Part:
        """The SVG file itself as a part; only for drawings that were read and found simple."""
        if path not in self._drawings:
            self._drawings[path] = self._store(_file_bytes(path), "image/svg+xml")
        return self._drawings[path]

    def clip(self, clip: Clip) -> Part:
        """A video or sound as a part; ``RenderError`` if it is gone."""
        if clip.path not in self._clips:
            if not Path(clip.path).is_file():
                raise RenderError(f"{clip.path}: the file is gone. Put it back or mend the deck.")
            ending = Path(clip.path).suffix.lower().lstrip(".")
            name = f"ppt/media/media{len(self._clips) + 1}.{ending}"
            self._clips[clip.path] = FilePart(name, clip.mime, Path(clip.path))
        return self._clips[clip.path]

    def _store(self, blob: bytes, content_type: str) -> Part:
        digest = hashlib.sha256(blob).hexdigest()
        if digest not in self._by_digest:
            ending = _ENDINGS[content_type]
            name = f"ppt/media/image{len(self._by_digest) + 1}.{ending}"
            self._by_digest[digest] = Part(name, content_type, blob)
        return self._by_digest[digest]


def widest_pictures(pages: Iterable[Page]) -> dict[str, PictureBox]:
    """For each picture file the box that shows it largest."""
    widest: dict[str, PictureBox] = {}
    for box in (box for page in pages for box in _pictures(page.boxes)):
        if box.path not in widest or _whole_width(box) > _whole_width(widest[box.path]):
            widest[box.path] = box
    return widest


def _whole_width(box: PictureBox) -> float:
    """The width in points that the picture would have uncropped."""
    left, _, right, _ = box.crop
    return box.w / max(1 - left - right, 0.01)


def _pictures(boxes: Iterable[Box]) -> Iterator[PictureBox]:
    for box in boxes:
        if isinstance(box, PictureBox):
            yield box
        elif isinstance(box, GroupBox):
            yield from _pictures(box.boxes)


def _picture_bytes(box: PictureBox) -> tuple[bytes, str]:
    pixels = round(_whole_width(box) * PIXELS_PER_POINT)
    try:
        if box.drawing:
            paint = resolve_name("imhtrainer.render.pptx.drawings:drawing_png")
            return paint(box, pixels), "image/png"
        if Path(box.path).suffix.lower() == ".svg":
            return _rasterised(box.path, pixels), "image/png"
        return _readable_by_office(_file_bytes(box.path))
    except _UNREADABLE as error:
        raise _unreadable(box.path, error) from error


def _file_bytes(path: str) -> bytes:
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
