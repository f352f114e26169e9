"""Comparing what a page prints with what its seal says, fact by fact.

Every design prints name, serial, training, date and hours; a page without the sealed one differs. Other facts a
design may leave out: there a page differs only where it prints another value in the fact's place. The places are
found by the words that stand around them on the house's designs, or by the value's own shape.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from imhtrainer.domain.wording import long_date
from imhtrainer.signing.facts import SealedFacts

_MONTHS = "|".join(long_date(date(2026, month, 1)).split()[0] for month in range(1, 13))
_DATE = re.compile(rf"\b(?:{_MONTHS})\s+\d{{1,2}},\s+\d{{4}}\b")
_CLOCK = re.compile(r"\b\d{1,2}:\d\d(?:\s+[AP]M)?\s+to\s+\d{1,2}:\d\d\s+[AP]M\b")
_HOURS = re.compile(r"(?<![\d.,])\d+(?:\.\d+)?\s+hours?\b")
_CEU = re.compile(r"\bhours?,\s+(\d+(?:\.\d+)?)\s+CEU\b")
_MINUTES = re.compile(r"\b(\d+)\s+(?:minutes?\s+)?of\s+instruction\b")
_SERIAL = re.compile(r"\bIMH-\d{4}-\d{6}-\d(?:,\s+revision\s+[A-Z]+)?")
_COMPLETED = re.compile(r"^(?:completed|for) the (.+?) training\b[ \t]*(.*)$", re.MULTILINE)
_LICENSE = re.compile(r"(?:^|\s)(?:License|(\S[^\n]*), license)\s+([^\n]*\d[^\n]*)$", re.MULTILINE)
_PROVIDER = re.compile(r"\bprovider\s+(\S*\d\S*?)[.,]?(?=\s|$)")
_ROLE = re.compile(r"^Facilitator(?::\s+(.*))?$")
_HEADINGS = ("Certificate of completion", "Rehearsal, not a certificate")
_HOURS_LABELS = ("Contact hours", "Hours")


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact on which page and seal differ; ``printed`` or ``sealed`` is empty where it has none."""

    label: str
    printed: str
    sealed: str

    def __str__(self) -> str:
        """``Date: the page says “November 22, 2026”, its seal “November 21, 2026”``."""
        page = f"the page says “{self.printed}”" if self.printed else "the page does not say it"
        seal = f"“{self.sealed}”" if self.sealed else "nothing of it"
        return f"{self.label}: {page}, its seal says {seal}"


def differences(facts: SealedFacts, words: str) -> tuple[Difference, ...]:
    """The facts on which a page's words and its seal differ, in the order of the seal's own words."""
    return tuple(_Comparison(facts, _PrintedPage(words)).found())


def other_person(facts: SealedFacts, words: str) -> tuple[Difference, ...]:
    """What differs on a second page, which has no symbol of its own: the serial and, where it has one, the name."""
    page = _PrintedPage(words)
    serials = _SERIAL.findall(page.text)
    if not serials:
        return ()
    found = _differing("Serial", facts.numbered, [_plain(serial) for serial in serials])
    named = page.holds(facts.name)
    return (*found, *(() if named else (Difference("Name", "", facts.name),)))


class _PrintedPage:
    """A page's words as lines, and as letters that know where words begin and end."""

    def __init__(self, words: str) -> None:
        # A reader joins the parts of a word that was broken at its hyphen with this mark.
        plain = unicodedata.normalize("NFKC", words).replace("\ufffe", "-")
        self.lines = [" ".join(line.split()) for line in plain.splitlines()]
        self.text = "\n".join(self.lines)
        self._letters, self._starts, self._ends = "", set[int](), set[int]()
        for word in plain.split():
            self._starts.add(len(self._letters))
            self._ends.update(len(self._letters) + end for end in _word_ends(word))
            self._letters += word

    def holds(self, said: str) -> bool:
        """Whether the page says these whole words.

        Where they are read from the right, a line or two with the same letters will do: readers of files
        give such lines in several orders.
        """
        wanted = _letters(said)
        at = self._letters.find(wanted)
        while at >= 0:
            if at in self._starts and at + len(wanted) in self._ends:
                return True
            at = self._letters.find(wanted, at + 1)
        return not said.isascii() and self._scattered(wanted)

    def between(self, before: Callable[[str], object], after: Callable[[str], object]) -> str:
        """What stands on the lines after one and before another; empty where either is missing."""
        start = next((n for n, line in enumerate(self.lines) if before(line)), None)
        if start is None:
            return ""
        rest = self.lines[start + 1 :]
        end = next((n for n, line in enumerate(rest) if after(line)), None)
        return "" if end is None else " ".join(rest[:end])

    def _scattered(self, wanted: str) -> bool:
        letters = sorted(filter(str.isalnum, wanted))
        lines = [_letters(line) for line in self.lines]
        pairs = (*lines, *(one + other for one, other in pairwise(lines)))
        return any(sorted(filter(str.isalnum, line)) == letters for line in pairs)


