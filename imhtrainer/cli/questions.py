"""A deck's questions to Moodle and tables, and questions of others into a deck."""

from pathlib import Path

import click

from imhtrainer.cli.parameters import EXISTING, FILE, find_deck
from imhtrainer.decks.interchange.item import explained
from imhtrainer.decks.parser import read_deck
from imhtrainer.decks.source import find_source
from imhtrainer.domain.wording import counted
from imhtrainer.layout.house_words import house_words
from imhtrainer.layout.kit import load_kit
from imhtrainer.services.checking import check_deck
from imhtrainer.services.questions import add_questions, export_questions, read_questions

QUESTIONS_EXAMPLE = """\b
Examples:
  imhtrainer questions export it-starts-on-day-1 -o questions.gift
  imhtrainer questions import quiz.xlsx --into slides/my-training --section close
"""


@click.group(epilog=QUESTIONS_EXAMPLE, short_help="Questions to Moodle or a table, and back.")
def questions() -> None:
    """Questions out as GIFT (Moodle), CSV or XLSX, and in from GIFT, Aiken, CSV or XLSX."""


@questions.command(name="export", short_help="Write a deck's questions to a file.")
@click.argument("deck", type=find_deck)
@click.option(
    "-o", "--output", required=True, type=FILE, metavar="OUT", help="A .gift, .csv or .xlsx file."
)
def export_command(deck: Path, output: Path) -> None:
    """Write every question of DECK, with its key and feedback."""
    count = export_questions(read_deck(deck), output)
    click.echo(f"Wrote {output}: {counted(count, 'question')}.")


@questions.command(name="import", short_help="Put questions of a file into a deck.")
@click.argument("file", type=EXISTING)
@click.option("--into", "deck", required=True, type=find_deck, metavar="DECK", help="The deck.")
@click.option("--section", default="", help="A section's id or title; the last one if not given.")
def import_command(file: Path, deck: Path, section: str) -> None:
    """Put the questions of FILE at the end of a section; no other line of the deck changes.

    What cannot be asked here is told with its line and left out. Where the file does not say why an answer is
    right, the answer itself stands as the explanation. Then the deck is checked.
    """
    reading = read_questions(file)
    for problem in reading.problems:
        click.echo(str(problem))
    if not reading.items:
        click.echo("imhtrainer: nothing was added.", err=True)
        raise SystemExit(1)
    notes = house_words(read_deck(deck).lang).say("how_to_ask")
    count = add_questions([explained(item, notes) for item in reading.items], deck, section)
    click.echo(f"Added {counted(count, 'question')} to {find_source(deck)}.")
    for problem in check_deck(deck, load_kit()):
        click.echo(str(problem))
