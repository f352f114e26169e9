"""Text in a template's placeholder: it says only what it must, so that the template's look reaches it."""

from collections.abc import Sequence

from imhtrainer.layout.directions import base_level
from imhtrainer.layout.page import Span, TextParagraph
from imhtrainer.render.pptx.house.fitting import share_that_fits
from imhtrainer.render.pptx.house.holders import Holder
from imhtrainer.render.pptx.markup import Attributes, tag, words
from imhtrainer.render.pptx.text import Voice

_LISTS = frozenset({"body", "obj"})
_TITLES = frozenset({"title", "ctrTitle"})
_FIELD = "{C1FF6DA9-008F-4B48-92A6-B652298478BF}"


def house_body(paragraphs: Sequence[TextParagraph], holder: Holder, voice: Voice) -> str:
    """``p:txBody`` in the template's type, colours and bullets; too much text is shrunk to its frame."""
    shrinking = tag("a:bodyPr", {}, _fitted(paragraphs, holder) if holder.is_content else "")
    made = "".join(_paragraph(paragraph, holder, voice) for paragraph in paragraphs)
    return tag("p:txBody", {}, shrinking, tag("a:lstStyle"), made)


def _fitted(paragraphs: Sequence[TextParagraph], holder: Holder) -> str:
    share = 1.0 if holder.kind in _TITLES else share_that_fits(paragraphs, holder)
    return tag("a:normAutofit", {"fontScale": round(share * 100_000)} if share < 1 else {})


def _paragraph(paragraph: TextParagraph, holder: Holder, voice: Voice) -> str:
    runs = "".join(_run(span, holder, voice) for span in paragraph.spans if span.text)
    return tag("a:p", {}, _properties(paragraph, holder), runs)


def _properties(paragraph: TextParagraph, holder: Holder) -> str:
    turned: dict[str, str | int] = {"algn": "r", "rtl": 1} if base_level(paragraph.text) else {}
    if holder.kind not in _LISTS:
        return tag("a:pPr", turned) if turned else ""
    if paragraph.bullet is None:
        return tag("a:pPr", {"marL": 0, "indent": 0, **turned}, tag("a:buNone"))
    if paragraph.bullet.text.endswith("."):
        font = tag("a:buFont", {"typeface": "+mj-lt"})
        return tag("a:pPr", turned, font, tag("a:buAutoNum", {"type": "arabicPeriod"}))
    return tag("a:pPr", turned) if turned else ""


def _run(span: Span, holder: Holder, voice: Voice) -> str:
    properties = tag("a:rPr", _look(span, holder, voice.lang), voice.link(span.link))
    if holder.kind == "sldNum":
        field = {"id": _FIELD, "type": "slidenum"}
        return tag("a:fld", field, properties, words("a:t", span.text))
    pieces = (
        tag("a:r", {}, properties, words("a:t", piece)) if piece else ""
        for piece in span.text.split("\n")
    )
    return tag("a:br", {}, properties).join(pieces)


def _look(span: Span, holder: Holder, lang: str) -> Attributes:
    look: dict[str, str | int] = {"lang": lang}
    if (span.bold or span.semibold) and holder.kind in _LISTS:
        look["b"] = 1
    if span.italic:
        look["i"] = 1
    return look
