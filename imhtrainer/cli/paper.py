"""What a deck gives on paper, as PDF."""

from pathlib import Path
from typing import Literal, cast

import click

from imhtrainer.cli.parameters import FILE, find_deck
from imhtrainer.decks.parser import read_deck
from imhtrainer.documents.handout import SlidesPerPage
from imhtrainer.domain.certificate import Paper
from imhtrainer.domain.edition import Edition
from imhtrainer.domain.wording import counted
from imhtrainer.layout.context import Context
from imhtrainer.layout.kit import load_kit
from imhtrainer.services.exporting import document_meta, write_pages
from imhtrainer.services.takeaway import TakeAway, compose_takeaway

PRINT_EXAMPLE = """\b
Examples:
  imhtrainer print handout it-starts-on-day-1 --slides 3 -o handout.pdf
  imhtrainer print workbook it-starts-on-day-1 --paper a4 -o workbook.pdf
  imhtrainer print guide slides/my-training -o guide.pdf
"""


@click.command(
    name="print", epilog=PRINT_EXAMPLE, short_help="Handouts, the workbook or the guide, as PDF."
)
@click.argument("kind", type=click.Choice(["handout", "workbook", "guide"]))
@click.argument("deck", type=find_deck)
@click.option(
    "-o", "--output", required=True, type=FILE, metavar="OUT.pdf", help="The PDF to write."
)
@click.option("--paper", default="letter", show_default=True, type=click.Choice(["letter", "a4"]))
@click.option(
    "--slides",
    "each",
    default="3",
    show_default=True,
    type=click.Choice(["1", "2", "3", "6"]),
    help="Slides on a page of the handout; 3 come with lines to write on.",
)
@click.option(
    "--edition",
    default="participant",
    show_default=True,
    type=click.Choice(["participant", "trainer"]),
    help="The participant's handout leaves every answer out.",
)
def print_deck(
    kind: Literal["handout", "workbook", "guide"],
    deck: Path,
    output: Path,
    paper: Paper,
    each: str,
    edition: Edition,
) -> None:
    """Write a deck for paper: slides as a handout, the participant workbook, or the facilitator guide.

    Nothing in the workbook gives an answer away; the guide holds notes, answers and feedback.
    """
    order = TakeAway(kind, edition, paper, cast(SlidesPerPage, int(each)))
    taught, context = read_deck(deck), Context()
    pages = compose_takeaway(order, taught, context, load_kit())
    write_pages(pages, output, document_meta(taught, context, kind))
    click.echo(f"Wrote {output}: {counted(len(pages), 'page')}.")
