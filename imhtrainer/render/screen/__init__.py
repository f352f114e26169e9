"""Pages on the screen: projector, console, thumbnails, previews and the system's printers."""

from imhtrainer.render.screen.painter import ALL, ScreenPainter, page_image, paint_boxes, paint_page

__all__ = ["ALL", "ScreenPainter", "page_image", "paint_boxes", "paint_page"]
