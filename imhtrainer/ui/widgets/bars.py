"""Bars and empty states: what a window says where it happened, without a dialog."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from imhtrainer.ui.style.icons import icon_pixmap
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import Surface, column, row
from imhtrainer.ui.widgets.words import label

_ICONS = {"said": "info", "waits": "triangle-alert", "alarm": "octagon-alert"}
_TOKENS = {"said": "lagoon", "waits": "coral-text", "alarm": "alarm"}


class IconLabel(QLabel):
    """An icon that keeps its colour right in light and dark."""

    def __init__(self, look: Look, name: str, token: str = "ink", size: int = 20) -> None:
        super().__init__()
        self._look, self._name, self._token, self._size = look, name, token, size
        self.setFixedWidth(size)
        self._paint()
        look.changed.connect(self._paint)

    def show_icon(self, name: str, token: str) -> None:
        """Show another icon or colour."""
        self._name, self._token = name, token
        self._paint()

    def _paint(self) -> None:
        self.setPixmap(icon_pixmap(self._name, self._look.color(self._token), self._size))


class InlineBar(Surface):
    """One sentence with at most two buttons, shown where it belongs; ``closed`` when put away.

    A screen reader says the sentence as it appears.

    ``kind`` is ``said`` (sand), ``waits`` or ``alarm`` (coral ground).
    """

    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__("sand", parent=parent)
        self._look = look
        self._next: QWidget | None = None
        self._icon = IconLabel(look, "info", "lagoon")
        self._words = label(wrap=True)
        self._actions = row(spacing=8)
        close = Button(look, kind="icon", icon="x", says=self.tr("Close this message"))
        self._close = close
        close.clicked.connect(self.put_away)
        inside = row(self, spacing=12)
        inside.setContentsMargins(12, 6, 8, 6)
        inside.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        inside.addWidget(self._words, 1)
        inside.addLayout(self._actions)
        inside.addWidget(close)
        self.setMinimumHeight(48)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence that is shown; empty when the bar is away."""
        return self._words.text() if not self.isHidden() else ""

    def say(self, text: str, kind: str = "said", *actions: tuple[str, Callable[[], None]]) -> None:
        """Show a sentence; each action is a button's words and what it does before the bar goes."""
        self._icon.show_icon(_ICONS[kind], _TOKENS[kind])
        self.setProperty("surface", "sand" if kind == "said" else "waits")
        self.style().unpolish(self)
        self.style().polish(self)
        self._words.setText(text)
        self._words.setAccessibleName(text)
        _empty(self._actions)
        before: QWidget = self._close
        for words, act in actions:
            button = self._action(words, act)
            self._actions.addWidget(button)
            button.show()  # now, so that it can have the keyboard while the bar stands already
            QWidget.setTabOrder(before, button)  # made late, it would come last in the window
            before = button
        if actions:
            QWidget.setTabOrder(before, self._close)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def give_back_to(self, widget: QWidget) -> None:
        """Say where the keyboard goes when it is in the bar as the bar goes."""
        self._next = widget

    def put_away(self) -> None:
        """Hide the bar."""
        if self.isHidden():
            return
        focus = QApplication.focusWidget()
        held = focus is not None and self.isAncestorOf(focus)
        self.hide()
        if held and self._next is not None:
            self._next.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def _action(self, words: str, act: Callable[[], None]) -> Button:
        button = Button(self._look, words, "edge", "small")
        button.clicked.connect(self.put_away)
        button.clicked.connect(act)
        return button


class EmptyState(QWidget):
    """What a place says while there is nothing in it, and the buttons that change that."""

    def __init__(self, heading: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inside = column(self, spacing=8)
        inside.addStretch(1)
        title = label(heading, "heading", wrap=True)
        inside.addWidget(_centred(title))
        if text:
            inside.addWidget(_centred(label(text, "soft", wrap=True)))
        self._buttons = row(spacing=8)
        holder = row()
        holder.setContentsMargins(0, 12, 0, 0)
        holder.addStretch(1)
        holder.addLayout(self._buttons)
        holder.addStretch(1)
        inside.addLayout(holder)
        inside.addStretch(2)

    def offer(self, *buttons: QWidget) -> None:
        """Stand these buttons under the words."""
        for button in buttons:
            self._buttons.addWidget(button)


def _centred(words: QLabel) -> QLabel:
    words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return words


def _empty(layout: QHBoxLayout | QVBoxLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
