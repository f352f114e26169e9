"""Boxes as native shapes: text, rectangles, ellipses, freeforms, pictures, groups, tables, charts."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from imhtrainer.layout.geometry import FIRST_VOTE_HEIGHT, chart_bars
from imhtrainer.layout.page import (
    Box,
    ChartBox,
    Command,
    EllipseBox,
    GroupBox,
    PathBox,
    PictureBox,
    QrBox,
    RectBox,
    TableBox,
    TextBox,
)
from imhtrainer.render.pptx.markup import emu, tag
from imhtrainer.render.pptx.outlines import (
    Frame,
    bounds,
    freeform,
    outline,
    position,
    preset,
    rectangle,
)
from imhtrainer.render.pptx.sheet import Sheet
from imhtrainer.render.pptx.slots import Slot
from imhtrainer.render.pptx.table import table
from imhtrainer.render.pptx.text import text_body

BULLET_PREFIX = "bullet-"
"""Drawn list marks: PowerPoint's paragraphs have dots and numbers of their own, only discs stay."""

_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"


def shape(box: Box, sheet: Sheet, slot: Slot | None = None) -> str:
    """A box as markup; ``slot`` is the placeholder it fills."""
    match box:
        case TextBox():
            return text_shape(box, sheet, slot)
        case RectBox():
            return _drawn(box.name or "rectangle", _frame(box), rectangle(box), box, sheet)
        case EllipseBox():
            return _drawn(box.name or "ellipse", _frame(box), preset("ellipse"), box, sheet)
        case PathBox():
            return _drawn(box.name or "drawing", *freeform(outline(box), box.fill), box, sheet)
        case PictureBox():
            return _picture(box, sheet, slot)
        case TableBox():
            frame = (box.x, box.y, sum(box.columns), sum(box.rows))
            content = graphic_data(_TABLE, table(box, sheet.voice()))
            return _graphic_frame(sheet.properties(box.name), frame, content, slot)
        case ChartBox():
            properties = sheet.properties(box.name, box.alt)
            chart = {"xmlns:c": _CHART, "r:id": sheet.chart(box)}
            content = graphic_data(_CHART, tag("c:chart", chart))
            bars = _graphic_frame(properties, _frame(box), content, slot)
            return bars + _first_votes(box, sheet)
        case QrBox():
            return _symbol(box, sheet)
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
    place = position("a:xfrm", _frame(box))
    if slot and place == position("a:xfrm", (slot.x, slot.y, slot.w, slot.h)):
        return ""
    return place


def placeholder(slot: Slot | None) -> str:
    """``p:nvPr``, which says which placeholder of the layout a shape fills."""
    if slot is None:
        return tag("p:nvPr")
    attributes: dict[str, str | int] = {"type": slot.kind}
    if slot.kind == "sldNum":
        attributes["sz"] = "quarter"
    if slot.index:
        attributes["idx"] = slot.index
    return tag("p:nvPr", {}, tag("p:ph", attributes))


def graphic_data(uri: str, content: str) -> str:
    """The content of a graphic frame."""
    return tag("a:graphic", {}, tag("a:graphicData", {"uri": uri}, content))


def _frame(box: TextBox | RectBox | EllipseBox | PictureBox | ChartBox) -> Frame:
    return (box.x, box.y, box.w, box.h)


def _drawn(
    name: str,
    frame: Frame,
    geometry: str,
    box: RectBox | EllipseBox | PathBox,
    sheet: Sheet,
) -> str:
    """A shape without text: it carries no meaning that words beside it do not carry."""
    return tag(
        "p:sp",
        {},
        tag(
            "p:nvSpPr",
            {},
            sheet.properties(name, decorative=True),
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


def _line(box: RectBox | EllipseBox | PathBox, sheet: Sheet) -> str:
    if not box.stroke or not box.stroke_width:
        return tag("a:ln", {}, tag("a:noFill"))
    is_path = isinstance(box, PathBox)
    rounded = isinstance(box, PathBox) and box.round_ends
    arrow = isinstance(box, PathBox) and box.arrow
    return tag(
        "a:ln",
        {"w": emu(box.stroke_width), "cap": "rnd" if rounded else "flat"},
        sheet.colors.fill(box.stroke),
        tag("a:round") if rounded or not is_path else tag("a:miter", {"lim": 800000}),
        tag("a:tailEnd", {"type": "triangle", "w": "med", "len": "med"}) if arrow else "",
    )


def _picture(box: PictureBox, sheet: Sheet, slot: Slot | None) -> str:
    left, top, right, bottom = (round(share * 100_000) for share in box.crop)
    crop = tag("a:srcRect", {"l": left, "t": top, "r": right, "b": bottom}) if any(box.crop) else ""
    locks = {"noGrp": 1, "noChangeAspect": 1} if slot else {"noChangeAspect": 1}
    return tag(
        "p:pic",
        {},
        tag(
            "p:nvPicPr",
            {},
            sheet.properties(box.name or "picture", box.alt, decorative=not box.alt),
            tag("p:cNvPicPr", {}, tag("a:picLocks", locks)),
            placeholder(slot),
        ),
        tag(
            "p:blipFill",
            {},
            sheet.picture(box),
            crop,
            tag("a:stretch", {}, tag("a:fillRect")),
        ),
        tag("p:spPr", {}, position("a:xfrm", _frame(box)), preset("rect")),
    )


def _first_votes(box: ChartBox, sheet: Sheet) -> str:
    """Thin lines under the bars; the workbook holds their figures, the alt text says them."""
    return "".join(
        shape(replace(bar, name="first vote"), sheet)
        for bar in chart_bars(box)
        if bar.h == FIRST_VOTE_HEIGHT
    )


def _graphic_frame(properties: str, frame: Frame, content: str, slot: Slot | None) -> str:
    return tag(
        "p:graphicFrame",
        {},
        tag(
            "p:nvGraphicFramePr",
            {},
            properties,
            tag("p:cNvGraphicFramePr", {}, tag("a:graphicFrameLocks", {"noGrp": 1})),
            placeholder(slot),
        ),
        position("p:xfrm", frame),
        content,
    )


def _symbol(box: QrBox, sheet: Sheet) -> str:
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
    marks = [box for box in boxes if box.name.startswith(BULLET_PREFIX)]
    for mark in marks:
        if isinstance(mark, GroupBox):
            yield from (child for child in mark.boxes if not isinstance(child, TextBox))
    yield from (box for box in boxes if not box.name.startswith(BULLET_PREFIX))
