"""Signed PDF files (PAdES, ETSI EN 319 142): a changed byte shows in any reader that checks signatures.

Import this late: the library takes a quarter of a second.
"""

from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.generic import ArrayObject, ByteStringObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko_certvalidator.registry import SimpleCertificateStore

from imhtrainer.domain.errors import SigningError
from imhtrainer.domain.wording import long_date
from imhtrainer.signing.keys import fingerprint, key_id

FIELD = "Issuer"
"""The signature field's name."""

OpenKey = RSAPrivateKey | EllipticCurvePrivateKey | Ed25519PrivateKey
"""The keys with which files are signed: those that readers of PDF check."""

_ALWAYS = datetime(2020, 1, 1, tzinfo=UTC)
_FOREVER = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)
"""RFC 5280, 4.1.2.5: a certificate without a well-defined end."""

_SIGNATURE_BYTES = 4_096


class _Appending(IncrementalPdfFileWriter):
    """Appends the signature and leaves what the file says of itself alone: no hour of writing, no luck."""

    def __init__(self, pdf: bytes) -> None:
        super().__init__(BytesIO(pdf))
        first = ByteStringObject(sha256(pdf).digest()[:16])
        second = ByteStringObject(sha256(pdf + b"signed").digest()[:16])
        self._document_id = ArrayObject([first, second])

    def _update_meta(self) -> None:
        """The library would write the present moment here."""


class _TimedSigner(signers.PdfSigner):
    """Says the moment of issue instead of the moment of writing: the same facts give the same file."""

    moment = _ALWAYS

    def init_signing_session(
        self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False
    ) -> PdfSigningSession:
        """The library's session, at our moment."""
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self.moment
        return session


class _OpenedSigner(signers.SimpleSigner):
    """Signs with a key that is opened already: opening and checking it costs a hundred signatures."""

    opened: OpenKey | None = None

    def sign_raw(self, data: bytes, digest_algorithm: str) -> bytes:
        """The signature over ``data``; the library calls it. The same data always get the same one."""
        match self.opened:
            case RSAPrivateKey():
                return self.opened.sign(data, PKCS1v15(), SHA256())
            case EllipticCurvePrivateKey():
                # Without chance (RFC 6979): printing again must give the same file.
                return self.opened.sign(data, ECDSA(SHA256(), deterministic_signing=True))
            case Ed25519PrivateKey():
                return self.opened.sign(data)
            case None:
                return super().sign_raw(data, digest_algorithm)


class PdfSigner:
    """Signs PDF files, each in memory; made once for many."""

    def __init__(self, signer: signers.SimpleSigner, digest: str = "sha256") -> None:
        self._signer, self._digest = signer, digest

    @property
    def subject(self) -> str:
        """Whose certificate signs."""
        certificate = self._signer.signing_cert
        return str(certificate.subject.human_friendly) if certificate is not None else ""

    @property
    def certificate(self) -> bytes:
        """The certificate that signs (DER)."""
        certificate = self._signer.signing_cert
        return bytes(certificate.dump()) if certificate is not None else b""

    def sign(self, pdf: bytes, moment: datetime, reason: str) -> bytes:
        """The file with the issuer's signature appended. Raises ``SigningError`` for what is no PDF."""
        try:
            writer = _Appending(pdf)
            meta = signers.PdfSignatureMetadata(
                field_name=FIELD,
                reason=reason,
                subfilter=fields.SigSeedSubFilter.PADES,
                md_algorithm=self._digest,
            )
            signer = _TimedSigner(meta, self._signer)
            signer.moment = moment.astimezone(UTC)
            out = signer.sign_pdf(writer, bytes_reserved=2 * _SIGNATURE_BYTES)
            return bytes(out.getbuffer())
        except (PdfError, ValueError, OSError) as error:
            raise SigningError(f"The PDF could not be signed ({error}).") from error


def own_signer(key: RSAPrivateKey, issuer: bytes, organisation: str) -> PdfSigner:
    """Signs with a key and a certificate that it issued to itself, named after the issuer's public key."""
    certificate = own_certificate(key, issuer, organisation)
    der = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    signer = _OpenedSigner(
        signing_cert=asn1_x509.Certificate.load(certificate),
        signing_key=asn1_keys.PrivateKeyInfo.load(der),
        cert_registry=SimpleCertificateStore(),
    )
    signer.opened = key
    return PdfSigner(signer)


def own_certificate(key: RSAPrivateKey, issuer: bytes, organisation: str) -> bytes:
    """The self-issued X.509 certificate of a key (DER); the same key and name give the same bytes."""
    names = [x509.NameAttribute(NameOID.COMMON_NAME, f"IMH Trainer issuer {fingerprint(issuer)}")]
    if organisation:
        names.append(x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation[:64]))
    subject = x509.Name(names)
    built = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(int.from_bytes(key_id(issuer), "big") >> 1 or 1)
        .not_valid_before(_ALWAYS)
        .not_valid_after(_FOREVER)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_signing_only(), critical=True)
        .sign(key, SHA256())
    )
    return built.public_bytes(Encoding.DER)


def pkcs12_signer(path: Path, passphrase: str) -> PdfSigner:
    """Signs with a certificate from a PKCS #12 file, opened once for all files.

    Raises ``SigningError`` where it does not open, holds no key or one of another kind, or is not valid now.
    """
    try:
        found = pkcs12.load_pkcs12(path.read_bytes(), passphrase.encode() or None)
    except OSError as error:
        raise SigningError(
            f"{path} cannot be read ({error.strerror}). Choose the file again under Settings."
        ) from error
    except ValueError as error:
        raise SigningError(
            f"{path.name} does not open with this passphrase. Check both under Settings."
        ) from error
    if found.key is None or found.cert is None:
        raise SigningError(
            f"{path.name} holds no key with its certificate. Export both together, then choose it."
        )
    if not isinstance(found.key, OpenKey):
        raise SigningError(
            f"{path.name} holds a key of a kind that PDF readers do not check. Ask for a certificate with an "
            "RSA, EC or Ed25519 key."
        )
    _refuse_outdated(found.cert.certificate, path.name)
    der = found.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    others = [asn1_x509.Certificate.load(_der(c.certificate)) for c in found.additional_certs]
    signer = _OpenedSigner(
        signing_cert=asn1_x509.Certificate.load(_der(found.cert.certificate)),
        signing_key=asn1_keys.PrivateKeyInfo.load(der),
        cert_registry=SimpleCertificateStore.from_certs(others),
    )
    signer.opened = found.key
    # RFC 8419, 3.1: Ed25519 stands with SHA-512.
    return PdfSigner(signer, "sha512" if isinstance(found.key, Ed25519PrivateKey) else "sha256")


def _refuse_outdated(certificate: x509.Certificate, name: str) -> None:
    now = datetime.now(UTC)
    if now > certificate.not_valid_after_utc:
        ended = long_date(certificate.not_valid_after_utc.date())
        raise SigningError(
            f"The certificate in {name} was valid until {ended}. Choose a newer one."
        )
    if now < certificate.not_valid_before_utc:
        begins = long_date(certificate.not_valid_before_utc.date())
        raise SigningError(
            f"The certificate in {name} is valid from {begins}. Check this computer’s clock."
        )


def _der(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(Encoding.DER)


def _signing_only() -> x509.KeyUsage:
    allowed = {"digital_signature": True, "content_commitment": True}
    others = (
        *("key_encipherment", "data_encipherment", "key_agreement", "key_cert_sign"),
        *("crl_sign", "encipher_only", "decipher_only"),
    )
    return x509.KeyUsage(**allowed, **dict.fromkeys(others, False))
