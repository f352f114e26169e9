"""A certificate's facts in words: dates, hours with their basis, and the QR symbol's text."""

from collections.abc import Callable, Mapping
from datetime import date
from operator import attrgetter

from imhtrainer.domain.certificate import Certificate
from imhtrainer.domain.wording import long_date

PERSONAL = frozenset(("name", "license", "serial"))
"""The facts that differ from person to person."""

LIMITS = (
    "Records completion only. It is not continuing-education credit, a license, "
    "a rating of competence or an endorsement."
)
_SCAN = "Scan to compare with these facts."
REHEARSAL_LIMITS = "Made up in a rehearsal: no such person, no such training, no completion."


class FactWords(dict[str, str]):
    """The facts of ``WORDS`` as they are printed, put into words when they are asked for.

    A fact that a certificate has not is empty. What all of a session share is asked for once, not for each.
    """

    def __init__(self, certificate: Certificate) -> None:
        super().__init__()
        self._certificate = certificate

    def __missing__(self, fact: str) -> str:
        words = self[fact] = _SAID[fact](self._certificate)
        return words


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


def scan_words(certificate: Certificate) -> str:
    """What scanning the symbol is good for."""
    return "Signed by the issuer: scan to check." if certificate.seal else _SCAN


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


def date_words(certificate: Certificate) -> str:
    """The day it was held: ``November 21, 2026``."""
    return long_date(date.fromisoformat(certificate.held_on))


def place_words(certificate: Certificate) -> str:
    """Where it was held: the venue, or the city alone where no venue was given."""
    return certificate.venue or certificate.city


def place_detail_words(certificate: Certificate) -> str:
    """The venue's city; nothing more where the city is all there is."""
    return certificate.city if certificate.venue else ""


def signer_words(certificate: Certificate) -> str:
    """Who signs."""
    return signatory_words(certificate) or facilitator_words(certificate)


def role_words(certificate: Certificate) -> str:
    """What stands under who signs: the facilitator, with the name where somebody else signs."""
    facilitator = facilitator_words(certificate)
    named = signatory_words(certificate) and facilitator
    return f"Facilitator: {facilitator}" if named else "Facilitator"


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


_AS_THEY_ARE = (
    *("name", "organisation", "address", "training", "delivery", "number"),
    *("times", "venue", "city"),
)
_SAID: Mapping[str, Callable[[Certificate], str]] = {
    **{fact: attrgetter(fact) for fact in _AS_THEY_ARE},
    "license": license_words,
    "serial": serial_words,
    "date": date_words,
    "place": place_words,
    "place_detail": place_detail_words,
    "hours": hours_words,
    "basis": basis_words,
    "signs": signer_words,
    "signs_as": role_words,
    "scan": scan_words,
    "limits": limits_words,
}

WORDS = frozenset(_SAID)
"""The facts that a design may print, as they stand in braces."""
