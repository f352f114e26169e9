"""Takes the notes off the console at once wherever the room could read them."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from imhtrainer.ui.present.console.parts import BARS, ConsoleParts
from imhtrainer.ui.present.stage.projector import Projector
from imhtrainer.ui.present.stage.strip import StripPane


class Privacy(QObject):
    """Shows the strip in place of the panes while the display says that notes are to be hidden.

    ``layout`` is the page's; the bars go with the strip while it is there.
    """

    def __init__(
        self,
        page: QWidget,
        layout: QBoxLayout,
        parts: ConsoleParts,
        strip: StripPane,
        projector: Projector,
    ) -> None:
        super().__init__(page)
        self._page, self._layout = page, layout
        self._panes: tuple[QWidget, ...] = (parts.bar, parts.desk, parts.transport)
        self._bars = parts.bars
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
            self._place_bars(over_slides=hide)
            if hide:
                self._page.window().repaint()
        self._fill_screen(display.mode == "strip")

    def _place_bars(self, over_slides: bool) -> None:
        if over_slides:
            self._strip.hold(self._bars)
        else:
            self._layout.insertWidget(BARS, self._bars)

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
