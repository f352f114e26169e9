"""Seats: taken, moved to another phone, named, linked to the roster, left."""

from dataclasses import replace

from imhtrainer.domain.errors import CommandRefused, SeatRefused
from imhtrainer.domain.events import (
    AttendeeChanged,
    AttendeesAdded,
    Event,
    NameConfirmed,
    PhonesInvited,
    PresenceCorrected,
    SeatLeft,
    SeatMoved,
    SeatNamed,
    SeatsMerged,
    SeatTaken,
    SignedIn,
)
from imhtrainer.domain.lookalikes import looks, seat_name
from imhtrainer.domain.roster import Attendee, find_attendee, fold_name
from imhtrainer.domain.seats import Seat, is_code, is_secret
from imhtrainer.domain.session.commands import (
    AdmitSeat,
    DeclineSeat,
    InvitePhones,
    LeaveSeat,
    MoveSeat,
    NameSeat,
    TakeSeat,
)
from imhtrainer.domain.session.state import SessionState

MOST_SEATS = 2000
"""Seats a session may have: more is not a room but somebody's program."""

SeatingCommand = InvitePhones | TakeSeat | MoveSeat | NameSeat | AdmitSeat | DeclineSeat | LeaveSeat


def decide_seating(state: SessionState, command: SeatingCommand) -> tuple[Event, ...]:
    """The events of a command about seats."""
    match command:
        case InvitePhones():
            return _invite(state, command)
        case TakeSeat():
            return _take(state, command)
        case MoveSeat():
            _seat(state, command.seat)
            _check_secret(state, command.secret)
            return (SeatMoved(command.at, command.seat, command.secret),)
        case NameSeat():
            return _name(state, command, _seat(state, command.seat))
        case AdmitSeat():
            return _admit(state, command, _seat(state, command.seat))
        case DeclineSeat():
            return _decline(state, command, _seat(state, command.seat))
        case LeaveSeat():
            return (SeatLeft(command.at, _seat(state, command.seat).code),)


def _invite(state: SessionState, command: InvitePhones) -> tuple[Event, ...]:
    if not command.join_code:
        raise CommandRefused("Phones need a code to join with.")
    check_in = "off" if state.practice else command.check_in
    same = (command.join_code, check_in, command.confirm) == (
        state.join_code,
        state.check_in,
        state.confirm_names,
    )
    invited = PhonesInvited(command.at, command.join_code, check_in, command.confirm)
    return () if same else (invited,)


def _take(state: SessionState, command: TakeSeat) -> tuple[Event, ...]:
    over = state.stage == "ended" and not state.evaluation_open
    if not state.join_code or over:
        raise SeatRefused("This session takes no phones now.")
    if len(state.seats) >= MOST_SEATS:
        raise SeatRefused("All seats are taken. Tell the facilitator.")
    if not is_code(command.seat) or state.seat(command.seat) is not None:
        raise SeatRefused("This seat is taken already. Try again.")
    _check_secret(state, command.secret)
    return (SeatTaken(command.at, command.seat, command.secret),)


def _check_secret(state: SessionState, secret: str) -> None:
    if not is_secret(secret) or any(seat.secret == secret for seat in state.seats):
        raise SeatRefused("This seat cannot be had. Try again.")


def _seat(state: SessionState, code: str) -> Seat:
    seat = state.seat(code)
    if seat is None or seat.gone:
        raise SeatRefused("There is no such seat. Look at the code once more.")
    return seat


