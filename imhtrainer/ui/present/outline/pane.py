"""The outline at the left: where the room is, and any slide to look at without moving the room."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from imhtrainer.ui.present.buttons.key_cap import KeyCap
from imhtrainer.ui.present.outline.delegate import OutlineDelegate
from imhtrainer.ui.present.outline.model import ROW, OutlineModel
from imhtrainer.ui.present.outline.rows import Row, SlideRow
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.frames import Surface, column, line, row
from imhtrainer.ui.widgets.words import label


class OutlineList(QListView):
    """The rows; arrows walk the slides, Enter shows one to the room."""

    looked = Signal(int)
    chosen = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._model = OutlineModel()
        self._delegate = OutlineDelegate(look)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The rows around the current one are always in sight, so the bar would only take names their room.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Outline"))
        look.changed.connect(self.viewport().update)

    def show_rows(self, rows: tuple[Row, ...], slide: int) -> None:
        """Show the rows and keep the slide that is looked at in sight."""
        if rows == self._model.rows:
            return
        self._model.show_rows(rows)
        found = next(
            (i for i, r in enumerate(rows) if isinstance(r, SlideRow) and r.slide == slide), -1
        )
        if found >= 0:
            index = self._model.index(found)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self._bring(index)

    def show_dense(self, dense: bool) -> None:
        """Lower rows without minutes, for low windows."""
        self._delegate.row_height = 32 if dense else 36
        self._delegate.minutes_shown = not dense
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that belong to this widget."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step:
            self._walk(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(self._slide())
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the choice that was clicked."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.looked.emit(index.data(ROW).slide)
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A second click is one more look, never a jump of the room."""
        self.mousePressEvent(event)

    def _walk(self, step: int) -> None:
        self.looked.emit(self._slide() + step)

    def _slide(self) -> int:
        current = self.currentIndex()
        return int(current.data(ROW).slide) if current.isValid() else 0

    def _bring(self, index: QModelIndex) -> None:
        """Keep two rows of what comes next in sight."""
        below = self._model.index(min(index.row() + 2, self._model.rowCount() - 1))
        above = self._model.index(max(index.row() - 2, 0))
        for each in (above, below, index):
            self.scrollTo(each)


class OutlinePane(Surface):
    """Headings, the list, and the one sentence that explains it; ``folded`` makes it a drawer (Ctrl+L)."""

    def __init__(self, look: Look) -> None:
        super().__init__("side")
        self.folded = False
        self.list = OutlineList(look)
        self._minutes = label(self.tr("min"), "small")
        self._hint = Surface("side")
        self._lay_out(look)

    def show_dense(self, dense: bool) -> None:
        """Leave out what a low window has no room for."""
        self.list.show_dense(dense)
        self._hint.setVisible(not dense)
        self._minutes.setVisible(not dense)

    def _lay_out(self, look: Look) -> None:
        inside = column(self)
        head = row()
        head.setContentsMargins(36, 12, 16, 2)
        head.addWidget(label(self.tr("Outline"), "small"))
        head.addStretch(1)
        head.addWidget(self._minutes)
        inside.addLayout(head)
        inside.addWidget(self.list, 1)
        foot = column(self._hint)
        foot.addWidget(line())
        words = column(spacing=0)
        words.setContentsMargins(16, 10, 12, 10)
        words.addWidget(label(self.tr("Look anywhere. The room only"), "small"))
        second = row(spacing=4)
        second.addWidget(label(self.tr("moves when you press"), "small"))
        second.addWidget(KeyCap(look, self.tr("Enter")))
        second.addStretch(1)
        words.addLayout(second)
        foot.addLayout(words)
        inside.addWidget(self._hint)
