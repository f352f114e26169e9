"""A co-facilitator's way in, on the laptop alone: a long code, its QR symbol, and the word that withdraws it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from imhtrainer.domain.cofacilitator import spaced_co_code
from imhtrainer.domain.session.commands import DismissCoFacilitators, InviteCoFacilitator
from imhtrainer.layout.page import QrBox
from imhtrainer.layout.qr import place_quiet_qr
from imhtrainer.room.seats import make_co_code
from imhtrainer.ui.present.presenting import Presenting
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import Surface, column, row
from imhtrainer.ui.widgets.words import label
from imhtrainer.ui.wording import say_count

SIDE = 120
"""Pixels of the symbol: read from an arm's length, not from the room."""


class QrView(QWidget):
    """A QR symbol, dark on white whichever the windows' colours are."""

    def __init__(self) -> None:
        super().__init__()
        self._box: QrBox | None = None
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Code to scan for the co-facilitator"))

    @property
    def text(self) -> str:
        """What the symbol holds."""
        return self._text

    def show_text(self, text: str) -> None:
        """Show a symbol; nothing for an empty text."""
        if text != self._text:
            self._text = text
            self._box = place_quiet_qr(text, 0, 0, SIDE) if text else None
            self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(SIDE, SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the modules."""
        if self._box is None:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("white"))
        for x, y, wide, high in self._box.modules:
            painter.fillRect(QRectF(x, y, wide, high), QColor("black"))


class HelperBox(Surface):
    """Invites a co-facilitator, shows the code while it holds, and withdraws it."""

    def __init__(self, look: Look, presenting: Presenting) -> None:
        super().__init__("sand")
        self._presenting = presenting
        self.said = label(rank="soft", wrap=True)
        self.code = label(rank="strong")
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.address = label(rank="small", wrap=True)
        self.qr = QrView()
        self.invite = Button(look, self.tr("Invite a co-facilitator"), "edge", "small", "user-plus")
        self.withdraw = Button(look, self.tr("Withdraw the code"), "edge", "small", "ban")
        self.invite.clicked.connect(self._invite)
        self.withdraw.clicked.connect(self._withdraw)
        self._lay_out()

    def refresh(self) -> None:
        """Show whether anybody is invited, and how many are in."""
        state, room = self._presenting.state, self._presenting.room
        url = room.co_url if room is not None else ""
        invited = bool(state.co_code)
        self.setVisible(bool(room is not None and room.running) or invited)
        self.said.setText(self._words(state.co_code, len(state.co_facilitators)))
        self.code.setText(spaced_co_code(state.co_code))
        self.address.setText(url.partition("#")[0].removeprefix("http://"))
        self.qr.show_text(url)
        self.code.setVisible(invited)
        self.withdraw.setVisible(invited)
        self.qr.setVisible(bool(url))
        self.address.setVisible(bool(url))
        self.invite.setVisible(not invited)

    def _words(self, code: str, inside: int) -> str:
        if not code:
            return self.tr(
                "On a tablet or phone: notes, next and back, votes and the sign-in desk."
            )
        if not inside:
            return self.tr("For the co-facilitator alone. Do not show it to the room.")
        return say_count(
            inside,
            self.tr("1 device has come in with this code."),
            self.tr("{0} devices have come in with this code."),
        )

    def _invite(self) -> None:
        self._presenting.do(InviteCoFacilitator(self._presenting.now, make_co_code()))
        self.refresh()

    def _withdraw(self) -> None:
        self._presenting.do(DismissCoFacilitators(self._presenting.now))
        self.refresh()

    def _lay_out(self) -> None:
        inside = column(self, spacing=8)
        inside.setContentsMargins(14, 12, 14, 12)
        inside.addWidget(label(self.tr("A second pair of hands"), "strong"))
        inside.addWidget(self.said)
        beside = row(spacing=14)
        beside.addWidget(self.qr)
        words = column(spacing=6)
        words.addWidget(self.code)
        words.addWidget(self.address)
        words.addStretch(1)
        beside.addLayout(words, 1)
        inside.addLayout(beside)
        inside.addWidget(self.invite, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(self.withdraw, 0, Qt.AlignmentFlag.AlignLeft)
