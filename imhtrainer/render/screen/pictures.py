"""Raster pictures for the screen, cropped and scaled to the pixels they will cover."""

from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from imhtrainer.domain.errors import LayoutError
from imhtrainer.layout.page import PictureBox
from imhtrainer.layout.seeing import svg_raster


def picture_image(box: PictureBox, width: int, height: int) -> QImage | None:
    """The visible part of the box's file in ``width`` x ``height`` pixels; None if unreadable."""
    image = _read(box, width)
    if image.isNull() or width < 1 or height < 1:
        return None
    left, top, right, bottom = box.crop
    visible = QRect(
        round(image.width() * left),
        round(image.height() * top),
        max(1, round(image.width() * (1 - left - right))),
        max(1, round(image.height() * (1 - top - bottom))),
    )
    return image.copy(visible).scaled(
        QSize(width, height),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


def _read(box: PictureBox, width: int) -> QImage:
    path = Path(box.path)
    if path.suffix.lower() in (".svg", ".svgz"):
        try:
            return QImage.fromData(svg_raster(path, max(width, 1)))
        except LayoutError:
            return QImage()
    reader = QImageReader(box.path)
    reader.setAutoTransform(True)
    # The layout has checked the file's true kind; a wrong ending must not hide it.
    reader.setDecideFormatFromContent(True)
    return reader.read()
