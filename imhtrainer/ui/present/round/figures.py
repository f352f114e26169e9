"""The open question's round as the console shows it: rows, shares, what may be done next; no Qt."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from imhtrainer.domain.advice import RoundAdvice, vote_advice
from imhtrainer.domain.ledger import HandCount, Round
from imhtrainer.domain.plan import PlanQuestion
from imhtrainer.domain.quiz import Answer, Kind, Phase, signs
from imhtrainer.domain.session.state import QuestionState, SessionState
from imhtrainer.domain.session.voting import NOT_BY_HAND
from imhtrainer.domain.shift import Shift, shift

Stage = Literal["open", "closed", "revealed"]


@dataclass(frozen=True, slots=True)
class ChoiceFigures:
    """One choice: its sign and text, counts by source, shares of this vote and the first (None without one).

    ``place`` is where an order item wants it, from 1; 0 elsewhere. The counts of an order item are who put it
    there.
    """

    letter: str
    text: str
    right: bool
    hands: int
    share: float
    first_share: float | None
    phones: int = 0
    paper: int = 0
    place: int = 0

    @property
    def all(self) -> int:
        """Everybody who took it."""
        return self.phones + self.paper + self.hands


@dataclass(frozen=True, slots=True)
class WordFigures:
    """A word people wrote: its folded key, as first written, by how many, and whether the room may see it."""

    key: str
    text: str
    people: int
    passed: bool


@dataclass(frozen=True, slots=True)
class SourceFigures:
    """Who answered how: ``seats`` are phones that have joined; ``invited`` whether phones may join at all."""

    phones: int
    seats: int
    sheets: int
    hands: int
    declined: int
    invited: bool


@dataclass(frozen=True, slots=True)
class SittingFigures:
    """A set of items answered at each person's own pace: how many have answered each, in order."""

    phase: Phase
    answered: tuple[int, ...]
    here: int


@dataclass(frozen=True, slots=True)
class RoundFigures:
    """A question's newest round; ``vote`` is 1 for the first, ``undo`` names the last step or is empty.

    ``number`` of ``of`` is its place among its like, 0 for an opinion.
    ``seconds`` is how long the vote has been or was open; ``here`` the head count present;
    ``answer_page`` tells whether there is an answer to show at all. ``sheets`` are the numbers entered.
    ``may_sit`` tells whether the items of this phase can be opened all at once.
    """

    slide: str
    question: str
    phase: Phase
    number: int
    of: int
    vote: int
    stage: Stage
    seconds: float
    choices: tuple[ChoiceFigures, ...]
    answered: int
    here: int
    undo: str
    advice: RoundAdvice | None
    shift: Shift | None
    answer_page: bool
    kind: Kind
    by_hand: bool
    sources: SourceFigures
    words: tuple[WordFigures, ...]
    sheets: tuple[tuple[str, str], ...]
    sitting: SittingFigures | None
    may_sit: bool


def round_figures(state: SessionState, now: datetime) -> RoundFigures | None:
    """The round on the shown slide; None where the slide asks nothing or shows its answer already."""
    question = state.open_question
    asked = state.here.question
    if question is None or asked is None or question.last is None:
        return None
    last = question.last
    number, of = state.plan.place(question.slide)
    return RoundFigures(
        slide=question.slide,
        question=asked.text,
        phase=asked.phase,
        number=number,
        of=of,
        vote=max(len(question.valid), 1),
        stage=last.state,
        seconds=max(((last.closed or now) - last.opened).total_seconds(), 0.0),
        choices=_choices(asked, question),
        answered=last.answered,
        here=len(state.present),
        undo=_undo(last),
        advice=vote_advice(last, asked.right) if asked.phase != "pre" else None,
        shift=_shift(question, asked),
        answer_page=state.here.steps > 0,
        kind=asked.kind,
        by_hand=asked.kind not in NOT_BY_HAND,
        sources=_sources(state, last),
        words=tuple(WordFigures(*word) for word in last.words()),
        sheets=tuple((b.voter, answer_text(asked, b.answer)) for b in last.sheets),
        sitting=_sitting(state, asked.phase),
        may_sit=state.sitting is None and asked.phase != "check" and last.state == "open",
    )


def answer_text(asked: PlanQuestion, answer: Answer) -> str:
    """An answer as it stands on a sheet: ``B``, ``AC``, ``4``, words, or empty for “I’d rather not say”."""
    if answer.words:
        return answer.words
    return "".join(signs(asked.kind)[choice] for choice in answer.choices)


def _choices(asked: PlanQuestion, question: QuestionState) -> tuple[ChoiceFigures, ...]:
    last = question.rounds[-1]
    first = question.valid[0] if len(question.valid) > 1 else None
    phones, paper = last.counts_by("phone"), last.counts_by("paper")
    shares = _shares(last)
    firsts = _shares(first) if first is not None else None
    return tuple(
        ChoiceFigures(
            letter=signs(asked.kind)[index],
            text=text,
            right=asked.right[index],
            hands=last.hands[index],
            share=shares[index],
            first_share=firsts[index] if firsts is not None else None,
            phones=phones[index],
            paper=paper[index],
            place=asked.sequence.index(index) + 1 if asked.sequence else 0,
        )
        for index, text in enumerate(asked.choices)
    )


def _shares(vote: Round) -> tuple[float, ...]:
    total = vote.total
    return tuple(count / total if total else 0.0 for count in vote.counts)


def _sources(state: SessionState, vote: Round) -> SourceFigures:
    return SourceFigures(
        phones=vote.people_by("phone"),
        seats=sum(not seat.gone for seat in state.seats),
        sheets=vote.people_by("paper"),
        hands=vote.people_by("hands"),
        declined=vote.declined,
        invited=bool(state.join_code),
    )


def _sitting(state: SessionState, phase: Phase) -> SittingFigures | None:
    if state.sitting != phase:
        return None
    items = (state.question(slide.id) for slide in state.plan.items(phase))
    answered = tuple(item.last.answered for item in items if item is not None and item.last)
    return SittingFigures(phase, answered, len(state.present))


def _undo(vote: Round) -> str:
    """The last step that can be taken back, as ``B +1`` or ``#7`` for a sheet."""
    if vote.state != "open" or not vote.history:
        return ""
    step = vote.history[-1]
    if not isinstance(step, HandCount):
        return f"#{step.sheet}"
    change = vote.hands[step.choice] - step.before
    return f"{signs(vote.kind)[step.choice]} {change:+d}".replace("-", "−")


def _shift(question: QuestionState, asked: PlanQuestion) -> Shift | None:
    if len(question.valid) < 2:
        return None
    return shift(question.valid[0], question.valid[-1], asked.right)
