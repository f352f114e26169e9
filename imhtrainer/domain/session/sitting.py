"""A sitting: the items of a phase, answered together at each person's own pace."""

from datetime import datetime

from imhtrainer.domain.errors import CommandRefused
from imhtrainer.domain.events import Event, RoundClosed, RoundOpened, SittingClosed, SittingOpened
from imhtrainer.domain.quiz import Phase
from imhtrainer.domain.session.commands import CloseSitting, OpenSitting
from imhtrainer.domain.session.state import QuestionState, SessionState


def decide_sitting(state: SessionState, command: OpenSitting | CloseSitting) -> tuple[Event, ...]:
    """The events of opening or ending a sitting."""
    if isinstance(command, CloseSitting):
        if state.sitting is None:
            raise CommandRefused("Nobody is answering a set of questions now.")
        return close_sitting(state, command.at)
    return _open(state, command.phase, command.at)


def close_sitting(state: SessionState, at: datetime) -> tuple[Event, ...]:
    """Close the rounds of an open sitting's items and the sitting; nothing where there is none."""
    if state.sitting is None:
        return ()
    items = _items(state, state.sitting)
    closed = tuple(RoundClosed(at, item.slide) for item in items if item.is_open)
    return (*closed, SittingClosed(at, state.sitting))


def _open(state: SessionState, phase: Phase, at: datetime) -> tuple[Event, ...]:
    if state.stage != "running":
        raise CommandRefused("The training is not running. Start or resume it first.")
    if state.sitting is not None:
        raise CommandRefused("A set of questions is open already. Close it first.")
    items = _items(state, phase)
    fresh = [item for item in items if not item.valid and not item.revealed]
    if not any(item.is_open for item in items) and not fresh:
        raise CommandRefused("These questions have been answered already.")
    opened = tuple(RoundOpened(at, item.slide) for item in fresh)
    return (SittingOpened(at, phase), *opened)


def _items(state: SessionState, phase: Phase) -> tuple[QuestionState, ...]:
    found = (state.question(slide.id) for slide in state.plan.items(phase))
    return tuple(item for item in found if item is not None)
