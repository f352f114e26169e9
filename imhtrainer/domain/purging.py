"""Taking a person's data out of a session's record, so that the record still says what happened.

What goes: name, e-mail, license, role, the names typed on phones, reasons written about the person, and in
certificates the name, the license and the sealed text. What stays: that somebody came, from when to when,
what was decided, and each certificate's serial, date, hours and the SHA-256 of its seal, so that paper the
person still holds can be recognised. In the name's place stands ``Person 3 (removed)``: the place on the
roster, by which an auditor can follow one person through the record without knowing who it was.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from imhtrainer.domain.certificate import Certificate
from imhtrainer.domain.events import (
    AttendeeChanged,
    AttendeesAdded,
    CertificateCorrected,
    CertificateIssued,
    CertificateRevoked,
    CompletionOverridden,
    Event,
    PhoneAnswered,
    SeatNamed,
)
from imhtrainer.domain.mentions import REMOVED, Mention, clear_texts, find_mentions, free_texts
from imhtrainer.domain.quiz import Answer
from imhtrainer.domain.roster import Attendee

REASON_GONE = "(the reason was removed with the person’s data)"


@dataclass(frozen=True, slots=True)
class _Gone:
    """Who goes: placeholders by id, serials of their certificates, codes of their seats."""

    names: Mapping[str, str]
    serials: frozenset[str]
    seats: frozenset[str]


def placeholders(events: Iterable[Event], people: Iterable[str]) -> dict[str, str]:
    """What stands for each person: their place among all who were ever on the roster."""
    met: dict[str, None] = {}
    for event in events:
        if isinstance(event, AttendeesAdded):
            met.update(dict.fromkeys(person.id for person in event.attendees))
    places = {attendee: place for place, attendee in enumerate(met, start=1)}
    return {who: f"Person {places[who]} {REMOVED}" for who in people if who in places}


def purge_events(
    events: Sequence[Event], people: Iterable[str], texts: Iterable[Mention] = ()
) -> dict[int, Event]:
    """The entries (by their number, from 1) that change when these people's data go, as they are then.

    ``texts`` are other people's free texts that go, too.
    """
    gone, cleared = _find(events, people), _by_entry(texts)
    pairs = (
        (number, event, clear_texts(_purge(event, gone), cleared[number]))
        for number, event in enumerate(events, start=1)
    )
    return {number: after for number, before, after in pairs if after != before}


def mentions_left(events: Sequence[Event], people: Sequence[str]) -> tuple[Mention, ...]:
    """Where free text still names these people once their own data have gone."""
    gone = purge_events(events, people)
    return tuple(
        mention
        for mention in find_mentions(events, people)
        if mention.text in free_texts(gone.get(mention.entry, events[mention.entry - 1]))
    )


def _by_entry(texts: Iterable[Mention]) -> defaultdict[int, set[str]]:
    found: defaultdict[int, set[str]] = defaultdict(set)
    for mention in texts:
        found[mention.entry].add(mention.text)
    return found


def _find(events: Sequence[Event], people: Iterable[str]) -> _Gone:
    names = placeholders(events, people)
    issued = (e for e in events if isinstance(e, CertificateIssued | CertificateCorrected))
    serials = frozenset(e.certificate.serial for e in issued if e.certificate.attendee in names)
    seats = frozenset(e.seat for e in events if isinstance(e, SeatNamed) and e.attendee in names)
    return _Gone(names, serials, seats)


def _purge(event: Event, gone: _Gone) -> Event:
    match event:
        case AttendeesAdded():
            return replace(event, attendees=tuple(_nobody(p, gone) for p in event.attendees))
        case AttendeeChanged():
            return replace(event, attendee=_nobody(event.attendee, gone))
        case SeatNamed() if event.seat in gone.seats:
            return replace(event, name=gone.names.get(event.attendee, REMOVED))
        case PhoneAnswered() if event.seat in gone.seats and event.answer.words:
            return replace(event, answer=Answer(words=REMOVED))
        case CompletionOverridden() if event.attendee in gone.names:
            return replace(event, reason=REASON_GONE)
        case _:
            return _purge_certificate(event, gone)


def _purge_certificate(event: Event, gone: _Gone) -> Event:
    match event:
        case CertificateIssued() if event.certificate.attendee in gone.names:
            return replace(event, certificate=_blank(event.certificate, gone))
        case CertificateCorrected() if event.certificate.attendee in gone.names:
            blank = _blank(event.certificate, gone)
            return replace(event, certificate=blank, reason=REASON_GONE)
        case CertificateRevoked() if event.serial in gone.serials:
            return replace(event, reason=REASON_GONE)
        case _:
            return event


def _nobody(person: Attendee, gone: _Gone) -> Attendee:
    if person.id not in gone.names:
        return person
    return Attendee(person.id, gone.names[person.id], walk_in=person.walk_in)


def _blank(certificate: Certificate, gone: _Gone) -> Certificate:
    if certificate.purged:
        return certificate
    known = sha256((certificate.seal or certificate.serial).encode()).hexdigest()
    name = gone.names[certificate.attendee]
    return replace(certificate, name=name, license="", profession="", seal="", purged=known)
