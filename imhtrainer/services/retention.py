"""How long records are kept, and what a person may ask for: a copy of their data, or that it goes."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO

from msgspec.json import encode
from msgspec.json import format as format_json

from imhtrainer.domain.credit import completion, recorded_minutes
from imhtrainer.domain.errors import JournalDamaged
from imhtrainer.domain.quiz import signs
from imhtrainer.domain.roster import Attendee, find_attendee, fold_name, name_order
from imhtrainer.domain.session import SessionState
from imhtrainer.services.certificate_facts import held_day
from imhtrainer.services.records import Record, reason_words
from imhtrainer.services.sessions import SessionSource, read_state
from imhtrainer.store.files import replace_file

SHORTEST_SEARCH = 3
"""Letters a search needs: fewer find everybody."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A session whose records are kept: until when, and how many people's data it still holds."""

    session: str
    title: str
    held: date
    due: date
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A person in one session's record; ``serial`` is of the last certificate they were issued, if any."""

    session: str
    attendee: str
    name: str
    email: str
    title: str
    held: date
    running: bool
    serial: str = ""

    @property
    def known_by(self) -> str:
        """The name with what tells it from the same name of somebody else, as far as the record has it."""
        return ", ".join(word for word in (self.name, self.email, self.serial) if word)

    def is_exactly(self, words: str) -> bool:
        """Whether the words are the whole name, e-mail or serial, and not a part of it."""
        said = words.strip().casefold()
        whole = (self.email.casefold(), self.serial.casefold())
        return said in whole or fold_name(words) == fold_name(self.name)


def keep_until(held: date, years: int) -> date:
    """The day after which records are due; what was held on February 29 is due on March 1."""
    try:
        return held.replace(year=held.year + years)
    except ValueError:
        return date(held.year + years, 3, 1)


def kept_records(source: SessionSource, years: int) -> tuple[Kept, ...]:
    """All sessions that still hold somebody's data, the one due first in front; rehearsals are not kept."""
    found = []
    for session_id, state in _states(source):
        people = tuple(p.id for p in state.everybody if p.id not in state.purged)
        if people and not state.rehearsal:
            held = _held(state)
            until = keep_until(held, years)
            found.append(Kept(session_id, state.plan.full_title, held, until, people))
    return tuple(sorted(found, key=lambda kept: (kept.due, kept.session)))


def due_records(kept: Iterable[Kept], today: date) -> tuple[Kept, ...]:
    """Those whose time is over."""
    return tuple(record for record in kept if record.due <= today)


def find_person(source: SessionSource, words: str) -> tuple[Found, ...]:
    """Everybody whose name or e-mail holds these words or whose certificate has this serial, in every session.

    The newest session comes first.
    """
    wanted = fold_name(words)
    if len(wanted.replace(" ", "")) < SHORTEST_SEARCH:
        return ()
    mail = words.strip().casefold()
    found = [
        _found(session_id, state, person)
        for session_id, state in _states(source)
        for person in state.everybody
        if person.id not in state.purged
        and (_is_meant(person, wanted, mail) or mail in _serials(state, person))
    ]
    found.sort(key=lambda one: name_order(one.name))
    return tuple(sorted(found, key=lambda one: one.held, reverse=True))


def person_record(session_id: str, state: SessionState, attendee: str, now: datetime) -> Record:
    """Everything that a session's record holds about one person."""
    person = find_attendee(state.everybody, attendee)
    standing = completion(state, attendee, now)
    withdrawn = [w for w in state.withdrawn if w.certificate.attendee == attendee]
    return {
        "session": session_id,
        "title": state.plan.full_title,
        "held": _held(state).isoformat(),
        "person": asdict(person) if person else {},
        "presence": [asdict(stay) for stay in state.presence(attendee).intervals],
        "minutes": recorded_minutes(state, attendee, now) or 0,
        "completed": standing.completed,
        "reason": reason_words(standing),
        "certificates": [asdict(c) for c in state.certificates if c.attendee == attendee],
        "withdrawn": [asdict(one) for one in withdrawn],
        "evaluation_handed_in": state.has_handed_in(attendee),
        "credit_reported": [r.at for r in state.reported if r.attendee == attendee],
        "answers": _answers(state, attendee),
    }


def write_person(records: Sequence[Record], out: Path, now: datetime) -> None:
    """Write what is held about a person as JSON; raises StoreError where that fails."""
    text = format_json(encode({"as_of": now, "sessions": records}), indent=2)

    def write(stream: BinaryIO) -> None:
        stream.write(text)

    replace_file(out, write)


def _states(source: SessionSource) -> Iterable[tuple[str, SessionState]]:
    for session_id in source.sessions():
        try:
            yield session_id, read_state(source, session_id)[0]
        except JournalDamaged:
            continue


def _found(session_id: str, state: SessionState, person: Attendee) -> Found:
    held, title = _held(state), state.plan.full_title
    running = state.stage in ("running", "interrupted")
    serial = next(reversed(_serials(state, person)), "").upper()
    return Found(session_id, person.id, person.name, person.email, title, held, running, serial)


def one_person(found: Sequence[Found]) -> bool:
    """Whether these can be the same person in several sessions.

    They are not where a session has two of them, or where e-mails differ; names may only where the e-mail is
    the same.
    """
    sessions = {one.session for one in found}
    names, mails = {fold_name(one.name) for one in found}, {one.email.casefold() for one in found}
    return len(sessions) == len(found) and (
        (len(mails) == 1 and "" not in mails) or (len(names) == 1 and len(mails - {""}) <= 1)
    )


def _serials(state: SessionState, person: Attendee) -> tuple[str, ...]:
    """The serials of a person's certificates in small letters, those withdrawn first."""
    issued = (*(old.certificate for old in state.withdrawn), *state.certificates)
    return tuple(c.serial.casefold() for c in issued if c.attendee == person.id)


def _is_meant(person: Attendee, wanted: str, mail: str) -> bool:
    return wanted in fold_name(person.name) or ("@" in mail and mail in person.email.casefold())


def _held(state: SessionState) -> date:
    return held_day(state, state.created) if state.created else date.min


def _answers(state: SessionState, attendee: str) -> list[Record]:
    """What the person's own phone answered."""
    seat = state.seat_of(attendee)
    if seat is None:
        return []
    found = []
    for question in state.questions:
        asked = state.plan.asked(question.slide)
        for vote in question.rounds:
            ballot = vote.ballot("phone", seat.code)
            if ballot is not None and asked is not None:
                letters = [signs(asked.kind)[choice] for choice in ballot.answer.choices]
                words = ballot.answer.words
                found.append({"question": asked.text, "letters": letters, "words": words})
    return found
