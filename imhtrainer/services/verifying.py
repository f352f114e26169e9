"""Checking certificates that somebody brings: the text of a seal, or a PDF file page by page."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from pkgutil import resolve_name
from typing import cast

from imhtrainer.domain.errors import SigningError
from imhtrainer.render.pdf.reading import read_seals
from imhtrainer.signing.report import PREFIX as REPORT
from imhtrainer.signing.seal import Checked, check_seal
from imhtrainer.signing.withdrawals import Notice


@dataclass(frozen=True, slots=True)
class CheckedPage:
    """What one page of a file came to; ``page`` counts from 1 and is 0 for a text."""

    page: int
    checked: Checked


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """What a file or text came to: its certificates, and what its own signature says (empty for none)."""

    pages: tuple[CheckedPage, ...]
    signature: str = ""
    sound: bool = True

    @property
    def valid(self) -> bool:
        """Whether every certificate in it is valid and the file is as it was signed."""
        return (
            bool(self.pages)
            and self.sound
            and all(page.checked.verdict == "valid" for page in self.pages)
        )


def verify_text(
    text: str, issuers: Iterable[bytes], withdrawn: Mapping[str, Notice]
) -> CheckedFile:
    """Check the text of a seal."""
    return CheckedFile((CheckedPage(0, check_seal(text, issuers, withdrawn)),))


def verify_pdf(
    path: Path, issuers: Iterable[bytes], withdrawn: Mapping[str, Notice]
) -> CheckedFile:
    """Check every seal in a PDF and the file's own signature.

    A page whose words do not hold a fact of its seal is told as altered: a valid code on another's paper.
    Raises ``SigningError`` for a file that cannot be read or holds no certificate.
    """
    known = tuple(issuers)
    pages = tuple(_pages(path, known, withdrawn))
    if not pages:
        keywords = resolve_name("imhtrainer.render.pdf.reading:read_keywords")(path)
        if any(word.startswith(REPORT) for word in keywords):
            raise SigningError(
                f"{path.name} is an audit report. “imhtrainer session ID --audit --report FILE” checks it."
            )
        raise SigningError(f"{path.name} holds no certificate with a seal.")
    check = resolve_name("imhtrainer.signing.pades_check:check_signature")
    signature, sound = cast(tuple[str, bool], check(path))
    return CheckedFile(pages, signature, sound)


def _pages(
    path: Path, issuers: tuple[bytes, ...], withdrawn: Mapping[str, Notice]
) -> Iterator[CheckedPage]:
    for number, seal, words in read_seals(path):
        checked = check_seal(seal, issuers, withdrawn)
        missing = _missing(checked, words)
        if checked.verdict == "valid" and missing:
            said = f"The page does not say “{missing}”, which its seal says. Compare them."
            checked = Checked("altered", said, checked.facts, checked.issuer)
        yield CheckedPage(number, checked)


def _missing(checked: Checked, words: str) -> str:
    """A fact that the page does not print; empty where all are there.

    Letters are compared without their order: readers give names of mixed directions in several.
    """
    if checked.facts is None:
        return ""
    there = _letters(words)
    facts = checked.facts
    for said in (facts.serial, facts.name, facts.training, facts.facilitator, facts.organisation):
        if _letters(said) not in there and not _scattered(said, words):
            return said
    return ""


def _letters(text: str) -> str:
    return "".join(text.split())


def _scattered(said: str, words: str) -> bool:
    """Whether a line or two of the page hold the letters of a name that is not read from the left."""
    if said.isascii():
        return False
    wanted = sorted(letter for letter in _letters(said) if letter.isalnum())
    lines = [_letters(line) for line in words.splitlines()]
    pairs = (*lines, *(a + b for a, b in pairwise(lines)))
    return any(sorted(c for c in line if c.isalnum()) == wanted for line in pairs)
