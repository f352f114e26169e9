"""The small strip of tools over the slide; it stands only after it was asked for."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from imhtrainer.ui.present.hands.tools import BOLD, COLORS, THIN, Hand, Tool
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import Surface, line, row

_SIDE = 34


class DotButton(Button):
    """A button that shows a disc: a colour, or the width of a line."""

    def __init__(self, look: Look, says: str, radius: float, token: str = "") -> None:
        super().__init__(look, kind="icon", says=says)
        self._dot_look, self._radius, self.token = look, radius, token
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(_SIDE, _SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the disc, and a ring round it where it is chosen."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QRectF(self.rect()).center()
        painter.setPen(QPen(self._dot_look.color("edge-control"), 1))
        palette = self._dot_look.theme.colors
        painter.setBrush(self._dot_look.color("ink") if not self.token else palette[self.token])
        painter.drawEllipse(middle, self._radius, self._radius)


class ToolStrip(Surface):
    """One row: what the hand holds, its colour and width, and what can be taken back."""

    changed = Signal(object)
    undo_wanted = Signal()
    redo_wanted = Signal()
    clear_wanted = Signal()
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__("sand")
        self.hand = Hand()
        self.tools = {tool: self._tool(look, tool, *face) for tool, face in self._faces().items()}
        self.colors = tuple(DotButton(look, says, 8, token) for token, says in self._names())
        self.thin = DotButton(look, self.tr("Thin line"), 2)
        self.bold = DotButton(look, self.tr("Thick line"), 5)
        self.undo = Button(look, kind="icon", icon="undo-2", says=self.tr("Take back (Ctrl+Z)"))
        self.redo = Button(look, kind="icon", icon="redo-2", says=self.tr("Do again (Ctrl+Y)"))
        self.clear = Button(
            look, kind="icon", icon="trash-2", says=self.tr("Wipe this slide clean")
        )
        self.close_button = Button(
            look, kind="icon", icon="x", says=self.tr("Put the tools away (D)")
        )
        self._connect()
        self._lay_out()
        self.hide()

    def show_hand(self, hand: Hand) -> None:
        """Mark what the hand holds."""
        self.hand = hand
        for tool, button in self.tools.items():
            button.setChecked(tool is hand.tool)
        for dot, token in zip(self.colors, COLORS, strict=True):
            dot.setChecked(token == hand.color)
        self.thin.setChecked(not hand.bold)
        self.bold.setChecked(hand.bold)

    def show_ink(self, undo: bool, redo: bool, some: bool) -> None:
        """Say what can be taken back, done again and wiped away."""
        self.undo.setEnabled(undo)
        self.redo.setEnabled(redo)
        self.clear.setEnabled(some)

    def _take(self, **facts: object) -> None:
        known = {"tool": self.hand.tool, "color": self.hand.color, "bold": self.hand.bold}
        self.changed.emit(Hand(**{**known, **facts}))  # type: ignore[arg-type] # the facts of a hand

    def _faces(self) -> dict[Tool, tuple[str, str]]:
        return {
            Tool.POINTER: ("mouse-pointer-2", self.tr("Pointer (A)")),
            Tool.SPOTLIGHT: ("spotlight", self.tr("Spotlight")),
            Tool.PEN: ("pen", self.tr("Pen (D)")),
            Tool.HIGHLIGHTER: ("highlighter", self.tr("Highlighter")),
            Tool.ERASER: ("eraser", self.tr("Eraser")),
            Tool.ZOOM: ("zoom-in", self.tr("Zoom: draw a frame (Z zooms, and back)")),
        }

    def _names(self) -> tuple[tuple[str, str], ...]:
        words = (self.tr("Red"), self.tr("Teal"), self.tr("Yellow"), self.tr("Black"))
        return tuple(zip(COLORS, words, strict=True))

    def _tool(self, look: Look, tool: Tool, icon: str, says: str) -> Button:
        button = Button(look, kind="icon", icon=icon, says=says)
        button.setCheckable(True)
        button.clicked.connect(lambda: self._take(tool=tool))
        return button

    def _connect(self) -> None:
        for dot in self.colors:
            dot.clicked.connect(lambda _on=False, token=dot.token: self._take(color=token))
        self.thin.clicked.connect(lambda: self._take(bold=False))
        self.bold.clicked.connect(lambda: self._take(bold=True))
        self.undo.clicked.connect(self.undo_wanted)
        self.redo.clicked.connect(self.redo_wanted)
        self.clear.clicked.connect(self.clear_wanted)
        self.close_button.clicked.connect(self.closed)
        self.thin.setAccessibleDescription(self.tr("{0} points").format(THIN))
        self.bold.setAccessibleDescription(self.tr("{0} points").format(BOLD))

    def _lay_out(self) -> None:
        inside = row(self, spacing=2)
        inside.setContentsMargins(6, 4, 6, 4)
        parts: tuple[tuple[QWidget, ...], ...] = (
            tuple(self.tools.values()),
            self.colors,
            (self.thin, self.bold),
            (self.undo, self.redo, self.clear),
        )
        for group in parts:
            for button in group:
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                inside.addWidget(button)
            if group is not parts[-1]:
                inside.addSpacing(4)
                inside.addWidget(line(vertical=True))
                inside.addSpacing(4)
        inside.addStretch(1)
        inside.addWidget(self.close_button)
