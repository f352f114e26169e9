"""Rounds: opening, counting hands, taking back, closing, revealing and voiding."""

from datetime import datetime

from imhtrainer.domain.errors import CommandRefused
from imhtrainer.domain.events import (
    AnswerRevealed,
    CountUndone,
    Event,
    HandsCounted,
    RoundClosed,
    RoundOpened,
    RoundVoided,
    SlideShown,
)
from imhtrainer.domain.ledger import Round
from imhtrainer.domain.letters import printable
from imhtrainer.domain.quiz import LETTERS
from imhtrainer.domain.session.commands import (
    CloseRound,
    CountHands,
    OpenRound,
    Reveal,
    UndoCount,
    VoidRound,
)
from imhtrainer.domain.session.sitting import close_sitting
from imhtrainer.domain.session.state import QuestionState, SessionState

HANDS_LIMIT = 999
"""More hands than a room holds: a larger count is a slip of the keyboard."""

NOT_BY_HAND = ("order", "words")
"""Kinds of items that raised hands cannot answer."""

VotingCommand = OpenRound | CountHands | UndoCount | CloseRound | Reveal | VoidRound


def decide_voting(state: SessionState, command: VotingCommand) -> tuple[Event, ...]:
    """The events of a command about the shown question."""
    if isinstance(command, VoidRound):
        return _void(state, command)
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
    sitting = close_sitting(state, at)
    with_it = {event.slide for event in sitting if isinstance(event, RoundClosed)}
    return sitting + tuple(
        RoundClosed(at, q.slide)
        for q in state.questions
        if q.last is not None and q.is_open and q.last.answered and q.slide not in with_it
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
    if question.revealed:
        raise CommandRefused("The room has seen the answer, so it cannot vote again.")
    return (RoundOpened(command.at, question.slide),)


def _count(question: QuestionState, command: CountHands) -> tuple[Event, ...]:
    current = _open_round(question)
    if current.kind in NOT_BY_HAND:
        raise CommandRefused("Raised hands cannot answer this question. Use phones or paper.")
    if not 0 <= command.choice < len(current.hands):
        last = LETTERS[len(current.hands) - 1]
        raise CommandRefused(f"This question has the choices A to {last}.")
    if not 0 <= command.hands <= HANDS_LIMIT:
        raise CommandRefused(f"Hands are counted from 0 to {HANDS_LIMIT}.")
    if current.hands[command.choice] == command.hands:
        return ()
    choice, hands = command.choice, command.hands
    return (HandsCounted(command.at, question.slide, choice, hands, command.began),)


def _reveal(state: SessionState, question: QuestionState, command: Reveal) -> tuple[Event, ...]:
    if state.here.steps == 0:
        raise CommandRefused("The answers to these first questions come with the training.")
    if question.last is not None and question.last.state == "open":
        raise CommandRefused("Voting is open. Close it before you show the answer.")
    if question.revealed:
        return () if state.step else (SlideShown(command.at, state.slide, 1),)
    return (AnswerRevealed(command.at, question.slide), SlideShown(command.at, state.slide, 1))


def _void(state: SessionState, command: VoidRound) -> tuple[Event, ...]:
    question = state.question(command.slide) if command.slide else _shown_question(state)
    if question is None or not question.rounds or question.rounds[-1].void:
        raise CommandRefused("There is no vote to void.")
    reason = " ".join(printable(command.reason).split())
    if not reason:
        raise CommandRefused("Write why the vote does not count; it is kept in the record.")
    voided = RoundVoided(command.at, question.slide, len(question.rounds), reason)
    again = question == state.open_question and not question.revealed
    return (voided, RoundOpened(command.at, question.slide)) if again else (voided,)
