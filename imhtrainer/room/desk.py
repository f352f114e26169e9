"""What the room does with what phones ask: checks it, posts one command, and waits until that is on disk."""

import asyncio
import time

from imhtrainer.domain.evaluation import Evaluation
from imhtrainer.domain.quiz import Answer
from imhtrainer.domain.roster import by_name, fold_name
from imhtrainer.domain.script import EMPTY_SCRIPT, Script
from imhtrainer.domain.seats import Seat, tidy_code
from imhtrainer.domain.session import SessionState
from imhtrainer.domain.session.commands import (
    AnswerByPhone,
    Command,
    LeaveSeat,
    MoveSeat,
    NameSeat,
    TakeSeat,
)
from imhtrainer.room.carrying import CodeLock, carry_out, hold_to, refusing
from imhtrainer.room.limits import Buckets, Limits
from imhtrainer.room.protocol import (
    AnswerRequest,
    FormAsked,
    FormRequest,
    FormSaved,
    NameRequest,
    People,
    Person,
    Saved,
    SeatGiven,
    SeatRequest,
    SlideTold,
    Snapshot,
)
from imhtrainer.room.refusals import no_seat, wrong_code
from imhtrainer.room.seats import SeatIndex, hash_token, make_seat_code, make_token
from imhtrainer.room.snapshots import Board, tell_answer
from imhtrainer.room.telling import tell_slide
from imhtrainer.services.evaluating import what_is_asked
from imhtrainer.services.session import TrainingSession

SEARCH_LETTERS = 2
MOST_FOUND = 5
UNWRITTEN = "The laptop cannot write just now. Your answer is sent again."


class RoomDesk:
    """Answers phones; every method runs in the room's loop. ``address`` is where a request came from."""

    def __init__(
        self, session: TrainingSession, limits: Limits, script: Script = EMPTY_SCRIPT
    ) -> None:
        self._session = session
        self._limits = limits
        self._script = script
        self._index = SeatIndex()
        self._run = make_token()[:8]
        self._board = Board(session.state, self._run, 0)
        self._seats = Buckets(limits.seats, time.monotonic)
        self._searches = Buckets(limits.search, time.monotonic)
        self._answers = Buckets(limits.seat, time.monotonic)
        self._lock = CodeLock(limits.wrong_codes, limits.all_wrong_codes)

    @property
    def state(self) -> SessionState:
        """The session as it stands."""
        return self._session.state

    @property
    def board(self) -> Board:
        """What phones may see now."""
        if self._board.state is not self._session.state:
            self._board = Board(self._session.state, self._run, self._board.at + 1)
        return self._board

    def seat(self, token: str) -> Seat:
        """The seat a token is good for; raises Refused."""
        seat = self.find(token)
        if seat is None:
            raise no_seat()
        return seat

    def find(self, token: str) -> Seat | None:
        """The seat a token is good for, if any."""
        return self._index.find(self.state, token) if token else None

    def snapshot(self, token: str) -> Snapshot:
        """What this phone may see now."""
        seat = self.seat(token)
        return self.board.snapshot(seat)

    def slide(self, token: str) -> SlideTold:
        """What the room sees, in words."""
        hold_to(self._answers, self.seat(token).code)
        return tell_slide(self.state, self._script)

    async def give_seat(self, asked: SeatRequest, address: str) -> SeatGiven:
        """A new seat, or an old one for another phone."""
        self._lock.check(asked.code.strip(), self.state.join_code, address, wrong_code())
        if address not in self._limits.trusted:
            hold_to(self._seats, address)
        token = make_token()
        code = (
            await self._move(asked.seat, token, address) if asked.seat else await self._take(token)
        )
        if asked.name:
            await self._do(NameSeat(self._session.now(), code, asked.name))
        return SeatGiven(token=token, seat=code, state=self.snapshot(token))

    async def name(self, token: str, asked: NameRequest) -> Snapshot:
        """The person's name, which may sign them in."""
        seat = self.seat(token)
        hold_to(self._answers, seat.code)
        await self._do(
            NameSeat(self._session.now(), seat.code, asked.name, asked.attendee, asked.spelling)
        )
        return self.snapshot(token)

    async def answer(self, token: str, asked: AnswerRequest) -> Saved:
        """An answer, once it is on disk."""
        seat = self.seat(token)
        hold_to(self._answers, seat.code)
        before = self.board.ballot(asked.checkpoint, asked.round, seat.code)
        command = AnswerByPhone(
            at=self._session.now(),
            seat=seat.code,
            slide=asked.checkpoint,
            vote=asked.round,
            answer=read_answer(asked),
            tap=asked.tap or (before.tap if before is not None else 0),
            key=asked.key,
        )
        await self._do(command)
        kept = self.board.ballot(asked.checkpoint, asked.round, seat.code)
        if kept is None:
            raise no_seat()
        return Saved(
            checkpoint=asked.checkpoint, round=asked.round, mine=tell_answer(kept), tap=kept.tap
        )

    def form(self, token: str) -> FormAsked:
        """What the evaluation asks."""
        hold_to(self._answers, self.seat(token).code)
        items, questions = what_is_asked(self.state.plan)
        return FormAsked(items=list(items), questions=list(questions))

    async def hand_in(self, token: str, asked: FormRequest) -> FormSaved:
        """An evaluation, once it is on disk; who hands it in is noted apart from what it says."""
        seat = self.seat(token)
        hold_to(self._answers, seat.code)
        ratings, comments = tuple(asked.ratings), tuple(asked.comments)
        form = Evaluation(0, ratings, comments, hash_token(asked.key))
        with refusing(UNWRITTEN):
            await asyncio.to_thread(self._session.evaluations.hand_in, seat.code, form)
        return FormSaved()

    async def leave(self, token: str) -> None:
        """The person leaves."""
        await self._do(LeaveSeat(self._session.now(), self.seat(token).code))

    def search(self, token: str, typed: str) -> People:
        """Who on the roster, not yet on a phone, has a word in the name that begins so."""
        seat = self.seat(token)
        wanted = fold_name(typed)
        if self.state.check_in != "search" or len(wanted) < SEARCH_LETTERS:
            return People(people=[])
        hold_to(self._searches, seat.code)
        taken = {s.attendee for s in self.state.seats if not s.gone}
        found = [
            Person(id=person.id, name=person.name)
            for person in by_name(self.state.roster)
            if person.id not in taken and f" {fold_name(person.name)}".find(f" {wanted}") >= 0
        ]
        return People(people=found[:MOST_FOUND])

    async def _take(self, token: str) -> str:
        code = make_seat_code(self.state)
        await self._do(TakeSeat(self._session.now(), code, hash_token(token)))
        return code

    async def _move(self, typed: str, token: str, address: str) -> str:
        code = tidy_code(typed)
        seat = self.state.seat(code)
        if seat is None or seat.gone:
            self._lock.count(address)
        await self._do(MoveSeat(self._session.now(), code, hash_token(token)))
        return code

    async def _do(self, command: Command) -> None:
        await carry_out(self._session, command, UNWRITTEN)


def read_answer(asked: AnswerRequest) -> Answer:
    """An answer as the ledger has it; nothing chosen and nothing written is “I’d rather not say”."""
    if asked.value is not None:
        return Answer((asked.value - 1,))
    return Answer(tuple(asked.choices or ()), asked.text or "")
