"""Paper by the system's printer dialog: pages painted at the printer's own resolution."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from imhtrainer.domain.errors import RenderError
from imhtrainer.layout.page import Page
from imhtrainer.render.screen import ScreenPainter

POINTS_AN_INCH = 72
_A4_WIDTH = 800.0


def print_pages(pages: Sequence[Page], title: str, parent: QWidget) -> bool:
    """Ask for a printer and print; False when the dialog was put away. Raises ``RenderError``."""
    printer = printer_for(pages[0], title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return False
    paint_pages(pages, printer)
    return True


def printer_for(page: Page, title: str) -> QPrinter:
    """A printer set to the page's paper, without margins of its own."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    size = QPageSize.PageSizeId.A4 if page.width > _A4_WIDTH else QPageSize.PageSizeId.Letter
    wide = page.width > page.height
    way = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(QPageSize(size), way, QMarginsF()))
    printer.setFullPage(True)
    printer.setDocName(title)
    return printer


def paint_pages(pages: Sequence[Page], printer: QPrinter) -> None:
    """Paint pages one after another; raises ``RenderError`` where the printer refuses."""
    painter = QPainter()
    if not painter.begin(printer):
        raise RenderError(
            QCoreApplication.translate(
                "printing", "The printer did not answer. Check it, or save the PDF and print that."
            )
        )
    inks = ScreenPainter()
    scale = printer.logicalDpiX() / POINTS_AN_INCH
    try:
        for number, page in enumerate(pages):
            if number:
                printer.newPage()
            inks.paint(painter, page, scale)
    finally:
        painter.end()
