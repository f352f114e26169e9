"""Setting text in the house's styles: runs become spans, spans become measured boxes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from imhtrainer.domain.deck import Text
from imhtrainer.layout.compose.balance import best_width
from imhtrainer.layout.compose.scene import Scene
from imhtrainer.layout.directions import base_level
from imhtrainer.layout.page import Align, Bullet, Span, TextBox, TextParagraph
from imhtrainer.layout.text import Frame, count_lines, fits, set_text

ONE_LINE_LEAD = 1.3
"""Line height of a single line beside a shape, as a share of its size."""


@dataclass(frozen=True, slots=True)
class Style:
    """A type style in points; ``strong`` is the colour of bold runs where it differs.

    ``heading`` is the level of a heading set in it, 0 for running text.
    """

    size: float
    lead: float
    color: str = "ink"
    family: Literal["head", "body"] = "body"
    bold: bool = False
    semibold: bool = False
    strong: str = ""
    heading: int = 0


TITLE = Style(40, 52, "lagoon", "head", bold=True)
BODY = Style(26, 34)
SOURCE = Style(14, 18, "ink-soft")
LABEL = Style(26, 34, "coral-text", bold=True)


def single(size: float, color: str = "ink", bold: bool = False) -> Style:
    """A style for one line beside or inside a shape."""
    return Style(size, ONE_LINE_LEAD * size, color, bold=bold)


def spans(text: Text | str, style: Style) -> tuple[Span, ...]:
    """The runs of a text in a style; plain words, or none, are one run."""
    if isinstance(text, str):
        return (_span(text, style),)
    if not text:
        return (_span("", style),)
    return tuple(
        replace(_span(run.text, style, run.bold), italic=run.italic, link=run.link) for run in text
    )


def _span(words: str, style: Style, strong: bool = False) -> Span:
    return Span(
        words,
        family=style.family,
        size=style.size,
        color=(style.strong or style.color) if strong else style.color,
        bold=style.bold or strong,
        semibold=style.semibold,
    )


def paragraph(
    text: Text | str,
    style: Style,
    before: float = 0.0,
    align: Align = "left",
    indent: float = 0.0,
    bullet: Bullet | None = None,
    step: int = 0,
) -> TextParagraph:
    """One paragraph in a style."""
    set_in = spans(text, style)
    heading = style.heading
    return TextParagraph(set_in, style.lead, before, align, indent, bullet, step, heading=heading)


def put(
    scene: Scene,
    frame: Frame,
    paragraphs: Sequence[TextParagraph],
    name: str,
    role: str = "",
    line: int = 0,
    step: int = 0,
) -> TextBox:
    """Measured text in a frame; ``line`` is the deck's line, else the slide's.

    Text of several lines from the left may get a narrower box in which it breaks better.
    """
    where = line or scene.slide.line
    fonts = scene.kit.fonts
    if all(_from_left(wanted) for wanted in paragraphs):
        frame = replace(frame, w=best_width(fonts, paragraphs, frame.w))
    return set_text(fonts, frame, paragraphs, name, role, step=step, line=where)


def _from_left(wanted: TextParagraph) -> bool:
    return wanted.align == "left" and not base_level(wanted.text)


def put_first_that_fits(
    scene: Scene,
    frame: Frame,
    text: Text | str,
    styles: Sequence[Style],
    name: str,
    role: str = "",
    line: int = 0,
) -> TextBox:
    """The text in the first of the allowed styles in which it fits; the last one may refuse it."""
    for style in styles[:-1]:
        wanted = (paragraph(text, style),)
        if fits(scene.kit.fonts, wanted, frame.w, frame.h):
            return put(scene, frame, wanted, name, role, line)
    return put(scene, frame, (paragraph(text, styles[-1]),), name, role, line)


def put_middle(
    scene: Scene,
    frame: Frame,
    text: Text | str,
    style: Style,
    name: str,
    role: str = "",
    align: Align = "left",
    line: int = 0,
    step: int = 0,
) -> TextBox:
    """Text centred by eye in a frame's height: on the small letters, not on the line."""
    paragraphs = (paragraph(text, style, align=align),)
    lines = count_lines(scene.kit.fonts, paragraphs, frame.w)
    room = Frame(frame.x, frame.y, frame.w, frame.h)
    if lines * style.lead <= frame.h:
        top = middle_top(frame.y + frame.h / 2, lines, style)
        room = Frame(frame.x, top, frame.w, lines * style.lead)
    return put(scene, room, paragraphs, name, role, line, step)


def put_line(
    scene: Scene,
    x: float,
    middle: float,
    w: float,
    text: Text | str,
    style: Style,
    name: str,
    role: str = "",
    align: Align = "left",
    line: int = 0,
    step: int = 0,
) -> TextBox:
    """One line centred by eye on ``middle``; more than a line is refused."""
    frame = Frame(x, middle_top(middle, 1, style), w, style.lead)
    return put(scene, frame, (paragraph(text, style, align=align),), name, role, line, step)


def middle_top(middle: float, lines: int, style: Style) -> float:
    """The top of ``lines`` that look centred on ``middle`` (the house's optical rule)."""
    return middle - ((lines + 1) * style.lead - 1.045 * style.size) / 2


def line_count(paragraphs: Iterable[TextParagraph]) -> int:
    """How many lines measured paragraphs have."""
    return sum(len(measured.lines) for measured in paragraphs)


def hugging(box: TextBox) -> TextBox:
    """The same text in a box just as high as its lines need, from the same top."""
    gaps = sum(measured.before for measured in box.paragraphs[1:])
    height = sum(measured.lead * len(measured.lines) for measured in box.paragraphs) + gaps
    return replace(box, h=height)
