"""The certificate as it will be printed, as large as there is room."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from imhtrainer.layout.page import Page
from imhtrainer.render.screen import ScreenPainter
from imhtrainer.ui.style.look import Look

LETTER = (792.0, 612.0)
_MARGIN = 36


class PagePreview(QWidget):
    """Paints one page by the renderer that paints all pages; white paper in the dark scheme too.

    ``margin`` is the ground left and right of it, in pixels.
    """

    def __init__(self, look: Look, margin: int = _MARGIN) -> None:
        super().__init__()
        self._margin = max(margin, 4)
        self._look = look
        self._page: Page | None = None
        self._painter = ScreenPainter()
        self.setMinimumSize(QSize(260, 200))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self.update)

    @property
    def page(self) -> Page | None:
        """The page that is shown; None while there is none."""
        return self._page

    def show_page(self, page: Page | None) -> None:
        """Show another page, or empty paper where there can be none."""
        self._page = page
        self.setAccessibleName((page.title or page.description) if page else self.tr("No page yet"))
        self.setAccessibleDescription(page.description if page else "")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the page in the middle with a thin edge and a soft shadow."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, scale = self._place()
        painter.setPen(Qt.PenStyle.NoPen)
        shadow = self._look.color("shadow")
        shadow.setAlpha(10)
        for spread in (3, 2, 1):
            painter.setBrush(shadow)
            grown = box.adjusted(-spread, -spread + 2, spread, spread + 2)
            painter.drawRoundedRect(grown, 3, 3)
        painter.fillRect(box, self._look.color("sheet"))
        if self._page is not None:
            painter.translate(box.topLeft())
            self._painter.paint(painter, self._page, scale)
            painter.resetTransform()
        else:
            painter.setPen(QColor(self._look.theme.light["ink-soft"]))
            words = self.tr("The page comes with a name that can be printed.")
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self._look.color("edge"))
        painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _place(self) -> tuple[QRectF, float]:
        wide, high = (self._page.width, self._page.height) if self._page else LETTER
        room = (self.width() - 2 * self._margin, self.height() - min(32, 2 * self._margin))
        scale = max(min(room[0] / wide, room[1] / high), 0.1)
        width, height = round(wide * scale), round(high * scale)
        left = (self.width() - width) // 2
        return QRectF(left, (self.height() - height) // 2, width, height), scale
