"""The session's files, each with its row, and all of them in one step."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from imhtrainer.services.ce_broker import make_upload
from imhtrainer.services.session_files import SessionFile
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.bars import IconLabel
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.file_row import FileRow
from imhtrainer.ui.widgets.frames import column, line, row
from imhtrainer.ui.widgets.tick_box import TickBox
from imhtrainer.ui.widgets.words import ElidedLabel, label
from imhtrainer.ui.wording import say_count, short_place
from imhtrainer.ui.wrapup.file_desk import FileDesk
from imhtrainer.ui.wrapup.reporting_box import ReportingBox

if TYPE_CHECKING:
    from imhtrainer.domain.session import SessionState

Served = tuple[FileRow, dict[str, SessionFile]]
"""A row, and which file each of its formats is; a row with one format names none."""


class FilesPane(QWidget):
    """Rows in groups; ``foot`` holds Save everything and is placed by whoever scrolls the rows."""

    def __init__(self, look: Look, desk: FileDesk) -> None:
        super().__init__()
        self._look, self._desk = look, desk
        self._place = ElidedLabel("", "small")
        self._place.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._make_buttons(look)
        self._kept = label("", "small", wrap=True)
        self.evaluation = FileRow(
            look, "chart-column", self.tr("Evaluation"), self.tr("No form yet")
        )
        self.upload = FileRow(look, "file-spreadsheet", self.tr("CE Broker upload"), "")
        self.reporting = ReportingBox(look, self.upload)
        self.signed = FileRow(
            look, "clipboard-list", self.tr("Sign-in sheet"), self.tr("PDF, with times in and out")
        )
        self.results = FileRow(
            look, "chart-column", self.tr("Checkpoint results"), self.tr("PDF, no names")
        )
        self.elsewhere = label(
            self.tr("No checkpoint results: this was held without the program."), "small", wrap=True
        )
        self.elsewhere.hide()
        self.drawings = TickBox(look, self.tr("With what was drawn on the slides"))
        self.drawings.clicked.connect(lambda: desk.take_drawings(self.drawings.isChecked()))
        self.rows = self._make_rows(look)
        self._lay_out()
        self.foot = self._make_foot()
        self.place_button.clicked.connect(desk.choose_place)
        desk.moved.connect(self._show_place)
        desk.redrawn.connect(self._show_drawings)
        self._show_drawings()
        self._show_place()

    def show_state(self, state: SessionState, now: datetime) -> None:
        """Offer what this session has: drawings, the upload where credit may be reported, the evaluations.

        Of a training that was held without the program there are no times and no answers to write.
        """
        self.results.setHidden(state.elsewhere)
        self.elsewhere.setVisible(state.elsewhere)
        self.evaluation.setHidden(state.elsewhere and not state.forms)
        if state.elsewhere:
            self.signed.describe_hint(self.tr("PDF, minutes as they were entered"))
            for slides in self.rows[:2]:
                slides.describe_hint(self.tr("As they were taught"))
        self.drawings.setVisible(any(drawn.strokes for drawn in state.ink))
        self.evaluation.describe_hint(self._evaluation_words(state))
        upload = make_upload(state, now)
        self.reporting.setVisible(upload is not None)
        self.upload.setVisible(upload is not None and bool(upload.rows))
        if upload is not None:
            self.reporting.show_upload(upload, now.date())

    def _make_buttons(self, look: Look) -> None:
        says = self.tr("Save the files in another place")
        self.place_button = Button(look, kind="icon", icon="pencil", token="ink-soft", says=says)
        self.all_button = Button(look, self.tr("Save everything"), "text", icon="folder-down")
        self.all_button.setToolTip(self.tr("Writes all files into the session’s folder (Ctrl+E)"))
        self.all_button.setProperty("flush", "right")
        handouts = self.tr("Handouts, workbook, guide")
        self.more_button = Button(look, handouts, "text")
        self.more_button.setProperty("flush", "left")
        self.more_button.setToolTip(self.tr("Choose, look at the pages, and save"))
        evaluations = self.tr("Evaluations: paper, phones")
        self.evaluate_button = Button(look, evaluations, "text")
        self.evaluate_button.setProperty("flush", "left")
        self.evaluate_button.setToolTip(
            self.tr("Type in paper forms one after another; open and close it on phones")
        )

    def _evaluation_words(self, state: SessionState) -> str:
        if state.evaluation_open:
            return self.tr("Still open on phones; close it first")
        paper, phones = len(state.evaluations), len(state.phone_evaluations)
        parts = (
            self.tr("{0} on paper").format(paper) if paper else "",
            self.tr("{0} from phones").format(phones) if phones else "",
        )
        return ", ".join(filter(None, parts)) or self.tr("No form yet")

    def show_kept(self, years: int) -> None:
        """Say for how long the session's record is kept."""
        one, many = self.tr("Kept for 1 year"), self.tr("Kept for {0} years")
        self._kept.setText(say_count(years, one, many))

    def _make_rows(self, look: Look) -> tuple[FileRow, ...]:
        made = (*self._slides(look), *self._people(look), *self._record(look))
        for file_row, kinds in made:
            self._desk.serve(file_row, kinds)
        return tuple(file_row for file_row, _kinds in made)

    def _slides(self, look: Look) -> tuple[Served, ...]:
        results = self.tr("With results")
        deck = FileRow(look, "presentation", self.tr("PowerPoint deck"), results)
        pages = FileRow(look, "file-text", self.tr("Slides as PDF"), results)
        return (deck, {"": SessionFile.POWERPOINT}), (pages, {"": SessionFile.SLIDES})

    def _people(self, look: Look) -> tuple[Served, ...]:
        excel, csv = self.tr("Excel"), self.tr("CSV")
        either = self.tr("Excel or CSV")
        attended = FileRow(look, "table-2", self.tr("Attendance"), either, (excel, csv))
        return (
            (self.signed, {"": SessionFile.SIGN_IN}),
            (attended, {excel: SessionFile.EXCEL, csv: SessionFile.CSV}),
            (self.results, {"": SessionFile.RESULTS}),
            (self.evaluation, {"": SessionFile.EVALUATION}),
        )

    def _record(self, look: Look) -> tuple[Served, ...]:
        minutes = self.tr("PDF, minutes planned and actual")
        changed = self.tr("PDF, shows whether the record was changed")
        agenda = FileRow(look, "list-checks", self.tr("Agenda and objectives"), minutes)
        audit = FileRow(look, "shield-check", self.tr("Audit report"), changed)
        return (
            (agenda, {"": SessionFile.AGENDA}),
            (audit, {"": SessionFile.AUDIT}),
            (self.upload, {"": SessionFile.CE_BROKER}),
        )

    def _show_drawings(self) -> None:
        self.drawings.setChecked(self._desk.drawings)

    def _show_place(self) -> None:
        self._place.setText(self.tr("To {0}").format(short_place(self._desk.base)))
        self._place.stand_for(str(self._desk.folder))

    def _lay_out(self) -> None:
        inside = column(self)
        head = row(spacing=4)
        head.setContentsMargins(0, 10, 0, 4)
        head.addWidget(label(self.tr("Files"), "heading"))
        head.addWidget(self._place, 1)
        head.addWidget(self.place_button)
        inside.addLayout(head)
        groups = (
            (self.tr("The slides"), self.rows[:2]),
            (self.tr("Who was there, and what they said"), self.rows[2:6]),
            (self.tr("For who looks it up years later"), self.rows[6:8]),
        )
        for number, (named, file_rows) in enumerate(groups):
            if number == 1:
                inside.addLayout(_led_by(self._look, "layout-grid", self.more_button))
            inside.addSpacing(10 if number else 0)
            inside.addWidget(label(named, "small"))
            for file_row in file_rows:
                inside.addWidget(file_row)
            if number == 0:
                inside.addWidget(self.drawings, 0, Qt.AlignmentFlag.AlignLeft)
            if number == 1:
                inside.addWidget(self.elsewhere)
                inside.addLayout(_led_by(self._look, "pen", self.evaluate_button))
        inside.addWidget(self.reporting)

    def _make_foot(self) -> QWidget:
        """Save everything; it stays in sight while the rows scroll."""
        made = QWidget()
        inside = column(made)
        foot = row()
        foot.setContentsMargins(0, 10, 0, 12)
        foot.addWidget(self._kept, 1)
        foot.addWidget(self.all_button)
        inside.addWidget(line())
        inside.addLayout(foot)
        return made


def _led_by(look: Look, icon: str, button: Button) -> QHBoxLayout:
    """A button whose words stand where the names of the files stand."""
    made = row(spacing=12)
    made.addWidget(IconLabel(look, icon, "lagoon"))
    made.addWidget(button)
    made.addStretch(1)
    return made
