"""Commands about completion and certificates."""

from dataclasses import dataclass
from datetime import datetime

from imhtrainer.domain.certificate import Certificate


@dataclass(frozen=True, slots=True)
class OverrideCompletion:
    """Decide on a person's completion against the rule; a reason of three words or more is needed."""

    at: datetime
    attendee: str
    completed: bool
    reason: str


@dataclass(frozen=True, slots=True)
class WithdrawOverride:
    """Let the rule decide again."""

    at: datetime
    attendee: str


@dataclass(frozen=True, slots=True)
class IssueCertificate:
    """Fix a certificate's facts for good."""

    at: datetime
    certificate: Certificate


@dataclass(frozen=True, slots=True)
class CorrectCertificate:
    """Put a new revision in the place of a certificate; a reason of three words or more is needed."""

    at: datetime
    certificate: Certificate
    reason: str


@dataclass(frozen=True, slots=True)
class RevokeCertificate:
    """Let a certificate count no more; a reason of three words or more is needed."""

    at: datetime
    serial: str
    reason: str
