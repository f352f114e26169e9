"""The upload by which completions reach CE Broker, Florida's tracking system.

One row a person and no heading, as CE Broker's help page “Creating Excel Files (Full Course Credit)" asks:
A provider tracking number without its 50-, B course tracking number without its 20- or else C the provider's
own course number, D publishing number (blank for most), E license, F date of completion as a date, G
``State=FL``, H ``Profession=RN``. People already reported are left out, as the page asks; so are those whose
certificate was revoked, and those whom the rule credits no hours: a row stands for the course's full credit.
Approved providers report within 30 days of completion (Florida Administrative Code 64B-5.002(2)(a)).
"""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from imhtrainer.domain.credit import completion, credit
from imhtrainer.domain.roster import Attendee, by_name
from imhtrainer.domain.session import SessionState
from imhtrainer.domain.wording import counted
from imhtrainer.services.certificate_facts import held_day

DAYS = 30
"""Days after completion within which credit is to be reported."""

STATE = "FL"
"""Whose license it is where the license does not say."""

_LICENSE = re.compile(
    r"(?:(?P<state>[A-Z]{2})[\s.-]+)?(?P<profession>[A-Z]{2,5})[\s.#-]*(?P<number>\d+)"
)

UploadRow = tuple[str, str, str, str, str, date, str, str]


@dataclass(frozen=True, slots=True)
class Upload:
    """What would be reported now: rows and whose they are, who is left out and why, and by when.

    ``left_out`` are the names of those without a usable license, ``revoked`` of those whose certificate was
    revoked, ``uncredited`` of those with a license whom the session's rule credits no hours.
    """

    rows: tuple[UploadRow, ...]
    attendees: tuple[str, ...]
    left_out: tuple[str, ...]
    reported: int
    due: date
    revoked: tuple[str, ...] = ()
    uncredited: tuple[str, ...] = ()

    def words(self, today: date) -> str:
        """The state of things in a line: how many are to be reported, and how long there is."""
        if not self.rows:
            done = f"{self.reported} reported" if self.reported else "Nobody to report"
            return ", ".join((done, *self._left_words()))
        days = (self.due - today).days
        when = f"{counted(days, 'day')} left" if days >= 0 else f"{counted(-days, 'day')} late"
        people = "1 person" if len(self.rows) == 1 else f"{len(self.rows)} people"
        return ", ".join((people, f"due {self.due:%b} {self.due.day}, {when}", *self._left_words()))

    @property
    def unearned(self) -> tuple[str, ...]:
        """Who has a license and no credit to report, by name and reason in a clause each; empty for nobody."""
        clauses = (
            ("the certificate was revoked", self.revoked),
            ("the rule credits no hours", self.uncredited),
        )
        return tuple(f"Left out, as {why}: {', '.join(names)}" for why, names in clauses if names)

    def _left_words(self) -> tuple[str, ...]:
        counts = (
            (self.left_out, "without a usable license"),
            (self.revoked, "with a revoked certificate"),
            (self.uncredited, "credited no hours"),
        )
        return tuple(f"{len(names)} {words}" for names, words in counts if names)


def make_upload(state: SessionState, now: datetime) -> Upload | None:
    """The upload of a session; None where the session may not speak of credit, or has not ended."""
    held_on = held_day(state, now)
    award = state.details.award
    if state.ended is None or state.rehearsal or award.provider.objection(held_on.isoformat()):
        return None
    known = {reported.attendee for reported in state.reported}
    completed = [p for p in by_name(state.roster) if completion(state, p.id, now).completed]
    waiting = [p for p in completed if p.id not in known and p.id not in state.purged]
    revoked = [p for p in waiting if _is_revoked(state, p)]
    uncredited = [p for p in waiting if p not in revoked and not _hours(state, p, now)]
    earned = [p for p in waiting if p not in revoked and p not in uncredited]
    pairs = [(person, _row(state, person, held_on)) for person in earned]
    twice = {place for place, n in Counter(_place(row) for _, row in pairs if row).items() if n > 1}
    pairs = [(p, None if row and _place(row) in twice else row) for p, row in pairs]
    return Upload(
        rows=tuple(row for _, row in pairs if row is not None),
        attendees=tuple(person.id for person, row in pairs if row is not None),
        left_out=tuple(person.name for person, row in pairs if row is None and _licensed(person)),
        reported=len(known),
        due=held_on + timedelta(days=DAYS),
        revoked=tuple(person.name for person in revoked if _licensed(person)),
        uncredited=tuple(person.name for person in uncredited if _licensed(person)),
    )


def _is_revoked(state: SessionState, person: Attendee) -> bool:
    """Whether what a person was given counts no more, and nothing took its place."""
    return state.certificate(person.id) is None and state.revoked_at(person.id) is not None


def _hours(state: SessionState, person: Attendee, now: datetime) -> float:
    """The hours on the person's paper, or those that it would say now."""
    certificate = state.certificate(person.id)
    return certificate.hours if certificate else credit(state, person.id, now).hours


def _row(state: SessionState, person: Attendee, held_on: date) -> UploadRow | None:
    found = _LICENSE.fullmatch(person.license.strip().upper())
    if found is None:
        return None
    award = state.details.award
    provider = award.provider.number.strip().removeprefix("50-")
    number = award.number.strip()
    theirs = number.removeprefix("20-") if number.startswith("20-") else ""
    own = "" if theirs else number
    profession = found["profession"]
    return (
        *(provider, theirs, own, "", f"{profession}{found['number']}", held_on),
        *(f"State={found['state'] or STATE}", f"Profession={profession}"),
    )


def _place(row: UploadRow) -> tuple[str, str]:
    """Whose license a row is about; nobody shares one, so two rows about one are both to be looked at."""
    return row[4], row[6]


def _licensed(person: Attendee) -> bool:
    """Whether a license was written down at all; parents have none, and nothing is wrong with that."""
    return bool(person.license.strip())
