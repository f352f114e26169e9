"""The page of rows, with the answer in its heading."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from imhtrainer.services.preflight.finding import Check, Finding
from imhtrainer.ui.prepare.doors.row import CheckRow
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import Card, column, line, row, scrolling
from imhtrainer.ui.widgets.words import label

WIDEST = 860
SIDE, EDGE = 20, 1
"""Pixels at both sides of everything, and of the card's edge and lines."""

AIRY, TIGHT = (25, 16, 8), (8, 4, 4)
"""Pixels over and under everything, and between its parts: where there is room, and where there is none."""


class DoorsPane(QWidget):
    """``acted`` carries a row's id and its action; ``again`` asks to look at everything once more."""

    acted = Signal(str, str)
    again = Signal()
    counted = Signal(str, bool)
    """In a few words how it stands, and whether all is well."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.rows: dict[str, CheckRow] = {}
        self.heading = label("", "title", wrap=True)
        self.again_button = Button(look, self.tr("Look again"), "text", "small", "refresh-cw")
        self.again_button.clicked.connect(self.again)
        self._card = Card()
        self._list = column(self._card)
        self._list.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.extra = column()
        """Where something stands that a row has opened, such as the keys of a clicker."""
        holder = QWidget()
        inside = self._inside = column(holder, spacing=8)
        head = self._head = row()
        head.addWidget(self.heading, 1)
        head.addWidget(self.again_button)
        inside.addLayout(head)
        inside.addWidget(self._card)
        inside.addLayout(self.extra)
        inside.addStretch(1)
        holder.setMaximumWidth(WIDEST)
        column(self).addWidget(scrolling(holder))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it can be, all rows are seen at once."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Have words under the names where that fits, else beside them; what is left is air, then height."""
        if not self.rows or self._spare(AIRY, low=False) >= 0:
            self._leave(AIRY)
            return
        airy = self._spare(AIRY, low=True)
        self._leave(AIRY if airy >= 0 else TIGHT)
        spare = airy if airy >= 0 else self._spare(TIGHT, low=True)
        for row_ in self.rows.values():
            row_.show_low(True, max(spare, 0) // len(self.rows))

    def _leave(self, air: tuple[int, int, int]) -> None:
        top, bottom, between = air
        self._inside.setContentsMargins(SIDE, top, SIDE, bottom)
        self._inside.setSpacing(between)

    def _spare(self, air: tuple[int, int, int], low: bool) -> int:
        """How many pixels are left with so much air and such rows; negative where they do not fit."""
        top, bottom, between = air
        wide = min(self.width(), WIDEST) - 2 * SIDE
        needed = top + bottom + 2 * between + self._head.totalHeightForWidth(wide)
        for row_ in self.rows.values():
            row_.show_low(low)
            needed += (
                row_.natural(wide - 2 * EDGE) + EDGE
            )  # each stands over a line, or the card's edge
        return self.height() - needed - EDGE

    def show_checks(self, checks: Sequence[Check]) -> None:
        """Make a row for each check; all of them are being looked at."""
        for check in checks:
            if check.id in self.rows:
                self.rows[check.id].show_looking()
                continue
            if self.rows:
                self._list.addWidget(line())
            made = CheckRow(self._look, check.name)
            made.acted.connect(lambda action, wanted=check.id: self.acted.emit(wanted, action))
            self.rows[check.id] = made
            self._list.addWidget(made)
        self._share()
        self._count()

    def show_finding(self, check: str, finding: Finding) -> None:
        """Show what was found of one thing."""
        self.rows[check].show_finding(finding)
        self._share()
        self._count()

    def _count(self) -> None:
        found = [each.finding for each in self.rows.values()]
        looking = found.count(None)
        open_points = sum(finding is not None and finding.verdict == "wrong" for finding in found)
        if looking:
            words = self.tr("Looking at {0} things").format(looking)
        elif open_points:
            one, many = self.tr("1 thing needs you"), self.tr("{0} things need you")
            words = one if open_points == 1 else many.format(open_points)
        else:
            words = self.tr("Ready to open the doors")
        self.heading.setText(words)
        self.counted.emit(words, not looking and not open_points)
