"""The plan's blocks above today's, on one scale, so that a delay is seen as an offset; no Qt."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from imhtrainer.domain.pace import planned_start, remaining_seconds
from imhtrainer.domain.session.state import SessionState


@dataclass(frozen=True, slots=True)
class Block:
    """A section on the scale: start and end in shares of the whole, 0 to 1.

    ``done`` is where the filled part ends; ``here`` marks the section the room is in.
    """

    title: str
    start: float
    end: float
    done: float
    here: bool = False


@dataclass(frozen=True, slots=True)
class Timeline:
    """Plan and today, block by block, and where now is."""

    plan: tuple[Block, ...]
    today: tuple[Block, ...]
    now: float


def timeline(state: SessionState, now: datetime) -> Timeline:
    """Both rows from the planned start to the later of planned and expected end."""
    plan = tuple(_planned(state))
    lost = _time_lost(state, now)
    today = tuple(_today(state, now, lost))
    ends = [block.end for block in (*plan, *today)]
    scale = max(ends, default=0.0) or 1.0
    reached = lost + state.elapsed(now).total_seconds()
    return Timeline(_scaled(plan, scale), _scaled(today, scale), min(reached / scale, 1.0))


def _time_lost(state: SessionState, now: datetime) -> float:
    """Seconds by which a late start and interruptions have moved today along."""
    since_planned = now - planned_start(state, now)
    return max((since_planned - state.elapsed(now)).total_seconds(), 0.0)


def _planned(state: SessionState) -> Iterator[Block]:
    at = 0.0
    for section in state.plan.sections:
        end = at + section.minutes * 60
        yield Block(section.title, at, end, at)
        at = end


def _today(state: SessionState, now: datetime, at: float) -> Iterator[Block]:
    here = state.here.section
    for index, section in enumerate(state.plan.sections):
        taken = state.section_elapsed(index, now) + state.section_paused(index, now)
        done = at + taken
        end = done + (remaining_seconds(state, index, now) if index >= here else 0.0)
        yield Block(section.title, at, end, done, index == here)
        at = end


def _scaled(blocks: tuple[Block, ...], scale: float) -> tuple[Block, ...]:
    return tuple(
        Block(b.title, b.start / scale, b.end / scale, b.done / scale, b.here) for b in blocks
    )
