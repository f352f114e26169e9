"""How a product is made: for whom, on which paper, how many to a page, with the room's results or without."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QWidget

from imhtrainer.documents.handout import SlidesPerPage
from imhtrainer.domain.edition import Edition
from imhtrainer.services.takeaway import Product, TakeAway
from imhtrainer.ui.export.segments import Segments
from imhtrainer.ui.prepare.paper_choice import PaperChoice
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.fields import NumberField, named_field
from imhtrainer.ui.widgets.frames import column, row
from imhtrainer.ui.widgets.words import ElidedLabel

MOST_SHEETS = 999


class Options(QWidget):
    """The fields that matter for the chosen product; ``changed`` tells that a person changed one.

    ``held`` says whether there is a session whose results can be shown, ``drawn`` whether anything was drawn in it.
    """

    changed = Signal()

    def __init__(self, look: Look, held: bool, drawn: bool = False) -> None:
        super().__init__()
        self._held, self._drawn = held, drawn
        self._filling = False
        self._template = ""
        self.edition = Segments(
            look,
            self.tr("For whom"),
            {"trainer": self.tr("Trainers"), "participant": self.tr("Participants")},
        )
        self.each = Segments(
            look, self.tr("Slides on a page"), {"1": "1", "2": "2", "3": "3", "6": "6"}
        )
        self.paper = PaperChoice(look)
        self.sheets = NumberField(self.tr("How many sheets"), 1, MOST_SHEETS)
        self.results = Segments(
            look,
            self.tr("How the room answered"),
            {"without": self.tr("Left out"), "with": self.tr("Shown")},
        )
        self.drawings = Segments(
            look,
            self.tr("What was drawn on the slides"),
            {"without": self.tr("Left out"), "with": self.tr("Shown")},
        )
        self._template_name = ElidedLabel("", "small")
        self._choose = Button(look, self.tr("Use your own template"), "text", icon="folder-open")
        self._choose.setProperty("flush", "left")
        self._forget = Button(look, kind="icon", icon="x", says=self.tr("Use the house design"))
        self._fields = self._lay_out()
        self._connect()

    def order(self, product: Product) -> TakeAway:
        """The order that the fields make of a product."""
        return TakeAway(
            product=product,
            edition=cast(Edition, self.edition.value),
            paper=self.paper.paper,
            each=cast(SlidesPerPage, int(self.each.value)),
            sheets=self.sheets.value(),
            results=self._held and self.results.value == "with",
            drawings=self.drawings.value == "with",
            template=Path(self._template) if self._template else None,
        )

    def show_order(self, order: TakeAway) -> None:
        """Fill the fields, and show those that the product has."""
        self._filling = True
        self.edition.show_value(order.edition)
        self.each.show_value(str(order.each))
        self.paper.show_paper(order.paper)
        self.sheets.setValue(order.sheets)
        self.results.show_value("with" if order.results else "without")
        self.drawings.show_value("with" if order.drawings else "without")
        self._show_template(str(order.template or ""))
        self._filling = False
        self.show_for(order.product, order.edition)

    def show_for(self, product: Product, edition: Edition) -> None:
        """Show the fields that a product has; participants see no results, for they tell the answer."""
        slides = product in ("powerpoint", "slides", "handout")
        shown = {
            "edition": slides,
            "each": product == "handout",
            "paper": product not in ("powerpoint", "slides"),
            "sheets": product == "answers",
            "results": self._held and slides and edition == "trainer",
            "drawings": self._drawn and slides,
            "template": product == "powerpoint",
        }
        for name, field in self._fields.items():
            field.setVisible(shown[name])

    def _connect(self) -> None:
        self.edition.chosen.connect(self._hear)
        self.each.chosen.connect(self._hear)
        self.paper.chosen.connect(self._hear)
        self.sheets.valueChanged.connect(lambda _value: self._hear())
        self.results.chosen.connect(self._hear)
        self.drawings.chosen.connect(self._hear)
        self._choose.clicked.connect(self._choose_template)
        self._forget.clicked.connect(self._forget_template)

    def _hear(self) -> None:
        if not self._filling:
            self.changed.emit()

    def _choose_template(self) -> None:
        kinds = self.tr("PowerPoint (*.pptx *.potx)")
        said = self.tr("Your organization’s PowerPoint file")
        chosen, _kind = QFileDialog.getOpenFileName(self, said, self._template, kinds)
        if chosen:
            self._show_template(chosen)
            self._hear()

    def _forget_template(self) -> None:
        self._show_template("")
        self._hear()

    def _show_template(self, path: str) -> None:
        self._template = path
        self._template_name.setText(Path(path).name)
        self._template_name.setVisible(bool(path))
        self._forget.setVisible(bool(path))

    def _lay_out(self) -> Mapping[str, QWidget]:
        template = column(spacing=2)
        named = row(spacing=4)
        named.addWidget(self._template_name, 1)
        named.addWidget(self._forget)
        template.addWidget(self._choose, 0, Qt.AlignmentFlag.AlignLeft)
        template.addLayout(named)
        fields = {
            "edition": _field(named_field(self.tr("For whom"), self.edition)),
            "each": _field(named_field(self.tr("Slides on a page"), self.each)),
            "paper": _field(named_field(self.tr("Paper"), self.paper)),
            "sheets": _field(named_field(self.tr("How many sheets"), self.sheets)),
            "results": _field(named_field(self.tr("How the room answered"), self.results)),
            "drawings": _field(named_field(self.tr("What was drawn on the slides"), self.drawings)),
            "template": _field(named_field(self.tr("Design"), template)),
        }
        inside = column(self, spacing=14)
        for field in fields.values():
            inside.addWidget(field)
        return fields


def remembered(order: TakeAway, held: bool) -> TakeAway:
    """The order of last time, as far as it can be met now."""
    gone = order.template is not None and not order.template.exists()
    kept = replace(order, results=order.results and held)
    return replace(kept, template=None) if gone else kept


def _field(layout: QBoxLayout) -> QWidget:
    made = QWidget()
    made.setLayout(layout)
    return made
