"""Checks a certificate that somebody brings."""

from pathlib import Path

import click

from imhtrainer.cli.parameters import EXISTING
from imhtrainer.domain.errors import SigningError
from imhtrainer.services.check_page import read_notices
from imhtrainer.services.verifying import CheckedFile, CheckedPage, verify_pdf, verify_text
from imhtrainer.signing.keys import KeyRing
from imhtrainer.store.folder import DataFolder, data_folder
from imhtrainer.store.reader import JournalReader

VERIFY_EXAMPLE = """\b
Examples:
  imhtrainer verify "Ana Ruiz IMH-2026-000123-3.pdf"
  imhtrainer verify "IMH1:…" --issuer a1b2…
"""


@click.command(epilog=VERIFY_EXAMPLE, short_help="Check a certificate, without internet.")
@click.argument("certificate", metavar="FILE.pdf|TEXT")
@click.option(
    "--issuer",
    "issuers",
    multiple=True,
    metavar="HEX",
    help="The public key of another issuer, 64 hexadecimal digits; may be given again.",
)
@click.option("--withdrawn", type=EXISTING, help="The issuer's list of withdrawn certificates.")
def verify(certificate: str, issuers: tuple[str, ...], withdrawn: Path | None) -> None:
    """Check the PDF or the QR text of a certificate: valid, altered, revoked or of an unknown issuer.

    Known issuers are this computer's own keys and those given; exit 1 for anything that is not valid.
    """
    folder = DataFolder(data_folder())
    known = (*KeyRing(folder.keys).known(), *map(_public, issuers))
    notices = read_notices(JournalReader(folder.journal), withdrawn, known)
    path = Path(certificate)
    if path.suffix.lower() == ".pdf":
        if not path.is_file():
            raise SigningError(f"There is no file {certificate}.")
        done = verify_pdf(path, known, notices)
    else:
        done = verify_text(certificate, known, notices)
    say(done)
    raise SystemExit(0 if done.valid else 1)


def say(done: CheckedFile) -> None:
    """Print what was found: a verdict for each certificate, its facts, and the file's signature.

    A file that was changed says so first: no “Valid” of a seal within it is to be read before.
    """
    if not done.sound:
        click.echo(f"Do not trust this file. {done.signature}")
    for page in done.pages:
        say_page(page)
    if done.sound and done.signature:
        click.echo(done.signature)


def say_page(page: CheckedPage) -> None:
    """Print one certificate."""
    where = f"Page {page.page}: " if page.page else ""
    checked = page.checked
    click.echo(f"{where}{checked.verdict.capitalize()}. {checked.said}")
    for difference in page.differences:
        click.echo(f"  {difference}.")
    if checked.facts is not None:
        for label, value in checked.facts.words():
            click.echo(f"  {label}: {value}")
    if checked.issuer:
        click.echo(f"  Issuer’s key: {checked.issuer}")


def _public(text: str) -> bytes:
    try:
        key = bytes.fromhex(text)
    except ValueError:
        key = b""
    if len(key) != 32:
        raise click.BadParameter("A public key has 64 hexadecimal digits.", param_hint="--issuer")
    return key
