"""The course of a rehearsed training: slide by slide, with votes as rooms really vote."""

from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

from imhtrainer.domain.credit import completion
from imhtrainer.domain.plan import PlanQuestion, PlanSlide
from imhtrainer.domain.roster import Attendee
from imhtrainer.domain.session.commands import (
    AddAttendees,
    CloseRound,
    EndSession,
    Next,
    OpenRound,
    OverrideCompletion,
    PassWord,
    Reveal,
    StartSession,
)
from imhtrainer.services.rehearsal.answers import Phones, Voters
from imhtrainer.services.rehearsal.room import Door, MadeUpClock, plan_moves
from imhtrainer.services.session import TrainingSession

_KNOWING = {"pre": 0.42, "check": 0.6, "post": 0.85}
"""The share of a room that knows the answer at first: before, in the middle, at the end."""

_DISCUSS_BETWEEN = (0.3, 0.7)
"""Shares of right answers between which a room discusses and votes again (Crouch & Mazur, 2001)."""


class Course:
    """Runs one session from the door's opening to its end."""

    def __init__(
        self,
        session: TrainingSession,
        clock: MadeUpClock,
        random: Random,
        phones: Phones | None = None,
    ) -> None:
        self._session = session
        self._phones = phones
        self._voters = Voters(session, random, phones)
        self._clock = clock
        self._random = random

    def run(self, people: tuple[Attendee, ...], starts: datetime) -> None:
        """Everything that happens in the room; the last two of a large room come unannounced."""
        guests = tuple(replace(p, walk_in=True) for p in people[-2:]) if len(people) > 4 else ()
        expected = people[: len(people) - len(guests)]
        self._session.do(AddAttendees(self._clock(), expected, "made-up room"))
        minutes = self._session.state.plan.minutes
        moves = plan_moves((*expected, *guests), starts, minutes, self._random)
        door = Door(self._session, self._clock, moves, self._phones)
        door.wait_until(starts)
        self._session.do(StartSession(self._clock()))
        self._teach(door)
        door.wait_until(starts + timedelta(minutes=minutes))
        self._session.do(EndSession(self._clock()))
        self._decide_one()

    def _teach(self, door: Door) -> None:
        plan = self._session.state.plan
        pace = plan.minutes / (sum(slide.minutes for slide in plan.slides) or 1.0)
        for number, slide in enumerate(plan.slides, start=1):
            self._teach_slide(slide, slide.minutes * pace * 60, door)
            if number < len(plan.slides):
                self._session.do(Next(self._clock(), leave=True))

    def _teach_slide(self, slide: PlanSlide, seconds: float, door: Door) -> None:
        taken = seconds * self._random.uniform(0.95, 1.05)
        if slide.question is not None:
            self._ask(slide, slide.question, taken, door)
            return
        for _ in range(slide.steps):
            door.wait(taken / (slide.steps + 1))
            self._session.do(Next(self._clock()))
        door.wait(taken / (slide.steps + 1))

    def _ask(self, slide: PlanSlide, asked: PlanQuestion, seconds: float, door: Door) -> None:
        knowing = min(max(_KNOWING[asked.phase] + self._random.uniform(-0.25, 0.2), 0.1), 0.97)
        door.wait(seconds * 0.4)
        share = self._vote(slide.id, asked, knowing)
        door.wait(seconds * 0.25)
        low, high = _DISCUSS_BETWEEN
        if asked.phase == "check" and low <= share <= high:
            self._session.do(OpenRound(self._clock()))
            self._vote(slide.id, asked, knowing + (1 - knowing) * 0.6)
        door.wait(seconds * 0.2)
        if slide.steps:
            self._session.do(Reveal(self._clock()))
        door.wait(seconds * 0.15)

    def _vote(self, slide: str, asked: PlanQuestion, knowing: float) -> float:
        """Have everybody answer, close, and say the share that was right."""
        self._voters.vote(asked, knowing)
        self._let_words_through(slide)
        self._session.do(CloseRound(self._clock()))
        tally = self._session.state.tally(slide)
        return tally.share_right if tally is not None else 0.0

    def _let_words_through(self, slide: str) -> None:
        """Made-up people write nothing that the room must not see."""
        question = self._session.state.question(slide)
        if question is not None and question.last is not None:
            for word, *_ in question.last.words():
                self._session.do(PassWord(self._clock(), slide, word))

    def _decide_one(self) -> None:
        """One person who stepped out gets the facilitator's word, as it happens."""
        state, now = self._session.state, self._clock()
        for person in state.roster:
            standing = completion(state, person.id, now)
            stepped_out = len(state.presence(person.id).intervals) > 1
            if stepped_out and not standing.completed:
                reason = "Fed her baby next door with the sound on"
                self._session.do(OverrideCompletion(now, person.id, True, reason))
                return
