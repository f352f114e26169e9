"""The printed facts as a seal carries them: a short list in CBOR (RFC 8949), base45 (RFC 9285) and back.

The order of the list is the format: the check page reads the same list. A new fact goes to its end and
raises ``FORMAT``.
"""

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from cbor2 import CBORDecodeEOF, CBORDecodeError, dumps, loads

from imhtrainer.domain.certificate import Certificate, make_serial
from imhtrainer.domain.errors import SigningError
from imhtrainer.domain.wording import counted, long_date

FORMAT = 1
"""The version of the list."""

_SERIAL_PARTS = 4


@dataclass(frozen=True, slots=True)
class SealedFacts:
    """What a seal says, in the order of the list after the format's version and the key's id.

    ``hours`` are hundredths of an hour and ``ceu`` tenths of a CEU, so that no machine rounds them;
    ``held_on`` is the day as a number such as 20261121, ``delivery`` empty for a training held in person.
    """

    year: int
    number: int
    revision: str
    name: str
    license: str
    training: str
    training_number: str
    held_on: int
    times: str
    place: str
    delivery: str
    minutes: int
    hours: int
    ceu: int
    facilitator: str
    signatory: str
    organisation: str
    provider: str
    rehearsal: bool

    @property
    def serial(self) -> str:
        """The serial with its check digit."""
        return make_serial(self.year, self.number)

    @property
    def numbered(self) -> str:
        """The serial, from the second on with its revision."""
        return self.serial + (f", revision {self.revision}" if self.revision > "A" else "")

    @property
    def date(self) -> str:
        """The day in words; its digits where somebody sealed a day that no calendar has."""
        day = str(self.held_on)
        try:
            return long_date(datetime.strptime(day, "%Y%m%d").date())
        except ValueError:
            return day

    @property
    def length(self) -> str:
        """``1.25 hours``."""
        return f"{self.hours / 100:g}" + (" hour" if self.hours == 100 else " hours")

    def words(self) -> tuple[tuple[str, str], ...]:
        """The facts as they are to be compared with the paper: what it is, and what it says."""
        said = (
            ("Serial", self.numbered),
            ("Name", self.name),
            ("License", self.license),
            ("Training", self.training),
            ("Training number", self.training_number),
            ("Date", self.date),
            ("Time", self.times),
            ("Place", self.place),
            ("Delivery", self.delivery or "in-person"),
            ("Hours", f"{self.length} ({counted(self.minutes, 'minute')} of instruction)"),
            ("CEU", f"{self.ceu / 10:.1f}" if self.ceu else ""),
            ("Facilitator", self.facilitator),
            ("Signatory", self.signatory),
            ("Organization", self.organisation),
            ("Provider", self.provider),
            ("Rehearsal", "Made up in a rehearsal; no certificate" if self.rehearsal else ""),
        )
        return tuple((label, value) for label, value in said if value)


_ORDER = tuple(part.name for part in fields(SealedFacts))


def sealed_facts(certificate: Certificate) -> SealedFacts:
    """The facts of a certificate as they are sealed; raises ``SigningError`` for an odd serial."""
    parts = certificate.serial.split("-")
    if len(parts) != _SERIAL_PARTS or not (parts[1].isdigit() and parts[2].isdigit()):
        raise SigningError(f"{certificate.serial} is no serial that could be sealed.")
    return SealedFacts(
        year=int(parts[1]),
        number=int(parts[2]),
        revision=certificate.revision,
        name=certificate.name,
        license=_joined(certificate.profession, certificate.license),
        training=certificate.training,
        training_number=certificate.number,
        held_on=int(certificate.held_on.replace("-", "")),
        times=certificate.times,
        place=_joined(certificate.venue, certificate.city),
        delivery="" if certificate.delivery == "in-person" else certificate.delivery,
        minutes=certificate.minutes,
        hours=round(certificate.hours * 100),
        ceu=round(certificate.ceu * 10),
        facilitator=_joined(certificate.facilitator, certificate.credentials),
        signatory=_joined(certificate.signatory, certificate.signatory_credentials),
        organisation=certificate.organisation,
        provider=_joined(certificate.provider.name, certificate.provider.number),
        rehearsal=certificate.rehearsal,
    )


def pack_facts(key_id: bytes, facts: SealedFacts) -> bytes:
    """The list in CBOR."""
    return dumps([FORMAT, key_id, *(getattr(facts, name) for name in _ORDER)])


def unpack_facts(packed: bytes) -> tuple[bytes, SealedFacts]:
    """The key's id and the facts of a list; raises ``ValueError`` for what is none."""
    values = decode(packed)
    kinds = [part.type for part in fields(SealedFacts)]
    if not isinstance(values, list) or len(values) != len(kinds) + 2 or values[0] != FORMAT:
        raise ValueError("not a list of facts")
    key_id, rest = values[1], values[2:]
    right = all(type(v) is kind for v, kind in zip(rest, kinds, strict=True))
    if not (isinstance(key_id, bytes) and right):
        raise ValueError("not a list of facts")
    return key_id, SealedFacts(*rest)


def decode(packed: bytes) -> Any:
    """A CBOR value; raises ``EOFError`` for one cut short and ``ValueError`` for none."""
    try:
        return loads(packed)
    except CBORDecodeEOF as error:
        raise EOFError("cut short") from error
    except (CBORDecodeError, UnicodeDecodeError, OverflowError, TypeError) as error:
        raise ValueError(str(error)) from error


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
