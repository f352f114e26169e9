"""Pages as PNG pictures, painted without a window."""

import os
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication

from imhtrainer.domain.errors import RenderError
from imhtrainer.layout.page import Page
from imhtrainer.render.screen.painter import page_image


def png_pictures(pages: Sequence[Page], width: int) -> Iterator[bytes]:
    """Each page as a PNG, ``width`` pixels wide; makes an offscreen Qt where none runs yet."""
    if QGuiApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        application = QGuiApplication(["imhtrainer"])
        yield from (_png(page, width) for page in pages)
        del application
    else:
        yield from (_png(page, width) for page in pages)


def _png(page: Page, width: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image = page_image(page, width)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload] # the stub wants bytes, Qt a name
        raise RenderError(f"“{page.title}” cannot be painted {width} pixels wide. Choose fewer.")
    return bytes(buffer.data().data())
