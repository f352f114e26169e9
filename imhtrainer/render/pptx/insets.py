"""Insets that make Office break and place lines where they were measured.

The room left and right is shared out so that every break is as far as possible from tipping over in
a program that measures a little differently.
"""

from collections.abc import Mapping

from imhtrainer.layout.breaking import SAFE_SHARE, wrap_margin
from imhtrainer.layout.directions import base_level
from imhtrainer.layout.page import Align, TextBox, TextParagraph
from imhtrainer.render.pptx.markup import emu, tag

ANCHORS: Mapping[str, str] = {"top": "t", "middle": "ctr", "bottom": "b"}

_BASELINE_SHARE = 0.2
_SEMIBOLD_GROWTH = 0.03


def body_properties(box: TextBox, *, shrinks: bool = False, wraps: bool = True) -> str:
    """Zero insets but for the wrap margin and the shift that puts the first line where it was measured.

    Text that ``shrinks`` stays as it is until somebody lengthens it beyond its placeholder. Text that
    does not wrap stays on its lines in a wider typeface, too.
    """
    left, right = side_insets(box)
    top, bottom = _shift(box)
    attributes: dict[str, str | int] = {
        "vert": "horz",
        "wrap": "square" if wraps else "none",
        "lIns": emu(left),
        "tIns": emu(top),
        "rIns": emu(right),
        "bIns": emu(bottom),
        "rtlCol": 0,
        "anchor": ANCHORS[box.anchor],
    }
    return tag("a:bodyPr", attributes, fitting(shrinks))


def fitting(shrinks: bool) -> str:
    """Whether PowerPoint may make text smaller that has grown beyond its box."""
    return tag("a:normAutofit" if shrinks else "a:noAutofit")


def side_insets(box: TextBox) -> tuple[float, float]:
    """Left and right inset in points (negative where text may reach further)."""
    growth = _wrap_growth(box)
    align = reading_align(box.paragraphs[0]) if box.paragraphs else "left"
    left = {"left": 0.0, "center": 0.5, "right": 1.0}[align]
    return -growth * left, -growth * (1 - left)


def reading_align(paragraph: TextParagraph) -> Align:
    """The side a paragraph stands at: text that is read from the right begins there."""
    if paragraph.align == "left" and base_level(paragraph.text):
        return "right"
    return paragraph.align


def first_line_top(box: TextBox) -> float | None:
    """Where the first line of a measured box begins, by the baseline rule."""
    for paragraph in box.paragraphs:
        if paragraph.lines:
            size = max((span.size for span in paragraph.spans), default=0.0)
            return paragraph.lines[0].baseline - paragraph.lead + _BASELINE_SHARE * size
    return None


def text_height(box: TextBox) -> float:
    """Height of all lines and the spaces between paragraphs, in points."""
    lines = sum(len(paragraph.lines) * paragraph.lead for paragraph in box.paragraphs)
    return lines + sum(paragraph.before for paragraph in box.paragraphs[1:])


def _wrap_growth(box: TextBox) -> float:
    """How much wider than the box text wraps: as little as leaves room on both sides of each break.

    Georgia has no semibold: its bold stands in and is a little wider.
    """
    margin = wrap_margin(box)
    narrowest, widest = margin.shift - margin.tolerance, margin.shift + margin.tolerance
    room = min(SAFE_SHARE * box.w, margin.tolerance)
    semibold = (
        line.width
        for paragraph in box.paragraphs
        if any(span.semibold for span in paragraph.spans)
        for line in paragraph.lines
    )
    growth = min(max(0.0, narrowest + room), widest - room)
    return growth + _SEMIBOLD_GROWTH * max(semibold, default=0.0)


def _shift(box: TextBox) -> tuple[float, float]:
    """Top and bottom inset that move anchored text to the measured first line."""
    top = first_line_top(box)
    if top is None:
        return 0.0, 0.0
    if box.anchor == "top":
        return top - box.y, 0.0
    if box.anchor == "bottom":
        return 0.0, box.y + box.h - top - text_height(box)
    offset = 2 * (top - box.y) - (box.h - text_height(box))
    return (offset, 0.0) if offset > 0 else (0.0, -offset)
