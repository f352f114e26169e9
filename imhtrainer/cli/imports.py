"""PowerPoint files into decks: what changed in one of ours, or a new deck from any other."""

from pathlib import Path

import click

from imhtrainer.cli.parameters import EXISTING
from imhtrainer.decks.source import find_source, is_file
from imhtrainer.domain.wording import counted
from imhtrainer.layout.kit import load_kit
from imhtrainer.resources import slides_path
from imhtrainer.services.checking import check_deck
from imhtrainer.services.importing import (
    KEPT,
    Review,
    apply_review,
    import_training,
    review_import,
)

IMPORT_EXAMPLE = """\b
Examples:
  imhtrainer import pptx edited.pptx -o slides/my-training            # says what would change
  imhtrainer import pptx edited.pptx -o slides/my-training --apply    # and changes it
  imhtrainer import pptx any.pptx -o slides/new-training              # a new deck
"""


@click.group(name="import", epilog=IMPORT_EXAMPLE, short_help="PowerPoint into a deck.")
def import_group() -> None:
    """Take over what was changed in an exported PowerPoint file, or make a deck out of any other."""


@import_group.command(name="pptx", epilog=IMPORT_EXAMPLE, short_help="Import a .pptx file.")
@click.argument("file", type=EXISTING)
@click.option(
    "-o",
    "--output",
    "deck",
    required=True,
    type=click.Path(path_type=Path),
    metavar="DECK",
    help="The deck it was exported from; or a new folder.",
)
@click.option(
    "--apply", is_flag=True, help="Change the deck instead of only saying what would change."
)
def import_pptx(file: Path, deck: Path, apply: bool) -> None:
    """Compare FILE with the deck it was exported from, or make a new deck of it where DECK is none yet.

    Without --apply nothing is written to an existing deck. With it, deck.md is rewritten, the one before is
    kept as deck.md.bak, and new pictures are put into images.
    """
    known = deck if is_file(find_source(deck)) else _built_in(deck)
    if known is None:
        _make_new(file, deck)
        return
    review = review_import(file, known, load_kit())
    _tell(review)
    if not (review.changes or review.pictures):
        click.echo("Nothing was changed.")
    elif apply:
        apply_review(review)
        click.echo(f"Changed {review.file}; the text before is kept as {KEPT}.")
    else:
        click.echo("Nothing is written yet. Add --apply to change the deck.")


def _built_in(named: Path) -> Path | None:
    """A training that comes with the program, by its name."""
    folder = slides_path() / named
    return folder if named.name == str(named) and is_file(find_source(folder)) else None


def _make_new(file: Path, folder: Path) -> None:
    remarks = import_training(file, folder)
    for remark in remarks:
        click.echo(remark)
    problems = check_deck(folder, load_kit())
    for problem in problems:
        click.echo(str(problem))
    left = f" {counted(len(problems), 'thing')} to mend, as said above." if problems else ""
    click.echo(f"Made {find_source(folder)}.{left}")


def _tell(review: Review) -> None:
    click.echo(review.diff, nl=False)
    for line in (*review.summary, *review.remarks):
        click.echo(line)
    for path in review.pictures:
        click.echo(f"{path}: new picture.")
    for problem in review.problems:
        click.echo(problem)
