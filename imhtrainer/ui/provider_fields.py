"""Who may give continuing education: number, dates and statement, without which nothing speaks of credit."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from imhtrainer.domain.award import Provider
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.fields import TextField, named_field
from imhtrainer.ui.widgets.frames import column, row
from imhtrainer.ui.widgets.words import label


class ProviderFields(QWidget):
    """Fields on a provider; ``changed`` after each letter."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        day = self.tr("such as 2026-01-31")
        self.texts = {
            "name": TextField(look, self.tr("Provider")),
            "number": TextField(look, self.tr("Provider number")),
            "address": TextField(look, self.tr("Provider’s address")),
            "statement": TextField(look, self.tr("Statement, printed word for word")),
            "valid_from": TextField(look, self.tr("Approved from"), day),
            "valid_to": TextField(look, self.tr("Approved to"), day),
        }
        self.said = label("", "small", wrap=True)
        self._lay_out()
        for field in self.texts.values():
            field.textEdited.connect(lambda _text: self._hear())

    @property
    def provider(self) -> Provider:
        """What the fields say now."""
        return Provider(**{name: field.text().strip() for name, field in self.texts.items()})

    def show_provider(self, provider: Provider) -> None:
        """Show what is known."""
        for name, field in self.texts.items():
            if field.text().strip() != getattr(provider, name):
                field.setText(getattr(provider, name))
                field.setCursorPosition(0)
        self._say()

    def _hear(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        provider = self.provider
        objection = provider.objection(provider.valid_from)
        said = self.tr(
            "Certificates of sessions within these dates carry the statement and the number."
        )
        if not provider.named:
            said = self.tr("Leave this empty if you are no approved provider.")
        elif objection:
            said = self.tr("Nothing of it is printed yet: {0}.").format(objection)
        self.said.setText(said)

    def _lay_out(self) -> None:
        inside = column(self, spacing=14)
        for pair in (("name", "number"), ("address", "statement"), ("valid_from", "valid_to")):
            beside = row(spacing=16)
            for name in pair:
                field = self.texts[name]
                beside.addLayout(named_field(field.accessibleName(), field), 1)
            inside.addLayout(beside)
        inside.addWidget(self.said)
