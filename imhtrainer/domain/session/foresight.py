"""What a command would lead to, without doing it."""

from dataclasses import replace
from datetime import datetime

from imhtrainer.domain.session.commands import Command, Next
from imhtrainer.domain.session.decide import decide
from imhtrainer.domain.session.evolve import evolve
from imhtrainer.domain.session.state import SessionState


def state_after(state: SessionState, command: Command) -> SessionState:
    """The state a command would lead to; the same state while the training does not run."""
    if state.stage != "running":
        return state
    after = state
    for event in decide(state, command):
        after = evolve(after, event)
    return after


def step_after(state: SessionState, now: datetime) -> SessionState:
    """The state one slide, build or answer on, whatever the projector shows now; unchanged after the last.

    Before the start, and while the training is interrupted, it is what comes once the training runs.
    """
    runs = state.stage if state.stage == "ended" else "running"
    live = replace(state, stage=runs, screen="live", breaks=())
    return state_after(live, Next(now, leave=True))
