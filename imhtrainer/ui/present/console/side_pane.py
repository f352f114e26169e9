"""The right column: next slide and notes, with the desk or the keys drawn over them when asked."""

from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from imhtrainer.ui.present.buttons.key_cap import KeyCap
from imhtrainer.ui.present.console.next_pane import NextPane
from imhtrainer.ui.present.join.drawer import JoinDrawer
from imhtrainer.ui.present.keys.drawer import KeysDrawer
from imhtrainer.ui.present.notes.pane import NotesPane
from imhtrainer.ui.present.round.paper_drawer import PaperDrawer
from imhtrainer.ui.present.sign_in.drawer import SignInDrawer
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.frames import Surface, column, line, row
from imhtrainer.ui.widgets.words import label

Drawer = Literal["", "people", "keys", "paper", "phones"]
HINTED = 350
"""Width from which on the keys of a round are taught under the notes."""


class SidePane(QStackedWidget):
    """Three faces of one column; the drawers close back to the notes and give the keyboard back."""

    closed = Signal()
    opened = Signal()
    """A drawer is wanted: the column must be in sight."""

    def __init__(
        self,
        look: Look,
        next_pane: NextPane,
        notes: NotesPane,
        people: SignInDrawer,
        paper: PaperDrawer,
        phones: JoinDrawer,
    ) -> None:
        super().__init__()
        self.next = next_pane
        self.notes = notes
        self.people = people
        self.paper = paper
        self.phones = phones
        self.keys = KeysDrawer(look)
        self._hints = self._make_hints(look)
        self._hints_wanted = False
        self._front = self._make_front()
        for face in (self._front, self.people, self.keys, self.paper, self.phones):
            self.addWidget(face)
        for drawer in (self.people, self.keys, self.paper, self.phones):
            drawer.closed.connect(lambda: self.open(""))

    @property
    def drawer(self) -> Drawer:
        """Which drawer is open."""
        shown = self.currentWidget()
        return next((name for name, face in self._drawers().items() if face is shown), "")

    def open(self, drawer: Drawer) -> None:
        """Open a drawer; empty closes it and gives the keyboard back."""
        closing = bool(self.drawer) and not drawer
        if drawer:
            self.opened.emit()
        self.setCurrentWidget(self._drawers().get(drawer, self._front))
        if drawer == "people":
            self.people.open()
        elif drawer == "paper":
            self.paper.open()
        elif drawer == "phones":
            self.phones.open()
        elif closing:
            self.closed.emit()

    def escape(self) -> bool:
        """Esc: empty the open drawer's field; False when there is none, or nothing in it."""
        shown = self.currentWidget()
        return isinstance(shown, SignInDrawer | PaperDrawer | JoinDrawer) and shown.escape()

    def refresh(self) -> None:
        """Bring the open drawer in step with the session."""
        shown = self.currentWidget()
        if isinstance(shown, SignInDrawer | PaperDrawer | JoinDrawer):
            shown.refresh()

    def _drawers(self) -> dict[Drawer, QWidget]:
        return {
            "people": self.people,
            "keys": self.keys,
            "paper": self.paper,
            "phones": self.phones,
        }

    def show_hints(self, shown: bool) -> None:
        """Show the keys of a round under the notes."""
        self._hints_wanted = shown
        self._show_hints()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The hints stand in one line, or not at all."""
        super().resizeEvent(event)
        self._show_hints()

    def _show_hints(self) -> None:
        self._hints.setVisible(self._hints_wanted and self.width() >= HINTED)

    def _make_front(self) -> QWidget:
        front = Surface("plain")
        inside = column(front)
        inside.setContentsMargins(16, 11, 14, 8)
        inside.addWidget(self.next)
        inside.addSpacing(8)
        notes = row()
        notes.setContentsMargins(4, 0, 0, 0)
        notes.addWidget(self.notes)
        inside.addLayout(notes, 1)
        inside.addWidget(self._hints)
        return front

    def _make_hints(self, look: Look) -> QWidget:
        hints = QWidget()
        outside = column(hints, spacing=12)
        outside.setContentsMargins(4, 12, 4, 0)
        outside.addWidget(line())
        inside = row(spacing=4)
        for keys, words in (
            (("↑", "↓"), self.tr("choice")),
            (("0–9",), self.tr("count")),
            (("+", "−"), self.tr("one hand")),
        ):
            for key in keys:
                inside.addWidget(KeyCap(look, key))
            inside.addWidget(label(words, "small"))
            inside.addSpacing(10)
        inside.addStretch(1)
        outside.addLayout(inside)
        hints.hide()
        return hints
