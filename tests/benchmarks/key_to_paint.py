"""Prints how long a key takes until the room's window is painted: python -m tests.benchmarks.key_to_paint.

A whole training is walked through on the real console: once with a pause between two keys, as when a person
talks, and once with keys at odd moments, a twentieth to a third of a second apart, while pictures are being
painted. What the window's own thread worked for a key is told beside the time that passed, of which other
programs take their share. A key that comes while the window's thread is at something else waits for that first:
the longest such turn is told too. Needs a display of at least 3840 x 2160 for honest figures (``xvfb-run -s
"-screen 0 3840x2160x24"``); without one Qt's offscreen platform is used.
"""

import os
import time
from collections.abc import Callable
from random import Random
from statistics import quantiles
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt

from imhtrainer.decks.parser import read_deck
from imhtrainer.resources import slides_path
from imhtrainer.ui.present.console.console import ConsolePage
from imhtrainer.ui.present.pages.page_pictures import PagePictures
from imhtrainer.ui.present.stage.audience import AudienceWindow
from tests.benchmarks.stage import Stage, key, set_stage

SIZES = ((1920, 1080, 8.0), (3840, 2160, 16.0))
"""Width, height, and the milliseconds that 99 of 100 keys may take."""
IDLE = 1.0
"""Longest seconds to wait for the neighbours before a key."""


class Watch:
    """Notes when the room's window was painted, and which pictures a key had to wait for."""

    def __init__(self) -> None:
        self.painted = 0.0
        self.worked = 0.0
        self.turns: list[float] = []
        self.waited, self.elsewhere = 0, 0
        self._pressed = False
        self._wrap(AudienceWindow, "show_picture", self._note)
        self._wrap(PagePictures, "_render", self._count)

    def clear(self) -> None:
        """Begin a walk."""
        self.turns.clear()
        self.waited, self.elsewhere = 0, 0

    def turn(self) -> None:
        """One turn of the event loop, timed."""
        start = time.perf_counter()
        QCoreApplication.processEvents()
        self.turns.append((time.perf_counter() - start) * 1000)

    def press(self, page: ConsolePage) -> tuple[float, float, float]:
        """Milliseconds until the room's window was painted, the work of them, and until the console was too."""
        self._pressed, self.painted = True, 0.0
        start, before = time.perf_counter(), time.thread_time()
        QCoreApplication.sendEvent(page.audience, key(Qt.Key.Key_PageDown))
        room, work = self.painted - start, self.worked - before
        QCoreApplication.processEvents()
        self._pressed = False
        return room * 1000, work * 1000, (time.perf_counter() - start) * 1000

    def _wrap(self, owner: Any, name: str, measure: Callable[[float], None]) -> None:
        whole = getattr(owner, name)

        def measured(*args: Any, **named: Any) -> Any:
            start = time.perf_counter()
            result = whole(*args, **named)
            measure(start)
            return result

        setattr(owner, name, measured)

    def _note(self, _start: float) -> None:
        self.painted = time.perf_counter()
        self.worked = time.thread_time()

    def _count(self, _start: float) -> None:
        self.waited += self._pressed
        self.elsewhere += not self._pressed


class Hurry:
    """Waits a moment that has nothing to do with what is being painted, the same in every run."""

    def __init__(self) -> None:
        self._dice = Random(1)

    def __call__(self, page: ConsolePage, watch: Watch) -> None:
        until = time.perf_counter() + self._dice.uniform(0.05, 0.33)
        while time.perf_counter() < until:
            watch.turn()
            time.sleep(0.001)


def rest(page: ConsolePage, watch: Watch) -> None:
    """Let the program paint the neighbours."""
    until = time.perf_counter() + IDLE
    while page.pictures.busy and time.perf_counter() < until:
        watch.turn()
        time.sleep(0.002)


def walk(
    page: ConsolePage, watch: Watch, wait: Callable[[ConsolePage, Watch], None]
) -> list[tuple[float, float, float]]:
    """One key after the other to the training's end."""
    times = []
    state = page.presenting.state
    while state.slide + 1 < len(state.plan.slides) or state.step < state.here.steps:
        wait(page, watch)
        taken = watch.press(page)
        if page.presenting.waiting:
            page.presenting.leave()
        elif watch.painted:
            times.append(taken)
        if page.presenting.state == state:
            break
        state = page.presenting.state
    return times


def say(name: str, times: list[float], budget: float = 0.0) -> None:
    """Print the middle and the slowest of some times."""
    cuts = quantiles(times, n=100)
    share = f"   {cuts[98] / budget:.2f} of {budget:.0f} ms" if budget else ""
    print(f"  {name:34s} p50 {cuts[49]:6.1f}  p99 {cuts[98]:6.1f}  max {max(times):6.1f} ms{share}")


def measure(stage: Stage, width: int, height: int, budget: float, watch: Watch) -> None:
    """Walk the training with the room's window in this size and print the figures."""
    deck = read_deck(slides_path() / "it-starts-on-day-1")
    for name, wait in (("talking", rest), ("at odd moments", Hurry())):
        with stage.console(deck, width, height) as page:
            rest(page, watch)
            watch.clear()
            times = walk(page, watch, wait)
        print(
            f"{width} x {height}, {stage.app.platformName()}, {len(times)} keys {name}, "
            f"load {os.getloadavg()[0]:.1f}"
        )
        say("key to the room's window painted", [room for room, _, _ in times], budget)
        say("  work of the window's thread", [work for _, work, _ in times], budget)
        say("key to room and console painted", [both for _, _, both in times])
        say("a turn of the window's thread, no key", watch.turns)
        print(
            f"  {watch.waited} pictures were painted because a key waited for them, "
            f"{watch.elsewhere} because a pane had another size"
        )


def main() -> None:
    """Print the figures for both sizes."""
    stage = set_stage()
    watch = Watch()
    for width, height, budget in SIZES:
        measure(stage, width, height, budget, watch)


if __name__ == "__main__":
    main()
