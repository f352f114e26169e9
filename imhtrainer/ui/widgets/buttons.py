"""Buttons that keep their icon in the colours of the moment."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from imhtrainer.ui.style.icons import icon
from imhtrainer.ui.style.look import Look

_ICON_GAP = 5
_TOKENS = {"primary": "on-lagoon", "text": "lagoon"}


class Button(QPushButton):
    """A button of the house style.

    ``kind`` is ``primary``, ``edge``, ``text``, ``quiet``, ``icon``, ``chip``, ``tab`` or ``place``; ``size`` is
    empty (36 high), ``small`` (32), ``main`` (44) or ``large`` (52). ``token`` colours the icon.
    ``says`` is its name for who does not see it, and its tool tip where it shows no words.
    """

    def __init__(
        self,
        look: Look,
        text: str = "",
        kind: str = "edge",
        size: str = "",
        icon: str = "",
        *,
        token: str = "",
        says: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self._look = look
        self._icon = icon
        self._token = token
        self._trailing = False
        self.setProperty("kind", kind)
        self.setProperty("scale", size)  # QWidget has a size of its own
        self.setAccessibleName(says)  # without one the words on it are its name, as they change
        if says and not text:
            self.setToolTip(says)
        self.setAutoDefault(False)
        self._paint_icon()
        look.changed.connect(self._paint_icon)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses like Space; held down, it presses once."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()

    def setText(self, text: str) -> None:
        """Show other words; an icon keeps its distance from the first ones too."""
        worded = bool(self.text())
        super().setText(text)
        if bool(text) != worded:
            self._paint_icon()

    def set_icon(self, name: str, token: str = "", *, trailing: bool = False) -> None:
        """Show another icon; ``trailing`` puts it after the words."""
        if (name, token, trailing) == (self._icon, self._token, self._trailing):
            return  # painted anew at every slide, pictures of icons pile up
        self._icon, self._token, self._trailing = name, token, trailing
        end = Qt.LayoutDirection.RightToLeft if trailing else Qt.LayoutDirection.LeftToRight
        self.setLayoutDirection(end)
        self._paint_icon()

    def set_kind(self, kind: str) -> None:
        """Become another kind of button, as the filled one moves from place to place."""
        if kind != self.property("kind"):
            self.setProperty("kind", kind)
            self.style().unpolish(self)
            self.style().polish(self)
            self._paint_icon()

    def _is_fine(self, kind: str) -> bool:
        return kind == "place" or self.property("scale") == "small"

    def _paint_icon(self) -> None:
        if not self._icon:
            self.setIcon(QIcon())
            return
        kind = str(self.property("kind"))
        token = self._token or _TOKENS.get(kind, "ink")
        gap = _ICON_GAP if self.text() else 0
        size = 16 if self._is_fine(kind) else 18
        down = "" if kind in ("primary", "place", "tab") else "lagoon"
        side = -gap if self._trailing else gap
        self.setIcon(icon(self._icon, self._look, token, size, side, down))
        self.setIconSize(QSize(size + gap, size))


class Toggle(Button):
    """A thing that is on or off: pressed it carries a tick, so that colour does not say it alone."""

    def __init__(
        self, look: Look, text: str, size: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(look, text, size=size, icon="circle", token="ink-soft", parent=parent)
        self.setCheckable(True)
        self.toggled.connect(self._show)

    def _show(self, on: bool) -> None:
        self.set_icon("circle-check" if on else "circle", "lagoon" if on else "ink-soft")
