"""The deck's pages for what is shown: laid out once, painted at any width."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from threading import RLock, local

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from imhtrainer.domain.deck import Deck, Transition
from imhtrainer.domain.errors import LayoutError
from imhtrainer.domain.ink import Stroke
from imhtrainer.domain.session.state import SessionState
from imhtrainer.layout.compose import (
    compose_answer,
    compose_break,
    compose_invitation,
    compose_logo,
    compose_points,
    compose_slide,
)
from imhtrainer.layout.compose.contrast import with_contrast
from imhtrainer.layout.compose.ink import stroke_box, with_ink
from imhtrainer.layout.compose.large_print import compose_large_print
from imhtrainer.layout.compose.scene import PAGE_WIDTH
from imhtrainer.layout.context import BreakFacts, Context, TimerFacts
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.page import Page
from imhtrainer.render.screen import ScreenPainter, paint_boxes
from imhtrainer.services.context import context_for
from imhtrainer.ui.present.clock.hours import hour_text
from imhtrainer.ui.present.pages.shown import Shown, TimeShown

translate = QCoreApplication.translate

ASPECT = 9 / 16
"""Height of a slide to its width."""


MOST_PAGES = 90
"""Pages kept: all of a usual training; of a long one those laid out last, for memory's sake."""


class DeckPages:
    """Lays out the pages of a session's deck when they are first needed and keeps them.

    A slide that the deck no longer has, or that does not fit, is painted as its name on paper, so that
    the room never sees an empty screen. Pages may be asked for and painted on any thread: they are laid
    out one at a time, and every thread paints with a painter of its own.
    """

    def __init__(
        self,
        deck: Deck,
        kit: Kit,
        state: SessionState,
        picture_path: Callable[[str], Path] = Path,
    ) -> None:
        self._deck = deck
        self._kit = kit
        self._state = state
        self._picture_path = picture_path
        self._index = {slide.id: index for index, slide in enumerate(deck.slides)}
        self._pages: dict[Shown, Page | None] = {}
        self._laying_out = RLock()
        self._of_thread = local()
        self._timed: tuple[Shown, Page | None] | None = None

    def follow(self, state: SessionState) -> bool:
        """Take note of changed details; True when pages laid out before no longer hold."""
        changed = state.details != self._state.details
        self._state = state
        if changed:
            self._pages = {}
            self._of_thread = local()
            self._timed = None
        return changed

    def page(self, shown: Shown) -> Page | None:
        """The page of what is shown; None where the deck cannot give it."""
        if shown.ink:
            bare = self.page(replace(shown, ink=()))
            return with_ink(bare, shown.ink) if bare else None
        if shown.time is not None:
            return self._page_of_this_second(replace(shown, step=0, region=None))
        if shown.contrast:
            plain = self.page(replace(shown, contrast=False))
            return with_contrast(plain) if plain is not None else None
        step = shown.step if shown.large else 0
        key = replace(shown, step=step, ink=(), region=None)
        pages = self._pages
        known = pages.get(key)
        if known is not None or key in pages:
            return known
        with self._laying_out:
            if key not in pages:
                while len(pages) >= MOST_PAGES:
                    del pages[next(iter(pages))]
                pages[key] = self._compose(key)
            return pages[key]

    @property
    def palette(self) -> Mapping[str, str]:
        """The pages' colours by token."""
        return self._kit.theme.colors

    @property
    def transition(self) -> Transition:
        """How one slide gives way to the next."""
        return self._deck.transition

    def words(self, shown: Shown) -> tuple[str, str]:
        """Title and text of what is shown, for who hears the slide; of running time only its end."""
        if shown.time is not None:
            return self._words_in_time(shown, shown.time)
        page = self.page(shown)
        return (page.title, page.description) if page else (self._label(shown), "")

    def image(self, shown: Shown, width: int) -> QImage:
        """The picture of what is shown, ``width`` device pixels wide."""
        page = self.page(shown)
        if page is None:
            return self._name_on_paper(shown, width)
        step = shown.step if shown.kind == "slide" else page.steps
        if shown.region is not None:
            return self._image_of_part(page, width, step, shown.region)
        return self._painter().image(page, width, step)

    def _image_of_part(
        self, page: Page, width: int, step: int, region: tuple[float, float, float, float]
    ) -> QImage:
        """A part of the page as sharp as the whole is."""
        left, top, share, _ = region
        scale = width / (page.width * share)
        image = QImage(width, round(width * ASPECT), QImage.Format.Format_RGB32)
        painter = QPainter(image)
        painter.translate(-left * page.width * scale, -top * page.height * scale)
        self._painter().paint(painter, page, scale, step)
        painter.end()
        return image

    def draw_stroke(self, painter: QPainter, stroke: Stroke, width: int) -> None:
        """One more line over a picture ``width`` pixels wide."""
        scale = width / PAGE_WIDTH
        paint_boxes(painter, (stroke_box(stroke),), self._kit.theme.colors, scale)

    def _painter(self) -> ScreenPainter:
        """The painter of the thread we are on: Qt's fonts belong to the thread that opened them."""
        mine = self._of_thread
        if not hasattr(mine, "painter"):
            mine.painter = ScreenPainter()
        painter: ScreenPainter = mine.painter
        return painter

    def _words_in_time(self, shown: Shown, time: TimeShown) -> tuple[str, str]:
        page = self.page(shown)
        over = translate("DeckPages", "Time to come back") if not time.left else ""
        if shown.kind == "break":
            return (page.title if page else self._label(shown)), over
        title, text = self.words(replace(shown, time=None))
        return title, over or text

    def _page_of_this_second(self, shown: Shown) -> Page | None:
        """A page with running time is kept only until the next second's."""
        with self._laying_out:
            if self._timed is None or self._timed[0] != shown:
                self._timed = (shown, self._compose(shown))
            return self._timed[1]

    def _compose(self, shown: Shown) -> Page | None:
        index = self._index.get(self._state.plan.slides[shown.slide].id)
        if index is None:
            return None
        try:
            return self._laid_out(shown, index)
        except LayoutError:
            return self._without_logo() if shown.kind == "logo" else None

    def _laid_out(self, shown: Shown, index: int) -> Page:
        context = self._context(shown)
        match shown.kind:
            case "points":
                return compose_points(self._deck, context, self._kit)
            case "logo":
                return compose_logo(self._deck, context, self._kit)
            case "break":
                return compose_break(self._deck, index, _break_facts(shown), context, self._kit)
            case "join":
                return compose_invitation(context, self._kit, self._deck.lang)
            case "answer":
                return compose_answer(self._deck, index, context, self._kit)
            case _ if shown.large:
                return self._large_print(shown, index, context)
            case _:
                return compose_slide(self._deck, index, context, self._kit)

    def _large_print(self, shown: Shown, index: int, context: Context) -> Page:
        """A slide's large print; the slide itself where it has none."""
        try:
            return compose_large_print(self._deck, index, shown.step, self._kit, shown.captioned)
        except LayoutError:
            return compose_slide(self._deck, index, context, self._kit)

    def _context(self, shown: Shown) -> Context:
        slide = self._state.plan.slides[shown.slide].id
        tallies = {slide: shown.tally} if shown.tally else {}
        logo = self._state.details.logo if shown.kind == "logo" else ""
        path = str(self._picture_path(logo)) if logo else ""
        join = shown.join
        return replace(
            context_for(self._state),
            tallies=tallies,
            logo=path,
            timer=_timer_facts(shown),
            ink={},
            invitation=join.invitation if join is not None else None,
            turnout=join.turnout if join is not None else None,
        )

    def _without_logo(self) -> Page | None:
        """A logo whose file is gone or damaged: the training's title in its place."""
        try:
            return compose_logo(self._deck, context_for(self._state), self._kit)
        except LayoutError:
            return None

    def _label(self, shown: Shown) -> str:
        return self._state.plan.slides[shown.slide].label

    def _name_on_paper(self, shown: Shown, width: int) -> QImage:
        colors = self._kit.theme.colors
        image = QImage(width, round(width * ASPECT), QImage.Format.Format_RGB32)
        image.fill(QColor(colors["paper"]))
        painter = QPainter(image)
        font = QFont(self._kit.theme.families["window"])
        font.setPixelSize(max(width // 22, 8))
        painter.setFont(font)
        painter.setPen(QColor(colors["ink"]))
        box = QRect(image.rect()).adjusted(width // 12, 0, -width // 12, 0)
        wrap = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(box, wrap, self._label(shown))
        painter.end()
        return image


def _timer_facts(shown: Shown) -> TimerFacts | None:
    time = shown.time
    return TimerFacts(time.left, time.total) if time is not None else None


def _break_facts(shown: Shown) -> BreakFacts:
    time = shown.time
    if time is None or time.back is None:
        return BreakFacts(0, 0, "")
    return BreakFacts(time.total / 60, time.left, hour_text(time.back))
