"""The import page: what a PowerPoint file changes in a training, or the new training it becomes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, Qt
from PySide6.QtWidgets import QFileDialog, QScrollArea, QStackedWidget, QWidget

from imhtrainer.ui.export.pages_view import PagesView
from imhtrainer.ui.export.segments import Segments
from imhtrainer.ui.importing.change_detail import ChangeDetail
from imhtrainer.ui.importing.change_list import ChangeList
from imhtrainer.ui.importing.dropped import powerpoint_in
from imhtrainer.ui.importing.wait_view import WaitView
from imhtrainer.ui.panes import mark_pane
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.fields import Choice, named_field
from imhtrainer.ui.widgets.frames import Surface, column, row, scrolling
from imhtrainer.ui.widgets.words import ElidedLabel, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from imhtrainer.ui.style.look import Look

SIDE = 360
_WAIT, _REVIEW, _NEW = range(3)


class ImportPage(Surface):
    """At the left what changed, at the right one slide of it, below where it goes; ``closed`` when done.

    ``file_chosen`` carries another file that was chosen or dropped here.
    """

    closed = Signal()
    file_chosen = Signal(Path)

    def __init__(self, look: Look) -> None:
        super().__init__("paper")
        self.title = ElidedLabel("", "title")
        self.done = Button(look, self.tr("Cancel"), "edge")
        self.training = Choice(look, self.tr("Compare with"))
        self.list = ChangeList(look)
        self.detail = ChangeDetail(look)
        self.remarks = label("", "note", wrap=True)
        self.remarks_head = label("", "strong", wrap=True)
        self.pages = PagesView(look)
        self.wait = WaitView(look)
        self.goal = Segments(
            look,
            self.tr("Where the changes go"),
            {"here": self.tr("Into this training"), "copy": self.tr("Into a copy of it")},
        )
        self.count = ElidedLabel("", "soft")
        self.apply = Button(look, "", "primary", "main")
        self._main = QStackedWidget()
        self._lay_out()
        self.done.clicked.connect(self.closed)
        self.wait.another.connect(self.choose_file)
        self.setAcceptDrops(True)
        self.show_waiting()

    def show_waiting(self) -> None:
        """Nothing to look at yet, or nothing at all."""
        self._main.setCurrentIndex(_WAIT)
        self._side.hide()
        self._foot.hide()

    def show_review(self) -> None:
        """A training's changes are there to be looked at."""
        self._show_body(_REVIEW)
        self.setFocusProxy(self.list.rows[0].button if self.list.rows else self.training)

    def show_nothing(self, sentence: str) -> None:
        """Say that the two do not differ; another training can still be chosen."""
        self._show_body(_WAIT)
        self.list.hide()
        self._foot.hide()
        self.wait.show_said(sentence, wrong=False)
        self.setFocusProxy(self.wait.other)

    def show_new(self) -> None:
        """A new training is there to be looked at."""
        self._show_body(_NEW)
        self.setFocusProxy(self.apply)

    def show_remarks(self, head: str, remarks: Sequence[str]) -> None:
        """Say below the list what cannot come along, line by line."""
        self.remarks_head.setText(head)
        self.remarks.setText("\n".join(remarks))
        for words in (self.remarks_head, self.remarks):
            words.setVisible(bool(remarks))

    def choose_file(self) -> None:
        """Ask for another file."""
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose a PowerPoint file"), "", self.tr("PowerPoint (*.pptx)")
        )
        if chosen:
            self.file_chosen.emit(Path(chosen))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves everything as it is."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome another PowerPoint file."""
        if powerpoint_in(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at the file that was dropped."""
        file = powerpoint_in(event)
        if file is not None:
            event.acceptProposedAction()
            self.file_chosen.emit(file)

    def _show_body(self, body: int) -> None:
        review = body == _REVIEW
        self._main.setCurrentIndex(body)
        self.list.setVisible(review)
        self.goal.setVisible(review)
        self._side.show()
        self._foot.show()

    def _lay_out(self) -> None:
        inside = column(self)
        head = row(spacing=16)
        head.setContentsMargins(20, 16, 20, 12)
        head.addWidget(self.title, 1)
        head.addWidget(self.done)
        inside.addLayout(head)
        self._main.addWidget(self.wait)
        self._area = scrolling(self.detail)
        self._main.addWidget(self._area)
        self._main.addWidget(self.pages)
        self._side = self._make_side()
        self._foot = self._make_foot()
        right = column()
        right.addWidget(self._main, 1)
        right.addWidget(self._foot)
        body = row()
        body.addWidget(self._side)
        body.addLayout(right, 1)
        inside.addLayout(body, 1)
        mark_pane(self._main)

    @property
    def area(self) -> QScrollArea:
        """What scrolls the chosen slide's changes."""
        return self._area

    def _make_side(self) -> QWidget:
        content = QWidget()
        stack = column(content, spacing=14)
        stack.setContentsMargins(12, 8, 12, 20)
        field = row()
        field.setContentsMargins(8, 0, 8, 0)
        field.addLayout(named_field(self.tr("Compare with"), self.training))
        stack.addLayout(field)
        stack.addWidget(self.list)
        left = column(spacing=6)
        left.setContentsMargins(8, 4, 8, 0)
        left.addWidget(self.remarks_head)
        left.addWidget(self.remarks)
        self.remarks.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        stack.addLayout(left)
        stack.addStretch(1)
        side = Surface("side", edge="right")
        side.setFixedWidth(SIDE)
        column(side).addWidget(scrolling(content))
        mark_pane(side)
        return side

    def _make_foot(self) -> QWidget:
        foot = Surface("bar", edge="top")
        inside = row(foot, spacing=16)
        inside.setContentsMargins(20, 10, 20, 10)
        inside.addWidget(self.goal)
        inside.addWidget(self.count, 1)
        inside.addWidget(self.apply)
        mark_pane(foot)
        return foot
