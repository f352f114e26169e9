"""What the file says about itself: title, author, language; with a fixed date."""

from datetime import datetime

from pptx.parts.coreprops import CorePropertiesPart

from imhtrainer.layout.meta import DocumentMeta
from imhtrainer.render.pptx.markup import DECLARATION, tag, words

PROGRAM = "IMH Trainer"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_DATE = datetime(2000, 1, 1)  # fixed, so that the same deck gives the same bytes


def describe(properties: CorePropertiesPart, meta: DocumentMeta) -> None:
    """Fill the core properties from ``meta``."""
    properties.title = meta.title
    properties.author = meta.author
    properties.subject = meta.subject
    properties.language = meta.lang
    properties.keywords = ", ".join(meta.keywords)
    properties.comments = ""
    properties.last_modified_by = meta.author
    properties.created = properties.modified = _DATE


def application_xml(slides: int) -> bytes:
    """The extended properties: which program wrote the file."""
    content = words("Application", PROGRAM) + words("Slides", str(slides))
    root = tag(
        "Properties", {"xmlns": _EXTENDED}, words("PresentationFormat", "Widescreen"), content
    )
    return DECLARATION.encode() + root.encode()
