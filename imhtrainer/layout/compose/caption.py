"""A spoken line as a band across the foot of the page that can be read over any picture."""

from imhtrainer.layout.compose.scene import PAGE_WIDTH
from imhtrainer.layout.compose.setting import Style, paragraph
from imhtrainer.layout.frame import Frame
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.page import Page, RectBox
from imhtrainer.layout.text import count_lines, set_text

WORDS = Style(28, 33, "#FFFBF5")
GROUND = "#14202B"
EDGE = 3.0
"""Height of the sun's line at the top: it tells the band from a page as dark as it is."""

WIDEST, AIR = 880.0, 7.0
LOWEST = 80.0
"""Height for one line and two, so that nothing jumps: it covers a page's number and its sources whole."""


def compose_caption(text: str, kit: Kit) -> Page:
    """The band of these words, as wide as a page and as high as they need; a newline begins a line."""
    lines = [paragraph(line, WORDS, align="center") for line in text.split("\n") if line.strip()]
    height = count_lines(kit.fonts, lines, WIDEST) * WORDS.lead
    whole = max(height + 2 * AIR, LOWEST)
    top = EDGE + (whole - EDGE - height) / 2
    words = set_text(
        kit.fonts, Frame((PAGE_WIDTH - WIDEST) / 2, top, WIDEST, height), lines, "caption"
    )
    return Page(
        width=PAGE_WIDTH,
        height=whole,
        ground=GROUND,
        boxes=(RectBox(0, 0, PAGE_WIDTH, EDGE, "sun", name="edge"), words),
        palette=kit.theme.colors,
        layout="caption",
        title=text,
        description=text,
    )
