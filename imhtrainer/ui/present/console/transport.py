"""The bar at the bottom, whose buttons never move: what the room sees in place of the slide, back, next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent

from imhtrainer.domain.events import Screen
from imhtrainer.ui.present.buttons.key_button import KeyButton
from imhtrainer.ui.present.buttons.next_button import NextButton
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import Surface, column, row
from imhtrainer.ui.widgets.words import label

HEIGHT = 76
TIGHT = 1180
"""Under this width the buttons touch and Next is narrower."""
ROOMY = 1480
"""From this width on the buttons stand well apart."""
NEXT, NEXT_TIGHT = 220, 112


class Transport(Surface):
    """76 high; ``screen_wanted`` carries what the room shall see."""

    screen_wanted = Signal(str)
    back_wanted = Signal()
    next_wanted = Signal()
    question_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__("bar", "top")
        self.setFixedHeight(HEIGHT)
        self.black = KeyButton(look, self.tr("Black"), "B", icon="square")
        self.white = KeyButton(look, self.tr("White"), "W", icon="sun")
        self.freeze = KeyButton(look, self.tr("Freeze"), "F", icon="snowflake")
        self.overview = KeyButton(look, self.tr("Overview"), "O", icon="layout-grid")
        self.points = KeyButton(look, self.tr("Five points"), "S", icon="list-checks")
        self.draw = Button(look, kind="icon", icon="pen", says=self.tr("Draw and point (D)"))
        self.draw.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.question = KeyButton(look, self.tr("Question"), "Q", icon="circle-question-mark")
        self.question.setCheckable(True)
        self.question.clicked.connect(self._take_question)
        self.back = Button(look, self.tr("Back"), "edge", "large", "arrow-left")
        self.next = NextButton(look)
        self.place = label()
        self.place.setTextFormat(Qt.TextFormat.RichText)
        self.step = label(rank="small")
        self._screens: dict[Screen, KeyButton] = {
            "black": self.black,
            "white": self.white,
            "frozen": self.freeze,
            "points": self.points,
        }
        self._buttons = (self.black, self.white, self.freeze, self.overview, self.points)
        for screen, button in self._screens.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _on=False, wanted=screen: self._ask(wanted))
        for moving in (self.back, self.next):
            moving.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.back.clicked.connect(self.back_wanted)
        self.next.clicked.connect(self.next_wanted)
        self._inside = row(self, spacing=8)
        self._lay_out()

    def show_place(self, number: int, pages: int, step: int, steps: int) -> None:
        """Say where the room is: the printed number and, in a build, the step."""
        words = self.tr("Slide {0} of {1}")
        self.place.setText(words.format(_strong(str(number)), pages))
        self.place.setAccessibleName(words.format(number, pages))
        self.step.setText(self.tr("step {0} of {1}").format(step, steps) if steps else "")
        self.step.setVisible(bool(steps))

    def show_typed(self, digits: str) -> None:
        """Show the number that is being typed."""
        self.place.setText(self.tr("Go to slide {0}").format(_strong(digits)))
        self.step.setText(self.tr("press Enter"))
        self.step.show()

    def show_screen(self, screen: Screen, running: bool) -> None:
        """Mark the button of what the room sees instead of the slide."""
        for name, button in self._screens.items():
            button.setChecked(screen == name)
            button.setEnabled(running)

    def show_question(self, taken: bool, running: bool) -> None:
        """Mark that the section's clock waits for a question."""
        self.question.setChecked(taken)
        self.question.setEnabled(running)

    def show_next(self, words: str, filled: bool, icon: str = "arrow-right") -> None:
        """Name the button most people press next; it is filled except in a round."""
        self.next.show_words(words, icon)
        self.next.set_kind("primary" if filled else "edge")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand closer together where the window is at its narrowest."""
        super().resizeEvent(event)
        width = event.size().width()
        self.next.setFixedWidth(NEXT_TIGHT if width < TIGHT else NEXT)
        self._inside.setSpacing(0 if width < TIGHT else 3 if width < ROOMY else 8)

    def fold(self, narrow: bool) -> None:
        """Hide the key caps where room is short."""
        for button in self._buttons:
            button.show_key(not narrow)
        self.question.show_key(not narrow)

    def _take_question(self) -> None:
        """The mark follows the session, not the click."""
        self.question.setChecked(not self.question.isChecked())
        self.question_wanted.emit()

    def _ask(self, screen: Screen) -> None:
        """Marks follow the session, not the click."""
        button = self._screens[screen]
        button.setChecked(not button.isChecked())
        self.screen_wanted.emit(screen)

    def _lay_out(self) -> None:
        inside = self._inside
        inside.setContentsMargins(16, 0, 12, 0)
        for button in self._buttons:
            inside.addWidget(button)
        inside.addWidget(self.question)
        inside.addWidget(self.draw)
        inside.addStretch(1)
        words = column(spacing=2)
        words.addStretch(1)
        for line in (self.place, self.step):
            line.setAlignment(Qt.AlignmentFlag.AlignRight)
            words.addWidget(line)
        words.addStretch(1)
        inside.addLayout(words)
        inside.addSpacing(12)
        inside.addWidget(self.back)
        inside.addSpacing(4)
        inside.addWidget(self.next)


def _strong(text: str) -> str:
    return f'<span style="font-weight:600">{text}</span>'
