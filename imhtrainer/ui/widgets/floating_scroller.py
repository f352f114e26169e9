"""A scroll bar that floats over a view, so that rows and their lines run to the edge."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar
from shiboken6 import isValid

WIDTH = 14


class FloatingScroller(QScrollBar):
    """Follows the view's own scroll bar, which is hidden, and moves it."""

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self._view = view
        self._own = view.verticalScrollBar()
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._own.rangeChanged.connect(self._follow_range)
        self._own.valueChanged.connect(self.setValue)
        self.valueChanged.connect(self._own.setValue)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._follow_range(self._own.minimum(), self._own.maximum())

    def place(self) -> None:
        """Stand at the view's right edge."""
        self.setGeometry(self._view.width() - WIDTH, 0, WIDTH, self._view.height())
        self._follow_range(self._own.minimum(), self._own.maximum())

    def _follow_range(self, least: int, most: int) -> None:
        if not isValid(self._own):
            return  # the view is being taken apart
        self.setRange(least, most)
        self.setPageStep(self._own.pageStep())
        self.setSingleStep(self._own.singleStep())
        self.setValue(self._own.value())
        self.setVisible(most > least)
        self.raise_()
