"""What a PowerPoint file shows, in words of ours: nothing here knows how the file is built."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from imhtrainer.domain.deck import Text, plain

Mark = Literal["", "dot", "number"]
Frame = tuple[float, float, float, float]
"""Left, top, width and height as shares of the slide."""


@dataclass(frozen=True, slots=True)
class Words:
    """One paragraph; ``level`` is how deep it stands in a list whose ``mark`` it has."""

    text: Text
    mark: Mark = ""
    level: int = 0

    @property
    def plain(self) -> str:
        """The letters, with single spaces."""
        return " ".join(plain(self.text).split())


@dataclass(frozen=True, slots=True)
class ShownText:
    """A shape with text; ``kind`` is its placeholder's: ``title``, ``subtitle``, ``body`` or ``""``."""

    name: str
    kind: str
    words: tuple[Words, ...]
    frame: Frame

    @property
    def plain(self) -> str:
        """All its letters."""
        return " ".join(one.plain for one in self.words)


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table; its first row is its header."""

    name: str
    rows: tuple[tuple[Words, ...], ...]
    frame: Frame

    @property
    def words(self) -> tuple[Words, ...]:
        """All cells, row by row."""
        return tuple(cell for row in self.rows for cell in row)

    @property
    def plain(self) -> str:
        """All its letters."""
        return " ".join(cell.plain for cell in self.words)


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """A picture; ``ending`` is ``png``, ``jpg`` or another, without a dot."""

    name: str
    alt: str
    content: bytes = field(repr=False)
    ending: str
    frame: Frame


Shown = ShownText | ShownTable | ShownPicture


@dataclass(frozen=True, slots=True)
class ShownSlide:
    """A slide: ``name`` is the stable one of our own export, empty where the file has none.

    ``kind`` is its layout's, such as ``title`` or ``secHead``, ``layout`` that layout's name; ``left_out``
    says what no deck can hold. ``drawn`` are the names and places of shapes without words.
    """

    number: int
    name: str
    kind: str
    shapes: tuple[Shown, ...]
    notes: tuple[Words, ...]
    left_out: tuple[str, ...] = ()
    hidden: bool = False
    layout: str = ""
    drawn: tuple[tuple[str, Frame], ...] = ()

    @property
    def title(self) -> str:
        """The words of its title; empty where it has none."""
        return next((one.plain for one in self.texts if one.kind == "title"), "")

    @property
    def texts(self) -> Iterator[ShownText]:
        """Its shapes with text."""
        return (shape for shape in self.shapes if isinstance(shape, ShownText))

    @property
    def pictures(self) -> Iterator[ShownPicture]:
        """Its pictures."""
        return (shape for shape in self.shapes if isinstance(shape, ShownPicture))

    @property
    def plain(self) -> str:
        """All letters on the slide itself."""
        return " ".join(s.plain for s in self.shapes if not isinstance(s, ShownPicture))


@dataclass(frozen=True, slots=True)
class ShownSection:
    """A section of the slide list: ``key`` is its stable GUID, ``slides`` are numbers from 1."""

    key: str
    title: str
    slides: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Show:
    """A whole file."""

    title: str
    subject: str
    lang: str
    slides: tuple[ShownSlide, ...]
    sections: tuple[ShownSection, ...]
