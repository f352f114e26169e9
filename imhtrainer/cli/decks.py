"""Commands about a deck: check it, print its answer sheets."""

from pathlib import Path

import click

from imhtrainer.cli.parameters import FILE, find_deck
from imhtrainer.decks.parser import read_deck
from imhtrainer.decks.source import find_source
from imhtrainer.domain.certificate import Paper
from imhtrainer.domain.plan import make_plan
from imhtrainer.domain.wording import counted
from imhtrainer.layout.kit import load_kit
from imhtrainer.services.answer_sheets import write_answer_sheets
from imhtrainer.services.checking import check_deck

CHECK_EXAMPLE = """\b
Example:
  imhtrainer check slides/my-training
"""

SHEETS_EXAMPLE = """\b
Example:
  imhtrainer answer-sheets it-starts-on-day-1 -o answer-sheets.pdf --count 24
"""


@click.command(epilog=CHECK_EXAMPLE, short_help="Say what is wrong with a deck.")
@click.argument("deck", type=find_deck)
def check(deck: Path) -> None:
    """Say everything that is wrong with a deck, as path:line: message."""
    problems = check_deck(deck, load_kit())
    for problem in problems:
        click.echo(str(problem))
    if problems:
        raise SystemExit(1)
    sound = read_deck(deck)
    slides, pages = counted(len(sound.slides), "slide"), counted(sound.page_count, "page")
    click.echo(f"{find_source(deck)} is sound: {slides}, {pages}.")


@click.command(
    name="answer-sheets", epilog=SHEETS_EXAMPLE, short_help="Sheets for who has no phone."
)
@click.argument("deck", type=find_deck)
@click.option(
    "-o", "--output", required=True, type=FILE, metavar="OUT.pdf", help="The PDF to write."
)
@click.option("--count", default=24, show_default=True, type=click.IntRange(1, 999), help="Sheets.")
@click.option("--paper", default="letter", show_default=True, type=click.Choice(["letter", "a4"]))
def answer_sheets(deck: Path, output: Path, count: int, paper: Paper) -> None:
    """Write numbered answer sheets, two to a page, with every question of DECK."""
    write_answer_sheets(make_plan(read_deck(deck)), "", count, paper, load_kit(), output)
    click.echo(f"Wrote {output}: {counted(count, 'answer sheet')}.")
