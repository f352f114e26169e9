"""Brings the room and then the console in step with the session, whenever it moves on."""

from PySide6.QtCore import QObject, Signal

from imhtrainer.ui.present.console.desks import ConsoleDesks, Stage
from imhtrainer.ui.present.console.privacy import Privacy
from imhtrainer.ui.present.keys.router import KeyRouter


class Following(QObject):
    """The room first: its window is painted before anything else is. ``moved`` comes when all is shown."""

    moved = Signal()

    def __init__(
        self, stage: Stage, desks: ConsoleDesks, privacy: Privacy, router: KeyRouter
    ) -> None:
        super().__init__(stage.presenting)
        self._stage, self._desks = stage, desks
        self._privacy, self._router = privacy, router
        self._slide = stage.presenting.state.slide
        stage.presenting.changed.connect(self.follow)
        stage.presenting.answered.connect(self.note_answers)
        if stage.presenting.room is not None:
            stage.presenting.room.changed.connect(self.note_answers)
        stage.presenting.looked.connect(self.refresh)
        desks.hands.taken.connect(self._hand_changed)
        desks.parts.round.aimed.connect(self._show_strip)
        desks.film.waiting_changed.connect(self._film_changed)

    def follow(self) -> None:
        """The session has moved on; on a new slide a vote is seen first."""
        stage, desks = self._stage, self._desks
        if stage.pages.follow(stage.presenting.state):
            stage.pictures.clear()
        stage.room.refresh()
        desks.captions.refresh()
        desks.parts.side.keys.show_ease(stage.presenting.state.ease)
        if stage.presenting.waiting:
            stage.presenting.stay()
        desks.parts.bars.hush()
        before, self._slide = self._slide, stage.presenting.state.slide
        if before != self._slide and desks.views.round is not None:
            desks.hands.put_away()
        self.refresh()
        self.prepare()
        self.moved.emit()

    def note_answers(self) -> None:
        """Phones: counts and seats are shown; no question that stands is taken for answered."""
        self._stage.room.refresh()
        self.refresh()
        self.prepare()

    def place_room(self) -> None:
        """The room's window has another screen or size."""
        self._stage.room.refresh()
        self.prepare()

    def refresh(self) -> None:
        """Show everything on the console as it stands."""
        desks = self._desks
        desks.film.follow()
        desks.views.film_waits = desks.film.waits
        desks.views.refresh()
        desks.hands.refresh()
        if desks.hands.near:
            desks.parts.slide.show_part()
        desks.film.show()
        desks.captions.show()
        self._show_strip()
        self._router.in_round = desks.views.round is not None

    def prepare(self) -> None:
        """Have the pictures ready that one key may ask for."""
        self._stage.room.prepare()
        self._desks.views.prepare()

    def tick(self) -> None:
        """Show this second."""
        self._stage.room.tick()
        self._desks.views.tick()
        self._show_strip()

    def _show_strip(self) -> None:
        """The strip says what the panes say, as far as the room may see it."""
        if self._privacy.hidden:
            presenting, following = self._stage.presenting, self._desks.parts.transport.next
            strip, state = self._stage.strip, presenting.state
            strip.show_clock(state, presenting.now)
            filled = following.property("kind") == "primary"
            strip.show_next(following.words, following.arrow, state.stage == "running", filled)
            strip.show_round(self._desks.views.round, self._desks.parts.round.focused)

    def _hand_changed(self) -> None:
        """Who draws sees the slide, also while a vote is held on it."""
        self._desks.views.slide_wanted = self._desks.hands.holds
        if self._desks.views.round is not None:
            self.refresh()

    def _film_changed(self) -> None:
        """The filled button moves between play and next."""
        self._desks.views.film_waits = self._desks.film.waits
        self._desks.views.refresh()
        self._desks.film.show()
