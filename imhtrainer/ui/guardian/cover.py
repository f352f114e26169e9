"""The calm page over the projector while the program is brought back: the last slide, or paper."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRasterWindow,
    QScreen,
)

TITLE = "IMH Trainer keeps the slide"
PAPER = QColor("#FFFBF5")
INK = QColor("#1F2A37")


class Cover(QRasterWindow):
    """Fills a screen without taking the keyboard; ``words`` stand at its foot when a person has to act."""

    def __init__(self) -> None:
        super().__init__()
        self.setFlags(
            Qt.WindowType.Window
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.WindowDoesNotAcceptFocus
        )
        self.setTitle(TITLE)
        self._picture = QImage()
        self._words = ""

    def stand(self, screen: str, picture: str) -> None:
        """Show a picture on the screen of this name, or on the last one there is."""
        self._picture = QImage(picture)
        self._words = ""
        self.setTitle(TITLE)
        wanted = _screen_named(screen)
        self.setScreen(wanted)
        self.setGeometry(wanted.geometry())
        self.showFullScreen()
        self.requestUpdate()

    def say(self, words: str) -> None:
        """Say what a person has to do; from now on a key or a click takes the page away."""
        self._words = words
        self.setTitle(words)  # a screen reader says the title of a window that comes to the front
        self.setFlag(Qt.WindowType.WindowDoesNotAcceptFocus, False)
        self.requestActivate()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Any key takes the page away, once it asks for a person."""
        if self._words:
            QGuiApplication.quit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click does the same."""
        if self._words:
            QGuiApplication.quit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it as it stands."""
        painter = QPainter(self)
        room = QRect(0, 0, self.width(), self.height())
        painter.fillRect(room, PAPER if self._picture.isNull() else QColor("black"))
        if not self._picture.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            size = self._picture.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
            box = QRect(0, 0, size.width(), size.height())
            box.moveCenter(room.center())
            painter.drawImage(box, self._picture)
        if self._words:
            foot = QRect(0, room.height() - 56, room.width(), 56)
            painter.fillRect(foot, PAPER)
            font = QFont(painter.font())
            font.setPixelSize(22)
            painter.setFont(font)
            painter.setPen(INK)
            painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, self._words)


def _screen_named(name: str) -> QScreen:
    screens = QGuiApplication.screens()
    return next((screen for screen in screens if screen.name() == name), screens[-1])
