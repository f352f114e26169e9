"""What a file says of itself: the information dictionary and the metadata packet, without dates.

A date would change the bytes of what is printed again.
"""

from typing import Any
from xml.sax.saxutils import escape

from imhtrainer.layout.meta import DocumentMeta
from imhtrainer.render.pdf.objects import dictionary, text

_CREATOR = "IMH Trainer"


def information(meta: DocumentMeta) -> Any:
    """The information dictionary."""
    said = {
        "Title": meta.title,
        "Author": meta.author,
        "Subject": meta.subject,
        "Keywords": ", ".join(meta.keywords),
        "Creator": _CREATOR,
        "Producer": _CREATOR,
    }
    return dictionary({name: text(words) for name, words in said.items()})


def packet(meta: DocumentMeta) -> str:
    """The metadata packet (ISO 16684-1), without dates."""
    keywords = "".join(f"<rdf:li>{escape(word)}</rdf:li>" for word in meta.keywords)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">'
        f"<dc:title><rdf:Alt>{_alternative(meta.title)}</rdf:Alt></dc:title>"
        f"<dc:creator><rdf:Seq><rdf:li>{escape(meta.author)}</rdf:li></rdf:Seq></dc:creator>"
        f"<dc:description><rdf:Alt>{_alternative(meta.subject)}</rdf:Alt></dc:description>"
        f"<dc:language><rdf:Bag><rdf:li>{escape(meta.lang)}</rdf:li></rdf:Bag></dc:language>"
        f"<dc:subject><rdf:Bag>{keywords}</rdf:Bag></dc:subject>"
        f"<xmp:CreatorTool>{_CREATOR}</xmp:CreatorTool><pdf:Producer>{_CREATOR}</pdf:Producer>"
        "</rdf:Description></rdf:RDF></x:xmpmeta>\n"
        '<?xpacket end="r"?>'
    )


def _alternative(text: str) -> str:
    return f'<rdf:li xml:lang="x-default">{escape(text)}</rdf:li>'
