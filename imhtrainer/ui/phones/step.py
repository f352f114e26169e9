"""Room and phones: the third step of Prepare."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QWidget

from imhtrainer.ui.phones.adapter_list import AdapterList
from imhtrainer.ui.phones.card_view import CardView
from imhtrainer.ui.phones.proof import ProofPane
from imhtrainer.ui.phones.sheets_row import SheetsRow
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.fields import TextField, named_field
from imhtrainer.ui.widgets.frames import column, row, scrolling
from imhtrainer.ui.widgets.tick_box import TickBox
from imhtrainer.ui.widgets.words import label

if TYPE_CHECKING:
    from imhtrainer.domain.events import CheckIn
    from imhtrainer.ui.phones.link import RoomLink
    from imhtrainer.ui.services import Services
    from imhtrainer.ui.style.look import Look

PAUSE_MILLISECONDS = 400
WIDEST = 560
TO_THE_TITLE = 3
"""Pixels that bring a heading beside a title onto its line."""


class PhonesStep(QWidget):
    """Whether phones may answer, at which address, and whether they can: saved as typed.

    ``paper`` is what else is printed for the room.
    """

    def __init__(
        self, look: Look, services: Services, link: RoomLink, paper: QWidget | None = None
    ) -> None:
        super().__init__()
        self._link, self._services, self._paper = link, services, paper
        self.allow = Button(look, self.tr("Phones, paper and hands"), icon="smartphone")
        self.refuse = Button(look, self.tr("Paper and hands only"), icon="hand")
        self._ways = QButtonGroup(self)
        self.said = label(rank="soft", wrap=True)
        self.adapters = AdapterList()
        self.again = Button(look, self.tr("Look again"), "text", "small", "refresh-cw")
        self.again.setProperty("flush", "right")
        self.wifi = TextField(look, self.tr("Wi-Fi name"))
        self.password = TextField(look, self.tr("Wi-Fi password"))
        self.check_in = CheckInChoice(look)
        self.card = CardView(
            look, services.kit, self.tr("The join card stands here once phones are allowed.")
        )
        self.proof = ProofPane(look, link)
        self.sheets = SheetsRow(look, services, link.session)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self.write)
        self._lay_out()
        self._connect()
        settings = services.settings.now
        self.wifi.setText(settings.wifi)
        self.password.setText(settings.wifi_password)
        self.refresh()

    def open(self) -> None:
        """The step is opened: look which adapters there are now, and serve phones if they are allowed."""
        if self._link.wanted:
            self._link.open()
        else:
            self._link.look()

    def refresh(self) -> None:
        """Show how phones stand."""
        link = self._link
        (self.allow if link.wanted else self.refuse).setChecked(True)
        self.said.setText(self._said())
        self.adapters.show_adapters(link.adapters, link.adapter)
        state = link.session.state
        self.check_in.show_choice(state.check_in, state.confirm_names)
        self.check_in.setEnabled(bool(link.session.state.join_code))
        self.card.show_invitation(link.invitation, link.session.state.plan.lang)

    def state_words(self) -> tuple[str, bool]:
        """How the step stands in a few words, and whether it is done."""
        link = self._link
        if not link.wanted:
            return self.tr("Hands and paper only"), True
        if link.trouble:
            return link.trouble, False
        view = link.view
        if view is None or not view.running:
            return self.tr("Opening the door…"), False
        if view.lost:
            return self.tr("The laptop has left this network. Choose another."), False
        if view.reached:
            return self.tr("Phones reach this laptop"), True
        return self.tr("Open, not tried yet"), False

    def write(self) -> None:
        """Keep what the fields say."""
        self._pause.stop()
        settings = self._services.settings
        wanted = replace(
            settings.now, wifi=self.wifi.text().strip(), wifi_password=self.password.text().strip()
        )
        settings.change(wanted)

    def _said(self) -> str:
        invitation = self._link.invitation
        if self._link.wanted and invitation is not None:
            words = self.tr("Open at {0}, with the room code {1}.")
            return words.format(invitation.address, invitation.code)
        if self._link.wanted:
            return self.state_words()[0]
        return self.tr(
            "Off: nobody can connect to this laptop. Hands and answer sheets count in full."
        )

    def _connect(self) -> None:
        self._link.changed.connect(self.refresh)
        self.allow.clicked.connect(lambda: self._link.want(True))
        self.refuse.clicked.connect(lambda: self._link.want(False))
        self.again.clicked.connect(self._link.look)
        self.adapters.chosen.connect(self._link.take)
        self.check_in.chosen.connect(self._link.check_in)
        self.check_in.confirm.clicked.connect(self._link.confirm_names)
        for field in (self.wifi, self.password):
            field.textEdited.connect(lambda _text: self._pause.start())

    def _lay_out(self) -> None:
        content = QWidget()
        inside = row(content, spacing=32)
        inside.setContentsMargins(20, 27, 20, 24)
        for side in (self._what_is_chosen(), self._what_is_seen()):
            holder = QWidget()
            holder.setMaximumWidth(WIDEST)
            side.setContentsMargins(0, 0, 0, 0)
            holder.setLayout(side)
            inside.addWidget(holder, 1)
        inside.addStretch(0)
        column(self).addWidget(scrolling(content), 1)

    def _what_is_chosen(self) -> QBoxLayout:
        left = column(spacing=14)
        left.addWidget(label(self.tr("Room and phones"), "title"))
        ways = row(spacing=8)
        for way in (self.allow, self.refuse):
            way.setCheckable(True)
            self._ways.addButton(way)
            ways.addWidget(way, 1)
        left.addLayout(named_field(self.tr("How people may answer"), ways))
        left.addWidget(self.said)
        head = row()
        head.addWidget(label(self.tr("Network"), "heading"))
        head.addStretch(1)
        head.addWidget(self.again)
        left.addLayout(head)
        left.addWidget(self.adapters)
        left.addLayout(self._wifi_fields())
        left.addLayout(named_field(self.tr("Signing in by phone"), self.check_in))
        left.addWidget(label(self.tr("Answer sheets"), "heading"))
        left.addWidget(self.sheets)
        left.addStretch(1)
        return left

    def _what_is_seen(self) -> QBoxLayout:
        right = column(spacing=12)
        right.addSpacing(TO_THE_TITLE)
        right.addWidget(label(self.tr("What the projector shows"), "heading"))
        right.addWidget(self.card)
        right.addWidget(label(self.tr("Try it with your phone"), "heading"))
        right.addWidget(self.proof)
        if self._paper is not None:
            right.addSpacing(8)
            right.addWidget(self._paper)
        right.addStretch(1)
        return right

    def _wifi_fields(self) -> QBoxLayout:
        inside = column(spacing=5)
        pair = row(spacing=16)
        pair.addLayout(named_field(self.wifi.accessibleName(), self.wifi), 1)
        pair.addLayout(named_field(self.password.accessibleName(), self.password), 1)
        inside.addLayout(pair)
        hint = self.tr(
            "Shown on the join card as a code and in words, and kept in this program’s settings as typed. "
            "Leave both empty if the room should not see them."
        )
        inside.addWidget(label(hint, "small", wrap=True))
        return inside


class CheckInChoice(QWidget):
    """How a phone may sign its person in; ``chosen`` carries ``off``, ``typed`` or ``search``."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Signing in by phone"))
        self._group = QButtonGroup(self)
        self.buttons: dict[CheckIn, Button] = {
            "off": Button(look, self.tr("At the desk only")),
            "typed": Button(look, self.tr("Type the name")),
            "search": Button(look, self.tr("Find it on the list")),
        }
        self.confirm = TickBox(look, self.tr("I confirm each name"))
        self._hint = label(rank="small", wrap=True)
        inside = column(self, spacing=5)
        side_by_side = row(spacing=8)
        for how, button in self.buttons.items():
            button.setCheckable(True)
            self._group.addButton(button)
            side_by_side.addWidget(button, 1)
            button.clicked.connect(lambda _on=False, wanted=how: self.chosen.emit(wanted))
        inside.addLayout(side_by_side)
        inside.addWidget(self.confirm, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(self._hint)

    def show_choice(self, how: CheckIn, confirm: bool) -> None:
        """Show which way is chosen, and whether each name is confirmed."""
        self.buttons[how].setChecked(True)
        self.confirm.setChecked(confirm)
        self.confirm.setVisible(how != "off")
        waits = self.tr(
            "Every name waits for your word at “phones”. The person can answer meanwhile, and is here "
            "since the name was given."
        )
        self._hint.setText(
            waits
            if confirm and how != "off"
            else {
                "off": self.tr("Phones answer without names."),
                "typed": self.tr(
                    "A name that is on the roster signs in; any other waits for your word at “phones”."
                ),
                "search": self.tr(
                    "From two letters on phones are shown names of the roster who are not here yet. "
                    "Only with the room’s code."
                ),
            }[how]
        )
