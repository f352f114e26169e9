"""Issuing certificates: whose turn it is, what will be printed, fixing the facts, writing the paper."""

from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from pkgutil import resolve_name
from typing import Protocol

from imhtrainer.documents.certificate import CertificatePrinter, NameReport
from imhtrainer.domain.certificate import Certificate, make_serial, next_revision
from imhtrainer.domain.credit import completion
from imhtrainer.domain.errors import CertificateError
from imhtrainer.domain.roster import by_name, find_attendee
from imhtrainer.domain.session import SessionState
from imhtrainer.domain.session.commands import (
    Command,
    CorrectCertificate,
    IssueCertificate,
    RevokeCertificate,
)
from imhtrainer.domain.wording import counted
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.page import Page
from imhtrainer.services.certificate_facts import may_be_issued, prospective
from imhtrainer.services.certificate_files import (
    Progress,
    Sign,
    write_badges,
    write_certificates,
    write_signed,
)
from imhtrainer.services.check_page import EventSource, all_notices, write_check_files
from imhtrainer.signing.keys import KeyRing
from imhtrainer.signing.seal import seal_certificate
from imhtrainer.store.designs import DesignStore
from imhtrainer.store.pictures import PictureStore


class SerialBook(Protocol):
    """Gives running numbers that are never given twice; the journal keeps it."""

    def reserve_serials(self, year: int, count: int, after: int = 0) -> range:
        """The next ``count`` numbers of a year, all above ``after``."""


class Session(Protocol):
    """What is needed of a training session."""

    @property
    def state(self) -> SessionState:
        """The present snapshot."""

    def now(self) -> datetime:
        """The present moment with its time zone."""

    def do(self, command: Command) -> Future[None]:
        """Do a command; done when it is on disk."""


def _none() -> Sign | None:
    return None


