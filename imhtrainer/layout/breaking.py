"""Where lines break: only where office suites agree, at the width that makes each break safest."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from imhtrainer.layout.page import TextBox
from imhtrainer.layout.shaping import ShapedText

NARROWEST = 0.94
"""The smallest share of a box's width that a wrap width may have."""

SAFE_SHARE = 0.04
"""Room around the breaks, as a share of the box's width, with which no narrower width is tried."""

_QUOTES = frozenset("\"'‘’“”«»‹›")
_NOT_AT_START = frozenset(",.:;!?)]}%…–、。，！？」』）】ー・") | _QUOTES
_NOT_AT_END = frozenset("([{「『（【‘“")
_BREAKS_BEHIND = frozenset(" \t\u200b-–—…")
_FIRST_IDEOGRAPH = "\u2e80"
_ROUNDING = 1e-6
_MOST_TRIES = 24


@dataclass(frozen=True, slots=True)
class Break:
    """A line from ``start`` to ``end`` without its trailing spaces.

    ``next_width`` is how wide it would have been with the next word, 0 for the last line.
    """

    start: int
    end: int
    width: float
    next_width: float


@dataclass(frozen=True, slots=True)
class Breakable:
    """A shaped text with its break opportunities: each offset and the line's end before it."""

    shaped: ShapedText
    points: tuple[tuple[int, int], ...]
    indent: float = 0.0


def breakable(shaped: ShapedText, indent: float = 0.0) -> Breakable:
    """Find the break opportunities of a shaped text once."""
    text = shaped.text
    points = tuple((offset, _trimmed(text, offset)) for offset in break_offsets(text))
    return Breakable(shaped, points, indent)


def break_offsets(text: str) -> Iterator[int]:
    """The offsets at which a line may end, the text's end last.

    The part of UAX #14 that LibreOffice keeps to: after spaces, hyphens, dashes and ellipses,
    before an em dash, between ideographs and at a zero-width space.
    """
    for i, (before, after) in enumerate(pairwise(text), 1):
        # Most pairs are two letters of a word, and this is asked of every pair on every page.
        at_all = before in _BREAKS_BEHIND or after == "—" or max(before, after) >= _FIRST_IDEOGRAPH
        if at_all and after != " " and _may_break(text, i, before, after):
            yield i
    yield len(text)


def break_lines(source: Breakable, width: float) -> list[Break]:
    """Fill lines greedily; a single word wider than ``width`` keeps a line of its own."""
    prefix = source.shaped.prefix
    lines: list[Break] = []
    start = end = offset = 0
    for next_offset, next_end in source.points:
        so_far = prefix[next_end] - prefix[start]
        if so_far > width + _ROUNDING and offset > start:
            lines.append(Break(start, end, prefix[end] - prefix[start], so_far))
            start = offset
        end, offset = next_end, next_offset
    lines.append(Break(start, end, prefix[end] - prefix[start], 0.0))
    return lines


def choose_breaks(sources: Sequence[Breakable], width: float) -> list[list[Break]]:
    """Break the texts of one box at the width that leaves the most room around every break.

    Widths from ``NARROWEST`` to all of ``width`` are tried as long as they need no more lines.
    """
    best = [break_lines(source, width - source.indent) for source in sources]
    count = sum(map(len, best))
    low, high = _room(sources, best, width)
    best_room = high - low
    for _ in range(_MOST_TRIES):
        if best_room >= SAFE_SHARE * width or low <= NARROWEST * width:
            break
        # Just too narrow for the widest line there was: the next widths that change anything.
        narrower = low - _ROUNDING * 4
        lines = [break_lines(source, narrower - source.indent) for source in sources]
        if sum(map(len, lines)) > count:
            break
        low, high = _room(sources, lines, narrower)
        if high - low > best_room:
            best, best_room = lines, high - low
    return best


def _room(
    sources: Sequence[Breakable], lines: Sequence[Sequence[Break]], width: float
) -> tuple[float, float]:
    """The narrowest and widest box width that breaks these texts in just this way.

    Words wider than the box stand alone at any width and do not count.
    """
    placed = [
        (line, source.indent)
        for source, broken in zip(sources, lines, strict=True)
        for line in broken
    ]
    widths = (line.width + indent for line, indent in placed)
    low = max((line for line in widths if line <= width + _ROUNDING), default=0.0)
    nexts = [line.next_width + indent for line, indent in placed if line.next_width]
    return low, min(nexts, default=width * (1 + SAFE_SHARE))


def _may_break(text: str, i: int, before: str, after: str) -> bool:
    if before in " \t\u200b":
        return True
    if after in _NOT_AT_START or before in _NOT_AT_END:
        return False
    if before == "-":
        return i > 1 and text[i - 2] not in " -" and after != "-"
    if before in "–—…":
        return True
    if after == "—":
        return before not in _QUOTES
    return _is_ideograph(before) or _is_ideograph(after)


def _is_ideograph(letter: str) -> bool:
    return (
        _FIRST_IDEOGRAPH <= letter <= "\u9fff"
        or "\uac00" <= letter <= "\ud7ff"
        or "\uf900" <= letter <= "\ufaff"
        or "\uff00" <= letter <= "\uff60"
        or "\U00020000" <= letter <= "\U0003ffff"
    )


def _trimmed(text: str, end: int) -> int:
    while end and text[end - 1] in " \u200b":
        end -= 1
    return end


@dataclass(frozen=True, slots=True)
class WrapMargin:
    """By how much wider than the box (less than 0: narrower) another program should wrap.

    Up to ``tolerance`` points more or less it breaks every line where we do.
    """

    shift: float
    tolerance: float


def wrap_margin(box: TextBox) -> WrapMargin:
    """The wrap width for programs that break lines again, half-way between two tipping points."""
    lines = [line for paragraph in box.paragraphs for line in paragraph.lines]
    low = -min((line.slack for line in lines), default=0.0)
    widest = max(low, 0.0) + 2 * SAFE_SHARE * box.w
    high = min((line.overhang for line in lines if line.overhang), default=widest)
    return WrapMargin((low + high) / 2, (high - low) / 2)
