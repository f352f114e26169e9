"""Reading certificates and reports back from a PDF: symbols as they are drawn, words, and keywords."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium
import zxingcpp

from imhtrainer.domain.errors import RenderError

_PIXELS_PER_POINT = 250 / 72


def read_pages(path: Path) -> Iterator[tuple[int, str, str]]:
    """For each page (from 1) the text of its QR symbol, empty where it has none, and the page's words.

    Raises ``RenderError`` for a file that is no PDF, or cannot be read.
    """
    try:
        document = pdfium.PdfDocument(path)
    except (pdfium.PdfiumError, OSError) as error:
        raise _unreadable(path, error) from error
    try:
        for number in range(len(document)):
            yield number + 1, *_read_page(document, number, path)
    finally:
        document.close()


def read_keywords(path: Path) -> tuple[str, ...]:
    """The keywords a file gives of itself. Raises ``RenderError`` for a file that is no PDF."""
    try:
        document = pdfium.PdfDocument(path)
    except (pdfium.PdfiumError, OSError) as error:
        raise _unreadable(path, error) from error
    try:
        return tuple(document.get_metadata_value("Keywords").split(", "))
    finally:
        document.close()


def _read_page(document: pdfium.PdfDocument, number: int, path: Path) -> tuple[str, str]:
    try:
        page = document[number]
        picture = page.render(scale=_PIXELS_PER_POINT, grayscale=True).to_numpy()
        kinds = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
        found = zxingcpp.read_barcodes(picture, kinds)
        return found[0].text if found else "", page.get_textpage().get_text_range()
    except pdfium.PdfiumError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: Exception) -> RenderError:
    return RenderError(f"{path.name} cannot be read as a PDF ({error}). Ask for the file again.")
