"""What comes next, small, with its name; in a round what the room sees now."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from imhtrainer.ui.present.pages.deck_pages import ASPECT
from imhtrainer.ui.present.pages.page_pictures import PagePictures
from imhtrainer.ui.present.pages.picture_view import SHADOW, PictureView
from imhtrainer.ui.present.pages.shown import Shown
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.frames import column, row
from imhtrainer.ui.widgets.lying_edge import LyingEdge
from imhtrainer.ui.widgets.words import label

DRAWN, DRAWN_LARGE = 108, 144
"""Heights of the picture as drawn, in usual and in wide windows."""
LEAST, MOST = 54, 288
"""Heights between which it is dragged; under half the least it is put away."""
BESIDE = 120
"""The least width in which words stand beside the picture; otherwise they stand under it."""
GAP = 12
SETTLED = 400
"""Milliseconds without a move after which the height is remembered."""


class NextPane(QWidget):
    """A picture, three texts at its right or under it, and an edge that makes it larger or puts it away.

    ``arranged`` tells that a person has moved the edge and let it rest.
    """

    arranged = Signal()

    def __init__(self, look: Look, pictures: PagePictures, veil: float) -> None:
        super().__init__()
        self._drawn = self._tall = self._before = self._held = DRAWN
        self._full = False
        self.picture = PictureView(look, pictures, radius=4, veil=veil)
        self.lead = label(rank="small", wrap=True)
        self.name = label(rank="strong", wrap=True)
        self.about = label(rank="small", wrap=True)
        self.edge = LyingEdge(look, self.tr("Edge of the next slide"), inset=SHADOW)
        self._rest = QTimer(self, singleShot=True, interval=SETTLED)
        self._rest.timeout.connect(self.arranged)
        self._lay_out()
        self._connect()
        self.show_large(False)

    @property
    def height_set(self) -> int:
        """Pixels of the picture's height as a person set it; 0 where the pane is put away."""
        return self._tall

    def show_large(self, large: bool) -> None:
        """A third larger in wide windows."""
        self._drawn = DRAWN_LARGE if large else DRAWN
        self.share(None)

    def share(self, kept: int | None) -> None:
        """Give the picture the height ``kept`` in pixels, or the drawn one; 0 is put away."""
        self._before = self._drawn
        self._give(self._drawn if kept is None else kept)

    def settle(self) -> None:
        """Tell at once what was moved last, because the window closes."""
        if self._rest.isActive():
            self._rest.stop()
            self.arranged.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The picture is never wider than its column."""
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        outside = column(self, spacing=8)
        self._inside = row(spacing=GAP)
        outside.addLayout(self._inside)
        outside.addWidget(self.edge)
        left_top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        self._inside.addWidget(self.picture, 0, left_top)
        self._words = column(spacing=4)
        for each in (self.lead, self.name, self.about):
            self._words.addWidget(each)
        self._words.addStretch(1)
        self._inside.addLayout(self._words, 1)

    def _connect(self) -> None:
        self.edge.taken.connect(self._hold)
        self.edge.dragged.connect(lambda by: self._move(self._held + by))
        self.edge.stepped.connect(lambda by: self._move(self._seen_height() + by, by_key=True))
        self.edge.toggled.connect(self._toggle)
        self.edge.reset.connect(lambda: self._change(self._drawn))

    def _hold(self) -> None:
        self._held = self._seen_height()

    def _move(self, wanted: int, by_key: bool = False) -> None:
        if by_key or wanted >= LEAST / 2:
            self._change(min(max(wanted, LEAST), self._most()))
        else:
            self._put_away()

    def _toggle(self) -> None:
        if self._tall:
            self._put_away()
        else:
            self._change(self._before)

    def _put_away(self) -> None:
        self._before = self._tall or self._before
        self._change(0)

    def _change(self, height: int) -> None:
        self._give(height)
        self._rest.start()

    def _give(self, height: int) -> None:
        self._tall = height
        self.edge.mark(not height)
        self._show()
        self._fit()

    def _most(self) -> int:
        return max(min(MOST, round((self.width() - 2 * SHADOW) * ASPECT)), LEAST)

    def _seen_height(self) -> int:
        return min(self._tall, self._most())

    def _fit(self) -> None:
        """Words that have no room beside the picture stand under it, where the picture begins."""
        height = max(self._seen_height(), LEAST)
        size = QSize(round(height / ASPECT) + 2 * SHADOW, height + 2 * SHADOW)
        under = self.width() - size.width() - GAP < BESIDE
        turn = QBoxLayout.Direction.TopToBottom if under else QBoxLayout.Direction.LeftToRight
        self._inside.setDirection(turn)
        self._inside.setSpacing(GAP - SHADOW if under else GAP)
        self._words.setContentsMargins(SHADOW if under else 0, 0, 0, 0)
        self.picture.setFixedSize(size)

    def _show(self) -> None:
        self.picture.setVisible(bool(self._tall) and self.picture.shown is not None)
        for each in (self.lead, self.name, self.about):
            each.setVisible(bool(self._tall) and bool(each.text()))
        self.edge.setVisible(self._full)

    def show_next(self, shown: Shown | None, lead: str, name: str, about: str) -> None:
        """Show a page with words about it."""
        self.picture.show_page(shown, f"{lead}: {name}")
        for each, text in ((self.lead, lead), (self.name, name), (self.about, about)):
            each.setText(text)
        self._full = shown is not None or bool(lead or name or about)
        self._show()
