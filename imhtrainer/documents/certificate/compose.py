"""Composes certificates: what all of a session's share is set once, then name, serial and QR for each."""

from collections.abc import Callable, Hashable, Iterator
from dataclasses import fields, replace
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from imhtrainer.documents.certificate import facts
from imhtrainer.documents.certificate.name import NameReport, refuse_name, report_name
from imhtrainer.documents.certificate.setter import Move, Setter
from imhtrainer.documents.certificate.template import NAME, Part, Template
from imhtrainer.documents.certificate.template_file import is_personal, is_variable
from imhtrainer.documents.certificate.templates import Kept, Templates
from imhtrainer.domain.certificate import Certificate
from imhtrainer.domain.errors import CertificateError
from imhtrainer.layout.contents import missing_letters
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.page import Box, GroupBox, Page

_OWN = frozenset(
    ("serial", "attendee", "name", "license", "profession", "seal", "revision", "issued")
)
_common = attrgetter(*(part.name for part in fields(Certificate) if part.name not in _OWN))

_Shared = tuple[tuple[GroupBox | Part, ...], dict[str, Move]]
"""What stands on a page from back to front, the boxes that all share set in groups, and how far those moved."""


class CertificatePrinter:
    """Makes pages of certificates; remembers the shared part of the session it is printing.

    ``picture`` turns a kept picture's name into its path, ``kept`` a kept design's, and ``designs`` is the
    folder of those that can be chosen where it is not the program's own.
    """

    def __init__(
        self,
        kit: Kit,
        picture: Callable[[str], Path],
        kept: Kept = Path,
        designs: Path | None = None,
    ) -> None:
        self._kit = kit
        self._picture = picture
        self.templates = Templates(kit.theme.colors, kept, designs)
        self._shared: dict[Hashable, _Shared] = {}

    def pages(self, certificate: Certificate) -> tuple[Page, ...]:
        """The certificate's page, and the second one where there is one."""
        first = self.page(certificate)
        return (first, self._page(certificate, 2)) if certificate.second_page else (first,)

    def page(self, certificate: Certificate) -> Page:
        """The certificate's page. Raises ``CertificateError`` for a name that cannot be printed."""
        return self._page(certificate, 1)

    def overlay(self, certificate: Certificate) -> Page:
        """What goes on paper that has frame, heading, letterhead and fixed words on it already."""
        template = self.templates.of(certificate)
        setter = Setter(self._kit, self._picture, template, certificate)
        # Every box is set, in order, as others may move with it; those of the paper are then left out.
        pairs = [(part, self._set(setter, template, part)) for part in template.on_page(1)]
        boxes = tuple(box for part, made in pairs if is_variable(part) for box in made)
        return replace(self.page(certificate), boxes=boxes)

    def report(self, name: str, certificate: Certificate) -> NameReport:
        """How a name will print on the design and the paper of a certificate, before anything is issued."""
        template = self.templates.of(certificate)
        setter = Setter(self._kit, self._picture, template, certificate)
        return report_name(setter, template, name)

    def _page(self, certificate: Certificate, number: int) -> Page:
        template = self.templates.of(certificate)
        paper = template.papers[certificate.paper]
        title = f"{certificate.name}, {certificate.serial}"
        return Page(
            width=paper.width,
            height=paper.height,
            ground="surface",
            boxes=tuple(self._boxes(certificate, template, number)),
            palette=self._kit.theme.colors,
            layout="certificate",
            title=title if number == 1 else f"{title}, page {number}",
            description=facts.plain_text(certificate).replace("\n", ", "),
            lang=certificate.lang,
        )

    def _boxes(self, certificate: Certificate, template: Template, number: int) -> Iterator[Box]:
        key = (_common(certificate), bool(certificate.seal), number)
        if key not in self._shared:
            self._shared[key] = self._share(_nobodys(certificate), template, number)
        pieces, moves = self._shared[key]
        setter = Setter(self._kit, self._picture, template, certificate, moves)
        for piece in pieces:
            if isinstance(piece, GroupBox):
                yield piece
            else:
                yield from self._set(setter, template, piece)

    def _share(self, certificate: Certificate, template: Template, number: int) -> _Shared:
        setter = Setter(self._kit, self._picture, template, certificate)
        pieces: list[GroupBox | Part] = []
        for personal, parts in groupby(template.on_page(number), is_personal):
            if personal:
                pieces += parts
            else:
                boxes = tuple(box for part in parts for box in setter.boxes(part))
                pieces.append(GroupBox(boxes, name="static"))
        return tuple(pieces), setter.moves

    def _set(self, setter: Setter, template: Template, part: Part) -> tuple[Box, ...]:
        if part.name != NAME:
            return setter.boxes(part)
        name = setter.certificate.name
        try:
            boxes = setter.boxes(part)
        except CertificateError:
            refuse_name(report_name(setter, template, name))
            raise
        if any(missing_letters(box) for box in boxes):
            refuse_name(report_name(setter, template, name))
        return boxes


def _nobodys(certificate: Certificate) -> Certificate:
    """The certificate without what differs from person to person."""
    return replace(
        certificate,
        serial="",
        attendee="",
        name="",
        license="",
        profession="",
        seal="sealed" if certificate.seal else "",
        revision="",
        issued=certificate.issued.min,
    )
