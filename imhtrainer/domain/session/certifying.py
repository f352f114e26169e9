"""Certificates issued, put right by a new revision, and revoked."""

from dataclasses import replace

from imhtrainer.domain.certificate import Certificate, next_revision
from imhtrainer.domain.errors import CommandRefused
from imhtrainer.domain.events import (
    CertificateCorrected,
    CertificateIssued,
    CertificateRevoked,
    Event,
)
from imhtrainer.domain.roster import find_attendee
from imhtrainer.domain.session.attendance import written_reason
from imhtrainer.domain.session.commands import (
    CorrectCertificate,
    IssueCertificate,
    RevokeCertificate,
)
from imhtrainer.domain.session.state import SessionState

CertificateCommand = IssueCertificate | CorrectCertificate | RevokeCertificate


def decide_certificates(state: SessionState, command: CertificateCommand) -> tuple[Event, ...]:
    """The events of a command about one certificate."""
    match command:
        case IssueCertificate():
            return _issue(state, command)
        case CorrectCertificate():
            return _correct(state, command)
        case RevokeCertificate():
            certificate = _standing(state, command.serial)
            reason = written_reason(command.reason)
            return (CertificateRevoked(command.at, certificate.serial, reason),)


def _issue(state: SessionState, command: IssueCertificate) -> tuple[Event, ...]:
    certificate = command.certificate
    if find_attendee(state.roster, certificate.attendee) is None:
        raise CommandRefused(f"{certificate.name} is not on the roster of this session.")
    if state.certificate(certificate.attendee) is not None:
        raise CommandRefused(f"{certificate.name} holds a certificate of this session already.")
    return (CertificateIssued(command.at, certificate),)


def _correct(state: SessionState, command: CorrectCertificate) -> tuple[Event, ...]:
    before, after = _standing(state, command.certificate.serial), command.certificate
    reason = written_reason(command.reason)
    if after.attendee != before.attendee:
        raise CommandRefused("A certificate cannot go to another person. Revoke it instead.")
    if after.revision != next_revision(before.revision):
        raise CommandRefused("This certificate was corrected meanwhile. Look at it again.")
    if _facts(before) == _facts(after):
        raise CommandRefused("Nothing on this certificate would change, so it stays as it is.")
    return (CertificateCorrected(command.at, after, reason),)


def _standing(state: SessionState, serial: str) -> Certificate:
    found = next((c for c in state.certificates if c.serial == serial), None)
    if found is None:
        raise CommandRefused(f"{serial} is no certificate that counts in this session.")
    return found


def _facts(certificate: Certificate) -> Certificate:
    """What a reader sees, without what each issue makes anew."""
    return replace(certificate, revision="", issued=certificate.issued.min, seal="", issuer="")
