"""The evaluation on phones: when it may be opened, what a form may hold, and what closing it brings in.

Forms are kept apart from the journal while they come in, and go into it all at once when the evaluation is
closed. So neither the order nor the hour of an entry tells whose form is whose.
"""

from dataclasses import replace

from imhtrainer.domain.errors import AnswerTooLate, CommandRefused, SeatRefused
from imhtrainer.domain.evaluation import STEPS, Evaluation, evaluation_items
from imhtrainer.domain.events import EvaluationClosed, EvaluationOpened, Event, SeatHandedIn
from imhtrainer.domain.letters import printable_facts
from imhtrainer.domain.session.commands.records import (
    CloseEvaluation,
    EvaluatingCommand,
    HandInEvaluation,
    OpenEvaluation,
)
from imhtrainer.domain.session.state import SessionState

EvaluatingEvent = EvaluationOpened | EvaluationClosed


def decide_evaluating(state: SessionState, command: EvaluatingCommand) -> tuple[Event, ...]:
    """The events of a command about the evaluation on phones."""
    match command:
        case OpenEvaluation():
            _need_phones(state)
            return () if state.evaluation_open else (EvaluationOpened(command.at),)
        case CloseEvaluation():
            forms = sorted((written_form(state, f) for f in command.forms), key=_mark)
            closed = EvaluationClosed(command.at, tuple(forms))
            return (closed,) if state.evaluation_open else ()
        case HandInEvaluation():
            check_open(state)
            seat = state.seat(command.seat)
            if seat is None or seat.gone:
                raise SeatRefused("There is no such seat. Look at the code once more.")
            return () if seat.handed_in else (SeatHandedIn(command.at, seat.code),)


def evolve_evaluating(state: SessionState, event: EvaluatingEvent) -> SessionState:
    """The state after the evaluation was opened or closed; a form that comes again takes the old one's place."""
    match event:
        case EvaluationOpened():
            return replace(state, evaluation_open=True)
        case EvaluationClosed():
            fresh = {form.mark for form in event.forms}
            others = (form for form in state.phone_evaluations if form.mark not in fresh)
            forms = sorted((*others, *event.forms), key=_mark)
            return replace(state, evaluation_open=False, phone_evaluations=tuple(forms))


def check_open(state: SessionState) -> None:
    """Refuse a form while none is asked for."""
    if not state.evaluation_open:
        raise AnswerTooLate("The evaluation is closed.")


def written_form(state: SessionState, form: Evaluation) -> Evaluation:
    """A form as it is kept; raises CommandRefused for what is none of this training's, or is empty."""
    clean = printable_facts(form)
    comments = tuple(" ".join(text.split()) for text in clean.comments)
    items = len(evaluation_items(state.plan))
    if len(clean.ratings) != items or not all(0 <= mark <= STEPS for mark in clean.ratings):
        raise CommandRefused(f"This form has {items} ratings, each from 1 to {STEPS} or left out.")
    if not any(clean.ratings) and not any(comments):
        raise CommandRefused("This form is empty. Mark a rating or write a comment.")
    return replace(clean, comments=comments)


def _need_phones(state: SessionState) -> None:
    if state.stage == "prepared":
        raise CommandRefused("The training has not begun. The evaluation comes at its end.")
    if not state.join_code:
        raise CommandRefused("No phone was invited. Print the evaluation form in Prepare.")


def _mark(form: Evaluation) -> str:
    return form.mark
