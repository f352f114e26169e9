"""What a picky designer would find in a window: clipped words, controls on top of each other, tiny targets."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QSplitterHandle,
    QWidget,
)

from imhtrainer.ui.style.focus import FocusRing
from imhtrainer.ui.widgets.floating_scroller import FloatingScroller
from imhtrainer.ui.widgets.words import ElidedLabel
from imhtrainer.ui.wrapup.issue.overlay import IssueOverlay
from imhtrainer.ui.wrapup.standing_edge import StandingEdge

LEAST_TARGET = 32
SLACK = 1
"""Pixels that rounding at odd scales may cost."""
_CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox)
_MAY_LIE_OVER = (FocusRing, QSplitterHandle, StandingEdge, FloatingScroller, IssueOverlay)
"""What is drawn over its neighbours on purpose."""
_PARTS_OF_QT = ("qt_", "ScrollBar")


def problems(window: QWidget) -> Iterator[str]:
    """Each thing that is off, in words."""
    seen = [each for each in window.findChildren(QWidget) if _is_seen(each)]
    for widget in seen:
        yield from _clipped(widget)
        yield from _too_small(widget)
        yield from _turned_by_the_wheel(widget)
    for parent in {each.parentWidget() for each in seen}:
        if parent is not None:
            yield from _overlapping([each for each in seen if each.parentWidget() is parent])


def say(widget: QWidget) -> str:
    """A widget by its kind, its words and where it stands."""
    words = getattr(widget, "text", None)
    told = (words() if callable(words) else "") or widget.accessibleName()
    above = widget.parentWidget()
    return f"{type(widget).__name__} “{told}” in {type(above).__name__} {widget.size().toTuple()}"


def _is_seen(widget: QWidget) -> bool:
    internal = widget.objectName().startswith(_PARTS_OF_QT)
    return widget.isVisible() and not internal and not widget.visibleRegion().isEmpty()


def _clipped(widget: QWidget) -> Iterator[str]:
    if widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        return
    if not isinstance(widget, ElidedLabel) and not isinstance(widget.parentWidget(), _CONTROLS):
        # those are shortened on purpose, with the whole in the tool tip, or parts that Qt places
        yield from _too_narrow(widget)
    if not _in_scroller(widget) and not isinstance(widget, FocusRing):
        yield from _outside(widget)


def _too_narrow(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel) and widget.wordWrap():
        high = widget.heightForWidth(widget.width())
        if widget.text() and high > widget.height() + SLACK:
            yield f"cut off below: {say(widget)}, needs {high}"
        return
    least = widget.minimumSizeHint()
    if isinstance(widget, QAbstractButton) and not widget.text():
        least = widget.iconSize()
    elif not isinstance(widget, QLabel | QAbstractButton):
        return
    if least.width() > widget.width() + SLACK or least.height() > widget.height() + SLACK:
        yield f"clipped: {say(widget)}, needs {least.toTuple()}"


def _outside(widget: QWidget) -> Iterator[str]:
    window = widget.window()
    box = QRect(widget.mapTo(window, QPoint()), widget.size())
    parent = widget.parentWidget()
    if not window.rect().contains(box):
        yield f"out of the window: {say(widget)} at {box.getRect()}"
        return
    words = isinstance(widget, QLabel | QAbstractButton)
    if words and parent is not None and not parent.rect().contains(widget.geometry()):
        yield f"cut off by what it stands in: {say(widget)} at {widget.geometry().getRect()}"


def _in_scroller(widget: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QAbstractScrollArea):
            return True
        above = above.parentWidget()
    return False


def _too_small(widget: QWidget) -> Iterator[str]:
    if not isinstance(widget, _CONTROLS) or isinstance(widget.parentWidget(), _CONTROLS):
        return
    if isinstance(widget.parentWidget(), QAbstractItemView):
        return
    if min(widget.width(), widget.height()) < LEAST_TARGET:
        yield f"target too small: {say(widget)}"


def _turned_by_the_wheel(widget: QWidget) -> Iterator[str]:
    """Who scrolls the page would change a field that takes the keyboard from the wheel."""
    fields = isinstance(widget, QComboBox | QAbstractSpinBox)
    wheel = Qt.FocusPolicy.WheelFocus.value & ~Qt.FocusPolicy.StrongFocus.value
    if fields and widget.focusPolicy().value & wheel:
        yield f"changed by scrolling past: {say(widget)}"


def _overlapping(siblings: Iterable[QWidget]) -> Iterator[str]:
    lying = [
        each for each in siblings if not isinstance(each, _MAY_LIE_OVER) and not each.isWindow()
    ]
    for at, one in enumerate(lying):
        for other in lying[at + 1 :]:
            shared = one.geometry().intersected(other.geometry())
            if shared.width() > SLACK and shared.height() > SLACK:
                yield f"on top of each other: {say(one)} and {say(other)}"
