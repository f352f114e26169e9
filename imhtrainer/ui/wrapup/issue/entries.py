"""The certificates to look through: who needs a look, who prints as they are, who has one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from imhtrainer.documents.certificate import NameReport
from imhtrainer.domain.certificate import Certificate, Withdrawn
from imhtrainer.ui.wording import say_count, say_day

translate = QCoreApplication.translate


FULL_SIZE = 36
"""Points of a name that nobody needs to look at."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One certificate, issued or about to be, with how its name prints.

    ``confirmed`` is set where the person confirmed the spelling by phone, ``looked`` once the facilitator found it
    right; ``withdrawn`` tells one that counts no more.
    """

    certificate: Certificate
    report: NameReport
    issued: bool = False
    looked: bool = False
    withdrawn: Withdrawn | None = None
    confirmed: bool = False

    @property
    def printable(self) -> bool:
        """Whether it may be issued."""
        return self.report.printable

    @property
    def flagged(self) -> bool:
        """Whether the name wants a look."""
        return self.open and not self.report.as_it_is

    @property
    def open(self) -> bool:
        """Whether it still waits to be issued."""
        return not self.issued and self.withdrawn is None


@dataclass(frozen=True, slots=True)
class Heading:
    """A line over a part of the list."""

    words: str


Row = Entry | Heading


def list_rows(entries: Iterable[Entry]) -> tuple[Row, ...]:
    """Flagged names first, those that cannot be printed before all; then the others; then issued ones."""
    every = tuple(entries)
    flagged = sorted((e for e in every if e.flagged), key=lambda e: e.printable)
    plain = tuple(e for e in every if not e.flagged and e.open)
    issued = tuple(e for e in every if e.issued)
    gone = tuple(e for e in every if e.withdrawn is not None)
    parts: list[tuple[str, Sequence[Entry]]] = [
        (_look_words(len(flagged)), flagged),
        (translate("issue", "{0} print as they are").format(len(plain)), plain),
        (_issued_words(len(issued), len(gone)), issued),
        (translate("issue", "{0} count no more").format(len(gone)), gone),
    ]
    if len(gone) == 1:
        parts[3] = (translate("issue", "1 counts no more"), gone)
    if len(plain) == 1:
        parts[1] = (translate("issue", "1 prints as it is"), plain)
    rows: list[Row] = []
    for words, people in parts:
        if people:
            rows.extend((Heading(_with_confirmed(words, people)), *people))
    return tuple(rows)


def _with_confirmed(words: str, people: Sequence[Entry]) -> str:
    """How many of those that wait have looked at their name themselves."""
    confirmed = sum(entry.confirmed and entry.open for entry in people)
    said = translate("issue", "{0}; {1} confirmed by phone")
    return said.format(words, confirmed) if confirmed else words


def to_issue(entries: Iterable[Entry]) -> tuple[Certificate, ...]:
    """What pressing Issue would fix."""
    return tuple(e.certificate for e in entries if e.open and e.printable)


def anyone_waits(entries: Iterable[Entry]) -> bool:
    """Whether somebody completed and holds no certificate."""
    return any(e.open for e in entries)


def summary_words(entries: Iterable[Entry], revoked: int) -> str:
    """How many are issued, ready, and worth a look: ``4 issued, 1 ready``; ``3 valid, 1 revoked``."""
    every = tuple(entries)
    issued = sum(e.issued for e in every)
    ready = len(to_issue(every))
    flagged = sum(e.flagged and not e.looked for e in every)
    one, many = translate("issue", "1 name to look at"), translate("issue", "{0} names to look at")
    parts = (
        _issued_words(issued, revoked) if issued else "",
        translate("issue", "{0} revoked").format(revoked) if revoked else "",
        translate("issue", "{0} ready").format(ready) if ready else "",
        say_count(flagged, one, many) if flagged else "",
    )
    if not any(parts):
        return translate("issue", "Nobody has completed yet, so there is nothing to issue.")
    return ", ".join(filter(None, parts)) + "."


def _issued_words(issued: int, gone: int) -> str:
    said = translate("issue", "{0} valid") if gone else translate("issue", "{0} issued")
    return said.format(issued)


def flag_words(entry: Entry) -> str:
    """What is particular about a name on paper; empty for nothing."""
    report = entry.report
    if report.missing:
        count = sum(len(run) for run in report.missing)
        if count == 1:
            return translate("issue", "1 letter cannot be printed")
        return translate("issue", "{0} letters cannot be printed").format(count)
    if not report.fits:
        return translate("issue", "Too long for the page")
    if report.lines > 1:
        return translate("issue", "Two lines, smaller type")
    return "" if report.size == FULL_SIZE else translate("issue", "Smaller type")


def verdict_words(entry: Entry) -> tuple[str, str]:
    """How the name stands on the page, and what to ask oneself."""
    report, size = entry.report, f"{entry.report.size:g}"
    if entry.withdrawn is not None:
        return _withdrawn_words(entry.certificate, entry.withdrawn)
    if entry.issued:
        said = translate("issue", "Issued as {0}.").format(serial_words(entry.certificate))
        return said, translate("issue", "Fixed now: printed again, it is the same page.")
    if report.missing:
        letters = " ".join(report.missing)
        return f"{flag_words(entry)}: {letters}", translate(
            "issue", "Correct the name, then it can be issued."
        )
    if not report.fits:
        said = translate("issue", "This name is longer than two lines of {0} pt.").format(size)
        return said, translate("issue", "Shorten it as the person wishes.")
    if report.as_it_is:
        return translate("issue", "This name prints as it is."), _spelling_words(entry)
    others = translate("issue", "The others are at {0} pt.") + " " + _spelling_words(entry)
    if report.lines > 1:
        said = translate("issue", "This name fits, on two lines at {0} pt.").format(size)
    else:
        said = translate("issue", "This name fits, on one line at {0} pt.").format(size)
    return said, others.format(FULL_SIZE)


def _spelling_words(entry: Entry) -> str:
    if entry.confirmed:
        return translate("issue", "Spelling confirmed: the person looked at it on the phone.")
    return translate("issue", "Is it spelled right?")


def serial_words(certificate: Certificate) -> str:
    """``IMH-2026-000123-3``, from the second on with its revision."""
    if certificate.revision == "A":
        return certificate.serial
    words = translate("issue", "{0}, revision {1}")
    return words.format(certificate.serial, certificate.revision)


def _withdrawn_words(certificate: Certificate, withdrawn: Withdrawn) -> tuple[str, str]:
    said = (
        translate("issue", "{0} was revoked on {1}.")
        if withdrawn.how == "revoked"
        else translate("issue", "{0} was replaced on {1}.")
    )
    first = said.format(serial_words(certificate), say_day(withdrawn.at))
    return first, translate("issue", "Reason: {0}").format(withdrawn.reason)


def issue_words(count: int) -> str:
    """The words of the button that issues."""
    return (
        translate("issue", "Issue 1 certificate")
        if count == 1
        else translate("issue", "Issue {0} certificates").format(count)
    )


def saved_words(count: int) -> str:
    """What was done."""
    return (
        translate("issue", "1 certificate saved")
        if count == 1
        else translate("issue", "{0} certificates saved").format(count)
    )


def number_words(certificates: Sequence[Certificate]) -> str:
    """The numbers that will be given: ``IMH-2026-000113 to 000131``."""
    numbers = [certificate.serial.rsplit("-", 1)[0] for certificate in certificates]
    if not numbers:
        return ""
    last = numbers[-1].rsplit("-", 1)[-1]
    return (
        numbers[0]
        if len(numbers) == 1
        else translate("issue", "{0} to {1}").format(numbers[0], last)
    )


def _look_words(count: int) -> str:
    if count == 1:
        return translate("issue", "Look at this name")
    return translate("issue", "Look at these {0} names").format(count)
