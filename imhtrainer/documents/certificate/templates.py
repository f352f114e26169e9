"""The designs that ship with the program, and those that issued certificates keep for good."""

from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

from imhtrainer.documents.certificate.template import Template
from imhtrainer.documents.certificate.template_file import read_template
from imhtrainer.domain.certificate import Certificate
from imhtrainer.domain.errors import CertificateError
from imhtrainer.resources import resource_path

Kept = Callable[[str], Path]
"""Turns a kept design's name into its path."""

STANDARD = "professionals"
"""The design of a certificate that names none."""


def shipped_designs() -> Path:
    """The folder of the designs that ship with the program."""
    return resource_path("certificates")


def design_name(content: bytes) -> str:
    """The name under which a design's content is kept."""
    return sha256(content).hexdigest()[:32]


class Templates:
    """Reads designs once each: by name as they ship, by content as they were when they were issued with."""

    def __init__(self, colors: Mapping[str, str], kept: Kept, folder: Path | None = None) -> None:
        self._colors, self._kept = colors, kept
        self._folder = folder or shipped_designs()
        self._read: dict[str, Template] = {}

    def names(self) -> tuple[str, ...]:
        """The designs that can be chosen, by their files' names."""
        return tuple(sorted(path.stem for path in self._folder.glob("*.toml")))

    def content(self, name: str) -> bytes:
        """The file of a design that ships; raises ``CertificateError`` where there is none."""
        path = self._folder / f"{Path(name or STANDARD).name}.toml"
        try:
            return path.read_bytes()
        except OSError as error:
            known = ", ".join(self.names())
            raise CertificateError(
                f"There is no certificate design “{name}”. Choose one of these: {known}."
            ) from error

    def shipped(self, name: str) -> Template:
        """A design as it ships now, checked. Raises ``CertificateError`` with file and line."""
        return self._checked(self.content(name), f"{Path(name or STANDARD).name}.toml")

    def of(self, certificate: Certificate) -> Template:
        """The design of a certificate: the one it was issued with, else the one it names."""
        if not certificate.design:
            return self.shipped(certificate.template)
        if certificate.design not in self._read:
            self._read[certificate.design] = self._restored(certificate)
        return self._read[certificate.design]

    def _restored(self, certificate: Certificate) -> Template:
        path = self._kept(certificate.design)
        try:
            content = path.read_bytes()
        except OSError as error:
            raise CertificateError(
                f"The design that {certificate.serial} was issued with is gone: {path}. "
                "Bring the folder back from a backup."
            ) from error
        if design_name(content) != certificate.design:
            raise CertificateError(
                f"The design that {certificate.serial} was issued with was changed: {path}. "
                "Bring the file back from a backup."
            )
        return self._checked(content, path.name)

    def _checked(self, content: bytes, file: str) -> Template:
        name = design_name(content)
        if name not in self._read:
            self._read[name] = read_template(content, file, self._colors)
        return self._read[name]
