"""What a screen reader says by itself while the room is led: once for each thing that happened, in a sentence."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from imhtrainer.domain.events import Screen
from imhtrainer.domain.session.state import SessionState
from imhtrainer.ui.present.figures import minutes_figures
from imhtrainer.ui.present.presenting import Presenting
from imhtrainer.ui.present.round.figures import RoundFigures, round_figures
from imhtrainer.ui.wording import say_count

Vote = tuple[str, int]
"""A question's slide and its vote, 1 for the first."""


@dataclass(frozen=True)
class Seen:
    """What was told last: where the room is, and how its vote stands."""

    stage: str
    place: tuple[int, int]
    screen: Screen
    pause: bool
    vote: Vote
    open: bool
    full: bool


class Announcer(QObject):
    """Follows the session; ``say`` speaks a sentence, by a screen reader where there is one."""

    def __init__(
        self,
        presenting: Presenting,
        parent: QObject,
        say: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__(parent)
        self._speaker, self._presenting = parent, presenting
        self._say = say or self._speak
        self._seen = seen(presenting.state, self._figures)
        presenting.changed.connect(self.follow)
        presenting.answered.connect(self.follow)

    def follow(self) -> None:
        """Say what is new since the last time, in one breath."""
        before, figures, state = self._seen, self._figures, self._presenting.state
        self._seen = seen(state, figures)
        if before != self._seen and self._seen.stage != "ended":
            words = ". ".join(filter(None, self._news(before, self._seen, state, figures)))
            if words:
                self._say(words)

    @property
    def _figures(self) -> RoundFigures | None:
        return round_figures(self._presenting.state, self._presenting.now)

    def _news(
        self, before: Seen, now: Seen, state: SessionState, figures: RoundFigures | None
    ) -> Iterator[str]:
        if (now.stage, before.stage) == ("running", "prepared"):
            yield self.tr("The training has begun")
        yield from self._moved(before, now, state)
        if now.pause != before.pause:
            yield self._pause_words(state)
        if now.screen != before.screen:
            yield self._screen_words(now.screen)
        if figures is not None:
            yield from self._voted(before, now, figures)

    def _moved(self, before: Seen, now: Seen, state: SessionState) -> Iterator[str]:
        if now.place[0] != before.place[0]:
            words = self.tr("Slide {0} of {1}, {2}")
            yield words.format(state.number, state.plan.pages, state.here.label)
        elif now.place != before.place and state.here.question is not None:
            yield self.tr("The room sees the answer") if now.place[1] else ""
        elif now.place != before.place:
            yield self.tr("Step {0} of {1}").format(now.place[1], state.here.steps)

    def _voted(self, before: Seen, now: Seen, figures: RoundFigures) -> Iterator[str]:
        fresh = now.vote != before.vote
        if now.open and (fresh or not before.open):
            again = figures.vote > 1
            yield self.tr("Voting is open again") if again else self.tr("Voting is open")
        elif before.open and not fresh and not now.open:
            one = self.tr("Voting is closed, 1 of {1} has answered")
            some = self.tr("Voting is closed, {0} of {1} have answered")
            words = one if figures.answered == 1 else some
            yield words.format(figures.answered, figures.here)
        if now.full and (fresh or not before.full) and now.open:
            one = self.tr("The one who is here has answered")
            yield say_count(figures.here, one, self.tr("All {0} have answered"))

    def _pause_words(self, state: SessionState) -> str:
        if state.pause is None:
            return self.tr("The break is over")
        if state.pause.minutes == 1:
            return self.tr("Break, 1 minute")
        return self.tr("Break, {0} minutes").format(minutes_figures(state.pause.minutes))

    def _screen_words(self, screen: Screen) -> str:
        return {
            "live": self.tr("The room sees the slides again"),
            "black": self.tr("The room’s screen is black"),
            "white": self.tr("The room’s screen is white"),
            "frozen": self.tr("The room’s picture is frozen"),
            "points": self.tr("The room sees the five points"),
            "logo": self.tr("The room sees the logo"),
            "join": self.tr("The room sees the join card"),
        }[screen]

    def _speak(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._speaker, words))


def seen(state: SessionState, figures: RoundFigures | None) -> Seen:
    """What there is to be told of a moment."""
    full = figures is not None and 0 < figures.here <= figures.answered
    return Seen(
        state.stage,
        (state.slide, state.step),
        state.screen,
        state.pause is not None,
        (figures.slide, figures.vote) if figures is not None else ("", 0),
        figures is not None and figures.stage == "open",
        full,
    )
