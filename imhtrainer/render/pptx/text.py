"""Measured text as real paragraphs that PowerPoint breaks where the page does.

Insets are zero, line heights are points and nothing shrinks. The room left and right is shared out so
that every break is as far as possible from tipping over in a program that measures a little differently.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from imhtrainer.layout.breaking import wrap_margin
from imhtrainer.layout.directions import base_level
from imhtrainer.layout.page import Bullet, Span, TextBox, TextParagraph
from imhtrainer.render.pptx.colors import Colors
from imhtrainer.render.pptx.markup import emu, tag, words

ALIGNS: Mapping[str, str] = {"left": "l", "center": "ctr", "right": "r"}
ANCHORS: Mapping[str, str] = {"top": "t", "middle": "ctr", "bottom": "b"}
FONTS: Mapping[str, str] = {"head": "+mj-lt", "body": "+mn-lt"}
_BASELINE_SHARE = 0.2
_SEMIBOLD_GROWTH = 0.03
_DISC_CENTRE = 18.0
_DIGIT_WIDTH = 12.2
_NUMBER_SIZE = 92_000
_LONGEST_LEAD = 1584.0


@dataclass(frozen=True, slots=True)
class Voice:
    """What text needs besides itself: colours, language, and how a link target becomes a relationship."""

    colors: Colors
    lang: str
    link: Callable[[str], str]


def text_body(box: TextBox, voice: Voice, field: str = "") -> str:
    """The ``p:txBody`` of a text box; ``field`` makes its letters a field, such as ``slidenum``."""
    return tag(
        "p:txBody", {}, body_properties(box), tag("a:lstStyle"), paragraphs(box, voice, field)
    )


def paragraphs(box: TextBox, voice: Voice, field: str = "") -> str:
    """All paragraphs of a box; there is always at least one."""
    made = (
        _paragraph(paragraph, voice, field, first=index == 0)
        for index, paragraph in enumerate(box.paragraphs)
    )
    return "".join(made) or tag("a:p", {}, tag("a:endParaRPr", {"lang": voice.lang}))


def body_properties(box: TextBox) -> str:
    """Zero insets but for the wrap margin and the shift that puts the first line where it was measured."""
    left, right = side_insets(box)
    top, bottom = _shift(box)
    attributes: dict[str, str | int] = {
        "vert": "horz",
        "wrap": "square",
        "lIns": emu(left),
        "tIns": emu(top),
        "rIns": emu(right),
        "bIns": emu(bottom),
        "rtlCol": 0,
        "anchor": ANCHORS[box.anchor],
    }
    return tag("a:bodyPr", attributes, tag("a:noAutofit"))


def side_insets(box: TextBox) -> tuple[float, float]:
    """Left and right inset in points (negative where text may reach further)."""
    growth = _wrap_growth(box)
    align = box.paragraphs[0].align if box.paragraphs else "left"
    left = {"left": 0.0, "center": 0.5, "right": 1.0}[align]
    return -growth * left, -growth * (1 - left)


def first_line_top(box: TextBox) -> float | None:
    """Where the first line of a measured box begins, by the baseline rule."""
    for paragraph in box.paragraphs:
        if paragraph.lines:
            size = max((span.size for span in paragraph.spans), default=0.0)
            return paragraph.lines[0].baseline - paragraph.lead + _BASELINE_SHARE * size
    return None


def text_height(box: TextBox) -> float:
    """Height of all lines and the spaces between paragraphs, in points."""
    lines = sum(len(paragraph.lines) * paragraph.lead for paragraph in box.paragraphs)
    return lines + sum(paragraph.before for paragraph in box.paragraphs[1:])


def run_properties(name: str, span: Span, voice: Voice) -> str:
    """``a:rPr`` or ``a:endParaRPr`` of a span."""
    attributes: dict[str, str | int] = {
        "lang": voice.lang,
        "sz": round(span.size * 100),
        "b": int(span.bold or span.semibold),
        "i": int(span.italic),
        "dirty": 0,
    }
    relation = voice.link(span.link) if span.link else ""
    return tag(
        name,
        attributes,
        voice.colors.fill(span.color),
        tag("a:latin", {"typeface": FONTS[span.family]}),
        relation,
    )


def _wrap_growth(box: TextBox) -> float:
    """How much wider than the box text wraps: half-way between two tipping points.

    Georgia has no semibold: its bold stands in and is a little wider.
    """
    semibold = (
        line.width
        for paragraph in box.paragraphs
        if any(span.semibold for span in paragraph.spans)
        for line in paragraph.lines
    )
    return wrap_margin(box).shift + _SEMIBOLD_GROWTH * max(semibold, default=0.0)


def _shift(box: TextBox) -> tuple[float, float]:
    """Top and bottom inset that move anchored text to the measured first line."""
    top = first_line_top(box)
    if top is None:
        return 0.0, 0.0
    if box.anchor == "top":
        return top - box.y, 0.0
    if box.anchor == "bottom":
        return 0.0, box.y + box.h - top - text_height(box)
    offset = 2 * (top - box.y) - (box.h - text_height(box))
    return (offset, 0.0) if offset > 0 else (0.0, -offset)


def _paragraph(paragraph: TextParagraph, voice: Voice, field: str, *, first: bool) -> str:
    properties = _paragraph_properties(paragraph, voice, first=first)
    spans = paragraph.spans
    runs = "".join(_run(span, voice, field) for span in spans if span.text)
    end = run_properties("a:endParaRPr", spans[-1], voice) if spans and not spans[-1].link else ""
    return tag("a:p", {}, properties, runs, end)


def _paragraph_properties(paragraph: TextParagraph, voice: Voice, *, first: bool) -> str:
    hang = _hang(paragraph.bullet, paragraph.indent) if paragraph.bullet else 0.0
    from_right = bool(base_level(paragraph.text))
    align = "right" if from_right and paragraph.align == "left" else paragraph.align
    attributes: dict[str, str | int] = {
        "marL": emu(paragraph.indent),
        "indent": -emu(hang),
        "algn": ALIGNS[align],
        "rtl": int(from_right),
    }
    return tag(
        "a:pPr",
        attributes,
        tag("a:lnSpc", {}, points_spacing(paragraph.lead)),
        tag("a:spcBef", {}, points_spacing(0.0 if first else paragraph.before)),
        tag("a:spcAft", {}, points_spacing(0.0)),
        _bullet(paragraph.bullet, voice.colors) if paragraph.bullet else tag("a:buNone"),
    )


def points_spacing(points: float) -> str:
    """A line height or space in hundredths of a point."""
    return tag("a:spcPts", {"val": round(min(points, _LONGEST_LEAD) * 100)})


def _hang(bullet: Bullet, indent: float) -> float:
    """How far left of the text the mark stands; a number is centred on the disc drawn behind it."""
    if not bullet.text.endswith("."):
        return indent
    digits = len(bullet.text) - 1
    return indent - _DISC_CENTRE + digits * _DIGIT_WIDTH / 2


def _bullet(bullet: Bullet, colors: Colors) -> str:
    color = tag("a:buClr", {}, colors.markup(bullet.color))
    font = tag("a:buFont", {"typeface": FONTS["body"]})
    if bullet.text.endswith("."):
        number: dict[str, str | int] = {"type": "arabicPlain", "startAt": int(bullet.text[:-1])}
        return color + tag("a:buSzPct", {"val": _NUMBER_SIZE}) + font + tag("a:buAutoNum", number)
    return color + font + tag("a:buChar", {"char": bullet.text})


def _run(span: Span, voice: Voice, field: str) -> str:
    properties = run_properties("a:rPr", span, voice)
    if field:
        attributes = {"id": "{C1FF6DA9-008F-4B48-92A6-B652298478BF}", "type": field}
        return tag("a:fld", attributes, properties, words("a:t", span.text))
    pieces = (
        tag("a:r", {}, properties, words("a:t", piece)) if piece else ""
        for piece in span.text.split("\n")
    )
    return tag("a:br", {}, properties).join(pieces)
