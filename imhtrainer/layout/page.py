"""A measured page and its boxes: what every renderer draws, in points, x to the right, y down.

Colours are names from the theme (``"ink"``) or ``"#RRGGBB"``; ``Page.palette`` resolves the names.
A box with ``step`` greater than 0 appears at that build step; 0 is there from the start.
``role`` names what a box is for whoever binds it to a placeholder: ``title``, ``body``, ``subtitle``,
``left``, ``right``, ``source``, ``number``, ``label`` ... and is empty for ornaments.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from imhtrainer.layout.dark_runs import dark_runs

Align = Literal["left", "center", "right"]
Anchor = Literal["top", "middle", "bottom"]


@dataclass(frozen=True, slots=True)
class FontFace:
    """A font file: ``key`` is unique, ``path`` absolute, ``family`` is ``head``, ``body`` or ``fallback``."""

    key: str
    path: str
    family: Literal["head", "body", "fallback"]
    bold: bool
    italic: bool
    units_per_em: int


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """Shaped glyphs of one face, size and direction, left to right as drawn.

    ``x`` and ``baseline`` place the run on the page. ``advances`` and ``offsets`` are in points; ``clusters``
    gives for each glyph the index in ``text`` of the first letter it belongs to. ``missing`` marks a run of
    letters that no font has: it is drawn as a box (glyph 0) and its text stays extractable.
    """

    face: FontFace
    size: float
    color: str
    x: float
    baseline: float
    glyphs: tuple[int, ...]
    advances: tuple[float, ...]
    offsets: tuple[tuple[float, float], ...]
    clusters: tuple[int, ...]
    text: str
    right_to_left: bool = False
    missing: bool = False
    link: str = ""

    @property
    def width(self) -> float:
        """Sum of the advances, in points."""
        return sum(self.advances)


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it is broken: where it stands, its letters and its runs in drawing order.

    ``slack`` is the room left in points; ``overhang`` how much wider than the box, less its indent, the
    line would have been with the next word: 0 for a last line, less than 0 where lines were broken
    narrower than the box. Both tell how safe the break is in another program.
    """

    x: float
    baseline: float
    width: float
    text: str
    runs: tuple[GlyphRun, ...]
    slack: float = 0.0
    overhang: float = 0.0


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a paragraph's text in one style, as it was before it was measured."""

    text: str
    family: Literal["head", "body"] = "body"
    size: float = 26.0
    color: str = "ink"
    bold: bool = False
    italic: bool = False
    link: str = ""
    semibold: bool = False


@dataclass(frozen=True, slots=True)
class Bullet:
    """A list item's mark: a drawn dot, or a number in a disc; ``text`` is what PowerPoint types."""

    text: str
    color: str


@dataclass(frozen=True, slots=True)
class TextParagraph:
    """A paragraph before it was broken: kept so that PowerPoint gets real paragraphs.

    ``lead`` is the line height and ``before`` the space above, in points; ``indent`` the left indent;
    ``step`` the build step at which it appears; ``heading`` the level of a heading, 0 for running text.
    """

    spans: tuple[Span, ...]
    lead: float
    before: float = 0.0
    align: Align = "left"
    indent: float = 0.0
    bullet: Bullet | None = None
    step: int = 0
    lines: tuple[Line, ...] = ()
    heading: int = 0

    @property
    def text(self) -> str:
        """The paragraph's letters."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class TextBox:
    """Measured text. Lines stand in their paragraphs; nothing may wrap them again."""

    x: float
    y: float
    w: float
    h: float
    paragraphs: tuple[TextParagraph, ...]
    name: str
    role: str = ""
    anchor: Anchor = "top"
    step: int = 0


@dataclass(frozen=True, slots=True)
class RectBox:
    """A rectangle; ``radius`` rounds its corners, ``stroke_width`` is centred on the edge."""

    x: float
    y: float
    w: float
    h: float
    fill: str = ""
    stroke: str = ""
    stroke_width: float = 0.0
    radius: float = 0.0
    name: str = ""
    step: int = 0


@dataclass(frozen=True, slots=True)
class EllipseBox:
    """An ellipse in its bounding rectangle."""

    x: float
    y: float
    w: float
    h: float
    fill: str = ""
    stroke: str = ""
    stroke_width: float = 0.0
    name: str = ""
    step: int = 0


Command = tuple[str, tuple[float, ...]]
"""``("M", (x, y))``, ``("L", (x, y))``, ``("C", (x1, y1, x2, y2, x, y))`` or ``("Z", ())``, page points."""


@dataclass(frozen=True, slots=True)
class PathBox:
    """A path of straight and cubic pieces; ``arrow`` puts a filled head at its end.

    ``opacity`` under 1 lets what is below be seen through its stroke.
    """

    commands: tuple[Command, ...]
    fill: str = ""
    stroke: str = ""
    stroke_width: float = 0.0
    round_ends: bool = True
    arrow: bool = False
    name: str = ""
    step: int = 0
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Clip:
    """A video or sound that plays where its poster stands; paths are absolute, ``subtitles`` may be empty."""

    path: str
    mime: str
    kind: Literal["video", "audio"]
    loop: bool = False
    mute: bool = False
    subtitles: str = ""


PLAY_SIGN = "play-sign"
"""Name of the group drawn over a poster: it says that something plays there, and is decoration."""


@dataclass(frozen=True, slots=True)
class PictureBox:
    """A picture file fitted into the box; ``alt`` is empty only for decoration.

    For an SVG of the house's simple kind ``drawing`` holds its shapes, already in page points, and screen and
    paper draw those; other pictures are rasters at ``path``. ``crop`` is left, top, right, bottom in shares of
    the picture that ``fit=cover`` cuts away. The box is where the visible part stands. With a ``clip`` the
    picture is the poster of a video or sound; a group named ``PLAY_SIGN`` is drawn over it.
    """

    x: float
    y: float
    w: float
    h: float
    path: str
    alt: str
    drawing: "tuple[PathBox, ...]" = ()
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    name: str = ""
    role: str = ""
    step: int = 0
    clip: Clip | None = None


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


@dataclass(frozen=True, slots=True)
class GroupBox:
    """Boxes that belong together, such as the sun path; ``alt`` is empty when they are decoration."""

    boxes: "tuple[Box, ...]"
    name: str
    alt: str = ""
    step: int = 0


Box = TextBox | RectBox | EllipseBox | PathBox | PictureBox | TableBox | ChartBox | QrBox | GroupBox


@dataclass(frozen=True, slots=True)
class Page:
    """A page of ``width`` x ``height`` points: ground colour, boxes from back to front, words about it.

    ``layout`` names the slide layout it was made by (or the document's name), ``steps`` how many build steps
    it has, ``title`` and ``description`` what a screen reader says, ``notes`` the speaker notes.
    ``section_id`` and ``section`` are the id and the title of the section it stands in, ``transition``
    is how it comes after the page before.
    """

    width: float
    height: float
    ground: str
    boxes: tuple[Box, ...]
    palette: Mapping[str, str]
    layout: str
    title: str
    description: str
    lang: str = "en"
    steps: int = 0
    number: int = 0
    slide_id: str = ""
    notes: tuple[TextParagraph, ...] = field(default=())
    section_id: str = ""
    section: str = ""
    transition: Literal["none", "fade", "push"] = "none"
