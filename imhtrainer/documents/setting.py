"""Short forms for setting text on documents."""

from dataclasses import dataclass
from typing import Literal

from imhtrainer.layout.fonts import FontLibrary
from imhtrainer.layout.frame import Frame
from imhtrainer.layout.page import Align, Anchor, Span, TextBox, TextParagraph
from imhtrainer.layout.text import fits, set_text

_SHORT = 26
"""Letters of a title's second part that stay on one line."""

_NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class Type:
    """A type style in points: size, line height, weight, colour, family, and a heading's level (0 for none)."""

    size: float
    lead: float
    color: str = "ink"
    bold: bool = False
    semibold: bool = False
    family: Literal["head", "body"] = "body"
    heading: int = 0


def paragraph(text: str, style: Type, align: Align = "left", before: float = 0.0) -> TextParagraph:
    """One paragraph of one style."""
    span = Span(
        text,
        family=style.family,
        size=style.size,
        color=style.color,
        bold=style.bold,
        semibold=style.semibold,
    )
    return TextParagraph((span,), style.lead, before=before, align=align, heading=style.heading)


def put(
    fonts: FontLibrary,
    frame: Frame,
    text: str,
    style: Type,
    name: str,
    align: Align = "left",
    anchor: Anchor = "top",
) -> TextBox:
    """A text in a frame; raises ``LayoutError`` when it does not fit."""
    return set_text(fonts, frame, (paragraph(text, style, align),), name, anchor=anchor)


def put_shortened(
    fonts: FontLibrary, frame: Frame, text: str, style: Type, name: str, anchor: Anchor = "top"
) -> TextBox:
    """A text in a frame, without its last words and with … where it does not fit."""
    words = text.split()
    shown = text
    while len(words) > 1 and not fits(fonts, (paragraph(shown, style),), frame.w, frame.h):
        words.pop()
        shown = f"{' '.join(words)} …"
    return put(fonts, frame, shown, style, name, anchor=anchor)


def broken_at_dash(title: str) -> str:
    """A title that breaks after its dash where it needs two lines, and not within a short second part."""
    first, dash, second = title.partition(" – ")
    if not dash or len(second) > _SHORT:
        return title
    return f"{first}{_NO_BREAK}– {second.replace(' ', _NO_BREAK)}"
