"""Which tool is in the hand and what it draws with; no Qt."""

from dataclasses import dataclass
from enum import Enum

from imhtrainer.domain.ink import Pen


class Tool(Enum):
    """What the hand does on the slide; ``NONE`` leaves it alone."""

    NONE = ""
    POINTER = "pointer"
    SPOTLIGHT = "spotlight"
    PEN = "pen"
    HIGHLIGHTER = "highlighter"
    ERASER = "eraser"
    ZOOM = "zoom"


COLORS = ("coral-text", "lagoon", "sun", "ink")
"""The pens' colours, as tokens."""
THIN, BOLD = 3.0, 7.0
"""Widths of the pen in points."""
BROADER = 5
"""How many times as wide a highlighter is."""
WIPE = 8.0
"""Points around the eraser within which it wipes."""
MOST = 6.0
"""How many times as large a part of the page may be shown."""

Region = tuple[float, float, float, float]
"""Left, top, width and height of a part of the page, as shares; width and height are alike."""
WHOLE: Region = (0.0, 0.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Hand:
    """The tool, the colour it draws in, and whether it draws thick lines."""

    tool: Tool = Tool.NONE
    color: str = COLORS[0]
    bold: bool = False

    @property
    def pen(self) -> Pen | None:
        """What it draws with; None for what does not draw."""
        if self.tool is Tool.PEN:
            return "pen"
        return "highlighter" if self.tool is Tool.HIGHLIGHTER else None

    @property
    def width(self) -> float:
        """The line's width in points."""
        thick = BOLD if self.bold else THIN
        return thick * (BROADER if self.tool is Tool.HIGHLIGHTER else 1)

    @property
    def ink(self) -> str:
        """The line's colour; a dark highlighter would hide what it marks."""
        return "sun" if self.tool is Tool.HIGHLIGHTER and self.color == "ink" else self.color


def framed(x: float, y: float, other_x: float, other_y: float) -> Region:
    """The part of the page around a drawn rectangle, in the page's proportions and within it."""
    share = min(max(abs(other_x - x), abs(other_y - y), 1 / MOST), 1.0)
    return _within((x + other_x) / 2 - share / 2, (y + other_y) / 2 - share / 2, share)


def zoomed(region: Region, x: float, y: float, factor: float) -> Region:
    """The part so many times nearer, with the page's place ``x``, ``y`` where it was."""
    share = min(max(region[2] / factor, 1 / MOST), 1.0)
    left = x - (x - region[0]) * share / region[2]
    top = y - (y - region[1]) * share / region[3]
    return _within(left, top, share)


def _within(left: float, top: float, share: float) -> Region:
    most = 1 - share
    return (min(max(left, 0.0), most), min(max(top, 0.0), most), share, share)
