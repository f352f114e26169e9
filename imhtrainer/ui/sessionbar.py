"""The bar over Home, Prepare and Wrap up: what this is, the three places, help and settings."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import column, line
from imhtrainer.ui.widgets.mark import Mark
from imhtrainer.ui.widgets.places import Place, PlacesControl
from imhtrainer.ui.widgets.topbar import TopBar
from imhtrainer.ui.widgets.words import ElidedLabel, label

BEFORE = 48
"""Pixels of margins and rule at the left of the session's words, beside the mark."""
BETWEEN = 16
"""Pixels between the words and the places."""


class SessionBar(TopBar):
    """At Home the mark and the program's name; in a session its title, time, place and the places."""

    home_asked = Signal()
    place_asked = Signal(Place)
    help_asked = Signal()
    settings_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(12, 12, parent)
        self._mark = Mark(look)
        self._mark.clicked.connect(self.home_asked)
        self._name = label(self.tr("IMH Trainer"), "strong")
        self._rule = line(vertical=True)
        self._rule.setFixedHeight(28)
        self._title = ElidedLabel("", "strong")
        self._when = ElidedLabel("", "small")
        self._words = QWidget()
        words = column(self._words, spacing=1)
        words.addWidget(self._title)
        words.addWidget(self._when)
        self.places = PlacesControl(look)
        self.places.asked.connect(self.place_asked)
        self.right.setSpacing(18)
        self.right.setContentsMargins(0, 0, 8, 0)
        self._fill_left()
        self.middle.addWidget(self.places)
        self._fill_right(look)
        self.show_home()

    def show_home(self) -> None:
        """Stand at Home, outside any session."""
        self._name.show()
        self.left.setContentsMargins(8, 0, 0, 0)
        self.left.setSpacing(0)
        for widget in (self._rule, self._words, self.places):
            widget.hide()

    def show_session(self, title: str, when: str) -> None:
        """Stand in a session: its full title, and when and where it is."""
        self._name.hide()
        self.left.setContentsMargins(0, 0, 0, 0)
        self.left.setSpacing(8)
        self._title.setText(title)
        self._when.setText(when)
        for widget in (self._rule, self._words, self.places):
            widget.show()
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """The places stand in the middle as long as the words beside them are whole."""
        words = max(self._title.sizeHint().width(), self._when.sizeHint().width())
        before = self._mark.width() + BEFORE
        half = (self.width() - self.places.sizeHint().width()) // 2 - BETWEEN
        self.centre(before + words <= half)

    def _fill_left(self) -> None:
        self.left.addWidget(self._mark)
        self.left.addSpacing(4)
        self.left.addWidget(self._rule, 0, Qt.AlignmentFlag.AlignVCenter)
        self.left.addSpacing(4)
        self.left.addWidget(self._name)
        self.left.addWidget(self._words, 1)
        self.left.addStretch(0)

    def _fill_right(self, look: Look) -> None:
        help_button = Button(
            look, self.tr("Help"), "quiet", icon="circle-question-mark", says=self.tr("Help")
        )
        settings = Button(look, self.tr("Settings"), "quiet", icon="settings-2")
        help_button.clicked.connect(self.help_asked)
        settings.clicked.connect(self.settings_asked)
        for button in (help_button, settings):
            button.setMinimumHeight(36)
            self.right.addWidget(button)
