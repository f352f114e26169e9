"""A page with QPainter. Nothing is measured here: boxes and glyphs stand where the page says."""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen

from imhtrainer.layout.geometry import arrow_head, chart_bars, outline, row_step, table_grounds
from imhtrainer.layout.page import (
    Box,
    ChartBox,
    Command,
    EllipseBox,
    GlyphRun,
    GroupBox,
    Page,
    PathBox,
    PictureBox,
    QrBox,
    RectBox,
    TableBox,
    TextBox,
)
from imhtrainer.render.screen.glyphs import LARGEST_RAW, GlyphCache
from imhtrainer.render.screen.pictures import picture_image

ALL = 1_000_000
"""A build step after every other: everything is shown."""

_KEPT_PAGES = 8

# Qt counts a miter's length from the line's middle, SVG and PDF from edge to edge: 2 is their 4.
_MITER = 2.0
_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class _Stroke:
    """One thing to paint from a build step on."""

    step: int
    paint: Callable[[QPainter], None]


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A page turned into Qt's objects at one scale; it keeps the page alive for its id."""

    page: Page
    strokes: tuple[_Stroke, ...]


class ScreenPainter:
    """Paints pages and remembers the last few as Qt objects, so that painting again is quick."""

    def __init__(self) -> None:
        self._glyphs = GlyphCache()
        self._prepared: dict[tuple[int, float, float], _Prepared] = {}

    def paint(self, painter: QPainter, page: Page, scale: float, step: int = ALL) -> None:
        """Paint the page at 0, 0 with ``scale`` units a point, with the builds up to ``step``."""
        device = scale * _device_scale(painter)
        painter.save()
        area = QRectF(0.0, 0.0, page.width * scale, page.height * scale)
        painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
        # Without smoothing, which is slower: the ground has no edge to smooth.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillRect(area, _color(page.palette, page.ground))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for stroke in self._prepare(page, scale, device).strokes:
            if stroke.step <= step:
                stroke.paint(painter)
        painter.restore()

    def image(self, page: Page, width: int, step: int = ALL) -> QImage:
        """The page as a picture ``width`` pixels wide."""
        scale = width / page.width
        image = QImage(width, round(page.height * scale), QImage.Format.Format_RGB32)
        if image.height() > page.height * scale:
            # The ground fills the part of a pixel that is beyond the page.
            image.fill(_color(page.palette, page.ground))
        painter = QPainter(image)
        try:
            self.paint(painter, page, scale, step)
        finally:
            painter.end()
        return image

    def forget(self) -> None:
        """Let go of the remembered pages, such as when the deck changed."""
        self._prepared.clear()

    def _prepare(self, page: Page, scale: float, device: float) -> _Prepared:
        key = (id(page), scale, device)
        known = self._prepared.pop(key, None)
        if known is None:
            builder = _Builder(page.palette, scale, device, self._glyphs)
            known = _Prepared(page, tuple(builder.strokes(page.boxes, 0)))
            while len(self._prepared) >= _KEPT_PAGES:
                del self._prepared[next(iter(self._prepared))]
        self._prepared[key] = known
        return known


def paint_page(painter: QPainter, page: Page, scale: float, step: int = ALL) -> None:
    """Paint one page once; keep a ``ScreenPainter`` to paint often."""
    ScreenPainter().paint(painter, page, scale, step)


