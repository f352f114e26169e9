"""Plain paper for records: a heading, a running foot, and blocks that flow from page to page."""

from collections.abc import Sequence
from dataclasses import dataclass

from imhtrainer.documents.flow import MARGIN, Document, Piece, compose_flow, divider, rule
from imhtrainer.documents.setting import Type, paragraph
from imhtrainer.domain.certificate import Paper
from imhtrainer.layout.frame import Frame
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.page import Align, Box, Page, TextParagraph
from imhtrainer.layout.text import set_text, text_height

PADDING = 8.0
"""White above and below a row's text together, in points."""

_HAIR = 0.5
"""Points nobody sees."""

_HEADING = Type(22, 28, "lagoon", bold=True, family="head", heading=1)
_SOFT = Type(11, 15, "ink-soft")


@dataclass(frozen=True, slots=True)
class Cell:
    """A piece of text in a row: ``x`` from the left margin and ``w`` in points.

    With ``first`` it stands where the row's first line does, not half way down the row.
    """

    x: float
    w: float
    text: str
    style: Type
    align: Align = "left"
    first: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Cells side by side; ``least`` is its least height, ``rule`` the colour of the line below.

    ``together`` is how many rows after it must stay on the same page; with ``again`` it stands on every later
    page, too. ``dividers`` are where upright lines part what is written by hand, from the left margin.
    """

    cells: tuple[Cell, ...]
    least: float = 0.0
    rule: str = ""
    together: int = 0
    again: bool = False
    dividers: tuple[float, ...] = ()


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
    document = Document(sheet.heading, sheet.foot, paper, lang, "sheet")
    repeated = tuple(_row_piece(row, kit, document.width) for row in sheet.repeated)
    rows = tuple(_row_piece(row, kit, document.width) for row in sheet.rows)
    pieces = (_head(sheet, kit, document.width), *repeated, *rows)
    return compose_flow(document, pieces, kit, repeated)


def row_height(kit: Kit, row: Row) -> float:
    """How high a row stands, in points."""
    heights = (text_height(kit.fonts, (_cell_text(cell),), cell.w) for cell in row.cells)
    return max(row.least, max(heights, default=0.0) + PADDING)


def _head(sheet: Sheet, kit: Kit, room: float) -> Piece:
    paragraphs = (
        paragraph(sheet.heading, _HEADING),
        *(paragraph(line, _SOFT, before=4 if n == 0 else 0) for n, line in enumerate(sheet.lines)),
    )
    height = text_height(kit.fonts, paragraphs, room)

    def boxes(top: float) -> Sequence[Box]:
        frame = Frame(MARGIN, top, room, height)
        return (set_text(kit.fonts, frame, paragraphs, "heading", "title"),)

    return Piece(height + 18, boxes)


def _row_piece(row: Row, kit: Kit, room: float) -> Piece:
    height = row_height(kit, row)

    def boxes(top: float) -> Sequence[Box]:
        below = (rule(top + height, MARGIN, room, row.rule),) if row.rule else ()
        upright = (divider(MARGIN + x, top, height, row.rule) for x in row.dividers)
        return (*_row_boxes(row, kit, top, height), *below, *upright)

    return Piece(height, boxes, together=row.together, again=row.again)


def _row_boxes(row: Row, kit: Kit, top: float, height: float) -> Sequence[Box]:
    return [
        _cell_box(cell, kit, Frame(MARGIN + cell.x, top, cell.w, height))
        for cell in row.cells
        if cell.text
    ]


def _cell_box(cell: Cell, kit: Kit, frame: Frame) -> Box:
    """A cell's words; a name read from the right still stands at the left, beside nobody else's times."""
    words = (_cell_text(cell),)
    if cell.first:
        below = Frame(frame.x, frame.y + PADDING / 2, frame.w, frame.h - PADDING / 2)
        return set_text(kit.fonts, below, words, "cell")
    box = set_text(kit.fonts, frame, words, "cell", anchor="middle")
    lines = box.paragraphs[0].lines
    if cell.align != "left" or all(line.x <= frame.x + _HAIR for line in lines):
        return box
    hugging = Frame(frame.x, frame.y, max(line.width for line in lines) + _HAIR, frame.h)
    return set_text(kit.fonts, hugging, words, "cell", anchor="middle")


def _cell_text(cell: Cell) -> TextParagraph:
    return paragraph(cell.text or " ", cell.style, cell.align)
