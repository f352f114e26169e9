"""Pictures, tables and charts: what PowerPoint keeps in frames of their own."""

from dataclasses import replace

from imhtrainer.layout.geometry import FIRST_VOTE_HEIGHT, chart_bars
from imhtrainer.layout.page import ChartBox, PictureBox, TableBox
from imhtrainer.render.pptx.clips import PLAY_ON_CLICK
from imhtrainer.render.pptx.drawn import drawn_shape
from imhtrainer.render.pptx.markup import tag
from imhtrainer.render.pptx.outlines import Frame, position, preset
from imhtrainer.render.pptx.placeholders import placeholder
from imhtrainer.render.pptx.sheet import Sheet
from imhtrainer.render.pptx.slots import Slot
from imhtrainer.render.pptx.table import table

_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"


def picture_shape(box: PictureBox, sheet: Sheet, slot: Slot | None, binding: str = "") -> str:
    """A picture with its crop and its alt text, or marked as decoration.

    ``binding`` is the ``p:nvPr`` of a placeholder that is not one of ours.
    """
    left, top, right, bottom = (round(share * 100_000) for share in box.crop)
    crop = tag("a:srcRect", {"l": left, "t": top, "r": right, "b": bottom}) if any(box.crop) else ""
    locks = {"noGrp": 1, "noChangeAspect": 1} if slot or binding else {"noChangeAspect": 1}
    return tag(
        "p:pic",
        {},
        tag(
            "p:nvPicPr",
            {},
            sheet.properties(
                box.name or "picture",
                box.alt,
                decorative=not box.alt,
                click=PLAY_ON_CLICK if box.clip else "",
            ),
            tag("p:cNvPicPr", {}, tag("a:picLocks", locks)),
            _playing(box, sheet) if box.clip else binding or placeholder(slot),
        ),
        tag(
            "p:blipFill",
            {},
            sheet.picture(box),
            crop,
            tag("a:stretch", {}, tag("a:fillRect")),
        ),
        tag("p:spPr", {}, position("a:xfrm", (box.x, box.y, box.w, box.h)), preset("rect")),
    )


def _playing(box: PictureBox, sheet: Sheet) -> str:
    """A clip fills no placeholder: PowerPoint's picture placeholders take pictures only."""
    return tag("p:nvPr", {}, sheet.clip(box.clip)) if box.clip else placeholder(None)


def table_frame(box: TableBox, sheet: Sheet, slot: Slot | None, binding: str = "") -> str:
    """A native table; ``binding`` as for pictures."""
    frame = (box.x, box.y, sum(box.columns), sum(box.rows))
    content = _graphic_data(_TABLE, table(box, sheet.voice()))
    return _graphic_frame(
        sheet.properties(box.name, box.alt), frame, content, binding or placeholder(slot)
    )


def chart_frame(box: ChartBox, sheet: Sheet) -> str:
    """A native chart, and the lines of a first vote."""
    properties = sheet.properties(box.name, box.alt)
    chart = tag("c:chart", {"xmlns:c": _CHART, "r:id": sheet.chart(box)})
    frame = (box.x, box.y, box.w, box.h)
    bars = _graphic_frame(properties, frame, _graphic_data(_CHART, chart), placeholder(None))
    return bars + _first_votes(box, sheet)


def _first_votes(box: ChartBox, sheet: Sheet) -> str:
    """Thin lines under the bars; the workbook holds their figures, the alt text says them."""
    lines = (bar for bar in chart_bars(box) if bar.h == FIRST_VOTE_HEIGHT)
    return "".join(drawn_shape(replace(line, name="first vote"), sheet) for line in lines)


def _graphic_data(uri: str, content: str) -> str:
    return tag("a:graphic", {}, tag("a:graphicData", {"uri": uri}, content))


def _graphic_frame(properties: str, frame: Frame, content: str, binding: str) -> str:
    return tag(
        "p:graphicFrame",
        {},
        tag(
            "p:nvGraphicFramePr",
            {},
            properties,
            tag("p:cNvGraphicFramePr", {}, tag("a:graphicFrameLocks", {"noGrp": 1})),
            binding,
        ),
        position("p:xfrm", frame),
        content,
    )
