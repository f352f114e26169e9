"""The one way keys take while presenting, whichever of the two windows has the keyboard."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSplitterHandle,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from imhtrainer.ui.present.keys.key_map import REPEATING, Action, Bounce, action_for
from imhtrainer.ui.widgets.lying_edge import LyingEdge

_CLICKER = frozenset({Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_F5, Qt.Key.Key_Escape})
"""Keys that nobody types into a field: a clicker works while a name is being written."""
_ENTERS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_OF_BUTTONS = _ENTERS | {Qt.Key.Key_Space}
_OF_LISTS = _ENTERS | {Qt.Key.Key_Up, Qt.Key.Key_Down}
_OF_EDGES = _ENTERS | {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home}
_OF_LYING_EDGES = _OF_LISTS | {Qt.Key.Key_Home}
_FIELDS = (QLineEdit, QAbstractSpinBox, QPlainTextEdit, QTextEdit, QComboBox)


class KeyRouter(QObject):
    """Turns key presses into actions before the focused widget sees them.

    It filters only the widget that has the keyboard, so nothing is slowed down. What is typed into a
    field, and what presses a button or walks a list reached by Tab, stays theirs; only Enter after a slide's
    number goes to the number wherever the keyboard is.
    """

    asked = Signal(Action, str)
    """An action, and the digit where it is one."""

    def __init__(self, console: QWidget, audience: QWidget) -> None:
        super().__init__(console)
        self.in_round = False
        self.learned: dict[int, Action] = {}
        """What keys of a clicker do that nobody could know beforehand."""
        self.number_stands: Callable[[], bool] = lambda: False
        """Whether a slide's number has been typed that waits for Enter."""
        self._console = console
        self._audience = audience
        self._window: QWidget | None = None
        self._watched: QWidget | None = None
        self._bounce = Bounce()
        audience.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def adopt(self, window: QWidget) -> None:
        """Take the keys also where no widget of the window has the keyboard."""
        if window is not self._console:
            self._window = window
            window.installEventFilter(self)

    def close(self) -> None:
        """Leave the keys alone."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.disconnect(self._follow)
        for filtered in (self._audience, self._window):
            if filtered is not None and isValid(filtered):
                filtered.removeEventFilter(self)
        self._watch(None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that are ours."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return not self._astray(watched) and self._claim(watched, event)
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if self._astray(watched):
            return False
        action = self._action(event)
        if action is None or self._belongs_to(watched, event):
            return False
        repeated = event.isAutoRepeat() and action not in REPEATING
        if not repeated and not self._bounce.is_bounce(event):
            self.asked.emit(action, event.text() if action is Action.DIGIT else "")
        return True

    def _action(self, event: QKeyEvent) -> Action | None:
        return self.learned.get(event.key()) or action_for(event, self.in_round)

    def _astray(self, watched: QObject) -> bool:
        """Whether a key came to the whole window though a widget has the keyboard, or we are not shown."""
        if watched in (self._watched, self._console, self._audience):
            return False
        return QApplication.focusWidget() is not None or not self._console.isVisible()

    def _claim(self, watched: QObject, event: QKeyEvent) -> bool:
        """Keep a shortcut elsewhere in the window from taking a key that is ours."""
        if self._action(event) is None or self._belongs_to(watched, event):
            return False
        event.accept()
        return True

    def _belongs_to(self, widget: QObject, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if isinstance(widget, _FIELDS):
            return key not in _CLICKER or (
                key == Qt.Key.Key_Escape and isinstance(widget, QComboBox)
            )
        if key in _ENTERS and self.number_stands():
            return False
        if isinstance(widget, QAbstractButton):
            return key in _OF_BUTTONS
        if isinstance(widget, QSplitterHandle):
            return key in _OF_EDGES
        if isinstance(widget, LyingEdge):
            return key in _OF_LYING_EDGES
        return isinstance(widget, QAbstractItemView) and key in _OF_LISTS

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if not isValid(self._console):
            return
        ours = new is not None and (new is self._console or self._console.isAncestorOf(new))
        self._watch(new if ours else None)

    def _watch(self, widget: QWidget | None) -> None:
        if widget is self._watched:
            return
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = widget
        if widget is not None:
            widget.installEventFilter(self)
