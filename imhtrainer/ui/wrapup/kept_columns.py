"""Keeps for each screen how wide a person has made the columns of Wrap up's table."""

from dataclasses import replace

from PySide6.QtCore import QObject

from imhtrainer.ui.settings import CurrentSettings
from imhtrainer.ui.wrapup.standing_table import StandingTable

REMEMBERED = 12
"""For how many screens columns are kept; the oldest are forgotten."""


class KeptColumns(QObject):
    """Gives a table the widths that were kept, and keeps those that it tells."""

    def __init__(self, table: StandingTable, settings: CurrentSettings) -> None:
        super().__init__(table)
        self._table, self._settings = table, settings
        kept = (each[1:] for each in settings.now.standing_columns if each[0] == self._place())
        table.columns.share(*next(kept, (0, 0)))
        table.columns.arranged.connect(self._keep)

    def _keep(self, name: int, times: int) -> None:
        settings, place = self._settings, self._place()
        others = tuple(kept for kept in settings.now.standing_columns if kept[0] != place)
        mine = ((place, name, times), *others)[:REMEMBERED]
        settings.change(replace(settings.now, standing_columns=mine))

    def _place(self) -> str:
        size = self._table.screen().size()
        return f"{size.width()}x{size.height()}"
