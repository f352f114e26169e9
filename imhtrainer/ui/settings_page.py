"""Settings: who teaches, on what paper, in which light, and where files go. Saved as typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QFileDialog, QWidget

from imhtrainer.store.settings import Scheme, Settings
from imhtrainer.ui.key_box import KeyBox
from imhtrainer.ui.log_row import LogRow
from imhtrainer.ui.pdf_certificate_box import PdfCertificateBox
from imhtrainer.ui.prepare.paper_choice import PaperChoice
from imhtrainer.ui.provider_fields import ProviderFields
from imhtrainer.ui.settings import CurrentSettings
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button, Toggle
from imhtrainer.ui.widgets.fields import NumberField, TextField, named_field
from imhtrainer.ui.widgets.frames import column, row
from imhtrainer.ui.widgets.words import ElidedLabel, label
from imhtrainer.ui.wording import short_place

PAUSE_MILLISECONDS = 400
_TEXTS = ("facilitator", "credentials", "organisation", "address")


class SettingsPage(QWidget):
    """The settings as fields; ``closed`` when the person is done.

    ``sections`` are further ones, each with its heading.
    """

    closed = Signal()

    def __init__(
        self,
        look: Look,
        settings: CurrentSettings,
        default_output: Path,
        key_box: KeyBox | None = None,
        log: Path | None = None,
        pdf_box: PdfCertificateBox | None = None,
        sections: Sequence[tuple[str, QWidget]] = (),
    ) -> None:
        super().__init__()
        self._sections = sections
        self._settings = settings
        self._default_output = default_output
        self._filling = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self.write)
        self.texts = {
            "facilitator": TextField(look, self.tr("Your name")),
            "credentials": TextField(look, self.tr("Credentials")),
            "organisation": TextField(look, self.tr("Organization")),
            "address": TextField(look, self.tr("Address")),
        }
        self.paper = PaperChoice(look)
        self.share = NumberField(self.tr("Present for at least"), 50, 100, " %")
        self.schemes = SchemeChoice(look)
        self.calm = Toggle(look, self.tr("Slides change at once"))
        self.calm.setToolTip(self.tr("Nothing moves, on the projector or in the windows"))
        self.chime = Toggle(look, self.tr("A soft chime when time is up"))
        self.chime.setToolTip(self.tr("When an activity or a break is over"))
        self.provider = ProviderFields(look)
        self.key_box, self.pdf_box = key_box, pdf_box
        self.log = LogRow(look, log) if log is not None else None
        self._place = ""
        self._output = ElidedLabel("", "soft")
        self._choose = Button(look, self.tr("Choose a folder"), icon="folder-open")
        self._done = Button(look, self.tr("Done"), "primary")
        self._lay_out()
        self._connect()
        self.show_settings(settings.now)

    def show_settings(self, settings: Settings) -> None:
        """Show the settings as they are; what is being typed is left alone."""
        if self._pause.isActive():
            return
        self._filling = True
        for name, field in self.texts.items():
            if field.text().strip() != getattr(settings, name):
                field.setText(getattr(settings, name))
                field.setCursorPosition(0)
        self.paper.show_paper(settings.paper)
        self.share.setValue(round(settings.required_share * 100))
        self.schemes.show_scheme(settings.scheme)
        self.calm.setChecked(settings.motion == "still")
        self.chime.setChecked(settings.chime)
        self.provider.show_provider(settings.award.provider)
        self._place = settings.output_folder or str(self._default_output)
        self._output.setText(short_place(Path(self._place)))
        self._output.stand_for(self._place)
        self._filling = False

    def write(self) -> None:
        """Make what the fields say the settings."""
        self._pause.stop()
        texts = {name: field.text().strip() for name, field in self.texts.items()}
        self._settings.change(
            replace(
                self._settings.now,
                facilitator=texts["facilitator"],
                credentials=texts["credentials"],
                organisation=texts["organisation"],
                address=texts["address"],
                paper=self.paper.paper,
                required_share=self.share.value() / 100,
                scheme=self.schemes.scheme,
                motion="still" if self.calm.isChecked() else "system",
                chime=self.chime.isChecked(),
                award=replace(self._settings.now.award, provider=self.provider.provider),
            )
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Read the key's state anew."""
        super().showEvent(event)
        if self.key_box is not None:
            self.key_box.refresh()
        if self.pdf_box is not None:
            self.pdf_box.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Write what was typed before the page is left."""
        if self._pause.isActive():
            self.write()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _hear(self) -> None:
        if not self._filling:
            self._pause.start()

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, self.tr("Where files are saved"), self._place
        )
        if chosen:
            self._settings.change(replace(self._settings.now, output_folder=chosen))

    def _connect(self) -> None:
        for field in self.texts.values():
            field.textEdited.connect(lambda _text: self._hear())
        self.provider.changed.connect(self._hear)
        self.share.valueChanged.connect(lambda _value: self._hear())
        self.paper.chosen.connect(self.write)
        self.schemes.chosen.connect(self.write)
        self.calm.clicked.connect(self.write)
        self.chime.clicked.connect(self.write)
        self._choose.clicked.connect(self._choose_folder)
        self._done.clicked.connect(self.closed)
        self._settings.changed.connect(self.show_settings)

    def _lay_out(self) -> None:
        inside = column(self, spacing=14)
        head = row()
        head.addWidget(label(self.tr("Settings"), "title"), 1)
        head.addWidget(self._done)
        inside.addLayout(head)
        said = self.tr("New sessions begin with these. They are saved as you type.")
        inside.addWidget(label(said, "soft"))
        inside.addSpacing(4)
        for fields in self._own_fields():
            inside.addLayout(fields)
        for named, section in self._all_sections():
            if named:
                inside.addSpacing(8)
                inside.addWidget(label(named, "heading"))
            inside.addWidget(section)
        inside.addStretch(1)

    def _own_fields(self) -> tuple[QBoxLayout, ...]:
        """What a session begins with, row by row."""
        share = named_field(self.tr("To complete, present for at least"), self.share)
        paper = named_field(self.tr("Paper of certificates"), self.paper)
        schemes = named_field(self.tr("Light or dark"), self.schemes)
        output = row(spacing=12)
        output.addWidget(self._output, 1)
        output.addWidget(self._choose)
        return (
            self._pair("facilitator", "credentials"),
            self._pair("organisation", "address"),
            _side_by_side(paper, share),
            _side_by_side(schemes, named_field(self.tr("Movement"), self.calm)),
            _side_by_side(
                named_field(self.tr("Sound"), self.chime),
                named_field(self.tr("Files are saved in"), output),
            ),
        )

    def _all_sections(self) -> tuple[tuple[str, QWidget], ...]:
        """What stands below, each with its heading; one without belongs to the one before."""
        signing = self.tr("Signing certificates")
        return (
            (self.tr("Continuing education"), self.provider),
            *(((signing, self.key_box),) if self.key_box is not None else ()),
            *((("", self.pdf_box),) if self.pdf_box is not None else ()),
            *self._sections,
            *(((self.tr("If something went wrong"), self.log),) if self.log is not None else ()),
        )

    def _pair(self, *names: str) -> QBoxLayout:
        fields = (self.texts[name] for name in names)
        return _side_by_side(*(named_field(f.accessibleName(), f) for f in fields))


class SchemeChoice(QWidget):
    """Light, dark, or as the system has it; ``chosen`` tells that one was pressed."""

    chosen = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Light or dark"))
        self._group = QButtonGroup(self)
        self._buttons: dict[Scheme, Button] = {
            "system": Button(look, self.tr("As the system")),
            "light": Button(look, self.tr("Light"), icon="sun"),
            "dark": Button(look, self.tr("Dark"), icon="moon"),
        }
        inside = row(self, spacing=8)
        for button in self._buttons.values():
            button.setCheckable(True)
            self._group.addButton(button)
            inside.addWidget(button, 1)
        self._group.buttonClicked.connect(lambda _button: self.chosen.emit())

    @property
    def scheme(self) -> Scheme:
        """The scheme that is down."""
        down = self._group.checkedButton()
        return next((name for name, button in self._buttons.items() if button is down), "system")

    def show_scheme(self, scheme: Scheme) -> None:
        """Show which scheme is chosen."""
        self._buttons[scheme].setChecked(True)


def _side_by_side(*fields: QBoxLayout) -> QBoxLayout:
    pair = row(spacing=16)
    for field in fields:
        pair.addLayout(field, 1)
    return pair
