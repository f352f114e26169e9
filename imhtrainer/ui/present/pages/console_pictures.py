"""Slides as a co-facilitator's console shows them: painted when it asks, never on the windows' thread."""

from collections.abc import Callable

from imhtrainer.domain.session.state import SessionState
from imhtrainer.render.screen.packing import pack_picture
from imhtrainer.ui.phones.link import RoomLink
from imhtrainer.ui.present.pages.deck_pages import DeckPages
from imhtrainer.ui.present.pages.shown import eased, slide_shown

WIDTH = 960
"""Pixels: sharp on half a tablet and on a phone held upright."""


def console_painter(pages: DeckPages) -> Callable[[SessionState, int, int], bytes]:
    """What paints a slide at a step as the state has it, with its ink, its answers, and as it is eased."""

    def paint(state: SessionState, slide: int, step: int) -> bytes:
        shown = eased(slide_shown(state, slide, step), state.ease)
        return pack_picture(pages.image(shown, WIDTH))

    return paint


class PicturesForConsoles:
    """Has a room's server paint this deck's slides for consoles, until it is closed."""

    def __init__(self, pages: DeckPages, room: RoomLink | None) -> None:
        self._room = room
        self._paint = console_painter(pages)
        if room is not None:
            room.paint_by(self._paint)

    def close(self) -> None:
        """Paint no more; waits for a picture that is being painted."""
        if self._room is not None:
            self._room.stop_painting(self._paint)
