"""Drawing on slides: what a command comes to, and the pages' ink after an event."""

from imhtrainer.domain.errors import CommandRefused
from imhtrainer.domain.events import Event
from imhtrainer.domain.events.ink import InkEvent, InkRedone, InkUndone, StrokeDrawn, StrokesErased
from imhtrainer.domain.ink import PageInk
from imhtrainer.domain.session.commands.ink import (
    DrawStroke,
    EraseStrokes,
    InkCommand,
    RedoInk,
    UndoInk,
)
from imhtrainer.domain.session.state import SessionState


def decide_ink(state: SessionState, command: InkCommand) -> tuple[Event, ...]:
    """Events of a command; what changes nothing comes to none."""
    if not 0 <= command.slide < len(state.plan.slides):
        raise CommandRefused("There is no such slide to draw on.")
    slide = state.plan.slides[command.slide].id
    ink = state.page_ink(slide, command.page)
    match command:
        case DrawStroke():
            if len(command.stroke.path) < 2:
                raise CommandRefused("A line needs at least one point.")
            return (StrokeDrawn(command.at, slide, command.page, command.stroke),)
        case EraseStrokes():
            wanted = command.strokes or tuple(range(len(ink.strokes)))
            there = tuple(number for number in wanted if 0 <= number < len(ink.strokes))
            return (StrokesErased(command.at, slide, command.page, there),) if there else ()
        case UndoInk():
            return (InkUndone(command.at, slide, command.page),) if ink.past else ()
        case RedoInk():
            return (InkRedone(command.at, slide, command.page),) if ink.future else ()


def evolve_ink(state: SessionState, event: InkEvent) -> tuple[PageInk, ...]:
    """The ink of all pages after an event."""
    before = state.page_ink(event.slide, event.page)
    others = tuple(ink for ink in state.ink if (ink.slide, ink.page) != (event.slide, event.page))
    return (*others, _changed(before, event))


def _changed(ink: PageInk, event: InkEvent) -> PageInk:
    match event:
        case StrokeDrawn():
            return ink.become((*ink.strokes, event.stroke))
        case StrokesErased():
            gone = frozenset(event.strokes)
            left = (stroke for at, stroke in enumerate(ink.strokes) if at not in gone)
            return ink.become(tuple(left))
        case InkUndone():
            return ink.undo()
        case InkRedone():
            return ink.redo()
