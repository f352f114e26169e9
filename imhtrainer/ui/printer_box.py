"""Printing certificates: where each printer prints, measured once, and whether the paper is pre-printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QWidget

from imhtrainer.documents.calibration import TARGET, compose_calibration
from imhtrainer.domain.errors import TrainerError
from imhtrainer.layout.page import Page
from imhtrainer.store.settings import PrinterOffset, Settings, offset_of
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button, Toggle
from imhtrainer.ui.widgets.fields import Choice, LengthField, named_field
from imhtrainer.ui.widgets.frames import column, row
from imhtrainer.ui.widgets.words import label
from imhtrainer.ui.wrapup.issue.printing import print_pages

if TYPE_CHECKING:
    from imhtrainer.layout.kit import Kit
    from imhtrainer.ui.settings import CurrentSettings

MOST = 30.0
"""Millimetres by which a printer may be off; more is another paper, not an offset."""

Print = Callable[[Sequence[Page], str, QWidget], bool]


class PrinterBox(QWidget):
    """A printer, what was measured on its page, and the page to measure on."""

    def __init__(
        self,
        look: Look,
        settings: CurrentSettings,
        kit: Kit,
        printers: Callable[[], Sequence[str]] = QPrinterInfo.availablePrinterNames,
        send_to_printer: Print = print_pages,
    ) -> None:
        super().__init__()
        self._settings, self._kit, self._filling = settings, kit, False
        self._send_to_printer = send_to_printer
        self.printer = Choice(look, self.tr("Printer"))
        self.printer.addItems(list(printers()))
        least, most = TARGET - MOST, TARGET + MOST
        self.left = LengthField(self.tr("From the left edge"), least, most)
        self.top = LengthField(self.tr("From the top edge"), least, most)
        self.page_button = Button(look, self.tr("Print the page to measure on"), icon="printer")
        self.preprinted = Toggle(look, self.tr("Pre-printed paper: print only the facts"))
        self.said = label("", "small", wrap=True)
        self._lay_out()
        self.printer.currentTextChanged.connect(lambda _name: self.show_settings(settings.now))
        for field in (self.left, self.top):
            field.valueChanged.connect(lambda _value: self._write())
        self.page_button.clicked.connect(self._print_page)
        self.preprinted.clicked.connect(self._choose_paper)
        settings.changed.connect(self.show_settings)
        self.show_settings(settings.now)

    def show_settings(self, settings: Settings) -> None:
        """Show what was measured on the printer that is chosen."""
        known = offset_of(settings, self.printer.currentText())
        self._filling = True
        if not (self.left.hasFocus() or self.top.hasFocus()):
            self.left.setValue(TARGET - known.right)
            self.top.setValue(TARGET - known.down)
        self._filling = False
        self.preprinted.setChecked(settings.preprinted)
        named = bool(self.printer.currentText())
        for field in (self.printer, self.left, self.top):
            field.setEnabled(named)
        self.said.setText(self._words(known, named))

    def _words(self, known: PrinterOffset, named: bool) -> str:
        if not named:
            return self.tr("This computer has no printer yet. Add one in the system’s settings.")
        if not known.right and not known.down:
            return self.tr("Both are 50 mm on a printer that prints in its place.")
        moved = self.tr("Certificates are moved {0} mm to the right and {1} mm down.")
        return moved.format(f"{known.right:+.1f}", f"{known.down:+.1f}")

    def _write(self) -> None:
        if self._filling:
            return
        name, now = self.printer.currentText(), self._settings.now
        right = round(TARGET - self.left.value(), 1)
        down = round(TARGET - self.top.value(), 1)
        others = tuple(known for known in now.offsets if known.printer != name)
        measured = (PrinterOffset(name, right, down),) if right or down else ()
        self._settings.change(replace(now, offsets=(*others, *measured)))

    def _choose_paper(self) -> None:
        chosen = self.preprinted.isChecked()
        self._settings.change(replace(self._settings.now, preprinted=chosen))

    def _print_page(self) -> None:
        paper, name = self._settings.now.paper, self.printer.currentText()
        pages = compose_calibration(paper, name, self._kit)
        try:
            self._send_to_printer(pages, pages[0].title, self)
        except TrainerError as error:
            self.said.setText(str(error))

    def _lay_out(self) -> None:
        inside = column(self, spacing=12)
        measured = row(spacing=16)
        measured.addLayout(named_field(self.tr("Printer"), self.printer), 2)
        measured.addLayout(named_field(self.left.accessibleName(), self.left), 1)
        measured.addLayout(named_field(self.top.accessibleName(), self.top), 1)
        inside.addLayout(measured)
        inside.addWidget(self.said)
        buttons = row(spacing=12)
        buttons.addWidget(self.page_button)
        buttons.addWidget(self.preprinted)
        buttons.addStretch(1)
        inside.addLayout(buttons)
