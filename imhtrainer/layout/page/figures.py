"""Boxes that show figures: tables, charts and QR symbols."""

from dataclasses import dataclass

from imhtrainer.layout.dark_runs import dark_runs
from imhtrainer.layout.page.text import TextBox


@dataclass(frozen=True, slots=True)
class TableCell:
    """One cell: its ground, its measured text and the side padding, in points."""

    text: TextBox
    fill: str = ""


@dataclass(frozen=True, slots=True)
class TableBox:
    """A table: column widths and row heights in points, cells row by row, lines below rows.

    ``rules`` gives for each row the colour and width of the line under it, ``steps`` the build step at
    which it appears. ``headed`` says that the first row names the columns; a table without such a row
    says in ``alt`` what its cells mean.
    """

    x: float
    y: float
    columns: tuple[float, ...]
    rows: tuple[float, ...]
    cells: tuple[tuple[TableCell, ...], ...]
    rules: tuple[tuple[str, float], ...]
    name: str
    steps: tuple[int, ...] = ()
    role: str = ""
    step: int = 0
    headed: bool = True
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart: its value, and how it is filled and edged."""

    label: str
    value: int
    fill: str
    stroke: str = ""
    first: int | None = None


@dataclass(frozen=True, slots=True)
class ChartBox:
    """Horizontal bars in a plot of ``w`` x ``h``; the whole width stands for ``maximum``.

    Bars are ``bar_height`` points high and centred in equal rows. Screen and paper draw rectangles,
    PowerPoint gets a native chart. ``alt`` says the figures in words.
    """

    x: float
    y: float
    w: float
    h: float
    bars: tuple[Bar, ...]
    maximum: int
    bar_height: float
    alt: str
    name: str
    step: int = 0


@dataclass(frozen=True, slots=True)
class QrBox:
    """A square QR symbol; ``rows`` are its modules from the top, a byte each, 0 for a dark one."""

    x: float
    y: float
    w: float
    text: str
    rows: tuple[bytes, ...]
    color: str
    name: str = "qr"
    step: int = 0

    @property
    def modules(self) -> list[tuple[float, float, float, float]]:
        """The dark modules merged into rectangles, in page points."""
        return dark_runs(self.rows, self.x, self.y, self.w / len(self.rows))
