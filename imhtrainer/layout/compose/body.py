"""Running text of a slide: paragraphs and lists one below the other, with their drawn bullets."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from imhtrainer.domain.deck import Block, ListBlock, Paragraph, Text
from imhtrainer.layout.compose.scene import Scene
from imhtrainer.layout.compose.setting import BODY, Style, hugging, paragraph, put
from imhtrainer.layout.compose.shapes import disc, sign_in_disc
from imhtrainer.layout.directions import base_level
from imhtrainer.layout.page import Box, Bullet, GroupBox, TextBox, TextParagraph
from imhtrainer.layout.text import Frame, fits

HEAD = Style(28, 36, "lagoon", bold=True)
GAPS = (22.0, 14.0)
"""Space between paragraphs, and the smaller one that is allowed where text is long."""

BULLET_INDENT = 28.0
NUMBER_INDENT = 50.0
_AFTER_HEAD = 14.0


def put_body(
    scene: Scene,
    frame: Frame,
    blocks: Sequence[Block],
    name: str = "body",
    role: str = "body",
    step: int = 0,
) -> tuple[Box, ...]:
    """The text in its frame and the bullets beside it; too much text is a ``LayoutError``.

    Under ``build=list`` each item of a list appears at a step of its own.
    """
    line = blocks[0].line if blocks else 0
    wide = flow(scene, blocks, GAPS[0])
    if not wide:
        return ()
    roomy = fits(scene.kit.fonts, wide, frame.w, frame.h)
    paragraphs = wide if roomy else flow(scene, blocks, GAPS[-1])
    box = hugging(put(scene, frame, paragraphs, name, role, line, step))
    return (box, *bullets(scene, box))


def flow(scene: Scene, blocks: Sequence[Block], gap: float) -> tuple[TextParagraph, ...]:
    """The blocks' paragraphs, not yet measured."""
    return tuple(_flow(blocks, gap, stepped=scene.slide.build == "list"))


def bullets(scene: Scene, box: TextBox) -> Iterator[Box]:
    """The drawn dots and numbers of a measured list, where its lines begin to be read."""
    listed = [item for item in box.paragraphs if item.bullet and item.lines]
    for count, item in enumerate(listed, 1):
        name = f"bullet-{box.name}-{count}"
        step = item.step or box.step
        baseline, size = item.lines[0].baseline, item.spans[0].size
        sign = item.bullet.text if item.bullet else ""
        reach = 5.0 if sign == "•" else 18.0
        x = box.x + box.w - reach if base_level(item.text) else box.x + reach
        if sign == "•":
            yield replace(disc(x, baseline - 0.25 * size, reach, "coral", name=name), step=step)
        else:
            middle = baseline - 0.3225 * size
            yield numbered(scene, x, middle, sign.rstrip("."), name, step)


def numbered(scene: Scene, cx: float, cy: float, sign: str, name: str, step: int) -> GroupBox:
    """A number in a sun disc, for numbered lists."""
    mark = disc(cx, cy, 18, "sun", name=f"{name}-disc")
    digit = sign_in_disc(scene, cx, cy, sign, 24, "ink", f"{name}-digit")
    return GroupBox((mark, digit), name, step=step)


def _flow(blocks: Sequence[Block], gap: float, stepped: bool) -> Iterator[TextParagraph]:
    step = 0
    before = gap
    for block in blocks:
        match block:
            case Paragraph(text=text, head=head):
                yield paragraph(text, HEAD if head else BODY, before)
                before = _AFTER_HEAD if head else gap
            case ListBlock(items=items, ordered=ordered):
                for count, item in enumerate(items, 1):
                    step += 1
                    yield _item(item, before, count if ordered else 0, step if stepped else 0)
                    before = gap
            case _:
                continue


def _item(text: Text, before: float, count: int, step: int) -> TextParagraph:
    bullet = Bullet(f"{count}.", "ink") if count else Bullet("•", "coral")
    indent = NUMBER_INDENT if count else BULLET_INDENT
    return paragraph(text, BODY, before, indent=indent, bullet=bullet, step=step)
