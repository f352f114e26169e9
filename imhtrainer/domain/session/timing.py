"""Questions, breaks, timers and the section's clock: what a command about time comes to."""

from imhtrainer.domain.errors import CommandRefused
from imhtrainer.domain.events import Event
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
)
from imhtrainer.domain.session.commands.timing import (
    ChangeBreak,
    ChangeTimer,
    EndBreak,
    PauseTimer,
    ResetSectionClock,
    RestoreSectionClock,
    StartBreak,
    StartTimer,
    StopTimer,
    TakeQuestion,
    TimingCommand,
)
from imhtrainer.domain.session.state import SessionState
from imhtrainer.domain.timing import Break, Timer

SHORTEST_BREAK, LONGEST_BREAK = 1.0, 180.0
"""Minutes between which a break's length lies."""


def decide_timing(state: SessionState, command: TimingCommand) -> tuple[Event, ...]:
    """The events of a command about time."""
    if state.stage != "running":
        raise CommandRefused("The training is not running. Start or resume it first.")
    match command:
        case TakeQuestion():
            answered = state.asking is not None
            return (QuestionAnswered(command.at) if answered else QuestionTaken(command.at),)
        case StartBreak() | ChangeBreak() | EndBreak():
            return _break(state, command)
        case StartTimer() | PauseTimer() | ChangeTimer() | StopTimer():
            return _timer(state, command)
        case ResetSectionClock():
            return (SectionClockReset(command.at),)
        case RestoreSectionClock():
            if state.reset is None:
                raise CommandRefused("The section's clock was not started again.")
            return (SectionClockRestored(command.at),)


def _break(state: SessionState, command: StartBreak | ChangeBreak | EndBreak) -> tuple[Event, ...]:
    if isinstance(command, StartBreak):
        if state.pause is not None:
            raise CommandRefused("The room has a break already.")
        return (BreakBegan(command.at, _sensible(command.minutes)),)
    pause = _running_break(state)
    if isinstance(command, EndBreak):
        return (BreakEnded(command.at),)
    minutes = _sensible(pause.minutes + command.minutes)
    return (BreakChanged(command.at, minutes),) if minutes != pause.minutes else ()


def _sensible(minutes: float) -> float:
    return min(max(minutes, SHORTEST_BREAK), LONGEST_BREAK)


def _running_break(state: SessionState) -> Break:
    if state.pause is None:
        raise CommandRefused("The room has no break now.")
    return state.pause


def _timer(
    state: SessionState, command: StartTimer | PauseTimer | ChangeTimer | StopTimer
) -> tuple[Event, ...]:
    if isinstance(command, StartTimer):
        minutes = command.minutes or state.here.activity_minutes
        if not minutes:
            raise CommandRefused("The room does nothing by time on this slide.")
        return (TimerStarted(command.at, state.here.id, minutes * 60),)
    timer = _running_timer(state)
    match command:
        case PauseTimer():
            return (TimerPaused(command.at) if timer.running else TimerResumed(command.at),)
        case ChangeTimer():
            return (TimerChanged(command.at, command.seconds),)
        case StopTimer():
            return (TimerStopped(command.at),)


def _running_timer(state: SessionState) -> Timer:
    if state.timer is None:
        raise CommandRefused("No timer runs. Start it on the slide of an activity.")
    return state.timer
