"""Undo, Paper, Vote again, Reveal, Close voting: they keep their places, the filled one moves on."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from imhtrainer.ui.present.buttons.key_button import KeyButton
from imhtrainer.ui.present.round.figures import RoundFigures
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import row

ICON = 27
"""Pixels that an icon and the room around it take in a button."""


@dataclass(frozen=True, slots=True)
class Extras:
    """What stands in the buttons beside their words."""

    icons: bool
    caps: bool


class RoundButtons(QWidget):
    """What may be done with the round now."""

    undo_wanted = Signal()
    paper_wanted = Signal()
    again_wanted = Signal()
    reveal_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.undo = Button(look, self.tr("Undo"), "edge", "main", "undo-2")
        self.undo.setToolTip(self.tr("Ctrl+Z"))
        self.paper = Button(look, self.tr("Paper"), "edge", "main", "file-text")
        self.again = KeyButton(look, self.tr("Vote again"), "V", "edge", "main")
        self.reveal = KeyButton(look, self.tr("Reveal"), "R", "edge", "main")
        self.close_vote = KeyButton(look, self.tr("Close voting"), "C", "primary", "main")
        for button in (self.undo, self.paper):
            button.setFocusPolicy(self.again.focusPolicy())
        self._keyed = (self.again, self.reveal, self.close_vote)
        self._shown = Extras(icons=True, caps=True)
        self._icons = {self.undo: "undo-2", self.paper: "file-text"}
        self.undo.clicked.connect(self.undo_wanted)
        self.paper.clicked.connect(self.paper_wanted)
        self.again.clicked.connect(self.again_wanted)
        self.reveal.clicked.connect(self.reveal_wanted)
        self.close_vote.clicked.connect(self.close_wanted)
        self._inside = inside = row(self, spacing=8)
        inside.addWidget(self.undo)
        inside.addWidget(self.paper)
        inside.addStretch(1)
        for button in self._keyed:
            inside.addWidget(button)

    def minimumSizeHint(self) -> QSize:
        """Narrow windows are met by giving way, not by growing."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give way where the row is narrow."""
        super().resizeEvent(event)
        self._give_way()

    def show_round(self, figures: RoundFigures) -> None:
        """Allow what makes sense now; the rest is grey and says why."""
        self.undo.setText(self._undo_words(figures.undo))
        self.undo.setEnabled(bool(figures.undo))
        open_now = figures.stage == "open"
        self.paper.setEnabled(open_now)
        closed_already = self.tr("The vote is closed already.")
        self.paper.setToolTip(self.tr("Key {0}").format("E") if open_now else closed_already)
        for button in (self.again, self.reveal):
            button.setVisible(figures.answer_page)
        closed = figures.stage == "closed"
        why = {
            "open": self.tr("Close the vote first."),
            "revealed": self.tr("The room has seen the answer."),
        }.get(figures.stage, "")
        self._allow(self.again, closed, why)
        self._allow(self.reveal, closed, why)
        self._allow(self.close_vote, open_now, closed_already)
        filled = filled_button(figures)
        for name, button in (("again", self.again), ("reveal", self.reveal)):
            button.set_kind("primary" if filled == name else "edge")
        self.close_vote.set_kind("primary" if filled == "close" else "edge")
        sits = figures.sitting is not None
        self.close_vote.setText(self.tr("Close all questions") if sits else self.tr("Close voting"))
        self._give_way()

    def _give_way(self) -> None:
        """Let icons, then key caps give way until every word has its letters."""
        self._inside.invalidate()
        icons = ICON * len(self._icons) if self._shown.icons else 0
        shown = [button for button in self._keyed if not button.isHidden()]
        caps = sum(button.cap_room for button in shown)
        words = self._inside.sizeHint().width() - icons - (caps if self._shown.caps else 0)
        with_icons = words + caps + ICON * len(self._icons) <= self.width()
        self._show_extras(Extras(with_icons, words + caps <= self.width()))

    def _show_extras(self, extras: Extras) -> None:
        if extras == self._shown:
            return
        self._shown = extras
        for button, name in self._icons.items():
            button.set_icon(name if extras.icons else "")
        for keyed in self._keyed:
            keyed.show_key(extras.caps)

    def _undo_words(self, step: str) -> str:
        if step.startswith("#"):
            return self.tr("Undo sheet {0}").format(step[1:])
        return self.tr("Undo {0}").format(step) if step else self.tr("Undo")

    def _allow(self, button: KeyButton, allowed: bool, why: str) -> None:
        button.setEnabled(allowed)
        button.explain("" if allowed else why)


def filled_button(figures: RoundFigures) -> str:
    """What most people do now: ``close``, ``again``, ``reveal`` or ``next``."""
    if figures.stage == "open":
        return "close"
    if figures.stage == "revealed" or not figures.answer_page:
        return "next"
    advice = figures.advice
    first = figures.vote == 1
    return "again" if advice is not None and first and advice.move != "reveal" else "reveal"
