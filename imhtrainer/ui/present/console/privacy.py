"""Takes the notes off the console at once wherever the room could read them."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from imhtrainer.ui.present.console.parts import ConsoleParts
from imhtrainer.ui.present.stage.projector import Projector
from imhtrainer.ui.present.stage.strip import StripPane


class Privacy(QObject):
    """Shows the strip in place of the panes while the display says that notes are to be hidden."""

    def __init__(
        self, page: QWidget, parts: ConsoleParts, strip: StripPane, projector: Projector
    ) -> None:
        super().__init__(page)
        self._page = page
        self._panes: tuple[QWidget, ...] = (parts.bar, parts.desk, parts.transport)
        self._strip = strip
        self._projector = projector
        self._before: Qt.WindowState | None = None
        strip.hide()
        projector.changed.connect(self.follow)

    @property
    def hidden(self) -> bool:
        """Whether the strip stands in place of the panes."""
        return self._strip.isVisibleTo(self._page)

    def follow(self) -> None:
        """Hide or show the notes; what is hidden is painted over before this returns."""
        display = self._projector.display
        self._strip.show_place(display)
        hide = display.notes_hidden
        if hide != self.hidden:
            for pane in self._panes:
                pane.setVisible(not hide)
            self._strip.setVisible(hide)
            if hide:
                self._page.window().repaint()
        self._fill_screen(display.mode == "strip")

    def _fill_screen(self, fill: bool) -> None:
        """On one screen the slides have all of it; afterwards the window is as it was."""
        window = self._page.window()
        if not window.isVisible() or window is self._page:
            return
        if fill and self._before is None:
            self._before = window.windowState()
            window.setWindowState(self._before | Qt.WindowState.WindowFullScreen)
        elif not fill and self._before is not None:
            window.setWindowState(self._before)
            self._before = None
