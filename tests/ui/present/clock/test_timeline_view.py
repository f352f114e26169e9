"""The rows of blocks: names where they fit, and under the pointer in any case."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from imhtrainer.ui.present.clock.timeline import timeline
from imhtrainer.ui.present.clock.timeline_view import LEFT, RIGHT, TimelineView, short_name
from imhtrainer.ui.style.look import Look
from tests.ui.present.small_training import Room


@pytest.fixture
def metrics(look: Look) -> QFontMetrics:
    font = QFont(QApplication.font())
    font.setPixelSize(13)
    return QFontMetrics(font)


def test_a_name_has_whole_words_or_none(metrics: QFontMetrics) -> None:
    def wide(words: str) -> int:
        return metrics.horizontalAdvance(words)

    title = "Read each other’s cues"
    assert short_name(title, metrics, wide(title)) == title
    assert short_name(title, metrics, wide(title) - 1) == "Read each other’s"
    assert short_name(title, metrics, wide("Read")) == "Read"
    assert short_name(title, metrics, wide("Read") - 1) == ""


def test_a_block_says_its_whole_name_under_the_pointer(
    room: Room, look: Look, shown: Callable[[QWidget], None]
) -> None:
    view = TimelineView(look)
    view.resize(400, 40)
    view.show_timeline(timeline(room.state, room.clock()), "10:20", "10:20")
    shown(view)
    end = view.width() - RIGHT
    for at, title in ((LEFT + 2, "Welcome"), (end - 2, "The end"), (LEFT - 10, "")):
        assert view.title_at(at) == title
    spot = QPoint(end - 2, 20)
    QApplication.sendEvent(view, QHelpEvent(QHelpEvent.Type.ToolTip, spot, view.mapToGlobal(spot)))
    assert QToolTip.text() == "The end"
    QToolTip.hideText()
