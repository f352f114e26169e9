"""What the audience window shows, kept in step with the session and a page ahead of it."""

from typing import Literal

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor

from imhtrainer.ui.present.pages.deck_pages import DeckPages
from imhtrainer.ui.present.pages.page_pictures import PagePictures
from imhtrainer.ui.present.pages.shown import (
    Shown,
    following,
    previous_shown,
    shown_slide,
    shown_to_room,
)
from imhtrainer.ui.present.presenting import Presenting
from imhtrainer.ui.present.stage.audience import AudienceWindow

Blank = Literal["black", "white"]

AHEAD = 2
"""Steps painted ahead: who presses twice in a hurry finds both."""


class RoomScreen(QObject):
    """Paints the room's window at once after every change, then prepares what may come next.

    While the screen is frozen the room keeps what it saw, whatever else changes.
    """

    def __init__(
        self,
        audience: AudienceWindow,
        presenting: Presenting,
        pages: DeckPages,
        pictures: PagePictures,
    ) -> None:
        super().__init__(presenting)
        self._audience = audience
        self._presenting = presenting
        self._pages = pages
        self._pictures = pictures
        self._held: Shown | None = None
        self._blank: Blank | None = None
        audience.resized.connect(self.refresh)

    def refresh(self) -> None:
        """Show what the room is to see now."""
        self._look_up()
        if self._blank is not None:
            black = self._blank == "black"
            name = self.tr("The screen is black") if black else self.tr("The screen is white")
            self._audience.show_blank(QColor(self._blank), name)
        elif self._held is not None:
            picture = self._pictures.picture(self._held, self._audience.picture_width)
            self._audience.show_picture(picture, *self._pages.words(self._held))

    def tick(self) -> None:
        """Show this second, where something on the room's page tells the time."""
        time = self._held.time if self._held is not None else None
        if time is not None and self._presenting.state.screen != "frozen":
            before = self._held
            self._look_up()
            if self._held != before:
                self.refresh()

    @property
    def shown(self) -> Shown | None:
        """The page the room sees, frozen or not; None for black and white."""
        return None if self._blank is not None else self._held

    def _look_up(self) -> None:
        """Take note of what the room is to see, unless it keeps what it has."""
        state = self._presenting.state
        seen = self._blank is not None or self._held is not None
        if state.screen == "frozen" and seen:
            return
        self._blank = state.screen if state.screen in ("black", "white") else None
        self._held = shown_to_room(state, self._presenting.now)

    def prepare(self) -> None:
        """Have the pictures ready that one key may ask for."""
        state, now = self._presenting.state, self._presenting.now
        ahead = following(state, now, AHEAD)
        around = (shown_slide(state), *ahead, previous_shown(state, now))
        wanted = (self._held, *around) if state.screen == "frozen" else around
        self._pictures.prepare("room", wanted, self._audience.picture_width)
