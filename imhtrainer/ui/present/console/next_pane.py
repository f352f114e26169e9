"""What comes next, small, with its name; in a round what the room sees now."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from imhtrainer.ui.present.pages.page_pictures import PagePictures
from imhtrainer.ui.present.pages.picture_view import SHADOW, PictureView
from imhtrainer.ui.present.pages.shown import Shown
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.frames import column, line, row
from imhtrainer.ui.widgets.words import label

WIDTH, HEIGHT = 192, 108
LARGE_WIDTH, LARGE_HEIGHT = 256, 144


class NextPane(QWidget):
    """A picture of 192 x 108, three texts at its right, and a line under them."""

    def __init__(self, look: Look, pictures: PagePictures, veil: float) -> None:
        super().__init__()
        self.picture = PictureView(look, pictures, radius=4, veil=veil)
        self.show_large(False)
        self.lead = label(rank="small", wrap=True)
        self.name = label(rank="strong", wrap=True)
        self.about = label(rank="small", wrap=True)
        self._rule = line()
        outside = column(self, spacing=12)
        inside = row(spacing=12)
        outside.addLayout(inside)
        outside.addLayout(beside_shadow(self._rule))
        inside.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        words = column(spacing=4)
        for each in (self.lead, self.name, self.about):
            words.addWidget(each)
        words.addStretch(1)
        inside.addLayout(words, 1)

    def show_large(self, large: bool) -> None:
        """A third larger in wide windows."""
        width, height = (LARGE_WIDTH, LARGE_HEIGHT) if large else (WIDTH, HEIGHT)
        self.picture.setFixedSize(width + 2 * SHADOW, height + 2 * SHADOW)

    def show_next(self, shown: Shown | None, lead: str, name: str, about: str) -> None:
        """Show a page with words about it."""
        self.picture.setVisible(shown is not None)
        self.picture.show_page(shown, f"{lead}: {name}")
        for each, text in ((self.lead, lead), (self.name, name), (self.about, about)):
            each.setText(text)
            each.setVisible(bool(text))
        self._rule.setVisible(shown is not None or bool(lead or name or about))


def beside_shadow(widget: QWidget) -> QHBoxLayout:
    """A line of its own that begins and ends where pictures do, whose shadow needs room."""
    made = row()
    made.setContentsMargins(SHADOW, 0, SHADOW, 0)
    made.addWidget(widget)
    return made
