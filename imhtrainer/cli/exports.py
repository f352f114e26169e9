"""The command that writes a deck as PowerPoint, PDF or pictures."""

from pathlib import Path
from typing import Literal

import click

from imhtrainer.cli.parameters import EXISTING, find_deck
from imhtrainer.decks.parser import read_deck
from imhtrainer.display import load_painter
from imhtrainer.domain.edition import Edition, deck_in
from imhtrainer.domain.wording import counted
from imhtrainer.layout.context import Context
from imhtrainer.layout.kit import load_kit
from imhtrainer.services.exporting import export_deck, export_pictures

EXPORT_EXAMPLE = """\b
Examples:
  imhtrainer export pptx it-starts-on-day-1 -o training.pptx
  imhtrainer export png slides/my-training -o pictures --width 1280
"""


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
