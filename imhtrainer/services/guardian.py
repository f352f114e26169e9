"""What the guardian does when the program beside it dies, hangs or comes back; a state that only news change.

The guardian is a small process of its own. It is told where the slides stand and how they look, and when the
program dies without a word it covers the projector with the last slide and starts the program again, straight
into the session. Nothing here knows of windows or processes.
"""

from dataclasses import dataclass, replace
from typing import Literal

HUNG = 12
"""Beats the program may miss, one a second, before it is taken for hung; sleep of the laptop counts none."""
PATIENCE = 25
"""Seconds the last slide stays over a program that was started again and shows nothing."""
TRIES = 3
WITHIN = 90.0
"""So many times within so many seconds the program is started again; then a person has to."""
LINGER = 120
"""Seconds a guardian that gave up keeps saying so, if nobody presses a key."""

Deed = Literal["cover", "uncover", "start", "kill", "quit", "give up"]


@dataclass(frozen=True, slots=True)
class Watch:
    """What the guardian knows: the session, the screen's name, its last picture, and how the program does."""

    session: str = ""
    screen: str = ""
    picture: str = ""
    silent: int = 0
    covering: int | None = None
    starts: tuple[float, ...] = ()
    farewell: bool = False
    gave_up: bool = False


Reaction = tuple[Watch, tuple[Deed, ...]]


def hear(watch: Watch, news: dict[str, str]) -> Reaction:
    """One line of the program: what it shows and where, that it lives, that it stands again, or its farewell.

    A session that begins after a farewell is kept like the first.
    """
    heard = replace(
        watch,
        silent=0,
        session=news.get("session", watch.session),
        screen=news.get("screen", watch.screen),
        picture=news.get("picture", watch.picture),
        farewell="farewell" in news or (watch.farewell and "session" not in news),
    )
    if "stands" in news and watch.covering is not None:
        return replace(heard, covering=None), ("uncover",)
    return heard, ()


def lose(watch: Watch, now: float) -> Reaction:
    """The program is gone; ``now`` in seconds of any clock that does not go back."""
    if watch.farewell or not watch.session:
        return watch, ("quit",)
    recent = tuple(start for start in watch.starts if now - start < WITHIN)
    gone = replace(watch, silent=0, covering=0)
    if len(recent) >= TRIES:
        return replace(gone, starts=recent, gave_up=True), ("cover", "give up")
    return replace(gone, starts=(*recent, now)), ("cover", "start")


def tick(watch: Watch) -> Reaction:
    """A second has passed; a program that said farewell owes no sign of life."""
    if watch.gave_up:
        silent = watch.silent + 1
        return replace(watch, silent=silent), ("quit",) if silent >= LINGER else ()
    if watch.farewell:
        return watch, ()
    if watch.covering is not None:
        if watch.covering >= PATIENCE:
            return replace(watch, covering=None, silent=0), ("uncover",)
        return replace(watch, covering=watch.covering + 1), ()
    if watch.silent >= HUNG:
        return replace(watch, silent=0), ("kill",)
    return replace(watch, silent=watch.silent + 1), ()
