"""The open question's round as the console shows it: rows, shares, what may be done next; no Qt."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from imhtrainer.domain.advice import RoundAdvice, round_advice
from imhtrainer.domain.ledger import HandCount, Round
from imhtrainer.domain.plan import PlanQuestion
from imhtrainer.domain.quiz import LETTERS, Phase
from imhtrainer.domain.session.state import QuestionState, SessionState

Stage = Literal["open", "closed", "revealed"]


@dataclass(frozen=True, slots=True)
class ChoiceFigures:
    """One choice: its letter and text, hands, shares of this vote and the first (None without one)."""

    letter: str
    text: str
    right: bool
    hands: int
    share: float
    first_share: float | None


@dataclass(frozen=True, slots=True)
class RoundFigures:
    """A question's newest round; ``vote`` is 1 for the first, ``undo`` names the last count or is empty.

    ``seconds`` is how long the vote has been or was open; ``here`` the head count present;
    ``answer_page`` tells whether there is an answer to show at all.
    """

    slide: str
    question: str
    phase: Phase
    point: int
    points: int
    vote: int
    stage: Stage
    seconds: float
    choices: tuple[ChoiceFigures, ...]
    answered: int
    here: int
    undo: str
    advice: RoundAdvice | None
    shift: str
    answer_page: bool


def round_figures(state: SessionState, now: datetime) -> RoundFigures | None:
    """The round on the shown slide; None where the slide asks nothing or shows its answer already."""
    question = state.open_question
    asked = state.here.question
    if question is None or asked is None or question.last is None:
        return None
    last = question.last
    return RoundFigures(
        slide=question.slide,
        question=asked.text,
        phase=asked.phase,
        point=asked.point,
        points=len(state.plan.checkpoints),
        vote=max(len(question.valid), 1),
        stage=last.state,
        seconds=max(((last.closed or now) - last.opened).total_seconds(), 0.0),
        choices=_choices(asked, question),
        answered=last.answered,
        here=len(state.present),
        undo=_undo(last),
        advice=round_advice(last.counts, asked.right) if asked.phase != "pre" else None,
        shift=_shift(question),
        answer_page=state.here.steps > 0,
    )


def _choices(asked: PlanQuestion, question: QuestionState) -> tuple[ChoiceFigures, ...]:
    last = question.rounds[-1]
    first = question.valid[0] if len(question.valid) > 1 else None
    return tuple(
        ChoiceFigures(
            letter=LETTERS[index],
            text=text,
            right=asked.right[index],
            hands=last.hands[index],
            share=_share(last, index),
            first_share=_share(first, index) if first is not None else None,
        )
        for index, text in enumerate(asked.choices)
    )


def _share(vote: Round, index: int) -> float:
    return vote.counts[index] / vote.total if vote.total else 0.0


def _undo(vote: Round) -> str:
    """The last count that can be taken back, as ``B +1``."""
    if vote.state != "open" or not vote.history:
        return ""
    step = vote.history[-1]
    if not isinstance(step, HandCount):
        return f"#{step.sheet}"
    change = vote.hands[step.choice] - step.before
    return f"{LETTERS[step.choice]} {change:+d}".replace("-", "−")


def _shift(question: QuestionState) -> str:
    """How many moved towards which choice between first and last vote, as ``7 A B``; empty if unclear.

    Counts of hands do not say who moved, so it is said only where one choice lost what one other won.
    """
    if len(question.valid) < 2:
        return ""
    first, last = question.valid[0], question.valid[-1]
    changes = [after - before for before, after in zip(first.counts, last.counts, strict=True)]
    lost = [index for index, change in enumerate(changes) if change < 0]
    won = [index for index, change in enumerate(changes) if change > 0]
    if len(lost) != 1 or len(won) != 1 or changes[lost[0]] + changes[won[0]] != 0:
        return ""
    return f"{changes[won[0]]} {LETTERS[lost[0]]} {LETTERS[won[0]]}"
