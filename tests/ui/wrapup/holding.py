"""Holding a training of half an hour, for the tests of Wrap up."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol

from imhtrainer.domain.session.commands import (
    CloseRound,
    CountHands,
    EndSession,
    GoTo,
    SignIn,
    SignOut,
    StartSession,
)
from imhtrainer.services.session import TrainingSession

LONG = "Rosa María de los Ángeles Villavicencio Echeverría"
NAMES = ("Zoë Adler", "Ana Fuentes", "Devonte Williams", LONG, "مريم السيد", "Gabriel Montoya")


class SettableClock(Protocol):
    """A clock that a test moves."""

    now: datetime


def hold(
    session: TrainingSession,
    clock: SettableClock,
    names: Sequence[str],
    still: Sequence[str] = (),
    end: bool = True,
) -> None:
    """Hold the training with these people; ``still`` forgot to sign out, Devonte left after 20 minutes."""
    start = clock.now
    people = [person for person in session.state.roster if person.name in names]
    for person in people:
        session.do(SignIn(start, person.id))
    session.do(StartSession(start))
    for number, index in enumerate(session.state.plan.questions):
        at = start + timedelta(minutes=5 + number)
        session.do(GoTo(at, index, leave=True))
        session.do(CountHands(at, 0, 3))
        session.do(CloseRound(at))
    close = start + timedelta(minutes=30)
    clock.now = close + timedelta(minutes=5)
    for person in people:
        if person.name == "Devonte Williams":
            session.do(SignOut(close, person.id, start + timedelta(minutes=20)))
    if not end:
        return
    session.do(EndSession(close, sign_out=False))
    for person in people:
        if person.id in session.state.present and person.name not in still:
            session.do(SignOut(close, person.id, close))
