"""Certificates put right and revoked by their serial."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from imhtrainer.cli.parameters import FILE, FOLDER
from imhtrainer.layout.kit import load_kit
from imhtrainer.services.corrections import CorrectionDesk
from imhtrainer.store.folder import DataFolder, data_folder
from imhtrainer.store.opening import open_journal

CORRECT_EXAMPLE = """\b
Examples:
  imhtrainer correct IMH-2026-000123-3 --name "Ana Ruíz" --reason "her name was misspelled" -o ana.pdf
  imhtrainer correct IMH-2026-000123-3 --hours 1.5 --reason "the sheet said 1.5" -o ana.pdf
"""

REVOKE_EXAMPLE = """\b
Example:
  imhtrainer revoke IMH-2026-000123-3 --reason "issued to the wrong person" --check website
"""


@click.command(epilog=CORRECT_EXAMPLE, short_help="Issue a certificate anew with other facts.")
@click.argument("serial")
@click.option("--name", default="", help="The name as it should be.")
@click.option(
    "--hours",
    type=click.FloatRange(0.05, 24),
    help="The hours as they should be, of a training that was held without the program.",
)
@click.option("--reason", required=True, help="Why, in three words or more; it is kept.")
@click.option(
    "-o", "--output", required=True, type=FILE, metavar="OUT.pdf", help="The PDF to write."
)
@click.option("--check", type=FOLDER, help="A folder for the check page and the withdrawn list.")
def correct(
    serial: str, name: str, hours: float | None, reason: str, output: Path, check: Path | None
) -> None:
    """Issue the next revision of the certificate SERIAL; the one before is then told as replaced."""
    if not name and hours is None:
        raise click.UsageError("Say what is to be put right: --name, --hours or both.")
    with _desk() as desk:
        fixed = desk.correct(serial, name, hours, reason, output)
        click.echo(f"Wrote {output}: {serial}, revision {fixed.revision}, for {fixed.name}.")
        _check(desk, serial, check)


@click.command(epilog=REVOKE_EXAMPLE, short_help="Let a certificate count no more.")
@click.argument("serial")
@click.option("--reason", required=True, help="Why, in three words or more; it is kept.")
@click.option("--check", type=FOLDER, help="A folder for the check page and the withdrawn list.")
def revoke(serial: str, reason: str, check: Path | None) -> None:
    """Revoke the certificate SERIAL. Whoever checks it with the new list or on this computer is told."""
    with _desk() as desk:
        desk.revoke(serial, reason)
        click.echo(f"Revoked {serial}.")
        _check(desk, serial, check)


@contextmanager
def _desk() -> Iterator[CorrectionDesk]:
    folder = DataFolder(data_folder())
    with folder.lock(
        "Correct or revoke it in its window: the session, Wrap up, Look through, correct, revoke. "
        "Or close it first."
    ):
        journal = open_journal(folder.journal).journal
        try:
            yield CorrectionDesk(folder, journal, load_kit())
        finally:
            journal.close()


def _check(desk: CorrectionDesk, serial: str, folder: Path | None) -> None:
    if folder is not None:
        desk.write_check(serial, folder)
        click.echo(f"Wrote the check page and the list of withdrawn certificates to {folder}.")
