"""The title page: the training's name before a rising sun, and who gives it where."""

from collections.abc import Sequence

from imhtrainer.domain.deck import Picture
from imhtrainer.layout.compose.foot import finish
from imhtrainer.layout.compose.illustration import play_sign, show_picture
from imhtrainer.layout.compose.scene import Scene
from imhtrainer.layout.compose.setting import Style, hugging, line_count, paragraph, put
from imhtrainer.layout.compose.shapes import ground_area, horizon_line, rising_sun
from imhtrainer.layout.page import Box, Page, TextBox
from imhtrainer.layout.text import Frame, fits

NAME = Style(60, 66, "lagoon", "head", bold=True)
SUBTITLE = Style(36, 46, "coral-text", "head", semibold=True)
AUDIENCE = Style(26, 34)
FACILITATOR = Style(24, 32)
FACILITATOR_TIGHT = Style(24, 27)
CREDIT = Style(14, 18, "ink-soft")
PICTURE = Frame(372, 23.73, 584, 438)
"""A house drawing's own horizon then falls on the page's."""


def compose_title(scene: Scene) -> Page:
    """Title, subtitle, audience; facilitator, place and the article's credit on the ground."""
    scene.allow(Picture)
    title = hugging(
        put(scene, Frame(56, 64, 520, 132), (paragraph(scene.slide.title, NAME),), "title", "title")
    )
    up = NAME.lead * (2 - line_count(title.paragraphs))
    boxes = (ground_area("sand"), *_picture(scene), horizon_line("ink", 3.6), title)
    return finish(scene, "paper", (*boxes, *_subtitle(scene, up), *_people(scene)))


def _picture(scene: Scene) -> Sequence[Box]:
    pictures = [block for block in scene.slide.blocks if isinstance(block, Picture)]
    if not pictures:
        return (rising_sun(664, 268),)
    picture = pictures[0]
    shown = show_picture(scene, picture, PICTURE)
    return (shown, *play_sign(shown))


def _subtitle(scene: Scene, up: float) -> list[TextBox]:
    boxes = []
    if scene.deck.subtitle:
        text = (paragraph(scene.deck.subtitle, SUBTITLE),)
        boxes.append(put(scene, Frame(56, 208 - up, 400, 48), text, "subtitle", "subtitle", 1))
    if scene.deck.audience:
        text = (paragraph(scene.deck.audience, AUDIENCE),)
        boxes.append(put(scene, Frame(56, 282 - up, 330, 68), text, "audience", "audience", 1))
    return boxes


def _people(scene: Scene) -> list[TextBox]:
    """One line for the facilitator; a long one takes two, which moves the credit down."""
    boxes: list[TextBox] = []
    facilitator = scene.context.facilitator_line
    credit = Frame(56, 502, 848, 36)
    if facilitator:
        text = (paragraph(facilitator, FACILITATOR),)
        frame = Frame(56, 464, 848, 32)
        if not fits(scene.kit.fonts, text, frame.w, frame.h):
            text = (paragraph(facilitator, FACILITATOR_TIGHT),)
            frame = Frame(56, 457, 848, 54)
            credit = Frame(56, 515, 848, 18)
        boxes.append(put(scene, frame, text, "facilitator", "facilitator"))
    if words := _credit(scene):
        boxes.append(hugging(put(scene, credit, (paragraph(words, CREDIT),), "credit", "place")))
    return boxes


def _credit(scene: Scene) -> str:
    parts = (scene.context.place_line, scene.deck.article)
    return " ".join(part if part.endswith(".") else f"{part}." for part in parts if part)
