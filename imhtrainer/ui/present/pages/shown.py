"""What stands on a page picture: a slide at a build step, an answer, the five points or the logo; no Qt."""

from dataclasses import dataclass, replace
from datetime import datetime
from math import ceil
from typing import Literal

from imhtrainer.domain.events import Ease
from imhtrainer.domain.ink import Stroke
from imhtrainer.domain.quiz import Tally
from imhtrainer.domain.session.commands import Back
from imhtrainer.domain.session.foresight import state_after, step_after
from imhtrainer.domain.session.state import SessionState
from imhtrainer.layout.context import Invitation, Turnout

Kind = Literal["slide", "answer", "points", "logo", "break", "join"]


@dataclass(frozen=True, slots=True)
class Shown:
    """One picture: ``slide`` is an index, ``step`` a build step, ``tally`` the bars of an answer,
    ``ink`` what was drawn on it, ``region`` the part of it that is seen: left,
    top, width and height as shares of the page, None for all of it. ``large`` is its large print,
    ``captioned`` that with its foot free for captions, ``contrast`` its stronger contrast.
    """

    kind: Kind
    slide: int = 0
    step: int = 0
    tally: Tally | None = None
    time: "TimeShown | None" = None
    ink: tuple[Stroke, ...] = ()
    region: tuple[float, float, float, float] | None = None
    join: "JoinShown | None" = None
    large: bool = False
    contrast: bool = False
    captioned: bool = False


@dataclass(frozen=True, slots=True)
class JoinShown:
    """How phones get in, and beside a question how many have answered; ``turnout`` is None on the join card."""

    invitation: Invitation
    turnout: Turnout | None = None


@dataclass(frozen=True, slots=True)
class TimeShown:
    """What is left of an activity or a break, in whole seconds of ``total``; ``back`` is when a break ends."""

    left: int
    total: int
    back: datetime | None = None


def is_same_place(one: Shown | None, other: Shown | None) -> bool:
    """Whether both are the same slide at the same build step, whatever runs or lies on it."""
    if one is None or other is None:
        return False
    return (one.kind, one.slide, one.step) == (other.kind, other.slide, other.step)


MINUTE = 60

POINTS = Shown("points")
LOGO = Shown("logo")


def shown_slide(state: SessionState) -> Shown:
    """The slide the room is on, whatever the projector shows of it now."""
    return slide_shown(state, state.slide, state.step)


def shown_now(state: SessionState, now: datetime) -> Shown:
    """The slide the room is on with the time that runs on it, or the break it has."""
    pause, timer = state.pause, state.timer
    if pause is not None:
        total = round(pause.minutes * 60)
        time = TimeShown(_calm(pause.left(now)), total, pause.back)
        return Shown("break", state.slide, time=time)
    shown = shown_slide(state)
    if timer is None or timer.slide != state.here.id:
        return shown
    left = max(ceil(timer.left(now)), 0)
    return replace(shown, time=TimeShown(left, round(timer.total)))


def with_phones(shown: Shown, state: SessionState, invitation: Invitation | None) -> Shown:
    """A question as it is shown where phones can answer it: beside it the join strip with the turnout.

    Of a vote that is closed the strip says so, and invites nobody to answer.
    """
    if invitation is None or shown.kind != "slide" or shown.time is not None:
        return shown
    question = state.question(state.plan.slides[shown.slide].id)
    if question is None or question.revealed:
        return shown
    vote = question.last
    answered = vote.answered if vote is not None else 0
    closed = vote is not None and not question.is_open
    turnout = Turnout(answered, len(state.present), closed)
    return replace(shown, join=JoinShown(invitation, turnout))


def shown_to_room(
    state: SessionState, now: datetime, invitation: Invitation | None = None
) -> Shown | None:
    """What the projector shows; None for black and white."""
    if state.stage == "ended":
        return closing_shown(state)
    match state.screen:
        case "join" if invitation is not None:
            return Shown("join", join=JoinShown(invitation))
        case "points":
            return POINTS
        case "logo":
            return LOGO
        case "live" | "frozen" | "join":
            return with_phones(shown_now(state, now), state, invitation)
        case _:
            return None


def closing_shown(state: SessionState) -> Shown:
    """What the room sees once the training is over: the last slide as it stands, nothing that runs on it.

    A training that ended before shows its closing slide, or the logo where it has none.
    """
    slides = state.plan.slides
    if state.slide == len(slides) - 1:
        return shown_slide(state)
    closing = (at for at in reversed(range(len(slides))) if slides[at].layout == "closing")
    last = next(closing, None)
    return LOGO if last is None else slide_shown(state, last, slides[last].steps)


def eased(shown: Shown, ease: Ease) -> Shown:
    """The same, as it is easier to read; lines drawn by hand belong to the page as it was designed."""
    if ease.large and shown.kind == "slide" and shown.time is None:
        shown = replace(shown, large=True, ink=(), join=None, captioned=ease.captions)
    return replace(shown, contrast=True) if ease.contrast else shown


def slide_shown(state: SessionState, slide: int, step: int = 0) -> Shown:
    """A slide at a step; a question's step 1 is its answer with the room's bars."""
    place = state.plan.slides[slide]
    if place.question is not None and step:
        ink = state.page_ink(place.id, 1).strokes
        return Shown("answer", slide, 0, state.tally(place.id), ink=ink)
    ink = state.page_ink(place.id, 0).strokes
    return Shown("slide", slide, 0 if place.question is not None else step, ink=ink)


def next_shown(state: SessionState, now: datetime) -> Shown | None:
    """The slide or build one step on, whatever the projector shows now; None after the last."""
    return _other(state, step_after(state, now))


def following(state: SessionState, now: datetime, count: int) -> tuple[Shown, ...]:
    """The next ``count`` slides or builds, fewer before the end; for painting them ahead."""
    ahead = []
    live = state
    for _ in range(count):
        after = step_after(live, now)
        if shown_slide(after) == shown_slide(live):
            break
        ahead.append(shown_slide(after))
        live = after
    return tuple(ahead)


def previous_shown(state: SessionState, now: datetime) -> Shown | None:
    """The slide or build one step back; None before the first."""
    live = replace(state, screen="live", breaks=())
    return _other(live, state_after(live, Back(now)))


def _calm(left: float) -> int:
    """Whole minutes as long as there is more than one: a room in a break needs no running seconds."""
    seconds = max(ceil(left), 0)
    return seconds if seconds <= MINUTE else ceil(seconds / MINUTE) * MINUTE


def _other(before: SessionState, after: SessionState) -> Shown | None:
    shown = shown_slide(after)
    return None if shown == shown_slide(before) else shown
