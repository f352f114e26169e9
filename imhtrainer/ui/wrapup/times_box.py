"""How long each section took beside its plan, for the next time."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from imhtrainer.domain.pacing import SectionTime, section_times
from imhtrainer.domain.session import SessionState
from imhtrainer.ui.widgets.frames import column, line
from imhtrainer.ui.widgets.words import ElidedLabel, figure, label

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

    def show_times(self, state: SessionState, now: datetime) -> None:
        """Show what each section took; only another minute is another row."""
        self.setVisible(state.started is not None)
        sections = section_times(state, now) if state.started is not None else ()
        rows = tuple(self._row(section) for section in sections)
        if rows != self._shown:
            self._shown = rows
            self.heading.setText(self._answer(sections))
            self._write(rows)

    def _row(self, section: SectionTime) -> tuple[str, str, bool]:
        taken = round(section.taken / 60)
        words = self.tr("{0} of {1} min").format(taken, f"{section.planned:g}")
        return section.title, words, abs(taken - section.planned) >= NOTABLE

    def _answer(self, sections: tuple[SectionTime, ...]) -> str:
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
