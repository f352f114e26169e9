"""The session's files, each with its row, and all of them in one step."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from imhtrainer.services.session_files import SessionFile
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.file_row import FileRow
from imhtrainer.ui.widgets.frames import column, line, row
from imhtrainer.ui.widgets.words import ElidedLabel, label
from imhtrainer.ui.wrapup.file_desk import FileDesk


class FilesPane(QWidget):
    """Rows and the foot with Save everything."""

    def __init__(self, look: Look, desk: FileDesk) -> None:
        super().__init__()
        self._desk = desk
        self._place = ElidedLabel("", "small")
        self._place.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.place_button = Button(
            look,
            kind="icon",
            icon="pencil",
            token="ink-soft",
            says=self.tr("Save the files in another place"),
        )
        self.all_button = Button(look, self.tr("Save everything"), "text", icon="folder-down")
        self.all_button.setToolTip(self.tr("Writes all files into the session's folder (Ctrl+E)"))
        self.all_button.setProperty("flush", "right")
        self.more_button = Button(
            look, self.tr("Handouts, workbook, guide"), "text", icon="layout-grid"
        )
        self.more_button.setToolTip(self.tr("Choose, look at the pages, and save"))
        self.rows = self._make_rows(look)
        self._lay_out()
        self.place_button.clicked.connect(desk.choose_place)
        desk.moved.connect(self._show_place)
        self._show_place()

    def _make_rows(self, look: Look) -> tuple[FileRow, ...]:
        excel, csv = self.tr("Excel"), self.tr("CSV")
        made: list[tuple[FileRow, dict[str, SessionFile]]] = [
            (
                FileRow(look, "presentation", self.tr("PowerPoint deck"), self.tr("With results")),
                {"": SessionFile.POWERPOINT},
            ),
            (
                FileRow(look, "file-text", self.tr("Slides as PDF"), self.tr("With results")),
                {"": SessionFile.SLIDES},
            ),
            (
                FileRow(
                    look,
                    "clipboard-list",
                    self.tr("Sign-in sheet"),
                    self.tr("PDF, with times in and out"),
                ),
                {"": SessionFile.SIGN_IN},
            ),
            (
                FileRow(
                    look, "table-2", self.tr("Attendance"), self.tr("Excel or CSV"), (excel, csv)
                ),
                {excel: SessionFile.EXCEL, csv: SessionFile.CSV},
            ),
            (
                FileRow(
                    look, "chart-column", self.tr("Checkpoint results"), self.tr("PDF, no names")
                ),
                {"": SessionFile.RESULTS},
            ),
        ]
        for file_row, kinds in made:
            self._desk.serve(file_row, kinds)
        return tuple(file_row for file_row, _kinds in made)

    def _show_place(self) -> None:
        self._place.setText(self.tr("To {0}").format(short_place(self._desk.base)))
        self._place.setToolTip(str(self._desk.folder))

    def _lay_out(self) -> None:
        inside = column(self)
        head = row(spacing=4)
        head.setContentsMargins(0, 10, 0, 4)
        head.addWidget(label(self.tr("Files"), "heading"))
        head.addWidget(self._place, 1)
        head.addWidget(self.place_button)
        inside.addLayout(head)
        for file_row in self.rows:
            inside.addWidget(file_row)
        inside.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addStretch(1)
        foot = row()
        foot.setContentsMargins(0, 14, 0, 18)
        kept = label(self.tr("Kept on this laptop"), "small", wrap=True)
        foot.addWidget(kept, 1)
        foot.addWidget(self.all_button)
        inside.addWidget(line())
        inside.addLayout(foot)


def short_place(path: Path) -> str:
    """A place without the way to the user's own folder."""
    home = Path.home()
    return str(path.relative_to(home)) if path.is_relative_to(home) else str(path)
