"""A measured table as a native one: header row, fills, margins and rules as they were laid out."""

from imhtrainer.layout.page import TableBox, TableCell, TextBox
from imhtrainer.render.pptx.insets import ANCHORS, first_line_top, side_insets
from imhtrainer.render.pptx.markup import emu, tag
from imhtrainer.render.pptx.text import Voice, paragraphs

_NO_STYLE_NO_GRID = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_CELL_DROP = 0.05
"""In cells LibreOffice keeps a quarter of the type size below a baseline, elsewhere a fifth."""

_EDGES = ("a:lnL", "a:lnR", "a:lnT")


def table(box: TableBox, voice: Voice) -> str:
    """The ``a:tbl`` of a table."""
    properties = tag(
        "a:tblPr",
        {"firstRow": int(box.headed), "firstCol": 1, "bandRow": 1},
        f"<a:tableStyleId>{_NO_STYLE_NO_GRID}</a:tableStyleId>",
    )
    columns = (tag("a:gridCol", {"w": emu(width)}) for width in box.columns)
    rows = (_row(box, index, voice) for index in range(len(box.rows)))
    return tag("a:tbl", {}, properties, tag("a:tblGrid", {}, *columns), *rows)


def _row(box: TableBox, index: int, voice: Voice) -> str:
    top = box.y + sum(box.rows[:index])
    height = box.rows[index]
    rule = box.rules[index] if index < len(box.rules) else ("", 0.0)
    cells = []
    left = box.x
    for cell, width in zip(box.cells[index], box.columns, strict=True):
        cells.append(_cell(cell, (left, top, width, height), rule, voice))
        left += width
    return tag("a:tr", {"h": emu(height)}, *cells)


def _cell(
    cell: TableCell,
    frame: tuple[float, float, float, float],
    rule: tuple[str, float],
    voice: Voice,
) -> str:
    color, width = rule
    line = _edge("a:lnB", voice.colors.fill(color), width) if color else _edge("a:lnB")
    properties = tag(
        "a:tcPr",
        _margins(cell.text, frame),
        *(_edge(name) for name in _EDGES),
        line,
        voice.colors.fill(cell.fill),
    )
    body = tag("a:txBody", {}, tag("a:bodyPr"), tag("a:lstStyle"), paragraphs(cell.text, voice))
    return tag("a:tc", {}, body, properties)


def _margins(box: TextBox, frame: tuple[float, float, float, float]) -> dict[str, str | int]:
    """Cell margins that put the text where it was measured; a cell grows downwards when edited."""
    left, top, width, _ = frame
    inset_left, inset_right = side_insets(box)
    text_top = first_line_top(box)
    above = (
        0.0 if text_top is None else text_top - top + _CELL_DROP * box.paragraphs[0].spans[0].size
    )
    return {
        "marL": emu(max(box.x - left + inset_left, 0.0)),
        "marR": emu(max(left + width - box.x - box.w + inset_right, 0.0)),
        "marT": emu(max(above, 0.0)),
        "marB": 0,
        "anchor": ANCHORS["top"],
    }


def _edge(name: str, fill: str = "", width: float = 0.0) -> str:
    if not fill:
        return tag(name, {"w": 0}, tag("a:noFill"))
    return tag(name, {"w": emu(width), "cap": "flat", "cmpd": "sng", "algn": "ctr"}, fill)