class _Comparison:
    """One seal beside one page."""

    def __init__(self, facts: SealedFacts, page: _PrintedPage) -> None:
        self._facts, self._page = facts, page

    def found(self) -> Iterator[Difference]:
        """Each difference."""
        facts, page = self._facts, self._page
        yield from self._shaped("Serial", facts.numbered, _SERIAL, needed=True)
        yield from self._worded("Name", facts.name, self._name(), needed=True)
        yield from self._license()
        yield from self._worded("Training", facts.training, self._training(), needed=True)
        yield from self._delivery()
        yield from self._shaped("Date", facts.date, _DATE, needed=True)
        yield from self._shaped("Time", facts.times, _CLOCK)
        yield from self._place()
        yield from self._hours()
        yield from self._shaped("CEU", f"{facts.ceu / 10:.1f}" if facts.ceu else "", _CEU)
        yield from self._signers()
        yield from self._worded("Organization", facts.organisation, self._organisation())
        yield from self._provider()
        sealed = _HEADINGS[facts.rehearsal]
        printed = next((line for line in page.lines if line in _HEADINGS), sealed)
        yield from _differing("Heading", sealed, [printed])

    def _shaped(
        self, label: str, sealed: str, shape: re.Pattern[str], needed: bool = False
    ) -> Iterator[Difference]:
        """A fact that is known by its shape; other text may hold the shape, too, so one that fits will do."""
        printed = [_plain(value) for value in shape.findall(self._page.text)]
        if printed or needed:
            yield from _differing(label, sealed, printed)

    def _worded(
        self, label: str, sealed: str, printed: str, needed: bool = False
    ) -> Iterator[Difference]:
        """A fact in free words; ``printed`` is what stands in its place, where the place was found."""
        if (printed or needed) and not (sealed and self._page.holds(sealed)):
            yield Difference(label, printed, sealed)

    def _name(self) -> str:
        return self._page.between(
            lambda line: line in ("This records that", "Made up to try the print"),
            _COMPLETED.match,
        )

    def _training(self) -> str:
        return self._page.between(_COMPLETED.match, lambda line: line == "Date")

    def _license(self) -> Iterator[Difference]:
        sealed, page = self._facts.license, self._page
        # Later on the page objectives or a provider's statement may speak of other licenses.
        found = _LICENSE.search(_DATE.split(page.text)[0])
        if found and _plain(found[0]) in self._facts.training:
            return
        if found and not any(page.holds(way) for way in _license_ways(sealed)):
            yield Difference("License", found[2], sealed)

    def _delivery(self) -> Iterator[Difference]:
        facts, found = self._facts, _COMPLETED.search(self._page.text)
        if not found:
            return
        sealed = facts.delivery or "in-person"
        if found[1] != sealed and not self._page.holds(f"the {sealed} training"):
            yield Difference("Delivery", found[1], sealed)
        # The license stands on the same line at the right.
        number, sealed = found[2], facts.training_number
        for way in _license_ways(facts.license):
            number = number.replace(way, "")
        number = (number if sealed else _LICENSE.sub("", f" {number}")).strip()
        if number and not (sealed and self._page.holds(sealed)):
            yield Difference("Training number", number, sealed)

    def _place(self) -> Iterator[Difference]:
        sealed, page = self._facts.place, self._page
        printed = page.between(lambda line: line == "Place", lambda line: line in _HOURS_LABELS)
        ways = (sealed, *_ways(sealed, " "))
        if printed and not (sealed and any(page.holds(way) for way in ways)):
            yield Difference("Place", printed, sealed)

    def _hours(self) -> Iterator[Difference]:
        facts, page = self._facts, self._page
        following = (b for a, b in pairwise(page.lines) if a in _HOURS_LABELS)
        beside = _HOURS.match(next(following, ""))
        if beside:
            yield from _differing("Hours", facts.length, [beside[0]])
        else:
            yield from self._shaped("Hours", facts.length, _HOURS, needed=True)
        yield from self._shaped("Minutes of instruction", str(facts.minutes), _MINUTES)

    def _signers(self) -> Iterator[Difference]:
        """Who stands over the signature's line, and the facilitator who is named under another's signature."""
        facts, lines = self._facts, self._page.lines
        roles = ((number, _ROLE.match(line)) for number, line in enumerate(lines))
        number, role = next(((n, found) for n, found in roles if n and found), (0, None))
        if role is None:
            return
        over, beside = lines[number - 1], role[1]
        if beside:
            yield from self._worded("Facilitator", facts.facilitator, beside)
            yield from self._worded("Signatory", facts.signatory, over)
        elif facts.facilitator:
            yield from self._worded("Facilitator", facts.facilitator, over)
        elif facts.signatory:
            yield from self._worded("Signatory", facts.signatory, over)

    def _organisation(self) -> str:
        lines = self._page.lines
        heading = next((n for n, line in enumerate(lines) if line in _HEADINGS), 0)
        return lines[0] if 0 < heading <= 4 else ""

    def _provider(self) -> Iterator[Difference]:
        sealed, page = self._facts.provider, self._page
        printed = _PROVIDER.findall(_SERIAL.split(page.text)[-1])
        ways = (*_ways(sealed, ", provider "), f"provider {sealed}")
        if printed and not (sealed and any(page.holds(way) for way in ways)):
            yield Difference("Provider", printed[-1], sealed)


def _differing(label: str, sealed: str, printed: list[str]) -> Iterator[Difference]:
    if sealed not in printed or (label == "Serial" and set(printed) != {sealed}):
        other = next((value for value in printed if value != sealed), "")
        yield Difference(label, other, sealed)


def _license_ways(sealed: str) -> tuple[str, ...]:
    return (*_ways(sealed, ", license "), f"License {sealed}") if sealed else ()


def _ways(sealed: str, joint: str) -> tuple[str, ...]:
    """How two facts that a seal joins by a comma may stand on paper, joined by other words."""
    places = [match.start() for match in re.finditer(", ", sealed)]
    return tuple(sealed[:place] + joint + sealed[place + 2 :] for place in places)


def _plain(value: str) -> str:
    return " ".join(value.split())


def _letters(said: str) -> str:
    return "".join(unicodedata.normalize("NFKC", said).split())


def _word_ends(word: str) -> tuple[int, ...]:
    """Where a word may end for the eye: at its end, and before a mark that closes a phrase."""
    return len(word), len(word.rstrip(".,;:"))
