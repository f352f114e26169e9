"""How the room answered, for a glance at the end: what it learned, and a row a checkpoint."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from imhtrainer.domain.results import QuestionResult, question_results
from imhtrainer.domain.session import SessionState
from imhtrainer.domain.statistics import Gain, learning_gain
from imhtrainer.ui.present.figures import percent
from imhtrainer.ui.widgets.figure_rows import FigureRow, FigureRows
from imhtrainer.ui.widgets.frames import column, line
from imhtrainer.ui.widgets.words import label


class ResultsBox(QWidget):
    """A heading with the answer in it, and a row a checkpoint; away until one was answered."""

    def __init__(self) -> None:
        super().__init__()
        self.heading = label("", "strong", wrap=True)
        self.gain = label("", "small", wrap=True)
        self._rows = FigureRows()
        inside = column(self, spacing=10)
        inside.setContentsMargins(0, 12, 0, 4)
        inside.addWidget(line())
        inside.addWidget(self.heading)
        inside.addWidget(self.gain)
        inside.addWidget(self._rows)

    def show_results(self, state: SessionState) -> None:
        """Show how each checkpoint was answered; only another answer is another row."""
        answered = [r for r in question_results(state) if _is_told(r)]
        self.setVisible(bool(answered))
        words = self._gain_words(learning_gain(state))
        self.gain.setText(words)
        self.gain.setVisible(bool(words))
        self.heading.setText(self._answer(answered))
        self._rows.show_rows(tuple(self._row(result) for result in answered))

    def _row(self, result: QuestionResult) -> FigureRow:
        number = f"{result.number}  " if result.number else ""
        return FigureRow(f"{number}{result.question.text}", self._outcome(result))

    def _outcome(self, result: QuestionResult) -> str:
        tally = result.tally
        if result.share is not None:
            last = f"{percent(result.share)}%"
            if result.first_share is None:
                return last
            return self.tr("{0}% → {1}").format(percent(result.first_share), last)
        if tally is not None and result.question.kind == "rating":
            return self.tr("{0} of {1}").format(f"{tally.mean:.1f}", len(tally.counts))
        words = len(tally.words) if tally is not None else 0
        return self.tr("1 word") if words == 1 else self.tr("{0} words").format(words)

    def _answer(self, results: list[QuestionResult]) -> str:
        shares = [result.share for result in results if result.share is not None]
        if not shares:
            return self.tr("What people think")
        words = self.tr("{0}% right at the checkpoints")
        return words.format(percent(sum(shares) / len(shares)))

    def _gain_words(self, gain: Gain | None) -> str:
        if gain is None:
            return ""
        words = self.tr("Before we start {0}% right, at the final check {1}%")
        return words.format(percent(gain.before), percent(gain.after))


def _is_told(result: QuestionResult) -> bool:
    """Whether a checkpoint was answered with anything but rather not saying."""
    tally = result.tally
    return result.question.phase == "check" and tally is not None and tally.total > 0
