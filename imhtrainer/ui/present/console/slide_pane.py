"""The slide in the middle of the console, with the clock under it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from imhtrainer.ui.present.clock.pane import WIDE, ClockPane
from imhtrainer.ui.present.hands.strip import ToolStrip
from imhtrainer.ui.present.hands.view import HandView
from imhtrainer.ui.present.media.bar import MediaBar
from imhtrainer.ui.present.pages.deck_pages import ASPECT
from imhtrainer.ui.present.pages.page_pictures import PagePictures
from imhtrainer.ui.present.pages.picture_view import SHADOW
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import Surface, column, row
from imhtrainer.ui.widgets.words import label

LOW = 480
"""Height of the pane under which the timeline and the advice give way."""


class SlidePane(Surface):
    """Slide and clock; a line above says when only the facilitator sees the slide."""

    show_wanted = Signal()
    return_wanted = Signal()

    def __init__(self, look: Look, pictures: PagePictures, veil: float) -> None:
        super().__init__("stage")
        self.picture = HandView(look, pictures, veil=veil)
        self.tools = ToolStrip(look)
        self.film = MediaBar(look)
        self.clock = ClockPane(look)
        self.looking = Surface("")
        self.words = label(rank="strong")
        self.show_button = Button(look, self.tr("Show to the room"), size="small")
        self.return_button = Button(look, "", "text", "small")
        for button in (self.show_button, self.return_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.show_button.clicked.connect(self.show_wanted)
        self.return_button.clicked.connect(self.return_wanted)
        self._inside = column(self, spacing=10)
        self._lay_out()

    def show_looking(self, number: int | None, back_to: int) -> None:
        """Say that only the facilitator sees a slide; None takes the line away."""
        self.looking.setVisible(number is not None)
        if number is not None:
            self.words.setText(self.tr("Only you see slide {0}").format(number))
            self._offer_return(back_to, jumped=False)

    def show_jump(self, came_from: int) -> None:
        """Offer the way back after a jump."""
        self.looking.show()
        self.words.setText(self.tr("You came from slide {0}").format(came_from))
        self._offer_return(came_from, jumped=True)

    def show_part(self) -> None:
        """Say that the room sees only what the frame holds, and offer the whole slide."""
        self.looking.show()
        self.words.setText(self.tr("The room sees the framed part"))
        self.show_button.hide()
        self.return_button.setText(self.tr("Whole slide"))
        self.return_button.setToolTip(self.tr("Key {0}").format("Z"))

    def _offer_return(self, number: int, jumped: bool) -> None:
        self.show_button.setVisible(not jumped)
        self.return_button.setText(self.tr("Back to {0}").format(number))
        self.return_button.setToolTip(self.tr("Key {0}").format("⌫"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit what is shown into the new size."""
        super().resizeEvent(event)
        self._share_room(event.size())

    def _share_room(self, size: QSize) -> None:
        self.clock.show_room(size.height() < LOW, size.width())
        edge = (24 if size.width() >= WIDE else 16) - SHADOW
        self._inside.setContentsMargins(edge, edge, edge, 12)
        wide = size.width() - 2 * edge
        self.picture.setMaximumHeight(round((wide - 2 * SHADOW) * ASPECT) + 2 * SHADOW)

    def _lay_out(self) -> None:
        inside = self._inside
        line = row(self.looking, spacing=8)
        line.setContentsMargins(SHADOW, 0, SHADOW, 0)
        line.addWidget(self.words, 1)
        line.addWidget(self.show_button)
        line.addWidget(self.return_button)
        self.looking.hide()
        inside.addWidget(self.looking)
        inside.addWidget(self.tools)
        inside.addWidget(self.picture, 1)
        inside.addLayout(_aligned(self.film))
        inside.addLayout(_aligned(self.clock))
        inside.addStretch(0)


def _aligned(widget: QWidget) -> QHBoxLayout:
    """What stands under the picture begins and ends where it does, not where its shadow does."""
    holder = row()
    holder.setContentsMargins(SHADOW, 0, SHADOW, 0)
    holder.addWidget(widget)
    return holder
