"""Answer sheets for who has no phone: how many, and where they were saved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from imhtrainer.domain.errors import Cancelled
from imhtrainer.services.answer_sheets import write_answer_sheets
from imhtrainer.services.session_files import session_folder
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.fields import NumberField
from imhtrainer.ui.widgets.frames import column, row
from imhtrainer.ui.widgets.words import label

if TYPE_CHECKING:
    from imhtrainer.domain.session.state import SessionState
    from imhtrainer.services.session import TrainingSession
    from imhtrainer.ui.services import Services
    from imhtrainer.ui.style.look import Look

FILE_NAME = "Answer sheets.pdf"
SPARE = 6
"""Sheets beside those for who is on the roster: for walk-ins and for slips of the pen."""


class SheetsRow(QWidget):
    """A number and Save; afterwards Open."""

    def __init__(self, look: Look, services: Services, session: TrainingSession) -> None:
        super().__init__()
        self._services, self._session = services, session
        self._written: Path | None = None
        self.count = NumberField(self.tr("How many answer sheets"), 1, 999)
        self.save = Button(look, self.tr("Save as PDF"), icon="file-text")
        self.open = Button(look, self.tr("Open"), "text", "small")
        self.said = label(rank="small", wrap=True)
        self.count.setValue(max(len(session.state.roster) + SPARE, 12))
        self.save.clicked.connect(self._save)
        self.open.clicked.connect(self._open)
        self.open.hide()
        inside = column(self, spacing=5)
        controls = row(spacing=12)
        self.count.setFixedWidth(96)
        controls.addWidget(self.count)
        controls.addWidget(self.save)
        controls.addWidget(self.open)
        controls.addStretch(1)
        inside.addLayout(controls)
        inside.addWidget(self.said)
        self._say(self.tr("Numbered, two to a page, with every question and “I’d rather not say”."))

    def _save(self) -> None:
        state = self._session.state
        known = self._services.places.folders(self._session.id)
        planned = session_folder(self._services.output_folder, state, self._session.id)
        folder = known[0] if known else planned
        out = folder / FILE_NAME
        count, kit = self.count.value(), self._services.kit
        details, place = state.details, _place(state)
        author = details.facilitator or details.organisation
        self.save.setEnabled(False)
        self._services.runner.start(
            lambda progress: write_answer_sheets(
                state.plan, place, count, details.paper, kit, out, progress, author
            ),
            lambda _none: self._saved(out),
            self._failed,
            label=FILE_NAME,
        )

    def _saved(self, out: Path) -> None:
        self._written = out
        self.save.setEnabled(True)
        self.open.show()
        self._say(self.tr("Saved as {0}").format(out))

    def _failed(self, error: BaseException) -> None:
        self.save.setEnabled(True)
        if not isinstance(error, Cancelled):
            self._services.errors.show(error)

    def _open(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written)))

    def _say(self, words: str) -> None:
        self.said.setText(words)


def _place(state: SessionState) -> str:
    details = state.details
    return ", ".join(part for part in (details.venue, details.city) if part)
