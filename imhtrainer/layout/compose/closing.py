"""The last page: what to take home, over the ground the training began on."""

from imhtrainer.domain.deck import ListBlock, Paragraph, Picture
from imhtrainer.layout.compose.body import put_body
from imhtrainer.layout.compose.foot import drop, finish, foot, put_title
from imhtrainer.layout.compose.illustration import play_sign, show_picture
from imhtrainer.layout.compose.picture import split_picture
from imhtrainer.layout.compose.scene import Scene
from imhtrainer.layout.compose.shapes import HORIZON, ground_area, horizon_line, rising_sun
from imhtrainer.layout.page import Box, Page
from imhtrainer.layout.text import Frame

TOP = 124.0
PICTURE = Frame(480, 135.2, 432, 324)
"""A house drawing's own horizon then falls on the page's."""

_AIR = 12.0


def compose_closing(scene: Scene) -> Page:
    """Title and text beside a picture, or beside the sun alone."""
    scene.allow(Paragraph, ListBlock, Picture)
    title = put_title(scene)
    top = TOP + drop(title)
    pictured = any(isinstance(block, Picture) for block in scene.slide.blocks)
    texts = [block for block in scene.slide.blocks if not isinstance(block, Picture)]
    frame = Frame(56, top, 440 if pictured else 600, HORIZON - _AIR - top)
    boxes = (
        ground_area("sand"),
        *(_picture(scene) if pictured else (rising_sun(786, 120),)),
        horizon_line("ink", 3.6),
        title,
        *put_body(scene, frame, texts),
        *foot(scene),
    )
    return finish(scene, "paper", boxes, steps=scene.slide.steps)


def _picture(scene: Scene) -> tuple[Box, ...]:
    picture, _ = split_picture(scene)
    shown = show_picture(scene, picture, PICTURE)
    return (shown, *play_sign(shown))