def paint_boxes(
    painter: QPainter, boxes: Iterable[Box], palette: Mapping[str, str], scale: float
) -> None:
    """Paint boxes that are on no page yet, such as a line being drawn, ``scale`` units a point."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    builder = _Builder(palette, scale, scale * _device_scale(painter), GlyphCache())
    for stroke in builder.strokes(boxes, 0):
        stroke.paint(painter)
    painter.restore()


def page_image(page: Page, width_px: int, step: int = ALL) -> QImage:
    """One page as a picture ``width_px`` wide; keep a ``ScreenPainter`` to make many."""
    return ScreenPainter().image(page, width_px, step)


@dataclass(frozen=True, slots=True)
class _Builder:
    """Turns boxes into strokes; ``device`` is device pixels a point, ``scale`` painter units."""

    palette: Mapping[str, str]
    scale: float
    device: float
    glyphs: GlyphCache

    def strokes(self, boxes: Iterable[Box], at_step: int) -> Iterator[_Stroke]:
        for box in boxes:
            yield from self._box(box, max(at_step, box.step))

    def _box(self, box: Box, step: int) -> Iterator[_Stroke]:
        match box:
            case TextBox():
                yield from self._text(box, step)
            case RectBox() | EllipseBox() | PathBox():
                yield from self._shape(box, step)
            case PictureBox():
                yield from self._picture(box, step)
            case TableBox():
                yield from self._table(box, step)
            case ChartBox():
                for bar in chart_bars(box):
                    yield from self._shape(bar, step)
            case QrBox():
                yield _Stroke(step, self._filled(self._modules(box), box.color))
            case GroupBox():
                yield from self.strokes(box.boxes, step)

    def _text(self, box: TextBox, step: int) -> Iterator[_Stroke]:
        for paragraph in box.paragraphs:
            shown = max(step, paragraph.step)
            for line in paragraph.lines:
                for run in line.runs:
                    if run.glyphs:
                        yield _Stroke(shown, self._run(run))

    def _run(self, run: GlyphRun) -> Callable[[QPainter], None]:
        at = QPointF(run.x * self.scale, self._snapped(run.baseline))
        if run.size * self.device > LARGEST_RAW:
            return self._filled(self.glyphs.path(run, self.scale).translated(at), run.color)
        made = self.glyphs.glyph_run(run, self.scale)
        color = _color(self.palette, run.color)

        def draw(painter: QPainter) -> None:
            painter.setPen(color)
            painter.drawGlyphRun(at, made)

        return draw

    def _snapped(self, baseline: float) -> float:
        """The baseline on a whole pixel, rounded down as PDF readers do: text stays crisp."""
        return math.floor(baseline * self.device + _ROUNDING) * self.scale / self.device

    def _shape(self, box: RectBox | EllipseBox | PathBox, step: int) -> Iterator[_Stroke]:
        path = self._path(outline(box))
        if box.fill:
            yield _Stroke(step, self._filled(path, box.fill))
        if box.stroke and box.stroke_width:
            round_ends = isinstance(box, PathBox) and box.round_ends
            opacity = box.opacity if isinstance(box, PathBox) else 1.0
            pen = self._pen(box.stroke, box.stroke_width, round_ends, opacity)
            yield _Stroke(step, partial(_stroke_path, path=path, pen=pen))
        if isinstance(box, PathBox) and box.arrow:
            yield _Stroke(step, self._filled(self._path(arrow_head(box)), box.stroke))

    def _picture(self, box: PictureBox, step: int) -> Iterator[_Stroke]:
        if box.drawing:
            yield from self.strokes(box.drawing, step)
            return
        target = self._rect(box.x, box.y, box.w, box.h)
        image = picture_image(box, round(box.w * self.device), round(box.h * self.device))
        if image is None:
            # A picture lost since the layout: the lesson goes on with a quiet field in its place.
            path = QPainterPath()
            path.addRect(target)
            yield _Stroke(step, self._filled(path, "sand"))
            return
        whole = QRectF(image.rect())
        yield _Stroke(step, lambda painter: painter.drawImage(target, image, whole))

    def _table(self, box: TableBox, step: int) -> Iterator[_Stroke]:
        for row, rect in table_grounds(box):
            yield from self._shape(rect, max(step, row_step(box, row)))
        for row, cells in enumerate(box.cells):
            shown = max(step, row_step(box, row))
            yield from self.strokes((cell.text for cell in cells), shown)

    def _modules(self, box: QrBox) -> QPainterPath:
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        for x, y, w, h in box.modules:
            path.addRect(self._rect(x, y, w, h))
        return path

    def _filled(self, path: QPainterPath, color: str) -> Callable[[QPainter], None]:
        brush = QBrush(_color(self.palette, color))
        return lambda painter: painter.fillPath(path, brush)

    def _pen(self, color: str, width: float, round_ends: bool, opacity: float) -> QPen:
        cap = Qt.PenCapStyle.RoundCap if round_ends else Qt.PenCapStyle.FlatCap
        join = Qt.PenJoinStyle.RoundJoin if round_ends else Qt.PenJoinStyle.MiterJoin
        shade = _color(self.palette, color)
        shade.setAlphaF(opacity)
        pen = QPen(shade, width * self.scale, Qt.PenStyle.SolidLine, cap, join)
        pen.setMiterLimit(_MITER)
        return pen

    def _path(self, commands: Iterable[Command]) -> QPainterPath:
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        for letter, numbers in commands:
            n = [number * self.scale for number in numbers]
            match letter:
                case "M":
                    path.moveTo(n[0], n[1])
                case "L":
                    path.lineTo(n[0], n[1])
                case "C":
                    path.cubicTo(n[0], n[1], n[2], n[3], n[4], n[5])
                case _:
                    path.closeSubpath()
        return path

    def _rect(self, x: float, y: float, w: float, h: float) -> QRectF:
        return QRectF(x * self.scale, y * self.scale, w * self.scale, h * self.scale)


def _stroke_path(painter: QPainter, path: QPainterPath, pen: QPen) -> None:
    painter.strokePath(path, pen)


def _color(palette: Mapping[str, str], name: str) -> QColor:
    return QColor(palette.get(name, name))


def _device_scale(painter: QPainter) -> float:
    matrix = painter.deviceTransform()
    return math.hypot(matrix.m11(), matrix.m12())
