"""What content pages share: the title at the top; source, sun path and number at the foot."""

from collections.abc import Iterable

from imhtrainer.domain.deck import Run, Text, plain
from imhtrainer.domain.errors import LayoutError
from imhtrainer.layout.compose.describe import describe
from imhtrainer.layout.compose.notes import speaker_notes
from imhtrainer.layout.compose.scene import BOTTOM, PAGE_HEIGHT, PAGE_WIDTH, Scene
from imhtrainer.layout.compose.setting import (
    SOURCE,
    TITLE,
    Style,
    hugging,
    line_count,
    paragraph,
    put,
)
from imhtrainer.layout.compose.sunpath import small_path
from imhtrainer.layout.page import Box, Page, TextBox
from imhtrainer.layout.text import Frame, count_lines

SOURCE_BOTTOM = 516.0


def put_title(scene: Scene, x: float = 56, y: float = 36, w: float = 848) -> TextBox:
    """The slide's title, one line or two."""
    room = Frame(x, y, w, 2 * TITLE.lead)
    return hugging(put(scene, room, (paragraph(scene.slide.title, TITLE),), "title", "title"))


def drop(title: TextBox) -> float:
    """How far a title of two lines moves everything below it down, in points."""
    return (line_count(title.paragraphs) - 1) * TITLE.lead


def refuse_below(scene: Scene, end: float, what: str, line: int = 0) -> None:
    """Refuse content that would end below the last line above the foot."""
    if end > BOTTOM + 0.5:
        raise LayoutError(
            f"{what} ends {end - BOTTOM:.0f} pt too low, in the foot of the slide; "
            "shorten the title or the text, or split the slide",
            line or scene.slide.line,
        )


def foot(scene: Scene, number: int = 0, sourced: bool = True) -> tuple[Box, ...]:
    """Source line, sun path and slide number of a content page."""
    source = put_source(scene) if sourced else ()
    return (*source, *small_path(scene.stations()), put_number(scene, number))


def put_number(
    scene: Scene, number: int = 0, color: str = "ink-soft", right: float = 904
) -> TextBox:
    """The slide's number at the right of the foot."""
    text = paragraph(str(number or scene.number), Style(14, 18, color), align="right")
    return put(scene, Frame(right - 36, 498, 36, 18), (text,), "number", "number")


def put_source(
    scene: Scene, w: float = 640, bottom: float = SOURCE_BOTTOM, style: Style = SOURCE
) -> tuple[TextBox, ...]:
    """The source line, growing upwards to two lines; nothing where the slide names none."""
    if not scene.slide.sources:
        return ()
    text = (paragraph(_joined(scene.slide.sources), style),)
    lines = min(2, count_lines(scene.kit.fonts, text, w))
    height = lines * style.lead
    return (put(scene, Frame(56, bottom - height, w, height), text, "source", "source"),)


def finish(
    scene: Scene,
    ground: str,
    boxes: Iterable[Box],
    layout: str = "",
    number: int = 0,
    steps: int = 0,
    title: str = "",
) -> Page:
    """The page of these boxes, with its words, notes and number."""
    drawn = tuple(boxes)
    return Page(
        width=PAGE_WIDTH,
        height=PAGE_HEIGHT,
        ground=ground,
        boxes=drawn,
        palette=scene.kit.theme.colors,
        layout=layout or scene.slide.layout,
        title=title or plain(scene.slide.title),
        description=describe(drawn),
        lang=scene.deck.lang,
        steps=steps,
        number=number or scene.number,
        slide_id=scene.slide.id,
        notes=speaker_notes(scene.slide, answer=layout == "answer"),
        section_id=scene.section.id,
        section=scene.section.title,
        transition=scene.deck.transition,
    )


def _joined(texts: Iterable[Text]) -> Text:
    joined: list[Run] = []
    for text in texts:
        joined += [Run(" "), *text] if joined else text
    return tuple(joined)
