"""One thought to hold: a definition or a sentence, large, on sand."""

from imhtrainer.domain.deck import Quote
from imhtrainer.domain.errors import LayoutError
from imhtrainer.layout.compose.foot import finish, put_number, put_source
from imhtrainer.layout.compose.scene import PAGE_HEIGHT, PAGE_WIDTH, Scene
from imhtrainer.layout.compose.setting import (
    Style,
    hugging,
    paragraph,
    put,
    put_first_that_fits,
)
from imhtrainer.layout.compose.shapes import arc
from imhtrainer.layout.page import Box, Page, PathBox, RectBox, TextBox
from imhtrainer.layout.text import Frame

QUESTION = Style(28, 36, "coral-text", bold=True)
THOUGHT = Style(42, 56, family="head", strong="lagoon")
THOUGHT_LONG = Style(36, 48, family="head", strong="lagoon")
SOURCE = Style(14, 19, "ink-soft")
_AFTER_QUESTION = 16.0


def compose_quote(scene: Scene) -> Page:
    """A question, the thought that answers it, and the sun's quarter in the corner."""
    scene.allow(Quote)
    quotes = [block for block in scene.slide.blocks if isinstance(block, Quote)]
    if len(quotes) != 1:
        raise LayoutError("a quote slide holds one quote (a line with “>”)", scene.slide.line)
    question = _question(scene)
    boxes: tuple[Box, ...] = (
        _quarter_sun(),
        RectBox(56, 56, 64, 6, "coral", radius=3, name="rule"),
        question,
        _thought(scene, quotes[0], question.y + question.h + _AFTER_QUESTION),
        *put_source(scene, w=660, bottom=500, style=SOURCE),
        put_number(scene, color="ink"),
    )
    return finish(scene, "sand", boxes)


def _question(scene: Scene) -> TextBox:
    words = (paragraph(scene.slide.title, QUESTION),)
    return hugging(put(scene, Frame(56, 72, 700, 2 * QUESTION.lead), words, "title", "title"))


def _thought(scene: Scene, quote: Quote, top: float) -> TextBox:
    """Up to five lines, or the next smaller size."""
    frame = Frame(56, top, 808, 5 * THOUGHT.lead)
    styles = (THOUGHT, THOUGHT_LONG)
    return put_first_that_fits(scene, frame, quote.text, styles, "quote", "body", quote.line)


def _quarter_sun() -> PathBox:
    corner = ("L", (PAGE_WIDTH, PAGE_HEIGHT))
    edge = arc(PAGE_WIDTH, PAGE_HEIGHT, 210, 180, 90)
    return PathBox((*edge, corner, ("Z", ())), fill="sun", name="sun")
