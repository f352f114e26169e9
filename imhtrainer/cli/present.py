"""Opens the window straight into presenting."""

from pathlib import Path

import click

from imhtrainer.cli.parameters import find_deck
from imhtrainer.display import load_window

PRESENT_EXAMPLE = """\b
Example:
  imhtrainer present it-starts-on-day-1 --windowed
"""


@click.command(epilog=PRESENT_EXAMPLE)
@click.argument("deck", type=find_deck)
@click.option(
    "--windowed", is_flag=True, help="Keep the slides in a window, also with a projector."
)
def present(deck: Path, windowed: bool) -> None:
    """Open the app straight into presenting a deck."""
    raise SystemExit(load_window("imhtrainer.app:run_app")(deck, windowed))
