"""Prints the time from start to a mapped window, beside pympress: python -m tests.benchmarks.start.

Needs a display with a window manager, xdotool, and pympress for the ratio (Debian: pympress).
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from tests.benchmarks.figures import tell

RUNS = 7
PATIENCE = 20.0


def main() -> None:
    """Start each program in turn, several times, and print medians and their ratio."""
    with tempfile.TemporaryDirectory() as scratch:
        talk = Path(scratch, "talk.pdf")
        write_talk(talk)
        ours_command = [sys.executable, "-m", "imhtrainer"]
        peer_command = ["pympress", str(talk)] if shutil.which("pympress") else []
        ours, peers = [], []
        for run in range(RUNS + 1):
            environment = as_installed(Path(scratch, f"home{run}"))
            ours.append(seconds_to_window(ours_command, "IMH Trainer", environment))
            if peer_command:
                peers.append(seconds_to_window(peer_command, "Pympress", environment))
    tell("Start to window", statistics.median(ours[1:]), "s", "at most the peer's")
    if peers:
        tell("pympress, start to window", statistics.median(peers[1:]), "s")
        pairs = [a / b for a, b in zip(ours[1:], peers[1:], strict=True)]
        tell("  ratio, pair by pair", statistics.median(pairs), "x", "at most 1.0")


def as_installed(home: Path) -> dict[str, str]:
    """An environment with an empty data folder, where Python reads compiled modules as after an install."""
    environment = {**os.environ, "IMHTRAINER_HOME": str(home)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment


def write_talk(path: Path) -> None:
    """A PDF of fifty plain pages for the peer."""
    canvas = Canvas(str(path), pagesize=(960, 540))
    for number in range(50):
        canvas.drawString(100, 300, f"Page {number}")
        canvas.showPage()
    canvas.save()


def seconds_to_window(command: list[str], name: str, environment: dict[str, str]) -> float:
    """Seconds until a visible window carries ``name``; the program is killed then."""
    start = time.perf_counter()
    program = subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        while time.perf_counter() - start < PATIENCE:
            if seen(name):
                return time.perf_counter() - start
        raise TimeoutError(f"{name} showed no window within {PATIENCE:.0f} s")
    finally:
        program.kill()
        program.wait()
        wait_until_gone(name)


def seen(name: str) -> bool:
    """Whether a visible window carries the name."""
    search = ["xdotool", "search", "--onlyvisible", "--name", name]
    return subprocess.run(search, capture_output=True, check=False).returncode == 0


def wait_until_gone(name: str) -> None:
    """Wait until the window manager has taken the window away."""
    while seen(name):
        time.sleep(0.05)


if __name__ == "__main__":
    main()
