"""Shapes without text: rectangles, ellipses, freeforms and QR symbols."""

from imhtrainer.layout.page import Command, EllipseBox, PathBox, QrBox, RectBox
from imhtrainer.render.pptx.markup import emu, tag
from imhtrainer.render.pptx.outlines import (
    Frame,
    freeform,
    outline,
    position,
    preset,
    rectangle,
)
from imhtrainer.render.pptx.sheet import Sheet

Drawn = RectBox | EllipseBox | PathBox


def drawn_shape(box: Drawn, sheet: Sheet) -> str:
    """A shape without text: it carries no meaning that words beside it do not carry."""
    name, frame, geometry = _form(box)
    return tag(
        "p:sp",
        {},
        tag(
            "p:nvSpPr",
            {},
            sheet.properties(box.name or name, decorative=True),
            tag("p:cNvSpPr"),
            tag("p:nvPr"),
        ),
        tag(
            "p:spPr",
            {},
            position("a:xfrm", frame),
            geometry,
            sheet.colors.fill(box.fill),
            _line(box, sheet),
        ),
    )


def symbol_shape(box: QrBox, sheet: Sheet) -> str:
    """A QR symbol as one freeform that says in words what it holds."""
    commands: list[Command] = []
    for x, y, w, h in box.modules:
        commands += [
            ("M", (x, y)),
            ("L", (x + w, y)),
            ("L", (x + w, y + h)),
            ("L", (x, y + h)),
            ("Z", ()),
        ]
    frame, geometry = freeform(commands, box.color)
    return tag(
        "p:sp",
        {},
        tag(
            "p:nvSpPr",
            {},
            sheet.properties(box.name, f"QR code: {box.text}"),
            tag("p:cNvSpPr"),
            tag("p:nvPr"),
        ),
        tag(
            "p:spPr",
            {},
            position("a:xfrm", frame),
            geometry,
            sheet.colors.fill(box.color),
            tag("a:ln", {}, tag("a:noFill")),
        ),
    )


def _form(box: Drawn) -> tuple[str, Frame, str]:
    """A name for a shape without one, its frame and its geometry."""
    match box:
        case RectBox():
            return "rectangle", (box.x, box.y, box.w, box.h), rectangle(box)
        case EllipseBox():
            return "ellipse", (box.x, box.y, box.w, box.h), preset("ellipse")
        case PathBox():
            return "drawing", *freeform(outline(box), box.fill)


def _line(box: Drawn, sheet: Sheet) -> str:
    if not box.stroke or not box.stroke_width:
        return tag("a:ln", {}, tag("a:noFill"))
    rounded = isinstance(box, PathBox) and box.round_ends
    arrow = isinstance(box, PathBox) and box.arrow
    return tag(
        "a:ln",
        {"w": emu(box.stroke_width), "cap": "rnd" if rounded else "flat"},
        sheet.colors.fill(box.stroke, box.opacity if isinstance(box, PathBox) else 1.0),
        tag("a:round") if rounded else tag("a:miter", {"lim": 800000}),
        tag("a:tailEnd", {"type": "triangle", "w": "med", "len": "med"}) if arrow else "",
    )
