"""Python's garbage, collected on the windows' thread alone.

Python collects on whichever thread happens to allocate. A window among the garbage would then be destroyed on
the thread that paints ahead or writes the journal, and Qt ends the program for that.
"""

import gc

from PySide6.QtCore import QObject, QTimer

BEAT = 500
"""Milliseconds between two looks."""


class GarbageDesk(QObject):
    """Takes over from Python as soon as it is made, on the thread that makes it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._beat = QTimer(self, interval=BEAT)
        self._beat.timeout.connect(collect_due)
        self._beat.start()


def collect_due() -> None:
    """Collect the oldest generation that is due by Python's own thresholds."""
    due = zip(gc.get_count(), gc.get_threshold(), range(3), strict=True)
    full = [generation for count, most, generation in due if most and count > most]
    if full:
        gc.collect(max(full))
