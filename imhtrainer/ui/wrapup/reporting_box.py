"""Credit to be reported: the upload, by when it is due, and that it was done."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.file_row import UNDER_NAME, FileRow
from imhtrainer.ui.widgets.frames import column
from imhtrainer.ui.widgets.words import label

if TYPE_CHECKING:
    from imhtrainer.services.ce_broker import Upload


class ReportingBox(QWidget):
    """Shown where the session may speak of credit; ``reported`` tells that the upload was accepted."""

    reported = Signal()

    def __init__(self, look: Look, row: FileRow) -> None:
        super().__init__()
        self._row = row
        self.said = label("", "small", wrap=True)
        self.done_button = Button(look, "", "text", icon="check")
        self.done_button.setProperty("flush", "left")
        self.done_button.setToolTip(
            self.tr(
                "Press it when CE Broker took the file. Who was reported is left out next time."
            )
        )
        inside = column(self)
        inside.addSpacing(10)
        inside.addWidget(label(self.tr("Continuing education"), "small"))
        inside.addWidget(row)
        under = column(spacing=4)
        under.setContentsMargins(UNDER_NAME, 0, 0, 0)
        under.addWidget(self.said)
        under.addWidget(self.done_button, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addLayout(under)
        self.done_button.clicked.connect(self.reported)

    def show_upload(self, upload: Upload, today: date) -> None:
        """Say how many are to be reported and by when, and whose license cannot be used."""
        self._row.describe_hint(upload.words(today))
        self.said.setText(self._left_words(upload))
        self.said.setVisible(bool(self.said.text()))
        people = len(upload.rows)
        one, many = self.tr("Mark 1 person as reported"), self.tr("Mark {0} people as reported")
        self.done_button.setText(one if people == 1 else many.format(people))
        self.done_button.setVisible(bool(people))

    def _left_words(self, upload: Upload) -> str:
        parts = [] if upload.rows else [upload.words(date.today())]
        if upload.left_out:
            names = ", ".join(upload.left_out)
            parts.append(
                self.tr(
                    "Left out, as the license is not letters and digits such as MH12345, "
                    "or two people have the same: {0}"
                ).format(names)
            )
        return ". ".join((*parts, *upload.unearned))
