"""What Wrap up writes down about people: times, decisions, and who was there after all."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from imhtrainer.domain.errors import CommandRefused
from imhtrainer.domain.roster import Attendee, Interval, clean_name, fold_name
from imhtrainer.domain.roster_import import new_ids
from imhtrainer.domain.session.commands import (
    AddAttendees,
    ChangeAttendee,
    CorrectPresence,
    EndSession,
    OverrideCompletion,
    SignOut,
    WithdrawOverride,
)
from imhtrainer.ui.wrapup.session_clock import SessionClock
from imhtrainer.ui.wrapup.words import session_zone

if TYPE_CHECKING:
    from datetime import tzinfo

    from imhtrainer.domain.session import SessionState
    from imhtrainer.services.session import TrainingSession


class AttendanceDesk:
    """Turns what was pressed into commands; every one may raise ``CommandRefused``."""

    def __init__(self, session: TrainingSession) -> None:
        self._session = session

    @property
    def state(self) -> SessionState:
        """The session as it stands."""
        return self._session.state

    @property
    def end(self) -> datetime:
        """When the training was over, or now while it is not."""
        return self.state.ended or self._session.now()

    @property
    def zone(self) -> tzinfo | None:
        """The time zone in which times are written."""
        return session_zone(self.state)

    @property
    def clock(self) -> SessionClock:
        """What times of day mean in this session."""
        end = self.end
        return SessionClock(self.zone, min(self.state.started or end, end), end)

    def end_training(self) -> None:
        """The training is over."""
        self._session.do(EndSession(self._session.now(), sign_out=False))

    def sign_out(self, attendee: str, time: datetime) -> None:
        """A person left at a time."""
        self._session.do(SignOut(self._session.now(), attendee, time))

    def sign_out_all(self) -> None:
        """Everybody who is still signed in left when the training was over, or came and went after it."""
        for attendee in self.state.present:
            came = self.state.presence(attendee).intervals[-1].start
            self.sign_out(attendee, max(self.end, came))

    def correct(self, attendee: str, stays: tuple[Interval, ...]) -> None:
        """A person was there at these times."""
        self._session.do(CorrectPresence(self._session.now(), attendee, stays))

    def override(self, attendee: str, completed: bool, reason: str) -> None:
        """Decide on a person's completion."""
        now = self._session.now()
        self._session.do(OverrideCompletion(now, attendee, completed, reason))

    def withdraw(self, attendee: str) -> None:
        """Let the rule decide again."""
        self._session.do(WithdrawOverride(self._session.now(), attendee))

    def rename(self, attendee: Attendee) -> None:
        """Correct a person's name."""
        self._session.do(ChangeAttendee(self._session.now(), attendee))

    def absent(self) -> tuple[Attendee, ...]:
        """Who is on the roster and was never signed in."""
        return tuple(p for p in self.state.roster if not self.state.presence(p.id).intervals)

    def add_person(self, name: str, start: datetime, end: datetime) -> str:
        """Somebody was there who was not signed in; the id comes back, of who is on the roster already too."""
        words = clean_name(name)
        if not words:
            raise CommandRefused("A person needs a name.")
        if end < start:
            raise CommandRefused(f"{words} cannot have left before coming. Check the hours.")
        known = [p for p in self.state.roster if fold_name(p.name) == fold_name(words)]
        person = next((p for p in known if p in self.absent()), None)
        if known and person is None:
            raise CommandRefused(f"{known[0].name} is in the table already.")
        now = self._session.now()
        if person is None:
            person = Attendee(next(new_ids(self.state.roster)), words, walk_in=True)
            self._session.do(AddAttendees(now, (person,)))
        self._session.do(CorrectPresence(now, person.id, (Interval(start, end),)))
        return person.id
