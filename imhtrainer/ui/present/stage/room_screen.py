"""What the audience window shows, kept in step with the session and a page ahead of it."""

from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QColor

from imhtrainer.ui.present.hands.tools import WHOLE, Region
from imhtrainer.ui.present.pages.deck_pages import DeckPages
from imhtrainer.ui.present.pages.page_pictures import PagePictures
from imhtrainer.ui.present.pages.shown import (
    Shown,
    eased,
    following,
    previous_shown,
    shown_slide,
    shown_to_room,
    with_phones,
)
from imhtrainer.ui.present.presenting import Presenting
from imhtrainer.ui.present.stage.audience import AudienceWindow
from imhtrainer.ui.present.stage.marks import NOTHING, Marks
from imhtrainer.ui.present.stage.motion import LENGTH, Motion, is_still
from imhtrainer.ui.settings import CurrentSettings

Blank = Literal["black", "white"]

QUIET = round(LENGTH * 1000) + 60
"""Milliseconds in which nothing is painted ahead once a slide begins to give way to the next."""

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
        settings: CurrentSettings,
    ) -> None:
        super().__init__(presenting)
        self._audience = audience
        self._presenting = presenting
        self._pages = pages
        self._pictures = pictures
        self._held: Shown | None = None
        self._blank: Blank | None = None
        self._settings = settings
        self.region: Region = WHOLE
        self._from: Region = WHOLE
        self._nearing = Motion(audience)
        self._last: Shown | None = None
        audience.palette_of_page = pages.palette
        pictures.arrived.connect(self._sharpen)
        audience.resized.connect(self.refresh)

    def refresh(self) -> None:
        """Show what the room is to see now."""
        self._look_up()
        if self._presenting.state.stage == "ended":
            self.region = WHOLE
        if self._blank is not None:
            black = self._blank == "black"
            name = self.tr("The screen is black") if black else self.tr("The screen is white")
            self._last, self.region = None, WHOLE
            self._nearing.stop()
            self._audience.show_blank(QColor(self._blank), name)
        elif self._held is not None:
            self._show(self._held)

    def tick(self) -> None:
        """Show this second, where something on the room's page tells the time."""
        time = self._held.time if self._held is not None else None
        if time is not None and self._presenting.state.screen != "frozen":
            before = self._held
            self._look_up()
            if self._held != before:
                self.refresh()

    def zoom_to(self, region: Region) -> None:
        """Show another part of the page, coming nearer or going away unless nothing shall move."""
        if self._held is None or self._blank is not None or region == self.region:
            return
        self._from, self.region = self.region, region
        if self._last != self._held:
            # Out of a sharp part nothing can come nearer: the whole page's picture is needed first.
            where = QRectF(*self._from)
            picture = self._pictures.picture(self._held, self._audience.picture_width)
            words = self._pages.words(self._held)
            self._last = self._held
            self._audience.show_picture(picture, *words, part=where, sharp=False)
        if is_still(self._settings.now):
            self.refresh()
        else:
            self._nearing.run(self._come_nearer)

    def show_marks(self, marks: Marks) -> None:
        """Show pointer, spotlight or a line being drawn; the room sees none on a frozen screen."""
        self._audience.show_marks(marks if self._blank is None else NOTHING)

    def _show(self, held: Shown) -> None:
        same = self._last is not None and _is_same_page(self._last, held)
        if not same:
            self.region = WHOLE
        if self._nearing.running:
            self._nearing.stop()
        if self.region != WHOLE:
            self._show_part(held)
            return
        moves = self._last is not None and not same and not is_still(self._settings.now)
        picture = self._pictures.picture(held, self._audience.picture_width)
        self._last = held
        transition = self._pages.transition if moves else "none"
        if transition != "none":
            self._pictures.keep_quiet(QUIET)
        self._audience.show_picture(picture, *self._pages.words(held), transition=transition)

    def _show_part(self, held: Shown) -> None:
        """The part that is seen: sharp once it is painted, until then out of the whole."""
        width = self._audience.picture_width
        part = replace(held, region=self.region)
        self._pictures.prepare("zoom", (part,), width)
        sharp = self._pictures.ready(part, width)
        picture = self._pictures.picture(part if sharp else held, width)
        self._last = part if sharp else held
        where = QRectF(*self.region)
        self._audience.show_picture(picture, *self._pages.words(held), part=where, sharp=sharp)

    def _come_nearer(self, share: float) -> None:
        parts = zip(self._from, self.region, strict=True)
        self._audience.look_at(QRectF(*(a + (b - a) * share for a, b in parts)))
        if share >= 1:
            self.refresh()

    def _sharpen(self) -> None:
        """The part was painted: it takes the place of what was drawn out of the whole."""
        if self.region != WHOLE and not self._nearing.running and self._held is not None:
            part = replace(self._held, region=self.region)
            if self._last != part and self._pictures.ready(part, self._audience.picture_width):
                self._show_part(self._held)

    @property
    def shown(self) -> Shown | None:
        """The page the room sees, frozen or not; None for black and white."""
        return None if self._blank is not None else self._held

    def _look_up(self) -> None:
        """Take note of what the room is to see, unless it keeps what it has."""
        state = self._presenting.state
        seen = self._blank is not None or self._held is not None
        over = state.stage == "ended"
        if state.screen == "frozen" and seen and not over:
            return
        blank = state.screen if state.screen in ("black", "white") else None
        self._blank = None if over else blank
        presenting = self._presenting
        held = shown_to_room(state, presenting.now, presenting.invitation)
        self._held = eased(held, state.ease) if held is not None else None

    def prepare(self) -> None:
        """Have the pictures ready that one key may ask for; after the training none does."""
        if self._presenting.state.stage == "ended":
            return
        state, now = self._presenting.state, self._presenting.now
        ahead = (shown_slide(state), *following(state, now, AHEAD), previous_shown(state, now))
        invitation = self._presenting.invitation
        around = tuple(
            eased(with_phones(one, state, invitation), state.ease) if one is not None else None
            for one in ahead
        )
        wanted = (self._held, *around) if state.screen == "frozen" else around
        self._pictures.prepare("room", wanted, self._audience.picture_width)


def _is_same_page(last: Shown, held: Shown) -> bool:
    """Whether only a build step, the time, ink or the part seen differ."""
    return (last.kind, last.slide) == (held.kind, held.slide)
