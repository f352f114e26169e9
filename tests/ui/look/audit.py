"""Walks through every window at many sizes and writes what is off, as JSON: python -m tests.ui.look.audit."""

import json
import os
import sys
import tempfile
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtWidgets import QApplication

from imhtrainer.ui.style.fonts import load_window_fonts
from imhtrainer.ui.style.look import BASE_STYLE, apply_look
from tests.screenshots.program import Program, open_program, wait
from tests.screenshots.walk import walk
from tests.ui.look.findings import problems
from tests.ui.look.focus_walk import lost

EVERY = (
    (1024, 640),
    (1180, 700),
    (1280, 720),
    (1366, 768),
    (1536, 864),
    (1920, 1080),
    (3840, 2160),
)
FEW = ((1024, 640), (1280, 720), (1920, 1080))
TABBED = (1366, 768)


def main() -> None:
    """Walk, and print."""
    scale = float(os.environ.get("QT_SCALE_FACTOR", "1"))
    names = set(sys.argv[1:])
    app = QApplication(["audit", *BASE_STYLE])
    load_window_fonts()
    found: dict[str, list[str]] = {"layout": [], "focus": []}
    with tempfile.TemporaryDirectory() as scratch, open_program(app, Path(scratch)) as program:
        program.window.resize(*TABBED)
        program.window.show()
        for name in walk(program):
            if names and name not in names:
                continue
            found["layout"] += layout(program, name, EVERY if scale == 1 else FEW)
            if scale == 1:
                found["layout"] += in_the_dark(app, program, name)
                program.window.activateWindow()
                found["focus"] += [f"{name}: {each}" for each in lost(program.window)]
    print(json.dumps(found))


def layout(program: Program, name: str, sizes: tuple[tuple[int, int], ...]) -> list[str]:
    """What is off in one window, at each size."""
    found = []
    for width, height in sizes:
        program.window.resize(width, height)
        wait(20)
        if list(problems(program.window)):
            program.settle(100)  # what is off for a moment only, on a busy machine, is not off
        found += [f"{name} {width}x{height}: {each}" for each in problems(program.window)]
    program.window.resize(*TABBED)
    wait(20)
    return found


def in_the_dark(app: QApplication, program: Program, name: str) -> list[str]:
    """What is off with the dark scheme."""
    program.look.set_dark(True)
    apply_look(app, program.look)
    found = layout(program, f"dark {name}", FEW[:1])
    program.look.set_dark(False)
    apply_look(app, program.look)
    return found


if __name__ == "__main__":
    main()
