"""Certificates of any session put right or revoked by their serial, without a window."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from imhtrainer.domain.certificate import Certificate
from imhtrainer.domain.errors import CertificateError, StoreError
from imhtrainer.domain.events import CertificateIssued
from imhtrainer.layout.kit import Kit
from imhtrainer.services.certificates import CertificateDesk
from imhtrainer.services.session import TrainingSession
from imhtrainer.services.sessions import SessionLibrary
from imhtrainer.signing.keys import KeyRing
from imhtrainer.store.designs import DesignStore
from imhtrainer.store.folder import DataFolder
from imhtrainer.store.journal import Journal
from imhtrainer.store.pictures import PictureStore


class CorrectionDesk:
    """Corrects and revokes; the caller holds the data folder's lock, so that no app has the session open."""

    def __init__(self, folder: DataFolder, journal: Journal, kit: Kit) -> None:
        self._folder, self._journal, self._kit = folder, journal, kit
        self._library = SessionLibrary(journal, lambda: datetime.now().astimezone())

    def correct(
        self, serial: str, name: str, hours: float | None, reason: str, out: Path
    ) -> Certificate:
        """Issue the next revision with another name or other hours, and write it to a PDF.

        Other hours are for a training that was held without the program: those of a session come from its
        record. Raises ``CertificateError`` and ``CommandRefused`` before anything is fixed.
        """
        desk, elsewhere = self._desk(serial)
        revised = desk.revised(serial, name)
        if hours is not None:
            if not elsewhere:
                raise CertificateError(
                    "The hours of this session come from who was there and when. Correct them in the app, "
                    "under Wrap up."
                )
            revised = replace(revised, minutes=round(hours * 60))
        desk.correct(revised, reason).result()
        fixed = next(c for c in desk.issued() if c.serial == serial)
        desk.write_one_pdf((fixed,), out)
        return fixed

    def revoke(self, serial: str, reason: str) -> None:
        """Let a certificate count no more; on disk when this returns."""
        desk, _ = self._desk(serial)
        desk.revoke(serial, reason).result()

    def write_check(self, serial: str, folder: Path) -> None:
        """Bring the check page and the signed list of withdrawn certificates in a folder up to date."""
        self._desk(serial)[0].write_check(folder)

    def _desk(self, serial: str) -> tuple[CertificateDesk, bool]:
        """The desk of the session that issued a serial, and whether that was held without the program."""
        session = self._library.open(find_session(self._journal, serial))
        desk = certificate_desk(session, self._folder, self._journal, self._kit)
        return desk, session.state.elsewhere


def certificate_desk(
    session: TrainingSession, folder: DataFolder, journal: Journal, kit: Kit
) -> CertificateDesk:
    """The desk of a session where there is no window."""
    return CertificateDesk(
        session,
        journal,
        kit,
        PictureStore(folder.pictures),
        DesignStore(folder.designs),
        KeyRing(folder.keys),
        journal,
    )


def find_session(journal: Journal, serial: str) -> str:
    """The session that issued a serial; raises StoreError where none of this data folder did."""
    for session in journal.sessions():
        for event in journal.events(session):
            if isinstance(event, CertificateIssued) and event.certificate.serial == serial:
                return session
    raise StoreError(f"{serial} was not issued with this data folder.")
