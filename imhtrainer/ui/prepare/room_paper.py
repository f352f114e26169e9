"""Paper for the room, before anybody came: the sheet to sign, the evaluation form, the agenda."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from imhtrainer.services.session_files import SessionFile
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.file_row import FileRow
from imhtrainer.ui.widgets.frames import column
from imhtrainer.ui.widgets.words import label
from imhtrainer.ui.wrapup.file_desk import FileDesk

if TYPE_CHECKING:
    from imhtrainer.services.session import TrainingSession
    from imhtrainer.ui.services import Services


class RoomPaper(QWidget):
    """A row for each sheet; saved again after a change of roster or details, they follow it."""

    def __init__(self, session: TrainingSession, look: Look, services: Services) -> None:
        super().__init__()
        self.desk = FileDesk(session, services, self)
        self.rows = (
            FileRow(
                look,
                "clipboard-list",
                self.tr("Sign-in sheet to sign"),
                self.tr("PDF, with room for signatures and for the right spelling"),
            ),
            FileRow(look, "list-checks", self.tr("Evaluation form"), self.tr("PDF, to be copied")),
            FileRow(
                look,
                "file-text",
                self.tr("Agenda and objectives"),
                self.tr("PDF, with the planned minutes"),
            ),
        )
        kinds = (SessionFile.TO_SIGN, SessionFile.EVALUATION_FORM, SessionFile.AGENDA)
        inside = column(self)
        inside.addWidget(label(self.tr("Paper for the room"), "heading"))
        inside.addSpacing(4)
        for row, kind in zip(self.rows, kinds, strict=True):
            inside.addWidget(row)
            self.desk.serve(row, {"": kind})

    def show_changed(self) -> None:
        """Roster or details are others now: sheets that were saved before can be saved again."""
        self.desk.say_older()
