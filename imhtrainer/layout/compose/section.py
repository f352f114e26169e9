"""The page that opens a section: on lagoon, the point's sun on the path."""

from imhtrainer.domain.deck import Paragraph
from imhtrainer.layout.compose.foot import finish, put_number
from imhtrainer.layout.compose.scene import POINTS, Scene
from imhtrainer.layout.compose.setting import (
    Style,
    paragraph,
    put,
    put_line,
    single,
)
from imhtrainer.layout.compose.shapes import ground_area, horizon_line, rising_sun
from imhtrainer.layout.compose.sunpath import large_path
from imhtrainer.layout.compose.wording import minutes_in_words
from imhtrainer.layout.page import Box, Page, TextBox, TextParagraph
from imhtrainer.layout.text import Frame, count_lines

MIDDLE = 236.0
"""The text block is centred here."""

LABEL = Style(28, 36, "sand", bold=True)
NAME = Style(54, 62, "paper", "head", bold=True)
LINE = Style(26, 34, "paper")
AFTER_LABEL = 8.0
AFTER_NAME = 20.0


def compose_section(scene: Scene) -> Page:
    """Label, title and one line; at the right the sun path, or the sun alone."""
    scene.allow(Paragraph)
    boxes = (
        _sky(scene),
        ground_area("night"),
        horizon_line("horizon", 2.5),
        *_words(scene),
        put_line(scene, 56, 496, 700, _plan(scene), single(24, "sand"), "minutes", "minutes"),
        put_number(scene, color="path"),
    )
    return finish(scene, "lagoon", boxes)


def _sky(scene: Scene) -> Box:
    if scene.section.point:
        return large_path(scene)
    return rising_sun(786, 120)


def _words(scene: Scene) -> list[TextBox]:
    name = (paragraph(scene.slide.title, NAME),)
    line = tuple(
        paragraph(block.text, LINE) for block in scene.slide.blocks if isinstance(block, Paragraph)
    )
    label = (
        scene.say("point_of", number=scene.section.point, count=POINTS)
        if scene.section.point
        else ""
    )
    above = LABEL.lead + AFTER_LABEL if label else 0
    name_height = NAME.lead * min(3, _count(scene, name, 480))
    line_height = LINE.lead * min(2, _count(scene, line, 450))
    whole = above + name_height + (AFTER_NAME + line_height if line else 0)
    top = MIDDLE - whole / 2
    name_frame = Frame(56, top + above, 480, name_height)
    boxes = [put(scene, name_frame, name, "title", "title")]
    if label:
        words = (paragraph(label, LABEL),)
        boxes.append(put(scene, Frame(56, top, 480, LABEL.lead), words, "label", "label"))
    if line:
        line_top = top + above + name_height + AFTER_NAME
        at = scene.slide.blocks[0].line
        boxes.append(put(scene, Frame(56, line_top, 450, line_height), line, "line", "body", at))
    return boxes


def _count(scene: Scene, paragraphs: tuple[TextParagraph, ...], width: float) -> int:
    return count_lines(scene.kit.fonts, paragraphs, width) if paragraphs else 0


def _plan(scene: Scene) -> str:
    time = minutes_in_words(scene.section.minutes, scene.deck.lang)
    return scene.say("point_plan", minutes=time) if scene.section.point else time
