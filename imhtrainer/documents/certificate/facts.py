"""A certificate's facts in words: dates, hours with their basis, and the QR symbol's text."""

from imhtrainer.domain.certificate import Certificate

LIMITS = (
    "Records completion only. It is not continuing-education credit, a license, "
    "a rating of competence or an endorsement."
)
REHEARSAL_LIMITS = "Made up in a rehearsal: no such person, no such training, no completion."


def hours_words(certificate: Certificate) -> str:
    """``1.25 hours``, ``1 hour``."""
    hours = f"{certificate.hours:g}"
    return f"{hours} hour" if hours == "1" else f"{hours} hours"


def basis_words(certificate: Certificate) -> str:
    """What the hours rest on: ``75 minutes of instruction ÷ 60``."""
    if certificate.basis:
        return certificate.basis
    return f"{certificate.minutes} minutes of instruction ÷ 60"


def facilitator_words(certificate: Certificate) -> str:
    """The facilitator with credentials: ``Marisol Herrera-Quintana, LMHC``."""
    return ", ".join(part for part in (certificate.facilitator, certificate.credentials) if part)


def qr_text(certificate: Certificate) -> str:
    """What the QR symbol says: the seal, or before there is one the printed facts, one a line."""
    return certificate.seal or plain_text(certificate)


def plain_text(certificate: Certificate) -> str:
    """The printed facts, one a line, as a screen reader says them."""
    lines = (
        "REHEARSAL" if certificate.rehearsal else "",
        certificate.serial,
        certificate.name,
        certificate.training,
        f"{certificate.held_on}, {hours_words(certificate)} ({certificate.minutes} min)",
        certificate.organisation or facilitator_words(certificate),
    )
    return "\n".join(line for line in lines if line)
