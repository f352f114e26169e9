"""The signed list of certificates that count no more, to be handed out beside the check page."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from imhtrainer.domain.errors import SigningError
from imhtrainer.signing.keys import KeyRing, verifies

CONTEXT = b"IMH Trainer withdrawals\x00"
"""Stands before the list in what is signed."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What became of a serial: its newest revision, whether it was revoked, and since which day.

    Reasons stay in the issuer's own records: they are nobody else's business.
    """

    revision: str
    revoked: bool
    on: date


@dataclass(frozen=True, slots=True)
class WithdrawalList:
    """A list that verified: when it was made, and what it holds by serial."""

    made: datetime
    notices: Mapping[str, Notice]


def write_list(notices: Mapping[str, Notice], made: datetime, keys: KeyRing) -> bytes:
    """The list as a file (JSON): the list's own text, who signed it, and the signature over that text."""
    entries = [
        [serial, notice.revision, notice.revoked, notice.on.isoformat()]
        for serial, notice in sorted(notices.items())
    ]
    text = json.dumps({"made": made.isoformat(timespec="seconds"), "withdrawn": entries})
    signature = keys.key().sign(CONTEXT + text.encode())
    whole = {"list": text, "issuer": keys.public().hex(), "signature": signature.hex()}
    return json.dumps(whole, indent=1).encode()


def read_list(content: bytes, issuers: Iterable[bytes]) -> WithdrawalList:
    """A list that a known issuer signed; raises ``SigningError`` for any other."""
    try:
        whole = json.loads(content)
        text = str(whole["list"])
        issuer, signature = bytes.fromhex(whole["issuer"]), bytes.fromhex(whole["signature"])
        said: dict[str, Any] = json.loads(text)
        notices = {
            str(serial): Notice(str(revision), bool(revoked), date.fromisoformat(day))
            for serial, revision, revoked, day in said["withdrawn"]
        }
        made = datetime.fromisoformat(said["made"])
    except (ValueError, KeyError, TypeError) as error:
        raise SigningError(
            "The list of withdrawn certificates is damaged. Ask the issuer for it again."
        ) from error
    if issuer not in tuple(issuers):
        raise SigningError("The list of withdrawn certificates is of an issuer not known here.")
    if not verifies(issuer, signature, CONTEXT + text.encode()):
        raise SigningError(
            "The list of withdrawn certificates was altered. Ask the issuer for it again."
        )
    return WithdrawalList(made, notices)
