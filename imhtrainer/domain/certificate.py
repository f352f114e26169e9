"""The frozen facts a certificate prints, and its serial."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from imhtrainer.domain.award import Provider

Paper = Literal["letter", "a4"]


@dataclass(frozen=True, slots=True)
class Certificate:
    """Everything that is printed, fixed when it was issued; ``held_on`` is an ISO date.

    ``signature`` and ``logo`` name pictures in the data folder by their content, so that printing again
    shows the same picture; ``design`` names the kept template in the same way, ``fonts`` are the fonts' hash.
    ``minutes`` is the instruction that the hours rest on, ``credited`` the hours by the rule (None where there
    was none: minutes divided by 60) and ``basis`` the words beside them. ``provider`` is empty unless the
    session may speak of credit. ``agenda`` are titles and planned minutes. ``seal`` is the text of the QR
    symbol with its signature, ``issuer`` the public key (hexadecimal) it verifies with. ``purged`` is empty
    unless the person's data were taken out of the record: then it is the SHA-256 of the seal (of the serial
    where there was none), by which paper that somebody still holds can be told to be this one.
    """

    serial: str
    attendee: str
    name: str
    training: str
    held_on: str
    minutes: int
    issued: datetime
    license: str = ""
    times: str = ""
    venue: str = ""
    city: str = ""
    objectives: tuple[str, ...] = ()
    facilitator: str = ""
    credentials: str = ""
    organisation: str = ""
    address: str = ""
    signature: str = ""
    logo: str = ""
    paper: Paper = "letter"
    lang: str = "en"
    rehearsal: bool = False
    revision: str = "A"
    profession: str = ""
    number: str = ""
    delivery: str = "in-person"
    clock: int = 0
    credited: float | None = None
    ceu: float = 0.0
    basis: str = ""
    provider: Provider = field(default_factory=Provider)
    signatory: str = ""
    signatory_credentials: str = ""
    template: str = ""
    design: str = ""
    fonts: str = ""
    second_page: bool = False
    agenda: tuple[tuple[str, float], ...] = ()
    competencies: tuple[str, ...] = ()
    seal: str = ""
    issuer: str = ""
    purged: str = ""

    @property
    def hours(self) -> float:
        """Contact hours: by the rule, or minutes of instruction divided by 60, to two decimals."""
        return contact_hours(self.minutes) if self.credited is None else self.credited


Withdrawal = Literal["superseded", "revoked"]


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A certificate that counts no more: superseded by its next revision or revoked, when and why."""

    certificate: Certificate
    how: Withdrawal
    at: datetime
    reason: str


def next_revision(revision: str) -> str:
    """``B`` after ``A``, ``AA`` after ``Z``."""
    head, last = revision[:-1], revision[-1:]
    if last and last < "Z":
        return head + chr(ord(last) + 1)
    return (next_revision(head) if head else "A") + "A"


def contact_hours(minutes: float) -> float:
    """Minutes of instruction as clock hours, to two decimals."""
    return round(minutes / 60, 2)


def make_serial(year: int, number: int) -> str:
    """``IMH-2026-000123-3``: year, running number and a Luhn check digit over both (ISO/IEC 7812-1)."""
    digits = f"{year:04d}{number:06d}"
    return f"IMH-{year:04d}-{number:06d}-{check_digit(digits)}"


def check_digit(digits: str) -> int:
    """The Luhn digit that makes ``digits`` with it sum to a multiple of ten."""
    doubled = [int(d) * (2 if place % 2 == 0 else 1) for place, d in enumerate(reversed(digits))]
    return -sum(n - 9 if n > 9 else n for n in doubled) % 10


def is_serial(text: str) -> bool:
    """Whether a text is a serial whose check digit holds."""
    parts = text.split("-")
    if len(parts) != 4 or parts[0] != "IMH" or not all(p.isdigit() for p in parts[1:]):
        return False
    return str(check_digit(parts[1] + parts[2])) == parts[3]
