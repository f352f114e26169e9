"""The trainings as cards, as many in a row as there is room for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from imhtrainer.ui.home.training_card import HEIGHT, WIDTH, TrainingCard
from imhtrainer.ui.style.look import Look

if TYPE_CHECKING:
    from imhtrainer.ui.home.facts import TrainingFacts

GAP = 16


class CardGrid(QWidget):
    """All trainings; ``made`` tells when there are new cards whose covers and checks are wanted."""

    prepare = Signal(Path)
    take_away = Signal(Path)
    look_again = Signal(Path)
    show_file = Signal(Path)
    made = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.cards: tuple[TrainingCard, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(WIDTH)

    def show_trainings(
        self, trainings: tuple[TrainingFacts, ...], *, filled: bool, first: bool
    ) -> None:
        """Show these trainings; ``filled`` marks the one held last, ``first`` greets who never held one."""
        if tuple(card.facts for card in self.cards) != trainings:
            self._make(trainings)
        words = self.tr("Prepare your first session") if first else self.tr("Prepare a session")
        held = [card.facts.last_held for card in self.cards if card.facts.last_held]
        newest = max(held, default=None)
        chosen = next((c for c in self.cards if c.facts.last_held == newest), None)
        for card in self.cards:
            card.say_prepare(words)
            card.fill_button(filled and card is chosen)

    def sizeHint(self) -> QSize:
        """Three cards wide, and as high as the rows are now."""
        return QSize(3 * WIDTH + 2 * GAP, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the cards in rows again."""
        super().resizeEvent(event)
        self._place()

    def _make(self, trainings: tuple[TrainingFacts, ...]) -> None:
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = tuple(self._card(facts) for facts in trainings)
        self._place()
        self.made.emit()

    def _card(self, facts: TrainingFacts) -> TrainingCard:
        card = TrainingCard(self._look, facts)
        card.setParent(self)
        card.prepare.connect(self.prepare)
        card.take_away.connect(self.take_away)
        card.look_again.connect(self.look_again)
        card.show_file.connect(self.show_file)
        card.show()
        return card

    def _across(self, width: int) -> int:
        return max((width + GAP) // (WIDTH + GAP), 1)

    def _place(self) -> None:
        across = self._across(self.width())
        rows = -(-max(len(self.cards), 1) // across)
        self.setFixedHeight(rows * (HEIGHT + GAP) - GAP)
        for index, card in enumerate(self.cards):
            down, right = divmod(index, across)
            card.move(QPoint(right * (WIDTH + GAP), down * (HEIGHT + GAP)))
