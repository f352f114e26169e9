"""What can be done about time, and how each becomes a command to the session."""

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import QObject

from imhtrainer.domain.session.commands import (
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
)
from imhtrainer.ui.present.clock.moment import Moment, moment
from imhtrainer.ui.present.presenting import Presenting

MINUTE = 60


class TimeAct(Enum):
    """One press that has to do with time."""

    QUESTION = auto()
    TIMER = auto()
    BREAK = auto()
    MORE = auto()
    LESS = auto()
    STOP = auto()
    RESET = auto()
    UNDO = auto()


class TimeDesk(QObject):
    """Carries out what keys and buttons ask about time; ``ask_break`` asks how long a break shall be."""

    def __init__(self, presenting: Presenting, ask_break: Callable[[], None]) -> None:
        super().__init__(presenting)
        self._presenting = presenting
        self._ask_break = ask_break

    def act(self, wanted: TimeAct) -> None:
        """Do what was asked, in the way that fits the moment."""
        now, do = self._presenting.now, self._presenting.do
        match wanted:
            case TimeAct.QUESTION:
                do(TakeQuestion(now))
            case TimeAct.TIMER:
                self._toggle()
            case TimeAct.BREAK:
                self._break()
            case TimeAct.MORE:
                self._change(1)
            case TimeAct.LESS:
                self._change(-1)
            case TimeAct.STOP:
                do(StopTimer(now))
            case TimeAct.RESET:
                do(ResetSectionClock(now))
            case TimeAct.UNDO:
                do(RestoreSectionClock(now))

    def start_break(self, minutes: int) -> None:
        """The room has a break of so many minutes."""
        self._presenting.do(StartBreak(self._presenting.now, minutes))

    @property
    def _moment(self) -> Moment | None:
        return moment(self._presenting.state, self._presenting.now)

    def _toggle(self) -> None:
        """Start, pause, go on, or put away when it is over; where nothing runs by time, a break."""
        state, now = self._presenting.state, self._presenting.now
        timer = state.timer if state.timer and state.timer.slide == state.here.id else None
        if state.pause is not None or not state.here.activity_minutes:
            self._break()
        elif timer is None:
            self._presenting.do(StartTimer(now))
        elif timer.over(now):
            self._presenting.do(StopTimer(now))
        else:
            self._presenting.do(PauseTimer(now))

    def _break(self) -> None:
        if self._presenting.state.pause is not None:
            self._presenting.do(EndBreak(self._presenting.now))
        elif self._presenting.state.stage == "running":
            self._ask_break()

    def _change(self, minutes: int) -> None:
        """More or less time for what runs; a paused timer of another slide stays as it was left."""
        what = self._moment
        now = self._presenting.now
        if what is not None and what.kind == "break":
            self._presenting.do(ChangeBreak(now, minutes))
        elif what is not None and (what.kind == "timer" or (what.kind == "away" and what.running)):
            self._presenting.do(ChangeTimer(now, minutes * MINUTE))
