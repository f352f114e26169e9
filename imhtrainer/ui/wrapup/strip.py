"""Certificates and files as two rows under the heading, for a window without room for their column."""

from __future__ import annotations

from PySide6.QtCore import Signal

from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import Surface, column, row
from imhtrainer.ui.widgets.words import ElidedLabel


class NarrowStrip(Surface):
    """``look_through`` and ``save_all`` as in the column; ``files_shown`` asks for the column itself."""

    look_through = Signal()
    files_shown = Signal(bool)

    def __init__(self, look: Look) -> None:
        super().__init__("side")
        self.said = ElidedLabel("", "")
        self.issue_button = Button(look, self.tr("Look through and issue"), "primary", icon="award")
        self.files = ElidedLabel(self.tr("Files"), "name")
        self.files_button = Button(look, self.tr("Show certificates and files"), "text")
        self.files_button.setCheckable(True)
        self.all_button = Button(look, self.tr("Save everything"), icon="folder-down")
        inside = column(self, spacing=6)
        inside.setContentsMargins(20, 8, 20, 8)
        first, second = row(spacing=8), row(spacing=8)
        first.addWidget(self.said, 1)
        first.addWidget(self.issue_button)
        second.addWidget(self.files, 1)
        second.addWidget(self.files_button)
        second.addWidget(self.all_button)
        inside.addLayout(first)
        inside.addLayout(second)
        self.issue_button.clicked.connect(self.look_through)
        self.files_button.toggled.connect(self.files_shown)
        self.hide()

    def show_place(self, words: str) -> None:
        """Say where files go."""
        self.files.setText(self.tr("Files: {0}").format(words))

    def show_certificates(self, words: str, can_issue: bool) -> None:
        """Say how the certificates stand."""
        self.said.setText(self.tr("Certificates: {0}").format(words))
        self.issue_button.setVisible(can_issue)
