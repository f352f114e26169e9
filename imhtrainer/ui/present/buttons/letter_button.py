"""A letter that stands for the size it is drawn in."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyleOptionButton

from imhtrainer.ui.present.buttons.face import paint_ground
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button


class LetterButton(Button):
    """An A of ``pixels``."""

    def __init__(self, look: Look, pixels: int, says: str) -> None:
        super().__init__(look, kind="icon", says=says)
        self._look_of_letter = look
        self._pixels = pixels
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it as it stands."""
        painter = QPainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        paint_ground(painter, self, option)
        font = QFont(self.font())
        font.setPixelSize(self._pixels)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self._look_of_letter.color("ink" if self.isEnabled() else "ink-soft"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "A")
