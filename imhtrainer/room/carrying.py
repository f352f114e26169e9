"""How a press or a tap is answered: carried out and on disk, or refused; and codes that nobody guesses."""

import asyncio
import hmac
import time
from collections.abc import Iterator
from contextlib import contextmanager

from imhtrainer.domain.errors import (
    AnswerRefused,
    AnswerTooLate,
    CheckpointWaiting,
    CommandRefused,
    RoomMovedOn,
    SeatRefused,
    StoreError,
)
from imhtrainer.domain.session.commands import Command
from imhtrainer.room.limits import Buckets, Rate
from imhtrainer.room.refusals import Refused, too_often
from imhtrainer.services.session import TrainingSession

DISK_WAIT = 2.0
"""Seconds after which to ask again when the disk refused."""

_REFUSALS: tuple[tuple[type[CommandRefused], int, str], ...] = (
    (AnswerTooLate, 409, "closed"),
    (AnswerRefused, 409, "answer"),
    (RoomMovedOn, 409, "moved"),
    (CheckpointWaiting, 409, "waiting"),
    (SeatRefused, 403, "seat"),
    (CommandRefused, 409, "refused"),
)
"""What is answered to which refusal; the first that fits counts."""

_EVERYBODY = ""


@contextmanager
def refusing(unwritten: str) -> Iterator[None]:
    """What the session or the disk refuses becomes Refused; ``unwritten`` is said of the disk."""
    try:
        yield
    except StoreError as error:
        raise Refused(503, "disk", unwritten, DISK_WAIT) from error
    except CommandRefused as error:
        found = ((status, reason) for kind, status, reason in _REFUSALS if isinstance(error, kind))
        raise Refused(*next(found), str(error)) from error


async def carry_out(session: TrainingSession, command: Command, unwritten: str) -> None:
    """Post a command and wait until it is on disk; raises Refused."""
    with refusing(unwritten):
        await asyncio.wrap_future(session.do(command))


def hold_to(buckets: Buckets, key: str) -> None:
    """Raise Refused where somebody asks too often."""
    if wait := buckets.take(key):
        raise too_often(wait)


class CodeLock:
    """Opens to one code; wrong ones are counted by address and for all, so that trying leads nowhere."""

    def __init__(self, one: Rate, everybody: Rate) -> None:
        self._one = Buckets(one, time.monotonic)
        self._all = Buckets(everybody, time.monotonic)

    def check(self, typed: str, wanted: str, address: str, refusal: Refused) -> None:
        """Raise ``refusal`` for another code than the wanted one, or Refused after too many of them."""
        wait = max(self._one.wait(address), self._all.wait(_EVERYBODY))
        if wait:
            raise too_often(wait)
        if not wanted or not hmac.compare_digest(typed.encode(), wanted.encode()):
            self.count(address)
            raise refusal

    def count(self, address: str) -> None:
        """A wrong code came from an address."""
        self._one.take(address)
        self._all.take(_EVERYBODY)
