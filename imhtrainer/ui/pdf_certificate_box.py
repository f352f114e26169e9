"""The organization's own certificate for signing PDF files: which file, and its passphrase while we run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from imhtrainer.signing.pdf_certificate import PdfCertificate
from imhtrainer.ui.errors import ErrorDesk
from imhtrainer.ui.settings import CurrentSettings
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.tasks import TaskRunner
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.fields import TextField, named_field
from imhtrainer.ui.widgets.frames import column, row
from imhtrainer.ui.widgets.words import ElidedLabel, label


class PdfCertificateBox(QWidget):
    """Chooses the file, opens it off the GUI thread, and forgets it again."""

    def __init__(
        self,
        look: Look,
        settings: CurrentSettings,
        certificate: PdfCertificate,
        runner: TaskRunner,
        errors: ErrorDesk,
    ) -> None:
        super().__init__()
        self._settings, self._certificate = settings, certificate
        self._runner, self._errors = runner, errors
        self._name = ElidedLabel("", "soft")
        self.choose_button = Button(look, self.tr("Choose a file"), icon="folder-open")
        self.remove_button = Button(look, self.tr("Do without"), "text")
        self.passphrase = TextField(look, self.tr("Passphrase of the certificate file"))
        self.passphrase.setPlaceholderText(self.tr("Its passphrase, asked again after each start"))
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.open_button = Button(look, self.tr("Open it"), icon="key-round")
        self.said = label("", "small", wrap=True)
        self.ask_file: Callable[[], str] = self._ask_file
        self._lay_out()
        self.choose_button.clicked.connect(self._choose)
        self.remove_button.clicked.connect(self._remove)
        self.open_button.clicked.connect(self._open)
        self.passphrase.returnPressed.connect(self._open)
        self.refresh()

    def refresh(self, sentence: str = "") -> None:
        """Show which file is set, and whether it is open."""
        path = self._settings.now.pdf_certificate
        opened = self._certificate.is_open(path)
        self._name.setText(path or self.tr("None; the program’s own key signs."))
        self.remove_button.setVisible(bool(path))
        self.passphrase.setVisible(bool(path) and not opened)
        self.open_button.setVisible(bool(path) and not opened)
        if not sentence and path and not opened:
            sentence = self.tr("Until it is opened, no signed file can be written.")
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))

    def _choose(self) -> None:
        if chosen := self.ask_file():
            self._set(chosen)
            self.passphrase.setFocus()

    def _remove(self) -> None:
        self._certificate.close()
        self._set("")

    def _set(self, path: str) -> None:
        self._settings.change(replace(self._settings.now, pdf_certificate=path))
        self.passphrase.clear()
        self.refresh()

    def _open(self) -> None:
        path, words = Path(self._settings.now.pdf_certificate), self.passphrase.text()
        self._runner.start(
            lambda _progress: self._certificate.open(path, words), self._opened, self._refused
        )

    def _opened(self, subject: str) -> None:
        self.passphrase.clear()
        self.refresh(self.tr("Signs PDF files as: {0}").format(subject))

    def _refused(self, error: BaseException) -> None:
        self.refresh(self._errors.sentence(error))

    def _ask_file(self) -> str:
        words = self.tr("The certificate with its key")
        return QFileDialog.getOpenFileName(self, words, str(Path.home()), "PKCS #12 (*.p12 *.pfx)")[
            0
        ]

    def _lay_out(self) -> None:
        inside = column(self, spacing=10)
        file = row(spacing=12)
        file.addWidget(self._name, 1)
        file.addWidget(self.remove_button)
        file.addWidget(self.choose_button)
        name = self.tr("PDF files are signed with your organization’s certificate")
        inside.addLayout(named_field(name, file))
        opening = row(spacing=12)
        opening.addWidget(self.passphrase, 1)
        opening.addWidget(self.open_button)
        inside.addLayout(opening)
        inside.addWidget(self.said)
