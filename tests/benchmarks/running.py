"""Prints what the running program costs and how soon it resumes: python -m tests.benchmarks.running.

Linux only: it reads /proc. Needs a display with a window manager, and xdotool.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from imhtrainer.resources import slides_path
from tests.benchmarks.figures import tell
from tests.benchmarks.parse_decks import make_deck
from tests.benchmarks.start import as_installed, seen

SLIDES = 200
AUDIENCE = "The room sees this"
SETTLE = 5.0
IDLE = 20.0
PAGES = 400
PATIENCE = 20.0
RESUMES = 5
UNTIL_THE_BAND = """
import gc, sys
gc.disable()
from imhtrainer.display import load_window
load_window("imhtrainer.app:run_app")
app = sys.modules["imhtrainer.app"]
from PySide6.QtCore import QTimer
class Watched(app.Program):
    def start(self, *told):
        super().start(*told)
        self._watching = QTimer(self, interval=2)
        self._watching.timeout.connect(self._watch)
        self._watching.start()
    def _watch(self):
        if self.home.band.isVisible():
            print("band", flush=True)
            self._watching.stop()
app.Program = Watched
sys.exit(app.run_app())
"""
"""The program as it is, with a timer that says when the band over Home stands."""


def main() -> None:
    """Present, stay idle, walk through the deck, kill, and start again."""
    with tempfile.TemporaryDirectory() as scratch:
        environment = as_installed(Path(scratch, "home"))
        _tell_presenting(environment, write_long_deck(Path(scratch, "long")))
        resumes = sorted(_seconds_to_band(environment) for _ in range(RESUMES))
        tell("From start to the band that resumes", resumes[RESUMES // 2], "s", "under 2")


def write_long_deck(folder: Path) -> Path:
    """A deck of 200 slides with drawings, in a folder as trainers keep them."""
    images = folder / "images"
    images.mkdir(parents=True)
    drawing = next((slides_path() / "it-starts-on-day-1" / "images").glob("*.svg"))
    shutil.copy(drawing, images / "hands.svg")
    (folder / "deck.md").write_text(make_deck(SLIDES), encoding="utf-8")
    return folder


def _tell_presenting(environment: dict[str, str], deck: Path) -> None:
    command = [sys.executable, "-m", "imhtrainer", "present", str(deck), "--windowed"]
    program = subprocess.Popen(command, env=environment)
    try:
        _wait_for(AUDIENCE)
        time.sleep(SETTLE)
        before = _processor_seconds(program.pid)
        time.sleep(IDLE)
        share = (_processor_seconds(program.pid) - before) / IDLE
        tell("Processor while presenting, nobody touching it", share * 100, "% of one", "under 1")
        tell("Memory with 200 slides", _resident_megabytes(program.pid), "MB", "under 250")
        _walk()
        tell("Memory after 400 keys", _resident_megabytes(program.pid), "MB", "under 250")
    finally:
        program.kill()
        program.wait()


def _walk() -> None:
    """Press the key for the next slide often enough for the whole deck."""
    window = ["xdotool", "search", "--onlyvisible", "--name", "^IMH Trainer$"]
    found = subprocess.run(window, capture_output=True, check=True, text=True).stdout.split()[0]
    subprocess.run(["xdotool", "windowactivate", "--sync", found], check=True)
    for _ in range(PAGES):
        subprocess.run(["xdotool", "key", "Right"], check=True)
        time.sleep(0.1)
    time.sleep(1)


def _seconds_to_band(environment: dict[str, str]) -> float:
    """Seconds from start until the band with the session that was killed is shown."""
    start = time.perf_counter()
    command = [sys.executable, "-c", UNTIL_THE_BAND]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "band\n"
        taken = time.perf_counter() - start
        program.kill()
    return taken


def _wait_for(name: str) -> None:
    start = time.perf_counter()
    while not seen(name):
        if time.perf_counter() - start > PATIENCE:
            raise TimeoutError(f"{name} showed no window within {PATIENCE:.0f} s")
        time.sleep(0.05)


def _processor_seconds(process: int) -> float:
    """User and system time so far, fields 14 and 15 of proc(5)'s stat."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _resident_megabytes(process: int) -> float:
    lines = Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines()
    (resident,) = (line.split()[1] for line in lines if line.startswith("VmRSS:"))
    return int(resident) / 1024


if __name__ == "__main__":
    main()
