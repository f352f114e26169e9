"""Picture files as media parts, each once; SVG drawings as PNG at twice the page's size.

A drawing of the house's simple kind is kept as SVG as well, which newer Office programs show instead.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from pkgutil import resolve_name

from imhtrainer.domain.errors import RenderError
from imhtrainer.layout.page import Box, Clip, GroupBox, Page, PictureBox
from imhtrainer.render.pptx.parts import FilePart, Part

_ENDINGS = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/svg+xml": "svg"}
_RASTERS = "imhtrainer.render.pptx.rasters"


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
            picture_bytes = resolve_name(f"{_RASTERS}:picture_bytes")
            blob, content_type = picture_bytes(self.widest[path])
            self._by_path[path] = self._store(blob, content_type)
        return self._by_path[path]

    def drawing(self, path: str) -> Part:
        """The SVG file itself as a part; only for drawings that were read and found simple."""
        if path not in self._drawings:
            self._drawings[path] = self._store(
                resolve_name(f"{_RASTERS}:file_bytes")(path), "image/svg+xml"
            )
        return self._drawings[path]

    def clip(self, clip: Clip) -> Part:
        """A video or sound as a part; ``RenderError`` if it is gone."""
        return self._file(clip.path, clip.mime)

    def captions(self, clip: Clip) -> Part:
        """The subtitles of a video as a part; ``RenderError`` if they are gone."""
        return self._file(clip.subtitles, "text/vtt")

    def _file(self, path: str, content_type: str) -> Part:
        if path not in self._clips:
            if not Path(path).is_file():
                raise RenderError(f"{path}: the file is gone. Put it back or mend the deck.")
            ending = Path(path).suffix.lower().lstrip(".")
            name = f"ppt/media/media{len(self._clips) + 1}.{ending}"
            self._clips[path] = FilePart(name, content_type, Path(path))
        return self._clips[path]

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
