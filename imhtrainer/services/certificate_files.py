"""Certificates as PDF files: all in one, or one each and signed; an old file stays whole until the new one is."""

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial
from io import BytesIO
from itertools import islice
from pathlib import Path
from pkgutil import resolve_name
from typing import BinaryIO

from imhtrainer.documents.certificate import CertificatePrinter
from imhtrainer.domain.certificate import Certificate
from imhtrainer.layout.meta import DocumentMeta
from imhtrainer.layout.page import Page
from imhtrainer.services.garbage_pause import garbage_waits
from imhtrainer.signing.badge import make_credential
from imhtrainer.signing.keys import KeyRing
from imhtrainer.store.files import replace_file, safe_name

Progress = Callable[[int, int], None]
Sign = Callable[[bytes, datetime, str], bytes]
"""Signs a PDF's bytes, at a moment, for a reason."""


MOST_SIGNED = 1_000
"""Certificates in one file that is signed as a whole: signing needs it in memory, and a larger one is streamed.

The seal on each page stands for itself.
"""


_AHEAD = 32
"""Pages that are made before they are written."""


def file_name(certificate: Certificate) -> str:
    """A certificate's own file, named after the person and the serial, without its ending."""
    revision = f" {certificate.revision}" if certificate.revision > "A" else ""
    return f"{safe_name(certificate.name)} {certificate.serial}{revision}"


def write_badges(
    folder: Path,
    certificates: Sequence[Certificate],
    keys: KeyRing,
    progress: Progress | None = None,
) -> None:
    """Write an Open Badges credential for each certificate, named as its own file."""
    for done, certificate in enumerate(certificates):
        if progress:
            progress(done, len(certificates))
        text = json.dumps(make_credential(certificate, keys), ensure_ascii=False, indent=2) + "\n"
        out = folder / f"{file_name(certificate)}.badge.json"
        replace_file(out, partial(_put, text.encode()))


def _put(content: bytes, stream: BinaryIO) -> None:
    stream.write(content)


def write_certificates(
    printer: CertificatePrinter,
    certificates: Sequence[Certificate],
    out: Path,
    progress: Progress | None = None,
    sign: Sign | None = None,
    before_seen: Callable[[], None] | None = None,
) -> None:
    """Write certificates to one PDF, signed where ``sign`` is given and there are at most ``MOST_SIGNED``.

    A failure leaves the old file as it was. ``before_seen`` is called when all is written and nobody sees the
    file yet; what it raises leaves no file.
    """
    write_pdf = resolve_name("imhtrainer.render.pdf:write_pdf")
    first = certificates[0]
    meta = DocumentMeta(
        title=first.name if len(certificates) == 1 else f"Certificates: {first.training}",
        author=first.organisation or first.facilitator,
        subject=f"Certificate of completion: {first.training}",
        lang=first.lang,
        keywords=tuple(c.serial for c in certificates),
    )
    pages = _some_ahead(_all_pages(printer, certificates, progress))

    def write(stream: BinaryIO) -> None:
        if sign is None or len(certificates) > MOST_SIGNED:
            write_pdf(pages, stream, meta)
        else:
            whole = BytesIO()
            write_pdf(pages, whole, meta)
            stream.write(sign(whole.getvalue(), first.issued, _reason(certificates)))
        if before_seen is not None:
            stream.flush()
            before_seen()

    with garbage_waits():
        replace_file(out, write)


def _reason(certificates: Sequence[Certificate]) -> str:
    first, last = certificates[0].serial, certificates[-1].serial
    return f"Certificate {first}" if first == last else f"Certificates {first} to {last}"


def write_signed(
    printer: CertificatePrinter,
    certificates: Sequence[Certificate],
    folder: Path,
    progress: Progress | None,
    signer: Callable[[Certificate], Sign | None],
) -> tuple[Path, ...]:
    """One PDF each in a folder, signed by what ``signer`` gives for it; stopped, those done are whole."""
    written = []
    for done, certificate in enumerate(certificates):
        if progress:
            progress(done, len(certificates))
        out = folder / f"{file_name(certificate)}.pdf"
        write_certificates(printer, (certificate,), out, None, signer(certificate))
        written.append(out)
    return tuple(written)


def _all_pages(
    printer: CertificatePrinter, certificates: Sequence[Certificate], progress: Progress | None
) -> Iterator[Page]:
    for done, certificate in enumerate(certificates):
        if progress:
            progress(done, len(certificates))
        yield from printer.pages(certificate)


def _some_ahead(pages: Iterator[Page]) -> Iterator[Page]:
    """The same pages, made some at a time.

    Making and writing are each a fair amount of code and data: in turn for every page, one drives the other out
    of the processor's memory, which costs up to a tenth of the time.
    """
    while some := tuple(islice(pages, _AHEAD)):
        yield from some
