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
    SittingClosed,
    SlideShown,
)
from imhtrainer.domain.events.timing import BreakBegan, BreakEnded, QuestionAnswered
from imhtrainer.domain.quiz import Phase
from imhtrainer.domain.session.commands.stage import GoTo
from imhtrainer.domain.session.sitting import close_sitting
from imhtrainer.domain.session.state import QuestionState, SessionState


def next_step(state: SessionState, at: datetime, leave: bool) -> tuple[Event, ...]:
    """One step on: a build step, an answer page, or the next slide.

    A screen that shows anything but the slides comes back first, and so does the slide after a break that
    was not planned; one that stands in the plan ends and the training goes on. A checkpoint that is still
    open or unanswered raises ``CheckpointWaiting`` unless ``leave``. Nothing happens after the last page.
    """
    if state.screen != "live":
        return (ScreenSet(at, "live"),)
    if state.pause is not None and not state.resting:
        return (BreakEnded(at),)
    settled = (*_end_break(state, at), *_settle_question(state, at, leave))
    if _answer_page_is_next(state, settled):
        return (*settled, *_reveal(state, at), SlideShown(at, state.slide, 1))
    if state.here.question is None and state.step < state.here.steps:
        return (SlideShown(at, state.slide, state.step + 1),)
    if state.slide + 1 >= len(state.plan.slides):
        return settled
    return (*settled, *arrive(state, _slide_after(state, settled), at))


def back_step(state: SessionState, at: datetime) -> tuple[Event, ...]:
    """One step back; a slide entered backwards shows everything it has."""
    if state.screen != "live":
        return (ScreenSet(at, "live"),)
    over = _end_break(state, at)
    if over and not state.resting:
        return over
    if state.step > 0:
        return (*over, SlideShown(at, state.slide, state.step - 1))
    if state.slide == 0:
        return over
    return (*over, *arrive(state, state.slide - 1, at, step=_last_step(state, state.slide - 1)))


def jump(state: SessionState, command: GoTo) -> tuple[Event, ...]:
    """Show a slide from its beginning or at a step, at most its last that may be seen."""
    slide, at = command.slide, command.at
    if not 0 <= slide < len(state.plan.slides):
        raise CommandRefused(
            f"There is no such slide: this training has {len(state.plan.slides)} slides."
        )
    screen: tuple[Event, ...] = () if state.screen == "live" else (ScreenSet(at, "live"),)
    live = (*_end_break(state, at), *screen)
    step = min(max(command.step, 0), _last_step(state, slide))
    if slide == state.slide and state.step == step:
        return live
    stays = state.sitting is not None and slide in _items_of(state, state.sitting)
    settled = () if stays else _settle_question(state, at, command.leave)
    return (*settled, *live, *arrive(state, slide, at, step))


def arrive(state: SessionState, slide: int, at: datetime, step: int = 0) -> tuple[Event, ...]:
    """A slide is shown; a question that nobody has been asked yet opens its first round.

    A break that stands in the plan begins with the first slide of its section, the first time it is shown.
    """
    question = state.question(state.plan.slides[slide].id)
    shown = SlideShown(at, slide, step)
    if question is not None and not question.valid and not question.revealed:
        return (shown, RoundOpened(at, question.slide))
    section = state.plan.sections[state.plan.slides[slide].section]
    if section.rest and section.minutes and not _has_been_in(state, slide):
        return (shown, BreakBegan(at, section.minutes))
    return (shown,)


def take_up(state: SessionState, at: datetime) -> tuple[Event, ...]:
    """Whatever is asked of the room next, a question that was taken is over."""
    return () if state.asking is None else (QuestionAnswered(at),)


def _has_been_in(state: SessionState, slide: int) -> bool:
    section = state.plan.slides[slide].section
    return any(state.plan.slides[seen].section == section for seen in state.visited)


def _end_break(state: SessionState, at: datetime) -> tuple[Event, ...]:
    return () if state.pause is None else (BreakEnded(at),)


def _slide_after(state: SessionState, settled: tuple[Event, ...]) -> int:
    """The slide after this one; after the first items' sitting, the one after them all."""
    slide = state.slide + 1
    if state.sitting is not None and any(isinstance(e, SittingClosed) for e in settled):
        items = _items_of(state, state.sitting)
        while slide in items and slide + 1 < len(state.plan.slides):
            slide += 1
    return slide


def _items_of(state: SessionState, phase: Phase) -> tuple[int, ...]:
    slides = state.plan.slides
    asked = ((index, slides[index].question) for index in state.plan.questions)
    return tuple(index for index, item in asked if item is not None and item.phase == phase)


def _settle_question(state: SessionState, at: datetime, leave: bool) -> tuple[Event, ...]:
    """Close or skip the shown question before moving on."""
    question = state.open_question
    asked = state.here.question
    if question is None or asked is None or question.last is None or state.step > 0:
        return ()
    if state.sitting == asked.phase:
        if not leave:
            raise CheckpointWaiting(
                "People may still be answering. Close the questions and move on?"
            )
        return close_sitting(state, at)
    unanswered = question.last.answered == 0 and question.held is None
    if question.last.state != "open" or (question.skipped and unanswered):
        return ()
    if asked.phase == "check" and not leave:
        raise CheckpointWaiting(_waiting_words(question))
    if unanswered and asked.phase != "post":
        return (QuestionSkipped(at, question.slide),)
    return (RoundClosed(at, question.slide),)


def _waiting_words(question: QuestionState) -> str:
    if question.held is not None or (question.last is not None and question.last.answered):
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
