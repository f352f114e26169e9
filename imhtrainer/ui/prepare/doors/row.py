"""One thing that is looked at: a tick and a word, or one sentence and one button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from imhtrainer.services.preflight.finding import Finding, Verdict
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.bars import IconLabel
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import column, row
from imhtrainer.ui.widgets.words import label

_ICONS: dict[Verdict, tuple[str, str]] = {
    "good": ("circle-check", "leaf"),
    "note": ("info", "lagoon"),
    "wrong": ("triangle-alert", "coral-text"),
}


HIGH, LOW = 50, 38
"""Least heights of a row: words under its name, or beside it."""
NAME = 190
"""Least width of a name that has its words beside it."""


class CheckRow(QWidget):
    """``acted`` carries the action whose button was pressed."""

    acted = Signal(str)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._name = name
        self._action = self._other_action = ""
        self._icon = IconLabel(look, "circle", "ink-soft", 22)
        self.words = label("", "soft", wrap=True)
        self.button = Button(look, "", "edge", "small")
        self.button.clicked.connect(lambda: self.acted.emit(self._action))
        self.other = Button(look, "", "edge", "small")
        self.other.clicked.connect(lambda: self.acted.emit(self._other_action))
        self.finding: Finding | None = None
        self.setMinimumHeight(HIGH)
        inside = self._inside = row(self, spacing=14)
        inside.setContentsMargins(16, 5, 12, 5)
        inside.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        self._named = label(name, "name")
        self._texts: QBoxLayout = column(spacing=2)
        self._texts.addWidget(self._named)
        self._texts.addWidget(self.words, 1)
        inside.addLayout(self._texts, 1)
        buttons = row(spacing=8)
        buttons.addWidget(self.button)
        buttons.addWidget(self.other)
        inside.addLayout(buttons)
        self.show_looking()

    def natural(self, width: int) -> int:
        """The height in pixels that it asks for where it is ``width`` wide."""
        return max(self._inside.totalHeightForWidth(width), self.minimumHeight())

    def show_low(self, low: bool, spare: int = 0) -> None:
        """Have the words beside the name, where all rows shall be seen in a low window.

        ``spare`` is how many pixels it may be higher than the lowest.
        """
        ways = QBoxLayout.Direction
        self._texts.setDirection(ways.LeftToRight if low else ways.TopToBottom)
        self._texts.setSpacing(12 if low else 2)
        self._named.setMinimumWidth(NAME if low else 0)
        edge = 3 if low else 5
        self._inside.setContentsMargins(16, edge, 12, edge)
        self.setMinimumHeight(min(LOW + spare, HIGH) if low else HIGH)

    def show_looking(self) -> None:
        """Say that it is being looked at."""
        self.finding = None
        self._icon.show_icon("circle", "ink-soft")
        self._say(self.tr("Looking…"))
        self.button.hide()
        self.other.hide()

    def show_finding(self, finding: Finding) -> None:
        """Say what was found, and offer what mends it."""
        self.finding = finding
        self._icon.show_icon(*_ICONS[finding.verdict])
        self._say(finding.words)
        self._action, self._other_action = finding.action, finding.other
        self._offer(self.button, finding.action, finding.button)
        self._offer(self.other, finding.other, finding.other_button)

    def _offer(self, button: Button, action: str, words: str) -> None:
        button.setText(words)
        button.setAccessibleName(f"{words}, {self._name}" if words else "")
        button.setVisible(bool(action))

    def _say(self, words: str) -> None:
        self.words.setText(words)
        self.setAccessibleName(f"{self._name}: {words}")
