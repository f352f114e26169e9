"""Speaker notes: a notes master that prints a slide above its words, and one notes page a slide."""

from collections.abc import Iterable

from imhtrainer.layout.page import Bullet, Span, TextParagraph
from imhtrainer.render.pptx.colors import Colors
from imhtrainer.render.pptx.markup import document, emu, tag, words
from imhtrainer.render.pptx.master import COLOR_MAP, EMPTY_GROUP
from imhtrainer.render.pptx.outlines import Frame, position
from imhtrainer.render.pptx.text import points_spacing

PAGE_WIDTH, PAGE_HEIGHT = 540.0, 720.0
"""Notes pages are 7.5 x 10 inches, PowerPoint's own size, in points."""

_PICTURE: Frame = (54, 40, 432, 243)
_WORDS: Frame = (54, 300, 432, 360)
_NUMBER: Frame = (306, 680, 180, 20)
_INDENT = 14.0
_SIZE = 12
_SPACE = 4.0


def notes_master_xml(colors: Colors) -> bytes:
    """The notes master."""
    return document(
        "p:notesMaster",
        {},
        tag(
            "p:cSld",
            {},
            tag("p:bg", {}, tag("p:bgPr", {}, _white(), tag("a:effectLst"))),
            _tree(_picture(_PICTURE), _words(_WORDS, _prompt()), _number(_NUMBER, "‹#›")),
        ),
        tag("p:clrMap", COLOR_MAP),
        tag("p:notesStyle", {}, *(_level(level, colors) for level in range(1, 10))),
    )


def notes_xml(notes: Iterable[TextParagraph], number: int, lang: str) -> bytes:
    """The notes page of slide ``number``."""
    paragraphs = "".join(_paragraph(paragraph, lang) for paragraph in notes)
    return document(
        "p:notes",
        {},
        tag("p:cSld", {}, _tree(_picture(), _words(None, paragraphs), _number(None, str(number)))),
        tag("p:clrMapOvr", {}, tag("a:masterClrMapping")),
    )


def _white() -> str:
    return tag("a:solidFill", {}, tag("a:srgbClr", {"val": "FFFFFF"}))


def _tree(*shapes: str) -> str:
    return tag("p:spTree", {}, EMPTY_GROUP, *shapes)


def _picture(frame: Frame | None = None) -> str:
    locks = tag("a:spLocks", {"noGrp": 1, "noRot": 1, "noChangeAspect": 1})
    edge = tag("a:ln", {"w": 9525}, tag("a:solidFill", {}, tag("a:schemeClr", {"val": "accent6"})))
    return _shape(2, "Slide image", locks, {"type": "sldImg", "idx": 2}, _place(frame, edge), "")


def _words(frame: Frame | None, paragraphs: str) -> str:
    locks = tag("a:spLocks", {"noGrp": 1})
    body = tag("p:txBody", {}, tag("a:bodyPr"), tag("a:lstStyle"), paragraphs)
    which: dict[str, str | int] = {"type": "body", "sz": "quarter", "idx": 3}
    return _shape(3, "Notes", locks, which, _place(frame), body)


def _number(frame: Frame | None, text: str) -> str:
    field = tag(
        "a:fld",
        {"id": "{B5E6A5E4-6F0D-4C55-9D0B-0E1B4B6E9A10}", "type": "slidenum"},
        tag("a:rPr", {"lang": "en-US"}),
        words("a:t", text),
    )
    style = tag("a:lvl1pPr", {"algn": "r"}, tag("a:defRPr", {"sz": 1000})) if frame else ""
    body = tag("p:txBody", {}, tag("a:bodyPr"), tag("a:lstStyle", {}, style), tag("a:p", {}, field))
    which: dict[str, str | int] = {"type": "sldNum", "sz": "quarter", "idx": 5}
    locks = tag("a:spLocks", {"noGrp": 1})
    return _shape(4, "Slide number", locks, which, _place(frame), body)


def _shape(
    shape_id: int,
    name: str,
    locks: str,
    which: dict[str, str | int],
    place: str,
    body: str,
) -> str:
    return tag(
        "p:sp",
        {},
        tag(
            "p:nvSpPr",
            {},
            tag("p:cNvPr", {"id": shape_id, "name": name}),
            tag("p:cNvSpPr", {}, locks),
            tag("p:nvPr", {}, tag("p:ph", which)),
        ),
        tag("p:spPr", {}, place),
        body,
    )


def _place(frame: Frame | None, edge: str = "") -> str:
    """The master says where things stand; a notes page says nothing and follows."""
    if frame is None:
        return ""
    geometry = tag("a:prstGeom", {"prst": "rect"}, tag("a:avLst"))
    return position("a:xfrm", frame) + geometry + tag("a:noFill") + edge


def _prompt() -> str:
    return tag("a:p", {}, tag("a:r", {}, tag("a:rPr", {"lang": "en-US"}), words("a:t", "Notes")))


def _level(level: int, colors: Colors) -> str:
    return tag(
        f"a:lvl{level}pPr",
        {"marL": emu(_INDENT * (level - 1)), "algn": "l", "rtl": 0},
        tag("a:spcBef", {}, points_spacing(_SPACE)),
        tag(
            "a:defRPr",
            {"sz": _SIZE * 100, "kern": 1200},
            colors.fill("ink"),
            tag("a:latin", {"typeface": "+mn-lt"}),
            tag("a:ea", {"typeface": "+mn-ea"}),
            tag("a:cs", {"typeface": "+mn-cs"}),
        ),
    )


def _paragraph(paragraph: TextParagraph, lang: str) -> str:
    """A paragraph that says its indent itself: LibreOffice hangs the lines of notes."""
    runs = "".join(_run(span, lang) for span in paragraph.spans if span.text)
    indent = emu(_INDENT) if paragraph.bullet else 0
    space = tag("a:spcBef", {}, points_spacing(_SPACE))
    placing = {"marL": indent, "indent": -indent}
    properties = tag("a:pPr", placing, space, _mark(paragraph.bullet))
    return tag("a:p", {}, properties, runs)


def _mark(bullet: Bullet | None) -> str:
    if bullet is None:
        return tag("a:buNone")
    font = tag("a:buFont", {"typeface": "+mn-lt"})
    if bullet.text.endswith("."):
        return font + tag("a:buAutoNum", {"type": "arabicPeriod"})
    return font + tag("a:buChar", {"char": bullet.text})


def _run(span: Span, lang: str) -> str:
    """A run with its size and font: LibreOffice does not take them from the notes master."""
    attributes: dict[str, str | int] = {"lang": lang, "sz": _SIZE * 100}
    if span.bold or span.semibold:
        attributes["b"] = 1
    if span.italic:
        attributes["i"] = 1
    properties = tag("a:rPr", attributes, tag("a:latin", {"typeface": "+mn-lt"}))
    pieces = (
        tag("a:r", {}, properties, words("a:t", piece)) if piece else ""
        for piece in span.text.split("\n")
    )
    return tag("a:br", {}, properties).join(pieces)
