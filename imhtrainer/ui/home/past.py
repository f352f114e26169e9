"""Sessions held before, and those prepared and not held yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget

from imhtrainer.ui.home.band import empty_layout
from imhtrainer.ui.style.fonts import ensure_scripts
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.bars import IconLabel
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import Card, column, line, row
from imhtrainer.ui.widgets.words import ElidedLabel, label
from imhtrainer.ui.wording import say_count, say_day

if TYPE_CHECKING:
    from imhtrainer.services.sessions import SessionSummary

WIDTH, NARROW, ROW = 388, 330, 72
SHOWN = 5
NARROW_UNDER = 1100
THREE_CARDS = 978
"""Pixels that three trainings take of a page, with its margins and the gap beside them."""


class PastSessions(QWidget):
    """The newest five sessions, or all of them; ``opened`` carries a session's id."""

    opened = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        self._look = look
        self._all = False
        self._summaries: tuple[SessionSummary, ...] = ()
        self._title = label(self.tr("Past sessions"), "heading")
        self._title.setMinimumHeight(36)
        self._more = Button(look, kind="text")
        self._more.setProperty("flush", "right")
        self._more.clicked.connect(self._toggle)
        self._card = Card()
        self._rows = column(self._card)
        self._rows.setContentsMargins(1, 1, 1, 1)
        head = row()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self._more)
        around = column(self, spacing=12)
        around.addLayout(head)
        around.addWidget(self._card)
        around.addStretch(1)
        self.show_sessions(())

    def fit(self, page: int) -> None:
        """Leave the trainings their room on a page so wide: three cards, or two in a narrow window."""
        left = page - THREE_CARDS
        three = left >= NARROW
        self.setFixedWidth(min(left, WIDTH) if three else NARROW if page < NARROW_UNDER else WIDTH)

    @property
    def rows(self) -> tuple[QAbstractButton, ...]:
        """The rows that can be opened, from top to bottom."""
        return tuple(self._card.findChildren(SessionRow))

    def show_sessions(self, summaries: tuple[SessionSummary, ...]) -> None:
        """Show these sessions, those not held yet first."""
        ahead = tuple(each for each in summaries if each.stage == "prepared")
        held = tuple(each for each in summaries if each.stage != "prepared")
        self._summaries = (*ahead, *held)
        self._title.setText(self.tr("Sessions") if ahead else self.tr("Past sessions"))
        self._fill()

    def _fill(self) -> None:
        empty_layout(self._rows)
        count = len(self._summaries)
        shown = self._summaries if self._all else self._summaries[:SHOWN]
        for index, summary in enumerate(shown):
            if index:
                self._rows.addWidget(line())
            made = SessionRow(self._look, summary)
            made.clicked.connect(lambda _on=False, wanted=summary.id: self.opened.emit(wanted))
            self._rows.addWidget(made)
        if not shown:
            self._rows.addWidget(self._nothing())
        self._more.setVisible(count > SHOWN)
        self._more.setText(
            self.tr("Newest {0}").format(SHOWN) if self._all else self.tr("All {0}").format(count)
        )

    def _nothing(self) -> QWidget:
        words = label(self.tr("Sessions you have held will be listed here."), "soft", wrap=True)
        words.setContentsMargins(20, 20, 20, 20)
        return words

    def _toggle(self) -> None:
        self._all = not self._all
        self._fill()


class SessionRow(QPushButton):
    """One session: day, place, and what came of it."""

    def __init__(self, look: Look, summary: SessionSummary) -> None:
        super().__init__()
        self.setProperty("kind", "row")
        self.setFixedHeight(ROW - 1)
        place = summary.venue or summary.title
        title = self.tr("Rehearsal") if summary.rehearsal else place
        ensure_scripts(title)
        day = say_day(summary.starts or summary.last_moment, short=True)
        said = self._outcome(summary)
        self.setAccessibleName(f"{day}, {title}, {said}")
        when = label(day, "soft")
        when.setFixedWidth(60)
        words = column(spacing=3)
        words.addStretch(1)
        self._lines = (ElidedLabel(title, "name"), ElidedLabel(said, "small"))
        for each in self._lines:
            words.addWidget(each)
        words.addStretch(1)
        inside = row(self, spacing=8)
        inside.setContentsMargins(20, 0, 16, 0)
        inside.addWidget(when)
        inside.addLayout(words, 1)
        inside.addWidget(IconLabel(look, "chevron-right", "ink", 18))
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer what is shortened as the row's own tool tip: its labels do not see the mouse."""
        super().resizeEvent(event)
        self.setToolTip("\n".join(each.text() for each in self._lines if each.toolTip()))

    def _outcome(self, summary: SessionSummary) -> str:
        if summary.stage == "prepared":
            return self.tr("Prepared, not held yet")
        if summary.rehearsal and not summary.came:
            return self.tr("Practiced alone, nobody recorded")
        if summary.rehearsal:
            one, many = self.tr("1 made-up person"), self.tr("{0} made-up people")
            return say_count(summary.came, one, many)
        said = self.tr("{0} came, {1} completed")
        if summary.revoked:
            said = self.tr("{0} came, {2} valid, {3} revoked")
        elif summary.certificates:
            one, many = self.tr("{0} came, 1 certificate"), self.tr("{0} came, {2} certificates")
            said = one if summary.certificates == 1 else many
        return said.format(summary.came, summary.completed, summary.certificates, summary.revoked)
