"""Checking certificates that somebody brings: the text of a seal, or a PDF file page by page."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from pkgutil import resolve_name
from typing import cast

from imhtrainer.domain.errors import SigningError
from imhtrainer.domain.wording import listed
from imhtrainer.render.pdf.reading import read_pages
from imhtrainer.services.comparing import Difference, differences, other_person
from imhtrainer.signing.report import PREFIX as REPORT
from imhtrainer.signing.seal import Checked, check_seal
from imhtrainer.signing.withdrawals import Notice


@dataclass(frozen=True, slots=True)
class CheckedPage:
    """What one page of a file came to; ``page`` counts from 1 and is 0 for a text.

    ``differences`` are the facts on which the page's words and its seal differ.
    """

    page: int
    checked: Checked
    differences: tuple[Difference, ...] = ()


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

    A page that prints another value of a fact than its seal is told as altered: a valid code on another's paper.
    A scan is a picture, whose words cannot be compared here; that is said.
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
    last: Checked | None = None
    for number, seal, words in read_pages(path):
        if seal:
            last = check_seal(seal, issuers, withdrawn)
            if not words.strip():
                yield CheckedPage(number, _of_a_picture(last))
                continue
            found = differences(last.facts, words) if last.facts else ()
            yield _compared(number, last, found)
        elif last and last.facts and (found := other_person(last.facts, words)):
            yield _compared(number, last, found)


def _of_a_picture(checked: Checked) -> Checked:
    """A scanned page: its seal is read, and nobody but the reader compares its words."""
    if checked.verdict != "valid":
        return checked
    said = "The issuer signed these facts. The page is a picture: compare each fact with it."
    return replace(checked, said=said)


def _compared(number: int, checked: Checked, found: tuple[Difference, ...]) -> CheckedPage:
    """The page with what differs; a seal that is valid proves then that the paper is not."""
    if checked.verdict == "valid" and found:
        labels = listed(difference.label.lower() for difference in found)
        said = f"The page and its seal differ in {labels}. The issuer signed what the seal says."
        checked = replace(checked, verdict="altered", said=said)
    return CheckedPage(number, checked, found)
