"""Loading what a window needs."""

import os
import subprocess
import sys


def test_loading_qt_leaves_pythons_own_import_in_place() -> None:
    program = (
        "import builtins; plain = builtins.__import__; "
        "from imhtrainer.display import load_painter; load_painter('PySide6.QtGui:QImage'); "
        "print(builtins.__import__ is plain)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout == "True\n"


def test_a_display_that_does_not_answer_is_said_in_one_sentence() -> None:
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY")
    }
    done = subprocess.run(
        [sys.executable, "-m", "imhtrainer"],
        env={**environment, "DISPLAY": ":7777"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert ":7777 does not answer" in done.stderr
    assert "imhtrainer check" in done.stderr
