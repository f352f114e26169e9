"""A spoken line as a band across the foot of the page that can be read over any picture."""

from imhtrainer.layout.compose.balance import best_width
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
LOWEST = 92.0
"""Height for one line and two, so that nothing jumps: it covers number, sources and horizon whole."""


def compose_caption(text: str, kit: Kit) -> Page:
    """The band of these words, as wide as a page and as high as they need; a newline begins a line."""
    lines = [paragraph(line, WORDS, align="center") for line in text.split("\n") if line.strip()]
    wide = best_width(kit.fonts, lines, WIDEST)
    height = count_lines(kit.fonts, lines, wide) * WORDS.lead
    whole = max(height + 2 * AIR, LOWEST)
    top = EDGE + (whole - EDGE - height) / 2
    frame = Frame((PAGE_WIDTH - wide) / 2, top, wide, height)
    words = set_text(kit.fonts, frame, lines, "caption")
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
