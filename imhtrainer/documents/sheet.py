"""Plain paper for records: a heading, a running foot, and blocks that flow from page to page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from imhtrainer.documents.setting import Type, paragraph
from imhtrainer.domain.certificate import Paper
from imhtrainer.layout.frame import Frame
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.page import Align, Box, Page, PathBox, TextParagraph
from imhtrainer.layout.text import set_text, text_height

MARGIN = 48.0
"""White around the sheet, in points."""

PADDING = 8.0
"""White above and below a row's text together, in points."""

_HAIR = 0.5
"""Points nobody sees."""

SIZES: dict[Paper, tuple[float, float]] = {"letter": (612.0, 792.0), "a4": (595.3, 841.9)}
"""Portrait papers in points."""

_HEADING = Type(22, 28, "lagoon", bold=True, family="head")
_SOFT = Type(11, 15, "ink-soft")
_FOOT = Type(9, 12, "ink-soft")
_FOOT_ROOM = 40.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A piece of text in a row: ``x`` from the left margin and ``w`` in points."""

    x: float
    w: float
    text: str
    style: Type
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Row:
    """Cells side by side; ``least`` is its least height, ``rule`` the colour of the line below.

    ``together`` is how many rows after it must stay on the same page.
    """

    cells: tuple[Cell, ...]
    least: float = 0.0
    rule: str = ""
    together: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A record to be printed: its heading, the lines under it, rows, and rows repeated on each page."""

    heading: str
    lines: tuple[str, ...]
    rows: tuple[Row, ...]
    repeated: tuple[Row, ...] = ()
    foot: str = ""


def compose_sheet(sheet: Sheet, kit: Kit, paper: Paper, lang: str) -> tuple[Page, ...]:
    """The sheet's pages, numbered; names and texts wrap, nothing is cut."""
    width, height = SIZES[paper]
    pages: list[list[Box]] = []
    for boxes in _flow(sheet, kit, width, height):
        pages.append(boxes)
    return tuple(
        Page(
            width=width,
            height=height,
            ground="surface",
            boxes=(*boxes, _foot(sheet, kit, width, height, number, len(pages))),
            palette=kit.theme.colors,
            layout="sheet",
            title=sheet.heading,
            description=f"{sheet.heading}, page {number} of {len(pages)}",
            lang=lang,
            number=number,
        )
        for number, boxes in enumerate(pages, start=1)
    )


def row_height(kit: Kit, row: Row) -> float:
    """How high a row stands, in points."""
    heights = (text_height(kit.fonts, (_cell_text(cell),), cell.w) for cell in row.cells)
    return max(row.least, max(heights, default=0.0) + PADDING)


def _flow(sheet: Sheet, kit: Kit, width: float, height: float) -> Iterator[list[Box]]:
    boxes, top = _head(sheet, kit, width)
    boxes, top = _with_rows(boxes, top, sheet.repeated, kit, width)
    bottom = height - MARGIN - _FOOT_ROOM
    for index, row in enumerate(sheet.rows):
        block = sheet.rows[index : index + 1 + row.together]
        if top + sum(row_height(kit, r) for r in block) > bottom:
            yield boxes
            boxes, top = _with_rows([], MARGIN, sheet.repeated, kit, width)
        boxes, top = _with_rows(boxes, top, (row,), kit, width)
    yield boxes


def _head(sheet: Sheet, kit: Kit, width: float) -> tuple[list[Box], float]:
    room = width - 2 * MARGIN
    paragraphs = (
        paragraph(sheet.heading, _HEADING),
        *(paragraph(line, _SOFT, before=4 if n == 0 else 0) for n, line in enumerate(sheet.lines)),
    )
    height = text_height(kit.fonts, paragraphs, room)
    box = set_text(kit.fonts, Frame(MARGIN, MARGIN, room, height), paragraphs, "heading", "title")
    return [box], MARGIN + height + 18


def _with_rows(
    boxes: list[Box], top: float, rows: Iterable[Row], kit: Kit, width: float
) -> tuple[list[Box], float]:
    for row in rows:
        height = row_height(kit, row)
        boxes += _row_boxes(row, kit, top, height)
        top += height
        if row.rule:
            ends = (("M", (MARGIN, top)), ("L", (width - MARGIN, top)))
            boxes.append(PathBox(ends, stroke=row.rule, stroke_width=0.75, name="rule"))
    return boxes, top


def _row_boxes(row: Row, kit: Kit, top: float, height: float) -> Sequence[Box]:
    return [
        _cell_box(cell, kit, Frame(MARGIN + cell.x, top, cell.w, height))
        for cell in row.cells
        if cell.text
    ]


def _cell_box(cell: Cell, kit: Kit, frame: Frame) -> Box:
    """A cell's words; a name read from the right still stands at the left, beside nobody else's times."""
    words = (_cell_text(cell),)
    box = set_text(kit.fonts, frame, words, "cell", anchor="middle")
    lines = box.paragraphs[0].lines
    if cell.align != "left" or all(line.x <= frame.x + _HAIR for line in lines):
        return box
    hugging = Frame(frame.x, frame.y, max(line.width for line in lines) + _HAIR, frame.h)
    return set_text(kit.fonts, hugging, words, "cell", anchor="middle")


def _cell_text(cell: Cell) -> TextParagraph:
    return paragraph(cell.text or " ", cell.style, cell.align)


def _foot(sheet: Sheet, kit: Kit, width: float, height: float, number: int, count: int) -> Box:
    words = (
        f"{sheet.foot}  ·  page {number} of {count}" if sheet.foot else f"page {number} of {count}"
    )
    frame = Frame(MARGIN, height - MARGIN - 12, width - 2 * MARGIN, 24)
    return set_text(kit.fonts, frame, (paragraph(words, _FOOT),), "foot", "number")
