"""Serve and return: two people, an arrow each way, and the wait between them."""

from itertools import takewhile

from imhtrainer.domain.deck import ListBlock, Text
from imhtrainer.domain.errors import LayoutError
from imhtrainer.layout.compose.foot import drop, finish, foot, put_title, refuse_below
from imhtrainer.layout.compose.scene import Scene
from imhtrainer.layout.compose.setting import Style, put_line, single
from imhtrainer.layout.compose.shapes import disc
from imhtrainer.layout.page import Box, Command, Page, PathBox, RectBox, TextBox

DISC = 92.0
MIDDLE = 288.0
LOWEST = 457.0
"""Where the lower arrow's line ends."""

_SERVE = ((214.0, 210.0), (322.0, 98.0), (638.0, 98.0), (736.0, 196.0))
_RETURN = ((746.0, 366.0), (638.0, 478.0), (322.0, 478.0), (224.0, 380.0))
_ITEMS = 5


def compose_diagram(scene: Scene) -> Page:
    """Title and the circle; with build steps serve comes first, then the wait, then return."""
    scene.allow(ListBlock)
    title = put_title(scene)
    refuse_below(scene, LOWEST + drop(title), "the drawing")
    left, serve, wait, answer, right = _items(scene)
    boxes: list[Box] = [
        title,
        disc(148, MIDDLE, DISC, "sun", name="disc-left"),
        *_in_disc(scene, 148, left, "ink", "left"),
        disc(812, MIDDLE, DISC, "lagoon", name="disc-right"),
        _arrow(_SERVE, "coral", "serve-arrow", _step(scene, 1)),
        *_between(scene, 176, 222, serve, "coral-text", "serve", _step(scene, 1)),
        RectBox(392, 264, 176, 48, "sand", radius=24, name="wait-pill", step=_step(scene, 2)),
        _line(scene, 392, MIDDLE, 176, wait, single(26, bold=True), "wait", _step(scene, 2)),
        _arrow(_RETURN, "lagoon", "return-arrow", _step(scene, 3)),
        *_between(scene, 354, 400, answer, "lagoon", "return", _step(scene, 3)),
        *_in_disc(scene, 812, right, "paper", "right"),
    ]
    return finish(scene, "paper", (*boxes, *foot(scene)), steps=scene.slide.steps)


def _items(scene: Scene) -> tuple[Text, ...]:
    lists = [block for block in scene.slide.blocks if isinstance(block, ListBlock)]
    if len(lists) != 1 or len(lists[0].items) != _ITEMS:
        raise LayoutError(
            "a diagram slide holds one list of five items: who signals, the serve, the wait, "
            "the return, who notices",
            scene.slide.line,
        )
    return lists[0].items


def _step(scene: Scene, step: int) -> int:
    return step if scene.slide.build == "steps" else 0


def _in_disc(scene: Scene, cx: float, item: Text, color: str, name: str) -> list[TextBox]:
    word, rest = _split(item)
    x, w = cx - DISC + 8, 2 * DISC - 16
    boxes = [_line(scene, x, 270, w, word, _head(color), f"{name}-word", 0)]
    if rest:
        boxes.append(_line(scene, x, 308, w, rest, single(26, color), f"{name}-text", 0))
    return boxes


def _between(
    scene: Scene, word_at: float, text_at: float, item: Text, color: str, name: str, step: int
) -> list[TextBox]:
    word, rest = _split(item)
    boxes = [_line(scene, 280, word_at, 400, word, _head(color), f"{name}-word", step)]
    if rest:
        boxes.append(_line(scene, 280, text_at, 400, rest, single(28), f"{name}-text", step))
    return boxes


def _line(
    scene: Scene, x: float, middle: float, w: float, text: Text, style: Style, name: str, step: int
) -> TextBox:
    line = scene.slide.blocks[0].line
    return put_line(scene, x, middle, w, text, style, name, "item", "center", line, step)


def _head(color: str) -> Style:
    return Style(34, 44.2, color, "head", bold=True)


def _split(item: Text) -> tuple[Text, Text]:
    """The bold word an item begins with, and the rest without the space between."""
    word = tuple(takewhile(lambda run: run.bold, item))
    rest = item[len(word) :]
    if not word or not rest:
        return item, ()
    first = rest[0]
    trimmed = type(first)(first.text.lstrip(), first.bold, first.italic, first.link)
    return word, tuple(run for run in (trimmed, *rest[1:]) if run.text)


def _arrow(points: tuple[tuple[float, float], ...], color: str, name: str, step: int) -> PathBox:
    start, first, second, end = points
    commands: tuple[Command, ...] = (("M", start), ("C", (*first, *second, *end)))
    return PathBox(commands, "", color, 9, arrow=True, name=name, step=step)
