"""Every command without a window: parses, calls services, prints. Errors are one line on stderr."""

import json
import sys
from collections.abc import Sequence
from datetime import datetime, time
from io import TextIOWrapper
from pathlib import Path
from typing import Any, Literal

import click

from imhtrainer import __version__
from imhtrainer.decks.parser import read_deck
from imhtrainer.decks.source import find_source
from imhtrainer.display import load_painter, load_window
from imhtrainer.domain.errors import DeckError, TrainerError
from imhtrainer.domain.wording import counted
from imhtrainer.layout.context import Context
from imhtrainer.layout.kit import load_kit
from imhtrainer.resources import slides_path
from imhtrainer.services.batch import RosterOrder, certify_roster
from imhtrainer.services.checking import check_deck
from imhtrainer.services.exporting import export_deck, export_pictures
from imhtrainer.services.records import session_record, summary_record
from imhtrainer.services.rehearsal import rehearse
from imhtrainer.services.sessions import (
    SessionSummary,
    find_id,
    newest_first,
    read_state,
    summarise,
    try_summary,
)
from imhtrainer.services.trainings import TrainingLibrary
from imhtrainer.store.folder import DataFolder, data_folder
from imhtrainer.store.reader import JournalReader


def find_deck(named: str) -> Path:
    """A deck's folder, its deck.md, or the name of a training that comes with the program."""
    try:
        return TrainingLibrary(slides_path()).find(named)
    except DeckError as error:
        raise click.BadParameter(str(error)) from error


def not_blank(_: click.Context, option: click.Parameter, text: str) -> str:
    """What was given for an option that must say something."""
    if not text.strip():
        raise click.BadParameter(
            "Write a name; a certificate without one is worth little.", param=option
        )
    return text.strip()


EXAMPLES = {
    "check": """\b
Example:
  imhtrainer check slides/my-training
""",
    "export": """\b
Examples:
  imhtrainer export pptx it-starts-on-day-1 -o training.pptx
  imhtrainer export png slides/my-training -o pictures --width 1280
""",
    "certificates": """\b
Example:
  imhtrainer certificates roster.csv --training it-starts-on-day-1 --date 2026-01-31 \\
    --hours 1.25 --facilitator "Ana Ruiz" --credentials LMHC -o certificates.pdf
""",
    "session": """\b
Example:
  imhtrainer session 20260131-1000 --json
""",
    "rehearse": """\b
Example:
  imhtrainer rehearse it-starts-on-day-1 -o rehearsal --attendees 24 --seed 1
""",
    "present": """\b
Example:
  imhtrainer present it-starts-on-day-1 --windowed
""",
}

MOST_NOTES = 8
"""Remarks on a roster that are printed; a list that names everybody twice would fill the screen."""

FILE = click.Path(path_type=Path, dir_okay=False)
EXISTING = click.Path(path_type=Path, dir_okay=False, exists=True)
FOLDER = click.Path(path_type=Path, file_okay=False)
DAY = click.DateTime(["%Y-%m-%d"])


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="IMH Trainer")
@click.pass_context
def commands(context: click.Context) -> None:
    """Run the workshop “Infant Mental Health – It Starts on Day 1”.

    Without a command the app opens its window. DECK is a deck's folder, its deck.md, or the name of a
    training that comes with the program, such as it-starts-on-day-1.
    """
    if context.invoked_subcommand is None:
        context.exit(load_window("imhtrainer.app:run_app")())


@commands.command(epilog=EXAMPLES["check"], short_help="Say what is wrong with a deck.")
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


@commands.command(epilog=EXAMPLES["export"])
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
def export(kind: Literal["pptx", "pdf", "png"], deck: Path, output: Path, width: int) -> None:
    """Write a deck as PowerPoint, PDF or pictures."""
    taught, kit = read_deck(deck), load_kit()
    if kind == "png":
        paint = load_painter("imhtrainer.render.screen.files:png_pictures")
        written = export_pictures(taught, output, Context(), kit, width, paint)
        click.echo(f"Wrote {counted(len(written), 'picture')} to {output}.")
        return
    export_deck(kind, taught, output, Context(), kit)
    click.echo(f"Wrote {output}: {counted(taught.page_count, 'page')}.")


