"""How each event about a round changes a question; pure and total."""

from collections.abc import Callable
from dataclasses import replace

from imhtrainer.domain.events import (
    AnswerRevealed,
    CountUndone,
    HandsCounted,
    PhoneAnswered,
    QuestionSkipped,
    RoundClosed,
    RoundOpened,
    RoundVoided,
    SheetEntered,
    WordPassed,
)
from imhtrainer.domain.ledger import Ballot, Round
from imhtrainer.domain.plan import PlanQuestion
from imhtrainer.domain.session.state import QuestionState

RoundEvent = (
    RoundOpened
    | HandsCounted
    | CountUndone
    | RoundClosed
    | AnswerRevealed
    | PhoneAnswered
    | SheetEntered
    | RoundVoided
    | WordPassed
    | QuestionSkipped
)


def change_question(
    question: QuestionState, asked: PlanQuestion | None, event: RoundEvent
) -> QuestionState:
    """The question after an event; what makes no sense changes nothing."""
    match event:
        case QuestionSkipped():
            return replace(question, skipped=True)
        case RoundOpened():
            return _open(question, asked, event)
        case PhoneAnswered():
            return _change(question, event.vote, lambda vote: _answer(vote, event))
        case SheetEntered():
            return _change(question, event.vote, lambda vote: _enter(vote, event))
        case RoundVoided():
            return _change(question, event.vote, lambda vote: _void(vote, event.reason))
        case RoundClosed() if len(question.valid) > 1 and not question.rounds[-1].answered:
            # A second vote that nobody took part in was opened by mistake: the first one's result stands.
            return replace(question, rounds=question.rounds[:-1])
        case _:
            return _change(question, len(question.rounds), lambda vote: _change_last(vote, event))


def _open(question: QuestionState, asked: PlanQuestion | None, event: RoundOpened) -> QuestionState:
    choices = len(asked.choices) if asked else 0
    opened = Round(
        (0,) * choices,
        event.at,
        kind=asked.kind if asked else "single",
        sequence=asked.sequence if asked else (),
    )
    return replace(question, rounds=(*question.rounds, opened), skipped=False)


def _change(question: QuestionState, vote: int, change: Callable[[Round], Round]) -> QuestionState:
    """The question with round ``vote`` (1-based) changed."""
    if not 1 <= vote <= len(question.rounds):
        return question
    before, after = question.rounds[: vote - 1], question.rounds[vote:]
    changed = change(question.rounds[vote - 1])
    return replace(question, rounds=(*before, changed, *after), skipped=False)


def _change_last(current: Round, event: RoundEvent) -> Round:
    match event:
        case HandsCounted():
            known = 0 <= event.choice < len(current.hands)
            return current.count(event.choice, event.hands, event.began) if known else current
        case CountUndone():
            return current.undo() if current.history else current
        case RoundClosed():
            return replace(current, state="closed", closed=event.at)
        case AnswerRevealed():
            return replace(current, state="revealed", closed=current.closed or event.at)
        case WordPassed():
            others = tuple(word for word in current.passed if word != event.word)
            return replace(current, passed=(*others, event.word) if event.passed else others)
        case _:
            return current


def _answer(vote: Round, event: PhoneAnswered) -> Round:
    before = vote.ballot("phone", event.seat)
    keys = before.keys if before is not None and before.tap == event.tap else ()
    ballot = Ballot(event.seat, event.answer, event.at, event.tap, (*keys, event.key))
    return vote.answer(ballot)


def _enter(vote: Round, event: SheetEntered) -> Round:
    ballot = Ballot(event.sheet, event.answer, event.at) if event.answer is not None else None
    return vote.enter(ballot, event.sheet)


def _void(vote: Round, reason: str) -> Round:
    stage = "closed" if vote.state == "open" else vote.state
    return replace(vote, void=reason, state=stage)
