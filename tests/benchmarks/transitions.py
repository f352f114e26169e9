"""Prints whether transitions drop frames at 1080p: python -m tests.benchmarks.transitions.

Every frame is painted into the room's window as it stands; a frame is dropped when the next one comes later
than one and a half of the screen's intervals. Between the first frame, which comes at once, and the second
the console is painted and nothing moves: that pause is told by itself.
"""

import statistics
import time
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPaintEvent

from imhtrainer.decks.parser import read_deck
from imhtrainer.domain.deck import Transition
from imhtrainer.resources import slides_path
from imhtrainer.store.settings import Settings
from imhtrainer.ui.present.console.console import ConsolePage
from imhtrainer.ui.present.stage.audience import AudienceWindow
from tests.benchmarks.figures import tell
from tests.benchmarks.stage import MemorySettings, Stage, key, set_stage

KINDS: tuple[Transition, ...] = ("fade", "push")
WALKED = 24
PAUSE = 0.5


class Frames:
    """When the room's window was painted, and how long each painting took."""

    def __init__(self) -> None:
        self.ended: list[float] = []
        self.taken: list[float] = []
        whole = AudienceWindow.paintEvent

        def painted(window: AudienceWindow, event: QPaintEvent) -> None:
            start = time.perf_counter()
            whole(window, event)
            self.ended.append(time.perf_counter())
            self.taken.append((self.ended[-1] - start) * 1000)

        AudienceWindow.paintEvent = painted  # type: ignore[method-assign,assignment]


def main() -> None:
    """Walk through slides with each transition."""
    stage = set_stage()
    frames = Frames()
    MemorySettings.now = replace(Settings(), motion="full")
    for kind in KINDS:
        _measure(stage, frames, kind)


def _measure(stage: Stage, frames: Frames, kind: Transition) -> None:
    deck = replace(read_deck(slides_path() / "it-starts-on-day-1"), transition=kind)
    gaps: list[float] = []
    pauses: list[float] = []
    taken: list[float] = []
    with stage.console(deck, 1920, 1080) as page:
        rate = min(max(page.audience.screen().refreshRate(), 30.0), 144.0)
        for _ in range(WALKED):
            _rest(PAUSE)
            frames.ended.clear()
            frames.taken.clear()
            slide = page.presenting.state.slide
            _press(page)
            _rest(0.3)
            if page.presenting.state.slide != slide:
                found = [b - a for a, b in pairwise(frames.ended)]
                pauses += found[:1]
                gaps += found[1:]
                taken += frames.taken
    interval = 1 / rate
    dropped = sum(gap > 1.5 * interval for gap in gaps)
    tell(f"{kind}, frames at {rate:.0f} Hz, 1080p", len(gaps), "frames")
    tell("  dropped", dropped, "frames", "none")
    tell("  until the second frame, median", statistics.median(pauses) * 1000, "ms")
    tell("  painting one, median", statistics.median(taken), "ms", f"under {interval * 1000:.0f}")
    tell("  painting one, slowest", max(taken), "ms")


def _press(page: ConsolePage) -> None:
    QCoreApplication.sendEvent(page.audience, key(Qt.Key.Key_PageDown))
    if page.presenting.waiting:
        page.presenting.leave()


def _rest(seconds: float) -> None:
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        QCoreApplication.processEvents()
        time.sleep(0.0005)


if __name__ == "__main__":
    main()
