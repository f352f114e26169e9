"""Prints how long the windows' thread is at one thing in the running program: python -m tests.benchmarks.blocks.

A key that is pressed meanwhile, or a window that is to be painted, waits for that. Needs a display with a window
manager; the two screens are swapped where there are two (``xrandr --setmonitor`` makes them on Xvfb).
"""

import gc
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from imhtrainer import app
from imhtrainer.resources import slides_path
from tests.benchmarks.figures import tell

BEAT = 2
"""Milliseconds between two looks at the clock."""
HOME, CONSOLE, CALM = 6000, 6000, 1500
"""Milliseconds until Home has read everything, the console has painted ahead, and a key is done with."""
KEYS = (
    ("a step on", Qt.Key.Key_Right),
    ("the next step", Qt.Key.Key_Right),
    ("black", Qt.Key.Key_B),
    ("the slide again", Qt.Key.Key_B),
    ("the logo", Qt.Key.Key_L),
    ("the slide after the logo", Qt.Key.Key_L),
    ("frozen", Qt.Key.Key_F),
    ("live", Qt.Key.Key_F),
    ("screens swapped", Qt.Key.Key_X),
    ("screens swapped back", Qt.Key.Key_X),
    ("the overview", Qt.Key.Key_O),
    ("the slide after the overview", Qt.Key.Key_O),
)


class Watched(app.Program):
    """The program as it is, with a clock that is looked at whenever nothing else is done."""

    def start(self, *told: Any) -> None:
        """Show the window, and begin to look."""
        super().start(*told)
        self._seen = time.perf_counter()
        self._longest = 0.0
        self._acts = self._all_acts()
        self._watching = QTimer(self, interval=BEAT, timerType=Qt.TimerType.PreciseTimer)
        self._watching.timeout.connect(self._note_time)
        self._watching.start()
        self._what = "Home comes up"
        QTimer.singleShot(HOME, self, self._go_on_acting)

    def _note_time(self) -> None:
        now = time.perf_counter()
        self._longest = max(self._longest, now - self._seen)
        self._seen = now

    def _go_on_acting(self) -> None:
        self._note_time()
        tell(f"Longest block: {self._what}", self._longest * 1000, "ms", "about 100")
        self._longest = 0.0
        wait, self._what, act = next(self._acts)
        act()
        QTimer.singleShot(wait, self, self._go_on_acting)

    def _all_acts(self) -> Iterator[tuple[int, str, Callable[[], object]]]:
        deck = slides_path() / "it-starts-on-day-1"
        yield CONSOLE, "the console opens", lambda: self._day.desk.present(deck)
        for name, key in KEYS:
            yield CALM, name, partial(self._press, key)
        for scheme in ("dark", "light"):
            yield CALM, f"everything {scheme}", partial(self._wear, scheme)
        yield CALM, "the end", self._end

    def _press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.window.focusWidget(), key)

    def _wear(self, scheme: Any) -> None:
        self._settings.change(replace(self._settings.now, scheme=scheme))

    def _end(self) -> None:
        self.window.put_away()
        QApplication.quit()


def main() -> None:
    """Start the program on an empty data folder, present, and press keys."""
    gc.disable()  # as at every start
    app.Program = Watched  # type: ignore[misc] # watched as it is, without a word of its own for it
    with tempfile.TemporaryDirectory() as home:
        os.environ["IMHTRAINER_HOME"] = home
        code = app.run_app()
    print(f"load {os.getloadavg()[0]:.1f}, {len(sys.modules)} modules")
    sys.exit(code)


if __name__ == "__main__":
    main()
