"""Certificates for a whole roster, without a session."""

from typing import Any

import click

from imhtrainer.cli.parameters import DAY, EXISTING, FILE, FOLDER, find_deck, not_blank
from imhtrainer.domain.wording import counted
from imhtrainer.layout.kit import load_kit
from imhtrainer.services.batch import RosterOrder, certify_roster
from imhtrainer.store.folder import DataFolder, data_folder

CERTIFICATES_EXAMPLE = """\b
Example:
  imhtrainer certificates roster.csv --training it-starts-on-day-1 --date 2026-01-31 \\
    --hours 1.25 --facilitator "Ana Ruiz" --credentials LMHC -o certificates.pdf
"""

MOST_NOTES = 8
"""Remarks on a roster that are printed; a list that names everybody twice would fill the screen."""


@click.command(
    epilog=CERTIFICATES_EXAMPLE, short_help="Certificates for a whole roster in one PDF."
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
@click.option(
    "--design",
    default="professionals",
    show_default=True,
    type=click.Choice(["parents", "professionals"]),
    help="The certificate's design.",
)
@click.option("--signature", type=EXISTING, help="A picture of the facilitator's signature.")
@click.option("--logo", type=EXISTING, help="A picture of the organisation's logo.")
@click.option("--badges", type=FOLDER, help="A folder for Open Badges 3.0, one for each person.")
@click.option("--encoding", help="The roster's encoding, where the guess is wrong, such as cp1252.")
@click.option("--sheet", help="The sheet of a workbook with several.")
def certificates(**given: Any) -> None:
    """Write a certificate of completion for everybody in ROSTER (CSV, TSV or XLSX), in one PDF.

    Use it for people who completed the training. Every certificate gets a serial of its own, and all are
    recorded in this computer's journal as a session, where they can be corrected and revoked. Running it
    again issues them again, under new serials.
    """
    order = RosterOrder(**{**given, "day": given["day"].date()})
    done = certify_roster(order, DataFolder(data_folder()), load_kit())
    more = (f"{len(done.notes) - MOST_NOTES} more",) if len(done.notes) > MOST_NOTES else ()
    notes = f" Note: {'; '.join((*done.notes[:MOST_NOTES], *more))}." if done.notes else ""
    click.echo(
        f"Wrote {order.output}: {counted(done.count, 'certificate')}, recorded as session {done.session}.{notes}"
    )
