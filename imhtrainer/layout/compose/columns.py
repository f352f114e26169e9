"""A slide of two columns; each may begin with a head and hold text, a list or a picture."""

from collections.abc import Iterable

from imhtrainer.domain.deck import Column, Picture
from imhtrainer.layout.compose.body import put_body
from imhtrainer.layout.compose.foot import drop, finish, foot, put_title
from imhtrainer.layout.compose.illustration import play_sign, show_picture
from imhtrainer.layout.compose.scene import BOTTOM, Scene
from imhtrainer.layout.page import Box, Page, TextBox
from imhtrainer.layout.text import Frame

TOP = 124.0
WIDTH = 408.0
PLACES = {"left": 56.0, "right": 496.0}
_GAP = 14.0


def compose_columns(scene: Scene) -> Page:
    """Title and two columns, left first; with build steps the right one comes second."""
    scene.allow(Column)
    title = put_title(scene)
    top = TOP + drop(title)
    boxes: list[Box] = [title]
    columns = [block for block in scene.slide.blocks if isinstance(block, Column)]
    for column in sorted(columns, key=lambda column: column.side):
        frame = Frame(PLACES[column.side], top, WIDTH, BOTTOM - top)
        boxes += _column(scene, column, frame)
    return finish(scene, "paper", (*boxes, *foot(scene)), steps=scene.slide.steps)


def _column(scene: Scene, column: Column, frame: Frame) -> Iterable[Box]:
    step = ("left", "right").index(column.side) + 1 if scene.slide.build == "steps" else 0
    texts = [block for block in column.blocks if not isinstance(block, Picture)]
    body = put_body(scene, frame, texts, column.side, column.side, step)
    yield from body
    top = max((b.y + b.h + _GAP for b in body if isinstance(b, TextBox)), default=frame.y)
    for picture in column.blocks:
        if isinstance(picture, Picture):
            room = Frame(frame.x, top, frame.w, BOTTOM - top)
            name = f"picture-{column.side}"
            shown = show_picture(scene, picture, room, name, step)
            yield from (shown, *play_sign(shown))
