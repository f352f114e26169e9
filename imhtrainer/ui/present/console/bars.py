"""The bars above the transport: what waits for a word, what went wrong. Never a dialog."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from imhtrainer.services.screens.facts import ScreenFacts
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.bars import InlineBar
from imhtrainer.ui.widgets.frames import column

BREAKS = (5, 10, 15, 20, 30)
"""Minutes a break may have at its beginning; each can grow and shrink."""

NOTICE = 6000
"""Milliseconds a refusal stays."""


class ConsoleBars(QWidget):
    """At most one bar of each kind: saving, projector, notice, and a question."""

    leave_wanted = Signal()
    stay_wanted = Signal()
    end_confirmed = Signal()
    screen_chosen = Signal(object)
    window_wanted = Signal()
    dismissed = Signal()
    break_wanted = Signal(int)
    """The room shall have a break of so many minutes."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.saving = InlineBar(look)
        self.projector = InlineBar(look)
        self.notice = InlineBar(look)
        self.question = InlineBar(look)
        self.ending = False
        inside = column(self, spacing=1)
        for bar in (self.saving, self.projector, self.notice, self.question):
            inside.addWidget(bar)
        self._hush = QTimer(self, singleShot=True, interval=NOTICE)
        self._hush.timeout.connect(self.notice.put_away)
        # A bar closes before its button acts: the question is forgotten only after the answer.
        self.question.closed.connect(self._put_away, Qt.ConnectionType.QueuedConnection)

    @property
    def asking(self) -> bool:
        """Whether a question waits for an answer."""
        return not self.question.isHidden()

    def ask_to_leave(self, words: str) -> None:
        """Ask before an unanswered checkpoint is left; empty words take the question away."""
        if not words:
            self._close_question()
            return
        self.ending = False
        stay = (self.tr("Stay"), self.stay_wanted.emit)
        self.question.say(words, "waits", stay, (self.tr("Move on"), self.leave_wanted.emit))
        self._focus_first()

    def ask_to_end(self, question: str) -> None:
        """Ask before the training is ended; asked again, the answer that has the keyboard keeps it."""
        if self._stands(question):
            return
        self.ending = True
        keep = (self.tr("Keep going"), _nothing)
        self.question.say(question, "waits", keep, (self.tr("End"), self.end_confirmed.emit))
        self._focus_first()

    def ask_break(self) -> None:
        """Ask how long a break shall be; asked again, the answer that has the keyboard keeps it.

        The first answer begins none: a length must be gone to before a key takes it.
        """
        words = self.tr("How long is the break?")
        if self._stands(words):
            return
        self.ending = False
        choices = [
            (self.tr("{0} min").format(minutes), partial(self.break_wanted.emit, minutes))
            for minutes in BREAKS
        ]
        self.question.say(words, "said", (self.tr("No break"), _nothing), *choices)
        self._focus_first()

    def refuse(self, words: str) -> None:
        """Say for a while why something was not done."""
        self.notice.say(words, "said")
        self._hush.start()

    def hush(self) -> None:
        """Take the refusal away: something has been done since."""
        self.notice.put_away()

    def say_saving(self, trouble: str) -> None:
        """Say that the disk refuses; empty when it is well again."""
        if trouble:
            self.saving.say(self.tr("Not saved on this laptop: {0}").format(trouble), "alarm")
        else:
            self.saving.put_away()

    def say_where(self, others: tuple[ScreenFacts, ...]) -> None:
        """Say what to do about a projector that went."""
        choices = [
            (self.tr("Show on {0}").format(s.title), lambda s=s: self.screen_chosen.emit(s))
            for s in others
        ]
        window = (self.tr("Show in a window here"), self.window_wanted.emit)
        words = self.tr(
            "The projector is gone. Check its cable and its power: "
            "the slides return to it by themselves."
        )
        self.projector.say(words, "waits", *choices[:1], window)

    def say_mirrored(self) -> None:
        """Say why there are no notes, and what brings them back."""
        words = self.tr(
            "Both screens show the same picture, so your notes are hidden. Choose “Extend” in the "
            "system’s display settings (Windows key + P), and they come back."
        )
        if self.projector.text != words:
            self.projector.say(words, "waits")

    def offer_screen(self, screen: ScreenFacts) -> None:
        """Offer a screen that came while there was none for the room."""
        words = self.tr("{0} is connected.").format(screen.title)
        show = (self.tr("Show the slides on it (F5)"), lambda: self.screen_chosen.emit(screen))
        self.projector.say(words, "said", show)

    def _stands(self, words: str) -> bool:
        """Whether this question stands already and has the keyboard."""
        focus = QApplication.focusWidget()
        held = focus is not None and self.question.isAncestorOf(focus)
        return held and self.question.text == words

    def _focus_first(self) -> None:
        """The keyboard goes to the answer that changes nothing."""
        buttons = [b for b in self.question.findChildren(QPushButton) if b.text() and b.isEnabled()]
        visible = [b for b in buttons if b.isVisibleTo(self.question)]
        if visible:
            visible[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _close_question(self) -> None:
        self.question.put_away()

    def _put_away(self) -> None:
        self.ending = False
        self.dismissed.emit()


def _nothing() -> None:
    """Going on as before needs no act."""
