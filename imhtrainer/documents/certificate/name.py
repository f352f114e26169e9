"""How an attendee's name stands on a design, told before anything is issued."""

from dataclasses import dataclass

from imhtrainer.documents.certificate.setter import Setter
from imhtrainer.documents.certificate.template import Template
from imhtrainer.domain.errors import CertificateError
from imhtrainer.layout.contents import missing_letters


@dataclass(frozen=True, slots=True)
class NameReport:
    """How a name prints: lines, size in points, letters no font has, and whether it fits at all.

    ``full`` is the size of a name that had not to shrink.
    """

    name: str
    lines: int
    size: float
    missing: tuple[str, ...]
    fits: bool
    full: float = 36.0

    @property
    def as_it_is(self) -> bool:
        """Whether nobody needs to look at it: one line, full size, every letter there."""
        return self.fits and self.lines == 1 and self.size == self.full and not self.missing

    @property
    def printable(self) -> bool:
        """Whether a certificate may be issued in this name."""
        return self.fits and not self.missing


def report_name(setter: Setter, template: Template, name: str) -> NameReport:
    """How a name will print."""
    part = template.name_part
    full = template.types[part.type].size
    found = setter.set_words(part, name)
    if found is None:
        last = tuple(part.tries())[-1]
        return NameReport(name, 0, template.types[last.type].size, (), fits=False, full=full)
    box = found[1]
    lines = sum(len(p.lines) for p in box.paragraphs)
    missing = missing_letters(box)
    return NameReport(name, lines, box.paragraphs[0].spans[0].size, missing, fits=True, full=full)


def refuse_name(report: NameReport) -> None:
    """Raise ``CertificateError`` for a name that cannot be printed."""
    if report.missing:
        letters = " ".join(report.missing)
        raise CertificateError(
            f"{report.name}: no font has {letters}. Correct the name, then issue the certificate."
        )
    if not report.fits:
        raise CertificateError(
            f"{report.name}: the name is longer than two lines of {report.size:g} pt. "
            "Shorten it as the person wishes."
        )
