"""A page's boxes as PDF drawing operators; paths and glyphs stand where the page says."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from imhtrainer.layout.geometry import arrow_head, chart_bars, outline, table_grounds
from imhtrainer.layout.page import (
    Box,
    ChartBox,
    Command,
    EllipseBox,
    GlyphRun,
    GroupBox,
    Line,
    PathBox,
    PictureBox,
    QrBox,
    RectBox,
    TableBox,
    TextBox,
    TextParagraph,
)
from imhtrainer.render.pdf.fonts import shown_text
from imhtrainer.render.pdf.marks import direction_marks
from imhtrainer.render.pdf.stock import Stock, shade_name

STATIC = "static"
"""Name of a group that many pages share: it is written once."""

_DIGITS = bytes([ord("0"), *[ord("1")] * 255])
"""A dark module (0) as the digit 0, any other as 1."""

# SVG's limit; PDF's own is 10.
_MITER = "4 M"


class Content:
    """Turns boxes into operators for a page of ``width`` and ``height`` points."""

    def __init__(
        self, stock: Stock, palette: Mapping[str, str], width: float, height: float
    ) -> None:
        self.used: dict[str, None] = {}
        self.shades: list[float] = []
        self._stock = stock
        self._palette = palette
        self._width, self._height = width, height
        self._colors: dict[str, str] = {}

    def operators(self, boxes: Iterable[Box]) -> Iterator[str]:
        """The operators of the boxes, from back to front."""
        for box in boxes:
            match box:
                case TextBox():
                    yield from self.text(box.paragraphs)
                case RectBox() | EllipseBox() | PathBox():
                    yield from self._shape(box)
                case PictureBox():
                    yield from self._picture(box)
                case TableBox():
                    yield from self._table(box)
                case ChartBox():
                    yield from self.operators(chart_bars(box))
                case QrBox():
                    yield self._qr(box)
                case GroupBox():
                    yield from self.operators(box.boxes)

    def ground(self, color: str) -> str:
        """The page's ground."""
        return f"{self._color(color)} rg 0 0 {self._width:.2f} {self._height:.2f} re f"

    def form(self, boxes_drawn: Iterable[str]) -> str:
        """Operators that this content gave, as the name of a form that draws them on any page of this size."""
        drawn = "\n".join(boxes_drawn)
        used, shades = self.used, self.shades
        self.used, self.shades = {}, []
        return self._stock.form(drawn, self._width, self._height, used, shades)

    def afresh(self) -> "Content":
        """Content of the same stock, colors and size that has used nothing yet."""
        return Content(self._stock, self._palette, self._width, self._height)

    def suits(self, other: "Content") -> bool:
        """Whether what was drawn for one of both can stand on the other's page."""
        sizes = (self._width, self._height) == (other._width, other._height)
        same = self._palette is other._palette or self._palette == other._palette
        return sizes and same

    def text(self, paragraphs: Iterable[TextParagraph]) -> Iterator[str]:
        """The words of paragraphs."""
        for paragraph in paragraphs:
            for line in paragraph.lines:
                yield from (drawn for _, drawn in self.line(line))

    def line(self, line: Line) -> Iterator[tuple[GlyphRun, str]]:
        """The runs of a line that show anything, from left to right, each with its operators."""
        for run, mark in zip(line.runs, direction_marks(line.runs), strict=True):
            if run.glyphs:
                yield run, self._run(run, mark)

    def _run(self, run: GlyphRun, mark: str) -> str:
        font = self._stock.font(run.face)
        x, y = run.x, self._height - run.baseline
        return (
            f"BT /{font.name} {run.size:.2f} Tf {self._color(run.color)} rg "
            f"1 0 0 1 {x:.3f} {y:.3f} Tm {shown_text(font, run, mark)} TJ ET"
        )

    def _shape(self, box: RectBox | EllipseBox | PathBox) -> Iterator[str]:
        stroke = box.stroke if box.stroke_width else ""
        if box.fill or stroke:
            paint = "B" if box.fill and stroke else "f" if box.fill else "S"
            drawn = f"{self._style(box, stroke)}{self._path(outline(box))} {paint}"
            yield self._seen_through(box, drawn) if isinstance(box, PathBox) else drawn
        if isinstance(box, PathBox) and box.arrow:
            yield f"{self._color(box.stroke)} rg {self._path(arrow_head(box))} f"

    def _seen_through(self, box: PathBox, drawn: str) -> str:
        """The operators of a path, in a graphics state of its own where it is not solid."""
        if box.opacity >= 1:
            return drawn
        if box.opacity not in self.shades:
            self.shades.append(box.opacity)
        return f"q /{shade_name(box.opacity)} gs {drawn} Q"

    def _style(self, box: RectBox | EllipseBox | PathBox, stroke: str) -> str:
        style = f"{self._color(box.fill)} rg " if box.fill else ""
        if stroke:
            ends = "1 J 1 j" if isinstance(box, PathBox) and box.round_ends else "0 J 0 j"
            style += f"{self._color(stroke)} RG {box.stroke_width:.3f} w {ends} {_MITER} "
        return style

    def _path(self, commands: Iterable[Command]) -> str:
        height = self._height
        parts: list[str] = []
        for letter, n in commands:
            match letter:
                case "M":
                    parts.append(f"{n[0]:.2f} {height - n[1]:.2f} m")
                case "L":
                    parts.append(f"{n[0]:.2f} {height - n[1]:.2f} l")
                case "C":
                    parts.append(
                        f"{n[0]:.2f} {height - n[1]:.2f} {n[2]:.2f} {height - n[3]:.2f} "
                        f"{n[4]:.2f} {height - n[5]:.2f} c"
                    )
                case _:
                    parts.append("h")
        return " ".join(parts)

    def _picture(self, box: PictureBox) -> Iterator[str]:
        if box.drawing:
            yield from self.operators(box.drawing)
            return
        left, top, right, bottom = box.crop
        whole_w, whole_h = box.w / (1 - left - right), box.h / (1 - top - bottom)
        x, y = box.x - whole_w * left, self._height - (box.y - whole_h * top + whole_h)
        clip = f"{box.x:.2f} {self._height - box.y - box.h:.2f} {box.w:.2f} {box.h:.2f} re W n"
        image = self._named(self._stock.picture(box))
        yield f"q {clip} {whole_w:.3f} 0 0 {whole_h:.3f} {x:.3f} {y:.3f} cm {image} Q"

    def _table(self, box: TableBox) -> Iterator[str]:
        yield from self.grounds(box)
        yield from self.operators(cell.text for row in box.cells for cell in row)

    def grounds(self, box: TableBox) -> Iterator[str]:
        """What lies under a table's words: grounds and lines."""
        yield from self.operators(rect for _, rect in table_grounds(box))

    def _qr(self, box: QrBox) -> str:
        """One stencil of a bit for each module, which readers draw without softening its edges."""
        side = len(box.rows)
        place = f"{box.w:.3f} 0 0 {box.w:.3f} {box.x:.3f} {self._height - box.y - box.w:.3f} cm"
        stencil = f"BI/W {side}/H {side}/IM true/BPC 1/F/AHx ID {_bits(box.rows).hex()}>EI"
        return f"q {self._color(box.color)} rg {place} {stencil} Q"

    def _named(self, name: str) -> str:
        self.used[name] = None
        return f"/{name} Do"

    def _color(self, name: str) -> str:
        known = self._colors.get(name)
        if known is None:
            value = self._palette.get(name, name).lstrip("#")
            shares = (int(value[i : i + 2], 16) / 255 for i in (0, 2, 4))
            known = self._colors[name] = " ".join(f"{share:.4g}" for share in shares)
        return known


def _bits(rows: Sequence[bytes]) -> bytes:
    """Rows of modules as a bit each, 0 for a dark one, padded to whole bytes."""
    padded = -len(rows[0]) % 8
    digits = (b"\xff" * padded).join((*rows, b"")).translate(_DIGITS)
    return int(digits, 2).to_bytes(len(digits) // 8, "big")
