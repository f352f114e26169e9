"""The console where the room can see it: the slide, and below it figures, Back and Next; no notes."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QStackedLayout, QWidget

from imhtrainer.domain.pace import pace, section_clock
from imhtrainer.domain.session.state import SessionState
from imhtrainer.services.screens.display import Display
from imhtrainer.ui.present.buttons.next_button import NextButton
from imhtrainer.ui.present.clock.pane import ends_words, pace_words
from imhtrainer.ui.present.figure_label import FigureLabel
from imhtrainer.ui.present.figures import clock_figures, session_figures
from imhtrainer.ui.present.round.figures import RoundFigures
from imhtrainer.ui.present.stage.strip_vote import StripVote
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.bars import EmptyState
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import Surface, column, row
from imhtrainer.ui.widgets.words import ElidedLabel, label

HEIGHT = 96
FIGURE = 32
NEXT = 164
ROOMY = 1120
"""Width from which on there is room for a word about the screens."""
WITH_CLOCK, WITH_KEYS, WITH_PACE, WITH_WORDS = 1500, 1366, 1180, 1280
"""Widths from which on these stay beside a vote: clock, its button's key, pace, words on the notes' button."""


class StripPane(QWidget):
    """Slides above, 96 pixels of strip below. ``slides`` is where the room's window is docked.

    What has to be said lies over the foot of the slides, so that nothing the room sees changes its size.
    """

    back_wanted = Signal()
    next_wanted = Signal()
    notes_wanted = Signal()
    end_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.slides = QWidget()
        self._hidden = EmptyState(
            self.tr("The room sees this screen"),
            self.tr("Your notes stay away from it. The slides go on; every key works as before."),
        )
        self.section = FigureLabel(look, FIGURE, self.tr("This section"))
        self.pace = FigureLabel(look, FIGURE, self.tr("Whole training"))
        self.clock = FigureLabel(look, FIGURE, self.tr("On the clock"))
        self.words = ElidedLabel(rank="soft")
        self.vote = StripVote(look)
        self.notes = Button(look, self.tr("Show my notes"), "edge", icon="presentation")
        self.notes.setAccessibleName(self.tr("Show my notes"))
        self.notes.setToolTip(
            self.tr("The room may read them: on one screen it sees what you see.")
        )
        self.end = Button(look, self.tr("End"), "edge")
        self.back = Button(look, self.tr("Back"), "edge", "large", "arrow-left")
        self.next = NextButton(look)
        self.next.setFixedWidth(NEXT)
        self._captions: dict[QWidget, QWidget] = {}
        self._where = ""
        self._stack = QStackedLayout()
        self._over = QGridLayout()
        self._lay_out()
        self.notes.clicked.connect(self.notes_wanted)
        self.end.clicked.connect(self.end_wanted)
        self.back.clicked.connect(self.back_wanted)
        self.next.clicked.connect(self.next_wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where room is short, figures and buttons have it."""
        super().resizeEvent(event)
        self._give_way()

    def hold(self, bars: QWidget) -> None:
        """Show bars over the slides."""
        self._over.addWidget(bars, 0, 0, Qt.AlignmentFlag.AlignBottom)
        bars.raise_()

    def show_place(self, display: Display) -> None:
        """Say why the notes are away, and keep room for the slides where they are shown here."""
        docked = display.mode == "strip"
        self._stack.setCurrentIndex(0 if docked else 1)
        self._where = self._why(display)
        self.words.setText(self._where)
        self.words.setToolTip(self._what_to_do(display))

    def show_clock(self, state: SessionState, now: datetime) -> None:
        """Show the figures of this second."""
        section, whole = section_clock(state, now), pace(state, now)
        over = section.left < 0
        figure = f"+{clock_figures(-section.left)}" if over else clock_figures(section.left)
        word = self.tr("over") if over else self.tr("left")
        self.section.show_figure(figure, word, sun=section.nearing)
        if state.stage == "prepared":
            self.pace.show_figure(self.tr("Not begun"))
        else:
            self.pace.show_figure(*pace_words(whole))
            self.pace.setToolTip(ends_words(whole))
        self.clock.show_figure(session_figures(state.elapsed(now).total_seconds()))
        self.words.setText(self.tr("Frozen") if state.screen == "frozen" else self._where)

    def show_next(self, words: str, icon: str, running: bool, filled: bool) -> None:
        """Name the button that leads on; it is filled where it is what most people press now."""
        self.next.show_words(words, icon)
        self.next.set_kind("primary" if filled else "edge")
        self.back.setEnabled(running)

    def show_round(self, figures: RoundFigures | None, focused: int = 0) -> None:
        """Show how the vote stands, in place of the word about the screens; None for no vote.

        ``focused`` is the choice (0-based) that digits count for.
        """
        self.vote.show_round(figures, focused)
        self._give_way()

    def _give_way(self) -> None:
        votes, width = self.vote.isVisibleTo(self), self.width()
        self.words.setVisible(width >= ROOMY and not votes)
        self.vote.show_keys(width >= WITH_KEYS)
        words = self.tr("Show my notes")
        self.notes.setText(words if width >= WITH_WORDS or not votes else "")
        for figure, least in ((self.clock, WITH_CLOCK), (self.pace, WITH_PACE)):
            for part in (figure, self._captions[figure]):
                part.setVisible(width >= least or not votes)

    def _why(self, display: Display) -> str:
        if display.mirrored:
            return self.tr("Mirrored screens")
        if display.mode == "strip" and len(display.screens) < 2:
            return self.tr("One screen")
        return self.tr("The room sees this")

    def _what_to_do(self, display: Display) -> str:
        if display.mode == "strip" and len(display.screens) < 2:
            return self.tr("Plug in the projector, or extend the display to it.")
        return ""

    def _lay_out(self) -> None:
        outside = column(self)
        stage = Surface("stage")
        stage.setLayout(self._stack)
        self._stack.addWidget(self.slides)
        self._stack.addWidget(self._hidden)
        self._over.setContentsMargins(0, 0, 0, 0)
        self._over.addWidget(stage, 0, 0)
        outside.addLayout(self._over, 1)
        outside.addWidget(self._make_bar())

    def _make_bar(self) -> QWidget:
        bar = Surface("bar", "top")
        bar.setFixedHeight(HEIGHT)
        bar.setMinimumWidth(1)  # narrow windows are met by giving way, not by growing
        inside = row(bar, spacing=20)
        inside.setContentsMargins(20, 0, 12, 0)
        for words, figure in (
            (self.tr("This section"), self.section),
            (self.tr("Whole training"), self.pace),
            (self.tr("On the clock"), self.clock),
        ):
            pair = column(spacing=2)
            pair.addStretch(1)
            caption = label(words, "small")
            self._captions[figure] = caption
            pair.addWidget(caption)
            pair.addWidget(figure, 0, Qt.AlignmentFlag.AlignLeft)
            pair.addStretch(1)
            inside.addLayout(pair)
        inside.addWidget(self.words, 1)
        inside.addWidget(self.vote, 1)
        buttons = row(spacing=8)
        for button in (self.notes, self.end, self.back, self.next):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            buttons.addWidget(button)
        inside.addLayout(buttons)
        return bar
