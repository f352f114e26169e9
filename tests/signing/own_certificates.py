"""An organization's certificate in a PKCS #12 file, as an authority would give it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import dsa, ec, ed25519, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID

PASSPHRASE = "a long passphrase"


Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey | dsa.DSAPrivateKey


def write_pkcs12(
    path: Path,
    until: timedelta = timedelta(days=300),
    with_key: bool = True,
    key: Key | None = None,
) -> Path:
    """Write one that is valid from a year ago ``until`` later than now."""
    key = key or rsa.generate_private_key(65_537, 2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Harborlight Family Counseling")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(now - timedelta(days=365))
        .not_valid_after(now + until)
        .sign(key, None if isinstance(key, ed25519.Ed25519PrivateKey) else SHA256())
    )
    locked = BestAvailableEncryption(PASSPHRASE.encode())
    own, beside = (certificate, None) if with_key else (None, [certificate])
    kept = key if with_key else None
    path.write_bytes(pkcs12.serialize_key_and_certificates(b"own", kept, own, beside, locked))
    return path
