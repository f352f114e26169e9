"""Who completed, and what they were given."""

from dataclasses import dataclass
from datetime import datetime

from imhtrainer.domain.certificate import Certificate


@dataclass(frozen=True, slots=True)
class CompletionOverridden:
    """The facilitator decided on a person's completion, and why."""

    at: datetime
    attendee: str
    completed: bool
    reason: str


@dataclass(frozen=True, slots=True)
class OverrideWithdrawn:
    """The rule decides again about a person's completion."""

    at: datetime
    attendee: str


@dataclass(frozen=True, slots=True)
class CertificateIssued:
    """A certificate's facts were fixed for good."""

    at: datetime
    certificate: Certificate


@dataclass(frozen=True, slots=True)
class CertificateCorrected:
    """A new revision of a certificate took the place of the one before, and why."""

    at: datetime
    certificate: Certificate
    reason: str


@dataclass(frozen=True, slots=True)
class CertificateRevoked:
    """A certificate counts no more, and why."""

    at: datetime
    serial: str
    reason: str
