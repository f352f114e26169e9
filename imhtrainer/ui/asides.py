"""The pages that stand beside the day: settings and help, made when they are first asked for."""

from PySide6.QtCore import QCoreApplication

from imhtrainer.services.session import TrainingSession
from imhtrainer.ui.help_page import HelpPage
from imhtrainer.ui.key_box import KeyBox
from imhtrainer.ui.overlay_page import OverlayPage
from imhtrainer.ui.pdf_certificate_box import PdfCertificateBox
from imhtrainer.ui.printer_box import PrinterBox
from imhtrainer.ui.records_box import RecordsBox
from imhtrainer.ui.services import Services
from imhtrainer.ui.settings_page import SettingsPage
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.wrapup.evaluations.page import EvaluationsPage

translate = QCoreApplication.translate


def make_settings(look: Look, services: Services) -> OverlayPage:
    """The settings over the place that is shown."""
    keys = KeyBox(look, services.keys, services.runner)
    outputs, log = services.data_folder.outputs, services.errors.log
    paper = PdfCertificateBox(
        look, services.settings, services.pdf_certificate, services.runner, services.errors
    )
    sections = (
        (
            translate("Settings", "Printing certificates"),
            PrinterBox(look, services.settings, services.kit),
        ),
        (translate("Settings", "Records"), RecordsBox(look, services)),
    )
    return OverlayPage(SettingsPage(look, services.settings, outputs, keys, log, paper, sections))


def make_help(look: Look, services: Services) -> OverlayPage:
    """The help over the place that is shown."""
    return OverlayPage(HelpPage(look, services.errors.log))


def make_evaluations(look: Look, services: Services, session: TrainingSession) -> OverlayPage:
    """The page on which evaluations are typed in from paper, and opened and closed on phones."""
    return OverlayPage(EvaluationsPage(look, session, services.errors, services.runner))
