"""PowerPoint files that are dragged into a window."""

from pathlib import Path

from PySide6.QtGui import QDropEvent


def powerpoint_in(event: QDropEvent) -> Path | None:
    """The PowerPoint file that is dragged; the older .ppt is taken too, for its refusal says what to do."""
    files = (Path(url.toLocalFile()) for url in event.mimeData().urls())
    return next((file for file in files if file.suffix.lower() in (".pptx", ".ppt")), None)
