"""Brings every pane of the console in step with the session: views hold no truth of their own."""

from PySide6.QtCore import QObject

from imhtrainer.domain.deck import Deck
from imhtrainer.domain.session.state import SessionState
from imhtrainer.ui.present.console.parts import ConsoleParts
from imhtrainer.ui.present.figures import minutes_figures
from imhtrainer.ui.present.outline.rows import outline_rows
from imhtrainer.ui.present.pages.deck_pages import DeckPages
from imhtrainer.ui.present.pages.page_pictures import PagePictures
from imhtrainer.ui.present.pages.shown import (
    LOGO,
    POINTS,
    Shown,
    eased,
    following,
    next_shown,
    previous_shown,
    shown_now,
    shown_slide,
    shown_to_room,
    slide_shown,
    with_phones,
)
from imhtrainer.ui.present.presenting import Presenting
from imhtrainer.ui.present.round.buttons import filled_button
from imhtrainer.ui.present.round.figures import RoundFigures, round_figures
from imhtrainer.ui.present.stage.projector import Projector


class ConsoleViews(QObject):
    """``refresh`` after a change, ``tick`` once a second, ``prepare`` when there is time.

    ``film_waits`` says that a film on the slide is what comes next, not the next slide.
    """

    def __init__(
        self,
        parts: ConsoleParts,
        presenting: Presenting,
        pages: DeckPages,
        pictures: PagePictures,
        projector: Projector,
        deck: Deck,
    ) -> None:
        super().__init__(presenting)
        self._parts = parts
        self._presenting = presenting
        self._pages = pages
        self._pictures = pictures
        self._projector = projector
        self.film_waits = False
        self.slide_wanted = False
        """Whether the slide stands large although a round is held: it is pointed at or drawn on."""
        self._slides = {slide.id: slide for slide in deck.slides}

    @property
    def round(self) -> RoundFigures | None:
        """The round that takes the middle now; None while a slide stands there."""
        state = self._presenting.state
        if self._presenting.looked_at is not None or state.step or state.pause is not None:
            return None
        return round_figures(state, self._presenting.now)

    def refresh(self) -> None:
        """Show the session as it stands."""
        state = self._presenting.state
        figures = self.round
        self._show_middle(state, figures)
        self._show_side(state, figures)
        self._show_transport(state, figures)
        self._show_outline(state)
        self.show_projector()
        self._parts.bar.show_practice(state.rehearsal)
        self._parts.bar.show_people(len(state.present))
        self._show_phones(state)
        self._parts.side.refresh()
        self.tick()

    def _show_phones(self, state: SessionState) -> None:
        room, seats = self._presenting.room, sum(not seat.gone for seat in state.seats)
        trouble = room is not None and room.wanted and not room.running and not room.starting
        wanted = room.wanted if room is not None else bool(state.join_code)
        waiting = len(state.waiting_seats)
        self._parts.bar.show_phones(seats, waiting, trouble, wanted)
        self._parts.round.show_phones(trouble)

    def tick(self) -> None:
        """Show this second."""
        state, now = self._presenting.state, self._presenting.now
        self._parts.bar.show_time(now)
        shown = self._parts.slide.picture.shown
        if shown is not None and shown.time is not None and self._presenting.looked_at is None:
            self._show_page(self._looked(state), ring=False)
        figures = self.round
        if figures is not None:
            self._parts.round.show_clock(figures, state, now)
        else:
            self._parts.slide.clock.show_clock(state, now)

    def show_projector(self) -> None:
        """Say what the room sees, and where."""
        state = self._presenting.state
        running = state.stage == "running"
        projector = self._projector
        pause = state.pause is not None
        self._parts.bar.show_room(
            state.screen, projector.display, running, state.ease, projector.closed, pause
        )

    def prepare(self) -> None:
        """Have the console's own pictures ready too."""
        state, now = self._presenting.state, self._presenting.now
        ahead, before = following(state, now, 2), previous_shown(state, now)
        middle = self._parts.slide.picture.device_width
        around = (shown_slide(state), *ahead, before)
        self._pictures.prepare("slide", [one and eased(one, state.ease) for one in around], middle)
        small = self._parts.side.next.picture.device_width
        self._pictures.prepare("next", (*ahead, POINTS), small)

    def _show_middle(self, state: SessionState, figures: RoundFigures | None) -> None:
        parts, looked_at = self._parts, self._presenting.looked_at
        if figures is not None:
            parts.round.show_round(figures)
        if figures is not None and not self.slide_wanted:
            parts.middle.setCurrentWidget(parts.round)
            return
        shown = self._looked(state)
        self._show_page(shown, looked_at is not None)
        number = state.plan.slides[looked_at].number if looked_at is not None else None
        parts.slide.show_looking(number, state.number)
        jump = self._presenting.jump
        if looked_at is None and jump is not None and jump.to == state.slide:
            parts.slide.show_jump(state.plan.slides[jump.slide].number)
        parts.middle.setCurrentWidget(parts.slide)

    def _show_page(self, shown: Shown, ring: bool) -> None:
        self._parts.slide.picture.show_page(shown, *self._pages.words(shown), ring)

    def _show_side(self, state: SessionState, figures: RoundFigures | None) -> None:
        side = self._parts.side
        self._show_next(state, figures)
        slide = state.plan.slides[self._looked(state).slide]
        side.notes.show_notes(self._slides.get(slide.id))
        side.show_hints(figures is not None and figures.stage == "open" and figures.by_hand)

    def _show_next(self, state: SessionState, figures: RoundFigures | None) -> None:
        pane = self._parts.side.next
        room = self.tr("The room sees")
        if state.screen == "points":
            pane.show_next(eased(POINTS, state.ease), room, self.tr("The five points"), "")
        elif state.screen == "logo":
            pane.show_next(eased(LOGO, state.ease), room, self.tr("The logo"), "")
        elif state.screen == "join":
            card = shown_to_room(state, self._presenting.now, self._presenting.invitation)
            pane.show_next(card and eased(card, state.ease), room, self.tr("The join card"), "")
        elif figures is not None and state.screen in ("black", "white"):
            dark = state.screen == "black"
            pane.show_next(None, room, self.tr("Black") if dark else self.tr("White"), "")
        elif self._presenting.looked_at is not None:
            pane.show_next(eased(shown_slide(state), state.ease), room, state.here.label, "")
        elif figures is not None and figures.stage != "revealed":
            about = self.tr("No counts until you reveal.") if figures.answer_page else ""
            asked = with_phones(shown_slide(state), state, self._presenting.invitation)
            pane.show_next(eased(asked, state.ease), room, self.tr("Question and choices"), about)
        else:
            coming = next_shown(state, self._presenting.now)
            pane.show_next(coming, *self._next_words(state, coming))

    def _next_words(self, state: SessionState, coming: Shown | None) -> tuple[str, str, str]:
        if coming is None:
            return self.tr("This is the last slide"), "", ""
        slide = state.plan.slides[coming.slide]
        if coming.kind == "answer":
            return self.tr("Next"), self.tr("The answer"), slide.label
        if coming.step:
            steps = self.tr("Next, step {0} of {1}").format(coming.step, slide.steps)
            return steps, slide.label, ""
        lead = self.tr("Next, slide {0}").format(slide.number)
        about = ""
        if slide.question is not None:
            about = self.tr("A question. Voting opens when it is shown.")
        elif slide.layout == "activity":
            about = self.tr("Activity, {0} min.").format(minutes_figures(slide.minutes))
        return lead, slide.label, about

    def _show_transport(self, state: SessionState, figures: RoundFigures | None) -> None:
        transport = self._parts.transport
        asks = state.here.question is not None
        steps = 0 if asks else state.here.steps
        transport.show_place(state.number, state.plan.pages, state.step, steps)
        running = state.stage == "running"
        transport.show_screen(state.screen, running)
        transport.show_question(state.asking is not None, running)
        transport.back.setEnabled(running)
        words = {"prepared": self.tr("Start"), "interrupted": self.tr("Resume")}
        filled = (figures is None or filled_button(figures) == "next") and not (
            self._presenting.frozen or self.film_waits
        )
        if state.pause is not None:
            transport.show_next(self.tr("Go on"), filled, "play")
            return
        if self.at_the_end:
            transport.show_next(self.tr("Finish"), filled, "check")
            return
        icon = "arrow-right" if running else "play"
        transport.show_next(words.get(state.stage, self.tr("Next")), filled, icon)

    @property
    def at_the_end(self) -> bool:
        """Whether the room sees the last step of the last slide: nothing comes after it."""
        state = self._presenting.state
        if state.stage != "running" or state.screen != "live" or state.pause is not None:
            return False
        return next_shown(state, self._presenting.now) is None

    def _show_outline(self, state: SessionState) -> None:
        looked_at = self._presenting.looked_at
        slide = state.slide if looked_at is None else looked_at
        self._parts.outline.list.show_rows(outline_rows(state, looked_at), slide)

    def _looked(self, state: SessionState) -> Shown:
        looked_at = self._presenting.looked_at
        if looked_at is None:
            return eased(shown_now(state, self._presenting.now), state.ease)
        place = state.plan.slides[looked_at]
        steps = 0 if place.question is not None else place.steps
        return slide_shown(state, looked_at, steps)
