"""The co-facilitator: who may come in, and whether what they ask still fits where the room is."""

from dataclasses import replace

from imhtrainer.domain.cofacilitator import KEYS_KEPT, MOST, CoFacilitator, Help, Seen, is_co_code
from imhtrainer.domain.errors import CommandRefused, RoomMovedOn, SeatRefused
from imhtrainer.domain.events import (
    CoFacilitatorActed,
    CoFacilitatorInvited,
    CoFacilitatorJoined,
    CoFacilitatorsDismissed,
    Event,
)
from imhtrainer.domain.letters import printable
from imhtrainer.domain.seats import is_secret
from imhtrainer.domain.session.commands.helping import (
    ByCoFacilitator,
    DeskWork,
    DismissCoFacilitators,
    HelpingCommand,
    InviteCoFacilitator,
    JoinAsCoFacilitator,
)
from imhtrainer.domain.session.commands.stage import Back, EaseRoom, GoTo, Next
from imhtrainer.domain.session.state import SessionState

LONGEST_NAME = 60

HelpingEvent = (
    CoFacilitatorInvited | CoFacilitatorJoined | CoFacilitatorsDismissed | CoFacilitatorActed
)


def decide_helping(state: SessionState, command: HelpingCommand) -> tuple[Event, ...]:
    """The events of a command about the co-facilitator."""
    match command:
        case InviteCoFacilitator():
            if not is_co_code(command.code):
                raise CommandRefused("This is no code for a co-facilitator. Make another one.")
            same = command.code == state.co_code
            return () if same else (CoFacilitatorInvited(command.at, command.code),)
        case DismissCoFacilitators():
            some = state.co_code or state.co_facilitators
            return (CoFacilitatorsDismissed(command.at),) if some else ()
        case JoinAsCoFacilitator():
            return _join(state, command)


def hear(state: SessionState, command: ByCoFacilitator) -> CoFacilitatorActed | None:
    """What the record says before a co-facilitator's command is carried out; None where it was done before.

    Raises SeatRefused for a console that is not in, RoomMovedOn where the room is elsewhere by now, and
    CommandRefused for a step while the screen is frozen: who froze it promised the room its picture, and a second
    pair of hands takes that back only by a word of its own.
    """
    co = find_co_facilitator(state, command.secret)
    if co is None:
        raise SeatRefused("This console is not in any more. Ask the facilitator for the code.")
    if command.key in co.keys:
        return None
    if not isinstance(command.command, DeskWork | EaseRoom) and command.seen != seen_now(state):
        raise RoomMovedOn(
            "The room had moved on a moment before you pressed, so nothing was done. Look once more."
        )
    if state.screen == "frozen" and isinstance(command.command, Next | Back | GoTo):
        raise CommandRefused(
            "The screen is frozen: the room keeps this picture. Tap Slides first, then go on."
        )
    done = type(command.command).__name__
    return CoFacilitatorActed(command.at, co.secret, command.key, done, co.name)


def find_co_facilitator(state: SessionState, secret: str) -> CoFacilitator | None:
    """The co-facilitator with this secret."""
    return next((co for co in state.co_facilitators if co.secret == secret), None)


def seen_now(state: SessionState) -> Seen:
    """What a console that is up to date shows."""
    question = state.question(state.here.id)
    last = question.last if question is not None else None
    rounds = len(question.rounds) if question is not None else 0
    voting = last.state if last else ""
    return Seen(state.slide, state.step, state.screen, rounds, voting, _time_now(state))


def _time_now(state: SessionState) -> str:
    """What runs or waits, in words that change when anybody changes it: ``question``, ``break``, ``timer``."""
    timer = state.timer
    going = "" if timer is None else "timer" if timer.running else "timer waits"
    asking = "question" if state.asking is not None else ""
    pause = "break" if state.pause is not None else ""
    return " ".join(filter(None, (asking, pause, going)))


def change_helping(state: SessionState, event: HelpingEvent) -> SessionState:
    """The state after an event about the co-facilitator."""
    match event:
        case CoFacilitatorInvited():
            return replace(state, co_code=event.code)
        case CoFacilitatorsDismissed():
            return replace(state, co_code="", co_facilitators=())
        case CoFacilitatorJoined():
            joined = CoFacilitator(event.secret, event.name, event.at)
            consoles = (*state.co_facilitators, joined)[-MOST:]
            began = Help(event.secret, event.name, event.at)
            return replace(state, co_facilitators=consoles, help=(*state.help, began))
        case CoFacilitatorActed():
            consoles = tuple(
                replace(co, keys=(*co.keys, event.key)[-KEYS_KEPT:])
                if co.secret == event.secret
                else co
                for co in state.co_facilitators
            )
            helped = tuple(
                each.plus(event.command, event.at) if each.secret == event.secret else each
                for each in state.help
            )
            return replace(state, co_facilitators=consoles, help=helped)


def _join(state: SessionState, command: JoinAsCoFacilitator) -> tuple[Event, ...]:
    if not state.co_code or command.code != state.co_code:
        raise SeatRefused("This is not the co-facilitator’s code. It stands on the laptop.")
    if state.stage == "ended":
        raise SeatRefused("This training is over.")
    if not is_secret(command.secret) or find_co_facilitator(state, command.secret):
        raise SeatRefused("This console cannot come in. Try again.")
    name = " ".join(printable(command.name).split())[:LONGEST_NAME]
    return (CoFacilitatorJoined(command.at, command.secret, name),)
