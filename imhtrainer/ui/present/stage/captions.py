"""What the facilitator says, as the notes have it, under the room's slide: a line at a time, where wanted."""

from PySide6.QtCore import QObject

from imhtrainer.domain.captions import captions_now, line_at
from imhtrainer.domain.deck import Deck
from imhtrainer.domain.notes import caption_lines, note_parts
from imhtrainer.domain.session.commands import ShowCaption
from imhtrainer.domain.session.state import SessionState
from imhtrainer.layout.compose.caption import compose_caption
from imhtrainer.layout.kit import Kit
from imhtrainer.render.screen import ScreenPainter
from imhtrainer.ui.present.media.layer import FilmLayer
from imhtrainer.ui.present.pages.picture_view import PictureView
from imhtrainer.ui.present.presenting import Presenting
from imhtrainer.ui.present.stage.audience import AudienceWindow

SCALE = 2.5
"""Pixels a point of a caption's picture: sharp up to a room's screen of 2,400 pixels."""


class CaptionDesk(QObject):
    """Keeps the room's caption in step with the session; of a frozen screen it stays as it is.

    ``picture`` is the console's slide, where the facilitator reads along.
    """

    def __init__(
        self,
        deck: Deck,
        kit: Kit,
        presenting: Presenting,
        audience: AudienceWindow,
        picture: PictureView,
    ) -> None:
        super().__init__(presenting)
        self._kit, self._presenting, self._audience = kit, presenting, audience
        self._notes = {slide.id: note_parts(slide.notes) for slide in deck.slides}
        self._painter = ScreenPainter()
        self._picture = picture
        self._layer: FilmLayer | None = None
        self.said = ""

    def refresh(self) -> None:
        """Show the line the room is to read now, if any."""
        state = self._presenting.state
        over = state.stage == "ended"
        if state.screen == "frozen" and not over:
            return
        lines = self.lines(state) if state.screen == "live" else ()
        said = lines[state.caption] if state.caption < len(lines) else ""
        if said != self.said:
            self.said = said
            self._layer = self._layer_of(said) if said else None
            self._audience.show_caption(self._layer)

    def show(self) -> None:
        """Show the room's line on the console too, not while another slide is looked at."""
        looks_on = self._presenting.looked_at is not None
        self._picture.show_caption(None if looks_on else self._layer)

    def lines(self, state: SessionState) -> tuple[str, ...]:
        """The lines of the slide the room is on; none while captions are off."""
        return captions_now(state, self._notes.get(state.here.id, ()))

    def next(self) -> None:
        """Turn captions on; once they are, the next line; where none is left, off again.

        On a slide that has none they stay as they are, and why is said.
        """
        state, shown = self._presenting.state, self._presenting.state.ease.captions
        if shown and state.caption < len(self.lines(state)):
            self.move(1)
        elif not shown or self.lines(state):
            self._presenting.ease("captions")
        if not self.lines(self._presenting.state) and self._presenting.state.ease.captions:
            self._presenting.refused.emit(self._why_none())

    def _why_none(self) -> str:
        state = self._presenting.state
        if state.stage != "running" or state.pause is not None:
            return self.tr("Captions are on. They begin when the slides go on.")
        if state.here.question is not None and caption_lines(self._notes.get(state.here.id, ())):
            return self.tr("Captions are on. This question has them once its answer is shown.")
        return self.tr("Captions are on, but this slide has none: its notes have no words to say.")

    def put_away(self) -> None:
        """Turn captions off."""
        if self._presenting.state.ease.captions:
            self._presenting.ease("captions")

    def back(self) -> None:
        """The line before."""
        self.move(-1)

    def move(self, by: int) -> None:
        """Go so many lines on or back; after the last one nothing stands there."""
        state = self._presenting.state
        line = line_at(state, self.lines(state), by)
        self._presenting.do(ShowCaption(self._presenting.now, line))

    def _layer_of(self, words: str) -> FilmLayer:
        page = compose_caption(words, self._kit)
        picture = self._painter.image(page, round(page.width * SCALE))
        return FilmLayer((0, 0, 0, 0), None, picture)
