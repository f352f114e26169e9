"""Fonts embedded cluster by cluster, so that copied text is the text that was typed.

Each shaped cluster (letters that belong together, with the glyphs that draw them) becomes one
character of a small TrueType font built from HarfBuzz' outlines, and the ToUnicode map gives that
character the cluster's whole text. No reader has to undo ligatures, reordering or positioned marks.
"""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen

from imhtrainer.layout.fonts import open_font
from imhtrainer.layout.page import FontFace, GlyphRun
from imhtrainer.render.pdf.file import PdfFile
from imhtrainer.render.pdf.objects import (
    Value,
    array,
    dictionary,
    name,
    reference,
    references,
    text,
)

Parts = tuple[tuple[int, int, int], ...]
"""The glyphs of a cluster with their offsets from its origin, in font units."""

_MOST_CLUSTERS = 60_000
_NONSYMBOLIC = 32
_AT_ORIGIN = ((0.0, 0.0),)
_CMAP_HEAD = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
    "/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def\n"
    "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
    "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
)
_CMAP_FOOT = "endcmap CMapName currentdict /CMap defineresource pop end end"


@dataclass(frozen=True, slots=True)
class Cluster:
    """Glyphs that draw one stretch of text; ``advance`` in font units, as set on the page."""

    parts: Parts
    advance: float
    text: str


Character = tuple[str, int]
"""A character's code as it stands in shown text, and its width in thousandths of the type size.

Widths are whole thousandths: some readers cut fractions off.
"""


@dataclass(frozen=True, slots=True)
class _Row:
    parts: Parts
    width: int
    text: str


class ClusterFont:
    """One embedded font: a character code for every distinct cluster that was drawn with a face."""

    def __init__(self, name: str, face: FontFace) -> None:
        self.name = name
        self.face = face
        self.font = open_font(Path(face.path))
        self._rows: list[_Row] = []
        self._widths: list[int] = []
        self._known: dict[tuple[Parts, str], Character] = {}
        self._letters: dict[tuple[int, str], Character] = {}

    @property
    def is_full(self) -> bool:
        """Whether another font of the same face must take further clusters."""
        return len(self._rows) >= _MOST_CLUSTERS

    def character(self, cluster: Cluster) -> Character:
        """The character that stands for a cluster."""
        key = (cluster.parts, cluster.text)
        known = self._known.get(key)
        if known is None:
            row = _Row(cluster.parts, self._width(cluster), cluster.text)
            self._rows.append(row)
            self._widths.append(self._thousandths(row.width))
            known = self._known[key] = (f"{len(self._rows):04X}", self._widths[-1])
        return known

    def letter(self, glyph: int, advance: float, letter: str) -> Character:
        """The character of a letter that one glyph draws at its origin."""
        known = self._letters.get((glyph, letter))
        if known is None:
            known = self.character(Cluster(((glyph, 0, 0),), advance, letter))
            self._letters[glyph, letter] = known
        return known

    def add_to(self, file: PdfFile) -> int:
        """Write the font into a file; returns its object number."""
        program = self._program()
        base = f"{_tag(self.name)}+{Path(self.face.path).stem.replace('_', '-')}"
        stored = file.add_stream(program, {"Length1": len(program)})
        descendant = dictionary(
            Type=name("Font"),
            Subtype=name("CIDFontType2"),
            BaseFont=name(base),
            FontDescriptor=reference(file.add(self._descriptor(base, stored))),
            DW=1000,
            CIDToGIDMap=name("Identity"),
            W=array([1, array(self._widths)]),
            CIDSystemInfo=dictionary(
                Registry=text("Adobe"), Ordering=text("Identity"), Supplement=0
            ),
        )
        letters = file.add_stream(self._to_unicode().encode("ascii"))
        font = dictionary(
            Type=name("Font"),
            Subtype=name("Type0"),
            BaseFont=name(base),
            Encoding=name("Identity-H"),
            DescendantFonts=references([file.add(descendant)]),
            ToUnicode=reference(letters),
        )
        return file.add(font)

    def _descriptor(self, base: str, stored: int) -> Value:
        extents = self.font.get_font_extents("ltr")
        ascent, descent = (self._thousandths(x) for x in (extents.ascender, extents.descender))
        return dictionary(
            Type=name("FontDescriptor"),
            FontName=name(base),
            Flags=_NONSYMBOLIC,
            ItalicAngle=-12 if self.face.italic else 0,
            Ascent=ascent,
            Descent=descent,
            CapHeight=self._thousandths(extents.ascender * 0.8),
            StemV=140 if self.face.bold else 80,
            FontBBox=array([-500, descent, 2000, 1200]),
            FontFile2=reference(stored),
        )

    def _thousandths(self, units: float) -> int:
        return round(units * 1000 / self.face.units_per_em)

    def _width(self, cluster: Cluster) -> int:
        """A lone glyph keeps its own width, so that kerning makes no second character."""
        if len(cluster.parts) == 1:
            return int(self.font.get_glyph_h_advance(cluster.parts[0][0]))
        return round(cluster.advance)

    def _program(self) -> bytes:
        """The TrueType file: each cluster's glyphs merged into one outline."""
        names = [".notdef", *(f"c{number}" for number in range(1, len(self._rows) + 1))]
        rows = [_Row((), self.face.units_per_em, ""), *self._rows]
        glyphs = {name: self._outline(row) for name, row in zip(names, rows, strict=True)}
        builder = FontBuilder(self.face.units_per_em, isTTF=True)
        builder.setupGlyphOrder(names)
        builder.setupGlyf(glyphs)
        builder.setupHorizontalMetrics(
            {
                name: (row.width, getattr(glyphs[name], "xMin", 0))
                for name, row in zip(names, rows, strict=True)
            }
        )
        extents = self.font.get_font_extents("ltr")
        builder.setupHorizontalHeader(
            ascent=round(extents.ascender), descent=round(extents.descender)
        )
        builder.setupMaxp()
        # The hour of printing must not change a byte of what is printed again.
        builder.updateHead(created=0, modified=0)
        builder.font.recalcTimestamp = False
        program = io.BytesIO()
        builder.save(program)
        return program.getvalue()

    def _outline(self, row: _Row) -> Any:
        pen = TTGlyphPen(None)
        for glyph, dx, dy in row.parts:
            self.font.draw_glyph_with_pen(glyph, TransformPen(pen, (1, 0, 0, 1, dx, dy)))
        return pen.glyph()

    def _to_unicode(self) -> str:
        lines = [
            f"<{code:04X}> <{row.text.encode('utf-16-be').hex()}>"
            for code, row in enumerate(self._rows, 1)
        ]
        blocks = (lines[i : i + 100] for i in range(0, len(lines), 100))
        maps = (f"{len(b)} beginbfchar\n" + "\n".join(b) + "\nendbfchar\n" for b in blocks)
        return _CMAP_HEAD + "".join(maps) + _CMAP_FOOT


