"""Rounds: opening, counting hands, taking a count back, closing and revealing."""

from datetime import datetime

from imhtrainer.domain.errors import CommandRefused
from imhtrainer.domain.events import (
    AnswerRevealed,
    CountUndone,
    Event,
    HandsCounted,
    RoundClosed,
    RoundOpened,
    SlideShown,
)
from imhtrainer.domain.quiz import LETTERS, Round
from imhtrainer.domain.session.commands import (
    CloseRound,
    CountHands,
    OpenRound,
    Reveal,
    UndoCount,
)
from imhtrainer.domain.session.state import QuestionState, SessionState

HANDS_LIMIT = 999
"""More hands than a room holds: a larger count is a slip of the keyboard."""

VotingCommand = OpenRound | CountHands | UndoCount | CloseRound | Reveal


def decide_voting(state: SessionState, command: VotingCommand) -> tuple[Event, ...]:
    """The events of a command about the shown question."""
    question = _shown_question(state)
    match command:
        case OpenRound():
            return _open(question, command)
        case CountHands():
            return _count(question, command)
        case UndoCount():
            if not _open_round(question).history:
                raise CommandRefused("There is no count to take back.")
            return (CountUndone(command.at, question.slide),)
        case CloseRound():
            _open_round(question)
            return (RoundClosed(command.at, question.slide),)
        case Reveal():
            return _reveal(state, question, command)


def close_answered_rounds(state: SessionState, at: datetime) -> tuple[Event, ...]:
    """Close every round that people have answered, also where the room went back from it."""
    return tuple(
        RoundClosed(at, question.slide)
        for question in state.questions
        if question.last is not None and question.last.state == "open" and question.last.total
    )


def _shown_question(state: SessionState) -> QuestionState:
    question = state.open_question
    if question is None:
        raise CommandRefused("The room is not on a question now. Go to the checkpoint first.")
    return question


def _open_round(question: QuestionState) -> Round:
    if question.last is None or question.last.state != "open":
        raise CommandRefused("Voting is closed. Open a new vote first.")
    return question.last


def _open(question: QuestionState, command: OpenRound) -> tuple[Event, ...]:
    last = question.last
    if last is not None and last.state == "open":
        raise CommandRefused("Voting is open already.")
    if last is not None and last.state == "revealed":
        raise CommandRefused("The room has seen the answer, so it cannot vote again.")
    return (RoundOpened(command.at, question.slide),)


def _count(question: QuestionState, command: CountHands) -> tuple[Event, ...]:
    current = _open_round(question)
    if not 0 <= command.choice < len(current.counts):
        last = LETTERS[len(current.counts) - 1]
        raise CommandRefused(f"This question has the choices A to {last}.")
    if not 0 <= command.hands <= HANDS_LIMIT:
        raise CommandRefused(f"Hands are counted from 0 to {HANDS_LIMIT}.")
    if current.counts[command.choice] == command.hands:
        return ()
    return (HandsCounted(command.at, question.slide, command.choice, command.hands),)


def _reveal(state: SessionState, question: QuestionState, command: Reveal) -> tuple[Event, ...]:
    if state.here.steps == 0:
        raise CommandRefused("The answers to these first questions come with the training.")
    if question.last is not None and question.last.state == "open":
        raise CommandRefused("Voting is open. Close it before you show the answer.")
    if question.revealed:
        return () if state.step else (SlideShown(command.at, state.slide, 1),)
    return (AnswerRevealed(command.at, question.slide), SlideShown(command.at, state.slide, 1))
