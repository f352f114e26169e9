"""One choice in a round: letter, text, bar, and the hands that are counted for it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from imhtrainer.ui.present.figure_label import FigureLabel
from imhtrainer.ui.present.figures import percent
from imhtrainer.ui.present.round.figures import ChoiceFigures, RoundFigures
from imhtrainer.ui.present.round.vote_bar import VoteBar
from imhtrainer.ui.style.icons import paint_icon
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import column, row
from imhtrainer.ui.widgets.words import ElidedLabel, label

TILE, BUTTON = 36, 50
HANDS_WIDTH, SOURCE_WIDTH, ALL_WIDTH = 180, 66, 48
LEAST = 60
"""A row is never lower than this."""
HIGHEST, ONE_LINE, FOR_FIRST = 88, 64, 8
"""Nor higher than the first, or the second where its text has one line; and by how much with two votes' bars."""
OFF_LINE = 4
"""Pixels that text and bars keep off the row's ends."""


class LetterTile(QWidget):
    """The choice's letter; the right one is green with a tick and the word, on this screen only."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._letter = ""
        self._word = ""
        self.setFixedSize(54, 60)
        look.changed.connect(self.update)

    def show_letter(self, letter: str, word: str) -> None:
        """Show a letter; ``word`` marks it as right, or says its place in the right order."""
        if (letter, word) != (self._letter, self._word):
            self._letter, self._word = letter, word
            self.setAccessibleName(f"{letter}, {word}" if word else letter)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it as it stands."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = 1.0 if self._word else (self.height() - TILE) / 2
        tile = QRectF(0.5, top, TILE, TILE)
        leaf = self._look.color("leaf")
        painter.setPen(QPen(leaf, 1) if self._word else Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color("tint-leaf" if self._word else "sand"))
        painter.drawRoundedRect(tile, 6, 6)
        painter.setPen(leaf if self._word else self._look.color("ink"))
        painter.setFont(_font(self.font(), 18, QFont.Weight.DemiBold))
        painter.drawText(tile, Qt.AlignmentFlag.AlignCenter, self._letter)
        if self._word:
            paint_icon(painter, "check", QRectF(0, 42, 14, 14), leaf)
            painter.setPen(leaf)
            painter.setFont(_font(self.font(), 13, QFont.Weight.DemiBold))
            painter.drawText(QRectF(16, 39, 40, 20), Qt.AlignmentFlag.AlignVCenter, self._word)


class HandsCounter(QWidget):
    """Minus, the count, plus; a ring shows that digits go here."""

    changed = Signal(int)
    taken = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._hands = 0
        self._ring = False
        self.minus = Button(look, icon="minus", says=self.tr("One hand less"))
        self.plus = Button(look, icon="plus", says=self.tr("One hand more"))
        self.figure = FigureLabel(look, 32, self.tr("Raised hands"))
        self.setFixedSize(HANDS_WIDTH, BUTTON + 10)
        inside = row(self)
        inside.setContentsMargins(5, 5, 5, 5)
        for button, step in ((self.minus, -1), (self.plus, 1)):
            button.setFixedSize(BUTTON, BUTTON)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _on=False, by=step: self._step(by))
        inside.addWidget(self.minus)
        inside.addStretch(1)
        inside.addWidget(self.figure)
        inside.addStretch(1)
        inside.addWidget(self.plus)
        look.changed.connect(self.update)

    def name_choice(self, letter: str) -> None:
        """Say in the buttons' names which choice they count for."""
        self.minus.setAccessibleName(self.tr("One hand less for {0}").format(letter))
        self.plus.setAccessibleName(self.tr("One hand more for {0}").format(letter))

    def show_hands(self, hands: int, open_now: bool, ring: bool) -> None:
        """Show a count; it can be changed while the vote is open."""
        self._hands = hands
        self.figure.show_figure(str(hands))
        self.minus.setEnabled(open_now and hands > 0)
        self.plus.setEnabled(open_now)
        if ring != self._ring:
            self._ring = ring
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it as it stands."""
        if self._ring:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._look.color("lagoon"), 2.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 8, 8)

    def _step(self, by: int) -> None:
        self.taken.emit()
        self.changed.emit(max(self._hands + by, 0))


class CountLabel(FigureLabel):
    """A count that comes by itself: by phone, on paper, or in all."""

    def __init__(
        self, look: Look, pixels: int, says: str, width: int, weight: QFont.Weight
    ) -> None:
        super().__init__(look, pixels, says, weight=weight)
        self._holder = QWidget()
        self._holder.setFixedWidth(width)
        inside = row(self._holder)
        inside.addStretch(1)
        inside.addWidget(self)
        inside.addStretch(1)

    @property
    def holder(self) -> QWidget:
        """The column it is centred in."""
        return self._holder


class ChoiceRow(QWidget):
    """A row of 88 (64 with four choices and more), never under 60."""

    counted = Signal(int)
    taken = Signal()

    def __init__(self, look: Look, one_line: bool) -> None:
        super().__init__()
        self._look = look
        self._tile = LetterTile(look)
        self._text = ElidedLabel(rank="name") if one_line else label(rank="name", wrap=True)
        self._bar = VoteBar(look)
        self.hands = HandsCounter(look)
        plain, strong = QFont.Weight.Normal, QFont.Weight.DemiBold
        self.phones = CountLabel(look, 24, self.tr("Phones"), SOURCE_WIDTH, plain)
        self.paper = CountLabel(look, 24, self.tr("Paper"), SOURCE_WIDTH, plain)
        self.all = CountLabel(look, 24, self.tr("All"), ALL_WIDTH, strong)
        self._inside = row(self, spacing=6)
        self.hands.changed.connect(self.counted)
        self.hands.taken.connect(self.taken)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._highest = ONE_LINE if one_line else HIGHEST
        self.setMaximumHeight(self._highest)
        self.setMinimumHeight(LEAST)
        self._lay_out()

    def show_choice(
        self, choice: ChoiceFigures, figures: RoundFigures, open_now: bool, ring: bool
    ) -> None:
        """Show a choice's figures."""
        self._tile.show_letter(choice.letter, self._mark(choice))
        self.hands.name_choice(choice.letter)
        self._text.setText(choice.text)
        self._text.setVisible(bool(choice.text))
        words = f"{percent(choice.share)}%" if figures.answered else ""
        first = ""
        if choice.first_share is not None:
            first = self.tr("{0}% at first").format(percent(choice.first_share))
        self._bar.show_vote(choice.share, words, choice.first_share, first)
        self.setMaximumHeight(self._highest + (FOR_FIRST if first else 0))
        self.hands.setVisible(figures.by_hand)
        self.hands.show_hands(choice.hands, open_now, ring)
        on = figures.sources.invited or figures.sources.phones > 0
        self.phones.show_figure(
            str(choice.phones) if on else self.tr("off"), token="ink" if on else "ink-soft"
        )
        self.paper.show_figure(str(choice.paper))
        self.all.show_figure(str(choice.all))
        self.setAccessibleName(f"{choice.letter}. {choice.text}, {choice.all}")

    def _mark(self, choice: ChoiceFigures) -> str:
        if choice.place:
            places = (self.tr("1st"), self.tr("2nd"), self.tr("3rd"), self.tr("4th"))
            return places[choice.place - 1]
        return self.tr("Right") if choice.right else ""

    def natural(self, width: int) -> int:
        """The height that a layout asks for it where ``width`` pixels are free."""
        wrapped = self._inside.totalHeightForWidth(width)
        return max(wrapped, LEAST) if wrapped >= 0 else self.maximumHeight()

    def sizeHint(self) -> QSize:
        """As large as what it shows."""
        return QSize(super().sizeHint().width(), self.maximumHeight())

    def minimumSizeHint(self) -> QSize:
        """Never smaller than this."""
        return QSize(super().minimumSizeHint().width(), 60)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the choice that was clicked."""
        self.taken.emit()

    def _lay_out(self) -> None:
        inside = self._inside
        inside.addWidget(self._tile)
        middle = column(spacing=4)
        middle.setContentsMargins(0, OFF_LINE, 0, OFF_LINE)
        middle.addStretch(1)
        middle.addWidget(self._text)
        middle.addWidget(self._bar)
        middle.addStretch(1)
        inside.addLayout(middle, 1)
        inside.addSpacing(8)
        inside.addWidget(self.phones.holder)
        inside.addWidget(self.paper.holder)
        inside.addWidget(self.hands)
        inside.addWidget(self.all.holder)


def _font(base: QFont, pixels: int, weight: QFont.Weight) -> QFont:
    font = QFont(base)
    font.setPixelSize(pixels)
    font.setWeight(weight)
    return font
