"""Wrap up's table: rows that keep names whole, and editors that open in a row."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from imhtrainer.ui.style.fonts import ensure_scripts
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.floating_scroller import FloatingScroller
from imhtrainer.ui.widgets.names import name_height
from imhtrainer.ui.wrapup.standing import Standing, Verdict
from imhtrainer.ui.wrapup.standing_columns import StandingColumns
from imhtrainer.ui.wrapup.standing_delegate import (
    LINE,
    NOTE_LINE,
    PAD,
    ROW,
    TWO_LINES,
    StandingDelegate,
)
from imhtrainer.ui.wrapup.standing_header import StandingHeader
from imhtrainer.ui.wrapup.standing_model import (
    ACTION,
    COMPLETION,
    NAME,
    NOTE_ROLE,
    TIMES,
    StandingModel,
)


class StandingTable(QTableView):
    """``opened`` carries the id whose times are wanted, ``acted`` the id whose action was pressed.

    ``fitted`` tells that rows were laid out anew and editors are gone.
    """

    opened = Signal(str)
    acted = Signal(str)
    fitted = Signal()

    def __init__(self, look: Look, model: StandingModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._people = model
        self._painter = StandingDelegate(look, self)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._fit_again)
        self._editor: QWidget | None = None
        self.setModel(model)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(self.tr("Who came and who completed"))
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self._set_headers()
        self.columns = StandingColumns(look, self)
        self.columns.moved.connect(self._later.start)
        self._scroller = FloatingScroller(self)
        self.selectionModel().currentChanged.connect(lambda: self.viewport().update())
        model.modelReset.connect(self.fit_rows)
        look.changed.connect(self.viewport().update)

    @property
    def folded(self) -> bool:
        """Whether the times have no column of their own."""
        return self.columns.folded

    def room_from(self, column: int) -> int:
        """Pixels from a column to the end of a row."""
        return sum(self.columnWidth(c) for c in range(column, ACTION + 1))

    def ask(self, people: frozenset[str]) -> None:
        """Give these people's rows the coral ground."""
        self._painter.asked = people
        self.viewport().update()

    def show_person(self, attendee_id: str) -> None:
        """Bring a person's row into view and put the keyboard on it."""
        row = self._people.row_of(attendee_id)
        if row >= 0:
            self.setCurrentIndex(self._people.index(row, NAME))
            self.scrollTo(self._people.index(row, NAME))

    def open_editor(self, attendee_id: str, column: int, editor: QWidget) -> None:
        """Put an editor over a row from a column on; the row grows with it."""
        self.close_editor()
        row = self._people.row_of(attendee_id)
        self._editor, self._painter.edited = editor, attendee_id
        self._painter.editor_column = column
        self.setSpan(row, column, 1, ACTION + 1 - column)
        self.setIndexWidget(self._people.index(row, column), editor)
        self.fit_editor()
        self.scrollTo(self._people.index(row, NAME))

    def fit_editor(self) -> None:
        """Give the row of the editor the height the editor wants."""
        row = self._people.row_of(self._painter.edited)
        if self._editor is not None and row >= 0:
            wanted = max(
                self._editor.sizeHint().height(), self._height(self._people.rows[row], row)
            )
            self.setRowHeight(row, wanted)

    def close_editor(self) -> None:
        """Take the editor away; every other field in a row is made anew."""
        if self._editor is not None:
            self._fit_anew()

    def fit_rows(self) -> None:
        """Give long names and second lines their room."""
        self._later.stop()
        self._editor, self._painter.edited = None, ""
        ensure_scripts("".join({c for row in self._people.rows for c in row.person.name}))
        self.clearSpans()
        for number, row in enumerate(self._people.rows):
            height = self._height(row, number)
            if height != self.rowHeight(number):
                self.setRowHeight(number, height)
        self.fitted.emit()

    def _fit_again(self) -> None:
        """After a change of width; what is being written in a row stays."""
        if self._editor is not None:
            self.fit_editor()
        else:
            self._fit_anew()

    def _fit_anew(self) -> None:
        here = self.currentIndex()
        self.reset()
        self.fit_rows()
        self.setCurrentIndex(here)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the person's times, or does what the action's cell says."""
        index = self.currentIndex()
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
            and index.isValid()
        ):
            self._press(index)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press on the action's cell does it."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if (
            index.isValid()
            and index.column() == ACTION
            and event.button() == Qt.MouseButton.LeftButton
        ):
            self._press(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens the person's times."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() != ACTION:
            self.opened.emit(self._people.rows[index.row()].person.id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Give the row under the pointer its ground."""
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        self._hover(index.row() if index.isValid() else -1)
        acts = index.isValid() and index.column() == ACTION
        shape = Qt.CursorShape.PointingHandCursor if acts else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer."""
        super().leaveEvent(event)
        self._hover(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out among the columns."""
        super().resizeEvent(event)
        self._scroller.place()
        self.columns.lay_out()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard stands on a row from the first moment."""
        if not self.currentIndex().isValid() and self._people.rowCount():
            self.setCurrentIndex(self._people.index(0, NAME))
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, and the ring round the one that has the keyboard."""
        index = self.currentIndex()
        self._painter.focused = index.row() if self.hasFocus() else -1
        super().paintEvent(event)
        if self._painter.focused < 0:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.color("lagoon"), 2.5))
        painter.drawRoundedRect(QRectF(self._ring(index)), 6, 6)

    def _ring(self, index: QModelIndex) -> QRect:
        box = self.visualRect(index)
        if index.column() == ACTION:
            return box.adjusted(8, 4, -8, -5)
        return QRect(4, box.top() + 3, self.viewport().width() - 8, box.height() - 7)

    def _hover(self, row: int) -> None:
        if row != self._painter.hovered:
            self._painter.hovered = row
            self.viewport().update()

    def _press(self, index: QModelIndex) -> None:
        attendee = self._people.rows[index.row()].person.id
        (self.acted if index.column() == ACTION else self.opened).emit(attendee)

    def _set_headers(self) -> None:
        self.setHorizontalHeader(StandingHeader(self._look, self))
        down = self.verticalHeader()
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setMinimumSectionSize(ROW)
        down.setDefaultSectionSize(ROW)

    def _height(self, row: Standing, number: int) -> int:
        room = self.columnWidth(NAME) - PAD - 12
        name = max(ROW, name_height(row.person.name, self._painter.name_font(), room) + 16)
        gaps = "" if self.folded else self._people.index(number, TIMES).data(NOTE_ROLE)
        times = ROW if not gaps else LINE + len(gaps.splitlines()) * NOTE_LINE + 18
        note = self._people.index(number, COMPLETION).data(NOTE_ROLE)
        below = bool(note) and row.verdict is not Verdict.COMPLETED
        return max(name, times, TWO_LINES if below else ROW)
