"""The ``imhtrainer`` command and ``python -m imhtrainer``: the app, or a command without a window."""

import gc
import sys
from pkgutil import resolve_name

from imhtrainer.display import WindowUnavailable, load_window


def main() -> None:
    """Start the app where no command is given; else run the command. Ends the program."""
    gc.disable()  # all starts a tenth faster; the window collects by itself, a command once it is loaded
    if len(sys.argv) > 1:
        resolve_name("imhtrainer.cli.main:main")()
        return
    try:
        run_app = load_window("imhtrainer.app:run_app")
    except WindowUnavailable as error:
        sys.exit(str(error))
    sys.exit(run_app())


if __name__ == "__main__":
    main()
