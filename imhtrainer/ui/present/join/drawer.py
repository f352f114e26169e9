"""The join drawer over the right column: the card, the room's code, who waits, and every phone's seat."""

from secrets import token_hex

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from imhtrainer.domain.session.commands import AdmitSeat, DeclineSeat, LeaveSeat
from imhtrainer.layout.kit import Kit
from imhtrainer.ui.phones.card_view import CardView
from imhtrainer.ui.phones.evaluation_box import EvaluationBox
from imhtrainer.ui.present.join.helper_box import HelperBox
from imhtrainer.ui.present.join.rows import SeatRow, found_rows, seat_rows
from imhtrainer.ui.present.join.seat_line import SeatLine
from imhtrainer.ui.present.presenting import Presenting
from imhtrainer.ui.style.fonts import ensure_scripts
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.tasks import TaskRunner
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import Surface, column, row, scrolling
from imhtrainer.ui.widgets.tick_box import TickBox
from imhtrainer.ui.widgets.words import label
from imhtrainer.ui.wording import say_count

MOST = 60
"""Lines at a time: more are found by typing."""

AT_ONCE, IN_A_MOMENT = 24, 4
"""Lines that are made before the drawer is first seen, and then at a time."""


class JoinDrawer(Surface):
    """Shows how phones get in; a phone that was lost is replaced by its seat code."""

    closed = Signal()

    def __init__(self, look: Look, presenting: Presenting, kit: Kit, runner: TaskRunner) -> None:
        super().__init__("plain")
        self._look, self._presenting = look, presenting
        self._shown: tuple[SeatRow, ...] | None = None
        self.heading = label(rank="heading")
        self.said = label(rank="soft", wrap=True)
        self.card = CardView(look, kit, self.tr("Phones cannot join now."))
        self.address = label(rank="strong")
        self.address.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.show_card = Button(look, "", "edge", "", "projector")
        self.mend = Button(look, self.tr("Try again"), "edge", "small", "refresh-cw")
        self.evaluation = EvaluationBox(look, presenting.session, runner)
        self.confirm = TickBox(look, self.tr("I confirm each name"))
        self.helper = HelperBox(look, presenting)
        self.hint = label(
            self.tr(
                "A lost or empty phone: on the new one choose “I was here before” and type the seat code."
            ),
            "small",
            wrap=True,
        )
        self.close_button = Button(look, kind="icon", icon="x", says=self.tr("Close"))
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find a name or a seat code"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.textChanged.connect(self.refresh)
        self.rest = label(rank="small", wrap=True)
        self._list: QVBoxLayout = column()
        self._later = QTimer(self, singleShot=True, interval=20)
        self._later.timeout.connect(self._add_some)
        self.show_card.clicked.connect(lambda: presenting.show("join"))
        self.mend.clicked.connect(self._try_again)
        self.close_button.clicked.connect(self.closed)
        self.confirm.clicked.connect(self._confirm)
        self._lay_out()

    @property
    def lines(self) -> tuple[SeatLine, ...]:
        """The seats shown."""
        items = (self._list.itemAt(at) for at in range(self._list.count()))
        widgets = (item.widget() for item in items if item is not None)
        return tuple(widget for widget in widgets if isinstance(widget, SeatLine))

    def open(self) -> None:
        """Show who is in now."""
        self.refresh()
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show the seats and the address as they stand; nothing is rebuilt when nothing changed."""
        state, invitation = self._presenting.state, self._presenting.invitation
        rows = seat_rows(state)
        phones = say_count(len(rows), self.tr("1 phone"), self.tr("{0} phones"))
        self.heading.setText(phones if rows else self.tr("No phones yet"))
        self.said.setText(self._status())
        self.said.setVisible(bool(self.said.text()))
        self.mend.setVisible(invitation is None)
        self.card.show_invitation(invitation, state.plan.lang)
        address = f"{invitation.address}   ·   {invitation.code}" if invitation is not None else ""
        self.address.setText(address)
        on_card = state.screen == "join"
        self.show_card.setText(
            self.tr("Back to the slides") if on_card else self.tr("Show it on the projector")
        )
        self.show_card.set_icon("projector")
        self.show_card.setVisible(invitation is not None)
        self.show_card.setEnabled(state.stage == "running")
        self.hint.setVisible(bool(rows))
        self.confirm.setChecked(state.confirm_names)
        self.confirm.setVisible(invitation is not None and state.check_in != "off")
        self.evaluation.refresh()
        self.helper.refresh()
        self.field.setVisible(len(rows) > MOST)
        found = found_rows(rows, self.field.text())
        left = len(found) - MOST
        self.rest.setVisible(left > 0)
        self.rest.setText(self.tr("{0} more: type a name or a seat code above.").format(left))
        if found[:MOST] != self._shown:
            self._shown = found[:MOST]
            self._fill(self._shown)

    def escape(self) -> bool:
        """Esc empties the field first; True when there was something to empty."""
        typed = bool(self.field.text())
        self.field.clear()
        return typed

    def _status(self) -> str:
        room = self._presenting.room
        if room is None or not room.wanted:
            return self.tr(
                "Phones are not allowed in this session. Prepare, Room and phones, allows them."
            )
        if room.trouble:
            return room.trouble
        if room.view is not None and room.view.lost:
            return self.tr("The laptop has left its network. Join the Wi-Fi again, then try again.")
        return self.tr("Opening the door…") if room.starting else ""

    def _try_again(self) -> None:
        room = self._presenting.room
        if room is not None and room.wanted:
            room.again()
        elif room is not None:
            room.want(True)

    def _confirm(self, each: bool) -> None:
        if self._presenting.room is not None:
            self._presenting.room.confirm_names(each)

    def _admit(self, seat: SeatRow) -> None:
        who = seat.attendee or token_hex(4)
        self._presenting.do(AdmitSeat(self._presenting.now, seat.code, who))

    def _decline(self, code: str) -> None:
        self._presenting.do(DeclineSeat(self._presenting.now, code))

    def _remove(self, code: str) -> None:
        self._presenting.do(LeaveSeat(self._presenting.now, code))

    def _fill(self, rows: tuple[SeatRow, ...]) -> None:
        ensure_scripts("".join(seat.person or seat.name for seat in rows))
        wanted = set(rows)
        for seat_line in self.lines:
            if seat_line.seat not in wanted:
                self._list.removeWidget(seat_line)
                seat_line.hide()
                seat_line.deleteLater()
        self._add_some(AT_ONCE)

    def _add_some(self, most: int = IN_A_MOMENT) -> None:
        """Lines that are missing, from the top; a hall of phones comes bit by bit, so that keys get their turn."""
        there = {seat_line.seat for seat_line in self.lines}
        missing = [place for place, seat in enumerate(self._shown or ()) if seat not in there]
        for place in missing[:most]:
            self._insert(place, (self._shown or ())[place])
        if missing[most:]:
            self._later.start()

    def _insert(self, place: int, seat: SeatRow) -> None:
        """A line where it belongs among those that stay: their order hangs on nothing but themselves."""
        made = SeatLine(self._look, seat)
        made.admitted.connect(self._admit)
        made.declined.connect(self._decline)
        made.removed.connect(self._remove)
        self._list.insertWidget(place, made)
        made.show()

    def _lay_out(self) -> None:
        inside = column(self, spacing=8)
        inside.setContentsMargins(20, 12, 12, 12)
        head = row()
        head.addWidget(self.heading)
        head.addStretch(1)
        head.addWidget(self.close_button)
        inside.addLayout(head)
        content = QWidget()
        body = column(content, spacing=8)
        body.setContentsMargins(0, 0, 8, 0)
        body.addWidget(self.said)
        body.addWidget(self.mend, 0, Qt.AlignmentFlag.AlignLeft)
        body.addWidget(self.card)
        body.addWidget(self.address)
        body.addWidget(self.show_card)
        body.addWidget(self.confirm, 0, Qt.AlignmentFlag.AlignLeft)
        body.addWidget(self.evaluation)
        body.addWidget(self.field)
        body.addLayout(self._list)
        body.addWidget(self.rest)
        body.addWidget(self.hint)
        body.addWidget(self.helper)
        body.addStretch(1)
        inside.addWidget(scrolling(content), 1)
