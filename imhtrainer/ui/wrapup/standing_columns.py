"""The columns of Wrap up's table: two of their edges are dragged or moved by keys, the rest follows."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QTableView, QWidget

from imhtrainer.ui.style.look import Look
from imhtrainer.ui.wrapup.standing_edge import StandingEdge
from imhtrainer.ui.wrapup.standing_model import ACTION, CHECKS, COMPLETION, MINUTES, NAME, TIMES

FOLD_UNDER = 840
"""Pixels of width under which the times have no column."""
LEAST = {NAME: 140, TIMES: 120, COMPLETION: 160}
"""Pixels that dragging leaves a column; names wrap there, and what is elided has its tool tip."""
SETTLED = 400
"""Milliseconds without a move after which the widths are told."""
_FIGURES = {MINUTES: 58, CHECKS: 100, ACTION: 116}
_TIMES = 166
_NAME_SHARE = 0.46


class StandingColumns(QObject):
    """Shares a table's width out: figures have theirs, names and times what a person gave them.

    ``arranged`` carries those two in pixels, 0 as drawn; completion has what is left. ``moved`` tells that
    rows may need another height.
    """

    arranged = Signal(int, int)
    moved = Signal()

    def __init__(self, look: Look, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self._given = {NAME: 0, TIMES: 0}
        self._taken = 0
        self._rest = QTimer(self, singleShot=True, interval=SETTLED)
        self._rest.timeout.connect(self._tell)
        self.edges = {
            NAME: StandingEdge(look, self.tr("Edge of the names"), table),
            TIMES: StandingEdge(look, self.tr("Edge of the times"), table),
        }
        for column, edge in self.edges.items():
            self._connect(column, edge)

    @property
    def folded(self) -> bool:
        """Whether the times have no column of their own."""
        return self._table.isColumnHidden(TIMES)

    def share(self, name: int, times: int) -> None:
        """Give names and times these widths in pixels, as far as there is room; 0 as drawn."""
        self._given = {NAME: name, TIMES: times}
        self.lay_out()

    def stand_before_rows(self) -> None:
        """Have Tab reach the edges before the rows, once the table stands in its window."""
        QWidget.setTabOrder(self.edges[NAME], self.edges[TIMES])
        QWidget.setTabOrder(self.edges[TIMES], self._table)

    def settle(self) -> None:
        """Tell at once what was moved last, because the table goes."""
        if self._rest.isActive():
            self._rest.stop()
            self._tell()

    def lay_out(self) -> None:
        """Share out the width that the table has now."""
        table = self._table
        width = table.viewport().width()
        before = self._widths()
        table.setColumnHidden(TIMES, width < FOLD_UNDER)
        for column, size in {**_FIGURES, **self._shares(width)}.items():
            if not table.isColumnHidden(column):
                table.setColumnWidth(column, size)
        for column, edge in self.edges.items():
            edge.setVisible(not table.isColumnHidden(column))
            edge.stand_at(table.columnViewportPosition(column) + table.columnWidth(column))
        if before != self._widths():
            self.moved.emit()

    def _widths(self) -> tuple[int, ...]:
        return tuple(self._table.columnWidth(column) for column in range(ACTION + 1))

    def _shares(self, width: int) -> dict[int, int]:
        """What names, times and completion have of a width; names give way first."""
        room = width - sum(_FIGURES.values())
        most = room - LEAST[COMPLETION] - LEAST[NAME]
        times = 0 if self.folded else max(min(self._given[TIMES] or _TIMES, most), LEAST[TIMES])
        free = room - times
        name = min(self._given[NAME] or round(free * _NAME_SHARE), free - LEAST[COMPLETION])
        name = max(name, LEAST[NAME])
        return {NAME: name, TIMES: times, COMPLETION: free - name}

    def _connect(self, column: int, edge: StandingEdge) -> None:
        edge.taken.connect(lambda: self._take(column))
        edge.dragged.connect(lambda by: self._give(column, self._taken + by))
        edge.stepped.connect(lambda by: self._give(column, self._table.columnWidth(column) + by))
        edge.reset.connect(lambda: self._stand_as_drawn(column))

    def _take(self, column: int) -> None:
        self._taken = self._table.columnWidth(column)

    def _give(self, column: int, width: int) -> None:
        """Make a column so wide; what does not fit is not kept either."""
        self._given[column] = max(width, LEAST[column])
        self.lay_out()
        self._given[column] = self._table.columnWidth(column)
        self._rest.start()

    def _stand_as_drawn(self, column: int) -> None:
        self._given[column] = 0
        self.lay_out()
        self._rest.start()

    def _tell(self) -> None:
        self.arranged.emit(self._given[NAME], self._given[TIMES])
