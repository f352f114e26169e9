"""Stronger contrast: the same measured page in darker words on pure white; nothing moves.

Only the colours that words and lines are set in, and the grounds under them, are exchanged in ``Page.palette``;
pictures keep theirs. Dark on white and not the reverse: a light page lights the room and hides reflections, and
the slides' drawings stay what they are. Every word then has at least 10:1 on its ground (WCAG asks for 7:1).
"""

from dataclasses import replace

from imhtrainer.layout.page import Page

STRONG = {
    "ink": "#000000",
    "ink-soft": "#1A222B",
    "lagoon": "#003A40",
    "coral-text": "#6E1B00",
    "leaf": "#0B3D20",
    "plum": "#3E2244",
    "alarm": "#7A0A06",
    "paper": "#FFFFFF",
    "sand": "#FFFFFF",
    "side": "#FFFFFF",
    "stage": "#FFFFFF",
    "tint-lagoon": "#FFFFFF",
    "tint-leaf": "#FFFFFF",
    "tint-coral": "#FFFFFF",
    "edge": "#000000",
    "edge-control": "#000000",
}
"""Tokens that stronger contrast exchanges."""


def with_contrast(page: Page) -> Page:
    """The page with stronger contrast."""
    return replace(page, palette={**page.palette, **STRONG})
