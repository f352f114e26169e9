"""A measured page and its boxes: what every renderer draws, in points, x to the right, y down.

Colours are names from the theme (``"ink"``) or ``"#RRGGBB"``; ``Page.palette`` resolves the names.
A box with ``step`` greater than 0 appears at that build step; 0 is there from the start.
``role`` names what a box is for whoever binds it to a placeholder: ``title``, ``body``, ``subtitle``,
``left``, ``right``, ``source``, ``number``, ``label`` ... and is empty for ornaments.
"""

from imhtrainer.layout.page.figures import Bar, ChartBox, QrBox, TableBox, TableCell
from imhtrainer.layout.page.glyphs import FontFace, GlyphRun, Line
from imhtrainer.layout.page.pictures import PLAY_SIGN, Clip, PictureBox
from imhtrainer.layout.page.shapes import Command, EllipseBox, PathBox, RectBox
from imhtrainer.layout.page.text import Align, Anchor, Bullet, Span, TextBox, TextParagraph
from imhtrainer.layout.page.whole import Box, GroupBox, Page

__all__ = [
    "PLAY_SIGN",
    "Align",
    "Anchor",
    "Bar",
    "Box",
    "Bullet",
    "ChartBox",
    "Clip",
    "Command",
    "EllipseBox",
    "FontFace",
    "GlyphRun",
    "GroupBox",
    "Line",
    "Page",
    "PathBox",
    "PictureBox",
    "QrBox",
    "RectBox",
    "Span",
    "TableBox",
    "TableCell",
    "TextBox",
    "TextParagraph",
]
