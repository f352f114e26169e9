"""PDF files can be signed with the organization's own certificate; its passphrase is asked for and never kept."""

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import dsa, ec, ed25519
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from imhtrainer.documents.certificate import CertificatePrinter
from imhtrainer.domain.errors import SigningError
from imhtrainer.layout.kit import load_kit
from imhtrainer.services.certificate_files import write_certificates
from imhtrainer.signing.pades_check import check_signature
from imhtrainer.signing.pdf_certificate import PdfCertificate
from tests.documents.test_certificate import FACTS
from tests.signing.own_certificates import PASSPHRASE, Key, write_pkcs12


@pytest.fixture
def held() -> PdfCertificate:
    return PdfCertificate()


def test_the_file_is_signed_with_the_certificate_and_verifies(
    held: PdfCertificate, tmp_path: Path
) -> None:
    path = write_pkcs12(tmp_path / "own.p12")
    assert "Harborlight Family Counseling" in held.open(path, PASSPHRASE)
    signer = held.signer(str(path))
    assert signer is not None
    out = tmp_path / "one.pdf"
    write_certificates(CertificatePrinter(load_kit(), Path), (FACTS,), out, None, signer.sign)
    (signature,) = PdfFileReader(BytesIO(out.read_bytes())).embedded_signatures
    trust = ValidationContext(trust_roots=[signature.signer_cert])
    status = validate_pdf_signature(signature, trust)
    assert status.intact
    assert status.valid
    assert "Harborlight" in signature.signer_cert.subject.human_friendly


@pytest.mark.parametrize(
    "make",
    [
        lambda: ec.generate_private_key(ec.SECP256R1()),
        lambda: ec.generate_private_key(ec.SECP384R1()),
        ed25519.Ed25519PrivateKey.generate,
    ],
    ids=["P-256", "P-384", "Ed25519"],
)
def test_keys_of_newer_kinds_sign_and_the_same_certificate_signs_alike(
    make: Callable[[], Key], held: PdfCertificate, tmp_path: Path
) -> None:
    path = write_pkcs12(tmp_path / "own.p12", key=make())
    held.open(path, PASSPHRASE)
    signer = held.signer(str(path))
    assert signer is not None
    printer = CertificatePrinter(load_kit(), Path)
    files = tmp_path / "one.pdf", tmp_path / "again.pdf"
    for out in files:
        write_certificates(printer, (FACTS,), out, None, signer.sign)
    assert check_signature(files[0]) == (
        "The file is as Common Name: Harborlight Family Counseling signed it.",
        True,
    )
    assert files[0].read_bytes() == files[1].read_bytes()


def test_a_key_that_no_reader_checks_is_told(held: PdfCertificate, tmp_path: Path) -> None:
    path = write_pkcs12(tmp_path / "old.p12", key=dsa.generate_private_key(2048))
    with pytest.raises(SigningError, match=r"old\.p12 holds a key of a kind.*RSA, EC or Ed25519"):
        held.open(path, PASSPHRASE)


def test_it_is_opened_once_and_not_for_each_file(held: PdfCertificate, tmp_path: Path) -> None:
    path = write_pkcs12(tmp_path / "own.p12")
    held.open(path, PASSPHRASE)
    path.unlink()
    assert held.signer(str(path)) is held.signer(str(path))


def test_until_the_passphrase_is_given_nothing_is_signed(
    held: PdfCertificate, tmp_path: Path
) -> None:
    assert held.signer("") is None
    path = write_pkcs12(tmp_path / "own.p12")
    with pytest.raises(SigningError, match=r"wait for the passphrase of own\.p12.*under Settings"):
        held.signer(str(path))
    held.open(path, PASSPHRASE)
    held.close()
    with pytest.raises(SigningError, match="wait for the passphrase"):
        held.signer(str(path))


def test_what_does_not_open_is_told_in_a_sentence(held: PdfCertificate, tmp_path: Path) -> None:
    sound = write_pkcs12(tmp_path / "own.p12")
    damaged = tmp_path / "damaged.p12"
    damaged.write_bytes(sound.read_bytes()[:200])
    keyless = write_pkcs12(tmp_path / "keyless.p12", with_key=False)
    old = write_pkcs12(tmp_path / "old.p12", until=timedelta(days=-10))
    for path, words, said in (
        (sound, "another", "does not open with this passphrase"),
        (damaged, PASSPHRASE, "does not open with this passphrase"),
        (keyless, PASSPHRASE, "holds no key"),
        (old, PASSPHRASE, "was valid until"),
        (tmp_path / "gone.p12", PASSPHRASE, "cannot be read"),
    ):
        with pytest.raises(SigningError, match=said):
            held.open(path, words)
        assert not held.is_open(str(path))
