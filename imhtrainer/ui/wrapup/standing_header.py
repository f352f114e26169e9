"""The names over the columns of Wrap up's table, standing where the words under them stand."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QApplication, QHeaderView, QWidget

from imhtrainer.ui.style.look import Look
from imhtrainer.ui.wrapup.standing_delegate import GAP, PAD
from imhtrainer.ui.wrapup.standing_model import CHECKS, COMPLETION, MINUTES, NAME

HEAD = 36
_LEFT = {NAME: PAD, COMPLETION: GAP}


class StandingHeader(QHeaderView):
    """A line of quiet names over one edge."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self.setFixedHeight(HEAD)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(40)
        look.changed.connect(self.viewport().update)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint one name: figures' names end where the figures end."""
        words = self.model().headerData(section, Qt.Orientation.Horizontal)
        font = QFont(QApplication.font())
        font.setPixelSize(13)
        painter.setFont(font)
        painter.setPen(self._look.color("edge"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(self._look.color("ink-soft"))
        right = section in (MINUTES, CHECKS)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        box = rect.adjusted(_LEFT.get(section, 0), 0, 0, 0)
        painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter), words or "")
