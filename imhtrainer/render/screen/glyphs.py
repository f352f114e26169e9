"""Glyph runs as Qt draws them: raw fonts for text sizes, HarfBuzz outlines for large type."""

from pathlib import Path

import uharfbuzz as hb
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QGlyphRun, QPainterPath, QRawFont, QTransform

from imhtrainer.layout.fonts import open_font
from imhtrainer.layout.page import FontFace, GlyphRun

LARGEST_RAW = 64.0
"""Device pixels up to which Qt draws glyph runs; above, a file's raw font draws nothing at all."""

_MOST_RAW_FONTS = 200


class GlyphCache:
    """Opened fonts and outlines; one for each painter, not shared between threads."""

    def __init__(self) -> None:
        self._fonts: dict[str, hb.Font] = {}
        self._raw: dict[tuple[str, float], QRawFont] = {}
        self._outlines: dict[tuple[str, int], QPainterPath] = {}

    def glyph_run(self, run: GlyphRun, scale: float) -> QGlyphRun:
        """The run at ``scale`` device pixels a point, its origin at 0, 0."""
        made = QGlyphRun()
        made.setRawFont(self._raw_font(run.face, run.size * scale))
        made.setGlyphIndexes(list(run.glyphs))
        made.setPositions(
            [QPointF(x * scale, y * scale) for x, y in _origins(run)],
        )
        return made

    def path(self, run: GlyphRun, scale: float) -> QPainterPath:
        """The run's outlines at ``scale`` device pixels a point, their origin at 0, 0."""
        size = run.size / run.face.units_per_em * scale
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        for glyph, (x, y) in zip(run.glyphs, _origins(run), strict=True):
            at = QTransform(size, 0.0, 0.0, size, x * scale, y * scale)
            path.addPath(at.map(self._outline(run.face, glyph)))
        return path

    def _raw_font(self, face: FontFace, pixels: float) -> QRawFont:
        key = (face.path, round(pixels, 3))
        if key not in self._raw:
            if len(self._raw) >= _MOST_RAW_FONTS:
                self._raw.clear()
            no_hinting = QFont.HintingPreference.PreferNoHinting
            self._raw[key] = QRawFont(face.path, key[1], no_hinting)
        return self._raw[key]

    def _outline(self, face: FontFace, glyph: int) -> QPainterPath:
        key = (face.path, glyph)
        if key not in self._outlines:
            if face.path not in self._fonts:
                self._fonts[face.path] = open_font(Path(face.path))
            pen = _PathPen()
            self._fonts[face.path].draw_glyph_with_pen(glyph, pen)
            self._outlines[key] = pen.path
        return self._outlines[key]


class _PathPen:
    """Receives a glyph's outline (fontTools' pen protocol) in font units, y turned down."""

    def __init__(self) -> None:
        self.path = QPainterPath()
        self.path.setFillRule(Qt.FillRule.WindingFill)

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802 - fontTools' protocol
        self.path.moveTo(point[0], -point[1])

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802 - fontTools' protocol
        self.path.lineTo(point[0], -point[1])

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802 - fontTools' protocol
        (a, b), (c, d), (x, y) = points
        self.path.cubicTo(a, -b, c, -d, x, -y)

    def qCurveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802 - fontTools' protocol
        (a, b), (x, y) = points
        self.path.quadTo(a, -b, x, -y)

    def closePath(self) -> None:  # noqa: N802 - fontTools' protocol
        self.path.closeSubpath()

    def endPath(self) -> None:  # noqa: N802 - fontTools' protocol
        """An open outline needs nothing more."""


def _origins(run: GlyphRun) -> list[tuple[float, float]]:
    """Where each glyph stands from the run's origin, in points, y down."""
    origins = []
    x = 0.0
    for advance, (dx, dy) in zip(run.advances, run.offsets, strict=True):
        origins.append((x + dx, -dy))
        x += advance
    return origins