def _name(state: SessionState, command: NameSeat, seat: Seat) -> tuple[Event, ...]:
    if state.practice:
        raise SeatRefused("This is practice, so no names are kept. Answer without one.")
    picked = _picked(state, command)
    name = picked.name if picked is not None else seat_name(command.name)
    if seat.attendee:
        person = find_attendee(state.roster, seat.attendee)
        if person is not None and fold_name(name) == fold_name(person.name):
            return _spell(state, command, person, name) if command.spelling else ()
        raise SeatRefused("This seat has its name already. Tell the facilitator if it is wrong.")
    if state.check_in == "off" or not name:
        waits = seat.waiting or seat.name != name
        return (SeatNamed(command.at, seat.code, name),) if waits else ()
    meant, sure = (picked, True) if picked is not None else _meant(state, name)
    free = meant is not None and state.seat_of(meant.id) is None
    if meant is not None and free and sure and not seat.refused and not state.confirm_names:
        return _link(state, command, seat, meant)
    asks = meant.id if meant is not None else ""
    if (seat.waiting, seat.name, seat.asks) == (True, name, asks):
        return ()
    return (SeatNamed(command.at, seat.code, name, asks, waiting=True),)


def _spell(
    state: SessionState, command: NameSeat, person: Attendee, name: str
) -> tuple[Event, ...]:
    """The name as it stands, or with other capitals or accents, for the roster and so for the certificate."""
    said = NameConfirmed(command.at, command.seat, person.id)
    if name == person.name:
        return () if state.spelling_confirmed(person.id) else (said,)
    if state.certificate(person.id) is not None:
        raise SeatRefused("Your certificate is made already. Tell the facilitator what is wrong.")
    changed = AttendeeChanged(command.at, replace(person, name=name))
    return (changed, SeatNamed(command.at, command.seat, name, person.id), said)


def _picked(state: SessionState, command: NameSeat) -> Attendee | None:
    """Whom the person picked from the search, where there is one."""
    if not command.attendee or state.check_in != "search":
        return None
    return find_attendee(state.roster, command.attendee)


def _meant(state: SessionState, name: str) -> tuple[Attendee | None, bool]:
    """Whom on the roster a name means, and whether that is sure: one person, by letters and not by looks."""
    folded, look = fold_name(name), looks(name)
    same = [person for person in state.roster if fold_name(person.name) == folded]
    alike = [person for person in state.roster if looks(person.name) == look]
    if len(same) == 1 and len(alike) == 1:
        return same[0], True
    return (alike[0] if len(alike) == 1 else None), False


def _decline(state: SessionState, command: DeclineSeat, seat: Seat) -> tuple[Event, ...]:
    """The name is taken off the seat; so is a sign-in that the seat made, where nothing has come after it."""
    if not seat.waiting and not seat.attendee:
        return ()
    unnamed = SeatNamed(command.at, seat.code, "", refused=True)
    stays = state.presence(seat.attendee).intervals if seat.attendee else ()
    if not stays or stays[-1].end is not None or stays[-1].start not in (seat.named, seat.asked):
        return (unnamed,)
    return (unnamed, PresenceCorrected(command.at, seat.attendee, stays[:-1]))


def _admit(state: SessionState, command: AdmitSeat, seat: Seat) -> tuple[Event, ...]:
    person = find_attendee(state.roster, command.attendee)
    if person is not None:
        return _link(state, command, seat, person)
    if not seat.name:
        raise CommandRefused("This seat has no name yet. Ask the person to write it.")
    walk_in = Attendee(command.attendee, seat.name, walk_in=True)
    added = AttendeesAdded(command.at, (walk_in,), "phone")
    return (added, *_link(state, command, seat, walk_in))


def _link(
    state: SessionState, command: NameSeat | AdmitSeat, seat: Seat, person: Attendee
) -> tuple[Event, ...]:
    """The seat is this person's; a seat the person had before goes into it; who is not here yet signs in.

    Who waited for the facilitator's word has been here since the name was given.
    """
    before = state.seat_of(person.id)
    merged = before is not None and before.code != seat.code
    presence = state.presence(person.id)
    here = presence.here or state.stage == "ended"
    since = seat.asked if seat.waiting and seat.asked is not None else command.at
    left = max((stay.end for stay in presence.intervals if stay.end is not None), default=since)
    return (
        *((SeatsMerged(command.at, before.code, seat.code),) if before and merged else ()),
        SeatNamed(command.at, seat.code, person.name, person.id),
        *(() if here else (SignedIn(command.at, person.id, max(since, left)),)),
    )
