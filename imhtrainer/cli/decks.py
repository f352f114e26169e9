"""Commands about a deck: check it, write it as PowerPoint, PDF or pictures, print its answer sheets."""

from pathlib import Path
from typing import Literal

import click

from imhtrainer.cli.parameters import EXISTING, FILE, find_deck
from imhtrainer.decks.parser import read_deck
from imhtrainer.decks.source import find_source
from imhtrainer.display import load_painter
from imhtrainer.domain.certificate import Paper
from imhtrainer.domain.edition import Edition, deck_in
from imhtrainer.domain.plan import make_plan
from imhtrainer.domain.wording import counted
from imhtrainer.layout.context import Context
from imhtrainer.layout.kit import load_kit
from imhtrainer.services.answer_sheets import write_answer_sheets
from imhtrainer.services.checking import check_deck
from imhtrainer.services.exporting import export_deck, export_pictures

CHECK_EXAMPLE = """\b
Example:
  imhtrainer check slides/my-training
"""

SHEETS_EXAMPLE = """\b
Example:
  imhtrainer answer-sheets it-starts-on-day-1 -o answer-sheets.pdf --count 24
"""

EXPORT_EXAMPLE = """\b
Examples:
  imhtrainer export pptx it-starts-on-day-1 -o training.pptx
  imhtrainer export png slides/my-training -o pictures --width 1280
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


@click.command(epilog=EXPORT_EXAMPLE)
@click.argument("kind", type=click.Choice(["pptx", "pdf", "png"]))
@click.argument("deck", type=find_deck)
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    metavar="OUT",
    help="The file to write; for png a folder.",
)
@click.option(
    "--width",
    default=1920,
    show_default=True,
    type=click.IntRange(160, 7680),
    help="Pixels across, for png.",
)
@click.option(
    "--edition",
    default="trainer",
    show_default=True,
    type=click.Choice(["trainer", "participant"]),
    help="With answers and notes, or without any of them.",
)
@click.option(
    "--template",
    type=EXISTING,
    metavar="HOUSE.pptx|.potx",
    help="For pptx: your organization's own PowerPoint template.",
)
def export(
    kind: Literal["pptx", "pdf", "png"],
    deck: Path,
    output: Path,
    width: int,
    edition: Edition,
    template: Path | None,
) -> None:
    """Write a deck as PowerPoint, PDF or pictures."""
    taught, kit = deck_in(edition, read_deck(deck)), load_kit()
    if kind == "png":
        paint = load_painter("imhtrainer.render.screen.files:png_pictures")
        written = export_pictures(taught, output, Context(), kit, width, paint)
        click.echo(f"Wrote {counted(len(written), 'picture')} to {output}.")
        return
    if template and kind != "pptx":
        raise click.UsageError("A template is for pptx only: leave --template out.")
    remarks = export_deck(kind, taught, output, Context(), kit, edition=edition, template=template)
    click.echo(f"Wrote {output}: {counted(taught.page_count, 'page')}.")
    for remark in remarks:
        click.echo(f"  {remark}")


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
