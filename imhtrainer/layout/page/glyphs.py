"""Letters as they are drawn: shaped by HarfBuzz, placed on the page."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class FontFace:
    """A font file: ``key`` is unique, ``path`` absolute, ``family`` is ``head``, ``body`` or ``fallback``."""

    key: str
    path: str
    family: Literal["head", "body", "fallback"]
    bold: bool
    italic: bool
    units_per_em: int


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """Shaped glyphs of one face, size and direction, left to right as drawn.

    ``x`` and ``baseline`` place the run on the page. ``advances`` and ``offsets`` are in points; ``clusters``
    gives for each glyph the index in ``text`` of the first letter it belongs to. ``missing`` marks a run of
    letters that no font has: it is drawn as a box (glyph 0) and its text stays extractable.
    """

    face: FontFace
    size: float
    color: str
    x: float
    baseline: float
    glyphs: tuple[int, ...]
    advances: tuple[float, ...]
    offsets: tuple[tuple[float, float], ...]
    clusters: tuple[int, ...]
    text: str
    right_to_left: bool = False
    missing: bool = False
    link: str = ""

    @property
    def width(self) -> float:
        """Sum of the advances, in points."""
        return sum(self.advances)


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it is broken: where it stands, its letters and its runs in drawing order.

    ``slack`` is the room left in points; ``overhang`` how much wider than the box, less its indent, the
    line would have been with the next word: 0 for a last line, less than 0 where lines were broken
    narrower than the box. Both tell how safe the break is in another program.
    """

    x: float
    baseline: float
    width: float
    text: str
    runs: tuple[GlyphRun, ...]
    slack: float = 0.0
    overhang: float = 0.0
