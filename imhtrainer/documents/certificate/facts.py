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
    words = f"{hours} hour" if hours == "1" else f"{hours} hours"
    return f"{words}, {certificate.ceu:.1f} CEU" if certificate.ceu else words


def basis_words(certificate: Certificate) -> str:
    """What the hours rest on: ``75 minutes of instruction ÷ 60``."""
    if certificate.basis:
        return certificate.basis
    return f"{certificate.minutes} minutes of instruction ÷ 60"


def limits_words(certificate: Certificate) -> str:
    """What the certificate is worth: the provider's own statement, or that it is no credit."""
    provider = certificate.provider
    if certificate.rehearsal:
        return REHEARSAL_LIMITS
    if not provider.statement:
        return LIMITS
    number = f"provider {provider.number}"
    who = ", ".join(part for part in (provider.name, number, provider.address) if part)
    return f"{provider.statement} {who}."


def signatory_words(certificate: Certificate) -> str:
    """Who signs, where it is somebody else than the facilitator."""
    parts = (certificate.signatory, certificate.signatory_credentials)
    return ", ".join(part for part in parts if part) if certificate.signatory else ""


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
