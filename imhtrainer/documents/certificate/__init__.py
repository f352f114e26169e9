"""The certificate of completion as a page."""

from imhtrainer.documents.certificate.compose import CertificatePrinter
from imhtrainer.documents.certificate.name import NameReport, report_name

__all__ = ["CertificatePrinter", "NameReport", "report_name"]
