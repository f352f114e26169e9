"""Where the session's time goes: which section and slide takes it, and when neither does."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from imhtrainer.domain.events.timing import (
    BreakBegan,
    BreakChanged,
    BreakEnded,
    QuestionAnswered,
    QuestionTaken,
    SectionClockReset,
    SectionClockRestored,
    TimerChanged,
    TimerPaused,
    TimerResumed,
    TimerStarted,
    TimerStopped,
    TimingEvent,
)
from imhtrainer.domain.session.state import SessionState
from imhtrainer.domain.timing import Break, ClockReset, Timer


def settle(state: SessionState, at: datetime) -> SessionState:
    """Book the clock time since the last change on what took it: section and slide, or a pause."""
    if state.stage != "running" or state.settled is None:
        return replace(state, settled=at)
    passed = max((at - state.settled).total_seconds(), 0.0)
    section, settled = state.here.section, max(at, state.settled)
    if state.section_waits:
        paused = _plus(state.paused_seconds, section, passed)
        return replace(state, paused_seconds=paused, settled=settled)
    return replace(
        state,
        section_seconds=_plus(state.section_seconds, section, passed),
        slide_seconds=_plus(state.slide_seconds, state.slide, passed),
        settled=settled,
    )


def evolve_timing(state: SessionState, event: TimingEvent) -> SessionState:
    """The state after an event about time."""
    match event:
        case QuestionTaken():
            return replace(settle(state, event.at), asking=event.at)
        case QuestionAnswered():
            return replace(settle(state, event.at), asking=None)
        case BreakBegan() | BreakChanged() | BreakEnded():
            return _break(settle(state, event.at), event)
        case SectionClockReset():
            return _reset(settle(state, event.at))
        case SectionClockRestored():
            return _restore(settle(state, event.at))
        case _:
            return replace(state, timer=_timer(state.timer, event))


def close_times(state: SessionState, at: datetime) -> SessionState:
    """Nothing waits and nothing runs any more: the training is over."""
    return replace(_with_last_break(state, end=at), timer=None, reset=None)


def _plus(seconds: Sequence[float], index: int, passed: float) -> tuple[float, ...]:
    return (*seconds[:index], seconds[index] + passed, *seconds[index + 1 :])


def _break(state: SessionState, event: BreakBegan | BreakChanged | BreakEnded) -> SessionState:
    match event:
        case BreakBegan():
            closed = _with_last_break(state, end=event.at)
            return replace(closed, breaks=(*closed.breaks, Break(event.at, event.minutes)))
        case BreakChanged():
            return _with_last_break(state, minutes=event.minutes)
        case BreakEnded():
            return _with_last_break(state, end=event.at)


def _with_last_break(
    state: SessionState, minutes: float | None = None, end: datetime | None = None
) -> SessionState:
    """The break the room has, changed; the same state where it has none."""
    now = state.pause
    if now is None:
        return state
    ended = max(end, now.start) if end else None
    changed = Break(now.start, now.minutes if minutes is None else minutes, ended)
    return replace(state, breaks=(*state.breaks[:-1], changed))


def _timer(
    timer: Timer | None,
    event: TimerStarted | TimerPaused | TimerResumed | TimerChanged | TimerStopped,
) -> Timer | None:
    if isinstance(event, TimerStarted):
        return Timer(event.slide, event.seconds, event.seconds, event.at)
    if timer is None or isinstance(event, TimerStopped):
        return None
    match event:
        case TimerPaused():
            return timer.paused(event.at)
        case TimerResumed():
            return timer.resumed(event.at)
        case TimerChanged():
            return timer.changed(event.seconds, event.at)


def _reset(state: SessionState) -> SessionState:
    """What the section has taken so far counts as time between sections."""
    section = state.here.section
    taken = state.section_seconds[section]
    return _move(state, section, -taken, ClockReset(section, taken))


def _restore(state: SessionState) -> SessionState:
    before = state.reset
    return _move(state, before.section, before.seconds, None) if before else state


def _move(
    state: SessionState, section: int, seconds: float, reset: ClockReset | None
) -> SessionState:
    return replace(
        state,
        section_seconds=_plus(state.section_seconds, section, seconds),
        paused_seconds=_plus(state.paused_seconds, section, -seconds),
        reset=reset,
    )
