"""A round in the middle of the console: it takes the place of slide and clock."""

from datetime import datetime, timedelta

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QWidget

from imhtrainer.domain.session.state import SessionState
from imhtrainer.domain.session.voting import HANDS_LIMIT
from imhtrainer.ui.present.clock.strip import ClockStrip
from imhtrainer.ui.present.round.buttons import RoundButtons
from imhtrainer.ui.present.round.card import RoundCard
from imhtrainer.ui.present.round.figures import RoundFigures
from imhtrainer.ui.present.round.phones_off import PhonesOff
from imhtrainer.ui.present.round.sitting_line import SittingLine
from imhtrainer.ui.present.round.void_strip import VoidStrip
from imhtrainer.ui.present.round.words import finding, rule, what_to_do
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.bars import IconLabel
from imhtrainer.ui.widgets.frames import Surface, column, row
from imhtrainer.ui.widgets.words import ElidedLabel

TYPING = timedelta(seconds=1.5)
"""Within so long two digits make one number."""


class RoundPanel(Surface):
    """Card, advice, buttons and the clock's line; ``counted`` carries a choice and its hands.

    ``passed`` carries a word's key and whether the room may see it, ``voided`` why the vote must not count.
    """

    counted = Signal(int, int)
    typed = Signal(int, int, int)
    """A choice, its hands as far as they are typed, and its hands before the first digit."""
    passed = Signal(str, bool)
    voided = Signal(str)
    aimed = Signal()
    """Digits count for another choice."""

    def __init__(self, look: Look) -> None:
        super().__init__("stage")
        self.card = RoundCard(look)
        self.buttons = RoundButtons(look)
        self.void = VoidStrip(look)
        self.progress = SittingLine()
        self.phones_off = PhonesOff(look)
        self.clock = ClockStrip(look)
        self.finding = ElidedLabel()
        self.to_do = ElidedLabel(rank="strong")
        self._bulb = IconLabel(look, "lightbulb", "ink-soft", 18)
        self._advice = QWidget()
        self._inside = column(self)
        self._figures: RoundFigures | None = None
        self._focused = 0
        self._typed = ""
        self._typed_at: datetime | None = None
        self._began = 0
        self.card.counted.connect(self.counted)
        self.card.taken.connect(self.take)
        self.card.passed.connect(self.passed)
        self.card.words.taken.connect(self.take)
        self.card.more.void_wanted.connect(self.void.open)
        self.void.opened.connect(lambda: self._make_way(True))
        self.void.closed.connect(lambda: self._make_way(False))
        self.void.confirmed.connect(self.voided)
        self._lay_out()

    def minimumSizeHint(self) -> QSize:
        """Low windows are met by giving way, not by growing."""
        return QSize(super().minimumSizeHint().width(), 380)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give way where the window is low."""
        super().resizeEvent(event)
        self._give_way(event.size())

    @property
    def focused(self) -> int:
        """The choice (0-based) that digits count for."""
        return self._focused

    def show_round(self, figures: RoundFigures) -> None:
        """Show a round as it stands."""
        before = self._figures
        self._figures = figures
        if before is None or (before.slide, before.vote) != (figures.slide, figures.vote):
            self.void.put_away()
            self.take(0)
        sat = self.progress.isHidden()
        self.progress.show_sitting(figures.sitting)
        self.card.show_round(figures, self._focused)
        self.buttons.show_round(figures)
        shown = (figures.slide, figures.vote, sat)
        if before is None or shown != (before.slide, before.vote, self.progress.isHidden()):
            self._give_way(self.size())
        for words, text in ((self.finding, finding(figures)), (self.to_do, what_to_do(figures))):
            if words.text() != text:
                words.setText(text)
                words.setMaximumWidth(QFontMetrics(words.font()).horizontalAdvance(text) + 6)
            words.setVisible(bool(text))
            words.setToolTip(f"{text} {rule()}".strip())
        self._bulb.setVisible(bool(self.finding.text()))

    def show_phones(self, trouble: bool) -> None:
        """Say that phones cannot reach the laptop, where they should."""
        self.phones_off.setVisible(trouble)

    def show_clock(self, figures: RoundFigures, state: SessionState, now: datetime) -> None:
        """Show the seconds that pass."""
        self.card.show_seconds(figures)
        self.clock.show_clock(state, now)

    def take(self, choice: int) -> None:
        """Let digits count for this choice."""
        if self._figures is None:
            return
        rows = self._figures.words if self._figures.kind == "words" else self._figures.choices
        self._focused = max(min(choice, len(rows) - 1), 0)
        self._typed = ""
        self.card.show_round(self._figures, self._focused)
        self.aimed.emit()

    def walk(self, step: int) -> None:
        """Go to the choice above or below."""
        self.take(self._focused + step)

    def go_on(self) -> None:
        """Enter: the next choice; of words, let this one through or keep it back, and on to the next."""
        if self._figures is not None and self._figures.kind == "words":
            self.card.words.pass_word(self._focused)
        self.walk(1)

    def type_digit(self, digit: str, now: datetime) -> None:
        """Set the focused choice's count; digits in quick succession make one number, and one step."""
        if self._figures is None or not self._counts_hands():
            return
        quick = self._typed_at is not None and now - self._typed_at <= TYPING
        goes_on = quick and self._typed and int(self._typed + digit) <= HANDS_LIMIT
        if not goes_on:
            self._began = self._figures.choices[self._focused].hands
        self._typed = self._typed + digit if goes_on else digit
        self._typed_at = now
        self.typed.emit(self._focused, int(self._typed), self._began)

    def add(self, hands: int) -> None:
        """One hand more or less for the focused choice; of words, let it through or keep it back."""
        if self._figures is not None and self._figures.kind == "words":
            self.card.words.pass_word(self._focused, hands > 0)
        elif self._figures is not None and self._counts_hands():
            self._typed = ""
            now = self._figures.choices[self._focused].hands
            self.counted.emit(self._focused, min(max(now + hands, 0), HANDS_LIMIT))

    def _counts_hands(self) -> bool:
        return self._figures is not None and self._figures.by_hand

    def _lay_out(self) -> None:
        inside = self._inside
        inside.setSpacing(12)
        inside.setContentsMargins(16, 16, 16, 0)
        inside.addWidget(self.card, 1000)
        advice = row(self._advice, spacing=8)
        advice.setContentsMargins(4, 2, 0, 2)
        advice.addWidget(self._bulb, 0, Qt.AlignmentFlag.AlignVCenter)
        advice.addWidget(self.finding, 100)
        advice.addWidget(self.to_do, 100)
        advice.addStretch(1)
        inside.addWidget(self._advice)
        inside.addWidget(self.phones_off)
        inside.addWidget(self.progress)
        inside.addWidget(self.void)
        inside.addWidget(self.buttons)
        inside.addSpacing(8)
        inside.addStretch(1)
        inside.addWidget(self.clock)

    def _make_way(self, asked: bool) -> None:
        """While a reason is asked for, the strip stands where the buttons stood."""
        self.buttons.setVisible(not asked)
        self._give_way(self.size())

    def _give_way(self, room: QSize) -> None:
        """Let headings, then advice, then the clock's line give way until the rows have their height.

        In a high window the card is no higher than what stands in it.
        """
        self._try_levels(room)
        margins = self._inside.contentsMargins()
        wide = room.width() - margins.left() - margins.right()
        self.card.setMaximumHeight(self.card.full_height(wide))

    def _try_levels(self, room: QSize) -> None:
        for level in range(4):
            self.card.show_tight(level > 0)
            self._inside.setSpacing(12 if level == 0 else 6)
            self._inside.setContentsMargins(16, 16 if level == 0 else 8, 16, 0)
            self._advice.setVisible(level < 2)
            self.clock.setVisible(level < 3)
            self._inside.activate()
            if self._needed(room.width()) <= room.height():
                return

    def _needed(self, width: int) -> int:
        """The height that rows and a question of two lines need at least."""
        wrapped = self._inside.minimumHeightForWidth(width)
        return max(self._inside.minimumSize().height(), wrapped)
