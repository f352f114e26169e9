"""Learning a clicker: each of its keys is pressed once."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent

from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import Surface, row
from imhtrainer.ui.widgets.words import label

WANTED = ("next", "back", "black")
_MODIFIERS = frozenset({Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta})


class ClickerLesson(Surface):
    """Asks for one key after the other; ``learned`` carries pairs of an action and Qt's number of its key."""

    learned = Signal(object)
    stopped = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__("sand")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._keys: list[tuple[str, int]] = []
        self._asked = 0
        self.words = label("", "strong", wrap=True)
        self.skip_button = Button(look, self.tr("It has no such key"), size="small")
        self.stop_button = Button(look, self.tr("Stop"), "text", "small")
        for button in (self.skip_button, self.stop_button):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.skip_button.clicked.connect(lambda: self._take(0))
        self.stop_button.clicked.connect(self._stop)
        inside = row(self, spacing=12)
        inside.setContentsMargins(16, 10, 12, 10)
        inside.addWidget(self.words, 1)
        inside.addWidget(self.skip_button)
        inside.addWidget(self.stop_button)
        self.hide()

    def begin(self) -> None:
        """Ask for the first key."""
        self._keys, self._asked = [], 0
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._ask()

    def event(self, event: QEvent) -> bool:
        """Tab and Escape are keys of clickers, too."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self.keyPressEvent(event)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the key for what was asked; a held or bouncing key counts once."""
        key = event.key()
        known = any(key == taken for _, taken in self._keys)
        if not event.isAutoRepeat() and key not in _MODIFIERS and not known:
            self._take(key)

    def _ask(self) -> None:
        names = {
            "next": self.tr("Press the clicker’s key for the next slide."),
            "back": self.tr("Now its key for the slide before."),
            "black": self.tr("Now its key for a black screen."),
        }
        words = names[WANTED[self._asked]]
        self.words.setText(words)
        self.setAccessibleName(words)

    def _take(self, key: int) -> None:
        if key:
            self._keys.append((WANTED[self._asked], key))
        self._asked += 1
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._asked < len(WANTED):
            self._ask()
            return
        self.hide()
        self.learned.emit(tuple(self._keys))

    def _stop(self) -> None:
        self.hide()
        self.stopped.emit()
