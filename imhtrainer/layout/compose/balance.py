"""Where a text's lines break best: without a lonely last word, at commas rather than before one.

Only the width is chosen; within it lines are filled as everywhere, so that other programs that
fill the same box break alike.
"""

from collections.abc import Sequence

from imhtrainer.layout.breaking import Break, Breakable, break_lines
from imhtrainer.layout.fonts import FontLibrary
from imhtrainer.layout.page import TextParagraph
from imhtrainer.layout.text import hard_lines

NARROWEST = 0.6
"""No width under this share of the frame's is tried."""

_SAFE = 0.02
_STEP_DOWN = 1e-3
_SHORT_LAST_LINE = 0.5
_STRAY_LETTERS = 3

Broken = list[list[Break]]


def best_width(fonts: FontLibrary, paragraphs: Sequence[TextParagraph], width: float) -> float:
    """The width, at most ``width``, at which the paragraphs break best without more lines."""
    parts = [
        part
        for paragraph in paragraphs
        for part in hard_lines(fonts, paragraph.spans, paragraph.indent)
    ]
    full = _broken(parts, width)
    count = sum(map(len, full))
    if count == len(parts):
        return width
    best, best_cost = width, _cost(parts, full, width)
    tried = _widest(parts, full)
    while tried > NARROWEST * width:
        lines = _broken(parts, tried - _STEP_DOWN)
        low = _widest(parts, lines)
        if sum(map(len, lines)) > count or low >= tried:
            break
        cost = _cost(parts, lines, width)
        if cost < best_cost and tried - low > _SAFE * width:
            best, best_cost = (low + tried) / 2, cost
        tried = low
    return best


def _broken(parts: Sequence[Breakable], width: float) -> Broken:
    return [break_lines(part, width - part.indent) for part in parts]


def _widest(parts: Sequence[Breakable], lines: Broken) -> float:
    return max(
        line.width + part.indent
        for part, broken in zip(parts, lines, strict=True)
        for line in broken
    )


def _cost(parts: Sequence[Breakable], lines: Broken, width: float) -> float:
    """How much a breaking disturbs reading; the lesser the better."""
    cost = 0.0
    for part, broken in zip(parts, lines, strict=True):
        if len(broken) == 1:
            continue
        text = part.shaped.text
        room = width - part.indent
        cost += 4 * max(0.0, _SHORT_LAST_LINE - broken[-1].width / room) ** 2
        for line in broken[:-1]:
            cost += 0.3 * (1 - line.width / room) ** 2 + _ending_cost(text[line.start : line.end])
    return cost


def _ending_cost(line: str) -> float:
    """A line should end with a thought, not with the little word that begins the next."""
    if line.endswith((",", ".", ";", ":", "?", "!", "…", "–", ".”", ",”")):
        return -0.12
    return 0.08 if len(line.rsplit(None, 1)[-1].lstrip("“‘(")) <= _STRAY_LETTERS else 0.0
