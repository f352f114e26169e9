"""Which column of a list is what: four choices, each with the first real value under it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from imhtrainer.domain.roster_import import Columns
from imhtrainer.store.rosters import RosterTable
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.fields import Choice
from imhtrainer.ui.widgets.frames import column
from imhtrainer.ui.widgets.words import ElidedLabel, label

_TWO = -2
_NONE = -1
LABELS = 84


class ColumnChoices(QWidget):
    """Name (or first and last), e-mail, role, license; ``mapped`` carries the columns chosen."""

    mapped = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._columns = Columns()
        self._table: RosterTable | None = None
        names = {
            "name": self.tr("Name"),
            "first": self.tr("First name"),
            "last": self.tr("Last name"),
            "email": self.tr("Email"),
            "role": self.tr("Role"),
            "license": self.tr("License"),
        }
        self.choices = {part: Choice(look, name) for part, name in names.items()}
        self._titles = {part: label(name, "name") for part, name in names.items()}
        self._samples = {part: ElidedLabel("", "small") for part in names}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(8)
        grid.setHorizontalSpacing(0)
        grid.setColumnMinimumWidth(0, LABELS)
        grid.setColumnStretch(1, 1)
        for index, part in enumerate(names):
            self._add(grid, index, part)

    def show_columns(self, table: RosterTable, columns: Columns) -> None:
        """Show which column is what."""
        self._columns = columns
        if table is not self._table:
            self._table = table
            for part, choice in self.choices.items():
                self._offer(part, choice, table)
        for part, choice in self.choices.items():
            self._choose(part, choice)
            self._samples[part].setText(self._sample(part))
            self._samples[part].setVisible(bool(self._samples[part].text()))
        for part in ("first", "last"):
            for widget in (self.choices[part], self._titles[part]):
                widget.setVisible(self._two)

    @property
    def _two(self) -> bool:
        return self._columns.first is not None or self._columns.last is not None

    def _add(self, grid: QGridLayout, index: int, part: str) -> None:
        choice, title = self.choices[part], self._titles[part]
        title.setBuddy(choice)
        title.setFixedHeight(36)
        box = column(spacing=2)
        box.addWidget(choice)
        box.addWidget(self._samples[part])
        grid.addWidget(title, index, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(box, index, 1)
        choice.activated.connect(lambda _index, of=part: self._changed(of))

    def _offer(self, part: str, choice: Choice, table: RosterTable) -> None:
        choice.clear()
        if part == "name":
            if len(table.headers) > 1:
                choice.addItem(self.tr("In two columns"), _TWO)
        else:
            choice.addItem(self.tr("Not in this file"), _NONE)
        for index, header in enumerate(table.headers):
            choice.addItem(header, index)

    def _choose(self, part: str, choice: Choice) -> None:
        value = getattr(self._columns, part)
        wanted = _NONE if value is None else value
        if part == "name" and value is None and self._two:
            wanted = _TWO
        choice.setCurrentIndex(choice.findData(wanted))

    def _sample(self, part: str) -> str:
        index = getattr(self._columns, part)
        if index is None or self._table is None:
            return self.tr("Certificates go without one") if part == "license" else ""
        cells = (row[index].strip() for row in self._table.rows if index < len(row))
        return next((cell for cell in cells if cell), "")

    def _changed(self, part: str) -> None:
        chosen = self.choices[part].currentData()
        columns = self._columns
        if part == "name" and chosen == _TWO:
            columns = replace(columns, name=None, first=0, last=1)
        elif part == "name":
            columns = replace(columns, name=chosen, first=None, last=None)
        else:
            columns = replace(columns, **{part: None if chosen == _NONE else chosen})
        self.mapped.emit(columns)
