"""The pages of what would be exported, one at a time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent

from imhtrainer.layout.page import Page
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import Surface, column, row
from imhtrainer.ui.widgets.page_preview import PagePreview
from imhtrainer.ui.widgets.words import figure, label


class PagesView(Surface):
    """A page as it will be, arrows under it, and where among all it stands."""

    def __init__(self, look: Look) -> None:
        super().__init__("stage")
        self._pages: Sequence[Page] = ()
        self._place = 0
        self.preview = PagePreview(look)
        self.preview.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.said = label("", "soft", wrap=True)
        self.said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.said.hide()
        self.back = Button(look, kind="icon", icon="arrow-left", says=self.tr("Page before"))
        self.forth = Button(look, kind="icon", icon="arrow-right", says=self.tr("Next page"))
        self.count = figure("", "soft", "page 000 of 000")
        self.count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.back.clicked.connect(lambda: self.turn(-1))
        self.forth.clicked.connect(lambda: self.turn(1))
        self._lay_out()
        self.show_pages(())

    @property
    def pages(self) -> Sequence[Page]:
        """The pages that are shown."""
        return self._pages

    def show_pages(self, pages: Sequence[Page]) -> None:
        """Show other pages, from the place where the reader was as far as there are so many."""
        self._pages = pages
        self.said.hide()
        self.preview.show()
        self._show(min(self._place, max(len(pages) - 1, 0)))

    def show_trouble(self, sentence: str) -> None:
        """Say why there are no pages."""
        self._pages = ()
        self._show(0)
        self.preview.hide()
        self.said.setText(sentence)
        self.said.show()

    def turn(self, by: int) -> None:
        """Turn some pages on or back."""
        self._show(min(max(self._place + by, 0), max(len(self._pages) - 1, 0)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and Page Up and Down turn pages, Home and End go to the ends."""
        everything = len(self._pages)
        turns = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_PageUp: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_PageDown: 1,
            Qt.Key.Key_Home: -everything,
            Qt.Key.Key_End: everything,
        }
        by = turns.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.turn(by)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel turns pages."""
        self.turn(-1 if event.angleDelta().y() > 0 else 1)

    def _show(self, place: int) -> None:
        self._place = place
        self.preview.show_page(self._pages[place] if self._pages else None)
        count = self.tr("page {0} of {1}").format(place + 1, len(self._pages))
        self.count.setText(count if self._pages else "")
        self.back.setEnabled(place > 0)
        self.forth.setEnabled(place < len(self._pages) - 1)

    def _lay_out(self) -> None:
        inside = column(self)
        inside.setContentsMargins(0, 0, 0, 12)
        inside.addWidget(self.preview, 1)
        said = row()
        said.setContentsMargins(48, 0, 48, 0)
        said.addWidget(self.said, 1)
        inside.addLayout(said, 0)
        pager = row(spacing=8)
        pager.addStretch(1)
        for widget in (self.back, self.count, self.forth):
            pager.addWidget(widget)
        pager.addStretch(1)
        inside.addLayout(pager)
