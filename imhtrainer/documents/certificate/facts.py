"""A certificate's facts in words: dates, hours with their basis, and the QR symbol's text."""

from datetime import date

from imhtrainer.domain.certificate import Certificate
from imhtrainer.domain.wording import long_date

PERSONAL = frozenset(("name", "license", "serial"))
"""The facts that differ from person to person."""

WORDS = PERSONAL | {
    *(
        "organisation",
        "address",
        "training",
        "delivery",
        "number",
        "date",
        "times",
        "venue",
        "city",
    ),
    *("hours", "basis", "signs", "signs_as", "scan", "limits"),
}
"""The facts that a design may print, as they stand in braces."""

LIMITS = (
    "Records completion only. It is not continuing-education credit, a license, "
    "a rating of competence or an endorsement."
)
_SCAN = "Scan to compare with these facts."
REHEARSAL_LIMITS = "Made up in a rehearsal: no such person, no such training, no completion."


def fact_words(certificate: Certificate) -> dict[str, str]:
    """Each fact of ``WORDS`` as it is printed; empty where there is none."""
    signatory = signatory_words(certificate)
    facilitator = facilitator_words(certificate)
    seal = certificate.seal
    return {
        "name": certificate.name,
        "license": license_words(certificate),
        "serial": serial_words(certificate),
        "organisation": certificate.organisation,
        "address": certificate.address,
        "training": certificate.training,
        "delivery": certificate.delivery,
        "number": certificate.number,
        "date": long_date(date.fromisoformat(certificate.held_on)),
        "times": certificate.times,
        "venue": certificate.venue,
        "city": certificate.city,
        "hours": hours_words(certificate),
        "basis": basis_words(certificate),
        "signs": signatory or facilitator,
        "signs_as": f"Facilitator: {facilitator}" if signatory and facilitator else "Facilitator",
        "scan": "Signed by the issuer: scan to check." if seal else _SCAN,
        "limits": limits_words(certificate),
    }


def serial_words(certificate: Certificate) -> str:
    """The serial, from the second on with its revision."""
    revision = f", revision {certificate.revision}" if certificate.revision > "A" else ""
    return certificate.serial + revision


def license_words(certificate: Certificate) -> str:
    """The license with its profession; empty where there is none."""
    if not certificate.license:
        return ""
    if certificate.profession:
        return f"{certificate.profession}, license {certificate.license}"
    return f"License {certificate.license}"


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
