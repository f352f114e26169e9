"""Makes pictures of the real program on a made-up Saturday.

python -m tests.screenshots              the README's, into resources/screenshots
python -m tests.screenshots --all FOLDER every window at three sizes in both schemes
python -m tests.screenshots --all FOLDER console wrap-up   only these
"""

import os
import tempfile
import time
from argparse import ArgumentParser
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["TZ"] = "America/New_York"
time.tzset()
os.environ["LC_ALL"] = "en_US.UTF-8"

from PySide6.QtWidgets import QApplication

from imhtrainer.resources import resource_path
from imhtrainer.ui.style.fonts import load_window_fonts
from imhtrainer.ui.style.look import BASE_STYLE, apply_look
from tests.screenshots.program import Program, open_program
from tests.screenshots.walk import walk

README_SIZE = (1366, 768)
README = {
    "home": "home",
    "prepare-roster": "prepare",
    "console": "console",
    "console-checkpoint": "console-checkpoint",
    "wrap-up": "wrap-up",
}
"""What the README may show: the name in the walk, and the picture's."""
SIZES = ((1024, 640), (1366, 768), (1920, 1080))


def main() -> None:
    """Tell the story and take the pictures."""
    asked = ArgumentParser(prog="python -m tests.screenshots")
    asked.add_argument("--all", type=Path, metavar="FOLDER", help="every window, into this folder")
    asked.add_argument("names", nargs="*", help="only windows of these names")
    choices = asked.parse_args()
    app = QApplication(["screenshots", *BASE_STYLE])
    app.setApplicationName("IMH Trainer")
    load_window_fonts()
    with tempfile.TemporaryDirectory() as scratch, open_program(app, Path(scratch)) as program:
        program.window.resize(*README_SIZE)
        program.window.show()
        for name in walk(program):
            if choices.all is None and name in README:
                picture(program, resource_path("screenshots", f"{README[name]}.png"))
            elif choices.all is not None and (not choices.names or name in choices.names):
                take_all(app, program, name, choices.all)


def take_all(app: QApplication, program: Program, name: str, folder: Path) -> None:
    """One window at each size in each scheme."""
    for dark in (False, True):
        program.look.set_dark(dark)
        apply_look(app, program.look)
        for width, height in SIZES:
            program.window.resize(width, height)
            scheme = "dark" if dark else "light"
            picture(program, folder / f"{name}-{width}x{height}-{scheme}.png")
    program.look.set_dark(False)
    apply_look(app, program.look)
    program.window.resize(*README_SIZE)


def picture(program: Program, out: Path) -> None:
    """Save what the window shows."""
    program.settle(250)
    out.parent.mkdir(parents=True, exist_ok=True)
    program.window.grab().save(str(out))
    print(out.name)


if __name__ == "__main__":
    main()
