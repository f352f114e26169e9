"""A spoken line as a strip that can be read over any picture."""

from imhtrainer.layout.compose.setting import Style, paragraph
from imhtrainer.layout.frame import Frame
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.page import Page
from imhtrainer.layout.text import count_lines, set_text

WORDS = Style(28, 36, "#FFFBF5")
GROUND = "#14202B"
WIDEST, AIR, SIDE = 800.0, 8.0, 20.0


def compose_caption(text: str, kit: Kit) -> Page:
    """The strip of these words, as wide as they need; a newline begins a line."""
    lines = [paragraph(line, WORDS, align="center") for line in text.split("\n") if line.strip()]
    height = count_lines(kit.fonts, lines, WIDEST) * WORDS.lead
    measured = set_text(kit.fonts, Frame(0, 0, WIDEST, height), lines, "caption")
    widest = max(line.width for each in measured.paragraphs for line in each.lines)
    width = min(widest + 2, WIDEST)
    frame = Frame(SIDE, AIR, width, height)
    words = set_text(kit.fonts, frame, lines, "caption")
    return Page(
        width=width + 2 * SIDE,
        height=height + 2 * AIR,
        ground=GROUND,
        boxes=(words,),
        palette=kit.theme.colors,
        layout="caption",
        title=text,
        description=text,
    )
