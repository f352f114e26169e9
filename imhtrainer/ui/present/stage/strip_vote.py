"""How the vote stands where the room reads along: open or closed and how many, never who for what."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from imhtrainer.ui.present.buttons.key_button import KeyButton
from imhtrainer.ui.present.round.buttons import filled_button
from imhtrainer.ui.present.round.figures import RoundFigures
from imhtrainer.ui.present.round.state import RoundState
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.frames import column, row
from imhtrainer.ui.widgets.words import label
from imhtrainer.ui.wording import say_count


class StripVote(QWidget):
    """The state of the round and the one button that takes it further; hidden without a round.

    ``hands`` says for which choice digits and + − count raised hands, never how many.
    """

    close_wanted = Signal()
    reveal_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.state = RoundState(look)
        self.hands = label(rank="soft")
        self.close_vote = KeyButton(look, self.tr("Close voting"), "C", "primary", "large")
        self.reveal = KeyButton(look, self.tr("Reveal"), "R", "primary", "large")
        inside = row(self, spacing=12)
        inside.addStretch(1)
        words = column(spacing=2)
        words.addStretch(1)
        words.addWidget(self.state)
        words.addWidget(self.hands)
        words.addStretch(1)
        inside.addLayout(words)
        inside.addWidget(self.close_vote)
        inside.addWidget(self.reveal)
        self.close_vote.clicked.connect(self.close_wanted)
        self.reveal.clicked.connect(self.reveal_wanted)
        self.hide()

    def show_round(self, figures: RoundFigures | None, focused: int = 0) -> None:
        """Show a round and the choice (0-based) that digits count for, or nothing."""
        self.setVisible(figures is not None)
        if figures is None:
            return
        self.state.say(self._words(figures), waits=figures.stage == "open")
        self._show_hands(figures, focused)
        self.close_vote.setVisible(figures.stage == "open")
        self.reveal.setVisible(figures.stage == "closed" and figures.answer_page)
        self.reveal.set_kind("primary" if filled_button(figures) == "reveal" else "edge")
        sits = figures.sitting is not None
        self.close_vote.setText(self.tr("Close all") if sits else self.tr("Close voting"))

    def _show_hands(self, figures: RoundFigures, focused: int) -> None:
        counted = figures.stage == "open" and figures.by_hand and focused < len(figures.choices)
        self.hands.setVisible(counted)
        if counted:
            self.hands.setText(self.tr("Hands for {0}").format(figures.choices[focused].letter))
            self.hands.setToolTip(
                self.tr("Digits and + − count here; Up and Down go to another choice.")
            )

    def show_keys(self, shown: bool) -> None:
        """Show or hide the key caps."""
        self.close_vote.show_key(shown)
        self.reveal.show_key(shown)

    def _words(self, figures: RoundFigures) -> str:
        count = self.tr("{0} of {1}").format(figures.answered, figures.here)
        if figures.answered > figures.here:
            count = say_count(figures.answered, self.tr("1 answer"), self.tr("{0} answers"))
        words = {
            "open": self.tr("Voting open · {0}"),
            "closed": self.tr("Voting closed · {0}"),
            "revealed": self.tr("Answer shown · {0}"),
        }
        return words[figures.stage].format(count)
