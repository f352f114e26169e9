"""Paragraphs in a box: measured, broken and placed, or refused because they do not fit.

The house's rule for every renderer: baseline = line top + lead - 0.2 x the largest type size.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from imhtrainer.domain.errors import LayoutError
from imhtrainer.layout.breaking import Break, Breakable, break_lines, breakable, choose_breaks
from imhtrainer.layout.directions import base_level, visual_order
from imhtrainer.layout.fonts import FontLibrary
from imhtrainer.layout.frame import Frame
from imhtrainer.layout.page import Align, Anchor, GlyphRun, Line, Span, TextBox, TextParagraph
from imhtrainer.layout.shaping import cut, shape_text

__all__ = [
    "Frame",
    "count_lines",
    "fits",
    "fitting_lines",
    "hard_lines",
    "set_text",
    "text_height",
    "text_width",
]

DESCENT_SHARE = 0.2
"""How far a baseline stands above its line's bottom, as a share of the type size."""

TOLERANCE = 0.5
"""Points by which text may be higher or wider than its box: less than anyone sees."""


@dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph's hard lines, ready to be broken."""

    paragraph: TextParagraph
    base: int
    parts: tuple[Breakable, ...]


def set_text(
    fonts: FontLibrary,
    box: Frame,
    paragraphs: Sequence[TextParagraph],
    name: str,
    role: str = "",
    anchor: Anchor = "top",
    step: int = 0,
    line: int = 0,
    overflow: Literal["raise", "allow"] = "raise",
) -> TextBox:
    """Measure and break paragraphs in a box; they come back with their lines.

    ``line`` is the deck's line for the message of the ``LayoutError`` that is raised when the text
    is too high or a word too wide, unless ``overflow`` allows it.
    """
    blocks = [_block(fonts, paragraph) for paragraph in paragraphs]
    broken = _break_blocks(blocks, box.w)
    height = _height(paragraphs, [sum(map(len, lines)) for lines in broken])
    if overflow == "raise":
        _refuse_overflow(box, blocks, broken, height, name, line)
    top = box.y + {"top": 0.0, "middle": (box.h - height) / 2, "bottom": box.h - height}[anchor]
    placed = tuple(_placed(blocks, broken, box, top))
    return TextBox(box.x, box.y, box.w, box.h, placed, name, role, anchor, step)


def text_height(fonts: FontLibrary, paragraphs: Sequence[TextParagraph], width: float) -> float:
    """How high the paragraphs stand in a box of ``width`` points, in points."""
    return _height(paragraphs, _line_counts(fonts, paragraphs, width))


def count_lines(fonts: FontLibrary, paragraphs: Sequence[TextParagraph], width: float) -> int:
    """How many lines the paragraphs take in a box of ``width`` points."""
    return sum(_line_counts(fonts, paragraphs, width))


def text_width(fonts: FontLibrary, spans: Sequence[Span]) -> float:
    """How wide the spans are on one line, in points."""
    return max(
        (part.shaped.prefix[part.points[-1][1]] for part in hard_lines(fonts, spans, 0.0)),
        default=0.0,
    )


def fitting_lines(
    fonts: FontLibrary, paragraphs: Sequence[TextParagraph], w: float, h: float
) -> int:
    """How many lines the paragraphs take in a box of ``w`` x ``h`` points; 0 where they do not fit it.

    They do not fit if they are too high, or if a word is wider than the box.
    """
    parts = [hard_lines(fonts, paragraph.spans, paragraph.indent) for paragraph in paragraphs]
    broken = [[break_lines(part, w - part.indent) for part in parts_of] for parts_of in parts]
    counts = [sum(map(len, lines)) for lines in broken]
    if _height(paragraphs, counts) > h + TOLERANCE:
        return 0
    return sum(counts) if _widest(parts, broken)[0] <= w + TOLERANCE else 0


def fits(fonts: FontLibrary, paragraphs: Sequence[TextParagraph], w: float, h: float) -> bool:
    """Whether the paragraphs fit a box of ``w`` x ``h`` points, with no word wider than it."""
    return not paragraphs or fitting_lines(fonts, paragraphs, w, h) > 0


def _block(fonts: FontLibrary, paragraph: TextParagraph) -> _Block:
    parts = hard_lines(fonts, paragraph.spans, paragraph.indent)
    return _Block(paragraph, parts[0].shaped.base, parts)


def hard_lines(fonts: FontLibrary, spans: Sequence[Span], indent: float) -> tuple[Breakable, ...]:
    """The hard lines of a paragraph, shaped; composers ask for them again and again."""

    def shape() -> tuple[Breakable, ...]:
        base = base_level("".join(span.text for span in spans))
        return tuple(
            breakable(shape_text(fonts, part, base), indent) for part in _cut_at_breaks(spans)
        )

    return fonts.remember((tuple(spans), indent), shape)


