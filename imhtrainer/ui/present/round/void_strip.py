"""Why a vote must not count: asked in place, with the reason that the record keeps."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import Surface, row
from imhtrainer.ui.widgets.words import label


class VoidStrip(Surface):
    """A question with a field; ``confirmed`` carries the reason."""

    confirmed = Signal(str)
    opened = Signal()
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__("waits")
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Why? Such as: the question was misread"))
        self.reason.setAccessibleName(self.tr("Why this vote must not count"))
        self.void = Button(look, self.tr("Do not count it"), "edge")
        self.keep = Button(look, self.tr("Keep it"), "text")
        inside = row(self, spacing=8)
        inside.setContentsMargins(12, 6, 8, 6)
        inside.addWidget(label(self.tr("This vote must not count."), "strong"))
        inside.addWidget(self.reason, 1)
        inside.addWidget(self.void)
        inside.addWidget(self.keep)
        self.void.setEnabled(False)
        self.reason.textChanged.connect(lambda text: self.void.setEnabled(bool(text.strip())))
        self.reason.returnPressed.connect(self._confirm)
        self.void.clicked.connect(self._confirm)
        self.keep.clicked.connect(self.put_away)
        self.hide()

    def open(self) -> None:
        """Ask, ready to type."""
        self.reason.clear()
        self.show()
        self.opened.emit()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter has been heard in the field; it counts no hands besides."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
        else:
            super().keyPressEvent(event)

    def put_away(self) -> None:
        """Close without a word; the keyboard goes back to the console."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def _confirm(self) -> None:
        if reason := self.reason.text().strip():
            self.put_away()
            self.confirmed.emit(reason)
