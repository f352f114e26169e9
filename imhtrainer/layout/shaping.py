"""Text to glyphs: itemise by style, script, font coverage and direction, then shape."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import accumulate, groupby, pairwise

import uharfbuzz as hb

from imhtrainer.layout.directions import base_level, levels
from imhtrainer.layout.fonts import FontLibrary
from imhtrainer.layout.page import FontFace, GlyphRun, Span

_FEATURES = {"kern": True, "liga": True}
_COMMON = frozenset(("Zyyy", "Zinh"))
# Characters that shape their neighbours or nothing at all: no font needs to have them.
_UNSEEN = frozenset(
    (
        *(0xAD, 0x34F, 0x61C, 0xFEFF, 0x2060),
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
        *range(0xFE00, 0xFE10),
    )
)
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_ZERO_WIDTH_JOINER = "\u200d"
_AT_ORIGIN = (0.0, 0.0)
"""The offset of nearly every glyph, kept once: tuples by the thousand are work for the collector of garbage."""


@dataclass(frozen=True, slots=True)
class Item:
    """A stretch of text with one style, face, script and level; ``missing`` if no font has it."""

    start: int
    end: int
    span: Span
    face: FontFace
    script: str
    level: int
    missing: bool = False


@dataclass(frozen=True, slots=True)
class ShapedItem:
    """An item's glyphs in drawing order; ``clusters`` index the paragraph's text."""

    item: Item
    glyphs: tuple[int, ...]
    advances: tuple[float, ...]
    offsets: tuple[tuple[float, float], ...]
    clusters: tuple[int, ...]

    @property
    def level(self) -> int:
        """The item's embedding level."""
        return self.item.level


@dataclass(frozen=True, slots=True)
class ShapedText:
    """A text without hard breaks; ``prefix[i]`` is the width of its first i letters."""

    text: str
    base: int
    items: tuple[ShapedItem, ...]
    prefix: tuple[float, ...]


def shape_text(fonts: FontLibrary, spans: Sequence[Span], base: int | None = None) -> ShapedText:
    """Shape spans without hard breaks; ``base`` is the paragraph's direction if known."""
    text = "".join(span.text for span in spans)
    if base is None:
        base = base_level(text)
    items = tuple(_shape_item(fonts, text, item) for item in itemise(fonts, spans, base))
    return ShapedText(text, base, items, _prefix_widths(len(text), items))


def itemise(fonts: FontLibrary, spans: Sequence[Span], base: int) -> list[Item]:
    """Cut the spans' text so that each piece can be shaped with one font in one direction."""
    plain = None if base else _plain_items(fonts, spans)
    if plain is not None:
        return plain
    text = "".join(span.text for span in spans)
    return _merged(_cluster_items(fonts, spans, text, base))


def cut(
    shaped: ShapedItem, text: str, start: int, end: int, x: float = 0.0, baseline: float = 0.0
) -> GlyphRun:
    """The glyphs of the letters ``start`` to ``end`` as a run standing at ``x``, ``baseline``."""
    item = shaped.item
    first, last = max(item.start, start), min(item.end, end)
    if first == item.start and last == item.end:
        kept = slice(0, len(shaped.glyphs))
    else:
        inside = [i for i, cluster in enumerate(shaped.clusters) if first <= cluster < last]
        kept = slice(inside[0], inside[-1] + 1) if inside else slice(0, 0)
    return GlyphRun(
        face=item.face,
        size=item.span.size,
        color=item.span.color,
        x=x,
        baseline=baseline,
        glyphs=shaped.glyphs[kept],
        advances=shaped.advances[kept],
        offsets=shaped.offsets[kept],
        clusters=tuple([cluster - first for cluster in shaped.clusters[kept]]),
        text=text[first:last],
        right_to_left=bool(item.level & 1),
        missing=item.missing,
        link=item.span.link,
    )


def grapheme_starts(text: str) -> list[int]:
    """Where each letter with its marks and joiners begins (a small part of UAX #29)."""
    starts = []
    for i, letter in enumerate(text):
        joins = i > 0 and (_extends(letter) or text[i - 1] == _ZERO_WIDTH_JOINER)
        if not joins:
            starts.append(i)
    return starts


def _extends(letter: str) -> bool:
    code = ord(letter)
    if code < 0x80:
        return False
    return code in _UNSEEN or code in _SKIN_TONES or unicodedata.category(letter).startswith("M")


def _plain_items(fonts: FontLibrary, spans: Sequence[Span]) -> list[Item] | None:
    """One item a span when everything is Latin or common and in the style's own font; else None."""
    items: list[Item] = []
    start = 0
    for span in spans:
        face = _style_face(fonts, span)
        if not fonts.is_plain(face, span.text):
            return None
        end = start + len(span.text)
        if end > start:
            items.append(Item(start, end, span, face, "Latn", 0))
        start = end
    return items


