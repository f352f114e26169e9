"""The page that anybody opens without internet to check a certificate, and the list of those withdrawn."""

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Protocol

from imhtrainer.domain.errors import SigningError
from imhtrainer.domain.events import CertificateCorrected, CertificateRevoked, Event
from imhtrainer.resources import resource_path
from imhtrainer.signing.keys import KeyRing
from imhtrainer.signing.withdrawals import Notice, read_list, write_list
from imhtrainer.store.faults import store_error
from imhtrainer.store.files import replace_file

PAGE = "Check a certificate.html"
"""The page's name beside the certificates."""

LIST = "Withdrawn certificates.json"
"""The list's name beside the certificates."""

_PARTS = {"nacl": "nacl.js", "jsqr": "jsqr.js", "check": "check.js", "page": "page.js"}


def withdrawal_notices(events: Iterable[Event]) -> dict[str, Notice]:
    """What became of each serial, from everything that happened, in order."""
    notices: dict[str, Notice] = {}
    for event in events:
        match event:
            case CertificateCorrected(certificate=fresh):
                notices[fresh.serial] = Notice(fresh.revision, False, event.at.date())
            case CertificateRevoked(serial=serial):
                before = notices.get(serial)
                revision = before.revision if before else "A"
                notices[serial] = Notice(revision, True, event.at.date())
    return notices


class EventSource(Protocol):
    """Where events of all sessions are read from."""

    def happened(self, kinds: Iterable[str]) -> tuple[Event, ...]:
        """All events of these kinds, in order."""


def all_notices(source: EventSource) -> dict[str, Notice]:
    """What became of each serial in every session."""
    return withdrawal_notices(source.happened(("CertificateCorrected", "CertificateRevoked")))


def read_notices(
    source: EventSource, listed: Path | None, issuers: Iterable[bytes]
) -> dict[str, Notice]:
    """Our own notices, and those of an issuer's signed list; raises ``SigningError`` for a bad list."""
    own = all_notices(source)
    if listed is None:
        return own
    try:
        content = listed.read_bytes()
    except OSError as error:
        raise store_error("read", listed, error) from error
    return {**read_list(content, issuers).notices, **own}


def check_page(issuers: Iterable[bytes], organisation: str, withdrawn: bytes) -> bytes:
    """The page, whole in one file: it knows these issuers and carries the signed list."""
    folder = resource_path("check-page")
    data = {
        "issuers": [public.hex() for public in issuers],
        "organisation": organisation,
        "withdrawn": withdrawn.decode(),
    }
    page = (folder / "page.html").read_text("utf-8")
    for name, file in _PARTS.items():
        page = page.replace(f"{{{name}}}", (folder / file).read_text("utf-8"), 1)
    # Nothing in the data may end the element it stands in.
    return page.replace("{data}", json.dumps(data).replace("<", "\\u003c"), 1).encode()


def write_check_files(
    folder: Path,
    keys: KeyRing,
    others: Iterable[bytes],
    organisation: str,
    notices: Mapping[str, Notice],
    now: datetime,
) -> tuple[Path, Path]:
    """Write the page and the list beside certificates; ``others`` are issuers known beside our own keys.

    With the key lost or damaged the page is written without a list, and an older list is left as it is.
    """
    withdrawn = b""
    with suppress(SigningError):
        withdrawn = write_list(notices, now, keys)
    content = check_page(dict.fromkeys((*keys.known(), *others)), organisation, withdrawn)
    page, listed = folder / PAGE, folder / LIST
    replace_file(page, lambda out: _write(out, content))
    if withdrawn:
        replace_file(listed, lambda out: _write(out, withdrawn))
    return page, listed


def _write(out: BinaryIO, content: bytes) -> None:
    out.write(content)
