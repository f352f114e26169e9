"""The files a session leaves behind, from the deck to the audit report: where, and how."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from enum import Enum
from pathlib import Path
from pkgutil import resolve_name

from imhtrainer.domain.deck import Deck
from imhtrainer.domain.errors import CommandRefused, StoreError
from imhtrainer.domain.session import SessionState
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.meta import DocumentMeta
from imhtrainer.layout.page import Page
from imhtrainer.services.attendance import write_attendance
from imhtrainer.services.audit import Audit
from imhtrainer.services.ce_broker import make_upload
from imhtrainer.services.context import context_in
from imhtrainer.services.exporting import ExportKind, export_deck, write_pages
from imhtrainer.services.report_signing import ReportSigner
from imhtrainer.services.tables import write_table
from imhtrainer.store.files import safe_name
from imhtrainer.store.folder import APP_NAME

Progress = Callable[[int, int], None]
LoadDeck = Callable[[Path], Deck]
LookThrough = Callable[[], Audit]
"""Looks through the session's record when it is wanted: it reads the journal."""


class SessionFile(Enum):
    """A kind of file; the value is its name in the session's folder."""

    POWERPOINT = "Slides with results.pptx"
    SLIDES = "Slides.pdf"
    SIGN_IN = "Sign-in sheet.pdf"
    EXCEL = "Attendance.xlsx"
    CSV = "Attendance.csv"
    RESULTS = "Checkpoint results.pdf"
    CERTIFICATES = "Certificates.pdf"
    TO_SIGN = "Sign-in sheet to sign.pdf"
    AGENDA = "Agenda.pdf"
    EVALUATION_FORM = "Evaluation form.pdf"
    EVALUATION = "Evaluation summary.pdf"
    CE_BROKER = "CE Broker upload.xls"
    AUDIT = "Audit report.pdf"


_SHEETS: Mapping[SessionFile, tuple[str, str]] = {
    SessionFile.SIGN_IN: ("Sign-in sheet", "sign_in_sheet:compose_sign_in_sheet"),
    SessionFile.TO_SIGN: ("Sign-in sheet", "blank_sign_in:compose_blank_sign_in"),
    SessionFile.RESULTS: ("Checkpoint results", "results:compose_results"),
    SessionFile.AGENDA: ("Agenda and objectives", "agenda:compose_agenda"),
    SessionFile.EVALUATION_FORM: ("Evaluation form", "evaluation_form:compose_evaluation_form"),
    SessionFile.EVALUATION: (
        "Evaluation",
        "evaluation_summary:compose_evaluation_summary",
    ),
}
"""What a record's PDF is called, and what composes it from the session, the kit and the moment."""


CERTIFICATES_FOLDER = "Certificates"
BADGES_FOLDER = "Badges"
"""Where certificates go when each person gets a file, within the session's folder."""


def session_folder(base: Path, state: SessionState, session: str) -> Path:
    """The session's own folder: ``2026-11-21 10.00 Infant Mental Health – It Starts on Day 1 (3fa9)``.

    The hour keeps two sessions of one day apart, the last part of the session's id two of one minute. Where
    files were saved before the training began, under the hour that was planned, that folder stays the
    session's: all its files lie in one place.
    """
    details = state.details
    moments = [at for at in (state.started, details.starts, state.created) if at is not None]
    if details.starts is not None:
        moments = [moment.astimezone(details.starts.tzinfo) for moment in moments]
    form = "%Y-%m-%d " if state.elsewhere else "%Y-%m-%d %H.%M "
    folders = [base / _folder_name(state, session, f"{at:{form}}") for at in moments]
    found = (folder for folder in folders if folder.is_dir())
    return next(found, folders[0] if folders else base / _folder_name(state, session, ""))


def _folder_name(state: SessionState, session: str, day: str) -> str:
    made_up = "Rehearsal " if state.rehearsal else ""
    return safe_name(f"{day}{made_up}{state.plan.full_title}", f" ({session.rpartition('-')[2]})")


def write_session_file(
    kind: SessionFile,
    state: SessionState,
    now: datetime,
    load_deck: LoadDeck,
    kit: Kit,
    out: Path,
    progress: Progress | None = None,
    audit: LookThrough | None = None,
    signer: ReportSigner | None = None,
    drawings: bool = True,
) -> None:
    """Write one file; the old one stays whole until the new one is.

    ``audit`` is needed for its report alone, and ``signer`` signs that one: a rehearsal's is never signed.
    ``drawings`` are what was drawn on the slides, in the two files that have slides.
    Raises StoreError where the place refuses, DeckError or LayoutError where the deck cannot be used.
    """
    match kind:
        case SessionFile.POWERPOINT | SessionFile.SLIDES:
            deck = load_deck(Path(state.plan.folder))
            wanted: ExportKind = "pptx" if kind is SessionFile.POWERPOINT else "pdf"
            context = context_in(deck, state)
            shown = context if drawings else replace(context, ink={})
            export_deck(wanted, deck, out, shown, kit, progress)
        case SessionFile.EXCEL:
            write_attendance("xlsx", state, now, out)
        case SessionFile.CSV:
            write_attendance("csv", state, now, out)
        case SessionFile.CE_BROKER:
            _write_upload(state, now, out)
        case SessionFile.RESULTS if state.elsewhere:
            raise CommandRefused("Held without the program: no checkpoint was recorded.")
        case SessionFile.AUDIT:
            _write_audit(state, now, kit, out, audit, signer)
        case _:
            title, named = _SHEETS[kind]
            compose = resolve_name(f"imhtrainer.documents.{named}")
            write_pages(compose(state, kit, now), out, _meta(title, state), progress)


def compose_session_sheet(
    kind: SessionFile, state: SessionState, now: datetime, kit: Kit
) -> tuple[Page, ...]:
    """The pages of one of the session's sheets, to be looked at or sent to a printer."""
    compose = resolve_name(f"imhtrainer.documents.{_SHEETS[kind][1]}")
    pages: tuple[Page, ...] = compose(state, kit, now)
    return pages


def _write_upload(state: SessionState, now: datetime, out: Path) -> None:
    upload = make_upload(state, now)
    if upload is None or not upload.rows:
        raise CommandRefused("There is nobody whose credit is still to be reported.")
    write_table("xls", "Completions", upload.rows, out)


def _write_audit(
    state: SessionState,
    now: datetime,
    kit: Kit,
    out: Path,
    audit: LookThrough | None,
    signer: ReportSigner | None,
) -> None:
    if audit is None:
        raise StoreError("The audit report needs the journal, which is not open.")
    compose = resolve_name("imhtrainer.documents.audit_report:compose_audit")
    facts = resolve_name("imhtrainer.services.audit_words:audit_facts")
    found, meta = audit(), _meta("Audit report", state)
    if signer is None or state.rehearsal:
        write_pages(compose(state, facts(found, state, now), kit), out, meta)
        return
    ready = signer.ready(state.details.organisation)
    seal = signer.seal(found, now, ready)
    pages = compose(state, facts(found, state, now, signer.issuer), kit)

    def sign(pdf: bytes) -> bytes:
        return ready.sign(pdf, now, f"Audit report of session {found.session}")

    write_pages(pages, out, replace(meta, keywords=(seal,)), sign=sign)


def _meta(title: str, state: SessionState) -> DocumentMeta:
    return DocumentMeta(
        title=f"{title}: {state.plan.full_title}",
        author=state.details.facilitator or state.details.organisation or APP_NAME,
        subject=title,
        lang=state.plan.lang,
    )
