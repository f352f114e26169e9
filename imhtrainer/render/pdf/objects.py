"""The few PDF objects that reportlab's canvas does not make, over reportlab's own classes."""

from collections.abc import Mapping
from typing import Any

from reportlab.pdfbase import pdfdoc

Name = pdfdoc.PDFName
Array = pdfdoc.PDFArray
Text = pdfdoc.PDFString


def dictionary(**entries: Any) -> Any:
    """A PDF dictionary."""
    return pdfdoc.PDFDictionary(dict(entries))


def packed_stream(content: bytes, entries: Mapping[str, Any] | None = None) -> Any:
    """A compressed stream with further dictionary entries."""
    stream = raw_stream(content, entries)
    stream.filters = [pdfdoc.PDFZCompress]
    return stream


def raw_stream(content: bytes, entries: Mapping[str, Any] | None = None) -> Any:
    """A stream whose content is written as it is."""
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary(dict(entries or {})), content, [])


class UndatedInfo(pdfdoc.PDFInfo):  # type: ignore[misc] # reportlab has no types
    """The information dictionary without a date, so that the same pages give the same bytes."""

    def format(self, document: Any) -> Any:
        """The dictionary's bytes; reportlab calls it."""
        entries = {
            "Title": Text(self.title),
            "Author": Text(self.author),
            "Subject": Text(self.subject),
            "Keywords": Text(self.keywords),
            "Creator": Text(self.creator),
            "Producer": Text(self.producer),
        }
        return pdfdoc.PDFDictionary(entries).format(document)
