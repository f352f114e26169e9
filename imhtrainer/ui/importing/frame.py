"""The frame of a page that shows what a file brings: choices at the left, the look at it, where it goes below."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, Qt
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from imhtrainer.ui.importing.change_list import ChangeList
from imhtrainer.ui.importing.dropped import Wanted, dropped_file
from imhtrainer.ui.importing.wait_view import WaitView
from imhtrainer.ui.panes import mark_pane
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.fields import Choice, named_field
from imhtrainer.ui.widgets.frames import Surface, column, row
from imhtrainer.ui.widgets.page_frame import page_head, side_pane
from imhtrainer.ui.widgets.words import ElidedLabel, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from imhtrainer.ui.export.segments import Segments
    from imhtrainer.ui.style.look import Look

SIDE = 360


class ImportFrame(Surface):
    """``closed`` when done; ``file_chosen`` carries another ``wanted`` file that was chosen or dropped."""

    closed = Signal()
    file_chosen = Signal(Path)

    def __init__(self, look: Look, wanted: Wanted, changes: ChangeList) -> None:
        super().__init__("paper")
        self._wanted = wanted
        self.title = ElidedLabel("", "title")
        self.done = Button(look, self.tr("Cancel"), "edge")
        self.list = changes
        self.remarks = label("", "note", wrap=True)
        self.remarks_head = label("", "strong", wrap=True)
        self.wait = WaitView(look)
        self.count = ElidedLabel("", "soft")
        self.apply = Button(look, "", "primary", "main")
        self.main = QStackedWidget()
        self.main.addWidget(self.wait)
        self.done.clicked.connect(self.closed)
        self.wait.another.connect(self.choose_file)
        self.setAcceptDrops(True)

    def show_waiting(self) -> None:
        """Nothing to look at yet, or nothing at all."""
        self.main.setCurrentWidget(self.wait)
        self.side.hide()
        self.foot.hide()

    def show_nothing(self, sentence: str) -> None:
        """Say that nothing would change; another training can still be chosen."""
        self.main.setCurrentWidget(self.wait)
        self.side.show()
        self.list.hide()
        self.foot.hide()
        self.wait.show_said(sentence, wrong=False)
        self.setFocusProxy(self.wait.other)

    def show_remarks(self, head: str, remarks: Sequence[str]) -> None:
        """Say below the list what cannot come along, a paragraph each."""
        self.remarks_head.setText(head)
        self.remarks.setText("\n\n".join(remarks))
        for words in (self.remarks_head, self.remarks):
            words.setVisible(bool(remarks))

    def choose_file(self) -> None:
        """Ask for another file."""
        chosen, _ = QFileDialog.getOpenFileName(self, self._wanted.title, "", self._wanted.filter)
        if chosen:
            self.file_chosen.emit(Path(chosen))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves everything as it is."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome another file."""
        if dropped_file(event, self._wanted) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at the file that was dropped."""
        file = dropped_file(event, self._wanted)
        if file is not None:
            event.acceptProposedAction()
            self.file_chosen.emit(file)

    def lay_out(self, fields: Sequence[tuple[str, Choice]], goal: Segments) -> None:
        """Stand everything in its place: the named choices above the list, ``goal`` before what it comes to."""
        self.side = self._make_side(fields)
        self.foot = self._make_foot(goal)
        inside = column(self)
        inside.addLayout(page_head(self.title, self.done))
        right = column()
        right.addWidget(self.main, 1)
        right.addWidget(self.foot)
        body = row()
        body.addWidget(self.side)
        body.addLayout(right, 1)
        inside.addLayout(body, 1)
        mark_pane(self.main)
        self.show_waiting()

    def _make_side(self, fields: Sequence[tuple[str, Choice]]) -> QWidget:
        content = QWidget()
        stack = column(content, spacing=14)
        stack.setContentsMargins(12, 8, 12, 20)
        for name, choice in fields:
            field = row()
            field.setContentsMargins(8, 0, 8, 0)
            field.addLayout(named_field(name, choice))
            stack.addLayout(field)
        stack.addWidget(self.list)
        left = column(spacing=6)
        left.setContentsMargins(8, 4, 8, 0)
        left.addWidget(self.remarks_head)
        left.addWidget(self.remarks)
        self.remarks.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        stack.addLayout(left)
        stack.addStretch(1)
        return side_pane(content, SIDE)

    def _make_foot(self, goal: Segments) -> QWidget:
        foot = Surface("bar", edge="top")
        inside = row(foot, spacing=16)
        inside.setContentsMargins(20, 10, 20, 10)
        inside.addWidget(goal)
        inside.addWidget(self.count, 1)
        inside.addWidget(self.apply)
        mark_pane(foot)
        return foot
