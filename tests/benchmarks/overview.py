"""Prints how soon the overview of 400 slides stands: python -m tests.benchmarks.overview."""

import statistics
import time

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from imhtrainer.ui.present.console.console import ConsolePage
from tests.benchmarks.figures import tell
from tests.benchmarks.stage import key, long_deck, set_stage, settle

SLIDES = 400
RUNS = 20


def main() -> None:
    """Open it cold and warm, type into it, and wait for its pictures."""
    stage = set_stage()
    with stage.console(long_deck(SLIDES), 1920, 1080) as page:
        page.resize(1920, 1080)
        settle()
        cold = _open(page)
        tell("Overview of 400 slides, first opened", cold, "ms", "under 150")
        tell("  until its pictures stand", _until_painted(page), "ms")
        times = []
        for run in range(RUNS):
            _leave(page)
            page.presenting.go_to(run * (SLIDES // RUNS))
            settle()
            times.append(_open(page))
        tell("Overview anywhere in the deck, slowest of 20", max(times), "ms", "under 150")
        tell("  median", statistics.median(times), "ms")
        tell("A letter typed until the slides found stand", _type(page), "ms")


def _open(page: ConsolePage) -> float:
    """Milliseconds from the key until the overview is painted."""
    start = time.perf_counter()
    QCoreApplication.sendEvent(page.audience, key(Qt.Key.Key_O))
    page.parts.overview.grid.viewport().repaint()
    QCoreApplication.processEvents()
    return (time.perf_counter() - start) * 1000


def _leave(page: ConsolePage) -> None:
    page.overview.leave()
    settle()


def _until_painted(page: ConsolePage) -> float:
    start = time.perf_counter()
    while page.pictures.busy:
        QCoreApplication.processEvents()
        time.sleep(0.001)
    return (time.perf_counter() - start) * 1000


def _type(page: ConsolePage) -> float:
    start = time.perf_counter()
    QTest.keyClicks(page.parts.overview.field, "babies")
    page.parts.overview.grid.viewport().repaint()
    return (time.perf_counter() - start) * 1000 / len("babies")


if __name__ == "__main__":
    main()
