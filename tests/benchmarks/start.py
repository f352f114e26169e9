"""Prints the time from start to a mapped window, beside pympress and LibreOffice: python -m tests.benchmarks.start.

Needs a display with a window manager, xdotool, and the peers (Debian: pympress, libreoffice-impress).
"""

import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pptx import Presentation
from reportlab.pdfgen.canvas import Canvas

from tests.benchmarks.figures import tell

RUNS = 7
PATIENCE = 40.0
AIMS = {"pympress": "at most 0.8", "Impress": "at most 1.0"}


@dataclass(frozen=True, slots=True)
class Program:
    """A program to start: its command for a home folder, and what its window is called."""

    name: str
    window: str
    command: Callable[[Path], list[str]]


def main() -> None:
    """Start each program in turn, several times, and print medians and ratios, pair by pair."""
    with tempfile.TemporaryDirectory() as scratch:
        programs = list(all_programs(Path(scratch)))
        seconds: dict[str, list[float]] = {each.name: [] for each in programs}
        for run in range(RUNS + 1):
            home = Path(scratch, f"home{run}")
            for each in programs:
                taken = seconds_to_window(each.command(home), each.window, as_installed(home))
                seconds[each.name].append(taken)
    ours, *peers = programs
    tell("Start to window", statistics.median(seconds[ours.name][1:]), "s")
    for peer in peers:
        tell(f"{peer.name}, start to window", statistics.median(seconds[peer.name][1:]), "s")
        pairs = zip(seconds[ours.name][1:], seconds[peer.name][1:], strict=True)
        tell(
            "  ratio, pair by pair",
            statistics.median([a / b for a, b in pairs]),
            "x",
            AIMS[peer.name],
        )


def all_programs(scratch: Path) -> Iterator[Program]:
    """Ours first, then the peers that are installed, each with a talk to open."""
    yield Program("IMH Trainer", "IMH Trainer", lambda _home: [sys.executable, "-m", "imhtrainer"])
    talk = scratch / "talk.pdf"
    write_talk(talk)
    if shutil.which("pympress"):
        yield Program("pympress", "Pympress", lambda _home: ["pympress", str(talk)])
    if shutil.which("soffice"):
        deck = scratch / "talk.pptx"
        write_deck(deck)
        yield Program("Impress", "LibreOffice Impress", lambda home: impress(home, deck))


def impress(home: Path, deck: Path) -> list[str]:
    """LibreOffice with a profile of its own, which the first run fills."""
    profile = f"-env:UserInstallation=file://{home.parent / 'office'}"
    return ["soffice", profile, "--norestore", "--nologo", "--nolockcheck", "--impress", str(deck)]


def write_deck(path: Path) -> None:
    """Fifty plain slides for the peer."""
    presentation = Presentation()
    for number in range(50):
        slide = presentation.slides.add_slide(presentation.slide_layouts[5])
        slide.shapes.title.text = f"Slide {number}"
    presentation.save(str(path))


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
        command,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        while time.perf_counter() - start < PATIENCE:
            if seen(name):
                return time.perf_counter() - start
        raise TimeoutError(f"{name} showed no window within {PATIENCE:.0f} s")
    finally:
        os.killpg(program.pid, signal.SIGKILL)
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
