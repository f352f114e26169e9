"""The facts that a certificate would fix now, from the session as it stands."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from imhtrainer.documents.certificate.facts import FactWords
from imhtrainer.domain.award import Award, Provider
from imhtrainer.domain.certificate import Certificate, make_serial
from imhtrainer.domain.credit import credit
from imhtrainer.domain.events import Details
from imhtrainer.domain.roster import Attendee
from imhtrainer.domain.session import SessionState
from imhtrainer.domain.wording import clock_range

PENDING_NUMBER = 0
"""The running number of a certificate that was not issued yet."""

_ONE_SITTING = timedelta(hours=12)
_COMPARED = {
    "training": "training",
    "number": "training number",
    "delivery": "delivery",
    "license": "license",
    "date": "date",
    "times": "times",
    "place": "place",
    "place_detail": "city",
    "hours": "hours",
    "basis": "basis",
    "organisation": "organization",
    "address": "address",
    "signs": "signatory",
    "signs_as": "role",
    "limits": "statement",
}
"""The facts of a certificate, and what they are called in a sentence."""


def prospective(state: SessionState, person: Attendee, now: datetime) -> Certificate:
    """The facts that a certificate would fix now; the serial is still open."""
    details = state.details
    local = _start(state, now)
    form = Certificate(
        serial=make_serial(local.year, PENDING_NUMBER),
        attendee=person.id,
        name=person.name,
        license=person.license,
        profession=person.role if person.license else "",
        training=state.plan.full_title,
        held_on=local.date().isoformat(),
        times=_times(local, (state.ended or now).astimezone(local.tzinfo)),
        minutes=0,
        issued=now,
        objectives=state.plan.objectives,
        lang=state.plan.lang,
        rehearsal=state.rehearsal,
        agenda=tuple((part.title, part.minutes) for part in state.plan.sections),
    )
    return _credited(_awarded(_placed(form, details), details.award), state, now)


def held_day(state: SessionState, now: datetime) -> date:
    """The day a session was held, in its own time zone: the day it began, also of one that went past midnight.

    It stands on certificates and in what is reported of them, and is the one a provider's dates are held
    against. Without a start, planned or real, it is the day of ``now``.
    """
    return _start(state, now).date()


def _start(state: SessionState, now: datetime) -> datetime:
    planned = state.details.starts
    return (state.started or planned or now).astimezone(planned.tzinfo if planned else now.tzinfo)


def _placed(form: Certificate, details: Details) -> Certificate:
    """With place and people of the session."""
    return replace(
        form,
        venue=details.venue,
        city=details.city,
        facilitator=details.facilitator,
        credentials=details.credentials,
        organisation=details.organisation,
        address=details.address,
        signature=details.signature,
        logo=details.logo,
        paper=details.paper,
    )


def _awarded(form: Certificate, award: Award) -> Certificate:
    """With what the award says of the training and of the paper."""
    return replace(
        form,
        number=award.number,
        delivery=award.delivery,
        signatory=award.signatory,
        signatory_credentials=award.signatory_credentials,
        template=award.template,
        second_page=award.second_page,
        competencies=award.competencies,
    )


def _credited(form: Certificate, state: SessionState, now: datetime) -> Certificate:
    """With the hours; of credit it speaks only where the provider may, and never in a rehearsal."""
    earned, provider = credit(state, form.attendee, now), state.details.award.provider
    speaks = not provider.objection(form.held_on) and not state.rehearsal
    return replace(
        form,
        minutes=earned.minutes,
        clock=earned.clock,
        credited=earned.hours,
        ceu=earned.ceu if speaks else 0.0,
        basis=earned.basis,
        provider=provider if speaks else Provider(),
    )


def may_be_issued(state: SessionState, attendee: str) -> bool:
    """Whether a certificate may be issued: none is held, and none was revoked since the last decision.

    After a revocation only the facilitator's word brings another one, never pressing Issue for all.
    """
    if state.certificate(attendee) is not None:
        return False
    revoked, decided = state.revoked_at(attendee), state.override(attendee)
    return revoked is None or (decided is not None and decided.at > revoked)


def changed_facts(before: Certificate, after: Certificate) -> tuple[str, ...]:
    """What the next revision says otherwise, the name apart: ``place “Hall A” instead of “Hall B”``."""
    old, new = FactWords(before), FactWords(after)
    pairs = ((label, old[fact], new[fact]) for fact, label in _COMPARED.items())
    return tuple(_changed(*pair) for pair in pairs if pair[1] != pair[2])


def _changed(label: str, before: str, after: str) -> str:
    if not after:
        return f"no {label} any more"
    return f"{label} “{after}” instead of “{before}”" if before else f"{label} “{after}”"


def _times(started: datetime, ended: datetime) -> str:
    """The hours of the clock; none for a training that went on another day, where they would mislead."""
    return clock_range(started, ended) if ended - started < _ONE_SITTING else ""
