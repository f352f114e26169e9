"""An audit report's seal: which record it is about, its last hash, and who signs the file.

The file's signature says that no byte of the report was changed; the seal says that the issuer's Ed25519 key
stands behind that signature, so that nobody else can make such a report anew.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable
from dataclasses import dataclass

from cbor2 import dumps

from imhtrainer.domain.errors import SigningError
from imhtrainer.signing.facts import decode
from imhtrainer.signing.keys import KeyRing, fingerprint, key_id, verifies

PREFIX = "IMHA1:"
"""How a report's seal begins; the digit is the format's."""

CONTEXT = b"IMH Trainer audit report\x00"
"""Stands before the facts in what is signed, so that no other signature of the key fits a report."""


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """What is sealed: session, moment (ISO), number of entries, the last hash and the file's signer (SHA-256)."""

    session: str
    made: str
    entries: int
    head: bytes
    signer: bytes


def seal_report(facts: ReportFacts, keys: KeyRing) -> str:
    """The seal's text; raises ``SigningError`` as the key does."""
    key = keys.key()
    listed = [facts.session, facts.made, facts.entries, facts.head, facts.signer]
    packed = dumps([key_id(keys.public()), *listed])
    signed = dumps([packed, key.sign(CONTEXT + packed)])
    return PREFIX + urlsafe_b64encode(signed).decode("ascii")


def open_report(text: str, issuers: Iterable[bytes]) -> tuple[ReportFacts, str]:
    """A seal's facts and the fingerprint of the known issuer who made it; raises ``SigningError``."""
    try:
        packed, signature = _pair(decode(urlsafe_b64decode(text.removeprefix(PREFIX))))
        key, facts = _facts(decode(packed))
    except (ValueError, EOFError, TypeError) as error:
        raise SigningError("The report’s seal cannot be read: it was altered.") from error
    public = next((known for known in issuers if key_id(known) == key), None)
    if public is None:
        raise SigningError("The report was sealed by an issuer that is not known here.")
    if not verifies(public, signature, CONTEXT + packed):
        raise SigningError("The report’s seal was altered: the issuer did not sign this.")
    return facts, fingerprint(public)


def _pair(parts: object) -> tuple[bytes, bytes]:
    if not (isinstance(parts, list) and [type(part) for part in parts] == [bytes, bytes]):
        raise ValueError("no seal")
    return parts[0], parts[1]


def _facts(parts: object) -> tuple[bytes, ReportFacts]:
    kinds = [bytes, str, str, int, bytes, bytes]
    if not (isinstance(parts, list) and [type(part) for part in parts] == kinds):
        raise ValueError("no facts")
    return parts[0], ReportFacts(*parts[1:])