def _cluster_items(
    fonts: FontLibrary, spans: Sequence[Span], text: str, base: int
) -> Iterator[Item]:
    styles = [span for span in spans for _ in span.text]
    level_of = levels(text, base)
    script_of = _resolved_scripts(fonts, text)
    letters_of = _letters_by_script(fonts, text)
    known: dict[tuple[int, str, str], tuple[FontFace, ...]] = {}
    previous: Item | None = None
    for start, end in pairwise([*grapheme_starts(text), len(text)]):
        span, level, script = styles[start], level_of[start], script_of[start]
        own = fonts.script(text[start])
        key = (id(span), script, own)
        if key not in known:
            known[key] = _candidates(fonts, span, script, letters_of[own])
        candidates = known[key]
        if previous and _follows(fonts, previous, text[start], span, level):
            candidates = (previous.face, *candidates)
        cluster = text[start:end]
        face = next((face for face in candidates if _covers(fonts, face, cluster)), None)
        missing = face is None
        previous = Item(start, end, span, face or candidates[-1], script, level, missing)
        if missing:
            previous = Item(start, end, span, _style_face(fonts, span), script, level, True)
        yield previous


def _follows(fonts: FontLibrary, previous: Item, letter: str, span: Span, level: int) -> bool:
    """Whether a space or sign stays in the font of the letters before it."""
    return (
        fonts.script(letter) in _COMMON
        and previous.level == level
        and previous.span is span
        and not previous.missing
    )


def _merged(items: Iterable[Item]) -> list[Item]:
    merged: list[Item] = []
    for _, alike in groupby(items, _alike):
        first, *others = alike
        merged.append(replace(first, end=others[-1].end) if others else first)
    return merged


def _alike(item: Item) -> tuple[object, ...]:
    """What neighbors have in common that are shaped as one; what no font has stands alone."""
    return (
        id(item.span),
        item.face.key,
        item.script,
        item.level,
        item.start if item.missing else -1,
    )


def _resolved_scripts(fonts: FontLibrary, text: str) -> list[str]:
    """Each letter's script; common letters take the one before them, else the one after."""
    found = [fonts.script(letter) for letter in text]
    ideographs = "Hira" if {"Hira", "Kana"} & set(found) else "Hang" if "Hang" in found else "Hani"
    real = [ideographs if script == "Hani" else script for script in found]
    last = next((script for script in real if script not in _COMMON), "Latn")
    resolved = []
    for script in real:
        last = last if script in _COMMON else script
        resolved.append(last)
    return resolved


def _letters_by_script(fonts: FontLibrary, text: str) -> dict[str, set[str]]:
    """The letters of each script in a text; none for what is common to all, such as brackets."""
    letters: dict[str, set[str]] = {}
    for letter in text:
        script = fonts.script(letter)
        letters.setdefault(script, set()).update(letter if script not in _COMMON else "")
    return letters


def _candidates(
    fonts: FontLibrary, span: Span, script: str, letters: AbstractSet[str]
) -> tuple[FontFace, ...]:
    """The faces to try for a script in turn, the style's own first.

    Where that has some letters of the script alone (pi and omega among Greek), it comes last: words are not
    set in two faces.
    """
    own, others = _style_face(fonts, span), fonts.fallbacks(script, span.bold or span.semibold)
    if script != "Latn" and not all(fonts.has(own, ord(letter)) for letter in letters):
        return (*others, own)
    return (own, *others)


def _style_face(fonts: FontLibrary, span: Span) -> FontFace:
    return fonts.face(span.family, span.bold, span.italic, span.semibold)


def _covers(fonts: FontLibrary, face: FontFace, cluster: str) -> bool:
    """Whether the face can draw the cluster, as typed or composed (HarfBuzz composes by itself)."""
    if len(cluster) == 1:
        return ord(cluster) in _UNSEEN or fonts.has(face, ord(cluster))
    if all(ord(letter) in _UNSEEN or fonts.has(face, ord(letter)) for letter in cluster):
        return True
    composed = unicodedata.normalize("NFC", cluster)
    return composed != cluster and all(fonts.has(face, ord(letter)) for letter in composed)


def _shape_item(fonts: FontLibrary, text: str, item: Item) -> ShapedItem:
    font = fonts.font(item.face)
    scale = item.span.size / item.face.units_per_em
    if item.missing:
        width = float(font.get_glyph_h_advance(0)) * scale
        return ShapedItem(item, (0,), (width,), (_AT_ORIGIN,), (item.start,))
    buffer = _buffer(text, item)
    hb.shape(font, buffer, _FEATURES)
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    return ShapedItem(
        item,
        tuple(info.codepoint for info in infos),
        tuple(position.x_advance * scale for position in positions),
        tuple(
            (position.x_offset * scale, position.y_offset * scale)
            if position.x_offset or position.y_offset
            else _AT_ORIGIN
            for position in positions
        ),
        tuple(info.cluster for info in infos),
    )


def _buffer(text: str, item: Item) -> hb.Buffer:
    buffer = hb.Buffer()
    buffer.add_str(text, item.start, item.end - item.start)
    right_to_left = bool(item.level & 1)
    buffer.direction = "rtl" if right_to_left else "ltr"
    buffer.script = item.script
    buffer.language = "und"
    buffer.cluster_level = (
        hb.BufferClusterLevel.MONOTONE_CHARACTERS
        if right_to_left
        else hb.BufferClusterLevel.MONOTONE_GRAPHEMES
    )
    return buffer


def _prefix_widths(length: int, items: Iterable[ShapedItem]) -> tuple[float, ...]:
    advances = [0.0] * length
    for shaped in items:
        for cluster, advance in zip(shaped.clusters, shaped.advances, strict=True):
            advances[cluster] += advance
    return tuple(accumulate(advances, initial=0.0))
