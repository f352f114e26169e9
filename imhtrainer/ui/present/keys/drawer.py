"""All keys at a glance, and the moon."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from imhtrainer.domain.events import Ease
from imhtrainer.ui.present.buttons.key_cap import KeyCap
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import Surface, column, line, row, scrolling
from imhtrainer.ui.widgets.words import label


class KeysDrawer(Surface):
    """Stands over the right column until it is closed."""

    closed = Signal()
    scheme_wanted = Signal(bool)
    ease_wanted = Signal(str)
    """The room's screen shall be made easier to read, or no more: ``large``, ``contrast`` or ``captions``."""

    def __init__(self, look: Look) -> None:
        super().__init__("plain")
        self._look = look
        self.close_button = Button(look, kind="icon", icon="x", says=self.tr("Close"))
        self.moon = Button(look, "", "edge", "", "moon")
        self.ease = {
            "large": Button(look, self.tr("Large print"), size="small"),
            "contrast": Button(look, self.tr("Contrast"), size="small"),
            "captions": Button(look, self.tr("Captions"), size="small"),
        }
        for name, button in self.ease.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _on=False, wanted=name: self.ease_wanted.emit(wanted))
        self.close_button.clicked.connect(self.closed)
        self.moon.clicked.connect(lambda: self.scheme_wanted.emit(not look.dark))
        look.changed.connect(self._name_moon)
        self._lay_out()
        self._name_moon()

    def show_ease(self, ease: Ease) -> None:
        """Mark what makes the room's screen easier to read now."""
        self.ease["large"].setChecked(ease.large)
        self.ease["contrast"].setChecked(ease.contrast)
        self.ease["captions"].setChecked(ease.captions)

    def _rows(self) -> tuple[tuple[tuple[str, ...], str], ...]:
        return (
            (("→", "↓", "Space", "N"), self.tr("Next")),
            (("←", "↑", "P"), self.tr("Back")),
            (("Page ↓", "Page ↑"), self.tr("Next and back on a clicker")),
            (("Home", "End"), self.tr("First and last slide")),
            (("2", "5", "Enter"), self.tr("Go to slide 25")),
            (("O", "/"), self.tr("All slides: type a word of a title, Enter shows")),
            (("D",), self.tr("Draw on the slide")),
            (("A",), self.tr("Pointer")),
            (("Z",), self.tr("Zoom in at the mouse, and back")),
            (("Ctrl", "Z"), self.tr("Take a line back; Ctrl+Y draws it again")),
            (("⌫",), self.tr("Back to where you were before a jump")),
            (("B", "."), self.tr("Black")),
            (("W", ","), self.tr("White")),
            (("F",), self.tr("Freeze the room’s picture; look on alone")),
            (("L",), self.tr("Logo")),
            (("S",), self.tr("Five points")),
            (("Q",), self.tr("A question: the section’s clock waits")),
            (("T",), self.tr("The activity’s timer, or a break")),
            (("+", "−"), self.tr("A minute more or less for it")),
            (("K",), self.tr("Play the slide’s film or sound, and pause it")),
            (("G",), self.tr("Large print for the room, and back")),
            (("H",), self.tr("Stronger contrast for the room, and back")),
            (("U", "I"), self.tr("Captions for the room: next line, line before")),
            (("Shift", "U"), self.tr("Captions away; so does U after the last line")),
            (("F5",), self.tr("Slides on the projector")),
            (("X",), self.tr("Swap slides and notes")),
            (("Ctrl", "L"), self.tr("Outline: ↑ ↓ look, Enter shows; once more puts it away")),
            (("Ctrl", "M"), self.tr("Notes away, and back")),
            (("Tab", "←", "→"), self.tr("On a column’s edge: its width; Home as drawn")),
            (("Ctrl", "+", "−"), self.tr("Size of the notes")),
            (("F6",), self.tr("From pane to pane")),
            (("Esc",), self.tr("Close a bar, or ask to end")),
        )

    def _round_rows(self) -> tuple[tuple[tuple[str, ...], str], ...]:
        return (
            (("↑", "↓"), self.tr("Choice")),
            (("0", "–", "9"), self.tr("Hands for the choice")),
            (("+", "−"), self.tr("One hand more or less")),
            (("Enter",), self.tr("Next choice")),
            (("E",), self.tr("Enter answer sheets")),
            (("C",), self.tr("Close voting")),
            (("V",), self.tr("Vote again")),
            (("R",), self.tr("Reveal")),
            (("Ctrl", "Z"), self.tr("Take the last count or sheet back")),
        )

    def _lay_out(self) -> None:
        inside = column(self, spacing=8)
        inside.setContentsMargins(20, 12, 12, 12)
        head = row()
        head.addWidget(label(self.tr("Keys"), "heading"))
        head.addStretch(1)
        head.addWidget(self.close_button)
        inside.addLayout(head)
        inside.addWidget(label(self.tr("Easier to read for the room"), "strong"))
        ease = row(spacing=6)
        for button in self.ease.values():
            ease.addWidget(button, 1)
        inside.addLayout(ease)
        inside.addWidget(line())
        content = QWidget()
        body = column(content, spacing=8)
        body.addLayout(self._table(self._rows()))
        body.addWidget(line())
        body.addWidget(label(self.tr("While a vote is open"), "strong"))
        body.addLayout(self._table(self._round_rows()))
        body.addStretch(1)
        inside.addWidget(scrolling(content), 1)
        inside.addWidget(self.moon)

    def _table(self, rows: tuple[tuple[tuple[str, ...], str], ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, 132)
        grid.setColumnStretch(1, 1)
        for at, (keys, meaning) in enumerate(rows):
            caps = row(spacing=4)
            for key in keys:
                caps.addWidget(KeyCap(self._look, key))
            caps.addStretch(1)
            grid.addLayout(caps, at, 0)
            grid.addWidget(label(meaning, wrap=True), at, 1)
        return grid

    def _name_moon(self) -> None:
        dark = self._look.dark
        self.moon.setText(self.tr("Light windows") if dark else self.tr("Dark windows"))
        self.moon.set_icon("sun" if dark else "moon")
