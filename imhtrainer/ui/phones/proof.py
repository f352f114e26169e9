"""“Try it with your phone”: waits for one phone, and explains what may keep phones away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QWidget

from imhtrainer.ui.widgets.bars import IconLabel
from imhtrainer.ui.widgets.frames import column, row
from imhtrainer.ui.widgets.words import label

if TYPE_CHECKING:
    from imhtrainer.ui.phones.link import RoomLink
    from imhtrainer.ui.style.look import Look

PATIENCE_MILLISECONDS = 20_000
"""A phone that can reach the laptop has done so by then."""


class ProofPane(QWidget):
    """Says whether a phone got here; after a while without one, why that may be."""

    def __init__(self, look: Look, link: RoomLink) -> None:
        super().__init__()
        self._link = link
        self._at = ""
        self._icon = IconLabel(look, "smartphone", "ink-soft", 20)
        self.said = label(rank="name", wrap=True)
        self.reasons: tuple[QLabel, ...] = tuple(
            label(words, "soft", wrap=True)
            for words in (
                self.tr(
                    "1. Is the phone in the same Wi-Fi as this laptop, and are mobile data and VPN off on it?"
                ),
                self.tr(
                    "2. The laptop’s firewall may keep phones out: allow IMH Trainer (or Python) in private "
                    "networks. On Windows it asks once; a “no” is changed under Windows Security, Firewall, "
                    "Allow an app."
                ),
                self.tr(
                    "3. Many guest and conference networks keep devices apart (“access point isolation”). Nothing "
                    "here can change that: use another network, or the hotspot of this laptop or of a phone."
                ),
                self.tr("Without phones nothing is lost: hands and answer sheets count in full."),
            )
        )
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MILLISECONDS)
        self._patience.timeout.connect(self._explain)
        self._lay_out()
        link.changed.connect(self.refresh)
        self.refresh()

    def set_patience(self, milliseconds: int) -> None:
        """Wait so long for a phone before explaining."""
        self._patience.setInterval(milliseconds)

    def refresh(self) -> None:
        """Say how it stands."""
        view = self._link.view
        if view is None or not view.running:
            self._patience.stop()
            self._at = ""
            self._say("smartphone", "ink-soft", self.tr("Allow phones first."), explain=False)
        elif view.reached:
            self._patience.stop()
            words = self.tr("A phone got here ({0}). Phones can reach this laptop.")
            self._say("circle-check", "leaf", words.format(view.reached), explain=False)
        elif view.url != self._at:
            self._at = view.url
            self._patience.start()
            words = self.tr("Scan the codes with your own phone. Waiting for it…")
            self._say("smartphone", "ink-soft", words, explain=False)

    def _explain(self) -> None:
        words = self.tr("No phone has got here yet.")
        self._say("triangle-alert", "coral-text", words, explain=True)

    def _say(self, icon: str, token: str, words: str, *, explain: bool) -> None:
        self._icon.show_icon(icon, token)
        self.said.setText(words)
        for reason in self.reasons:
            reason.setVisible(explain)

    def _lay_out(self) -> None:
        inside = column(self, spacing=8)
        head = row(spacing=10)
        head.addWidget(self._icon)
        head.addWidget(self.said, 1)
        inside.addLayout(head)
        for reason in self.reasons:
            inside.addWidget(reason)
