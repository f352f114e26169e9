"""Trying a session's certificate before the day: with the longest and the hardest name that will stand on it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from imhtrainer.documents.certificate import CertificatePrinter, NameReport
from imhtrainer.domain.certificate import Certificate
from imhtrainer.domain.roster import Attendee
from imhtrainer.domain.session import SessionState
from imhtrainer.layout.page import Page
from imhtrainer.services.certificate_facts import prospective

SAMPLES = (
    Attendee("sample-1", "Rosa María de los Ángeles Villavicencio Echeverría"),
    Attendee("sample-2", "Dr محمد عبد الرحمن"),
)
"""Made-up names for a roster that is still empty."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A name on the design: what is particular about it, and the pages; none where it cannot be printed."""

    kind: str
    report: NameReport
    pages: tuple[Page, ...]
    sample: bool = False


def try_names(printer: CertificatePrinter, state: SessionState, now: datetime) -> tuple[Trial, ...]:
    """The longest and the hardest name of the roster on the session's design, one trial where they are one.

    Raises ``CertificateError`` for facts or a design that cannot be printed.
    """
    people = state.roster or SAMPLES
    form = prospective(state, people[0], now)
    reports = [printer.report(person.name, form) for person in people]
    longest = max(range(len(people)), key=lambda n: len(people[n].name))
    hardest = max(range(len(people)), key=lambda n: _hardness(reports[n]))
    chosen = [("Longest name", longest)]
    if hardest != longest:
        chosen.append(("Hardest name", hardest))
    return tuple(
        Trial(
            kind,
            reports[number],
            _pages(printer, prospective(state, people[number], now), reports[number]),
            sample=not state.roster,
        )
        for kind, number in chosen
    )


def _hardness(report: NameReport) -> tuple[int, bool, int, float]:
    """What a printer would rather not have: letters no font has, no room, letters beyond Latin, small type."""
    beyond = sum(ord(letter) > 0x24F for letter in report.name)
    return len(report.missing), not report.fits, beyond, report.full - report.size


def _pages(
    printer: CertificatePrinter, certificate: Certificate, report: NameReport
) -> tuple[Page, ...]:
    if not report.printable:
        return ()
    return printer.pages(replace(certificate, rehearsal=True))


def titles(printer: CertificatePrinter) -> Sequence[tuple[str, str]]:
    """The designs that can be chosen: name and title, the standard one first."""
    names = sorted(printer.templates.names(), key=lambda name: name != "professionals")
    return [(name, printer.templates.shipped(name).title) for name in names]
