"""People's names where a view paints them itself: they wrap, within a word if need be, and lose no letter."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextOption

LINE = 20
"""Pixels a line of a name takes in a list."""
_SYLLABLES = 12
_LONG_WORD = 24


def name_height(name: str, font: QFont, width: int) -> int:
    """Pixels that a name needs in a column ``width`` pixels wide: one line or more."""
    # Whole pixels are rounded: a name that just fits by them may be painted in two lines.
    if width <= 0 or QFontMetrics(font).horizontalAdvance(name) < width:
        return LINE
    layout = QTextLayout(name, font)
    layout.setTextOption(_wrapped())
    layout.beginLayout()
    lines = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines += 1
    layout.endLayout()
    return lines * LINE


def paint_name(painter: QPainter, room: QRect, name: str) -> None:
    """Paint a name in the painter's font, at the left and in the middle of its room, in any script."""
    option = _wrapped()
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
    option.setAlignment(left | Qt.AlignmentFlag.AlignVCenter)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    painter.drawText(QRectF(room), name, option)


def breakable(name: str) -> str:
    """A name for a label, which breaks lines between words only: long words get places to break at."""
    return " ".join(_parted(word) if len(word) > _LONG_WORD else word for word in name.split(" "))


def _parted(word: str) -> str:
    parts = (word[at : at + _SYLLABLES] for at in range(0, len(word), _SYLLABLES))
    return "\u200b".join(parts)


def _wrapped() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
