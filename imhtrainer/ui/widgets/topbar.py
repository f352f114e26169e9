"""The bar at the top of every window: 56 high, one line under it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from imhtrainer.ui.widgets.frames import Surface, row

HEIGHT = 56


class TopBar(Surface):
    """Three parts in one bar: what this is at the left, one thing in the true middle, more at the right."""

    def __init__(self, left: int = 12, right: int = 16, parent: QWidget | None = None) -> None:
        super().__init__("bar", "bottom", parent)
        self.setFixedHeight(HEIGHT)
        self.left = row(spacing=8)
        self.middle = row(spacing=0)
        self.right = row(spacing=8)
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(left, 1, right, 0)  # the middle is of all 56, with the line
        grid.setSpacing(16)
        grid.addLayout(self.left, 0, 0)
        grid.addLayout(self.middle, 0, 1)
        grid.addLayout(self.right, 0, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)
        grid.setAlignment(self.right, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def centre(self, centred: bool) -> None:
        """Keep the middle in the true middle, or give the left all the room that nothing else needs."""
        self._grid.setColumnStretch(2, 1 if centred else 0)