def _cut_at_breaks(spans: Iterable[Span]) -> list[list[Span]]:
    lines: list[list[Span]] = [[]]
    for span in spans:
        pieces = span.text.replace("\t", " ").split("\n")
        for number, piece in enumerate(pieces):
            if number:
                lines.append([])
            if piece:
                lines[-1].append(span if piece == span.text else replace(span, text=piece))
    return lines


def _break_blocks(blocks: Sequence[_Block], width: float) -> list[list[list[Break]]]:
    parts = [part for block in blocks for part in block.parts]
    chosen = iter(choose_breaks(parts, width)) if parts else iter(())
    return [[next(chosen) for _ in block.parts] for block in blocks]


def _line_counts(
    fonts: FontLibrary, paragraphs: Sequence[TextParagraph], width: float
) -> list[int]:
    return [
        sum(
            len(break_lines(part, width - part.indent))
            for part in hard_lines(fonts, paragraph.spans, paragraph.indent)
        )
        for paragraph in paragraphs
    ]


def _height(paragraphs: Sequence[TextParagraph], counts: Sequence[int]) -> float:
    leads = sum(p.lead * count for p, count in zip(paragraphs, counts, strict=True))
    return leads + sum(paragraph.before for paragraph in paragraphs[1:])


def _widest(
    parts: Iterable[Sequence[Breakable]], broken: Iterable[Sequence[Sequence[Break]]]
) -> tuple[float, str]:
    widths = [
        (line.width + part.indent, part.shaped.text[line.start : line.end])
        for parts_of, lines_of in zip(parts, broken, strict=True)
        for part, lines in zip(parts_of, lines_of, strict=True)
        for line in lines
    ]
    return max(widths, default=(0.0, ""))


def _refuse_overflow(
    box: Frame,
    blocks: Sequence[_Block],
    broken: Sequence[Sequence[Sequence[Break]]],
    height: float,
    name: str,
    line: int,
) -> None:
    width, word = _widest((block.parts for block in blocks), broken)
    if width > box.w + TOLERANCE:
        raise LayoutError(
            f"{name}: “{word}” is {width:.0f} pt wide, the box {box.w:.0f}; use a shorter word",
            line,
        )
    if height > box.h + TOLERANCE:
        needed = sum(len(lines) for lines_of in broken for lines in lines_of)
        raise LayoutError(_too_high(box, blocks, height, needed, name), line)


def _too_high(box: Frame, blocks: Sequence[_Block], height: float, needed: int, name: str) -> str:
    advice = "shorten it or split the slide"
    leads = {block.paragraph.lead for block in blocks}
    gaps = sum(block.paragraph.before for block in blocks[1:])
    if len(leads) == 1 and gaps < box.h:
        lead = leads.pop()
        holds = int((box.h - gaps + TOLERANCE) / lead)
        return f"{name} needs {needed} lines of {lead:g} pt, the box holds {holds}; {advice}"
    return f"{name} needs {height:.0f} pt of height, the box has {box.h:.0f}; {advice}"


def _placed(
    blocks: Sequence[_Block],
    broken: Sequence[Sequence[Sequence[Break]]],
    box: Frame,
    top: float,
) -> Iterator[TextParagraph]:
    for number, (block, lines_of) in enumerate(zip(blocks, broken, strict=True)):
        paragraph = block.paragraph
        top += paragraph.before if number else 0.0
        lines = []
        for part, breaks in zip(block.parts, lines_of, strict=True):
            for found in breaks:
                top += paragraph.lead
                baseline = top - DESCENT_SHARE * _size(paragraph)
                lines.append(_line(paragraph, block.base, part, found, box, baseline))
        yield replace(paragraph, lines=tuple(lines))


def _size(paragraph: TextParagraph) -> float:
    return max(span.size for span in paragraph.spans)


def _line(
    paragraph: TextParagraph,
    base: int,
    part: Breakable,
    found: Break,
    box: Frame,
    baseline: float,
) -> Line:
    room = box.w - part.indent
    x = box.x + _start(paragraph.align, base, part.indent, room - found.width)
    return Line(
        x=x,
        baseline=baseline,
        width=found.width,
        text=part.shaped.text[found.start : found.end],
        runs=tuple(_runs(part, found, x, baseline)),
        slack=room - found.width,
        overhang=found.next_width - room if found.next_width else 0.0,
    )


def _start(align: Align, base: int, indent: float, free: float) -> float:
    """Where a line begins from the box's left; the indent is where reading begins."""
    left = 0.0 if base else indent
    if align == "center":
        return left + free / 2
    at_end = align == "right" or bool(base)
    return left + (free if at_end else 0.0)


def _runs(part: Breakable, found: Break, x: float, baseline: float) -> Iterator[GlyphRun]:
    inside = [
        shaped
        for shaped in part.shaped.items
        if shaped.item.start < found.end and shaped.item.end > found.start
    ]
    for shaped in visual_order(inside):
        run = cut(shaped, part.shaped.text, found.start, found.end, x, baseline)
        yield run
        x += run.width
