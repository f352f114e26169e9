"""The audit report as a file that shows any change: signed as certificates are, and sealed by the issuer."""

from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from pkgutil import resolve_name
from typing import TYPE_CHECKING

from imhtrainer.domain.errors import SigningError
from imhtrainer.domain.wording import long_date
from imhtrainer.services.audit import Audit
from imhtrainer.signing.keys import KeyRing
from imhtrainer.signing.report import PREFIX, ReportFacts, open_report, seal_report
from imhtrainer.store.chain import ChainLink

if TYPE_CHECKING:  # the library takes a quarter of a second
    from imhtrainer.signing.pades import PdfSigner


def _none() -> "PdfSigner | None":
    return None


class ReportSigner:
    """Signs reports with the organization's own certificate where it has one, else with the program's."""

    def __init__(
        self, keys: KeyRing, organisations_own: Callable[[], "PdfSigner | None"] = _none
    ) -> None:
        self._keys = keys
        self._own = organisations_own

    @property
    def issuer(self) -> str:
        """The fingerprint that the report names; raises SigningError for a lost key."""
        return self._keys.mark()

    def ready(self, organisation: str) -> "PdfSigner":
        """What signs the file; raises SigningError while it waits for its passphrase."""
        if (own := self._own()) is not None:
            return own
        make = resolve_name("imhtrainer.signing.pades:own_signer")
        signer: PdfSigner = make(self._keys.file_key(), self._keys.public(), organisation)
        return signer

    def seal(self, audit: Audit, made: datetime, signer: "PdfSigner") -> str:
        """The issuer's word for what the report says of the record, and for who signs the file."""
        head, certificate = bytes.fromhex(audit.head), sha256(signer.certificate).digest()
        facts = ReportFacts(audit.session, made.isoformat(), len(audit.entries), head, certificate)
        return seal_report(facts, self._keys)


def check_report(
    path: Path, issuers: tuple[bytes, ...], session: str, links: tuple[ChainLink, ...]
) -> tuple[tuple[str, ...], bool]:
    """What a report's file is worth, in sentences, and whether it is sound and the record still holds its hash.

    Raises SigningError for a file that is no report of this program, or whose seal is not what was signed.
    """
    keywords = resolve_name("imhtrainer.render.pdf.reading:read_keywords")(path)
    seal = next((word for word in keywords if word.startswith(PREFIX)), "")
    if not seal:
        raise SigningError(f"{path.name} is no audit report with a seal.")
    facts, issuer = open_report(seal, issuers)
    check = resolve_name("imhtrainer.signing.pades_check:check_signature")
    certificate = resolve_name("imhtrainer.signing.pades_check:signing_certificate")(path)
    said, sound = check(path)
    if not said or sha256(certificate).digest() != facts.signer:
        said, sound = "The file is not signed by whom its seal names.", False
    holds = facts.session == session and any(
        link.number == facts.entries and link.hash == facts.head for link in links
    )
    record = (
        f"The record still holds the report’s last hash at entry {facts.entries}."
        if holds
        else "The record does not hold the report’s last hash: it is another session or was changed since."
    )
    return (f"Report of {_moment(facts.made)}, sealed by issuer {issuer}.", said, record), (
        sound and holds
    )


def _moment(text: str) -> str:
    try:
        made = datetime.fromisoformat(text)
    except ValueError:
        return text
    return f"{long_date(made.date())}, {made:%H:%M}"