class CertificateDesk:
    """Prepares, issues and prints the certificates of one session.

    ``events`` tell what was withdrawn in any session. Without ``keys`` nothing is sealed or signed, as in a
    rehearsal: made-up facts are never signed. ``organisations_own`` signs PDF files where there is one; it raises
    ``SigningError`` while it waits for its passphrase.
    """

    def __init__(
        self,
        session: Session,
        serials: SerialBook,
        kit: Kit,
        pictures: PictureStore,
        designs: DesignStore,
        keys: KeyRing | None = None,
        events: EventSource | None = None,
        organisations_own: Callable[[], Sign | None] = _none,
    ) -> None:
        self._session = session
        self._serials = serials
        self._kit, self._designs = kit, designs
        self._fonts = ""
        self._keys, self._events = keys, events
        self._printer = CertificatePrinter(kit, pictures.path, designs.path)
        self._own = organisations_own
        self._signers: dict[tuple[str, str], Sign] = {}

    def candidates(self) -> tuple[Certificate, ...]:
        """What would be printed for everybody who completed and has no certificate yet, by name."""
        state, now = self._session.state, self._session.now()
        if state.elsewhere:
            return ()  # its hours are known from what was issued, not from a clock
        return tuple(
            prospective(state, person, now)
            for person in by_name(state.roster)
            if completion(state, person.id, now).completed and may_be_issued(state, person.id)
        )

    def issued(self) -> tuple[Certificate, ...]:
        """The certificates of this session that can be printed, in the order of their serials."""
        return tuple(c for c in self._session.state.certificates if not c.purged)

    def name_report(self, name: str, certificate: Certificate) -> NameReport:
        """How a name will print on a certificate's design and paper."""
        return self._printer.report(name, certificate)

    def pages(self, certificate: Certificate) -> tuple[Page, ...]:
        """The certificate's pages, the second one where there is one."""
        return self._printer.pages(certificate)

    def fonts_note(self, certificates: Sequence[Certificate]) -> str:
        """Says that some were issued with other fonts than the program has now; empty where none was.

        Reads all fonts the first time: not for the GUI thread.
        """
        now = self._fingerprint() if any(c.fonts for c in certificates) else ""
        others = sum(bool(c.fonts) and c.fonts != now for c in certificates)
        if not others:
            return ""
        verb = "was" if others == 1 else "were"
        return (
            f"{counted(others, 'certificate')} {verb} issued with other fonts than this program has "
            "now: facts and design are the same, letters may look a little different."
        )

    def page(self, certificate: Certificate) -> Page:
        """The certificate's page, the same for the screen and for paper."""
        return self._printer.page(certificate)

    def overlay(self, certificate: Certificate) -> Page:
        """What goes on pre-printed paper: the facts alone."""
        return self._printer.overlay(certificate)

    def issue(self, candidates: Sequence[Certificate]) -> tuple[Certificate, ...]:
        """Fix the facts of certificates for good, on disk before this returns.

        Raises ``CertificateError`` before anything is fixed if one of them cannot be printed.
        """
        numbered = self.number(candidates)
        for written in [self.fix(certificate) for certificate in numbered]:
            written.result()
        return numbered

    def number(self, candidates: Sequence[Certificate]) -> tuple[Certificate, ...]:
        """The certificates with their serials, all of which are taken on disk before this returns.

        Raises ``CertificateError`` before any is taken if one of them cannot be printed.
        """
        for certificate in candidates:
            self._printer.pages(certificate)
        if self._keys is not None and any(not c.rehearsal for c in candidates):
            self._keys.key()  # a lost key is told before a serial is taken
        now = self._session.now()
        serials = self._new_serials([int(c.held_on[:4]) for c in candidates])
        return tuple(
            self._sealed(replace(self._frozen(certificate), serial=serial, issued=now))
            for certificate, serial in zip(candidates, serials, strict=True)
        )

    def fix(self, numbered: Certificate) -> "Future[None]":
        """Fix the facts of a numbered certificate for good; done when they are on disk."""
        return self._session.do(IssueCertificate(numbered.issued, numbered))

    def revised(self, serial: str, name: str = "") -> Certificate:
        """What the next revision of a certificate would fix: the facts as the record has them now.

        ``name`` stands in for the roster's. Raises ``CertificateError`` for one that does not count any more,
        and where the record says by now that the person did not complete.
        """
        before = next((c for c in self.issued() if c.serial == serial), None)
        person = find_attendee(self._session.state.roster, before.attendee) if before else None
        if before is None or person is None:
            raise CertificateError(f"{serial} is no certificate that counts in this session.")
        if self._session.state.elsewhere:
            licensed = person.role if person.license else ""
            fresh = replace(before, license=person.license, profession=licensed)
        elif not completion(self._session.state, person.id, self._session.now()).completed:
            raise CertificateError(
                f"By the record {person.name} did not complete the training. Revoke this certificate, or "
                "override the completion first."
            )
        else:
            fresh = prospective(self._session.state, person, self._session.now())
        revision = next_revision(before.revision)
        return replace(fresh, serial=serial, revision=revision, name=name or person.name)

    def correction(self, revised: Certificate, reason: str) -> CorrectCertificate:
        """What fixes a new revision, sealed; raises ``CertificateError`` if it cannot be printed."""
        self._printer.pages(revised)
        now, frozen = self._session.now(), self._frozen(revised)
        return CorrectCertificate(now, self._sealed(replace(frozen, issued=now)), reason)

    def correct(self, revised: Certificate, reason: str) -> "Future[None]":
        """Fix a new revision for good; it supersedes the one before. Done when it is on disk.

        Raises ``CertificateError`` if it cannot be printed and ``CommandRefused`` where nothing would change.
        """
        return self._session.do(self.correction(revised, reason))

    def revoke(self, serial: str, reason: str) -> "Future[None]":
        """Let a certificate count no more; done when it is on disk."""
        return self._session.do(RevokeCertificate(self._session.now(), serial, reason))

    def write_check(self, folder: Path) -> None:
        """Write the page that checks certificates and the list of withdrawn ones beside the certificates."""
        sealed = [c for c in self.issued() if c.seal]
        gone = [w.certificate for w in self._session.state.withdrawn if w.certificate.seal]
        if self._keys is None or self._events is None or not (sealed or gone):
            return
        issuers = [bytes.fromhex(c.issuer) for c in (*sealed, *gone)]
        organisation = (sealed or gone)[0].organisation
        notices = all_notices(self._events)
        write_check_files(folder, self._keys, issuers, organisation, notices, self._session.now())

    def write_one_pdf(
        self, certificates: Sequence[Certificate], out: Path, progress: Progress | None = None
    ) -> None:
        """All certificates as pages of one PDF, signed as a whole; the old stays whole until the new one is."""
        if not certificates:
            raise CertificateError("There is no certificate to print yet. Issue one first.")
        sealed = next((c for c in certificates if c.seal), certificates[0])
        write_certificates(self._printer, certificates, out, progress, self._sign(sealed))
        self.write_check(out.parent)

    def write_each(
        self, certificates: Sequence[Certificate], folder: Path, progress: Progress | None = None
    ) -> tuple[Path, ...]:
        """One PDF each, named after the person and the serial."""
        written = write_signed(self._printer, certificates, folder, progress, self._sign)
        self.write_check(folder)
        return written

    def write_badges(
        self, certificates: Sequence[Certificate], folder: Path, progress: Progress | None = None
    ) -> int:
        """An Open Badges credential for each sealed certificate; how many there were.

        Raises ``CertificateError`` where there is none that could be signed.
        """
        sealed = [certificate for certificate in certificates if certificate.seal]
        if self._keys is None or not sealed:
            raise CertificateError(
                "There is no certificate to make a badge of yet. Issue one first."
            )
        write_badges(folder, sealed, self._keys, progress)
        return len(sealed)

    def _frozen(self, certificate: Certificate) -> Certificate:
        """With the design kept under its content, and the fonts' hash: upgrades never rewrite what was issued."""
        design = self._designs.keep(self._printer.templates.content(certificate.template))
        return replace(certificate, design=design, fonts=self._fingerprint())

    def _fingerprint(self) -> str:
        if not self._fonts:
            self._fonts = self._kit.fonts.fingerprint()
        return self._fonts

    def _sealed(self, certificate: Certificate) -> Certificate:
        if self._keys is None or certificate.rehearsal:
            return certificate
        return seal_certificate(certificate, self._keys)

    def _sign(self, certificate: Certificate) -> Sign | None:
        """What signs this certificate's file; one that was issued without a seal gets no signature."""
        if self._keys is None or not certificate.seal:
            return None
        if (own := self._own()) is not None:
            return own
        who = (certificate.issuer, certificate.organisation)
        if who not in self._signers:
            make = resolve_name("imhtrainer.signing.pades:own_signer")
            key, issuer = self._keys.file_key(), bytes.fromhex(certificate.issuer)
            self._signers[who] = make(key, issuer, certificate.organisation).sign
        return self._signers[who]

    def _new_serials(self, years: Sequence[int]) -> tuple[str, ...]:
        """A serial for each year; all are taken before the first certificate is fixed, or none is."""
        after = self._keys.numbers_after if self._keys else 0
        books = {
            year: iter(self._serials.reserve_serials(year, count, after))
            for year, count in Counter(years).items()
        }
        return tuple(make_serial(year, next(books[year])) for year in years)
