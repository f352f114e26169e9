"""A picture file of a deck: whether it is there, and whether every medium can show it."""

import re
import struct
import warnings
import zlib
from collections.abc import Iterator
from pathlib import Path
from xml.parsers import expat

from PIL import Image

from imhtrainer.decks.source import is_file

LARGEST_BYTES = 25_000_000
"""The largest picture file, in bytes."""

MOST_PIXELS = 40_000_000
"""The most pixels a picture may have, width times height."""

# Phones write JPEG files of several pictures, which Pillow calls MPO.
_JPEG = ("JPEG", "MPO")
_RASTERS = {".png": ("PNG",), ".jpg": _JPEG, ".jpeg": _JPEG}
_FAR = re.compile(r"url\((?!\s*['\"]?\s*(?:#|data:))|@import", re.IGNORECASE)
_NEAR = ("#", "data:image/")
_REFUSED_ELEMENTS = ("script", "foreignobject", "iframe")
# Whatever Pillow's readers let through on damaged bytes.
_DAMAGE = (OSError, SyntaxError, ValueError, EOFError, OverflowError, struct.error, zlib.error)


def picture_faults(folder: Path, path: str, thorough: bool = False) -> Iterator[str]:
    """What is wrong with the picture ``path`` in ``folder``; ``thorough`` decodes rasters whole."""
    file = folder / path
    suffix = file.suffix.lower()
    if not path or ":" in path or path.startswith(("/", "\\")) or ".." in Path(path).parts:
        yield f"The picture “{path}” lies outside the deck's folder: copy it into images/."
    elif suffix != ".svg" and suffix not in _RASTERS:
        yield f"The picture “{path}” is no SVG, PNG or JPEG file: convert it."
    elif not is_file(file):
        yield f"The picture “{path}” is missing: put the file there or mend the path."
    elif file.stat().st_size > LARGEST_BYTES:
        size = file.stat().st_size / 1e6
        yield f"The picture “{path}” is {size:.0f} MB large: make it smaller than 25 MB."
    elif suffix == ".svg":
        yield from (f"The picture “{path}” {fault}" for fault in _svg_faults(file))
    else:
        yield from (f"The picture “{path}” {fault}" for fault in _raster_faults(file, thorough))


def _raster_faults(file: Path, thorough: bool) -> Iterator[str]:
    try:
        with warnings.catch_warnings():
            # Pillow warns above 89 million pixels; that is refused below, in words of ours.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            yield from _look_into_raster(file, thorough)
    except Image.DecompressionBombError:
        yield "has more than 40 million pixels: make it smaller."
    except _DAMAGE:
        yield "is damaged or no picture: save it again from its source."


def _look_into_raster(file: Path, thorough: bool) -> Iterator[str]:
    with Image.open(file) as image:
        width, height = image.size
        if width * height > MOST_PIXELS:
            yield f"has {width} x {height} pixels: make it smaller than 40 million."
        elif image.format not in _RASTERS[file.suffix.lower()]:
            yield f"is a {image.format} file in truth: rename or convert it."
        elif thorough:
            # A JPEG decoded at an eighth of its size is read to its end all the same.
            image.draft(None, (width // 8, height // 8))
            image.load()


def _svg_faults(file: Path) -> list[str]:
    reading = _SvgReading()
    parser = expat.ParserCreate()
    parser.StartElementHandler = reading.start_element
    parser.CharacterDataHandler = reading.look_at_text
    parser.ProcessingInstructionHandler = reading.instruction
    parser.EntityDeclHandler = reading.entity
    parser.buffer_text = True
    try:
        parser.Parse(file.read_bytes(), True)
    except OSError as error:
        return [f"cannot be read: {error.strerror}."]
    except expat.ExpatError as error:
        return [f"is no readable SVG ({error}): save it again from its source."]
    except _Refused as refused:
        return [str(refused)]
    return []


class _Refused(Exception):
    """An SVG holds something that no renderer here may follow."""


class _SvgReading:
    """Looks at each piece of an SVG as it is read, and raises _Refused at the first bad one."""

    def __init__(self) -> None:
        self._root = True

    def start_element(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(":")[2].lower()
        if self._root:
            self._root = False
            _look_at_root(name, tag, attributes)
        if tag in _REFUSED_ELEMENTS:
            raise _Refused(f"holds <{name}>, which is not shown: save it as plain SVG.")
        for key, value in attributes.items():
            is_reference = key.rpartition(":")[2].lower() == "href"
            if is_reference and not value.strip().lower().startswith(_NEAR):
                raise _Refused(_outside(value))
            self.look_at_text(value)

    def look_at_text(self, text: str) -> None:
        if _FAR.search(text):
            raise _Refused(_outside(text))

    def instruction(self, target: str, data: str) -> None:
        if target.lower() == "xml-stylesheet":
            raise _Refused(_outside(data))

    def entity(self, *_: object) -> None:
        raise _Refused("declares XML entities: save it as plain SVG.")


def _look_at_root(name: str, tag: str, attributes: dict[str, str]) -> None:
    if tag != "svg":
        raise _Refused(f"is no SVG: it begins with <{name}>.")
    if "viewBox" not in attributes and not {"width", "height"} <= set(attributes):
        raise _Refused("has no size: give its <svg> a viewBox.")


def _outside(text: str) -> str:
    return f"refers to something outside itself: remove {text.strip()[:40]}"
