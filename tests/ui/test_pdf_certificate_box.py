"""Settings: the certificate file that signs PDF files, and its passphrase for as long as the program runs."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from imhtrainer.ui.pdf_certificate_box import PdfCertificateBox
from imhtrainer.ui.services import Services
from imhtrainer.ui.style.look import Look
from tests.signing.own_certificates import PASSPHRASE, write_pkcs12

Settle = Callable[[], None]


@pytest.fixture
def box(
    window_look: Look, services: Services, shown: Callable[[QWidget], None]
) -> PdfCertificateBox:
    made = PdfCertificateBox(
        window_look,
        services.settings,
        services.pdf_certificate,
        services.runner,
        services.errors,
    )
    shown(made)
    return made


def test_a_file_is_chosen_opened_and_done_without(
    box: PdfCertificateBox, services: Services, settle: Settle, tmp_path: Path
) -> None:
    assert box.passphrase.isHidden()
    path = str(write_pkcs12(tmp_path / "own.p12"))
    box.ask_file = lambda: path
    box.choose_button.click()
    assert services.settings.now.pdf_certificate == path
    assert box.said.text() == "Until it is opened, no signed file can be written."
    box.passphrase.setText("another")
    box.open_button.click()
    settle()
    assert "does not open with this passphrase" in box.said.text()
    box.passphrase.setText(PASSPHRASE)
    box.open_button.click()
    settle()
    assert "Harborlight Family Counseling" in box.said.text()
    assert box.passphrase.isHidden()
    assert box.passphrase.text() == ""
    box.remove_button.click()
    assert services.settings.now.pdf_certificate == ""
    assert services.pdf_certificate.signer("") is None


def test_the_passphrase_is_on_no_disk(
    box: PdfCertificateBox, services: Services, settle: Settle, tmp_path: Path
) -> None:
    path = str(write_pkcs12(tmp_path / "own.p12"))
    box.ask_file = lambda: path
    box.choose_button.click()
    box.passphrase.setText(PASSPHRASE)
    box.open_button.click()
    settle()
    files = [f for f in services.data_folder.path.rglob("*") if f.is_file()]
    assert services.data_folder.settings in files
    assert all(PASSPHRASE.encode() not in f.read_bytes() for f in files)
