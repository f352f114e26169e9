"""Large print: a slide's words alone, in the largest of a few sizes in which they fit the page.

Pages are measured once, so no page can be told to grow. Zooming into one does not help either: its lines run
across the whole page, and what is made larger leaves the page at the side. So a slide is set a second time, by
the same measuring, as large print books are: without pictures and ornaments, with the words that its builds have
brought last, and no smaller than ``LEAST``. A slide without words, or with more of them than fit, has no large
print (``LayoutError``) and is shown as it was designed, which is never under 24 points.
"""

from imhtrainer.domain.deck import Deck, Picture, plain
from imhtrainer.domain.errors import LayoutError
from imhtrainer.domain.script import slide_script
from imhtrainer.layout.compose.caption import LOWEST
from imhtrainer.layout.compose.scene import PAGE_HEIGHT, PAGE_WIDTH
from imhtrainer.layout.compose.setting import Style, paragraph
from imhtrainer.layout.frame import Frame
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.page import Page, TextParagraph
from imhtrainer.layout.text import fits, set_text, text_height

SIZES = (72.0, 64.0, 56.0, 50.0, 44.0, 40.0, 36.0, 34.0)
"""Points, largest first; the slides' body has 26."""
LEAST = SIZES[-1]
TITLES = (40.0, 34.0)
LEAD, GAP = 1.22, 0.5
"""Line height and space between paragraphs as shares of the size."""
MARGIN, TOP, BOTTOM, BETWEEN = 48.0, 36.0, 512.0, 20.0


def compose_large_print(
    deck: Deck, index: int, step: int, kit: Kit, captioned: bool = False
) -> Page:
    """The large print of a slide at a build step; ``LayoutError`` where it has none.

    ``captioned`` keeps the foot free for the captions' band.
    """
    slide = deck.slides[index]
    if any(isinstance(block, Picture) and block.plays for block in slide.blocks):
        raise LayoutError("a film needs its slide", slide.line)
    said = [each for each in slide_script(slide).words if not each.picture and each.step <= step]
    newest = max((each.step for each in said), default=0)
    words = [each.text for each in said if each.step == newest]
    if not words:
        raise LayoutError("there are no words to set in large print", slide.line)
    width = PAGE_WIDTH - 2 * MARGIN
    title = _title(plain(slide.title), width, kit)
    high = text_height(kit.fonts, title, width)
    bottom = PAGE_HEIGHT - LOWEST - BETWEEN / 2 if captioned else BOTTOM
    frame = Frame(MARGIN, TOP + high + BETWEEN, width, bottom - TOP - high - BETWEEN)
    body = _largest(words, frame, kit, slide.line)
    head = set_text(kit.fonts, Frame(MARGIN, TOP, width, high), title, "large title", "title")
    text = set_text(kit.fonts, frame, body, "large words", "body", "middle", line=slide.line)
    return Page(
        width=PAGE_WIDTH,
        height=PAGE_HEIGHT,
        ground="paper",
        boxes=(head, text),
        palette=kit.theme.colors,
        layout="large print",
        title=plain(slide.title),
        description=" ".join(words),
        lang=deck.lang,
        slide_id=slide.id,
        number=deck.numbers[index],
    )


def _title(words: str, width: float, kit: Kit) -> tuple[TextParagraph, ...]:
    """The title in at most two lines, else in the smaller size."""
    for size in TITLES:
        made = (paragraph(words, Style(size, size * LEAD, "lagoon", "head", bold=True)),)
        if fits(kit.fonts, made, width, 2 * size * LEAD):
            return made
    return made


def _largest(words: list[str], frame: Frame, kit: Kit, line: int) -> tuple[TextParagraph, ...]:
    for size in SIZES:
        style = Style(size, size * LEAD)
        made = tuple(paragraph(each, style, before=size * GAP) for each in words)
        if fits(kit.fonts, made, frame.w, frame.h):
            return made
    raise LayoutError(f"the words do not fit in large print of {LEAST:.0f} points", line)
