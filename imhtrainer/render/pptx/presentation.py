"""Pages to a PowerPoint file: one master, our layouts, a slide and its notes for every page."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from pkgutil import resolve_name
from typing import TYPE_CHECKING, BinaryIO

from imhtrainer.domain.errors import RenderError
from imhtrainer.layout.meta import DocumentMeta
from imhtrainer.layout.page import ChartBox, Page
from imhtrainer.layout.theme import Theme
from imhtrainer.render.pptx.colors import Colors
from imhtrainer.render.pptx.designs import OwnStyle, Style, make_notes_master
from imhtrainer.render.pptx.lint import content_faults
from imhtrainer.render.pptx.notes import notes_xml
from imhtrainer.render.pptx.package import members_of, write_members
from imhtrainer.render.pptx.parts import CT, RT, Part, slide_part
from imhtrainer.render.pptx.pictures import Media, widest_pictures
from imhtrainer.render.pptx.properties import application_part, core_part
from imhtrainer.render.pptx.root import presentation_part
from imhtrainer.render.pptx.sheet import Sheet
from imhtrainer.render.pptx.titles import unique_titles

if TYPE_CHECKING:
    from imhtrainer.render.pptx.house import House

Progress = Callable[[int, int], None]
ChartPart = Callable[[ChartBox, Colors, int], Part]

_REGIONS = {
    "en": "en-US",
    "es": "es-ES",
    "fr": "fr-FR",
    "de": "de-DE",
    "pt": "pt-PT",
    "ar": "ar-SA",
    "he": "he-IL",
}


def write_pptx(
    pages: Sequence[Page],
    out: Path | BinaryIO,
    meta: DocumentMeta,
    theme: Theme,
    progress: Progress | None = None,
    house: "House | None" = None,
) -> None:
    """Write ``pages`` as native slides, on an organization's own template where one is given.

    ``progress(done, total)`` is called after each slide and may raise to stop; nothing is written
    then. A picture that cannot be read is a ``RenderError``, and so is a file that turned out with
    faults; it is looked through before the first byte is written.
    """
    colors = Colors.of_house(theme.colors) if house else Colors.of_theme(theme.colors)
    notes_master = make_notes_master(theme, colors)
    style = _house_style(house, notes_master) if house else OwnStyle(theme, colors, notes_master)
    slides = _make_slides(list(unique_titles(pages)), _Workshop(style, colors), progress)
    package = Part("", "")
    package.relate_to(presentation_part(style, slides, pages), RT.OFFICE_DOCUMENT)
    package.relate_to(core_part(meta), RT.CORE_PROPERTIES)
    package.relate_to(application_part(len(slides)), RT.EXTENDED_PROPERTIES)
    members = members_of(package)
    refuse_faults(content_faults(members))
    if isinstance(out, Path):
        with out.open("wb") as target:
            write_members(members, target)
    else:
        write_members(members, out)


def _house_style(house: "House", notes_master: Part) -> Style:
    """An organization's template is rarely given, so what it needs is loaded only then."""
    made: Style = resolve_name("imhtrainer.render.pptx.house:HouseStyle")(house, notes_master)
    return made


def refuse_faults(faults: Sequence[str]) -> None:
    """A package with faults is refused before anything is written: PowerPoint would call it damaged."""
    if faults:
        more = f" ({len(faults) - 1} more faults)" if len(faults) > 1 else ""
        raise RenderError(
            f"The PowerPoint file was not written, because PowerPoint would call it damaged: "
            f"{faults[0]}{more}. Please report this with your deck."
        )


@dataclass(frozen=True, slots=True)
class _Workshop:
    """What all slides of a file are made with."""

    style: Style
    colors: Colors


def _make_slides(
    pages: Sequence[Page], workshop: _Workshop, progress: Progress | None
) -> list[Part]:
    numbers = range(1, len(pages) + 1)
    parts = [slide_part(f"slides/slide{number}", CT.SLIDE) for number in numbers]
    media = Media(widest_pictures(pages))
    targets = _first_by_id(pages, parts)
    chart_numbers = count(1)

    def add_chart(box: ChartBox, colors: Colors) -> Part:
        chart_part: ChartPart = resolve_name("imhtrainer.render.pptx.chart:chart_part")
        return chart_part(box, colors, next(chart_numbers))

    for page, part, name, number in zip(pages, parts, _names(pages), numbers, strict=True):
        part.relate_to(workshop.style.layout_part(page), RT.SLIDE_LAYOUT)
        colors, lang = workshop.colors.on(page.palette), _language(page.lang)
        sheet = Sheet(part, colors, lang, media, targets, add_chart)
        part.blob = workshop.style.slide(page, sheet, name)
        if page.notes:
            _add_notes(page, part, workshop, number)
        if progress is not None:
            progress(number, len(pages))
    return parts


def _add_notes(page: Page, slide: Part, workshop: _Workshop, number: int) -> None:
    part = slide_part(
        f"notesSlides/notesSlide{number}",
        CT.NOTES_SLIDE,
        notes_xml(page.notes, number, _language(page.lang)),
    )
    part.relate_to(workshop.style.notes_master, RT.NOTES_MASTER)
    part.relate_to(slide, RT.SLIDE)
    slide.relate_to(part, RT.NOTES_SLIDE)


def _first_by_id(pages: Sequence[Page], parts: Sequence[Part]) -> Mapping[str, Part]:
    """Where a jump to a slide id leads: its first page."""
    pairs = zip(reversed(pages), reversed(parts), strict=True)
    return {page.slide_id: part for page, part in pairs if page.slide_id}


def _names(pages: Sequence[Page]) -> Iterator[str]:
    """Stable names for slides: their id, with the layout for a slide's second page."""
    taken = set[str]()
    for number, page in enumerate(pages, start=1):
        wanted = page.slide_id or f"page-{number}"
        second = f"{wanted}-{page.layout}"
        name = next(name for name in (wanted, second, f"{second}-{number}") if name not in taken)
        taken.add(name)
        yield name


def _language(lang: str) -> str:
    """Office wants a region: ``en`` is written as ``en-US``."""
    return _REGIONS.get(lang, lang)