class FontSet:
    """The fonts of one document, made as runs ask for them."""

    def __init__(self) -> None:
        self._all: list[ClusterFont] = []
        self._current: dict[str, ClusterFont] = {}

    def font(self, face: FontFace) -> ClusterFont:
        """The font that takes a face's clusters."""
        font = self._current.get(face.path)
        if font is None or font.is_full:
            font = ClusterFont(f"CF{len(self._all)}", face)
            self._all.append(font)
            self._current[face.path] = font
        return font

    def add_to(self, file: PdfFile, number: int) -> None:
        """Write every font into a file, and under ``number`` the dictionary that pages find them in."""
        fonts = {font.name: reference(font.add_to(file)) for font in self._all}
        file.add(dictionary(fonts), number)


def clusters(run: GlyphRun, mark: str = "") -> Iterator[Cluster]:
    """The run's clusters from left to right; ``mark`` is put before its first letter."""
    units = run.face.units_per_em / run.size
    starts = sorted(set(run.clusters))
    ends = dict(zip(starts, [*starts[1:], len(run.text)], strict=True))
    count = len(run.glyphs)
    i = 0
    while i < count:
        start = run.clusters[i]
        parts: list[tuple[int, int, int]] = []
        x = 0.0
        while i < count and run.clusters[i] == start:
            dx, dy = run.offsets[i]
            parts.append((run.glyphs[i], round((x + dx) * units), round(dy * units)))
            x += run.advances[i]
            i += 1
        text = run.text[start : ends[start]]
        yield Cluster(tuple(parts), x * units, text if start else mark + text)


def shown_text(font: ClusterFont, run: GlyphRun, mark: str = "") -> str:
    """The run as the operand of TJ; small corrections keep each glyph at its measured place."""
    per_unit = 1000 / run.face.units_per_em
    shown: list[str] = []
    ahead = 0.0
    for (code, width), advance in _characters(font, run, mark):
        shown.append(code)
        ahead += width - advance * per_unit
        if abs(ahead) > 0.4:
            correction = round(ahead, 1)
            ahead -= correction
            shown.append(f">{correction:.1f}<")
    return f"[<{''.join(shown)}>]"


def _characters(font: ClusterFont, run: GlyphRun, mark: str) -> Iterable[tuple[Character, float]]:
    """The character and the advance in font units of each cluster."""
    units = run.face.units_per_em / run.size
    count = len(run.text)
    if mark or run.clusters != tuple(range(count)) or run.offsets != _AT_ORIGIN * count:
        return ((font.character(cluster), cluster.advance) for cluster in clusters(run, mark))
    advances = [advance * units for advance in run.advances]
    return zip(map(font.letter, run.glyphs, advances, run.text), advances, strict=True)


def _tag(name: str) -> str:
    """Six letters that mark a subset font, different for each font of the document."""
    number = int(name[2:])
    return "IMH" + "".join(chr(65 + number // 26**place % 26) for place in (2, 1, 0))
