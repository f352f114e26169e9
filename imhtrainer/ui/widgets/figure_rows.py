"""Short lines with a figure at their end, one under the other."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from imhtrainer.ui.widgets.words import ElidedLabel, figure


@dataclass(frozen=True, slots=True)
class FigureRow:
    """What a figure is about, the figure, and whether it is set stronger."""

    title: str
    figure: str
    strong: bool = False


class FigureRows(QWidget):
    """Rows that are written anew only when they say something else."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._shown: tuple[FigureRow, ...] = ()

    def show_rows(self, rows: tuple[FigureRow, ...]) -> None:
        """Show these rows."""
        if rows == self._shown:
            return
        self._shown = rows
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for at, each in enumerate(rows):
            rank = "note" if each.strong else "small"
            title = ElidedLabel(each.title, rank)
            title.setToolTip(each.title)
            self._grid.addWidget(title, at, 0)
            self._grid.addWidget(figure(each.figure, rank), at, 1, Qt.AlignmentFlag.AlignRight)
