"""What the room does with what a co-facilitator's console asks: checks it, posts a command, waits for the disk."""

import time
from datetime import datetime

from imhtrainer.domain.cofacilitator import CoFacilitator, Seen, tidy_co_code
from imhtrainer.domain.script import Script
from imhtrainer.domain.session.commands import ByCoFacilitator, Command, JoinAsCoFacilitator
from imhtrainer.domain.session.helping import find_co_facilitator
from imhtrainer.room.carrying import CodeLock, carry_out, hold_to
from imhtrainer.room.co.board import CoBoard
from imhtrainer.room.co.pictures import SlidePicture, SlidePictures
from imhtrainer.room.co.presses import commands_of
from imhtrainer.room.co.protocol import CoState, DoRequest, Joined, JoinRequest
from imhtrainer.room.limits import Buckets, Limits
from imhtrainer.room.refusals import Refused, not_here
from imhtrainer.room.seats import hash_token, make_token
from imhtrainer.services.session import TrainingSession

UNWRITTEN = "The laptop cannot write to its disk just now. Tell the facilitator."


class CoDesk:
    """Answers consoles; every method runs in the room's loop. ``address`` is where a request came from."""

    def __init__(
        self,
        session: TrainingSession,
        limits: Limits,
        script: Script,
        pictures: SlidePictures,
    ) -> None:
        self._session = session
        self._script = script
        self._pictures = pictures
        self._run = make_token()[:8]
        self._board = self._make_board(0)
        self._presses = Buckets(limits.co_presses, time.monotonic)
        self._looks = Buckets(limits.co_pictures, time.monotonic)
        self._lock = CodeLock(limits.wrong_co_codes, limits.all_wrong_co_codes)

    @property
    def board(self) -> CoBoard:
        """What consoles may see now."""
        known = self._board
        if (known.state, known.pictured) != (self._session.state, self._pictures.ready):
            self._board = self._make_board(known.at + 1)
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

    async def picture(self, token: str, slide: int, step: int) -> SlidePicture:
        """A slide's picture for somebody who is in; raises Refused."""
        hold_to(self._looks, self.co(token).secret)
        found = await self._pictures.take(self._session.state, slide, step)
        if found is None:
            raise not_here()
        return found

    async def join(self, asked: JoinRequest, address: str) -> Joined:
        """A console comes in with the code."""
        code, wanted = tidy_co_code(asked.code), self._session.state.co_code
        wrong = Refused(403, "code", "This is not the co-facilitator’s code. Look once more.")
        self._lock.check(code, wanted, address, wrong)
        token = make_token()
        await self._do(
            JoinAsCoFacilitator(self._session.now(), code, hash_token(token), asked.name)
        )
        return Joined(token=token, state=self.state(token))

    async def do(self, token: str, asked: DoRequest) -> CoState:
        """One press, once it is on disk."""
        co, seen, now = self.co(token), asked.seen, self._session.now()
        hold_to(self._presses, co.secret)
        looked = Seen(seen.slide, seen.step, seen.screen, seen.vote, seen.voting, seen.time)
        for number, command in enumerate(commands_of(asked, self._session.state, now)):
            key = f"{asked.key}/{number}" if number else asked.key
            await self._do(ByCoFacilitator(now, co.secret, key, looked, command))
        return self.state(token)

    def _make_board(self, at: int) -> CoBoard:
        ready = self._pictures.ready
        return CoBoard(self._session.state, self._script, self._run, at, ready)

    async def _do(self, command: Command) -> None:
        await carry_out(self._session, command, UNWRITTEN)
