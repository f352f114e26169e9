"""How long each section took beside its plan: after a session, and before the next one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from imhtrainer.domain.pacing import SectionTime
from imhtrainer.ui.widgets.frames import column, line
from imhtrainer.ui.widgets.words import ElidedLabel, figure, label
from imhtrainer.ui.wording import say_day

NOTABLE = 1
"""Whole minutes by which a section differs before its row is set stronger."""


class TimesBox(QWidget):
    """A heading with the answer in it, and a row a section; away until the training has begun."""

    def __init__(self) -> None:
        super().__init__()
        self.heading = label("", "strong", wrap=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._shown: tuple[tuple[str, str, bool], ...] = ()
        inside = column(self, spacing=10)
        inside.setContentsMargins(0, 12, 0, 16)
        inside.addWidget(line())
        inside.addWidget(self.heading)
        inside.addLayout(self._grid)
        self.hide()

    def show_sections(self, sections: Sequence[SectionTime], held: datetime | None = None) -> None:
        """Show what each section took, away without any; ``held`` says that it was another time, and when."""
        self.setVisible(bool(sections))
        rows = tuple(self._row(section) for section in sections)
        if rows != self._shown:
            self._shown = rows
            answer = self._answer(sections)
            told = self.tr("Last time, {0}: {1}").format(say_day(held), answer) if held else answer
            self.heading.setText(told)
            self._write(rows)

    def _row(self, section: SectionTime) -> tuple[str, str, bool]:
        taken = round(section.taken / 60)
        words = self.tr("{0} of {1} min").format(taken, f"{section.planned:g}")
        return section.title, words, abs(taken - section.planned) >= NOTABLE

    def _answer(self, sections: Sequence[SectionTime]) -> str:
        over = max(sections, key=lambda each: each.taken / 60 - each.planned, default=None)
        minutes = round(over.taken / 60 - over.planned) if over is not None else 0
        if over is None or minutes < NOTABLE:
            return self.tr("No section took longer than planned")
        words = self.tr("“{0}” took {1} min longer than planned")
        return words.format(over.title, minutes)

    def _write(self, rows: tuple[tuple[str, str, bool], ...]) -> None:
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for at, (title, minutes, notable) in enumerate(rows):
            rank = "note" if notable else "small"
            self._grid.addWidget(ElidedLabel(title, rank), at, 0)
            self._grid.addWidget(figure(minutes, rank), at, 1, Qt.AlignmentFlag.AlignRight)
