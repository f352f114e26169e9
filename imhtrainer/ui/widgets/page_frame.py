"""What pages of their own share: the title with the way out above, choices in a pane at the left."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from imhtrainer.ui.panes import mark_pane
from imhtrainer.ui.widgets.frames import Surface, column, row, scrolling


def page_head(title: QWidget, way_out: QWidget) -> QHBoxLayout:
    """The line above: what this page is, and the button that leaves it."""
    head = row(spacing=16)
    head.setContentsMargins(20, 16, 20, 12)
    head.addWidget(title, 1)
    head.addWidget(way_out)
    return head


def side_pane(content: QWidget, width: int) -> Surface:
    """A pane at the left, ``width`` pixels wide, that scrolls where the window is too low."""
    side = Surface("side", edge="right")
    side.setFixedWidth(width)
    column(side).addWidget(scrolling(content))
    mark_pane(side)
    return side
