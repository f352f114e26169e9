"""The overview's slides, painted as far as they are seen."""

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFont,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from imhtrainer.domain.session.state import SessionState
from imhtrainer.ui.present.overview.cells import (
    GAP,
    HEADING,
    MARGIN,
    WORDS,
    Arrangement,
    Group,
    Placed,
    arrange,
)
from imhtrainer.ui.present.pages.page_pictures import PagePictures
from imhtrainer.ui.present.pages.shown import Shown, slide_shown
from imhtrainer.ui.style.fonts import tabular
from imhtrainer.ui.style.icons import paint_icon
from imhtrainer.ui.style.look import Look

VIEWER = "overview"
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class SlideGrid(QAbstractScrollArea):
    """Small pictures under their sections' headings; a picture not painted yet is its title on paper.

    ``chosen`` tells the slide that is to be shown. The keyboard stays where it is: ``walk`` moves.
    """

    chosen = Signal(int)

    def __init__(self, look: Look, pictures: PagePictures, veil: float) -> None:
        super().__init__()
        self._look, self._pictures, self._veil = look, pictures, veil
        self._state: SessionState | None = None
        self._groups: tuple[Group, ...] = ()
        self._placed: Arrangement = arrange((), 0)
        self.slide = 0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("All slides"))
        pictures.arrived.connect(self.viewport().update)
        look.changed.connect(self.viewport().update)
        self.verticalScrollBar().valueChanged.connect(self._wish)

    @property
    def count(self) -> int:
        """How many slides are shown."""
        return len(self._placed.cells)

    def show_groups(self, state: SessionState, found: tuple[Group, ...], slide: int) -> None:
        """Show these slides with the marked one in sight; one that is not among them gives way."""
        self._state, self._groups = state, found
        self._arrange()
        self.slide = slide if slide in self._placed.order else self._first()
        self._bring()
        self._wish()
        self.viewport().update()

    def show_state(self, state: SessionState) -> None:
        """Mark where the room is now."""
        self._state = state
        self.viewport().update()

    def rest(self) -> None:
        """Nobody looks: nothing more is painted for us."""
        self._pictures.prepare(VIEWER, (), 0)

    def walk(self, key: Qt.Key) -> None:
        """Mark the next slide in the direction of an arrow key."""
        if not self._placed.cells:
            return
        match key:
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                self.slide = self._placed.beside(self.slide, 1 if key == Qt.Key.Key_Right else -1)
            case _:
                self.slide = self._placed.above(self.slide, down=key == Qt.Key.Key_Down)
        self._bring()
        self._say()
        self.viewport().update()

    def choose(self) -> None:
        """Show the marked slide."""
        if self.slide in self._placed.order:
            self.chosen.emit(self.slide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in other columns."""
        super().resizeEvent(event)
        self._arrange()
        self._bring()
        self._wish()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Mark a slide; the second click shows it."""
        found = self._at(event)
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self.slide = found
            self._say()
            self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show the slide that was clicked twice."""
        found = self._at(event)
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self.slide = found
            self.choose()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is in sight."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        top = self.verticalScrollBar().value()
        seen = event.rect()
        painter.translate(0, -top)
        for y, title in self._placed.headings:
            if y < top + seen.bottom() and y + HEADING > top + seen.top():
                self._paint_heading(painter, y, title)
        for placed in self._placed.between(top + seen.top(), top + seen.bottom()):
            self._paint_cell(painter, placed)

    def _paint_heading(self, painter: QPainter, y: int, title: str) -> None:
        painter.setFont(_font(self.font(), 15, QFont.Weight.DemiBold))
        painter.setPen(self._look.color("ink"))
        painter.drawText(QRect(MARGIN, y, self.viewport().width(), HEADING), _LEFT, title)

    def _paint_cell(self, painter: QPainter, placed: Placed) -> None:
        box = QRectF(placed.x, placed.y, self._placed.width, self._placed.picture_height)
        room = self._state is not None and placed.cell.slide == self._state.slide
        if room:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.color("sand"))
            painter.drawRoundedRect(box.adjusted(-7, -7, 7, WORDS + 5), 8, 8)
        self._paint_picture(painter, box, placed)
        marked = placed.cell.slide == self.slide
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.color("lagoon" if marked else "edge"), 3 if marked else 1))
        painter.drawRect(box.adjusted(-2.5, -2.5, 2.5, 2.5) if marked else box)
        self._paint_words(painter, box, placed, room)

    def _paint_picture(self, painter: QPainter, box: QRectF, placed: Placed) -> None:
        shown = self._shown(placed.cell.slide)
        if shown is not None and self._pictures.ready(shown, self.device_width):
            picture = self._pictures.picture(shown, self.device_width)
            painter.drawPixmap(box, picture, QRectF(picture.rect()))
            if self._look.dark and self._veil:
                painter.setOpacity(self._veil)
                painter.fillRect(box, Qt.GlobalColor.black)
                painter.setOpacity(1)
            return
        painter.fillRect(box, self._look.color("paper"))
        painter.setFont(_font(self.font(), 15, QFont.Weight.DemiBold))
        painter.setPen(self._look.color("ink-soft"))
        wrap = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(box.adjusted(12, 8, -12, -8), wrap, placed.cell.label)

    def _paint_words(self, painter: QPainter, box: QRectF, placed: Placed, room: bool) -> None:
        line = QRectF(box.x(), box.bottom(), box.width(), WORDS)
        painter.setPen(self._look.color("ink-soft"))
        painter.setFont(tabular(_font(self.font(), 13)))
        number = str(placed.cell.number)
        painter.drawText(line, _LEFT, number)
        indent = QFontMetrics(painter.font()).horizontalAdvance(number) + 8
        right = 22 if room else 0
        font = _font(self.font(), 13, QFont.Weight.DemiBold if room else QFont.Weight.Medium)
        painter.setFont(font)
        painter.setPen(self._look.color("ink"))
        at = line.adjusted(indent, 0, -right, 0)
        fits = QFontMetrics(font).elidedText(
            placed.cell.label, Qt.TextElideMode.ElideRight, int(at.width())
        )
        painter.drawText(at, _LEFT, fits)
        if room:
            icon = QRectF(line.right() - 16, line.center().y() - 8, 16, 16)
            paint_icon(painter, "projector", icon, self._look.color("leaf"))

    @property
    def device_width(self) -> int:
        """Device pixels a picture is wide."""
        return max(round(self._placed.width * self.devicePixelRatioF()), 16)

    def _shown(self, slide: int) -> Shown | None:
        if self._state is None:
            return None
        place = self._state.plan.slides[slide]
        return slide_shown(self._state, slide, 0 if place.question is not None else place.steps)

    def _first(self) -> int:
        return self._placed.cells[0].cell.slide if self._placed.cells else -1

    def _arrange(self) -> None:
        self._placed = arrange(self._groups, self.viewport().width())
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(40)
        bar.setRange(0, max(self._placed.height + GAP - self.viewport().height(), 0))

    def _bring(self) -> None:
        """Scroll as little as shows the whole marked cell, with its heading in the first row."""
        at = self._placed.order.get(self.slide)
        if at is None:
            return
        bar, cell = self.verticalScrollBar(), self._placed.cells[at]
        top, bottom = cell.y - HEADING, cell.y + self._placed.picture_height + WORDS + GAP
        if top < bar.value():
            bar.setValue(top)
        elif bottom > bar.value() + self.viewport().height():
            bar.setValue(bottom - self.viewport().height())

    def _wish(self) -> None:
        """Have painted what is in sight, then the screen below it."""
        if self._state is None or not self.isVisible():
            return
        top, high = self.verticalScrollBar().value(), self.viewport().height()
        seen = self._placed.between(top, top + 2 * high)
        self._pictures.prepare(VIEWER, [self._shown(c.cell.slide) for c in seen], self.device_width)

    def _at(self, event: QMouseEvent) -> int | None:
        x, y = event.position().x(), event.position().y() + self.verticalScrollBar().value()
        tall = self._placed.picture_height + WORDS
        for placed in self._placed.cells:
            if placed.x <= x < placed.x + self._placed.width and placed.y <= y < placed.y + tall:
                return placed.cell.slide
        return None

    def _say(self) -> None:
        """Tell a screen reader which slide is marked."""
        cell = self._placed.cells[self._placed.order[self.slide]].cell
        words = self.tr("Slide {0}, {1}").format(cell.number, cell.label)
        if self._state is not None and cell.slide == self._state.slide:
            words = self.tr("{0}, the room sees it").format(words)
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))


def _font(base: QFont, pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = QFont(base)
    font.setPixelSize(pixels)
    font.setWeight(weight)
    return font
