"""Undo, Paper, Vote again, Reveal, Close voting: they keep their places, the filled one moves on."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from imhtrainer.ui.present.buttons.key_button import KeyButton
from imhtrainer.ui.present.round.figures import RoundFigures
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import row

SPACING = 8


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
        self.undo.clicked.connect(self.undo_wanted)
        self.paper.clicked.connect(self.paper_wanted)
        self.again.clicked.connect(self.again_wanted)
        self.reveal.clicked.connect(self.reveal_wanted)
        self.close_vote.clicked.connect(self.close_wanted)
        inside = row(self, spacing=SPACING)
        inside.addWidget(self.undo)
        inside.addWidget(self.paper)
        inside.addStretch(1)
        for button in (self.again, self.reveal, self.close_vote):
            inside.addWidget(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where room is short, words come before key caps."""
        super().resizeEvent(event)
        self._fit_keys()

    def show_round(self, figures: RoundFigures) -> None:
        """Allow what makes sense now; the rest is grey and says why."""
        self.undo.setText(self._undo_words(figures.undo))
        self.undo.setEnabled(bool(figures.undo))
        open_now = figures.stage == "open"
        self._allow(self.paper, open_now, self.tr("The vote is closed already."), "E")
        for button in (self.again, self.reveal):
            button.setVisible(figures.answer_page)
        closed = figures.stage == "closed"
        why = {
            "open": self.tr("Close the vote first."),
            "revealed": self.tr("The room has seen the answer."),
        }.get(figures.stage, "")
        self._allow(self.again, closed, why, "V")
        self._allow(self.reveal, closed, why, "R")
        self._allow(
            self.close_vote, figures.stage == "open", self.tr("The vote is closed already."), "C"
        )
        filled = filled_button(figures)
        for name, button in (("again", self.again), ("reveal", self.reveal)):
            button.set_kind("primary" if filled == name else "edge")
        self.close_vote.set_kind("primary" if filled == "close" else "edge")
        self._fit_keys()

    def _fit_keys(self) -> None:
        taught = [each for each in (self.again, self.reveal, self.close_vote) if each.isVisible()]
        plain = [each for each in (self.undo, self.paper) if each.isVisible()]
        wide = sum(each.full_width() for each in taught)
        wide += sum(each.sizeHint().width() for each in plain)
        roomy = wide + SPACING * (len(taught) + len(plain)) <= self.width()
        for button in taught:
            button.show_key(roomy)

    def _undo_words(self, step: str) -> str:
        if step.startswith("#"):
            return self.tr("Undo sheet {0}").format(step[1:])
        return self.tr("Undo {0}").format(step) if step else self.tr("Undo")

    def _allow(self, button: Button, allowed: bool, why: str, key: str) -> None:
        button.setEnabled(allowed)
        button.setToolTip(self.tr("Key {0}").format(key) if allowed else why)


def filled_button(figures: RoundFigures) -> str:
    """What most people do now: ``close``, ``again``, ``reveal`` or ``next``."""
    if figures.stage == "open":
        return "close"
    if figures.stage == "revealed" or not figures.answer_page:
        return "next"
    advice = figures.advice
    first = figures.vote == 1
    return "again" if advice is not None and first and advice.move != "reveal" else "reveal"
