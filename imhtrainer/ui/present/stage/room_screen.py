"""What the audience window shows, kept in step with the session and a page ahead of it."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor

from imhtrainer.ui.present.pages.deck_pages import DeckPages
from imhtrainer.ui.present.pages.page_pictures import PagePictures
from imhtrainer.ui.present.pages.shown import next_shown, previous_shown, shown_slide, shown_to_room
from imhtrainer.ui.present.presenting import Presenting
from imhtrainer.ui.present.stage.audience import AudienceWindow


class RoomScreen(QObject):
    """Paints the room's window at once after every change, then prepares what may come next."""

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
        audience.resized.connect(self.refresh)

    def refresh(self) -> None:
        """Show what the room is to see now."""
        state = self._presenting.state
        shown = shown_to_room(state)
        if shown is None:
            black = state.screen == "black"
            name = self.tr("The screen is black") if black else self.tr("The screen is white")
            self._audience.show_blank(QColor("black" if black else "white"), name)
            return
        picture = self._pictures.picture(shown, self._audience.picture_width)
        self._audience.show_picture(picture, *self._pages.words(shown))

    def prepare(self) -> None:
        """Have the pictures ready that one key may ask for."""
        state, now = self._presenting.state, self._presenting.now
        wanted = (shown_slide(state), next_shown(state, now), previous_shown(state, now))
        self._pictures.prepare("room", wanted, self._audience.picture_width)
