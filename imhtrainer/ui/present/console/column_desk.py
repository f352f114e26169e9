"""Fits the console's panes to the window, and keeps for each screen what a person has made of them."""

from dataclasses import replace

from PySide6.QtCore import QObject, QSize

from imhtrainer.ui.present.console.fold import Fold, fold_for, wear
from imhtrainer.ui.present.console.parts import ConsoleParts
from imhtrainer.ui.services import Services

REMEMBERED = 12
"""For how many screens and window sizes panes are kept; the oldest are forgotten."""


class ColumnDesk(QObject):
    """Widths and the next slide's height belong to a screen's size and to the window's shape on it."""

    def __init__(self, parts: ConsoleParts, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._parts, self._services = parts, services
        self._fold: Fold | None = None
        parts.columns.arranged.connect(self.keep)
        parts.side.next.arranged.connect(self._keep_next)
        parts.side.opened.connect(lambda: parts.columns.bring("side"))

    def fit(self, size: QSize) -> None:
        """Share out a window of this size, if it has another shape than before."""
        fold = fold_for(size.width(), size.height())
        if fold != self._fold:
            self._fold = fold
            wear(self._parts, fold, self._kept())
            heights = dict(self._services.settings.now.next_heights)
            self._parts.side.next.share(heights.get(self._place()))

    def keep(self) -> None:
        """Remember the widths as they are."""
        columns, settings = self._parts.columns, self._services.settings
        if self._fold is None or self._parts.outline.folded:
            return
        others = tuple(kept for kept in settings.now.columns if kept[0] != self._place())
        mine = (self._place(), *columns.widths())
        settings.change(replace(settings.now, columns=(mine, *others)[:REMEMBERED]))

    def _keep_next(self) -> None:
        settings, place = self._services.settings, self._place()
        others = tuple(kept for kept in settings.now.next_heights if kept[0] != place)
        heights = ((place, self._parts.side.next.height_set), *others)[:REMEMBERED]
        settings.change(replace(settings.now, next_heights=heights))

    def _kept(self) -> tuple[int, int] | None:
        place = self._place()
        found = (kept for kept in self._services.settings.now.columns if kept[0] == place)
        return next(((outline, side) for _place, outline, side in found), None)

    def _place(self) -> str:
        """The screen and the window's shape on it, such as ``1920x1080 large``."""
        screen = self._parts.columns.screen().size()
        assert self._fold is not None
        return f"{screen.width()}x{screen.height()} {self._fold.name}"
