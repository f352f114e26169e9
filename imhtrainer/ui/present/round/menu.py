"""The three dots of a round: what is seldom wanted, such as a vote that must not count."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from imhtrainer.ui.present.round.figures import RoundFigures
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button


class RoundMenu(Button):
    """Void this vote; open or end a set of questions that people answer at their own pace."""

    void_wanted = Signal()
    sitting_wanted = Signal(bool)

    def __init__(self, look: Look) -> None:
        super().__init__(look, kind="icon", icon="ellipsis", size="small")
        self.setAccessibleName(self.tr("More about this vote"))
        self.setToolTip(self.accessibleName())
        self._menu = QMenu(self)
        self.void = QAction(self.tr("This vote must not count…"), self._menu)
        self.sit = QAction(
            self.tr("Open all of these questions, at each person’s own pace"), self._menu
        )
        self.rise = QAction(self.tr("Close all of these questions"), self._menu)
        self._menu.addActions([self.void, self.sit, self.rise])
        self.void.triggered.connect(self.void_wanted)
        self.sit.triggered.connect(lambda: self.sitting_wanted.emit(True))
        self.rise.triggered.connect(lambda: self.sitting_wanted.emit(False))
        self.clicked.connect(self._open)

    def show_round(self, figures: RoundFigures) -> None:
        """Offer what makes sense now."""
        self.sit.setVisible(figures.may_sit)
        self.rise.setVisible(figures.sitting is not None)

    def _open(self) -> None:
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
