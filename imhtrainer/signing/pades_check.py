"""Whether a PDF file is as it was signed. Import this late, as ``pades``."""

from pathlib import Path

from asn1crypto import x509
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import (
    EmbeddedPdfSignature,
    SignatureCoverageLevel,
    validate_pdf_signature,
)
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko_certvalidator import ValidationContext

_BROKEN = "The file was changed after it was signed."


def check_signature(path: Path) -> tuple[str, bool]:
    """What the file's own signature says in a sentence, and whether the file is sound.

    A file without a signature is sound: certificates printed together have none, their seals stand for them.
    """
    try:
        with path.open("rb") as stream:
            found = PdfFileReader(stream).embedded_signatures
            if not found:
                return "", True
            return _verdict(found[-1])
    except (PdfError, SignatureValidationError, ValueError, OSError, KeyError) as error:
        if not _was_signed(path):
            return "", True
        return f"{_BROKEN} ({type(error).__name__})", False


def _was_signed(path: Path) -> bool:
    """Whether a file that cannot be read strictly holds anything of a signature; scanners write sloppy files."""
    content = path.read_bytes()
    return any(mark in content for mark in (b"/ByteRange", b"/Sig", b"ETSI.CAdES"))


def signing_certificate(path: Path) -> bytes:
    """The certificate (DER) of a file's last signature; empty where there is none, or none can be read."""
    try:
        with path.open("rb") as stream:
            found = PdfFileReader(stream).embedded_signatures
            return bytes(found[-1].signer_cert.dump()) if found else b""
    except (PdfError, SignatureValidationError, ValueError, OSError, KeyError):
        return b""


def _verdict(signature: EmbeddedPdfSignature) -> tuple[str, bool]:
    certificate: x509.Certificate = signature.signer_cert
    trusted = ValidationContext(trust_roots=[certificate], allow_fetching=False)
    status = validate_pdf_signature(signature, trusted)
    whole = status.coverage is SignatureCoverageLevel.ENTIRE_FILE or (
        status.modification_level is ModificationLevel.NONE
    )
    if not (status.intact and status.valid and whole):
        return _BROKEN, False
    return f"The file is as {certificate.subject.human_friendly} signed it.", True
