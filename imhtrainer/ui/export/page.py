"""The export page: choose what to take away, see its pages, save it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from imhtrainer.ui.export.desk import ExportDesk
from imhtrainer.ui.export.options import Options
from imhtrainer.ui.export.pages_view import PagesView
from imhtrainer.ui.export.products import ProductList
from imhtrainer.ui.panes import mark_pane
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.file_row import FileRow
from imhtrainer.ui.widgets.frames import Surface, column, row
from imhtrainer.ui.widgets.page_frame import page_head, side_pane
from imhtrainer.ui.widgets.words import ElidedLabel, label

if TYPE_CHECKING:
    from imhtrainer.domain.deck import Deck
    from imhtrainer.layout.context import Context
    from imhtrainer.ui.services import Services
    from imhtrainer.ui.style.look import Look

SIDE = 308


class ExportPage(Surface):
    """Products and their options at the left, the pages beside them, the file below; ``closed`` when done.

    ``context`` is what the pages say of facilitator, place and results; ``held`` whether there are results.
    """

    closed = Signal()

    def __init__(
        self, deck: Deck, context: Context, held: bool, look: Look, services: Services
    ) -> None:
        super().__init__("paper")
        self.products = ProductList(look)
        self.options = Options(look, held, bool(context.ink))
        self.view = PagesView(look)
        self.file = FileRow(look, "file-text", "", "")
        self.file.save_button.set_kind("primary")
        for button in (self.file.save_button, self.file.cancel_button, self.file.open_button):
            button.setProperty("flush", "")
        self.remarks = label("", "small", wrap=True)
        self._title = ElidedLabel(self.tr("Take away: {0}").format(deck.title), "title")
        self._done = Button(look, self.tr("Done"), "edge")
        self._done.clicked.connect(self.closed)
        self._lay_out()
        self._desk = ExportDesk(self, deck, context, held, services)
        self._desk.begin()
        self.setFocusProxy(self.products.buttons[self.products.product])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        inside = column(self)
        inside.addLayout(page_head(self._title, self._done))
        body = row()
        body.addWidget(self._side())
        body.addLayout(self._main(), 1)
        inside.addLayout(body, 1)

    def _side(self) -> QWidget:
        content = QWidget()
        stack = column(content, spacing=18)
        stack.setContentsMargins(12, 8, 12, 20)
        stack.addWidget(self.products)
        options = row()
        options.setContentsMargins(8, 0, 8, 0)
        options.addWidget(self.options)
        stack.addLayout(options)
        stack.addStretch(1)
        return side_pane(content, SIDE)

    def _main(self) -> QBoxLayout:
        main = column()
        main.addWidget(self.view, 1)
        foot = Surface("bar", edge="top")
        below = column(foot)
        below.setContentsMargins(20, 6, 20, 10)
        below.addWidget(self.file)
        below.addWidget(self.remarks)
        self.remarks.hide()
        main.addWidget(foot)
        mark_pane(self.view)
        mark_pane(foot)
        return main
