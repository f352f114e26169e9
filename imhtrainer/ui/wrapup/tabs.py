"""The tabs over Wrap up's table, each with its count."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import row
from imhtrainer.ui.wrapup.standing import Filter, Standing, chosen


class FilterTabs(QWidget):
    """One tab is chosen; ``picked`` carries its filter."""

    picked = Signal(Filter)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.buttons = {each: Button(look, "", "tab") for each in Filter}
        self._group = QButtonGroup(self)
        inside = row(self, spacing=4)
        for each, button in self.buttons.items():
            button.setCheckable(True)
            self._group.addButton(button)
            button.clicked.connect(lambda _on=False, wanted=each: self.picked.emit(wanted))
            inside.addWidget(button)
        self.buttons[Filter.EVERYONE].setChecked(True)

    @property
    def chosen(self) -> Filter:
        """The filter that is chosen."""
        return next(each for each, button in self.buttons.items() if button.isChecked())

    def show_counts(self, rows: Iterable[Standing]) -> None:
        """Write the counts on the tabs; the last is gone while there is nothing to settle."""
        shown = tuple(rows)
        for each, button in self.buttons.items():
            button.setText(f"{self._name(each)} {len(chosen(shown, each))}")
        unsettled = bool(chosen(shown, Filter.TO_SETTLE))
        self.buttons[Filter.TO_SETTLE].setVisible(unsettled)
        if not unsettled and self.chosen is Filter.TO_SETTLE:
            self.buttons[Filter.EVERYONE].setChecked(True)

    def _name(self, which: Filter) -> str:
        return {
            Filter.EVERYONE: self.tr("Everyone"),
            Filter.COMPLETED: self.tr("Completed"),
            Filter.NOT_COMPLETED: self.tr("Not completed"),
            Filter.TO_SETTLE: self.tr("To settle"),
        }[which]
