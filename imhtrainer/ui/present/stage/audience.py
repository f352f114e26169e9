"""The window the room sees: one page picture, and nothing that a stray click or key could stop."""

from collections.abc import Mapping

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QScreen,
)
from PySide6.QtWidgets import QWidget

from imhtrainer.domain.deck import Transition
from imhtrainer.ui.present.media.layer import FilmLayer, paint_layer
from imhtrainer.ui.present.pages.deck_pages import ASPECT
from imhtrainer.ui.present.stage.marks import NOTHING, Marks, paint_marks
from imhtrainer.ui.present.stage.motion import Motion
from imhtrainer.ui.present.stage.placing import beside_console, place_on
from imhtrainer.ui.widgets.frames import column

WINDOW_SIZE = (960, 540)
"""The largest the room's window opens where there is only one screen: width and height, logical pixels."""


class AudienceWindow(QWidget):
    """Shows a picture, black or white; in full screen without a frame, or as a window with one.

    It never takes the keyboard, and closing it by hand only tells so.
    """

    resized = Signal()
    """The window has another size in device pixels; the picture should be painted anew."""
    closed_by_hand = Signal()
    """Somebody closed the window; nothing has ended."""
    strayed = Signal(QScreen)
    """The window system moved the window to a screen."""

    def __init__(self) -> None:
        super().__init__(None, _flags(framed=True))
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWindowTitle(self.tr("The room sees this"))
        self._picture: QPixmap | None = None
        self._before: QPixmap | None = None
        self._share = 1.0
        self._transition: Transition = "none"
        self._motion = Motion(self)
        self._part, self._sharp = QRectF(0, 0, 1, 1), True
        self._marks = NOTHING
        self.palette_of_page: Mapping[str, str] = {}
        self._film: FilmLayer | None = None
        self._caption: FilmLayer | None = None
        self._ground = QColor("black")
        self.resize(*WINDOW_SIZE)

    def fill_screen(self, screen: QScreen) -> None:
        """Fill a screen without a frame, above every other window there."""
        self._undock()
        if self.windowFlags() != _flags(framed=False):
            self.setWindowFlags(_flags(framed=False))
        place_on(self, screen)
        self.setCursor(Qt.CursorShape.BlankCursor)
        # showFullScreen would also ask for the keyboard.
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.show()
        self._watch_screen()

    def float_on(self, screen: QScreen, console: QRect) -> None:
        """Stand as a window on a screen beside the console that fills the rectangle, or in its corner."""
        self._undock()
        if self.windowFlags() != _flags(framed=True):
            self.setWindowFlags(_flags(framed=True))
        self.unsetCursor()
        self.setScreen(screen)
        self.setWindowState(Qt.WindowState.WindowNoState)
        self.setGeometry(beside_console(screen.availableGeometry(), console, WINDOW_SIZE))
        self.show()
        self._watch_screen()

    def dock(self, pane: QWidget) -> None:
        """Stand within a pane of another window, as large as it is."""
        if self.parentWidget() is not pane:
            self.setWindowState(Qt.WindowState.WindowNoState)
            self.setParent(pane, Qt.WindowType.Widget)
            self.unsetCursor()
            (pane.layout() or column(pane)).addWidget(self)
        self.show()

    @property
    def floating(self) -> bool:
        """Whether it stands as a window with a frame, not in full screen."""
        return self.isWindow() and self.isVisible() and not self.isFullScreen()

    def show_picture(
        self,
        picture: QPixmap,
        title: str,
        text: str,
        part: QRectF | None = None,
        sharp: bool = True,
        transition: Transition = "none",
    ) -> None:
        """Show a page; ``title`` and ``text`` say it to who cannot see it.

        ``part`` is the part of the page that is seen, in shares; the picture is of that part where it is
        ``sharp``, else of the whole page. A ``transition`` is left out while another one runs, so that
        who presses quickly never waits for it.
        """
        moves = transition != "none" and self._picture is not None and not self._motion.running
        self._before = self._picture if moves else None
        self._transition = transition
        self._motion.stop()
        self._picture = picture
        self._part, self._sharp = part or QRectF(0, 0, 1, 1), sharp or part is None
        self._ground = QColor("black")
        self._say(title, text)
        if moves:
            self._motion.run(self._move)
        else:
            self._share = 1.0
            self.repaint()

    def look_at(self, part: QRectF) -> None:
        """Show another part of the whole page's picture, as while it is coming nearer."""
        self._part, self._sharp = part, False
        self.repaint()

    def show_marks(self, marks: Marks) -> None:
        """Show pointer, spotlight or a line being drawn over the page."""
        if marks != self._marks:
            self._marks = marks
            self.update()

    def _move(self, share: float) -> None:
        self._share = share
        if share >= 1:
            self._before = None
        self.repaint()

    def show_film(self, film: FilmLayer | None) -> None:
        """Show a moment of a film over the page; None shows the page alone."""
        if film is not self._film:
            self._film = film
            self.update()

    def show_caption(self, caption: FilmLayer | None) -> None:
        """Show a line of what is said at the foot of the window; None takes it away."""
        self._caption = caption
        self.update()

    def show_blank(self, color: QColor, name: str) -> None:
        """Show one colour."""
        self._motion.stop()
        self._picture = self._before = None
        self._ground = color
        self._say(name, "")
        self.repaint()

    @property
    def picture_width(self) -> int:
        """Device pixels a 16:9 page is wide in this window."""
        ratio = self.devicePixelRatioF()
        wide, high = self.width() * ratio, self.height() * ratio
        return max(int(min(wide, high / ASPECT)), 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it as it stands."""
        painter = QPainter(self)
        if self._picture is None:
            painter.fillRect(self.rect(), self._ground)
            return
        target = self._target(self._picture)
        if target != self.rect():
            painter.fillRect(self.rect(), self._ground)
        if self._before is not None:
            self._paint_transition(painter, target, self._before, self._picture)
            return
        self._paint_page(painter, target, self._picture)
        if self._film is not None:
            painter.setClipRect(target)
            seen = QRectF(target)
            paint_layer(painter, _whole(seen, self._part), self._film, seen)
        if self._caption is not None:
            painter.setClipRect(target)
            paint_layer(painter, QRectF(target), self._caption)
        if self._marks != NOTHING:
            page, seen = _whole(QRectF(target), self._part), QRectF(target)
            paint_marks(painter, page, self._marks, self.palette_of_page, seen)

    def _paint_page(self, painter: QPainter, target: QRect, picture: QPixmap) -> None:
        if self._sharp:
            painter.drawPixmap(target, picture)
            return
        wide, high, part = picture.width(), picture.height(), self._part
        source = QRectF(part.x() * wide, part.y() * high, part.width() * wide, part.height() * high)
        painter.drawPixmap(QRectF(target), picture, source)

    def _paint_transition(
        self, painter: QPainter, target: QRect, before: QPixmap, after: QPixmap
    ) -> None:
        if self._transition == "push":
            moved = round(self._share * target.width())
            painter.setClipRect(target)
            painter.drawPixmap(target.translated(-moved, 0), before)
            painter.drawPixmap(target.translated(target.width() - moved, 0), after)
            return
        painter.drawPixmap(target, before)
        painter.setOpacity(self._share)
        painter.drawPixmap(target, after)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit what is shown into the new size."""
        self.resized.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing by hand ends nothing."""
        event.ignore()
        self.hide()
        self.closed_by_hand.emit()

    def _target(self, picture: QPixmap) -> QRect:
        ratio = self.devicePixelRatioF()
        width = round(self.picture_width / ratio)
        height = round(self.picture_width * ASPECT / ratio)
        return QRect((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    def _say(self, title: str, text: str) -> None:
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)

    def _undock(self) -> None:
        pane = self.parentWidget()
        if pane is not None:
            self.setParent(None, _flags(framed=True))

    def _watch_screen(self) -> None:
        handle = self.windowHandle()
        if handle is not None:
            handle.screenChanged.connect(self._moved, Qt.ConnectionType.UniqueConnection)

    def _moved(self, screen: QScreen) -> None:
        if screen is None or screen not in QGuiApplication.screens():
            return
        self.strayed.emit(screen)


def _whole(target: QRectF, part: QRectF) -> QRectF:
    """Where the whole page would stand when ``part`` of it fills ``target``."""
    wide, high = target.width() / part.width(), target.height() / part.height()
    return QRectF(target.x() - part.x() * wide, target.y() - part.y() * high, wide, high)


def _flags(framed: bool) -> Qt.WindowType:
    shared = Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus
    bare = Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
    return shared if framed else shared | bare
