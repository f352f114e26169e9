"""Tab through a window as a person without a mouse does, and say where the keyboard got lost."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QWidget

from imhtrainer.ui.present.outline.pane import OutlineList
from imhtrainer.ui.style.focus import FocusRing
from tests.ui.look.findings import say

MOST = 150


def lost(window: QWidget) -> Iterator[str]:
    """Each stop of Tab at which nobody would see where the keyboard is, or which stands before the last one."""
    stops: list[QWidget] = []
    window.setFocus(Qt.FocusReason.OtherFocusReason)
    for stop in _stops(window):
        stops.append(stop)
        yield from _unseen(window, stop)
    if len(stops) >= MOST:
        yield f"Tab never comes round: {say(stops[-1])}"
    for at in range(1, len(stops)):
        before, after = stops[at - 1], stops[at]
        if _place(after, stops[0]).bottom() <= _place(stops[0], after).top():
            continue  # Tab comes round to the beginning
        if _pane(before) is _pane(after) and _is_read_before(
            _place(after, before), _place(before, after)
        ):
            yield f"Tab goes back from {say(before)} to {say(after)}"


def _stops(window: QWidget) -> Iterator[QWidget]:
    passed: set[int] = set()
    for _ in range(MOST):
        focus = QApplication.focusWidget() or window
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        QCoreApplication.processEvents()
        stop = QApplication.focusWidget()
        if stop is None or id(stop) in passed:
            return
        passed.add(id(stop))
        if window.isAncestorOf(stop) and stop.property("ring") is not False:
            yield stop


def _unseen(window: QWidget, stop: QWidget) -> Iterator[str]:
    box = QRect(stop.mapTo(window, QPoint()), stop.size())
    if not window.rect().intersects(box) or stop.visibleRegion().isEmpty():
        yield f"the keyboard is where nobody sees it: {say(stop)}"
    elif isinstance(stop, OutlineList):
        return  # the slide looked at wears the ring always, with or without the keyboard
    elif isinstance(stop, QAbstractItemView):
        with_focus = _picture(stop)
        stop.clearFocus()
        QCoreApplication.processEvents()
        if stop.model() is not None and stop.model().rowCount() and _picture(stop) == with_focus:
            yield f"a list shows no row as the one with the keyboard: {say(stop)}"
        stop.setFocus(Qt.FocusReason.TabFocusReason)
    elif not _ringed(window, box):
        yield f"no ring: {say(stop)}"


def _ringed(window: QWidget, box: QRect) -> bool:
    rings = [ring for ring in window.findChildren(FocusRing) if ring.isVisible()]
    return any(ring.geometry().contains(box) for ring in rings)


def _picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def _pane(widget: QWidget) -> QWidget | None:
    above: QWidget | None = widget
    while above is not None and not above.property("pane"):
        above = above.parentWidget()
    return above


def _place(widget: QWidget, beside: QWidget) -> QRect:
    """Where it stands; of what can be scrolled away, where its scroller stands."""
    scroller = _scroller(widget)
    if scroller is not None and scroller is not _scroller(beside):
        widget = scroller
    return QRect(widget.mapTo(widget.window(), QPoint()), widget.size())


def _scroller(widget: QWidget) -> QAbstractScrollArea | None:
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QAbstractScrollArea):
        above = above.parentWidget()
    return above


def _is_read_before(one: QRect, other: QRect) -> bool:
    """Whether one stands above the other in the same column, or in the same line at its left."""
    same_line = one.top() < other.bottom() and other.top() < one.bottom()
    if same_line:
        return one.right() <= other.left()
    return one.bottom() <= other.top() and one.left() < other.right()
