"""The join card as the projector shows it, in a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from imhtrainer.layout.compose import compose_invitation
from imhtrainer.layout.context import Context
from imhtrainer.render.screen import ScreenPainter

if TYPE_CHECKING:
    from imhtrainer.layout.context import Invitation
    from imhtrainer.layout.kit import Kit
    from imhtrainer.layout.page import Page
    from imhtrainer.ui.style.look import Look

RADIUS = 8


class CardView(QWidget):
    """Shows an invitation as a picture of 16:9; ``empty`` stands there while there is none."""

    def __init__(self, look: Look, kit: Kit, empty: str) -> None:
        super().__init__()
        self._look, self._kit, self._empty = look, kit, empty
        self._invitation: Invitation | None = None
        self._page: Page | None = None
        self._image: QImage | None = None
        self._painter = ScreenPainter()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(empty)
        look.changed.connect(self.update)

    def show_invitation(self, invitation: Invitation | None, lang: str = "en") -> None:
        """Show how phones get in; nothing is laid out anew when nothing changed."""
        if invitation == self._invitation and (invitation is None) == (self._page is None):
            return
        self._invitation, self._image = invitation, None
        self._page = (
            compose_invitation(Context(invitation=invitation), self._kit, lang)
            if invitation is not None
            else None
        )
        self.setAccessibleName(self._page.title if self._page else self._empty)
        self.setAccessibleDescription(self._page.description if self._page else "")
        self.update()

    def sizeHint(self) -> QSize:
        """As large as it is shown where there is room."""
        return QSize(480, 270)

    def minimumSizeHint(self) -> QSize:
        """Smaller, its text could not be read."""
        return QSize(240, 135)

    def hasHeightForWidth(self) -> bool:
        """It keeps its shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """16:9."""
        return round(width * 9 / 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card, or the words that stand for it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(box, RADIUS, RADIUS)
        if self._page is None:
            painter.fillPath(shape, self._look.color("sand"))
            painter.setPen(self._look.color("ink-soft"))
            inside = box.adjusted(24, 0, -24, 0)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(inside, int(flags), self._empty)
        else:
            painter.save()
            painter.setClipPath(shape)
            painter.drawImage(box, self._picture())
            painter.restore()
        painter.setPen(QPen(self._look.color("edge"), 1))
        painter.drawPath(shape)

    def _picture(self) -> QImage:
        wide = max(round(self.width() * self.devicePixelRatioF()), 16)
        if self._page is not None and (self._image is None or self._image.width() != wide):
            self._image = self._painter.image(self._page, wide, 0)
        assert self._image is not None
        return self._image
