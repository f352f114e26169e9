"""The command that rehearses a training with made-up people."""

from datetime import datetime, time
from pathlib import Path

import click

from imhtrainer.cli.parameters import DAY, FOLDER, find_deck
from imhtrainer.room.loopback import loopback_phones
from imhtrainer.services.rehearsal import rehearse

REHEARSE_EXAMPLE = """\b
Example:
  imhtrainer rehearse it-starts-on-day-1 -o rehearsal --attendees 24 --seed 1
"""


@click.command(
    name="rehearse", epilog=REHEARSE_EXAMPLE, short_help="A whole session with made-up people."
)
@click.argument("deck", type=find_deck)
@click.option(
    "-o", "--output", required=True, type=FOLDER, metavar="DIR", help="Where the files go."
)
@click.option("--attendees", default=24, show_default=True, type=click.IntRange(1, 500))
@click.option("--seed", default=1, show_default=True, help="The same seed gives the same room.")
@click.option("--date", "day", type=DAY, metavar="YYYY-MM-DD", help="The day it plays on; today.")
def rehearse_command(
    deck: Path, output: Path, attendees: int, seed: int, day: datetime | None
) -> None:
    """Run a whole session with made-up people and write deck.pptx, slides.pdf, certificates.pdf, session.json."""
    starts = datetime.combine(day.date(), time(10)).astimezone() if day else None
    result = rehearse(deck, output, attendees, seed, starts=starts, phones=loopback_phones)
    click.echo(f"Rehearsed: {result.came} made-up people came, {result.completed} completed.")
    for path in result.paths:
        click.echo(f"Wrote {path}.")
