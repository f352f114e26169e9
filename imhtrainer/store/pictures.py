"""Signatures and logos: checked once, kept under a name made of their content."""

import warnings
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from pkgutil import resolve_name
from typing import BinaryIO
from xml.etree import ElementTree

from PIL import Image, UnidentifiedImageError

from imhtrainer.domain.errors import StoreError
from imhtrainer.store.faults import store_error
from imhtrainer.store.files import replace_file

LARGEST_FILE = 20_000_000
"""Bytes a picture may have."""

LARGEST_PIXELS = 40_000_000
"""Pixels a picture may have; a page of 600 dpi has 33 million."""

# Phones write JPEG files of several pictures, which Pillow calls MPO.
_ENDINGS = {"PNG": ".png", "JPEG": ".jpg", "MPO": ".jpg"}


class PictureStore:
    """The pictures in one folder; a name never changes its picture."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, path: Path) -> str:
        """Keep a copy of a picture and return its name; raises StoreError for what is no usable picture."""
        content = _read(path)
        return self._keep(content, _ending(content, path))

    def keep_signature(self, path: Path) -> str:
        """Keep a picture of a signature made fit for paper and return its name.

        Raises StoreError for what is no usable picture, or would print blurred or as a box.
        """
        content = _read(path)
        ending = _ending(content, path)
        if ending == ".svg":
            return self._keep(content, ending)
        # Arrays of pixels take a tenth of a second to import, and a window opens without them.
        mend = resolve_name("imhtrainer.store.signatures:mend_signature")
        return self._keep(mend(content, path.name), ".png")

    def _keep(self, content: bytes, ending: str) -> str:
        name = sha256(content).hexdigest()[:32] + ending
        if not self.path(name).is_file():
            replace_file(self.path(name), lambda out: _write(out, content))
        return name

    def path(self, name: str) -> Path:
        """The file of a kept picture."""
        return self.folder / Path(name).name


def _read(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise StoreError(
                f"{path.name} is {size / 1e6:.0f} MB large. Choose a picture of at most 20 MB."
            )
        return path.read_bytes()
    except OSError as error:
        raise store_error("read", path, error) from error


def _ending(content: bytes, path: Path) -> str:
    if b"<svg" in content[:4096]:
        return _svg_ending(content, path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as picture:
                _check_size(picture, path)
                picture.load()
                return _ENDINGS[picture.format or "PNG"]
    except UnidentifiedImageError as error:
        raise StoreError(f"{path.name} is no PNG, JPEG or SVG picture. Choose another.") from error
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise StoreError(
            f"{path.name} is damaged ({error}). Save it again or choose another."
        ) from error


def _check_size(picture: Image.Image, path: Path) -> None:
    width, height = picture.size
    if width * height > LARGEST_PIXELS:
        raise StoreError(
            f"{path.name} has {width} x {height} pixels. Choose one of at most 40 million pixels."
        )


def _svg_ending(content: bytes, path: Path) -> str:
    if b"<!ENTITY" in content:
        raise StoreError(f"{path.name} declares entities, which is not allowed. Choose another.")
    try:
        root = ElementTree.fromstring(content)
    except ElementTree.ParseError as error:
        raise StoreError(f"{path.name} is a damaged SVG ({error}). Choose another.") from error
    if not root.tag.endswith("svg"):
        raise StoreError(f"{path.name} is no SVG picture. Choose another.")
    return ".svg"


def _write(out: BinaryIO, content: bytes) -> None:
    out.write(content)
