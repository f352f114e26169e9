"""Pages that hold every kind of box, set by hand so that the renderers are tested by themselves."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from imhtrainer.layout.drawing import parse_drawing, place
from imhtrainer.layout.fonts import FontLibrary
from imhtrainer.layout.page import (
    Bar,
    Box,
    ChartBox,
    EllipseBox,
    GroupBox,
    Page,
    PathBox,
    PictureBox,
    RectBox,
    Span,
    TableBox,
    TableCell,
    TextBox,
    TextParagraph,
)
from imhtrainer.layout.qr import place_qr
from imhtrainer.layout.text import Frame, set_text
from imhtrainer.resources import resource_path

PALETTE = {
    "ink": "#1F2A37",
    "ink-soft": "#52606D",
    "paper": "#FFFBF5",
    "sand": "#F3E7D7",
    "lagoon": "#0F5C63",
    "coral": "#E4572E",
    "sun": "#F2B84B",
    "leaf": "#2E7D4F",
}

NAMES = (
    "José Müller-Łukasiewicz",
    "Nguyễn Thị Ánh Tuyết",
    "محمد عبد الرحمن",
    "שרה לוי",
    "श्रीकृष्ण त्रिपाठी",
    "ঋত্বিক চট্টোপাধ্যায়",
    "สมชาย น้ำใจดี",
    "አበበ ብርሃኑ",
    "王小明",
    "田中さくら",
    "김민준",
    "王小明・田中さくら・김민준",
    "Dr محمد PhD",
)

SUNRISE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 360">
<g transform="translate(0 -8)"><path d="M20 360C20 238.5 118.5 140 240 140C361.5 140 460 238.5 460
360L20 360Z" fill="#F3E7D7"/><g transform="translate(302 182) rotate(-14)">
<ellipse cx="0" cy="0" rx="38" ry="35" fill="#BF8051"/><circle cx="27" cy="9" r="8" fill="#8E502E"/>
<path d="M24 6Q30 9 25 15" fill="none" stroke="#1F2A37" stroke-width="2.5" stroke-linecap="round"
stroke-linejoin="round"/></g><path d="M116 222L128 186L190 250" fill="none" stroke="#E1AA81"
stroke-width="36" stroke-linecap="round" stroke-linejoin="round"/>
<rect x="210" y="250" width="60" height="40" rx="8" fill="#6B4E71"/></g></svg>"""


@pytest.fixture(scope="session")
def fonts() -> FontLibrary:
    """The program's own fonts."""
    return FontLibrary(resource_path("fonts"))


@pytest.fixture(scope="session")
def text_box(fonts: FontLibrary) -> Callable[..., TextBox]:
    """A way to set one style of text in a box."""

    def set_in(x: float, y: float, w: float, h: float, text: str, **style: object) -> TextBox:
        size = float(str(style.pop("size", 26)))
        align = style.pop("align", "left")
        span = Span(text, size=size, **style)  # type: ignore[arg-type]
        paragraph = TextParagraph((span,), lead=size * 1.3, align=align)  # type: ignore[arg-type]
        return set_text(fonts, Frame(x, y, w, h), [paragraph], text[:20], overflow="allow")

    return set_in


@pytest.fixture(scope="session")
def make_page() -> Callable[..., Page]:
    """A way to make a page of some boxes."""

    def make(*boxes: Box, title: str = "A page", ground: str = "paper", **more: object) -> Page:
        return Page(960, 540, ground, boxes, PALETTE, "text", title, title, **more)  # type: ignore[arg-type]

    return make


@pytest.fixture(scope="session")
def text_page(text_box: Callable[..., TextBox], make_page: Callable[..., Page]) -> Page:
    """Headings, body text, a rounded card and ovals."""
    return make_page(
        text_box(
            56, 36, 848, 52, "Serve and return", family="head", size=40, bold=True, color="lagoon"
        ),
        RectBox(40, 215, 880, 86, "#FFFFFF", "leaf", 3, 12),
        text_box(
            56, 124, 848, 80, "Mismatches are ordinary. By noticing and coming back, he shows"
        ),
        text_box(80, 230, 700, 40, "A repair that builds trust", bold=True),
        text_box(80, 310, 700, 60, "Infant mental health", family="head", size=54, italic=True),
        EllipseBox(56, 400, 48, 48, "leaf"),
        EllipseBox(120, 400, 48, 48, "sun", "ink", 2),
        text_box(200, 400, 600, 40, "a link", link="https://example.org/help", color="lagoon"),
        text_box(56, 498, 640, 18, "Tronick & Gold, 2020.", size=14, color="ink-soft"),
        title="Serve and return",
    )


@pytest.fixture(scope="session")
def shape_page(make_page: Callable[..., Page]) -> Page:
    """Arrows, a drawing, a chart with a first vote, a QR symbol and a shape over the page's edge."""
    drawing = parse_drawing(SUNRISE)
    assert drawing is not None
    arc = (("M", (214.0, 110.0)), ("C", (322.0, -2.0, 638.0, -2.0, 736.0, 96.0)))
    bars = (
        Bar("A", 4, "sand", "ink-soft"),
        Bar("B", 14, "leaf", "", 6),
        Bar("C", 3, "sand", "ink"),
    )
    return make_page(
        PathBox(arc, stroke="coral", stroke_width=9, arrow=True),
        PictureBox(40, 180, 320, 240, "sunrise.svg", "", place(drawing, 40, 180, 320, 240)),
        ChartBox(500, 141, 300, 234, bars, 21, 40, "4, 14 and 3 of 21", "bars"),
        place_qr("https://example.org/c/000001", 840, 40, 90),
        GroupBox((EllipseBox(750, 330, 420, 420, "sun"),), "corner"),
        title="Shapes",
    )


@pytest.fixture(scope="session")
def table_page(text_box: Callable[..., TextBox], make_page: Callable[..., Page]) -> Page:
    """A table with grounds and rules."""
    columns, rows = (128.0, 360.0, 360.0), (78.0, 57.0, 57.0)
    words = (
        ("", "A smile", "A cry"),
        ("Eyes", "meet yours", "turn away"),
        ("Hands", "open", "fist"),
    )
    cells = tuple(
        tuple(
            TableCell(
                text_box(76 + sum(columns[:c]), 120 + sum(rows[:r]), columns[c] - 28, 40, word),
                "#FFFFFF" if r == 1 else "",
            )
            for c, word in enumerate(line)
        )
        for r, line in enumerate(words)
    )
    rules = (("lagoon", 3.0), ("sand", 1.5), ("ink-soft", 1.5))
    return make_page(
        TableBox(56, 108, columns, rows, cells, rules, "table", (0, 1, 2)), title="Cues"
    )


@pytest.fixture(scope="session")
def name_pages(text_box: Callable[..., TextBox], make_page: Callable[..., Page]) -> list[Page]:
    """One page for each name, as on certificates."""
    return [
        make_page(
            text_box(60, 200, 840, 60, name, family="head", size=36, align="center"), title=name
        )
        for name in NAMES
    ]


@pytest.fixture
def raster(tmp_path: Path) -> Path:
    """A small PNG with four fields of colour."""
    path = tmp_path / "fields.png"
    image = Image.new("RGB", (40, 20), "#FFFFFF")
    image.paste("#E4572E", (0, 0, 20, 10))
    image.paste("#0F5C63", (20, 10, 40, 20))
    image.save(path)
    return path
