"""How far the room is with a set of questions that everybody answers at their own pace."""

from PySide6.QtWidgets import QWidget

from imhtrainer.ui.present.round.figures import SittingFigures
from imhtrainer.ui.widgets.frames import row
from imhtrainer.ui.widgets.words import ElidedLabel, label
from imhtrainer.ui.wording import say_count


class SittingLine(QWidget):
    """``All 5 questions are open. Answered: 1: 18, 2: 17, 3: 12 of 21``."""

    def __init__(self) -> None:
        super().__init__()
        self.heading = label(rank="strong")
        self.told = ElidedLabel(rank="soft")
        inside = row(self, spacing=12)
        inside.setContentsMargins(4, 0, 0, 0)
        inside.addWidget(self.heading)
        inside.addWidget(self.told, 1)
        self.hide()

    def show_sitting(self, figures: SittingFigures | None) -> None:
        """Show how many have answered each question; hidden while no set is open."""
        self.setVisible(figures is not None)
        if figures is None:
            return
        count = len(figures.answered)
        more = self.tr("All {0} questions are open")
        self.heading.setText(say_count(count, self.tr("The question is open"), more))
        each = (
            self.tr("question {0}: {1}").format(number, answered)
            for number, answered in enumerate(figures.answered, start=1)
        )
        told = ", ".join(each)
        one, more = self.tr("{0}; 1 person is here"), self.tr("{0}; {1} are here")
        here = (one if figures.here == 1 else more).format(told, figures.here)
        self.told.setText(here if figures.here else told)
