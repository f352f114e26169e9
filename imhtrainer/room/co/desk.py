"""What the room does with what a co-facilitator's console asks: checks it, posts a command, waits for the disk."""

import asyncio
import hashlib
import hmac
import time
from datetime import datetime

from imhtrainer.domain.cofacilitator import CoFacilitator, Seen, tidy_co_code
from imhtrainer.domain.errors import (
    CheckpointWaiting,
    CommandRefused,
    RoomMovedOn,
    SeatRefused,
    StoreError,
)
from imhtrainer.domain.roster import Attendee, clean_name
from imhtrainer.domain.script import Script
from imhtrainer.domain.session.commands import (
    AddAttendees,
    AdmitSeat,
    Back,
    ByCoFacilitator,
    CloseRound,
    Command,
    CountHands,
    DeclineSeat,
    GoTo,
    JoinAsCoFacilitator,
    Next,
    OpenRound,
    Reveal,
    SetScreen,
    SignIn,
    SignOut,
    UndoCount,
)
from imhtrainer.domain.session.commands.helping import CoCommand
from imhtrainer.domain.session.helping import find_co_facilitator
from imhtrainer.room.co.board import CoBoard
from imhtrainer.room.co.protocol import CoState, DoRequest, Joined, JoinRequest
from imhtrainer.room.limits import Buckets, Limits
from imhtrainer.room.refusals import Refused, too_often
from imhtrainer.room.seats import hash_token, make_token
from imhtrainer.services.session import TrainingSession

EVERYBODY = ""
WALK_IN_SOURCE = "co-facilitator"
"""Where the roster says that a walk-in came from."""


class CoDesk:
    """Answers consoles; every method runs in the room's loop. ``address`` is where a request came from."""

    def __init__(self, session: TrainingSession, limits: Limits, script: Script) -> None:
        self._session = session
        self._script = script
        self._run = make_token()[:8]
        self._board = CoBoard(session.state, script, self._run, 0)
        self._presses = Buckets(limits.co_presses, time.monotonic)
        self._wrong = Buckets(limits.wrong_co_codes, time.monotonic)
        self._all_wrong = Buckets(limits.all_wrong_co_codes, time.monotonic)

    @property
    def board(self) -> CoBoard:
        """What consoles may see now."""
        if self._board.state is not self._session.state:
            state, at = self._session.state, self._board.at + 1
            self._board = CoBoard(state, self._script, self._run, at)
        return self._board

    def find(self, token: str) -> CoFacilitator | None:
        """Whose console a token is."""
        return find_co_facilitator(self._session.state, hash_token(token)) if token else None

    def co(self, token: str) -> CoFacilitator:
        """Whose console a token is; raises Refused."""
        found = self.find(token)
        if found is None:
            raise Refused(401, "co", "This console is not in. Ask the facilitator for the code.")
        return found

    def now(self) -> datetime:
        """The time by the session's clock."""
        return self._session.now()

    def state(self, token: str) -> CoState:
        """What this console shows now."""
        return self.board.tell(self.co(token).name, self._session.now())

    def look(self, token: str) -> CoState | None:
        """What this console shows now; None where it is not in any more."""
        found = self.find(token)
        return self.board.tell(found.name, self._session.now()) if found is not None else None

    def now_board(self, token: str) -> CoBoard:
        """The board for somebody who is in; raises Refused."""
        self.co(token)
        return self.board

    async def join(self, asked: JoinRequest, address: str) -> Joined:
        """A console comes in with the code."""
        code = tidy_co_code(asked.code)
        wait = max(self._wrong.wait(address), self._all_wrong.wait(EVERYBODY))
        if wait:
            raise too_often(wait)
        wanted = self._session.state.co_code
        if not wanted or not hmac.compare_digest(code.encode(), wanted.encode()):
            self._wrong.take(address)
            self._all_wrong.take(EVERYBODY)
            raise Refused(403, "code", "This is not the co-facilitator’s code. Look once more.")
        token = make_token()
        now = self._session.now()
        await self._post(JoinAsCoFacilitator(now, code, hash_token(token), asked.name))
        return Joined(token=token, state=self.state(token))

    async def do(self, token: str, asked: DoRequest) -> CoState:
        """One press, once it is on disk."""
        co = self.co(token)
        if wait := self._presses.take(co.secret):
            raise too_often(wait)
        seen = asked.seen
        looked = Seen(seen.slide, seen.step, seen.screen, seen.vote, seen.voting)
        for number, command in enumerate(self._commands(asked)):
            key = f"{asked.key}/{number}" if number else asked.key
            await self._post(ByCoFacilitator(self._session.now(), co.secret, key, looked, command))
        return self.state(token)

    def _commands(self, asked: DoRequest) -> tuple[CoCommand, ...]:
        now = self._session.now()
        match asked.do:
            case "next":
                return (Next(now, asked.leave),)
            case "back":
                return (Back(now),)
            case "go":
                return (GoTo(now, asked.slide, asked.leave),)
            case "screen":
                return (SetScreen(now, asked.screen),)
            case "open":
                return (OpenRound(now),)
            case "close":
                return (CloseRound(now),)
            case "count":
                return (CountHands(now, asked.choice, asked.hands),)
            case "undo":
                return (UndoCount(now),)
            case "reveal":
                return (Reveal(now),)
            case _:
                return self._desk_commands(asked)

    def _desk_commands(self, asked: DoRequest) -> tuple[CoCommand, ...]:
        now = self._session.now()
        match asked.do:
            case "sign_in":
                return (SignIn(now, asked.attendee),)
            case "sign_out":
                return (SignOut(now, asked.attendee),)
            case "walk_in":
                walk_in = Attendee(new_id(asked.key), clean_name(asked.name), walk_in=True)
                return AddAttendees(now, (walk_in,), WALK_IN_SOURCE), SignIn(now, walk_in.id)
            case "admit":
                seat = self._session.state.seat(asked.seat)
                meant = seat.asks if seat is not None else ""
                return (AdmitSeat(now, asked.seat, meant or new_id(asked.key)),)
            case _:
                return (DeclineSeat(now, asked.seat),)

    async def _post(self, command: Command) -> None:
        """Carry out a command and wait until it is on disk; raises Refused."""
        try:
            await asyncio.wrap_future(self._session.do(command))
        except RoomMovedOn as moved:
            raise Refused(409, "moved", str(moved)) from moved
        except CheckpointWaiting as waiting:
            raise Refused(409, "waiting", str(waiting)) from waiting
        except SeatRefused as refused:
            raise Refused(409, "refused", str(refused)) from refused
        except CommandRefused as refused:
            raise Refused(409, "refused", str(refused)) from refused
        except StoreError as error:
            words = "The laptop cannot write to its disk just now. Tell the facilitator."
            raise Refused(503, "disk", words, 2.0) from error


def new_id(key: str) -> str:
    """The id of somebody new on the roster, the same for a press that comes twice."""
    return hashlib.sha256(key.encode()).hexdigest()[:8]
