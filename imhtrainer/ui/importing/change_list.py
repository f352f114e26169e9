"""The slides that came back otherwise, each with a tick and what of it changed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from imhtrainer.ui.importing.saying import Group, kinds_of
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import column, row
from imhtrainer.ui.widgets.tick_box import TickBox
from imhtrainer.ui.widgets.words import ElidedLabel


class ChangeRow(QWidget):
    """One slide: its tick takes or leaves all its changes, its button shows them."""

    def __init__(self, look: Look, group: Group, kinds: str) -> None:
        super().__init__()
        self.group = group
        self.tick = TickBox(look, says=self.tr("Take over: {0}, {1}").format(group.title, kinds))
        self.button = Button(look, kind="product", says=f"{group.title}: {kinds}")
        self.button.setToolTip("")
        self.button.setCheckable(True)
        words = column(self.button)
        words.setContentsMargins(8, 6, 8, 6)
        for text, rank in ((group.title, "name"), (kinds, "small")):
            said = ElidedLabel(text, rank)
            said.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            words.addWidget(said)
        inside = row(self, spacing=2)
        inside.addWidget(self.tick)
        inside.addWidget(self.button, 1)

    def show_taken(self, taken: Collection[str]) -> None:
        """Tick it for all its changes, partly for some of them."""
        count = sum(change.key in taken for change in self.group.changes)
        state = Qt.CheckState.PartiallyChecked if count else Qt.CheckState.Unchecked
        whole = count == len(self.group.changes)
        self.tick.setCheckState(Qt.CheckState.Checked if whole else state)


class ChangeList(QWidget):
    """``chosen`` carries a group that shall be looked at, ``ticked`` one and whether it is taken.

    ``kinds`` says in a few words what a group is.
    """

    chosen = Signal(object)
    ticked = Signal(object, bool)

    def __init__(self, look: Look, kinds: Callable[[Group], str] = kinds_of) -> None:
        super().__init__()
        self._look, self._kinds = look, kinds
        self.rows: list[ChangeRow] = []
        self._buttons = QButtonGroup(self)
        self._inside = column(self, spacing=2)
        self.setAccessibleName(self.tr("What changed, slide by slide"))

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Stand other slides in the list."""
        for old in self.rows:
            self._buttons.removeButton(old.button)
            self._inside.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = [self._row(group) for group in groups]

    def show_taken(self, taken: Collection[str]) -> None:
        """Tick what is taken."""
        for each in self.rows:
            each.show_taken(taken)

    def choose(self, place: int) -> None:
        """Show one of the slides."""
        if self.rows:
            self.rows[place].button.setChecked(True)
            self.chosen.emit(self.rows[place].group)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go from slide to slide."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        by = steps.get(Qt.Key(event.key()))
        here = next((n for n, each in enumerate(self.rows) if each.button.isChecked()), None)
        if by is None or here is None:
            super().keyPressEvent(event)
            return
        place = min(max(here + by, 0), len(self.rows) - 1)
        at_tick = self.rows[here].tick.hasFocus()
        self.choose(place)
        there = self.rows[place]
        (there.tick if at_tick else there.button).setFocus(Qt.FocusReason.TabFocusReason)

    def _row(self, group: Group) -> ChangeRow:
        made = ChangeRow(self._look, group, self._kinds(group))
        self._buttons.addButton(made.button)
        self._inside.addWidget(made)
        made.button.clicked.connect(lambda: self.chosen.emit(group))
        made.tick.clicked.connect(
            lambda: self.ticked.emit(group, made.tick.checkState() == Qt.CheckState.Checked)
        )
        return made
