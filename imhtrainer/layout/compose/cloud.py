"""The room's own words, calmly set: larger the more people wrote them, in centred lines, never askew."""

from collections.abc import Sequence
from dataclasses import dataclass

from imhtrainer.domain.quiz import Tally
from imhtrainer.layout.compose.scene import Scene
from imhtrainer.layout.compose.setting import Style, middle_top, paragraph, put, single
from imhtrainer.layout.fonts import FontLibrary
from imhtrainer.layout.page import Box, Span, TextParagraph
from imhtrainer.layout.text import Frame, set_text, text_width

SIZES = ((60.0, 48.0, 38.0, 30.0), (48.0, 40.0, 32.0, 26.0), (40.0, 34.0, 28.0, 24.0))
"""Type sizes from the most frequent words to those written once; the next set where room is short."""

_LEAD = 1.3
_GAP = "      "
_LEFT, _TOP, _WIDTH = 56.0, 156.0, 848.0
_MORE = Style(24, 32, "ink-soft")
_MORE_HEIGHT = 36.0
_COLORS = ("lagoon", "ink")

Words = Sequence[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class _Cloud:
    """Lines of words, and how many words found no room."""

    lines: tuple[TextParagraph, ...]
    left_out: int

    @property
    def height(self) -> float:
        return sum(line.lead for line in self.lines)


def word_cloud(scene: Scene, tally: Tally | None, bottom: float) -> list[Box]:
    """The words that were let through, down to ``bottom``; what finds no room is counted below."""
    room = Frame(_LEFT, _TOP, _WIDTH, bottom - _TOP)
    if tally is None or not tally.words:
        words = paragraph(scene.say("no_words"), single(28, "ink-soft"), align="center")
        return [put(scene, Frame(56, 270, 848, 37), (words,), "no-words")]
    cloud = _fitting(scene.kit.fonts, tally.words, room.h)
    free = room.h - (_MORE_HEIGHT if cloud.left_out else 0) - cloud.height
    frame = Frame(room.x, room.y + max(free, 0) / 2, room.w, cloud.height)
    boxes: list[Box] = [
        set_text(scene.kit.fonts, frame, cloud.lines, "words", "body", overflow="allow")
    ]
    if cloud.left_out:
        more = paragraph(scene.say("more_words", count=cloud.left_out), _MORE, align="center")
        lowest = middle_top(bottom - _MORE_HEIGHT / 2, 1, _MORE)
        boxes.append(put(scene, Frame(56, lowest, 848, _MORE.lead), (more,), "more-words"))
    return boxes


def _fitting(fonts: FontLibrary, words: Words, height: float) -> _Cloud:
    for sizes in SIZES:
        cloud = _set(fonts, words, sizes, height)
        if not cloud.left_out:
            return cloud
    return _set(fonts, words, SIZES[-1], height - _MORE_HEIGHT)


def _set(fonts: FontLibrary, words: Words, sizes: Sequence[float], room: float) -> _Cloud:
    """Fill centred lines with the words in their order, as many as the height holds."""
    lines: list[TextParagraph] = []
    height, taken = 0.0, 0
    most = max(count for _, count in words)
    while taken < len(words):
        line, used = _line(fonts, words[taken:], taken, most, sizes)
        if height + line.lead > room:
            break
        lines.append(line)
        height += line.lead
        taken += used
    return _Cloud(tuple(lines), len(words) - taken)


def _line(
    fonts: FontLibrary, words: Words, first: int, most: int, sizes: Sequence[float]
) -> tuple[TextParagraph, int]:
    spans: list[Span] = []
    used = 0
    for word, count in words:
        span = _span(fonts, word, size_of(count, most, sizes), first + used)
        longer = [*spans, Span(_GAP, size=24), span] if spans else [span]
        if spans and text_width(fonts, longer) > _WIDTH:
            break
        spans = longer
        used += 1
    lead = _LEAD * max(span.size for span in spans)
    return TextParagraph(tuple(spans), lead, align="center"), used


def _span(fonts: FontLibrary, word: str, size: float, place: int) -> Span:
    """A word; one that is wider than the page by itself is set as large as the page allows."""
    span = Span(word, size=size, color=_COLORS[place % len(_COLORS)], bold=size >= SIZES[-1][0])
    wide = text_width(fonts, (span,))
    if wide <= _WIDTH:
        return span
    smaller = int(size * _WIDTH / wide)
    return Span(word, size=max(smaller, 1), color=span.color, bold=span.bold)


def size_of(count: int, most: int, sizes: Sequence[float]) -> float:
    """The size of a word that ``count`` people wrote, where ``most`` wrote the most frequent one."""
    if count <= 1:
        return sizes[-1]
    share = count / most
    return sizes[0] if share > 2 / 3 else sizes[1] if share > 1 / 3 else sizes[2]
