"""The white card of a round: question, choices with their hands, and how many have answered."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imhtrainer.ui.present.figures import clock_figures
from imhtrainer.ui.present.round.choice_row import HANDS_WIDTH, ChoiceRow
from imhtrainer.ui.present.round.figures import RoundFigures
from imhtrainer.ui.present.round.state import RoundState
from imhtrainer.ui.present.share_bar import ShareBar
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.bars import IconLabel
from imhtrainer.ui.widgets.frames import Card, column, line, row
from imhtrainer.ui.widgets.words import label
from imhtrainer.ui.wording import say_count

MANY = 4
"""From so many choices on each has one line."""


class RoundCard(Card):
    """Shows a round; ``counted`` carries a choice (0-based) and its hands, ``taken`` the choice clicked."""

    counted = Signal(int, int)
    taken = Signal(int)
    rows_made = Signal()
    """Rows for another question stand there; Tab must be told where they are read."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._lead = label(rank="soft")
        self._state = RoundState(look)
        self._question = label(rank="heading", wrap=True)
        self._answered = label(rank="heading")
        self._shift = label(rank="soft")
        self._bar = ShareBar(look, 10)
        self._rows: list[ChoiceRow] = []
        self._slide = ""
        self._heads = QWidget()
        self._inside = column(self, spacing=6)
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
        """The height in pixels at which every row has all the height it can use."""
        inside = self._inside.contentsMargins()
        wide = width - inside.left() - inside.right()
        spare = sum(max(row_.maximumHeight() - row_.natural(wide), 0) for row_ in self._rows)
        return self._inside.totalHeightForWidth(width) + spare

    def show_round(self, figures: RoundFigures, focused: int) -> None:
        """Show a round; ``focused`` is the choice that digits count for."""
        if figures.slide != self._slide:
            self._slide = figures.slide
            self._make_rows(len(figures.choices))
        self._lead.setText(self._lead_words(figures))
        self._question.setText(figures.question)
        self.show_seconds(figures)
        open_now = figures.stage == "open"
        for index, (row_, choice) in enumerate(zip(self._rows, figures.choices, strict=True)):
            row_.show_choice(choice, figures.answered, open_now, open_now and index == focused)
        self._show_answered(figures)

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
        count, *letters = figures.shift.split() or [""]
        moved = self.tr("{0} went from {1} to {2}")
        self._shift.setText(moved.format(count, *letters) if letters else "")

    def _lead_words(self, figures: RoundFigures) -> str:
        vote = {1: self.tr("first vote"), 2: self.tr("second vote"), 3: self.tr("third vote")}
        name = vote.get(figures.vote, self.tr("vote {0}").format(figures.vote))
        match figures.phase:
            case "check":
                checkpoint = self.tr("Checkpoint {0} of {1}").format(figures.point, figures.points)
                return f"{checkpoint}, {name}"
            case "pre":
                return self.tr("Before we start, {0}").format(name)
            case _:
                return self.tr("Final check, {0}").format(name)

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
        inside.addLayout(head)
        inside.addWidget(self._question)
        heads = row(self._heads, spacing=6)
        heads.addStretch(1)
        hands = row(spacing=4)
        hands.addStretch(1)
        hands.addWidget(IconLabel(self._look, "hand", "ink-soft", 16))
        hands.addWidget(label(self.tr("Raised hands"), "small"))
        hands.addStretch(1)
        holder = Card()
        holder.setProperty("surface", "")
        holder.setFixedWidth(HANDS_WIDTH)
        holder.setLayout(hands)
        heads.addWidget(holder)
        inside.addWidget(self._heads)
        inside.addWidget(line())
        inside.addLayout(self._list, 1)
        foot = row()
        foot.setContentsMargins(0, 6, 0, 2)
        foot.addWidget(self._answered)
        foot.addStretch(1)
        foot.addWidget(self._shift, 0, Qt.AlignmentFlag.AlignVCenter)
        inside.addLayout(foot)
        inside.addWidget(self._bar)
