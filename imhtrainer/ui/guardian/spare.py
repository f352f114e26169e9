"""A program held ready: ``python -m imhtrainer.ui.guardian.spare``, told on its input which session to resume."""

import gc
import sys
from pkgutil import resolve_name

from imhtrainer.display import load_window

PRESENTS = ("imhtrainer.ui.day:Day", "imhtrainer.ui.opening:open_stores")
"""What the program imports once its window stands; here before it is needed."""


def main() -> None:
    """Import everything, wait for a session's id, and become the program; end where none comes."""
    gc.disable()  # as at every start, until the window stands
    run_app = load_window("imhtrainer.app:run_app")
    for name in PRESENTS:
        resolve_name(name)
    session = sys.stdin.readline().strip()
    if session:
        sys.exit(run_app(None, False, session))


if __name__ == "__main__":
    main()
