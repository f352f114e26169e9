"""Cancelling the signed files leaves whole files and no half one; a disk that fills up leaves the old ones."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from imhtrainer.documents.certificate import CertificatePrinter
from imhtrainer.domain.certificate import Certificate, make_serial
from imhtrainer.domain.errors import Cancelled
from imhtrainer.layout.kit import load_kit
from imhtrainer.services.certificate_files import file_name, write_certificates, write_signed
from imhtrainer.signing.keys import KeyRing
from imhtrainer.signing.pades import own_signer
from imhtrainer.signing.seal import seal_certificate
from tests.documents.test_certificate import FACTS

STOP_AT = 2


@pytest.fixture
def keys(tmp_path: Path) -> KeyRing:
    return KeyRing(tmp_path / "keys")


@pytest.fixture
def certificates(keys: KeyRing) -> list[Certificate]:
    named = [replace(FACTS, serial=make_serial(2026, n), name=f"Ana Ruiz {n}") for n in range(4)]
    return [seal_certificate(certificate, keys) for certificate in named]


def test_cancelling_between_two_files_leaves_those_that_are_done_whole(
    keys: KeyRing, certificates: list[Certificate], tmp_path: Path
) -> None:
    printer, folder = CertificatePrinter(load_kit(), Path), tmp_path / "out"
    sign = own_signer(keys.file_key(), keys.public(), "Harborlight").sign

    def stop(done: int, _total: int) -> None:
        if done == STOP_AT:
            raise Cancelled("Stopped, as asked.")

    with pytest.raises(Cancelled):
        write_signed(printer, certificates, folder, stop, lambda _certificate: sign)
    written = sorted(path.name for path in folder.iterdir())
    assert written == sorted(f"{file_name(c)}.pdf" for c in certificates[:STOP_AT])
    for path in folder.iterdir():
        assert "/Sig" in str(PdfReader(path).get_fields())


def test_cancelling_while_a_file_is_signed_leaves_the_old_one_as_it_was(
    keys: KeyRing, certificates: list[Certificate], tmp_path: Path
) -> None:
    printer, out = CertificatePrinter(load_kit(), Path), tmp_path / "out" / "one.pdf"
    sign = own_signer(keys.file_key(), keys.public(), "Harborlight").sign
    write_certificates(printer, certificates[:1], out, None, sign)
    before = out.read_bytes()

    def stopped(_pdf: bytes, _moment: datetime, _reason: str) -> bytes:
        raise Cancelled("Stopped, as asked.")

    with pytest.raises(Cancelled):
        write_certificates(printer, certificates[1:2], out, None, stopped)
    assert out.read_bytes() == before
    assert [path.name for path in out.parent.iterdir()] == ["one.pdf"]
