"""What the file says about itself: title, author, language; with a fixed date."""

from imhtrainer.layout.meta import DocumentMeta
from imhtrainer.render.pptx.markup import DECLARATION, tag, words
from imhtrainer.render.pptx.parts import CT, Part

PROGRAM = "IMH Trainer"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_NAMESPACES = {
    "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:dcterms": "http://purl.org/dc/terms/",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
_DATE = "2000-01-01T00:00:00Z"  # fixed, so that the same deck gives the same bytes


def core_part(meta: DocumentMeta) -> Part:
    """The core properties."""
    date = f'xsi:type="dcterms:W3CDTF">{_DATE}'
    told = tag(
        "cp:coreProperties",
        _NAMESPACES,
        words("dc:title", meta.title),
        words("dc:subject", meta.subject),
        words("dc:creator", meta.author),
        words("cp:keywords", ", ".join(meta.keywords)),
        words("cp:lastModifiedBy", meta.author),
        f"<dcterms:created {date}</dcterms:created>",
        f"<dcterms:modified {date}</dcterms:modified>",
        words("dc:language", meta.lang),
    )
    return Part("docProps/core.xml", CT.CORE_PROPERTIES, (DECLARATION + told).encode())


def application_part(slides: int) -> Part:
    """The extended properties: which program wrote the file."""
    told = tag(
        "Properties",
        {"xmlns": _EXTENDED},
        words("PresentationFormat", "Widescreen"),
        words("Application", PROGRAM),
        words("Slides", str(slides)),
    )
    return Part("docProps/app.xml", CT.EXTENDED_PROPERTIES, (DECLARATION + told).encode())
