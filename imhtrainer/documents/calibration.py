"""The page by which a printer's offset is measured: two lines 50 mm from the paper's edges, and rulers."""

from collections.abc import Iterator

from imhtrainer.documents.setting import Type, put
from imhtrainer.domain.certificate import Paper
from imhtrainer.layout.frame import Frame
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.page import Box, Page, PathBox

POINTS_A_MM = 72 / 25.4

TARGET = 50.0
"""Millimetres from the paper's left and top edge at which the two lines should stand."""

_SIZES: dict[Paper, tuple[float, float]] = {"letter": (792.0, 612.0), "a4": (841.9, 595.3)}
_LENGTH = 100
_TITLE = Type(22, 28, "lagoon", bold=True, family="head")
_TEXT = Type(12, 17)
_STRONG = Type(13, 18, bold=True)
_DIGIT = Type(8, 10, "ink-soft")


def compose_calibration(paper: Paper, printer: str, kit: Kit) -> tuple[Page, ...]:
    """The page, laid as certificates are; it is printed without any offset."""
    width, height = _SIZES[paper]
    made = Page(
        width=width,
        height=height,
        ground="surface",
        boxes=(*_lines(width, height), *_rulers(kit), *_words(kit, printer)),
        palette=kit.theme.colors,
        layout="calibration",
        title="Where this printer prints",
        description="Two lines 50 mm from the paper's left and top edge",
    )
    return (made,)


def _mm(length: float) -> float:
    return length * POINTS_A_MM


def _lines(width: float, height: float) -> Iterator[Box]:
    at = _mm(TARGET)
    ends = _mm(15)
    yield _line(at, ends, at, height - ends, 1.0, "ink", "left-line")
    yield _line(ends, at, width - ends, at, 1.0, "ink", "top-line")


def _rulers(kit: Kit) -> Iterator[Box]:
    """100 mm to the right and down from where the lines cross: by them the scale is checked."""
    at = _mm(TARGET)
    for mm in range(_LENGTH + 1):
        tick = _mm(5 if mm % 10 == 0 else 3.5 if mm % 5 == 0 else 2)
        yield _line(at + _mm(mm), at, at + _mm(mm), at + tick, 0.5, "ink", "tick")
        yield _line(at, at + _mm(mm), at + tick, at + _mm(mm), 0.5, "ink", "tick")
        if mm % 10 == 0 and mm:
            across = Frame(at + _mm(mm) - 12, at + _mm(5.5), 24, 10)
            yield put(kit.fonts, across, str(mm), _DIGIT, "digit", align="center")
            down = Frame(at + _mm(6), at + _mm(mm) - 5, 24, 10)
            yield put(kit.fonts, down, str(mm), _DIGIT, "digit")


def _words(kit: Kit, printer: str) -> Iterator[Box]:
    left, w = _mm(TARGET + 22), 420.0
    sentences = (
        ("Where does this printer print?", _TITLE, 30.0),
        (printer or "the printer you choose", _STRONG, 26.0),
        ("1.  Measure from the paper’s left edge to the long upright line.", _TEXT, 20.0),
        ("2.  Measure from the paper’s top edge to the long level line.", _TEXT, 20.0),
        ("3.  Write both, in millimetres, under Settings, Printing certificates.", _TEXT, 28.0),
        (f"Both would be {TARGET:g} mm on a printer that prints in its place.", _TEXT, 20.0),
        ("If the rulers are not 100 mm long, print in “actual size”, not fitted.", _TEXT, 20.0),
    )
    top = _mm(TARGET + 20)
    for words, style, room in sentences:
        yield put(kit.fonts, Frame(left, top, w, style.lead), words, style, "words")
        top += room


def _line(
    x: float, y: float, to_x: float, to_y: float, weight: float, color: str, name: str
) -> PathBox:
    ends = (("M", (x, y)), ("L", (to_x, to_y)))
    return PathBox(ends, stroke=color, stroke_width=weight, round_ends=False, name=name)
