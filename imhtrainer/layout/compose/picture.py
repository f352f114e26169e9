"""A slide of text beside one picture, at the right or mirrored at the left."""

from imhtrainer.domain.deck import Block, ListBlock, Paragraph, Picture
from imhtrainer.domain.errors import LayoutError
from imhtrainer.layout.compose.body import put_body
from imhtrainer.layout.compose.foot import drop, finish, foot, put_title, refuse_below
from imhtrainer.layout.compose.illustration import play_sign, show_picture
from imhtrainer.layout.compose.scene import BOTTOM, Scene
from imhtrainer.layout.page import Page, PictureBox
from imhtrainer.layout.text import Frame

TOP = 124.0
PICTURE = Frame(480, 110, 432, 324)
"""4:3; a house drawing's horizon then stands at y 427, near the last baseline."""

MIRRORED_X = 48.0
_AIR = 20.0


def compose_picture(scene: Scene) -> Page:
    """Title, text and picture."""
    scene.allow(Paragraph, ListBlock, Picture)
    title = put_title(scene)
    down = drop(title)
    picture, texts = split_picture(scene)
    mirrored = picture.side == "left"
    frame = Frame(MIRRORED_X if mirrored else PICTURE.x, PICTURE.y + down, PICTURE.w, PICTURE.h)
    refuse_below(scene, frame.y + frame.h - 2, "the picture", picture.line)
    shown = show_picture(scene, picture, frame)
    body = put_body(scene, _beside(shown, mirrored, TOP + down), texts)
    drawn = (shown, *play_sign(shown))
    boxes = (title, *drawn, *body) if mirrored else (title, *body, *drawn)
    return finish(scene, "paper", (*boxes, *foot(scene)), steps=scene.slide.steps)


def split_picture(scene: Scene) -> tuple[Picture, tuple[Block, ...]]:
    """The slide's one picture and its other blocks."""
    pictures = [block for block in scene.slide.blocks if isinstance(block, Picture)]
    if len(pictures) != 1:
        raise LayoutError(
            f"a picture slide shows one picture, here are {len(pictures)}; "
            "add or remove pictures, or choose another layout",
            scene.slide.line,
        )
    rest = tuple(block for block in scene.slide.blocks if not isinstance(block, Picture))
    return pictures[0], rest


def _beside(shown: PictureBox, mirrored: bool, top: float) -> Frame:
    """The text's frame: it may reach into a drawing's empty margin, but not over a photograph."""
    left, right = (484.0, 904.0) if mirrored else (56.0, 496.0)
    if not shown.drawing:
        left = max(left, shown.x + shown.w + _AIR) if mirrored else left
        right = right if mirrored else min(right, shown.x - _AIR)
    return Frame(left, top, right - left, BOTTOM - top)
