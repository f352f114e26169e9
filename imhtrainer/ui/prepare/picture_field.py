"""A picture that belongs to a person or an organisation: a signature, a logo."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImageReader, QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel

from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import Surface, row

HEIGHT = 76
WIDEST = 124
"""A wider picture would push the columns of the form about."""


class PictureField(Surface):
    """Shows the kept picture; ``chosen`` carries a new file, ``removed`` asks for none."""

    chosen = Signal(Path)
    removed = Signal()

    def __init__(self, look: Look, name: str, where: Callable[[str], Path]) -> None:
        super().__init__("well")
        self._name, self._where, self._picture = name, where, ""
        self.setFixedHeight(HEIGHT)
        self.setAcceptDrops(True)
        self.setAccessibleName(name)
        self._shown = QLabel()
        self._shown.setObjectName("sheet")
        self._shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._choose = Button(
            look, self.tr("Choose a picture"), size="small", icon="image", says=f"{name}: choose"
        )
        self._remove = Button(look, kind="icon", icon="trash-2", says=f"{name}: remove")
        self._choose.clicked.connect(self._ask_file)
        self._remove.clicked.connect(self.removed)
        buttons = row(spacing=4)
        buttons.addWidget(self._choose)
        buttons.addWidget(self._remove)
        inside = row(self, spacing=12)
        inside.setContentsMargins(10, 2, 10, 2)
        inside.addWidget(self._shown, 1)
        inside.addLayout(buttons)
        self.show_picture("")

    @property
    def picture(self) -> str:
        """The kept picture's name; empty for none."""
        return self._picture

    def show_picture(self, name: str) -> None:
        """Show the kept picture of that name; an empty name shows none."""
        self._picture = name
        self._remove.setVisible(bool(name))
        self.setProperty("filled", bool(name))
        self._shown.style().unpolish(self._shown)
        self._shown.style().polish(self._shown)
        pixmap = _read(self._where(name), QSize(WIDEST, HEIGHT - 16)) if name else QPixmap()
        if pixmap.isNull():
            self._shown.setText(self.tr("None yet") if not name else self.tr("Not found"))
            self._shown.setProperty("rank", "soft")
        else:
            self._shown.setPixmap(pixmap)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome a picture."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the picture that was dropped."""
        for url in event.mimeData().urls():
            event.acceptProposedAction()
            self.chosen.emit(Path(url.toLocalFile()))
            return

    def _ask_file(self) -> None:
        pictures = self.tr("Pictures") + " (*.png *.jpg *.jpeg *.svg)"
        chosen, _kind = QFileDialog.getOpenFileName(self, self._name, "", pictures)
        if chosen:
            self.chosen.emit(Path(chosen))


def _read(path: Path, room: QSize) -> QPixmap:
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(path.suffix != ".svg")
    own = reader.size()
    if own.isValid():
        reader.setScaledSize(own.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
    return QPixmap.fromImage(reader.read())
