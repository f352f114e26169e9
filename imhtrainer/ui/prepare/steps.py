"""The steps of Prepare, taken in any order; each says its state in a few words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from imhtrainer.ui.style.icons import paint_icon
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.bars import IconLabel
from imhtrainer.ui.widgets.frames import Surface, column, row
from imhtrainer.ui.widgets.words import ElidedLabel, label

WIDTH, NARROW, ROW = 280, 76, 68


class StepBadge(QWidget):
    """A step's number in a ring; filled while it is open, a tick when it is done."""

    def __init__(self, look: Look, number: int) -> None:
        super().__init__()
        self.setFixedSize(28, 28)
        self._look = look
        self._number = number
        self._open = False
        self._done = False
        look.changed.connect(self.update)

    def show_state(self, is_open: bool, done: bool) -> None:
        """Show whether the step is open and whether it is done."""
        self._open, self._done = is_open, done
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring, and the number or the tick."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        look = self._look
        ticked = self._done and not self._open
        ground = "tint-leaf" if ticked else ("lagoon" if self._open else "")
        painter.setPen(Qt.PenStyle.NoPen if ground else QPen(look.color("edge-control"), 1))
        painter.setBrush(look.color(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box)
        if ticked:
            paint_icon(painter, "check", QRectF(6, 6, 16, 16), look.color("leaf"))
            return
        font = QFont(self.font())
        font.setPixelSize(15)
        font.setWeight(QFont.Weight.DemiBold if self._open else QFont.Weight.Medium)
        painter.setFont(font)
        painter.setPen(look.color("on-lagoon" if self._open else "ink-soft"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(self._number))


class StepButton(QPushButton):
    """One step: its badge, its name and its state."""

    def __init__(self, look: Look, number: int, name: str) -> None:
        super().__init__()
        self.setProperty("kind", "step")
        self.setCheckable(True)
        self.setFixedHeight(ROW)
        self._name = name
        self.setAccessibleName(name)
        self._done = self._narrow = False
        self._badge = StepBadge(look, number)
        self._title = label(name, "name")
        self._state = ElidedLabel("", "small")
        words = column(spacing=3)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._state)
        words.addStretch(1)
        inside = row(self, spacing=12)
        inside.setContentsMargins(12, 0, 8, 0)
        inside.addWidget(self._badge)
        inside.addLayout(words, 1)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.toggled.connect(self._show_badge)

    def show_state(self, words: str, done: bool) -> None:
        """Say how far the step is."""
        self._done = done
        self._state.setText(words)
        self._state.setVisible(bool(words) and not self._narrow)
        self.setAccessibleName(f"{self._name}, {words}")
        self._show_badge()

    @property
    def state_words(self) -> str:
        """How far the step is, as it reads."""
        return self._state.text()

    def narrow(self, narrow: bool) -> None:
        """Show the number only, with the name as tool tip."""
        self._narrow = narrow
        self._title.setVisible(not narrow)
        self._state.setVisible(bool(self._state.text()) and not narrow)
        self.setToolTip(self.accessibleName() if narrow else "")

    def _show_badge(self) -> None:
        self._badge.show_state(self.isChecked(), self._done)


class StepsColumn(Surface):
    """The steps at the left and, below them, whether everything is saved. ``chosen`` carries a step's place."""

    chosen = Signal(int)

    def __init__(self, look: Look, names: tuple[str, ...]) -> None:
        super().__init__("side", "right")
        self.setFixedWidth(WIDTH)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.buttons = tuple(StepButton(look, i, name) for i, name in enumerate(names, start=1))
        inside = column(self)
        inside.setContentsMargins(12, 16, 12, 16)
        for index, button in enumerate(self.buttons):
            self._group.addButton(button, index)
            inside.addWidget(button)
        self._group.idClicked.connect(self.chosen)
        inside.addStretch(1)
        self._tick = IconLabel(look, "check", "leaf", 16)
        self._saved = label("", "small", wrap=True)
        foot = row(spacing=8)
        foot.setContentsMargins(12, 0, 0, 0)
        foot.addWidget(self._tick)
        foot.addWidget(self._saved, 1)
        inside.addLayout(foot)
        self.show_saved()

    @property
    def saved_words(self) -> str:
        """What stands under the steps."""
        return self._saved.text()

    def open_step(self, index: int) -> None:
        """Mark the step that is open."""
        self.buttons[index].setChecked(True)

    def show_saved(self, trouble: str = "") -> None:
        """Say that everything is saved, or why it is not."""
        self._tick.show_icon(
            "triangle-alert" if trouble else "check", "alarm" if trouble else "leaf"
        )
        self._saved.setText(trouble or self.tr("Saved on this laptop"))

    def narrow(self, narrow: bool) -> None:
        """Shrink to the numbers in a narrow window."""
        self.setFixedWidth(NARROW if narrow else WIDTH)
        self._saved.setVisible(not narrow)
        for button in self.buttons:
            button.narrow(narrow)
