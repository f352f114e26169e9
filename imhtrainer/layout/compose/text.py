"""A slide of text alone: never the full width, so that lines stay easy to follow."""

from imhtrainer.domain.deck import ListBlock, Paragraph
from imhtrainer.layout.compose.body import BULLET_INDENT, put_body
from imhtrainer.layout.compose.foot import drop, finish, foot, put_title
from imhtrainer.layout.compose.scene import BOTTOM, Scene
from imhtrainer.layout.page import Page
from imhtrainer.layout.text import Frame

TOP = 124.0
MEASURE = 720.0


def compose_text(scene: Scene) -> Page:
    """Title and running text."""
    scene.allow(Paragraph, ListBlock)
    title = put_title(scene)
    top = TOP + drop(title)
    listed = any(isinstance(block, ListBlock) for block in scene.slide.blocks)
    frame = Frame(56, top, MEASURE + (BULLET_INDENT if listed else 0), BOTTOM - top)
    body = put_body(scene, frame, scene.slide.blocks)
    return finish(scene, "paper", (title, *body, *foot(scene)), steps=scene.slide.steps)
