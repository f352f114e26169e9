"""A bar that is filled by a share."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from imhtrainer.ui.style.look import Look


class ShareBar(QWidget):
    """A rounded bar of ``height`` pixels; ``track`` paints the part that is empty."""

    def __init__(self, look: Look, height: int = 8, track: bool = True) -> None:
        super().__init__()
        self._look = look
        self._height = height
        self._track = track
        self._share = 0.0
        self._token = "lagoon"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_share(self, share: float, token: str = "lagoon") -> None:
        """Fill the bar by a share of 0 to 1."""
        if (share, token) != (self._share, self._token):
            self._share, self._token = share, token
            self.update()

    @property
    def share(self) -> float:
        """The share shown."""
        return self._share

    def sizeHint(self) -> QSize:
        """As large as what it shows."""
        return QSize(120, self._height)

    def minimumSizeHint(self) -> QSize:
        """Never smaller than this."""
        return QSize(16, self._height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it as it stands."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        box = QRectF(self.rect())
        radius = min(self._height / 2, 4)
        if self._track:
            painter.setBrush(self._look.color("track"))
            painter.drawRoundedRect(box, radius, radius)
        filled = QRectF(box.x(), box.y(), box.width() * min(self._share, 1.0), box.height())
        if filled.width() > 0:
            painter.setBrush(self._look.color(self._token))
            painter.drawRoundedRect(filled, radius, radius)
