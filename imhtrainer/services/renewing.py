"""Making a session's saved files again after a person's data went, in the window as on the command line."""

from collections.abc import Iterable
from pathlib import Path

from imhtrainer.decks.parser import read_deck
from imhtrainer.domain.errors import CommandRefused
from imhtrainer.layout.kit import Kit
from imhtrainer.services.audit import audit_session
from imhtrainer.services.certificates import CertificateDesk
from imhtrainer.services.report_signing import ReportSigner
from imhtrainer.services.saved_files import SavedFiles, renew_saved
from imhtrainer.services.session import TrainingSession
from imhtrainer.services.session_files import SessionFile, write_session_file
from imhtrainer.store.journal import Journal
from imhtrainer.store.reader import JournalReader


class FileRenewal:
    """Writes the files of one session anew, as its record is now; ``signer`` signs the audit report."""

    def __init__(
        self,
        session: TrainingSession,
        journal: Journal,
        desk: CertificateDesk,
        kit: Kit,
        signer: ReportSigner,
    ) -> None:
        self._session, self._journal, self._desk = session, journal, desk
        self._kit, self._signer = kit, signer

    def renew(self, saved: Iterable[SavedFiles]) -> tuple[str, ...]:
        """Make files again and remove the people's own; what could not be done, in sentences."""
        return tuple(trouble for each in saved for trouble in renew_saved(each, self._write))

    def _write(self, kind: SessionFile, out: Path) -> None:
        if kind is SessionFile.CERTIFICATES:
            if not self._desk.issued():
                raise CommandRefused("There is no certificate left to write.")
            self._desk.write_one_pdf(self._desk.issued(), out)
            return
        session, journal = self._session, self._journal
        journal.flush()
        write_session_file(
            kind,
            session.state,
            session.now(),
            read_deck,
            self._kit,
            out,
            audit=lambda: audit_session(JournalReader(journal.path), session.id),
            signer=self._signer,
        )
