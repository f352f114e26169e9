"""How long each section took beside its plan: after a session, and before the next one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QWidget

from imhtrainer.domain.pacing import SectionTime
from imhtrainer.ui.widgets.figure_rows import FigureRow, FigureRows
from imhtrainer.ui.widgets.frames import column, line
from imhtrainer.ui.widgets.words import label
from imhtrainer.ui.wording import say_day

NOTABLE = 1
"""Whole minutes by which a section differs before its row is set stronger."""


class TimesBox(QWidget):
    """A heading with the answer in it, and a row a section; away until the training has begun."""

    def __init__(self) -> None:
        super().__init__()
        self.heading = label("", "strong", wrap=True)
        self._rows = FigureRows()
        inside = column(self, spacing=10)
        inside.setContentsMargins(0, 12, 0, 16)
        inside.addWidget(line())
        inside.addWidget(self.heading)
        inside.addWidget(self._rows)
        self.hide()

    def show_sections(self, sections: Sequence[SectionTime], held: datetime | None = None) -> None:
        """Show what each section took, away without any; ``held`` says that it was another time, and when."""
        self.setVisible(bool(sections))
        answer = self._answer(sections)
        told = self.tr("Last time, {0}: {1}").format(say_day(held), answer) if held else answer
        self.heading.setText(told)
        self._rows.show_rows(tuple(self._row(section) for section in sections))

    def _row(self, section: SectionTime) -> FigureRow:
        taken = round(section.taken / 60)
        words = self.tr("{0} of {1} min").format(taken, f"{section.planned:g}")
        return FigureRow(section.title, words, abs(taken - section.planned) >= NOTABLE)

    def _answer(self, sections: Sequence[SectionTime]) -> str:
        over = max(sections, key=lambda each: each.taken / 60 - each.planned, default=None)
        minutes = round(over.taken / 60 - over.planned) if over is not None else 0
        if over is None or minutes < NOTABLE:
            return self.tr("No section took longer than planned")
        words = self.tr("“{0}” took {1} min longer than planned")
        return words.format(over.title, minutes)
