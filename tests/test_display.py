"""Loading what a window needs."""

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
