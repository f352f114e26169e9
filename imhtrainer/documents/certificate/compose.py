"""Composes certificates: what all of a session's share is set once, then name, serial and QR for each."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from imhtrainer.documents.certificate import facts
from imhtrainer.documents.certificate.name import set_name
from imhtrainer.documents.certificate.ornament import ornaments
from imhtrainer.documents.certificate.shared import SharedPart
from imhtrainer.documents.setting import Type, put
from imhtrainer.domain.certificate import Certificate
from imhtrainer.domain.errors import CertificateError
from imhtrainer.layout.contents import missing_letters
from imhtrainer.layout.frame import Frame
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.page import Box, GroupBox, Page
from imhtrainer.layout.qr import place_qr

LETTER = (792.0, 612.0)
A4 = (841.9, 595.3)
"""Landscape paper in points."""

_A4_SHIFT = (24.95, -8.35)
_COLUMN = 212.0
_QR_SIDE = 85.0
"""30 mm: a phone reads it after printing and scanning."""


class CertificatePrinter:
    """Makes pages of certificates; remembers the shared part of the session it is printing.

    ``picture`` turns a kept picture's name into its path.
    """

    def __init__(self, kit: Kit, picture: Callable[[str], Path]) -> None:
        self._kit = kit
        self._picture = picture
        self._shared: dict[Certificate, GroupBox] = {}

    def page(self, certificate: Certificate) -> Page:
        """The certificate's page. Raises ``CertificateError`` for a name that cannot be printed."""
        dx, dy = _A4_SHIFT if certificate.paper == "a4" else (0.0, 0.0)
        width, height = A4 if certificate.paper == "a4" else LETTER
        boxes = (self._static(certificate, dx, dy), *self._own(certificate, dx, dy))
        return Page(
            width=width,
            height=height,
            ground="surface",
            boxes=boxes,
            palette=self._kit.theme.colors,
            layout="certificate",
            title=f"{certificate.name}, {certificate.serial}",
            description=facts.plain_text(certificate).replace("\n", ", "),
            lang=certificate.lang,
        )

    def _static(self, certificate: Certificate, dx: float, dy: float) -> GroupBox:
        key = _shared_key(certificate)
        if key not in self._shared:
            part = SharedPart(self._kit, self._picture, key, dx, dy)
            self._shared[key] = GroupBox((*ornaments(dx, dy), *part.boxes()), name="static")
        return self._shared[key]

    def _own(self, certificate: Certificate, dx: float, dy: float) -> tuple[Box, ...]:
        fonts = self._kit.fonts
        x = _COLUMN + dx
        name = set_name(fonts, certificate.name, x, dy)
        missing = missing_letters(name) if name else ()
        if name is None or missing:
            raise CertificateError(_unprintable(certificate.name, missing))
        serial = put(
            fonts,
            Frame(430 + dx, 503 + dy, 206, 17),
            serial_words(certificate),
            Type(12.5, 17, bold=True),
            "serial",
            "right",
        )
        qr = place_qr(facts.qr_text(certificate), 652 + dx, 460 + dy, _QR_SIDE, quick=True)
        return (name, serial, qr, *self._license(certificate, dx, dy))

    def _license(self, certificate: Certificate, dx: float, dy: float) -> tuple[Box, ...]:
        if not certificate.license:
            return ()
        frame = Frame(440 + dx, 256 + dy, 297, 17)
        words = f"License {certificate.license}"
        if certificate.profession:
            words = f"{certificate.profession}, license {certificate.license}"
        style = Type(12.5, 17, "ink-soft")
        return (put(self._kit.fonts, frame, words, style, "license", "right"),)


def serial_words(certificate: Certificate) -> str:
    """The serial, from the second on with its revision."""
    revision = f", revision {certificate.revision}" if certificate.revision > "A" else ""
    return certificate.serial + revision


def _shared_key(certificate: Certificate) -> Certificate:
    """The certificate without what differs from person to person."""
    sealed = "sealed" if certificate.seal else ""
    return replace(
        certificate,
        serial="",
        attendee="",
        name="",
        license="",
        profession="",
        seal=sealed,
        revision="",
        issued=certificate.issued.min,
    )


def _unprintable(name: str, missing: tuple[str, ...]) -> str:
    if missing:
        letters = " ".join(missing)
        return f"{name}: no font has {letters}. Correct the name, then issue the certificate."
    return f"{name}: the name is longer than two lines of 24 pt. Shorten it as the person wishes."
