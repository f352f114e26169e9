"""A PowerPoint file to a Show: opened without trusting it, read without keeping anything of it open."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from lxml.etree import LxmlError
from pptx.oxml.ns import qn

from imhtrainer.decks.powerpoint.shapes import ShapeReader
from imhtrainer.decks.powerpoint.show import Show, ShownSection, ShownSlide, Words
from imhtrainer.decks.powerpoint.words import Target, read_words
from imhtrainer.domain.errors import RenderError
from imhtrainer.render.pptx.opening import open_presentation

Progress = Callable[[int, int], None]

_P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
_OUTSIDE = ("https://", "http://", "mailto:", "tel:")
_BROKEN = (LxmlError, KeyError, ValueError, AttributeError, IndexError, TypeError)


def read_show(path: Path, progress: Progress | None = None) -> Show:
    """What a ``.pptx`` file shows.

    Raises ``RenderError`` for a file that is damaged, protected, empty or not to be trusted; ``progress`` is
    told after each slide and may raise to stop.
    """
    opened = open_presentation(path)
    try:
        return _read(opened, path, progress)
    except _BROKEN as error:
        raise RenderError(
            f"{path}: a part of it is damaged and cannot be read. Open it in PowerPoint, which mends such "
            "files, save it as .pptx, and try again."
        ) from error


def _read(opened: Any, path: Path, progress: Progress | None) -> Show:
    slides = list(opened.slides)
    if not slides:
        raise RenderError(f"{path}: it has no slide, so there is nothing to import.")
    names = {slide.part.partname: _name(slide) or str(n) for n, slide in enumerate(slides, 1)}
    size = (int(opened.slide_width or 1), int(opened.slide_height or 1))
    shown = []
    for number, slide in enumerate(slides, 1):
        shown.append(_slide(slide, number, names, size))
        if progress is not None:
            progress(number, len(slides))
    properties = opened.core_properties
    return Show(
        title=" ".join((properties.title or "").split()),
        subject=" ".join((properties.subject or "").split()),
        lang=_language(slides),
        slides=tuple(shown),
        sections=tuple(_sections(opened, [slide.slide_id for slide in slides])),
    )


def _slide(slide: Any, number: int, names: Mapping[str, str], size: tuple[int, int]) -> ShownSlide:
    layout = slide.slide_layout._element.cSld.spTree
    reader = ShapeReader(slide.part, layout, _targets(slide.part, names), size)
    shapes = tuple(reader.read(slide._element.cSld.spTree))
    if _is_animated(slide):
        reader.left_out.append("its animations")
    return ShownSlide(
        number=number,
        name=_name(slide),
        kind=slide.slide_layout._element.get("type", "") or _kind(slide.slide_layout.name),
        shapes=shapes,
        notes=_notes(slide, names),
        left_out=tuple(dict.fromkeys(reader.left_out)),
        hidden=slide._element.get("show") in ("0", "false"),
        layout=slide.slide_layout.name or "",
        drawn=tuple(reader.drawn),
    )


def _name(slide: Any) -> str:
    return str(slide._element.cSld.get("name", ""))


def _kind(name: str) -> str:
    return "secHead" if "section" in name.lower() else ""


def _is_animated(slide: Any) -> bool:
    return any(e.get("presetClass") for e in slide._element.iter(qn("p:cTn")))


def _notes(slide: Any, names: Mapping[str, str]) -> tuple[Words, ...]:
    if not slide.has_notes_slide:
        return ()
    frame = slide.notes_slide.notes_text_frame
    if frame is None:
        return ()
    return read_words(frame._txBody, _targets(slide.notes_slide.part, names))


def _targets(part: Any, names: Mapping[str, str]) -> Target:
    def target(click: Any) -> str:
        identity = click.get(qn("r:id"))
        if not identity or identity not in part.rels:
            return ""
        relation = part.rels[identity]
        if relation.is_external:
            address = str(relation.target_ref)
            return address if address.lower().startswith(_OUTSIDE) else ""
        name = names.get(relation.target_part.partname, "")
        return f"#{name}" if name else ""

    return target


def _language(slides: list[Any]) -> str:
    for slide in slides:
        for look in slide._element.iter(qn("a:rPr")):
            if look.get("lang"):
                return str(look.get("lang"))
    return ""


def _sections(opened: Any, slide_ids: list[int]) -> Iterator[ShownSection]:
    numbers = {str(identity): number for number, identity in enumerate(slide_ids, 1)}
    for section in opened.part._element.iter(f"{_P14}section"):
        members = (member.get("id") for member in section.iter(f"{_P14}sldId"))
        yield ShownSection(
            key=section.get("id", ""),
            title=" ".join(section.get("name", "").split()),
            slides=tuple(numbers[member] for member in members if member in numbers),
        )
