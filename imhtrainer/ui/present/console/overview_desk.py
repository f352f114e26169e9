"""Opens the overview over the console's panes, and shows what was chosen in it."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from imhtrainer.ui.present.console.parts import ConsoleParts
from imhtrainer.ui.present.presenting import Presenting


class OverviewDesk(QObject):
    """One key opens it, the same key or Esc leaves; ``left`` gives the keyboard back.

    On a frozen screen choosing a slide is only a look at it, as everything is then.
    """

    left = Signal()

    def __init__(
        self, parts: ConsoleParts, presenting: Presenting, titles: Mapping[str, str]
    ) -> None:
        super().__init__(presenting)
        self._parts, self._presenting, self._titles = parts, presenting, titles
        parts.overview.chosen.connect(self._choose)
        parts.overview.closed.connect(self.leave)
        presenting.changed.connect(lambda: parts.overview.follow(presenting.state))

    @property
    def open(self) -> bool:
        """Whether the overview stands."""
        return self._parts.desk.currentWidget() is self._parts.overview

    def toggle(self) -> None:
        """Open or leave; where the room could read it there is no overview."""
        if self.open:
            self.leave()
        elif self._parts.desk.isHidden():
            words = self.tr("There is no overview while the room sees this screen.")
            self._presenting.refused.emit(words)
        else:
            looked = self._presenting.looked_at
            state = self._presenting.state
            self._parts.desk.setCurrentWidget(self._parts.overview)
            slide = state.slide if looked is None else looked
            self._parts.overview.open(state, self._titles, slide)

    def leave(self) -> None:
        """Back to slide and notes."""
        if self.open:
            self._parts.desk.setCurrentWidget(self._parts.columns)
            self._parts.overview.rest()
            self.left.emit()

    def _choose(self, slide: int) -> None:
        self.leave()
        self._presenting.show_or_look(slide)
