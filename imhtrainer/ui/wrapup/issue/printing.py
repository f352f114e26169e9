"""Paper by the system's printer dialog: pages painted at the printer's own resolution."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from imhtrainer.domain.errors import RenderError
from imhtrainer.layout.page import Page
from imhtrainer.render.screen import ScreenPainter

POINTS_AN_INCH = 72
MM_AN_INCH = 25.4

Offset = tuple[float, float]
"""Millimetres to the right and down."""
OffsetOf = Callable[[str], Offset]
"""The offset of a printer, by its name."""
_A4_WIDTH = 800.0


def unmoved(_printer: str) -> Offset:
    """No printer is moved."""
    return 0.0, 0.0


def print_pages(
    pages: Sequence[Page], title: str, parent: QWidget, offset_of: OffsetOf = unmoved
) -> bool:
    """Ask for a printer and for which pages, and print them moved by the printer's own offset.

    False when the dialog was put away. Raises ``RenderError``.
    """
    printer = printer_for(pages[0], title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, len(pages) > 1)
    dialog.setMinMax(1, len(pages))
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return False
    paint_pages(chosen_pages(pages, printer), printer, offset_of(printer.printerName()))
    return True


def chosen_pages(pages: Sequence[Page], printer: QPrinter) -> Sequence[Page]:
    """The pages that were asked for in the dialog; all of them where none were.

    A list such as ``2-3,7`` is left to the system's print server, which picks the pages; a file has none.
    """
    ranges = printer.pageRanges()
    if printer.outputFileName() and not ranges.isEmpty():
        return [page for at, page in enumerate(pages, 1) if ranges.contains(at)] or pages
    if printer.printRange() != QPrinter.PrintRange.PageRange or printer.fromPage() < 1:
        return pages
    return pages[printer.fromPage() - 1 : max(printer.toPage(), printer.fromPage())] or pages


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


def paint_pages(pages: Sequence[Page], printer: QPrinter, offset: Offset = (0.0, 0.0)) -> None:
    """Paint pages one after another, moved by ``offset``; raises ``RenderError`` where the printer refuses."""
    painter = QPainter()
    if not painter.begin(printer):
        raise RenderError(
            QCoreApplication.translate(
                "printing", "The printer did not answer. Check it, or save the PDF and print that."
            )
        )
    inks = ScreenPainter()
    scale = printer.logicalDpiX() / POINTS_AN_INCH
    right, down = (length * printer.logicalDpiX() / MM_AN_INCH for length in offset)
    painter.translate(right, down)
    try:
        for number, page in enumerate(pages):
            if number:
                printer.newPage()
            inks.paint(painter, page, scale)
    finally:
        painter.end()
