"""Issuing certificates: whose turn it is, what will be printed, fixing the facts, writing the paper."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from pkgutil import resolve_name
from typing import BinaryIO, Protocol

from imhtrainer.documents.certificate import CertificatePrinter, NameReport, report_name
from imhtrainer.domain.award import Provider
from imhtrainer.domain.certificate import Certificate, make_serial
from imhtrainer.domain.credit import completion, credit
from imhtrainer.domain.errors import CertificateError
from imhtrainer.domain.roster import Attendee
from imhtrainer.domain.session import SessionState
from imhtrainer.domain.session.commands import Command, IssueCertificate
from imhtrainer.domain.wording import clock_range
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.meta import DocumentMeta
from imhtrainer.layout.page import Page
from imhtrainer.store.files import replace_file, safe_name
from imhtrainer.store.pictures import PictureStore

Progress = Callable[[int, int], None]

PENDING_NUMBER = 0
"""The running number of a certificate that was not issued yet."""


_ONE_SITTING = timedelta(hours=12)


class SerialBook(Protocol):
    """Gives running numbers that are never given twice; the journal keeps it."""

    def reserve_serials(self, year: int, count: int) -> range:
        """The next ``count`` numbers of a year."""


class Session(Protocol):
    """What is needed of a training session."""

    @property
    def state(self) -> SessionState:
        """The present snapshot."""

    def now(self) -> datetime:
        """The present moment with its time zone."""

    def do(self, command: Command) -> Future[None]:
        """Do a command; done when it is on disk."""


class CertificateDesk:
    """Prepares, issues and prints the certificates of one session."""

    def __init__(
        self, session: Session, serials: SerialBook, kit: Kit, pictures: PictureStore
    ) -> None:
        self._session = session
        self._serials = serials
        self._kit = kit
        self._printer = CertificatePrinter(kit, pictures.path)

    def candidates(self) -> tuple[Certificate, ...]:
        """What would be printed for everybody who completed and has no certificate yet."""
        state, now = self._session.state, self._session.now()
        return tuple(
            prospective(state, person, now)
            for person in state.roster
            if completion(state, person.id, now).completed and _may_be_issued(state, person.id)
        )

    def issued(self) -> tuple[Certificate, ...]:
        """The certificates of this session, in the order of their serials."""
        return self._session.state.certificates

    def name_report(self, name: str) -> NameReport:
        """How a name will print."""
        return report_name(self._kit.fonts, name)

    def page(self, certificate: Certificate) -> Page:
        """The certificate's page, the same for the screen and for paper."""
        return self._printer.page(certificate)

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
            self._printer.page(certificate)
        now = self._session.now()
        serials = self._new_serials([int(c.held_on[:4]) for c in candidates])
        return tuple(
            replace(certificate, serial=serial, issued=now)
            for certificate, serial in zip(candidates, serials, strict=True)
        )

    def fix(self, numbered: Certificate) -> "Future[None]":
        """Fix the facts of a numbered certificate for good; done when they are on disk."""
        return self._session.do(IssueCertificate(numbered.issued, numbered))

    def write_one_pdf(
        self, certificates: Sequence[Certificate], out: Path, progress: Progress | None = None
    ) -> None:
        """All certificates as pages of one PDF; the old file stays whole until the new one is."""
        if not certificates:
            raise CertificateError("There is no certificate to print yet. Issue one first.")
        write_certificates(self._printer, certificates, out, progress)

    def write_each(
        self, certificates: Sequence[Certificate], folder: Path, progress: Progress | None = None
    ) -> tuple[Path, ...]:
        """One PDF each, named after the person and the serial."""
        written = []
        for done, certificate in enumerate(certificates):
            if progress:
                progress(done, len(certificates))
            out = folder / f"{safe_name(certificate.name)} {certificate.serial}.pdf"
            write_certificates(self._printer, (certificate,), out)
            written.append(out)
        return tuple(written)

    def _new_serials(self, years: Sequence[int]) -> tuple[str, ...]:
        """A serial for each year; all are taken before the first certificate is fixed, or none is."""
        books = {
            year: iter(self._serials.reserve_serials(year, count))
            for year, count in Counter(years).items()
        }
        return tuple(make_serial(year, next(books[year])) for year in years)


def prospective(state: SessionState, person: Attendee, now: datetime) -> Certificate:
    """The facts that a certificate would fix now; the serial is still open."""
    details = state.details
    started = state.started or details.starts or now
    local = started.astimezone(details.starts.tzinfo if details.starts else now.tzinfo)
    earned, award = credit(state, person.id, now), details.award
    held_on = local.date().isoformat()
    speaks = not award.provider.objection(held_on) and not state.rehearsal
    return Certificate(
        serial=make_serial(local.year, PENDING_NUMBER),
        attendee=person.id,
        name=person.name,
        license=person.license,
        profession=person.role if person.license else "",
        training=state.plan.full_title,
        number=award.number,
        delivery=award.delivery,
        held_on=held_on,
        times=_times(local, (state.ended or now).astimezone(local.tzinfo)),
        minutes=earned.minutes,
        clock=earned.clock,
        credited=earned.hours,
        ceu=earned.ceu if speaks else 0.0,
        basis=earned.basis,
        issued=now,
        venue=details.venue,
        city=details.city,
        objectives=state.plan.objectives,
        facilitator=details.facilitator,
        credentials=details.credentials,
        organisation=details.organisation,
        address=details.address,
        provider=award.provider if speaks else Provider(),
        signatory=award.signatory,
        signatory_credentials=award.signatory_credentials,
        signature=details.signature,
        logo=details.logo,
        paper=details.paper,
        lang=state.plan.lang,
        rehearsal=state.rehearsal,
        template=award.template,
        second_page=award.second_page,
        agenda=tuple((part.title, part.minutes) for part in state.plan.sections),
        competencies=award.competencies,
    )


def _may_be_issued(state: SessionState, attendee: str) -> bool:
    """Whether a certificate may be issued: none is held, and none was revoked since the last decision.

    After a revocation only the facilitator's word brings another one, never pressing Issue for all.
    """
    if state.certificate(attendee) is not None:
        return False
    revoked, decided = state.revoked_at(attendee), state.override(attendee)
    return revoked is None or (decided is not None and decided.at > revoked)


def _times(started: datetime, ended: datetime) -> str:
    """The hours of the clock; none for a training that went on another day, where they would mislead."""
    return clock_range(started, ended) if ended - started < _ONE_SITTING else ""


def write_certificates(
    printer: CertificatePrinter,
    certificates: Sequence[Certificate],
    out: Path,
    progress: Progress | None = None,
) -> None:
    """Write certificates to one PDF; a failure leaves the old file as it was."""
    write_pdf = resolve_name("imhtrainer.render.pdf:write_pdf")
    first = certificates[0]
    meta = DocumentMeta(
        title=first.name if len(certificates) == 1 else f"Certificates: {first.training}",
        author=first.organisation or first.facilitator,
        subject=f"Certificate of completion: {first.training}",
        lang=first.lang,
        keywords=tuple(c.serial for c in certificates),
    )
    pages = (printer.page(certificate) for certificate in certificates)

    def write(stream: BinaryIO) -> None:
        write_pdf(_counted(pages, len(certificates), progress), stream, meta)

    replace_file(out, write)


def _counted(pages: Iterable[Page], total: int, progress: Progress | None) -> Iterator[Page]:
    for done, page in enumerate(pages):
        if progress:
            progress(done, total)
        yield page
