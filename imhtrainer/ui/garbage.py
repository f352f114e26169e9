"""Python's garbage, collected on the windows' thread alone, and all of it only while nobody works.

Python collects on whichever thread happens to allocate. A window among the garbage would then be destroyed on
the thread that paints ahead or writes the journal, and Qt ends the program for that.
"""

import gc

from PySide6.QtCore import QObject, QTimer

BEAT = 500
"""Milliseconds between two looks."""
STILL = 4
"""Beats with next to nothing made, after which nobody is likely to press a key just now."""
PATIENCE = 10
"""How many times over the oldest generation may be due until it is collected in any case."""


class GarbageDesk(QObject):
    """Takes over from Python as soon as it is made, on the thread that makes it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._still = 0
        self._beat = QTimer(self, interval=BEAT)
        self._beat.timeout.connect(self._look)
        self._beat.start()

    def _look(self) -> None:
        """To look through everything takes a twentieth of a second, which a key would wait for."""
        counts, limits = gc.get_count(), gc.get_threshold()
        self._still = 0 if counts[0] > limits[0] else self._still + 1
        due = due_generation(counts, limits, self._still >= STILL)
        if due is not None:
            gc.collect(due)


def due_generation(
    counts: tuple[int, int, int], limits: tuple[int, int, int], still: bool
) -> int | None:
    """The oldest generation that is due by Python's own thresholds; the last one waits for a ``still`` moment."""
    due = [at for at in range(3) if limits[at] and counts[at] > limits[at]]
    overdue = counts[2] > limits[2] * PATIENCE
    if due and due[-1] == 2 and not (still or overdue):
        due.pop()
    return due[-1] if due else None


def collect_due() -> None:
    """Collect what is due now, whoever works."""
    due = due_generation(gc.get_count(), gc.get_threshold(), still=True)
    if due is not None:
        gc.collect(due)
