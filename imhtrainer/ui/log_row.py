"""The log of what went wrong: a sentence about it, and its folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QWidget

from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import row
from imhtrainer.ui.widgets.words import label


class LogRow(QWidget):
    """Says whether there is anything in the log, and shows where it lies."""

    def __init__(self, look: Look, log: Path) -> None:
        super().__init__()
        self._log = log
        self.words = label("", "soft", wrap=True)
        self.button = Button(look, self.tr("Show the log"), icon="folder-open")
        self.button.clicked.connect(self._show_log)
        inside = row(self, spacing=12)
        inside.addWidget(self.words, 1)
        inside.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)

    def showEvent(self, event: QShowEvent) -> None:
        """Look again whether anything was written."""
        super().showEvent(event)
        there = self._log.is_file()
        self.button.setEnabled(there)
        self.words.setText(
            self.tr("The log says what happened. Attach {0} when you write to us.").format(
                self._log.name
            )
            if there
            else self.tr("The log is empty: nothing unforeseen has happened.")
        )

    def _show_log(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log.parent)))
