"""The white card of a round: question, choices with their counts, and how many have answered."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from imhtrainer.ui.present.figures import clock_figures
from imhtrainer.ui.present.round.choice_row import ChoiceRow
from imhtrainer.ui.present.round.figures import RoundFigures
from imhtrainer.ui.present.round.heads import SourceHeads
from imhtrainer.ui.present.round.menu import RoundMenu
from imhtrainer.ui.present.round.state import RoundState
from imhtrainer.ui.present.round.told import all_moves, lead_words, shift_words, source_words
from imhtrainer.ui.present.round.word_list import WordList
from imhtrainer.ui.present.share_bar import ShareBar
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.frames import Card, column, line, row
from imhtrainer.ui.widgets.words import ElidedLabel, label
from imhtrainer.ui.wording import say_count

WITHOUT_END = 16_777_215
"""Pixels: as high as a widget may be."""

MANY = 4
"""From so many choices on each has one line."""


class RoundCard(Card):
    """Shows a round; ``counted`` carries a choice (0-based) and its hands, ``taken`` the choice clicked."""

    counted = Signal(int, int)
    taken = Signal(int)
    passed = Signal(str, bool)
    """A word (its key) is let through, or kept back."""
    rows_made = Signal()
    """Rows for another question stand there; Tab must be told where they are read."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._lead = label(rank="soft")
        self._state = RoundState(look)
        self._question = label(rank="heading", wrap=True)
        self._answered = label(rank="heading")
        self._told = ElidedLabel(rank="soft")
        self.more = RoundMenu(look)
        self.words = WordList(look)
        self._bar = ShareBar(look, 10)
        self._rows: list[ChoiceRow] = []
        self._slide = ""
        self._vote = 0
        self._heads = SourceHeads(look)
        self._inside = column(self, spacing=6)
        self.words.passed.connect(self.passed)
        self._list: QVBoxLayout = column()
        self._lay_out()

    def show_tight(self, tight: bool) -> None:
        """Leave out the heading over the hands and some air."""
        self._heads.setVisible(not tight)
        self._inside.setContentsMargins(20, 8 if tight else 14, 20, 10 if tight else 16)
        self._inside.setSpacing(3 if tight else 6)

    @property
    def rows(self) -> tuple[ChoiceRow, ...]:
        """The choices' rows."""
        return tuple(self._rows)

    def full_height(self, width: int) -> int:
        """The height in pixels at which every row has all the height it can use; words can use any."""
        if self.words.isVisibleTo(self):
            return WITHOUT_END
        inside = self._inside.contentsMargins()
        wide = width - inside.left() - inside.right()
        spare = sum(max(row_.maximumHeight() - row_.natural(wide), 0) for row_ in self._rows)
        return self._inside.totalHeightForWidth(width) + spare

    def show_round(self, figures: RoundFigures, focused: int) -> None:
        """Show a round; ``focused`` is the choice that digits count for."""
        fresh = (figures.slide, figures.vote) != (self._slide, self._vote)
        self._vote = figures.vote
        if figures.slide != self._slide:
            self._slide = figures.slide
            self._make_rows(len(figures.choices))
        self._lead.setText(lead_words(figures))
        self._question.setText(figures.question)
        self.show_seconds(figures)
        open_now = figures.stage == "open"
        for index, (row_, choice) in enumerate(zip(self._rows, figures.choices, strict=True)):
            row_.show_choice(choice, figures, open_now, open_now and index == focused)
        self._heads.show_sources(figures)
        self.words.setVisible(figures.kind == "words")
        if figures.kind == "words":
            self.words.show_words(figures.words, focused)
        self.more.show_round(figures)
        self._show_answered(figures)
        if fresh:  # now, so that the panel gives way to the rows as they are
            self._inside.invalidate()
            self.updateGeometry()

    def show_seconds(self, figures: RoundFigures) -> None:
        """Show how the vote stands and for how long it has been open."""
        words = {
            "open": self.tr("Voting is open, {0}").format(clock_figures(figures.seconds)),
            "closed": self.tr("Voting is closed"),
            "revealed": self.tr("The room has seen the answer"),
        }[figures.stage]
        self._state.say(words, waits=figures.stage == "open")

    def _show_answered(self, figures: RoundFigures) -> None:
        if figures.answered == 0:
            words = self.tr("No answers yet")
        elif figures.answered > figures.here > 0:
            words = self.tr("Answers: {0}, signed in: {1}").format(figures.answered, figures.here)
        elif figures.here:
            some = self.tr("{0} of {1} have answered")
            words = self.tr("1 of {1} has answered") if figures.answered == 1 else some
            words = words.format(figures.answered, figures.here)
        else:
            words = say_count(
                figures.answered, self.tr("1 has answered"), self.tr("{0} have answered")
            )
        self._answered.setText(words)
        share = figures.answered / figures.here if figures.here else float(figures.answered > 0)
        self._bar.show_share(min(share, 1.0))
        moved = shift_words(figures)
        self._told.setText(moved or source_words(figures))
        if moved:
            self._told.setToolTip(f"{all_moves(figures)} {source_words(figures)}")

    def _make_rows(self, count: int) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._rows = [ChoiceRow(self._look, one_line=count >= MANY) for _ in range(count)]
        for index, row_ in enumerate(self._rows):
            row_.counted.connect(lambda hands, at=index: self.counted.emit(at, hands))
            row_.taken.connect(lambda at=index: self.taken.emit(at))
            self._list.addWidget(row_, 1)
            self._list.addWidget(line())
            row_.show()  # now, so that its height is counted before the first painting
        self.rows_made.emit()

    def _lay_out(self) -> None:
        inside = self._inside
        inside.setContentsMargins(20, 14, 20, 16)
        head = row()
        head.addWidget(self._lead)
        head.addStretch(1)
        head.addWidget(self._state)
        head.addSpacing(8)
        head.addWidget(self.more)
        inside.addLayout(head)
        inside.addWidget(self._question)
        inside.addWidget(self._heads)
        inside.addWidget(line())
        inside.addLayout(self._list, 1)
        inside.addWidget(self.words, 1)
        foot = row()
        foot.setContentsMargins(0, 6, 0, 2)
        foot.addWidget(self._answered)
        foot.addSpacing(16)
        foot.addWidget(self._told, 1, Qt.AlignmentFlag.AlignVCenter)
        self._told.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        inside.addLayout(foot)
        inside.addWidget(self._bar)
