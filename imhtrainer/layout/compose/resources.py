"""Numbers to call: large digits, whose line it is, and how to use it."""

from imhtrainer.domain.deck import ListBlock, Paragraph, Text, trimmed
from imhtrainer.domain.errors import LayoutError
from imhtrainer.layout.compose.foot import drop, finish, foot, put_title, refuse_below
from imhtrainer.layout.compose.scene import Scene
from imhtrainer.layout.compose.setting import Style, paragraph, put, put_line, single
from imhtrainer.layout.compose.shapes import line
from imhtrainer.layout.page import Box, Page, RectBox
from imhtrainer.layout.text import Frame

NUMBER = Style(36, 43, "lagoon", bold=True)
NAME = Style(24, 29, bold=True)
NOTE = Style(24, 29)
PILL = RectBox(620, 34, 284, 52, "coral-text", radius=26, name="pill-card")
TOP = 108.0
PITCH = 124.0
PLACES = (56.0, 496.0)
WIDTH = 408.0
MOST = 6


def compose_resources(scene: Scene) -> Page:
    """Title, the pill for danger, and up to six numbers in two columns."""
    scene.allow(Paragraph, ListBlock)
    pills = [block for block in scene.slide.blocks if isinstance(block, Paragraph)]
    lists = [block for block in scene.slide.blocks if isinstance(block, ListBlock)]
    if len(pills) > 1 or len(lists) != 1:
        raise LayoutError(
            "a resources slide holds one short line and one list of numbers", scene.slide.line
        )
    title = put_title(scene, w=540 if pills else 848)
    top = TOP + drop(title)
    numbers = _numbers(scene, lists[0], top)
    return finish(
        scene,
        "paper",
        (title, *_pill(scene, pills), *numbers, *foot(scene)),
        steps=scene.slide.steps,
    )


def _pill(scene: Scene, pills: list[Paragraph]) -> list[Box]:
    if not pills:
        return []
    style = single(28, "surface", bold=True)
    x, w = PILL.x + 16, PILL.w - 32
    words = put_line(
        scene, x, 60, w, pills[0].text, style, "pill", "label", "center", pills[0].line
    )
    return [PILL, words]


def _numbers(scene: Scene, listed: ListBlock, top: float) -> list[Box]:
    if len(listed.items) > MOST:
        raise LayoutError(
            f"here are {len(listed.items)} numbers, a slide holds {MOST}; "
            "put the others on a second slide",
            listed.line,
        )
    boxes: list[Box] = []
    for index, item in enumerate(listed.items):
        step = index + 1 if scene.slide.build == "list" else 0
        x, y = PLACES[index % 2], top + index // 2 * PITCH
        boxes += _number(scene, item, Frame(x, y, WIDTH, PITCH), listed.line, index + 1, step)
        refuse_below(scene, y + 108, "the last row", listed.line)
    return boxes


def _number(
    scene: Scene, item: Text, cell: Frame, at: int, count: int, step: int
) -> tuple[Box, ...]:
    number, name, note = _parts(item)
    styled = ((number, NUMBER), (name, NAME), (note, NOTE))
    paragraphs = tuple(paragraph(text, style) for text, style in styled if text)
    frame = Frame(cell.x, cell.y + 7, cell.w, NUMBER.lead + NAME.lead + NOTE.lead)
    text = put(scene, frame, paragraphs, f"resource-{count}", "item", at, step)
    rule = line(
        cell.x, cell.y + 1, cell.x + cell.w, cell.y + 1, "lagoon", 2, f"resource-{count}-rule"
    )
    return (rule, text)


def _parts(item: Text) -> tuple[Text, str, str]:
    """The bold number with its link, the name after it, and the note after the hard break."""
    number = trimmed(tuple(run for run in item if run.bold))
    rest = "".join(run.text for run in item if not run.bold)
    name, _, note = rest.partition("\n")
    return number, name.strip(), note.strip().replace("\n", " ")
