"""A round in the middle of the console: it takes the place of slide and clock."""

from datetime import datetime

from PySide6.QtCore import QElapsedTimer, Qt, Signal

from imhtrainer.domain.session.state import SessionState
from imhtrainer.domain.session.voting import HANDS_LIMIT
from imhtrainer.ui.present.clock_strip import ClockStrip
from imhtrainer.ui.present.round_buttons import RoundButtons
from imhtrainer.ui.present.round_card import RoundCard
from imhtrainer.ui.present.round_figures import RoundFigures
from imhtrainer.ui.present.round_words import finding, rule, what_to_do
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.bars import IconLabel
from imhtrainer.ui.widgets.frames import Surface, column, row
from imhtrainer.ui.widgets.words import ElidedLabel, label

TYPING = 1500
"""Milliseconds within which two digits make one number."""


class RoundPanel(Surface):
    """Card, advice, buttons and the clock's line; ``counted`` carries a choice and its hands."""

    counted = Signal(int, int)

    def __init__(self, look: Look) -> None:
        super().__init__("stage")
        self.card = RoundCard(look)
        self.buttons = RoundButtons(look)
        self.clock = ClockStrip(look)
        self.finding = label()
        self.to_do = ElidedLabel(rank="strong")
        self._bulb = IconLabel(look, "lightbulb", "ink-soft", 18)
        self._figures: RoundFigures | None = None
        self._focused = 0
        self._typed = ""
        self._since = QElapsedTimer()
        self.card.counted.connect(self.counted)
        self.card.taken.connect(self.take)
        self._lay_out()

    @property
    def focused(self) -> int:
        """The choice (0-based) that digits count for."""
        return self._focused

    def show_round(self, figures: RoundFigures) -> None:
        """Show a round as it stands."""
        before = self._figures
        self._figures = figures
        if before is None or (before.slide, before.vote) != (figures.slide, figures.vote):
            self.take(0)
        self.card.show_round(figures, self._focused)
        self.buttons.show_round(figures)
        self.finding.setText(finding(figures))
        self.to_do.setText(what_to_do(figures))
        for words in (self.finding, self.to_do):
            words.setToolTip(rule())

    def show_clock(self, figures: RoundFigures, state: SessionState, now: datetime) -> None:
        """Show the seconds that pass."""
        self.card.show_seconds(figures)
        self.clock.show_clock(state, now)

    def take(self, choice: int) -> None:
        """Let digits count for this choice."""
        if self._figures is None:
            return
        self._focused = min(max(choice, 0), len(self._figures.choices) - 1)
        self._typed = ""
        self.card.show_round(self._figures, self._focused)

    def walk(self, step: int) -> None:
        """Go to the choice above or below."""
        self.take(self._focused + step)

    def type_digit(self, digit: str) -> None:
        """Set the focused choice's count; digits in quick succession make one number."""
        fresh = not self._since.isValid() or self._since.elapsed() > TYPING
        typed = digit if fresh else self._typed + digit
        self._typed = typed if int(typed) <= HANDS_LIMIT else digit
        self._since.start()
        self.counted.emit(self._focused, int(self._typed))

    def add(self, hands: int) -> None:
        """One hand more or less for the focused choice."""
        if self._figures is not None:
            self._typed = ""
            now = self._figures.choices[self._focused].hands
            self.counted.emit(self._focused, min(max(now + hands, 0), HANDS_LIMIT))

    def _lay_out(self) -> None:
        inside = column(self, spacing=12)
        inside.setContentsMargins(16, 16, 16, 0)
        inside.addWidget(self.card, 1)
        advice = row(spacing=8)
        advice.setContentsMargins(4, 2, 0, 2)
        advice.addWidget(self._bulb, 0, Qt.AlignmentFlag.AlignVCenter)
        advice.addWidget(self.finding)
        advice.addWidget(self.to_do, 1)
        inside.addLayout(advice)
        inside.addWidget(self.buttons)
        inside.addSpacing(8)
        inside.addWidget(self.clock)
