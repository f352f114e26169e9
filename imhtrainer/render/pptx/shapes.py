"""Boxes as native shapes, each by its kind; text and groups here, the others in their own modules."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from imhtrainer.layout.page import (
    PLAY_SIGN,
    Box,
    ChartBox,
    EllipseBox,
    GroupBox,
    PathBox,
    PictureBox,
    QrBox,
    RectBox,
    TableBox,
    TextBox,
)
from imhtrainer.render.pptx.drawn import drawn_shape, symbol_shape
from imhtrainer.render.pptx.frames import chart_frame, picture_shape, table_frame
from imhtrainer.render.pptx.markup import emu, tag
from imhtrainer.render.pptx.numbers import with_native_numbers
from imhtrainer.render.pptx.outlines import bounds, position, preset
from imhtrainer.render.pptx.placeholders import placeholder
from imhtrainer.render.pptx.sheet import Sheet
from imhtrainer.render.pptx.slots import Slot
from imhtrainer.render.pptx.text import text_body

BULLET_PREFIX = "bullet-"
"""Drawn list marks: PowerPoint's paragraphs have dots and numbers of their own, only discs stay."""


def shape(box: Box, sheet: Sheet, slot: Slot | None = None) -> str:
    """A box as markup; ``slot`` is the placeholder it fills."""
    match box:
        case TextBox():
            return text_shape(box, sheet, slot)
        case RectBox() | EllipseBox() | PathBox():
            return drawn_shape(box, sheet)
        case PictureBox():
            return picture_shape(box, sheet, slot)
        case TableBox():
            return table_frame(box, sheet, slot)
        case ChartBox():
            return chart_frame(box, sheet)
        case QrBox():
            return symbol_shape(box, sheet)
        case GroupBox():
            return _group(box, sheet)


def text_shape(box: TextBox, sheet: Sheet, slot: Slot | None = None) -> str:
    """A text box, or the text of a placeholder."""
    field = "slidenum" if slot and slot.kind == "sldNum" else ""
    kind = {} if slot else {"txBox": 1}
    locks = tag("a:spLocks", {"noGrp": 1}) if slot else ""
    geometry = "" if slot else preset("rect") + tag("a:noFill")
    return tag(
        "p:sp",
        {},
        tag(
            "p:nvSpPr",
            {},
            sheet.properties(box.name or box.role or "text"),
            tag("p:cNvSpPr", kind, locks),
            placeholder(slot),
        ),
        tag("p:spPr", {}, _place(box, slot), geometry),
        text_body(box, sheet.voice(slot), field),
    )


def _place(box: TextBox, slot: Slot | None) -> str:
    """Where the text stands, unless its placeholder stands there anyway."""
    place = position("a:xfrm", (box.x, box.y, box.w, box.h))
    if slot is None:
        return place
    # Text that stands at the top of a higher placeholder stands where it was measured.
    roomier = slot.shrinks and box.anchor == slot.anchor == "top" and box.h < slot.h
    high = box.h if roomier else slot.h
    return "" if place == position("a:xfrm", (slot.x, slot.y, slot.w, high)) else place


def _group(box: GroupBox, sheet: Sheet) -> str:
    properties = sheet.properties(box.name, box.alt, decorative=not box.alt)
    inside = "".join(shape(child, sheet) for child in drawn_boxes(box.boxes))
    x, y, w, h = bounds(box.boxes)
    offset, size = {"x": emu(x), "y": emu(y)}, {"cx": emu(w), "cy": emu(h)}
    return tag(
        "p:grpSp",
        {},
        tag("p:nvGrpSpPr", {}, properties, tag("p:cNvGrpSpPr"), tag("p:nvPr")),
        tag(
            "p:grpSpPr",
            {},
            tag(
                "a:xfrm",
                {},
                tag("a:off", offset),
                tag("a:ext", size),
                tag("a:chOff", offset),
                tag("a:chExt", size),
            ),
        ),
        inside,
    )


def drawn_boxes(boxes: Sequence[Box]) -> Iterator[Box]:
    """The boxes that become shapes.

    Of drawn list marks only the disc behind a number stays, and it comes first: PowerPoint
    writes the number with the text.
    """
    boxes = with_native_numbers(boxes)
    marks = [box for box in boxes if box.name.startswith(BULLET_PREFIX)]
    for mark in marks:
        if isinstance(mark, GroupBox):
            yield from (
                replace(child, step=max(mark.step, child.step))
                for child in mark.boxes
                if not isinstance(child, TextBox)
            )
    # PowerPoint shows its own controls over a video, and a drawn sign would take the click on it.
    own = (BULLET_PREFIX, PLAY_SIGN)
    yield from (box for box in boxes if not box.name.startswith(own))
