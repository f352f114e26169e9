"""The certificate of completion as pages, by a design that is data."""

from imhtrainer.documents.certificate.compose import CertificatePrinter
from imhtrainer.documents.certificate.name import NameReport
from imhtrainer.documents.certificate.templates import STANDARD, Templates, design_name

__all__ = ["STANDARD", "CertificatePrinter", "NameReport", "Templates", "design_name"]
