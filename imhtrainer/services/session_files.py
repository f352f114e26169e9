"""The files a session leaves behind: deck, slides, sign-in sheet, attendance, results; where, and how."""

from collections.abc import Callable
from datetime import datetime
from enum import Enum
from pathlib import Path
from pkgutil import resolve_name

from imhtrainer.domain.deck import Deck
from imhtrainer.domain.session import SessionState
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.meta import DocumentMeta
from imhtrainer.services.attendance import write_attendance
from imhtrainer.services.context import context_in
from imhtrainer.services.exporting import ExportKind, export_deck, write_pages
from imhtrainer.store.files import safe_name

Progress = Callable[[int, int], None]
LoadDeck = Callable[[Path], Deck]


class SessionFile(Enum):
    """A kind of file; the value is its name in the session's folder."""

    POWERPOINT = "Slides with results.pptx"
    SLIDES = "Slides.pdf"
    SIGN_IN = "Sign-in sheet.pdf"
    EXCEL = "Attendance.xlsx"
    CSV = "Attendance.csv"
    RESULTS = "Checkpoint results.pdf"
    CERTIFICATES = "Certificates.pdf"


CERTIFICATES_FOLDER = "Certificates"
"""Where certificates go when each person gets a file, within the session's folder."""


def session_folder(base: Path, state: SessionState) -> Path:
    """The session's own folder: ``2026-11-21 10.00 Infant Mental Health – It Starts on Day 1``.

    The hour keeps two sessions of one day apart.
    """
    moment = state.started or state.details.starts or state.created
    if moment is not None and state.details.starts is not None:
        moment = moment.astimezone(state.details.starts.tzinfo)
    day = f"{moment:%Y-%m-%d %H.%M} " if moment is not None else ""
    made_up = "Rehearsal " if state.rehearsal else ""
    return base / safe_name(f"{day}{made_up}{state.plan.full_title}")


def write_session_file(
    kind: SessionFile,
    state: SessionState,
    now: datetime,
    load_deck: LoadDeck,
    kit: Kit,
    out: Path,
    progress: Progress | None = None,
) -> None:
    """Write one file; the old one stays whole until the new one is.

    Raises StoreError where the place refuses, DeckError or LayoutError where the deck cannot be used.
    """
    match kind:
        case SessionFile.POWERPOINT | SessionFile.SLIDES:
            deck = load_deck(Path(state.plan.folder))
            wanted: ExportKind = "pptx" if kind is SessionFile.POWERPOINT else "pdf"
            export_deck(wanted, deck, out, context_in(deck, state), kit, progress)
        case SessionFile.EXCEL:
            write_attendance("xlsx", state, now, out)
        case SessionFile.CSV:
            write_attendance("csv", state, now, out)
        case _:
            _write_record(kind, state, now, kit, out, progress)


def _write_record(
    kind: SessionFile,
    state: SessionState,
    now: datetime,
    kit: Kit,
    out: Path,
    progress: Progress | None,
) -> None:
    sheet = kind is SessionFile.SIGN_IN
    named = "sign_in_sheet:compose_sign_in_sheet" if sheet else "results:compose_results"
    compose = resolve_name(f"imhtrainer.documents.{named}")
    title = "Sign-in sheet" if sheet else "Checkpoint results"
    meta = DocumentMeta(
        title=f"{title}: {state.plan.full_title}",
        author=state.details.facilitator,
        subject=title,
        lang=state.plan.lang,
    )
    write_pages(compose(state, kit, now), out, meta, progress)
