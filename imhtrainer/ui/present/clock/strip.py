"""The clock in one line of 52, for while the round takes the middle."""

from datetime import datetime

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from imhtrainer.domain.pace import pace, section_clock
from imhtrainer.domain.session.state import SessionState
from imhtrainer.ui.present.clock.moment import slide_clock
from imhtrainer.ui.present.clock.pane import ends_words, pace_words
from imhtrainer.ui.present.figure_label import FigureLabel
from imhtrainer.ui.present.figures import clock_figures
from imhtrainer.ui.present.share_bar import ShareBar
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.frames import column, line, row
from imhtrainer.ui.widgets.words import ElidedLabel, label

ROOMY = 900
"""Pixels from which on the strip also says how long the question has taken."""


class ClockStrip(QWidget):
    """Left in this section, ahead or behind, expected end."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setFixedHeight(52)
        self.section = FigureLabel(look, 16, self.tr("This section"))
        self.section.setFixedHeight(28)
        self.bar = ShareBar(look, 10)
        self.bar.setFixedWidth(122)
        self._place = label(rank="soft")
        self.pace = label()
        self.ends = ElidedLabel(rank="soft")
        outside = column(self)
        outside.addWidget(line())
        inside = row(spacing=12)
        inside.setContentsMargins(4, 0, 4, 0)
        inside.addWidget(self.section)
        inside.addWidget(self.bar)
        inside.addWidget(self._place)
        inside.addStretch(1)
        inside.addWidget(self.pace)
        inside.addWidget(self.ends, 100)
        outside.addLayout(inside, 1)

    def show_clock(self, state: SessionState, now: datetime) -> None:
        """Show the figures of this moment."""
        section, whole = section_clock(state, now), pace(state, now)
        over = section.left < 0
        figure = f"+{clock_figures(-section.left)}" if over else clock_figures(section.left)
        word = self.tr("over") if over else self.tr("left")
        token = "ink-soft" if section.waits else "ink"
        self.section.show_figure(figure, word, section.nearing and not section.waits, token)
        self._place.setText(self._place_words(state, now))
        self.bar.show_share(section.share, "sun" if section.nearing else "lagoon")
        self.pace.setText(" ".join(pace_words(whole)).strip())
        words = ends_words(whole)
        if words != self.ends.text():
            self.ends.setText(words)
            self.ends.setMaximumWidth(QFontMetrics(self.ends.font()).horizontalAdvance(words) + 6)

    def _place_words(self, state: SessionState, now: datetime) -> str:
        """What the figure counts; while a question is answered, that it stands still."""
        if state.asking is not None:
            return self.tr("waits for a question")
        here = slide_clock(state, now)
        if here is None:
            return self.tr("in this section")
        words = self.tr("in this section, here {0} of {1}")
        whole = words.format(clock_figures(here.spent), clock_figures(here.planned))
        self._place.setToolTip(whole)
        return whole if self.width() >= ROOMY else self.tr("in this section")
