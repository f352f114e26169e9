"""What issuing works with: whose turn it is, how names print, and the facts being fixed."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import replace
from typing import TYPE_CHECKING

from imhtrainer.domain.certificate import Certificate, make_serial
from imhtrainer.domain.errors import CommandRefused
from imhtrainer.domain.roster import clean_name, find_attendee, name_order
from imhtrainer.domain.session.commands import ChangeAttendee, CorrectCertificate
from imhtrainer.services.certificate_facts import changed_facts
from imhtrainer.services.certificates import CertificateDesk
from imhtrainer.store.designs import DesignStore
from imhtrainer.ui.wrapup.issue.entries import Entry

if TYPE_CHECKING:
    from imhtrainer.documents.certificate import NameReport
    from imhtrainer.layout.page import Page
    from imhtrainer.services.certificate_files import Sign
    from imhtrainer.services.session import TrainingSession
    from imhtrainer.ui.services import Services

_NO_NAME = "A certificate needs a name. Write it, or cancel."


def _organisations_own(services: Services) -> Sign | None:
    signer = services.pdf_certificate.signer(services.settings.now.pdf_certificate)
    return signer.sign if signer is not None else None


class IssueDesk:
    """The certificates of one session, as the windows need them."""

    def __init__(self, session: TrainingSession, services: Services) -> None:
        self._session, self._journal, self._keys = session, services.journal, services.keys
        self.certificates = CertificateDesk(
            session,
            services.journal,
            services.kit,
            services.pictures,
            DesignStore(services.data_folder.designs),
            services.keys,
            services.journal,
            lambda: _organisations_own(services),
        )
        self._reports: dict[tuple[str, str, str], NameReport] = {}
        self._looked: set[tuple[str, str]] = set()

    def ready(self) -> tuple[Certificate, ...]:
        """Who completed, has signed out and holds no certificate, by name; with the numbers to come."""
        present = frozenset(self._session.state.present)
        waiting = [c for c in self.certificates.candidates() if c.attendee not in present]
        ordered = sorted(waiting, key=lambda c: name_order(c.name))
        return self._numbered(ordered)

    def entries(self) -> tuple[Entry, ...]:
        """Everybody ready, by name, and then who has a certificate."""
        ready = tuple(
            Entry(
                c,
                self.report(c),
                looked=(c.attendee, c.name) in self._looked,
                confirmed=self._confirmed(c),
            )
            for c in self.ready()
        )
        issued = sorted(self.certificates.issued(), key=lambda c: name_order(c.name))
        return (*ready, *(Entry(c, self.report(c), issued=True) for c in issued))

    def _confirmed(self, certificate: Certificate) -> bool:
        """Whether the person said on the own phone that this is how the name is printed."""
        return self._session.state.spelling_confirmed(certificate.attendee)

    def withdrawn(self) -> tuple[Entry, ...]:
        """The certificates that count no more, the last one first."""
        gone = reversed(self._session.state.withdrawn)
        return tuple(Entry(w.certificate, self.report(w.certificate), withdrawn=w) for w in gone)

    def changes(self, entry: Entry) -> tuple[str, ...]:
        """What a correction would change besides the name, as the record has it now."""
        certificate = entry.certificate
        return changed_facts(certificate, self.certificates.revised(certificate.serial))

    def correction(self, serial: str, name: str, reason: str) -> CorrectCertificate:
        """What fixes the next revision of a certificate: sealed, so not for the GUI thread.

        Raises ``CommandRefused`` or ``CertificateError``; nothing is changed yet.
        """
        name = clean_name(name)
        if not name:
            raise CommandRefused(_NO_NAME)
        return self.certificates.correction(self.certificates.revised(serial, name), reason)

    def correct(self, correction: CorrectCertificate) -> Future[None]:
        """Fix the next revision of a certificate, and put the roster's name right with it.

        Raises ``CommandRefused`` before anything is changed.
        """
        revised = correction.certificate
        person = find_attendee(self._session.state.roster, revised.attendee)
        promise = self._session.do(correction)
        if person is not None and person.name != revised.name:
            renamed = replace(person, name=revised.name)
            self._session.do(ChangeAttendee(self._session.now(), renamed))
        return promise

    def revoke(self, serial: str, reason: str) -> Future[None]:
        """Let a certificate count no more; raises ``CommandRefused``."""
        return self.certificates.revoke(serial, reason)

    def report(self, certificate: Certificate) -> NameReport:
        """How a name prints on the certificate's design; measured once."""
        key = (certificate.name, certificate.design or certificate.template, certificate.paper)
        if key not in self._reports:
            self._reports[key] = self.certificates.name_report(certificate.name, certificate)
        return self._reports[key]

    def page(self, entry: Entry) -> Page | None:
        """The certificate's page; None for a name that cannot be printed."""
        return self.certificates.page(entry.certificate) if entry.printable else None

    def pages(self, entry: Entry) -> tuple[Page, ...]:
        """The certificate's pages as they go to paper; none for a name that cannot be printed."""
        return self.certificates.pages(entry.certificate) if entry.printable else ()

    def overlays(self, entry: Entry) -> tuple[Page, ...]:
        """What goes on pre-printed paper; none for a name that cannot be printed."""
        return (self.certificates.overlay(entry.certificate),) if entry.printable else ()

    def look_right(self, entry: Entry) -> None:
        """Remember that the facilitator found this name right."""
        self._looked.add((entry.certificate.attendee, entry.certificate.name))

    def rename(self, attendee: str, name: str) -> None:
        """Correct a person's name; raises ``CommandRefused``."""
        person = find_attendee(self._session.state.roster, attendee)
        if person is not None:
            changed = replace(person, name=clean_name(name))
            self._session.do(ChangeAttendee(self._session.now(), changed))

    def _numbered(self, certificates: Sequence[Certificate]) -> tuple[Certificate, ...]:
        """With the numbers they would get; who cannot be printed gets none."""
        if not certificates:
            return ()
        year = int(certificates[0].held_on[:4])
        number = self._journal.next_serial(year, self._keys.numbers_after)
        numbered = []
        for certificate in certificates:
            if self.report(certificate).printable:
                numbered.append(replace(certificate, serial=make_serial(year, number)))
                number += 1
            else:
                numbered.append(certificate)
        return tuple(numbered)
