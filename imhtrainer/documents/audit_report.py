"""The audit report: is the record as it was written, the last hash to keep, certificates, and every entry."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from imhtrainer.documents.flow import MARGIN, SIZES
from imhtrainer.documents.setting import Type
from imhtrainer.documents.sheet import Cell, Row, Sheet, compose_sheet
from imhtrainer.documents.sign_in_sheet import session_lines
from imhtrainer.domain.session import SessionState
from imhtrainer.domain.wording import counted, long_date
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.page import Page

_LABEL = Type(11, 15, "coral-text", bold=True)
_TEXT = Type(10.5, 14)
_STRONG = Type(12, 16, bold=True)
_FAULT = Type(11, 15, "coral-text", bold=True)
_SOFT = Type(9.5, 12.5, "ink-soft")


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One entry, or several alike in a row: numbers, when, what happened in words, the last one's hash."""

    numbers: str
    when: str
    what: str
    hash: str


@dataclass(frozen=True, slots=True)
class AuditFacts:
    """What the report says beside the session's own facts; ``head`` is the last hash in hexadecimal.

    ``issuer`` is the fingerprint of the key that seals the report; empty for one that nobody signs.
    """

    session: str
    made: datetime
    entries: int
    head: str
    faults: tuple[str, ...]
    notes: tuple[str, ...]
    lines: tuple[AuditLine, ...]
    issuer: str = ""


def compose_audit(state: SessionState, facts: AuditFacts, kit: Kit) -> tuple[Page, ...]:
    """The report's pages."""
    sheet = Sheet(
        heading="Audit report",
        lines=(*session_lines(state, facts.made), _made(facts)),
        rows=(*_verdict(state, facts), *_certificates(state), *_entries(state, facts.lines)),
        foot=_foot(state, facts),
    )
    return compose_sheet(sheet, kit, state.details.paper, state.plan.lang)


def _foot(state: SessionState, facts: AuditFacts) -> str:
    """What keeps loose pages together: whose they are, of which session, and at which last hash."""
    whose = "Rehearsal, made up" if state.rehearsal else state.details.organisation
    known = f"Session {facts.session}  ·  last hash {facts.head[:12]}"
    return f"{whose}  ·  {known}" if whose else known


def _made(facts: AuditFacts) -> str:
    made = facts.made
    return f"Session {facts.session}. Report of {long_date(made.date())}, {made:%H:%M}."


def _width(state: SessionState) -> float:
    return SIZES[state.details.paper][0] - 2 * MARGIN


def _verdict(state: SessionState, facts: AuditFacts) -> Iterator[Row]:
    width = _width(state)
    whole = not facts.faults
    entries = "1 entry" if facts.entries == 1 else f"{facts.entries} entries"
    said = (
        f"The record is as it was written: {entries}, none changed, none missing."
        if whole
        else f"The record is NOT as it was written: {counted(len(facts.faults), 'fault')}."
    )
    yield Row((Cell(0, width, said, _STRONG if whole else _FAULT),), least=28)
    for sentence in facts.faults:
        yield Row((Cell(0, width, sentence, _FAULT),), least=20)
    for sentence in facts.notes:
        yield Row((Cell(0, width, sentence, _TEXT),), least=20)
    grouped = " ".join(facts.head[at : at + 8] for at in range(0, len(facts.head), 8))
    yield Row((Cell(0, width, "Last hash", _LABEL),), least=26, together=2)
    yield Row((Cell(0, width, grouped, _TEXT),), least=18)
    how = (
        "Each entry’s hash covers the entry and the hash before it. Keep this page: with its hash, "
        "“imhtrainer session ID --audit --expect HASH” says years later whether this is still the record."
    )
    yield Row((Cell(0, width, how, _SOFT),), least=30)
    if facts.issuer:
        yield Row((Cell(0, width, "Signed", _LABEL),), least=26, together=2)
        yield Row((Cell(0, width, f"By issuer {facts.issuer}.", _TEXT),), least=18)
        signed = (
            "A change to this file shows in any reader that checks signatures; “imhtrainer session ID --audit "
            "--report FILE” says whether file and record still belong together."
        )
        yield Row((Cell(0, width, signed, _SOFT),), least=30)


def _certificates(state: SessionState) -> Iterator[Row]:
    width = _width(state)
    gone = [(w.certificate, f"{w.how}: {w.reason}") for w in state.withdrawn]
    listed = [*((c, "") for c in state.certificates), *gone]
    if not listed:
        return
    yield Row((Cell(0, width, f"Certificates: {_counts(state)}", _LABEL),), least=28, together=1)
    for certificate, fate in listed:
        revision = f", revision {certificate.revision}" if certificate.revision > "A" else ""
        cells = (
            Cell(0, 170, f"{certificate.serial}{revision}", _TEXT),
            Cell(176, 150, certificate.name, _TEXT),
            Cell(332, 40, f"{certificate.hours:g} h", _TEXT),
            Cell(376, width - 376, fate, _SOFT),
        )
        yield Row(cells, least=20, rule="edge")


def _counts(state: SessionState) -> str:
    """``58 valid, 1 revoked, 2 superseded``."""
    superseded = len(state.withdrawn) - state.revoked
    counts = ((state.revoked, "revoked"), (superseded, "superseded"))
    valid = f"{len(state.certificates)} valid"
    return ", ".join((valid, *(f"{number} {how}" for number, how in counts if number)))


def _entries(state: SessionState, lines: Sequence[AuditLine]) -> Iterator[Row]:
    width = _width(state)
    yield Row((Cell(0, width, "Entries", _LABEL),), least=30, together=2)
    heads = AuditLine("No.", "When", "What", "Hash begins")
    yield replace(_entry_row(heads, width, _SOFT, "ink-soft"), again=True)
    for entry in lines:
        yield _entry_row(entry, width, _TEXT, "edge")


def _entry_row(entry: AuditLine, width: float, style: Type, rule: str) -> Row:
    cells = (
        Cell(0, 58, entry.numbers, _SOFT),
        Cell(62, 104, entry.when, _SOFT),
        Cell(170, width - 170 - 92, entry.what, style),
        Cell(width - 86, 86, entry.hash[:12], _SOFT),
    )
    return Row(cells, least=18, rule=rule)
