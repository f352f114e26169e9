"""Pictures on Home: a training's cover and the slide a session stopped on, made off the GUI thread."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter
from PySide6.QtSvg import QSvgRenderer

from imhtrainer.domain.errors import TrainerError
from imhtrainer.layout.compose import compose_answer, compose_slide
from imhtrainer.layout.context import Context
from imhtrainer.render.screen import page_image

if TYPE_CHECKING:
    from imhtrainer.ui.home.facts import UnfinishedFacts
    from imhtrainer.ui.services import Services

LARGEST = 40_000_000


def cover_image(path: Path, size: QSize, ground: QColor) -> QImage:
    """A picture that fills ``size`` from its lower edge up; an empty image if it cannot be read."""
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(ground)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    drawn = _draw(painter, path, QSizeF(size))
    painter.end()
    return image if drawn else QImage()


def stopped_slide(services: Services, facts: UnfinishedFacts, width: int) -> QImage:
    """The page a session stopped on; an empty image when its deck cannot be read any more."""
    try:
        deck = services.trainings.load(facts.folder)
        answer = facts.step == 1 and deck.slides[facts.slide].pages == 2
        compose = compose_answer if answer else compose_slide
        page = compose(deck, facts.slide, Context(), services.kit)
        return page_image(page, width, facts.step)
    except (TrainerError, IndexError):
        return QImage()


def _draw(painter: QPainter, path: Path, size: QSizeF) -> bool:
    if path.suffix.lower() == ".svg":
        drawing = QSvgRenderer(str(path))
        if not drawing.isValid():
            return False
        drawing.render(painter, _filling(drawing.viewBoxF().size(), size))
        return True
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    found = reader.size()
    if not found.isValid() or found.width() * found.height() > LARGEST:
        return False
    picture = reader.read()
    if picture.isNull():
        return False
    painter.drawImage(_filling(QSizeF(picture.size()), size), picture)
    return True


def _filling(own: QSizeF, size: QSizeF) -> QRectF:
    grown = own.scaled(size, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    left = (size.width() - grown.width()) / 2
    return QRectF(left, size.height() - grown.height(), grown.width(), grown.height())
