"""How the vote stands where the room reads along: open or closed and how many, never who for what."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from imhtrainer.ui.present.buttons.key_button import KeyButton
from imhtrainer.ui.present.round.buttons import filled_button
from imhtrainer.ui.present.round.figures import RoundFigures
from imhtrainer.ui.present.round.state import RoundState
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.frames import row
from imhtrainer.ui.wording import say_count


class StripVote(QWidget):
    """The state of the round and the one button that takes it further; hidden without a round."""

    close_wanted = Signal()
    reveal_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.state = RoundState(look)
        self.close_vote = KeyButton(look, self.tr("Close voting"), "C", "primary", "large")
        self.reveal = KeyButton(look, self.tr("Reveal"), "R", "primary", "large")
        inside = row(self, spacing=12)
        inside.addStretch(1)
        inside.addWidget(self.state, 0, Qt.AlignmentFlag.AlignVCenter)
        inside.addWidget(self.close_vote)
        inside.addWidget(self.reveal)
        self.close_vote.clicked.connect(self.close_wanted)
        self.reveal.clicked.connect(self.reveal_wanted)
        self.hide()

    def show_round(self, figures: RoundFigures | None) -> None:
        """Show a round, or nothing."""
        self.setVisible(figures is not None)
        if figures is None:
            return
        self.state.say(self._words(figures), waits=figures.stage == "open")
        self.close_vote.setVisible(figures.stage == "open")
        self.reveal.setVisible(figures.stage == "closed" and figures.answer_page)
        self.reveal.set_kind("primary" if filled_button(figures) == "reveal" else "edge")
        sits = figures.sitting is not None
        self.close_vote.setText(self.tr("Close all") if sits else self.tr("Close voting"))

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
