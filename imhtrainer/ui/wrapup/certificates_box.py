"""The certificates in the right column: how many are ready, looking through them, printing again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import column, row
from imhtrainer.ui.widgets.words import label
from imhtrainer.ui.wrapup.issue.entries import Entry, anyone_waits, summary_words

_PAPERS = {"letter": "Letter", "a4": "A4"}


class CertificatesBox(QWidget):
    """``look_through`` opens the sheet; the rest is about what was issued before."""

    look_through = Signal()
    print_again = Signal()
    open_file = Signal()
    show_folder = Signal()
    save_again = Signal()
    badges = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.said = label("", wrap=True)
        self.facts = label("", "soft", wrap=True)
        self.issue_button = Button(
            look, self.tr("Look through and issue"), "primary", "main", icon="award"
        )
        self.issue_button.setToolTip(self.tr("Ctrl+Enter"))
        self.print_button = Button(look, self.tr("Print again"), icon="printer")
        self.open_button = Button(look, self.tr("Open"), "text")
        self.save_button = Button(look, self.tr("Save PDF"), "text")
        self.folder_button = Button(
            look, kind="icon", icon="folder-open", token="lagoon", says=self.tr("Show in folder")
        )
        self.folder_button.setProperty("flush", "right")
        self.look_button = Button(look, self.tr("Look through, correct, revoke"), "text")
        self.look_button.setProperty("flush", "left")
        self.look_button.setToolTip(self.tr("Ctrl+Enter"))
        self.badges_button = Button(look, self.tr("Save badges"), "text")
        self.badges_button.setProperty("flush", "left")
        self.badges_button.setToolTip(
            self.tr("An Open Badges file for each certificate, in the session’s folder")
        )
        self.badges_said = label("", "small", wrap=True)
        self.fonts_said = label("", "small", wrap=True)
        self.fonts_said.hide()
        self._after = QWidget()
        self._lay_out()
        for button, signal in (
            (self.issue_button, self.look_through),
            (self.look_button, self.look_through),
            (self.print_button, self.print_again),
            (self.open_button, self.open_file),
            (self.save_button, self.save_again),
            (self.badges_button, self.badges),
            (self.folder_button, self.show_folder),
        ):
            button.clicked.connect(signal)

    def show_entries(
        self, entries: Sequence[Entry], revoked: int, ended: bool, saved: bool
    ) -> None:
        """Show who is ready and who has one, and how many were revoked.

        ``saved`` tells that the PDF stands where it is written.
        """
        issued = any(entry.issued for entry in entries)
        self.said.setText(summary_words(entries, revoked))
        self.facts.setText(self._facts(entries))
        self.facts.setVisible(bool(entries))
        self.issue_button.setVisible(ended and anyone_waits(entries))
        self._after.setVisible(issued)
        self.look_button.setVisible(issued and self.issue_button.isHidden())
        self.open_button.setVisible(saved)
        self.folder_button.setVisible(saved)
        self.save_button.setVisible(not saved)
        sealed = any(entry.issued and entry.certificate.seal for entry in entries)
        self.badges_button.setVisible(sealed)
        self.badges_said.setVisible(sealed)

    def show_fonts(self, sentence: str) -> None:
        """Say that letters may look otherwise than on the paper that was handed out; empty where they do not."""
        self.fonts_said.setText(sentence)
        self.fonts_said.setVisible(bool(sentence))

    def show_badges(self, sentence: str) -> None:
        """Say what became of the badges."""
        self.badges_said.setText(sentence)

    def _facts(self, entries: Sequence[Entry]) -> str:
        if not entries:
            return ""
        first = entries[0].certificate
        words = self.tr("{0} contact hours, {1}, one PDF.")
        if first.hours == 1:
            words = self.tr("{0} contact hour, {1}, one PDF.")
        return words.format(f"{first.hours:g}", _PAPERS[first.paper])

    def _lay_out(self) -> None:
        inside = column(self, spacing=2)
        inside.addWidget(label(self.tr("Certificates"), "heading"))
        inside.addSpacing(10)
        inside.addWidget(self.said)
        inside.addWidget(self.facts)
        inside.addSpacing(14)
        inside.addWidget(self.issue_button)
        after = row(self._after, spacing=4)
        after.setContentsMargins(0, 8, 0, 0)
        after.addWidget(self.print_button)
        after.addStretch(1)
        for button in (self.save_button, self.open_button, self.folder_button):
            after.addWidget(button)
        inside.addWidget(self._after)
        inside.addWidget(self.fonts_said)
        inside.addWidget(self.look_button, 0, Qt.AlignmentFlag.AlignLeft)
        badges = row(spacing=8)
        badges.addWidget(self.badges_button)
        badges.addWidget(self.badges_said, 1)
        inside.addLayout(badges)
