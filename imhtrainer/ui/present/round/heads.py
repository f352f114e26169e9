"""The headings over a round's columns: phones, paper, raised hands, all."""

from PySide6.QtWidgets import QWidget

from imhtrainer.ui.present.round.choice_row import ALL_WIDTH, HANDS_WIDTH, SOURCE_WIDTH
from imhtrainer.ui.present.round.figures import RoundFigures
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.bars import IconLabel
from imhtrainer.ui.widgets.frames import row
from imhtrainer.ui.widgets.words import label


class SourceHeads(QWidget):
    """Icon and word over each column, as wide as the column."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        inside = row(self, spacing=6)
        inside.addStretch(1)
        self._hands = _head(look, self.tr("Raised hands"), HANDS_WIDTH, "hand")
        self._columns = (
            _head(look, self.tr("Phones"), SOURCE_WIDTH, "smartphone"),
            _head(look, self.tr("Paper"), SOURCE_WIDTH, "file-text"),
            self._hands,
            _head(look, self.tr("All"), ALL_WIDTH, ""),
        )
        for column_ in self._columns:
            inside.addWidget(column_)

    def show_sources(self, figures: RoundFigures) -> None:
        """Leave out raised hands where they cannot answer, and all where there are no choices."""
        for column_ in self._columns:
            column_.setVisible(figures.kind != "words")
        self._hands.setVisible(figures.by_hand)


def _head(look: Look, words: str, width: int, icon: str) -> QWidget:
    holder = QWidget()
    holder.setFixedWidth(width)
    inside = row(holder, spacing=3)
    inside.addStretch(1)
    if icon:
        inside.addWidget(IconLabel(look, icon, "ink-soft", 16))
    inside.addWidget(label(words, "small"))
    inside.addStretch(1)
    return holder
