"""Reading certificates back from a PDF: the QR symbol as it is drawn, and the page's words."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium
import zxingcpp

from imhtrainer.domain.errors import RenderError

_PIXELS_PER_POINT = 250 / 72


def read_seals(path: Path) -> Iterator[tuple[int, str, str]]:
    """For each page (from 1) with a QR symbol the symbol's text and the page's words.

    Raises ``RenderError`` for a file that is no PDF, or cannot be read.
    """
    try:
        document = pdfium.PdfDocument(path)
    except (pdfium.PdfiumError, OSError) as error:
        raise RenderError(
            f"{path.name} cannot be read as a PDF ({error}). Ask for the file again."
        ) from error
    try:
        for number in range(len(document)):
            page = document[number]
            picture = page.render(scale=_PIXELS_PER_POINT, grayscale=True).to_numpy()
            found = zxingcpp.read_barcodes(
                picture, zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
            )
            if found:
                yield number + 1, found[0].text, page.get_textpage().get_text_range()
    finally:
        document.close()