@commands.command(
    epilog=EXAMPLES["certificates"], short_help="Certificates for a whole roster in one PDF."
)
@click.argument("roster", type=EXISTING)
@click.option("--training", required=True, type=find_deck, metavar="DECK", help="What was taught.")
@click.option(
    "--date", "day", required=True, type=DAY, metavar="YYYY-MM-DD", help="When it was held."
)
@click.option(
    "--hours",
    type=click.FloatRange(0.05, 24),
    help="Contact hours; the training's planned time where not given.",
)
@click.option("--facilitator", required=True, callback=not_blank, help="Who taught it.")
@click.option(
    "-o", "--output", required=True, type=FILE, metavar="OUT.pdf", help="The PDF to write."
)
@click.option("--credentials", default="", help="The facilitator's credentials, such as LMHC.")
@click.option("--organisation", "--organization", default="", help="Who held the training.")
@click.option("--address", default="", help="The organisation's address or telephone.")
@click.option("--venue", default="", help="Where it was held.")
@click.option("--city", default="", help="The town.")
@click.option("--paper", default="letter", show_default=True, type=click.Choice(["letter", "a4"]))
@click.option("--signature", type=EXISTING, help="A picture of the facilitator's signature.")
@click.option("--logo", type=EXISTING, help="A picture of the organisation's logo.")
@click.option("--encoding", help="The roster's encoding, where the guess is wrong, such as cp1252.")
@click.option("--sheet", help="The sheet of a workbook with several.")
def certificates(**given: Any) -> None:
    """Write a certificate of completion for everybody in ROSTER (CSV, TSV or XLSX), in one PDF.

    Use it for people who completed the training. Every certificate gets a serial of its own from this
    computer's journal, so running it again gives new serials.
    """
    order = RosterOrder(**{**given, "day": given["day"].date()})
    done = certify_roster(order, DataFolder(data_folder()), load_kit())
    more = (f"{len(done.notes) - MOST_NOTES} more",) if len(done.notes) > MOST_NOTES else ()
    notes = f" Note: {'; '.join((*done.notes[:MOST_NOTES], *more))}." if done.notes else ""
    click.echo(f"Wrote {order.output}: {counted(done.count, 'certificate')}.{notes}")


@commands.command(short_help="List all sessions.")
@click.option("--json", "as_json", is_flag=True, help="For other programs.")
def sessions(as_json: bool) -> None:
    """List all sessions, the newest first; works while the app runs."""
    folder = DataFolder(data_folder())
    journal, alive = JournalReader(folder.journal), folder.in_use()
    tried = {known: try_summary(journal, known, alive) for known in journal.sessions()}
    found = newest_first(summary for summary in tried.values() if summary is not None)
    damaged = [known for known, summary in tried.items() if summary is None]
    if damaged:
        click.echo(f"imhtrainer: these records cannot be read: {', '.join(damaged)}", err=True)
    if as_json:
        print_json([summary_record(summary) for summary in found])
        return
    for summary in found:
        click.echo(summary_line(summary))
    if not found:
        click.echo("No session was held with this data folder yet.")


@commands.command(epilog=EXAMPLES["session"], short_help="Show one session.")
@click.argument("session_id", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="Everything, for other programs.")
def session(session_id: str, as_json: bool) -> None:
    """Show one session: attendees, completion, checkpoints, certificates. ID may be its beginning."""
    folder = DataFolder(data_folder())
    journal = JournalReader(folder.journal)
    found = find_id(journal, session_id)
    state, last = read_state(journal, found, folder.in_use())
    record = session_record(found, state, last)
    if as_json:
        print_json(record)
        return
    click.echo(summary_line(summarise(found, state, last)))
    for person in record["attendees"]:
        word = "completed" if person["completed"] else "not completed"
        click.echo(f"  {person['name']}: {word}. {person['reason']}.")


@commands.command(
    name="rehearse", epilog=EXAMPLES["rehearse"], short_help="A whole session with made-up people."
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
    result = rehearse(deck, output, attendees, seed, starts=starts)
    click.echo(f"Rehearsed: {result.came} made-up people came, {result.completed} completed.")
    for path in result.paths:
        click.echo(f"Wrote {path}.")


@commands.command(epilog=EXAMPLES["present"])
@click.argument("deck", type=find_deck)
@click.option(
    "--windowed", is_flag=True, help="Keep the slides in a window, also with a projector."
)
def present(deck: Path, windowed: bool) -> None:
    """Open the app straight into presenting a deck."""
    raise SystemExit(load_window("imhtrainer.app:run_app")(deck, windowed))


def summary_line(summary: SessionSummary) -> str:
    """One session in a line."""
    starts = f"{summary.starts:%Y-%m-%d %H:%M}" if summary.starts else "no date yet"
    place = f", {summary.venue}" if summary.venue else ""
    made_up = " (rehearsal)" if summary.rehearsal else ""
    return (
        f"{summary.id}  {starts}  {summary.title}{place}: {summary.stage}{made_up}, "
        f"{summary.came} came, {summary.completed} completed, "
        f"{counted(summary.certificates, 'certificate')}"
    )


def print_json(record: object) -> None:
    """Readable JSON; letters are escaped only where the terminal cannot show them."""
    unicode_ready = (sys.stdout.encoding or "").lower().startswith("utf")
    click.echo(json.dumps(record, ensure_ascii=not unicode_ready, indent=2))


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and end the program: 0 done, 1 failed, 2 not understood."""
    if isinstance(sys.stdout, TextIOWrapper):
        # A name in letters that an old terminal does not have must not end the program.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        code = commands.main(arguments, prog_name="imhtrainer", standalone_mode=False)
    except click.ClickException as error:
        fail(error.format_message(), error.exit_code)
    except click.Abort:
        fail("Stopped.", 1)
    except (TrainerError, OSError) as error:
        fail(str(error), 1)
    else:
        sys.exit(code if isinstance(code, int) else 0)


def fail(message: str, code: int) -> None:
    """Say one line on stderr and end the program."""
    click.echo(f"imhtrainer: {' '.join(message.split())}", err=True)
    sys.exit(code)
