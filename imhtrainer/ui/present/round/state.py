"""Whether the vote is open: a coral dot with words, for this waits for the facilitator."""

from PySide6.QtWidgets import QStackedLayout, QWidget

from imhtrainer.ui.style.fonts import tabular
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.words import label


class RoundState(QWidget):
    """Words in coral while the vote is open, quiet afterwards."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._open = label(rank="warn")
        self._open.setFont(tabular(self._open.font()))
        self._closed = label(rank="soft")
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._open)
        self._stack.addWidget(self._closed)

    def say(self, words: str, waits: bool) -> None:
        """Show how the vote stands."""
        self._open.setText(f"●  {words}" if waits else "")
        self._closed.setText("" if waits else words)
        self._stack.setCurrentWidget(self._open if waits else self._closed)
        self.setAccessibleName(words)

    @property
    def text(self) -> str:
        """The words shown."""
        return self.accessibleName()
