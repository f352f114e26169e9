"""Moving through the slides: what one step on, one step back or a jump comes to."""

from datetime import datetime

from imhtrainer.domain.errors import CheckpointWaiting, CommandRefused
from imhtrainer.domain.events import (
    AnswerRevealed,
    Event,
    QuestionSkipped,
    RoundClosed,
    RoundOpened,
    ScreenSet,
    SlideShown,
)
from imhtrainer.domain.session.state import QuestionState, SessionState


def next_step(state: SessionState, at: datetime, leave: bool) -> tuple[Event, ...]:
    """One step on: a build step, an answer page, or the next slide.

    A screen that shows anything but the slides comes back first. A checkpoint that is still
    open or unanswered raises ``CheckpointWaiting`` unless ``leave``. Nothing happens after the last page.
    """
    if state.screen != "live":
        return (ScreenSet(at, "live"),)
    settled = _settle_question(state, at, leave)
    if _answer_page_is_next(state, settled):
        return (*settled, *_reveal(state, at), SlideShown(at, state.slide, 1))
    if state.here.question is None and state.step < state.here.steps:
        return (SlideShown(at, state.slide, state.step + 1),)
    if state.slide + 1 >= len(state.plan.slides):
        return settled
    return (*settled, *arrive(state, state.slide + 1, at))


def back_step(state: SessionState, at: datetime) -> tuple[Event, ...]:
    """One step back; a slide entered backwards shows everything it has."""
    if state.screen != "live":
        return (ScreenSet(at, "live"),)
    if state.step > 0:
        return (SlideShown(at, state.slide, state.step - 1),)
    if state.slide == 0:
        return ()
    return arrive(state, state.slide - 1, at, step=_last_step(state, state.slide - 1))


def jump(state: SessionState, slide: int, at: datetime, leave: bool) -> tuple[Event, ...]:
    """Show a slide from its beginning."""
    if not 0 <= slide < len(state.plan.slides):
        raise CommandRefused(
            f"There is no such slide: this training has {len(state.plan.slides)} slides."
        )
    live: tuple[Event, ...] = () if state.screen == "live" else (ScreenSet(at, "live"),)
    if slide == state.slide and state.step == 0:
        return live
    return (*_settle_question(state, at, leave), *live, *arrive(state, slide, at))


def arrive(state: SessionState, slide: int, at: datetime, step: int = 0) -> tuple[Event, ...]:
    """A slide is shown; a question that nobody has been asked yet opens its first round."""
    question = state.question(state.plan.slides[slide].id)
    shown = SlideShown(at, slide, step)
    if question is not None and not question.rounds:
        return (shown, RoundOpened(at, question.slide))
    return (shown,)


def _settle_question(state: SessionState, at: datetime, leave: bool) -> tuple[Event, ...]:
    """Close or skip the shown question before moving on."""
    question = state.open_question
    asked = state.here.question
    if question is None or asked is None or question.last is None or state.step > 0:
        return ()
    unanswered = question.last.total == 0 and question.held is None
    if question.last.state != "open" or (question.skipped and unanswered):
        return ()
    if asked.phase == "check" and not leave:
        raise CheckpointWaiting(_waiting_words(question))
    if unanswered and asked.phase != "post":
        return (QuestionSkipped(at, question.slide),)
    return (RoundClosed(at, question.slide),)


def _waiting_words(question: QuestionState) -> str:
    if question.held is not None or (question.last is not None and question.last.total):
        return "Voting is still open. Close it and move on?"
    return "Nobody has answered this checkpoint yet. Move on without it?"


def _answer_page_is_next(state: SessionState, settled: tuple[Event, ...]) -> bool:
    question = state.open_question
    if question is None or question.last is None or state.step > 0 or state.here.steps == 0:
        return False
    closing = any(isinstance(event, RoundClosed) for event in settled)
    return closing or question.last.state != "open"


def _reveal(state: SessionState, at: datetime) -> tuple[Event, ...]:
    question = state.open_question
    if question is None or question.revealed:
        return ()
    return (AnswerRevealed(at, question.slide),)


def _last_step(state: SessionState, slide: int) -> int:
    target = state.plan.slides[slide]
    question = state.question(target.id)
    if question is not None:
        return target.steps if question.revealed else 0
    return target.steps
