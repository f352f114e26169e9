"""The overview's slides, painted as far as they are seen."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect, QRectF, Qt, Signal
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
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

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
from imhtrainer.ui.present.overview.model import Index, SlideModel
from imhtrainer.ui.present.pages.page_pictures import PagePictures
from imhtrainer.ui.present.pages.shown import Shown, slide_shown
from imhtrainer.ui.style.fonts import tabular
from imhtrainer.ui.style.icons import paint_icon
from imhtrainer.ui.style.look import Look

VIEWER = "overview"
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class SlideGrid(QListView):
    """Small pictures under their sections' headings; a picture not painted yet is its title on paper.

    ``chosen`` tells the slide that is to be shown. The keyboard stays where it is: ``walk`` moves.
    It is a list for the sake of screen readers, which read its slides; where they stand and how they look is
    said here alone.
    """

    chosen = Signal(int)

    def __init__(self, look: Look, pictures: PagePictures, veil: float) -> None:
        super().__init__()
        self._look, self._pictures, self._veil = look, pictures, veil
        self._state: SessionState | None = None
        self._groups: tuple[Group, ...] = ()
        self._placed: Arrangement = arrange((), 0)
        self.slide = 0
        self._model = SlideModel()
        self.setModel(self._model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
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
        self._hold()
        self._bring()
        self._wish()
        self.viewport().update()

    def show_state(self, state: SessionState) -> None:
        """Mark where the room is now."""
        self._state = state
        self._hold()
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
        self._mark()
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

    def doItemsLayout(self) -> None:
        """Slides stand as ``arrange`` places them."""

    def updateGeometries(self) -> None:
        """The scroll bar follows the arrangement, not the rows."""

    def scrollTo(self, _index: Index, _hint: object = None) -> None:
        """The marked slide is brought into sight here, and nothing else."""

    def scrollContentsBy(self, _right: int, _down: int) -> None:
        """Paint what has come into sight."""
        self.viewport().update()

    def verticalOffset(self) -> int:
        """Pixels scrolled down."""
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        """Nothing is scrolled to the side."""
        return 0

    def visualRect(self, index: Index) -> QRect:
        """Where a slide stands with its words, in the viewport."""
        if not index.isValid() or index.row() >= len(self._placed.cells):
            return QRect()
        placed = self._placed.cells[index.row()]
        top = placed.y - self.verticalScrollBar().value()
        return QRect(placed.x, top, self._placed.width, self._placed.picture_height + WORDS)

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The slide at a point of the viewport."""
        found = self._slide_at(point.x(), point.y())
        return QModelIndex() if found is None else self._model.index(self._placed.order[found])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Slides are not dragged."""
        event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press has done all there is to do."""
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Mark a slide; the second click shows it."""
        found = self._at(event)
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self.slide = found
            self._mark()
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
        return self._slide_at(event.position().x(), event.position().y())

    def _slide_at(self, x: float, down: float) -> int | None:
        y = down + self.verticalScrollBar().value()
        tall = self._placed.picture_height + WORDS
        for placed in self._placed.cells:
            if placed.x <= x < placed.x + self._placed.width and placed.y <= y < placed.y + tall:
                return placed.cell.slide
        return None

    def _hold(self) -> None:
        """Hold in the model what is shown, with the marked slide as the chosen one."""
        room = self._state.slide if self._state is not None else -1
        self._model.show_cells(tuple(placed.cell for placed in self._placed.cells), room)
        at = self._placed.order.get(self.slide)
        if at is not None:
            chosen = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self._model.index(at), chosen)

    def _mark(self) -> None:
        """Tell a screen reader which slide is marked: the keyboard is elsewhere, so it is said."""
        self._hold()
        words = self._model.said(self._placed.cells[self._placed.order[self.slide]].cell)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))


def _font(base: QFont, pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = QFont(base)
    font.setPixelSize(pixels)
    font.setWeight(weight)
    return font
