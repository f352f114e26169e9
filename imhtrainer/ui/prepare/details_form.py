"""When and where, who teaches, and what the certificate carries."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLineEdit, QWidget

from imhtrainer.domain.award import CreditRules
from imhtrainer.domain.events import Details
from imhtrainer.ui.prepare.award_fields import AwardFields
from imhtrainer.ui.prepare.design_fields import DesignFields
from imhtrainer.ui.prepare.paper_choice import PaperChoice
from imhtrainer.ui.prepare.picture_field import PictureField
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.fields import DateField, NumberField, TextField, TimeField, named_field
from imhtrainer.ui.widgets.frames import column, row
from imhtrainer.ui.widgets.times_box import TimesBox
from imhtrainer.ui.widgets.words import label
from imhtrainer.ui.wording import to_qt

WIDEST = 760
_TEXTS = ("venue", "city", "facilitator", "credentials", "organisation", "address")


class DetailsForm(QWidget):
    """Fields on a session's details. ``changed`` carries what is written after each change.

    ``picked`` carries ``signature`` or ``logo`` and the file chosen for it.
    """

    changed = Signal(object)
    picked = Signal(str, Path)

    def __init__(
        self,
        look: Look,
        picture_path: Callable[[str], Path],
        rules: Sequence[CreditRules] = (CreditRules(),),
        designs: Sequence[tuple[str, str]] = (),
    ) -> None:
        super().__init__()
        self._details = Details()
        self._minutes = 0.0
        self._filling = False
        self.day = DateField(look, self.tr("Date"))
        self.time = TimeField(self.tr("Time"))
        self.texts = {
            "venue": TextField(look, self.tr("Venue")),
            "city": TextField(look, self.tr("City")),
            "facilitator": TextField(look, self.tr("Facilitator")),
            "credentials": TextField(look, self.tr("Credentials")),
            "organisation": TextField(look, self.tr("Organization")),
            "address": TextField(look, self.tr("Address")),
        }
        self.signature = PictureField(look, self.tr("Signature"), picture_path)
        self.logo = PictureField(look, self.tr("Logo"), picture_path)
        self.paper = PaperChoice(look)
        self.share = NumberField(self.tr("Present for at least"), 50, 100, " %")
        self.award = AwardFields(look, rules)
        self.design = DesignFields(look, designs)
        self.last_time = TimesBox()
        self._share_hint = label("", "small", wrap=True)
        self._lay_out()
        self._connect()

    def show_details(self, details: Details, minutes: float) -> None:
        """Show what is known; a field that is being typed in is left alone. ``minutes`` are planned."""
        self._details, self._minutes, self._filling = details, minutes, True
        if details.starts is not None:
            moment = to_qt(details.starts)
            self.day.setDate(moment.date())
            self.time.setTime(moment.time())
        for name, field in self.texts.items():
            _show_text(field, getattr(details, name))
        self.signature.show_picture(details.signature)
        self.logo.show_picture(details.logo)
        self.paper.show_paper(details.paper)
        self.share.setValue(round(details.required_share * 100))
        day = details.starts.date().isoformat() if details.starts else ""
        self.award.show_award(details.award, day)
        self.design.show_award(details.award)
        self._say_share()
        self._filling = False

    def remember_picture(self, part: str, name: str) -> None:
        """Use the kept picture ``name`` as ``signature`` or ``logo``."""
        if part == "signature":
            self._tell(replace(self._details, signature=name))
        else:
            self._tell(replace(self._details, logo=name))

    def _written(self) -> Details:
        """What the fields say now."""
        texts = {name: field.text().strip() for name, field in self.texts.items()}
        day, time = self.day.date(), self.time.time()
        starts = datetime(day.year(), day.month(), day.day(), time.hour(), time.minute())
        return Details(
            starts=starts.astimezone(),
            venue=texts["venue"],
            city=texts["city"],
            facilitator=texts["facilitator"],
            credentials=texts["credentials"],
            signature=self._details.signature,
            organisation=texts["organisation"],
            address=texts["address"],
            logo=self._details.logo,
            paper=self.paper.paper,
            required_share=self.share.value() / 100,
            award=self.design.written(self.award.award),
        )

    def _tell(self, details: Details | None = None) -> None:
        if self._filling:
            return
        wanted = details or self._written()
        if wanted != self._details:
            self._details = wanted
            self._say_share()
            self.changed.emit(wanted)

    def _say_share(self) -> None:
        needed = round(self._details.required_share * self._minutes + 0.49)
        self._share_hint.setText(
            self.tr("{0} of {1} planned minutes, and all checkpoints.").format(
                needed, f"{self._minutes:g}"
            )
        )

    def _connect(self) -> None:
        for field in self.texts.values():
            field.textEdited.connect(lambda _text: self._tell())
        self.day.dateChanged.connect(lambda _day: self._tell())
        self.time.timeChanged.connect(lambda _time: self._tell())
        self.paper.chosen.connect(self._tell)
        self.award.changed.connect(self._tell)
        self.design.changed.connect(self._tell)
        self.share.valueChanged.connect(lambda _value: self._tell())
        for part, picture in (("signature", self.signature), ("logo", self.logo)):
            picture.chosen.connect(lambda path, of=part: self.picked.emit(of, path))
            picture.removed.connect(lambda of=part: self.remember_picture(of, ""))

    def _lay_out(self) -> None:
        inside = column(spacing=12)
        inside.setContentsMargins(20, 27, 20, 24)
        inside.addWidget(label(self.tr("Details"), "title"))
        inside.addLayout(self._when_and_where())
        inside.addLayout(self._who())
        inside.addLayout(self._certificate())
        inside.addWidget(label(self.tr("Credit and what completing takes"), "heading"))
        inside.addWidget(self.award)
        inside.addSpacing(8)
        inside.addWidget(label(self.tr("The certificate’s design"), "heading"))
        inside.addWidget(self.design)
        inside.addWidget(self.last_time)
        inside.addStretch(1)
        holder = QWidget()
        holder.setMaximumWidth(WIDEST)
        holder.setLayout(inside)
        around = row(self)
        around.addWidget(holder, 1)
        around.addStretch(0)

    def _when_and_where(self) -> QBoxLayout:
        return _section(
            self.tr("When and where"),
            named_field(self.tr("Date"), self.day),
            named_field(self.tr("Time"), self.time),
            self._text("venue"),
            self._text("city"),
        )

    def _who(self) -> QBoxLayout:
        return _section(
            self.tr("Who teaches"),
            self._text("facilitator"),
            self._text("credentials", self.tr("As they stand after the name on certificates.")),
            named_field(self.tr("Signature"), self.signature),
        )

    def _certificate(self) -> QBoxLayout:
        share = named_field(self.tr("Present for at least"), self.share)
        share.addWidget(self._share_hint)
        return _section(
            self.tr("On the certificate"),
            self._text("organisation"),
            named_field(self.tr("Paper"), self.paper),
            self._text("address"),
            named_field(self.tr("Logo"), self.logo),
            share,
            wide=2,
        )

    def _text(self, name: str, hint: str = "") -> QBoxLayout:
        field = self.texts[name]
        return named_field(field.accessibleName(), field, hint)


def _section(title: str, *fields: QBoxLayout, wide: int = -1) -> QBoxLayout:
    """Fields in two columns; the one at the place ``wide`` has a line to itself."""
    section = column(spacing=12)
    section.setContentsMargins(0, 8, 0, 8)
    section.addWidget(label(title, "heading"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(14)
    cell = 0
    for index, field in enumerate(fields):
        holder = QWidget()
        field.addStretch(1)
        holder.setLayout(field)
        cells = 2 if index == wide else 1
        grid.addWidget(holder, cell // 2, cell % 2, 1, cells)
        cell += cells
    for side in (0, 1):
        grid.setColumnStretch(side, 1)
        grid.setColumnMinimumWidth(side, 200)
    section.addLayout(grid)
    return section


def _show_text(field: QLineEdit, words: str) -> None:
    if field.text().strip() != words:
        field.setText(words)
        field.setCursorPosition(0)
