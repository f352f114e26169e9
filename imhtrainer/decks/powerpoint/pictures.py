"""Pictures of a PowerPoint file as pictures of a deck: replaced, added, described anew, or gone."""

import re
import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO

from PIL import Image, ImageChops, ImageStat

from imhtrainer.decks.powerpoint.show import ShownPicture
from imhtrainer.decks.slugs import slug
from imhtrainer.decks.writing.blocks import alt_words
from imhtrainer.domain.deck import Block, Column, Picture

SHOWN_ENDINGS = ("png", "jpg", "jpeg")
"""What a deck can show of what a PowerPoint file may hold."""

_SMALL = (32, 32)
_SAME = 6.0
"""Mean difference (of 255) below which two small pictures are one, saved twice."""

_UNREADABLE = (OSError, ValueError, SyntaxError, EOFError, struct.error, zlib.error)
_FILE_NAME = re.compile(r"[^a-z0-9]+")


@dataclass(slots=True)
class PictureFiles:
    """New files for the deck's folder by their path in it; ``taken`` are the names already there."""

    taken: set[str] = field(default_factory=set)
    files: dict[str, bytes] = field(default_factory=dict)

    def add(self, picture: ShownPicture, wanted: str) -> str | None:
        """The path of a new picture, the same for the same bytes; None where no deck could show it."""
        if picture.ending not in SHOWN_ENDINGS or not _is_readable(picture.content):
            return None
        known = next((p for p, content in self.files.items() if content == picture.content), None)
        if known is not None:
            return known
        path = self._free(wanted, "jpg" if picture.ending == "jpeg" else picture.ending)
        self.files[path] = picture.content
        return path

    def _free(self, wanted: str, ending: str) -> str:
        base = _FILE_NAME.sub("-", slug(wanted))[:40].strip("-") or "picture"
        number, name = 2, f"{base}.{ending}"
        while name in self.taken:
            name = f"{base}-{number}.{ending}"
            number += 1
        self.taken.add(name)
        return f"images/{name}"


def pictures_in(blocks: Iterable[Block]) -> Iterator[Picture]:
    """The pictures of a slide in order, those in columns among them."""
    for block in blocks:
        if isinstance(block, Picture):
            yield block
        elif isinstance(block, Column):
            yield from pictures_in(block.blocks)


def with_picture(blocks: Sequence[Block], old: Picture, new: Picture | None) -> tuple[Block, ...]:
    """The blocks with one picture exchanged, or without it."""
    return tuple(_exchanged(blocks, old, new))


def described(picture: Picture, alt: str) -> Picture:
    """The picture with other words for who cannot see it."""
    return replace(picture, alt=alt_words(alt))


def same_picture(before: ShownPicture, after: ShownPicture) -> bool:
    """Whether two pictures are one, even where a program has saved it anew."""
    if before.content == after.content:
        return True
    try:
        pair = [_small(one.content) for one in (before, after)]
    except (*_UNREADABLE, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return False
    difference = ImageStat.Stat(ImageChops.difference(*pair)).mean
    return max(difference) < _SAME


def _small(content: bytes) -> Image.Image:
    with Image.open(BytesIO(content)) as picture:
        whole = picture.convert("RGBA").resize(_SMALL)
    ground = Image.new("RGBA", _SMALL, "white")
    return Image.alpha_composite(ground, whole).convert("RGB")


def _is_readable(content: bytes) -> bool:
    try:
        with Image.open(BytesIO(content)) as picture:
            return picture.format in ("PNG", "JPEG", "MPO")
    except (*_UNREADABLE, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return False


def _exchanged(blocks: Sequence[Block], old: Picture, new: Picture | None) -> Iterator[Block]:
    for block in blocks:
        match block:
            case Picture() if block is old:
                if new is not None:
                    yield new
            case Column(blocks=inner):
                yield replace(block, blocks=tuple(_inside(inner, old, new)))
            case _:
                yield block


def _inside(blocks: Sequence[Block], old: Picture, new: Picture | None) -> Iterator[Block]:
    """A column's blocks with the picture exchanged."""
    for block in blocks:
        if block is not old:
            yield block
        elif new is not None:
            yield new
