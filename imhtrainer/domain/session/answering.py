"""Answers from phones and paper: what is taken, and what a valid answer is."""

from imhtrainer.domain.errors import AnswerRefused, AnswerTooLate, CommandRefused
from imhtrainer.domain.events import Event, PhoneAnswered, SheetEntered, WordPassed
from imhtrainer.domain.ledger import Ballot, split_words
from imhtrainer.domain.letters import fold_word
from imhtrainer.domain.plan import PlanQuestion
from imhtrainer.domain.quiz import LETTERS, RATHER_NOT, Answer
from imhtrainer.domain.roster import clean_name
from imhtrainer.domain.session.commands import AnswerByPhone, EnterSheet, PassWord
from imhtrainer.domain.session.state import QuestionState, SessionState

SHEET_LIMIT = 999
"""The highest number an answer sheet may bear."""

WORDS_LIMIT = 60
"""Letters an answer in words may have."""

AnsweringCommand = AnswerByPhone | EnterSheet | PassWord


def decide_answering(state: SessionState, command: AnsweringCommand) -> tuple[Event, ...]:
    """The events of an answer, or of a word let through."""
    match command:
        case AnswerByPhone():
            return _phone(state, command)
        case EnterSheet():
            return _sheet(state, command)
        case PassWord():
            return _pass(state, command)


def check_answer(asked: PlanQuestion, answer: Answer) -> Answer:
    """An answer as the ledger keeps it; raises AnswerRefused for one the question does not have."""
    if answer.declined:
        return RATHER_NOT
    if asked.kind == "words":
        return _check_words(answer)
    if answer.words or not all(0 <= c < len(asked.choices) for c in answer.choices):
        raise AnswerRefused(
            f"This question has the choices A to {LETTERS[len(asked.choices) - 1]}."
        )
    distinct = len(set(answer.choices))
    if distinct < len(answer.choices):
        raise AnswerRefused("The same choice stands there twice.")
    if asked.kind == "order":
        if distinct < len(asked.choices):
            raise AnswerRefused("Put every choice into the order.")
        return answer
    if asked.kind != "multiple" and distinct != 1:
        raise AnswerRefused("This question takes one choice.")
    return Answer(tuple(sorted(answer.choices)))


def _check_words(answer: Answer) -> Answer:
    if answer.choices:
        raise AnswerRefused("This question is answered in words.")
    words = ", ".join(split_words(clean_name(answer.words)[:WORDS_LIMIT]))
    if not words:
        raise AnswerRefused("Write a word, or choose “I’d rather not say”.")
    return Answer(words=words)


def _phone(state: SessionState, command: AnswerByPhone) -> tuple[Event, ...]:
    seat = state.seat(command.seat)
    if seat is None or seat.gone:
        raise AnswerRefused("This seat is not taken. Join again with the code on the screen.")
    question, asked = _asked(state, command.slide)
    if not 1 <= command.vote <= len(question.rounds):
        raise AnswerTooLate("This question is not open.")
    vote = question.rounds[command.vote - 1]
    before = vote.ballot("phone", command.seat)
    if before is not None and _is_overtaken(before, command):
        return ()
    if vote.state != "open" or state.stage == "ended":
        raise AnswerTooLate("Voting is closed.")
    answer = check_answer(asked, command.answer)
    return (
        PhoneAnswered(
            command.at, command.slide, command.vote, command.seat, answer, command.tap, command.key
        ),
    )


def _is_overtaken(before: Ballot, command: AnswerByPhone) -> bool:
    """Whether this very post was recorded already, or a later tap was."""
    return command.tap < before.tap or command.key in before.keys


def _sheet(state: SessionState, command: EnterSheet) -> tuple[Event, ...]:
    question, asked = _asked(state, command.slide or _shown(state))
    vote = question.last
    if vote is None or vote.state != "open":
        raise CommandRefused("Voting is closed. Open a new vote first.")
    if not 1 <= command.sheet <= SHEET_LIMIT:
        raise CommandRefused(f"Sheets are numbered from 1 to {SHEET_LIMIT}.")
    answer = check_answer(asked, command.answer) if command.answer is not None else None
    before = vote.ballot("paper", str(command.sheet))
    if (before.answer if before else None) == answer:
        return ()
    number = len(question.rounds)
    return (SheetEntered(command.at, question.slide, number, str(command.sheet), answer),)


def _pass(state: SessionState, command: PassWord) -> tuple[Event, ...]:
    question, _ = _asked(state, command.slide)
    word = fold_word(command.word)
    known = {key: passed for key, _, _, passed in question.last.words()} if question.last else {}
    if word not in known:
        raise CommandRefused("Nobody wrote this word.")
    if known[word] == command.passed:
        return ()
    return (WordPassed(command.at, command.slide, word, command.passed),)


def _asked(state: SessionState, slide: str) -> tuple[QuestionState, PlanQuestion]:
    question, asked = state.question(slide), state.plan.asked(slide)
    if question is None or asked is None:
        raise AnswerRefused("There is no such question.")
    return question, asked


def _shown(state: SessionState) -> str:
    if state.open_question is None:
        raise CommandRefused("The room is not on a question now. Go to the checkpoint first.")
    return state.open_question.slide
