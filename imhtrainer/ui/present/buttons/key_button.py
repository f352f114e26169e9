"""A button with the key that does the same behind its words."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QStyleOptionButton

from imhtrainer.ui.present.buttons.face import paint_ground, paint_words
from imhtrainer.ui.present.buttons.key_cap import HEIGHT, key_font, key_width, paint_key
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button

GAP = 8


class KeyButton(Button):
    """A house button that teaches its key; the key cap hides where room is short."""

    def __init__(
        self, look: Look, text: str, key: str, kind: str = "quiet", size: str = "", icon: str = ""
    ) -> None:
        super().__init__(look, text, kind, size, icon)
        self._key = key
        self._key_shown = True
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._why = ""
        self.setAccessibleDescription(self.tr("Key {0}").format(key))

    def show_key(self, shown: bool) -> None:
        """Show or hide the key cap."""
        if shown != self._key_shown:
            self._key_shown = shown
            self._show_tip()
            self.updateGeometry()
            self.update()

    def explain(self, why: str) -> None:
        """Say under the pointer why the button cannot be pressed now; empty where it can."""
        self._why = why
        self._show_tip()

    def _show_tip(self) -> None:
        """Beside its cap a tip with the key would only lie over the words."""
        key = "" if self._key_shown else self.accessibleDescription()
        self.setToolTip(self._why or key)

    def sizeHint(self) -> QSize:
        """As large as what it shows."""
        size = super().sizeHint()
        return QSize(size.width() + self._key_room(), size.height())

    def minimumSizeHint(self) -> QSize:
        """Never smaller than this."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it as it stands."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        paint_ground(painter, self, option)
        if self.isChecked():
            self._paint_down(painter)
        paint_words(painter, self, option, self._key_room())
        if self._key_shown:
            self._paint_cap(painter)

    def _paint_down(self, painter: QPainter) -> None:
        """A quiet button has no ground of its own that could show that it is down."""
        painter.setPen(QPen(self._look.color("lagoon"), 1))
        painter.setBrush(self._look.color("tint-lagoon"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _paint_cap(self, painter: QPainter) -> None:
        painter.setFont(key_font(self.font()))
        wide = self._key_room() - GAP
        box = QRectF(self.width() - wide - self._pad(), (self.height() - HEIGHT) / 2, wide, HEIGHT)
        filled = self.property("kind") == "primary" and self.isEnabled()
        ink = self._look.color("on-lagoon" if filled else "ink-soft")
        edge = self._look.color("on-lagoon" if filled else "edge-control")
        if not self.isEnabled():
            edge = self._look.color("edge")
        paint_key(painter, box, self._key, ink, edge)

    @property
    def cap_room(self) -> int:
        """What the key cap takes, in pixels, also while it is hidden."""
        return key_width(self._key, key_font(self.font())) + GAP

    def _key_room(self) -> int:
        return self.cap_room if self._key_shown else 0

    def _pad(self) -> int:
        return 8 if self.property("kind") == "quiet" else 14
