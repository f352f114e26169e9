"""Putting an issued certificate right, or revoking it: what it means, and the reason that is kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from imhtrainer.domain.certificate import next_revision
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.fields import TextField
from imhtrainer.ui.widgets.frames import column, row
from imhtrainer.ui.widgets.words import label
from imhtrainer.ui.wrapup.issue.entries import Entry

translate = QCoreApplication.translate

MOST_LISTED = 3
"""Changes that a correction names one by one."""


class WithdrawForm(QWidget):
    """``corrected`` carries name and reason, ``revoked`` the reason; ``left`` when nothing is to happen."""

    corrected = Signal(str, str)
    revoked = Signal(str)
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._correcting = True
        self.meaning = label("", "soft", wrap=True)
        self.name = TextField(look, self.tr("Name on the new revision"))
        self.reason = TextField(look, self.tr("Reason"), self.tr("Why, for the record"))
        self.do_button = Button(look, "")
        self.cancel_button = Button(look, self.tr("Cancel"), "quiet")
        self.said = label("", "warn-small", wrap=True)
        self._lay_out()
        self.do_button.clicked.connect(self._do)
        self.reason.returnPressed.connect(self._do)
        self.cancel_button.clicked.connect(self.left)

    def correct(self, entry: Entry, changes: Sequence[str]) -> None:
        """Ask for the name and the reason of the next revision; ``changes`` are what else it says otherwise."""
        revision = next_revision(entry.certificate.revision)
        said = self.tr(
            "Revision {0} takes this one’s place under the same number. The old paper counts no more: "
            "collect it."
        ).format(revision)
        if changes:
            also = self.tr("By the record it also has {0}.").format(_listed(changes))
            said = f"{said} {also}"
        self._begin(said, self.tr("Issue revision {0}").format(revision))
        self._correcting = True
        self.name.setText(entry.certificate.name)
        self.name.setCursorPosition(0)
        self.name.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def revoke(self, entry: Entry) -> None:
        """Ask for the reason of a revocation."""
        said = self.tr(
            "{0} counts no more, for good: whoever checks it is told so. Another one is issued only when "
            "you override this person’s completion afterwards."
        )
        self._begin(said.format(entry.certificate.serial), self.tr("Revoke"))
        self._correcting = False
        self.name.hide()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, sentence: str) -> None:
        """Say why it cannot be done so."""
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves everything as it was."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _begin(self, meaning: str, words: str) -> None:
        self.meaning.setText(meaning)
        self.do_button.setText(words)
        self.reason.clear()
        self.refuse("")

    def _do(self) -> None:
        if self._correcting:
            self.corrected.emit(self.name.text(), self.reason.text())
        else:
            self.revoked.emit(self.reason.text())

    def _lay_out(self) -> None:
        fields = row(spacing=8)
        fields.addWidget(self.name, 3)
        fields.addWidget(self.reason, 2)
        beside = row(spacing=8)
        beside.addWidget(self.meaning, 1)
        beside.addWidget(self.cancel_button)
        beside.addWidget(self.do_button)
        inside = column(self, spacing=8)
        inside.addLayout(fields)
        inside.addLayout(beside)
        inside.addWidget(self.said)
        inside.addStretch(1)


def _listed(changes: Sequence[str]) -> str:
    """The first of what changes, and how many more."""
    listed = "; ".join(changes[:MOST_LISTED])
    more = len(changes) - MOST_LISTED
    if more <= 0:
        return listed
    return translate("issue", "{0} (and {1} more)").format(listed, more)
