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
ROOMY = 640
"""Height from which on the words of every check stand under its name."""


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
        self._list.setContentsMargins(1, 1, 1, 1)
        self.extra = column()
        """Where something stands that a row has opened, such as the keys of a clicker."""
        holder = QWidget()
        inside = self._inside = column(holder, spacing=8)
        head = row()
        head.addWidget(self.heading, 1)
        head.addWidget(self.again_button)
        inside.addLayout(head)
        inside.addWidget(self._card)
        inside.addLayout(self.extra)
        inside.addStretch(1)
        holder.setMaximumWidth(WIDEST)
        column(self).addWidget(scrolling(holder))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window all rows are seen at once."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        low = self.height() < ROOMY
        top, bottom = (8, 4) if low else (25, 16)
        self._inside.setContentsMargins(20, top, 20, bottom)
        self._inside.setSpacing(4 if low else 8)
        for row_ in self.rows.values():
            row_.show_low(low)

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
