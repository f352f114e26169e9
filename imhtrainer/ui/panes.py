"""F6: from pane to pane of a window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def mark_pane(widget: QWidget) -> None:
    """Make a widget one of the panes that F6 walks through."""
    widget.setProperty("pane", True)


def next_pane(window: QWidget, by: int) -> None:
    """Put the keyboard into the next pane that is shown (``by`` 1), or the one before (-1)."""
    panes = [
        w
        for w in window.findChildren(QWidget)
        if w.property("pane") and w.isVisibleTo(window) and w.isEnabled()
    ]
    if not panes:
        return
    focus = QApplication.focusWidget()
    here = next((i for i, pane in enumerate(panes) if _holds(pane, focus)), -by)
    enter_pane(panes[(here + by) % len(panes)])


def enter_pane(pane: QWidget) -> None:
    """Put the keyboard on the first control of a pane that can take it."""
    reachable = (
        w
        for w in (pane, *pane.findChildren(QWidget))
        if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isEnabled() and w.isVisible()
    )
    target = next(reachable, None)
    if target is not None:
        target.setFocus(Qt.FocusReason.TabFocusReason)


def _holds(pane: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (pane is focus or pane.isAncestorOf(focus))
