"""Measured text as real paragraphs: line heights in points, theme fonts and colours, bullets.

What the placeholder of the layout already says is not said again, so that a change of the master
reaches the slides.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from imhtrainer.layout.directions import base_level
from imhtrainer.layout.page import Bullet, Span, TextBox, TextParagraph
from imhtrainer.render.pptx.colors import Colors
from imhtrainer.render.pptx.insets import body_properties, reading_align
from imhtrainer.render.pptx.markup import emu, tag, words
from imhtrainer.render.pptx.slots import LEVEL_INDENT, Slot

ALIGNS: Mapping[str, str] = {"left": "l", "center": "ctr", "right": "r"}
FONTS: Mapping[str, str] = {"head": "+mj-lt", "body": "+mn-lt"}
DOT = Bullet("•", "coral")
"""The list mark of the master."""

_DISC_CENTRE = 0.36
"""Where the disc behind a number has its centre, as a share of the indent."""

_DIGIT_WIDTH, _DIGIT_SIZE = 12.2, 24.0
_LONGEST_LEAD = 1584.0
_SHORT = 24
"""Letters of a text that may stand a little wider than it was measured without meeting another."""


@dataclass(frozen=True, slots=True)
class Voice:
    """What text needs besides itself: colours, language, how a link becomes a relationship.

    ``slot`` is the placeholder that the text stands in. Text was ``measured`` in the letters it will be
    shown in, unless it stands on somebody else's template.
    """

    colors: Colors
    lang: str
    link: Callable[[str], str]
    slot: Slot | None = None
    measured: bool = True


def text_body(box: TextBox, voice: Voice, field: str = "") -> str:
    """The ``p:txBody`` of a text box; ``field`` makes its letters a field, such as ``slidenum``."""
    slot = voice.slot
    shrinks = slot is not None and slot.shrinks and box.h < slot.h
    one_line = len(box.paragraphs) == 1 and len(box.paragraphs[0].text) <= _SHORT
    properties = body_properties(
        box,
        shrinks=shrinks or not (voice.measured or one_line),
        wraps=voice.measured or not one_line,
    )
    return tag("p:txBody", {}, properties, tag("a:lstStyle"), paragraphs(box, voice, field))


def paragraphs(box: TextBox, voice: Voice, field: str = "") -> str:
    """All paragraphs of a box; there is always at least one."""
    made = (
        _paragraph(paragraph, voice, field, first=index == 0)
        for index, paragraph in enumerate(box.paragraphs)
    )
    return "".join(made) or tag("a:p", {}, tag("a:endParaRPr", {"lang": voice.lang}))


def run_properties(name: str, span: Span, voice: Voice) -> str:
    """``a:rPr`` or ``a:endParaRPr`` of a span."""
    look: dict[str, str | int] = {
        "sz": round(span.size * 100),
        "b": int(span.bold or span.semibold),
        "i": int(span.italic),
    }
    slot = voice.slot
    inherited = {"sz": round(slot.size * 100), "b": int(slot.bold), "i": 0} if slot else {}
    same_color = slot is not None and slot.color == span.color
    same_font = slot is not None and slot.family == span.family
    return tag(
        name,
        {"lang": voice.lang, **_own(look, inherited), "dirty": 0},
        "" if same_color else voice.colors.fill(span.color),
        "" if same_font else tag("a:latin", {"typeface": FONTS[span.family]}),
        voice.link(span.link) if span.link else "",
    )


def _paragraph(paragraph: TextParagraph, voice: Voice, field: str, *, first: bool) -> str:
    properties = _paragraph_properties(paragraph, voice, first=first)
    spans = paragraph.spans
    runs = "".join(_run(span, voice, field) for span in spans if span.text)
    end = run_properties("a:endParaRPr", spans[-1], voice) if spans and not spans[-1].link else ""
    return tag("a:p", {}, properties, runs, end)


def _paragraph_properties(paragraph: TextParagraph, voice: Voice, *, first: bool) -> str:
    slot, before = voice.slot, 0.0 if first else paragraph.before
    return tag(
        "a:pPr",
        _placing(paragraph, slot),
        "" if slot and slot.lead == paragraph.lead else _spacing("a:lnSpc", paragraph.lead),
        "" if slot and before == slot.gap else _spacing("a:spcBef", before),
        "" if slot else _spacing("a:spcAft", 0.0),
        "" if slot and _same_bullet(slot, paragraph.bullet) else _mark(paragraph, voice),
    )


def _placing(paragraph: TextParagraph, slot: Slot | None) -> dict[str, str | int]:
    hang = _hang(paragraph.bullet, paragraph.indent) if paragraph.bullet else 0.0
    placing: dict[str, str | int] = {
        "marL": emu(paragraph.indent),
        "indent": -emu(hang),
        "algn": ALIGNS[reading_align(paragraph)],
        "rtl": base_level(paragraph.text),
    }
    if slot is None:
        return placing
    indent = emu(LEVEL_INDENT) if slot.bullet else 0
    inherited: dict[str, str | int] = {"marL": indent, "indent": -indent, "rtl": 0}
    return _own(placing, {**inherited, "algn": ALIGNS[slot.align]})


def _own(
    attributes: Mapping[str, str | int], inherited: Mapping[str, str | int]
) -> dict[str, str | int]:
    return {key: value for key, value in attributes.items() if inherited.get(key) != value}


def _same_bullet(slot: Slot, bullet: Bullet | None) -> bool:
    return bullet == DOT if slot.bullet else bullet is None


def _spacing(name: str, points: float) -> str:
    return tag(name, {}, points_spacing(points))


def points_spacing(points: float) -> str:
    """A line height or space in hundredths of a point."""
    return tag("a:spcPts", {"val": round(min(points, _LONGEST_LEAD) * 100)})


def _hang(bullet: Bullet, indent: float) -> float:
    """How far left of the text the mark stands; a number is centred on the disc drawn behind it."""
    if not bullet.text.endswith("."):
        return indent
    digits = len(bullet.text) - 1
    return indent - _DISC_CENTRE * indent + digits * _DIGIT_WIDTH / 2


def _mark(paragraph: TextParagraph, voice: Voice) -> str:
    bullet = paragraph.bullet
    if bullet is None:
        return tag("a:buNone")
    if not bullet.text.endswith("."):
        return dot(voice.colors, bullet)
    return (
        tag("a:buClr", {}, voice.colors.markup(bullet.color))
        + tag("a:buSzPct", {"val": round(100 * _DIGIT_SIZE / paragraph.spans[0].size) * 1000})
        + tag("a:buFont", {"typeface": FONTS["body"]})
        + tag("a:buAutoNum", {"type": "arabicPlain"})
    )


def dot(colors: Colors, bullet: Bullet = DOT) -> str:
    """A list's dot in its own colour."""
    return (
        tag("a:buClr", {}, colors.markup(bullet.color))
        + tag("a:buFont", {"typeface": FONTS["body"]})
        + tag("a:buChar", {"char": bullet.text})
    )


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
