"""What one seat may see of a session; the right answer and the tally only once the room has seen them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from msgspec.json import Encoder
from msgspec.structs import replace

from imhtrainer.domain.ledger import Ballot, Round
from imhtrainer.domain.plan import PlanQuestion, PlanSlide
from imhtrainer.domain.quiz import signs
from imhtrainer.domain.seats import Seat
from imhtrainer.domain.session import QuestionState, SessionState
from imhtrainer.domain.session.state import make_tally
from imhtrainer.room.protocol import (
    CheckInState,
    ChoiceShown,
    Item,
    Mine,
    PointShown,
    Reveal,
    Snapshot,
    Stage,
    WordShown,
)

STAGES: dict[str, Stage] = {
    "new": "waiting",
    "prepared": "waiting",
    "running": "running",
    "interrupted": "paused",
    "ended": "ended",
}
"""How a session's stage is told."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question the room is asked now, its newest round, and its place among its like."""

    slide: PlanSlide
    item: PlanQuestion
    question: QuestionState
    vote: Round
    number: int
    of: int


class Board:
    """One state of a session, ready to be told to many seats; ``at`` counts the states within a ``run``."""

    def __init__(self, state: SessionState, run: str, at: int) -> None:
        self.state = state
        self._run = run
        self.at = at
        self._asked = tuple(_asked_now(state))
        self._items = tuple(_shared(asked) for asked in self._asked)
        self._points = list(_points(state))

    @cached_property
    def shared(self) -> bytes:
        """What all seats see alike; equal for two states between which no phone need be told anything."""
        facts = (
            self.state.stage,
            self.state.check_in,
            self.state.sitting,
            self.state.evaluation_open,
            self._items,
            self._points,
        )
        return Encoder().encode(facts)

    def snapshot(self, seat: Seat) -> Snapshot:
        """What this seat may see."""
        state = self.state
        return Snapshot(
            run=self._run,
            at=self.at,
            title=state.plan.short_title,
            lang=state.plan.lang,
            stage=STAGES[state.stage],
            seat=seat.code,
            name=self._names.get(seat.attendee, seat.name),
            check_in=state.check_in,
            person=_person(seat),
            spelled=bool(seat.attendee) and state.spelling_confirmed(seat.attendee),
            evaluation=_evaluation(state, seat),
            sitting=state.sitting is not None and len(self._items) > 0,
            items=[self._personal(place, seat.code) for place in range(len(self._items))],
            points=self._points,
        )

    def ballot(self, slide: str, vote: int, seat: str) -> Ballot | None:
        """What a seat answered in any round of the session."""
        question = self.state.question(slide)
        if question is None or not 1 <= vote <= len(question.rounds):
            return None
        return question.rounds[vote - 1].ballot("phone", seat)

    @cached_property
    def _names(self) -> dict[str, str]:
        return {person.id: person.name for person in self.state.roster}

    @cached_property
    def _ballots(self) -> tuple[dict[str, Ballot], ...]:
        return tuple({b.voter: b for b in asked.vote.phones} for asked in self._asked)

    def _personal(self, place: int, seat: str) -> Item:
        shared, asked = self._items[place], self._asked[place]
        ballot = self._ballots[place].get(seat)
        return Item(
            checkpoint=shared.checkpoint,
            round=shared.round,
            vote=shared.vote,
            kind=shared.kind,
            phase=shared.phase,
            point=shared.point,
            number=shared.number,
            of=shared.of,
            question=shared.question,
            choices=shared.choices,
            state=shared.state,
            mine=tell_answer(ballot) if ballot is not None else None,
            tap=ballot.tap if ballot is not None else 0,
            reveal=_reveal_to(shared.reveal, asked, ballot) if shared.reveal is not None else None,
        )


def tell_answer(ballot: Ballot) -> Mine:
    """An answer as its phone is told it."""
    answer = ballot.answer
    at = ballot.at.isoformat(timespec="seconds")
    return Mine(choices=list(answer.choices), text=answer.words, declined=answer.declined, at=at)


def _points(state: SessionState) -> Iterator[PointShown]:
    here = state.here.section if state.plan.slides else 0
    for index, section in enumerate(state.plan.sections):
        if section.point:
            name = section.title
            if index == here:
                yield PointShown(name=name, state="now")
            else:
                yield PointShown(name=name, state="done" if index < here else "later")


def _asked_now(state: SessionState) -> list[_Asked]:
    if state.stage not in ("running", "interrupted"):
        return []
    if state.sitting is not None:
        found = [_asked(state, slide) for slide in state.plan.items(state.sitting)]
    else:
        found = [_asked(state, state.here)]
    return [asked for asked in found if asked is not None]


def _asked(state: SessionState, slide: PlanSlide) -> _Asked | None:
    question = state.question(slide.id)
    if question is None or question.last is None or slide.question is None:
        return None
    return _Asked(slide, slide.question, question, question.last, *state.plan.place(slide.id))


def _shared(asked: _Asked) -> Item:
    item, vote = asked.item, asked.vote
    letters = signs(item.kind)
    choices = [
        ChoiceShown(letter=letters[index], text=text) for index, text in enumerate(item.choices)
    ]
    return Item(
        checkpoint=asked.slide.id,
        round=len(asked.question.rounds),
        vote=max(len(asked.question.valid), 1),
        kind=item.kind,
        phase=item.phase,
        point=item.point,
        number=asked.number,
        of=asked.of,
        question=item.text,
        choices=choices,
        state=vote.state,
        mine=None,
        tap=0,
        reveal=_reveal(asked) if vote.state == "revealed" else None,
    )


def _reveal(asked: _Asked) -> Reveal:
    """What everybody is told; counted once, for the room may be large."""
    item, valid = asked.item, asked.question.valid
    tally = make_tally(asked.vote, item, valid[0].counts if len(valid) > 1 else ())
    return Reveal(
        right=[index for index, right in enumerate(item.right) if right],
        order=list(item.sequence),
        counts=list(tally.counts),
        first=list(tally.first),
        total=tally.total,
        words=[WordShown(text=text, people=people) for text, people in tally.words],
        was_right=None,
        explanation=item.explanation,
        feedback="",
    )


def _reveal_to(shared: Reveal, asked: _Asked, ballot: Ballot | None) -> Reveal:
    """What one seat is told besides: whether it was right, and what the deck says about its choice."""
    if ballot is None or ballot.answer.declined:
        return shared
    right = asked.vote.is_right(ballot.answer, frozenset(shared.right))
    return replace(
        shared,
        was_right=right if asked.item.marked else None,
        feedback=_feedback(asked.item, ballot),
    )


def _feedback(item: PlanQuestion, ballot: Ballot) -> str:
    """What the deck says about the one choice that was taken, where it is more than the explanation."""
    chosen = ballot.answer.choices
    if len(chosen) != 1 or chosen[0] >= len(item.feedback):
        return ""
    said = item.feedback[chosen[0]]
    return "" if said == item.explanation else said


def _evaluation(state: SessionState, seat: Seat) -> Literal["off", "open", "handed_in"]:
    if not state.evaluation_open:
        return "off"
    return "handed_in" if seat.handed_in else "open"


def _person(seat: Seat) -> CheckInState:
    if seat.waiting:
        return "waiting"
    return "linked" if seat.attendee else "none"
