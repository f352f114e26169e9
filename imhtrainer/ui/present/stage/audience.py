"""The window the room sees: one page picture, and nothing that a stray click or key could stop."""

from PySide6.QtCore import QRect, Qt, Signal
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

from imhtrainer.ui.present.pages.deck_pages import ASPECT
from imhtrainer.ui.present.stage.placing import place_on
from imhtrainer.ui.widgets.frames import column

WINDOW_SIZE = (960, 540)
"""Width and height of the room's window where there is only one screen, in logical pixels."""


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

    def float_on(self, screen: QScreen) -> None:
        """Stand as a window at the upper right of a screen."""
        self._undock()
        if self.windowFlags() != _flags(framed=True):
            self.setWindowFlags(_flags(framed=True))
        self.unsetCursor()
        self.setScreen(screen)
        room = screen.availableGeometry()
        width = min(WINDOW_SIZE[0], room.width() // 2)
        self.setWindowState(Qt.WindowState.WindowNoState)
        self.setGeometry(room.right() - width - 24, room.top() + 48, width, round(width * ASPECT))
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

    def show_picture(self, picture: QPixmap, title: str, text: str) -> None:
        """Show a page; ``title`` and ``text`` say it to who cannot see it."""
        self._picture = picture
        self._ground = QColor("black")
        self._say(title, text)
        self.repaint()

    def show_blank(self, color: QColor, name: str) -> None:
        """Show one colour."""
        self._picture = None
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
        painter.drawPixmap(target, self._picture)

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


def _flags(framed: bool) -> Qt.WindowType:
    shared = Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus
    bare = Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
    return shared if framed else shared | bare
