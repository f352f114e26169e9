"""The facts that a certificate would fix now, from the session as it stands."""

from datetime import datetime, timedelta

from imhtrainer.domain.award import Provider
from imhtrainer.domain.certificate import Certificate, make_serial
from imhtrainer.domain.credit import credit
from imhtrainer.domain.roster import Attendee
from imhtrainer.domain.session import SessionState
from imhtrainer.domain.wording import clock_range

PENDING_NUMBER = 0
"""The running number of a certificate that was not issued yet."""

_ONE_SITTING = timedelta(hours=12)


def prospective(state: SessionState, person: Attendee, now: datetime) -> Certificate:
    """The facts that a certificate would fix now; the serial is still open."""
    details = state.details
    started = state.started or details.starts or now
    local = started.astimezone(details.starts.tzinfo if details.starts else now.tzinfo)
    earned, award = credit(state, person.id, now), details.award
    held_on = local.date().isoformat()
    speaks = not award.provider.objection(held_on) and not state.rehearsal
    return Certificate(
        serial=make_serial(local.year, PENDING_NUMBER),
        attendee=person.id,
        name=person.name,
        license=person.license,
        profession=person.role if person.license else "",
        training=state.plan.full_title,
        number=award.number,
        delivery=award.delivery,
        held_on=held_on,
        times=_times(local, (state.ended or now).astimezone(local.tzinfo)),
        minutes=earned.minutes,
        clock=earned.clock,
        credited=earned.hours,
        ceu=earned.ceu if speaks else 0.0,
        basis=earned.basis,
        issued=now,
        venue=details.venue,
        city=details.city,
        objectives=state.plan.objectives,
        facilitator=details.facilitator,
        credentials=details.credentials,
        organisation=details.organisation,
        address=details.address,
        provider=award.provider if speaks else Provider(),
        signatory=award.signatory,
        signatory_credentials=award.signatory_credentials,
        signature=details.signature,
        logo=details.logo,
        paper=details.paper,
        lang=state.plan.lang,
        rehearsal=state.rehearsal,
        template=award.template,
        second_page=award.second_page,
        agenda=tuple((part.title, part.minutes) for part in state.plan.sections),
        competencies=award.competencies,
    )


def may_be_issued(state: SessionState, attendee: str) -> bool:
    """Whether a certificate may be issued: none is held, and none was revoked since the last decision.

    After a revocation only the facilitator's word brings another one, never pressing Issue for all.
    """
    if state.certificate(attendee) is not None:
        return False
    revoked, decided = state.revoked_at(attendee), state.override(attendee)
    return revoked is None or (decided is not None and decided.at > revoked)


def _times(started: datetime, ended: datetime) -> str:
    """The hours of the clock; none for a training that went on another day, where they would mislead."""
    return clock_range(started, ended) if ended - started < _ONE_SITTING else ""
