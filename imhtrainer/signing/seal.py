"""A certificate's seal: its printed facts with the issuer's signature, as the text of a QR symbol."""

import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from base45 import BASE45_CHARSET, b45decode, b45encode
from cbor2 import dumps

from imhtrainer.domain.certificate import Certificate
from imhtrainer.domain.wording import long_date
from imhtrainer.signing.facts import (
    SealedFacts,
    decode,
    pack_facts,
    sealed_facts,
    unpack_facts,
)
from imhtrainer.signing.keys import KeyRing, fingerprint, key_id, verifies
from imhtrainer.signing.withdrawals import Notice

PREFIX = "IMH1:"
"""How a seal begins; the digit is the format's."""

CONTEXT = b"IMH Trainer certificate\x00"
"""Stands before the facts in what is signed, so that no other signature of the key fits a certificate."""

_LETTERS: str = BASE45_CHARSET
_PAIRS = [first + second for second in _LETTERS for first in _LETTERS]
"""The two letters that stand for a number below 45 x 45."""

Verdict = Literal[
    "valid", "revoked", "superseded", "altered", "cut short", "unknown issuer", "no seal"
]


@dataclass(frozen=True, slots=True)
class Checked:
    """What checking a seal came to: the verdict, a sentence, and the facts to compare with the paper.

    ``facts`` are None where the seal could not be read; only a ``valid`` one proves them.
    """

    verdict: Verdict
    said: str
    facts: SealedFacts | None = None
    issuer: str = ""


def seal_certificate(certificate: Certificate, keys: KeyRing) -> Certificate:
    """The certificate with its seal and the public key it verifies with; the same facts seal alike."""
    key, public = keys.key(), keys.public()
    packed = pack_facts(key_id(public), sealed_facts(certificate))
    signed = dumps([packed, key.sign(CONTEXT + packed)])
    return replace(certificate, seal=PREFIX + letters_of(signed), issuer=public.hex())


def letters_of(data: bytes) -> str:
    """Bytes in base45 (RFC 9285), as the library gives them, in half its time: a roster waits for its seals."""
    count, odd = divmod(len(data), 2)
    numbers = struct.unpack_from(f">{count}H", data)
    said = [_PAIRS[number % len(_PAIRS)] + _LETTERS[number // len(_PAIRS)] for number in numbers]
    last: bytes = b45encode(data[-odd:] if odd else b"")
    return "".join(said) + last.decode("ascii")


def check_seal(
    text: str, issuers: Iterable[bytes], withdrawn: Mapping[str, Notice] | None = None
) -> Checked:
    """What a seal is worth, given the public keys of known issuers and what was withdrawn, by serial."""
    plain = text.strip("\r\n\t").replace("\r", "").replace("\n", "")
    if not plain.lstrip().startswith(PREFIX):
        return Checked("no seal", "This is no seal of a certificate. It begins with “IMH1:”.")
    try:
        packed, signature = _opened(plain.lstrip()[len(PREFIX) :])
        key, facts = unpack_facts(packed)
    except EOFError:
        return Checked("cut short", "The end of the seal is missing. Scan or copy all of it.")
    except ValueError:
        return Checked("altered", _ALTERED)
    public = next((known for known in issuers if key_id(known) == key), None)
    if public is None:
        said = "The issuer of this seal is not known here, so it proves nothing yet."
        return Checked("unknown issuer", said, facts, _grouped(key))
    if not verifies(public, signature, CONTEXT + packed):
        return Checked("altered", _ALTERED, None, fingerprint(public))
    return _against(withdrawn or {}, facts, fingerprint(public))


_ALTERED = "This seal was altered: its facts are not what the issuer signed."


def _against(withdrawn: Mapping[str, Notice], facts: SealedFacts, issuer: str) -> Checked:
    notice = withdrawn.get(facts.serial)
    if notice is not None and notice.revoked:
        said = f"Revoked by its issuer on {long_date(notice.on)}. It counts no more."
        return Checked("revoked", said, facts, issuer)
    if notice is not None and _older(facts.revision, notice.revision):
        said = f"Replaced by revision {notice.revision} on {long_date(notice.on)}. Ask for the new one."
        return Checked("superseded", said, facts, issuer)
    said = "The issuer signed these facts. Compare them with the paper."
    return Checked("valid", said, facts, issuer)


def _older(one: str, other: str) -> bool:
    return (len(one), one) < (len(other), other)


def _opened(text: str) -> tuple[bytes, bytes]:
    """The packed facts and the signature."""
    parts = decode(_bytes_of(text))
    if not (isinstance(parts, list) and [type(part) for part in parts] == [bytes, bytes]):
        raise ValueError("no seal")
    return parts[0], parts[1]


def _bytes_of(text: str) -> bytes:
    """What base45 letters stand for; a half group at the end of a text cut short is left out."""
    try:
        return bytes(b45decode(text))
    except ValueError:
        return bytes(b45decode(text[: len(text) // 3 * 3]))


def _grouped(key: bytes) -> str:
    digits = key.hex()
    return " ".join(digits[i : i + 4] for i in range(0, len(digits), 4))
