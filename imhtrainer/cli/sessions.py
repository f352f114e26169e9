"""Commands about sessions: those held, and one in full."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click

from imhtrainer.cli.parameters import EXISTING
from imhtrainer.cli.printing import print_json
from imhtrainer.domain.wording import counted
from imhtrainer.services.audit import Audit, audit_session
from imhtrainer.services.records import session_record, summary_record
from imhtrainer.services.report_signing import check_report
from imhtrainer.services.retention import due_records, kept_records
from imhtrainer.services.sessions import (
    SessionSummary,
    find_id,
    newest_first,
    read_state,
    summarise,
    try_summary,
)
from imhtrainer.signing.keys import KeyRing
from imhtrainer.store.folder import DataFolder, data_folder
from imhtrainer.store.reader import JournalReader
from imhtrainer.store.settings import SettingsFile

SESSION_EXAMPLE = """\b
Examples:
  imhtrainer session 20260131-1000 --json
  imhtrainer session 20260131-1000 --audit
  imhtrainer session 20260131-1000 --audit --report "Audit report.pdf"
"""


@click.command(short_help="List all sessions.")
@click.option("--json", "as_json", is_flag=True, help="For other programs.")
@click.option("--due", is_flag=True, help="Those whose records have been kept long enough.")
def sessions(as_json: bool, due: bool) -> None:
    """List all sessions, the newest first; works while the app runs."""
    folder = DataFolder(data_folder())
    journal, alive = JournalReader(folder.journal), folder.in_use()
    if due:
        say_due(journal, SettingsFile(folder.settings).load().retention_years)
        return
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


@click.command(epilog=SESSION_EXAMPLE, short_help="Show one session.")
@click.argument("session_id", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="Everything, for other programs.")
@click.option(
    "--audit", is_flag=True, help="Is the record as it was written? Exit 1 where it is not."
)
@click.option("--report", type=EXISTING, help="With --audit: an audit report (PDF) to check.")
@click.option("--expect", default="", metavar="HASH", help="With --audit: a hash kept from before.")
def session(session_id: str, as_json: bool, audit: bool, report: Path | None, expect: str) -> None:
    """Show one session: attendees, completion, checkpoints, certificates. ID may be its beginning."""
    folder = DataFolder(data_folder())
    journal = JournalReader(folder.journal)
    found = find_id(journal, session_id)
    if audit or expect or report is not None:
        told = (
            check_report(report, KeyRing(folder.keys).known(), found, journal.links(found))
            if report is not None
            else ((), True)
        )
        say_audit(audit_session(journal, found, expect), *told)
        return
    state, last = read_state(journal, found, folder.in_use())
    record = session_record(found, state, last)
    if as_json:
        print_json(record)
        return
    click.echo(summary_line(summarise(found, state, last)))
    for person in record["attendees"]:
        word = "completed" if person["completed"] else "not completed"
        click.echo(f"  {person['name']}: {word}. {person['reason']}.")


def say_audit(done: Audit, report: Sequence[str] = (), sound: bool = True) -> None:
    """Print what following the chain found, and what a report is worth; end with 1 where one of them fails."""
    for sentence in (*report, *done.faults, *done.notes):
        click.echo(sentence)
    said = "as written" if done.whole else "NOT as written"
    count = f"{len(done.entries)} entries" if len(done.entries) != 1 else "1 entry"
    click.echo(f"{done.session}: {count}, {said}. Last hash {done.head}")
    if not (done.whole and sound):
        raise SystemExit(1)


def say_due(journal: JournalReader, years: int) -> None:
    """Print the sessions whose records have been kept for so many years, or when the first will have been."""
    kept = kept_records(journal, years)
    due = due_records(kept, datetime.now().astimezone().date())
    for record in due:
        people = counted(len(record.people), "name")
        click.echo(f"{record.session}  {record.title}: due since {record.due}, {people}")
    if not due:
        first = f" The first is due on {kept[0].due}." if kept else ""
        click.echo(f"Nothing is due.{first}")


def summary_line(summary: SessionSummary) -> str:
    """One session in a line."""
    form = "%Y-%m-%d" if summary.elsewhere else "%Y-%m-%d %H:%M"
    starts = summary.starts.strftime(form) if summary.starts else "no date yet"
    place = f", {summary.venue}" if summary.venue else ""
    made_up = " (rehearsal)" if summary.rehearsal else ""
    made_up = " (held without the program)" if summary.elsewhere else made_up
    revoked = f" and {summary.revoked} revoked" if summary.revoked else ""
    return (
        f"{summary.id}  {starts}  {summary.title}{place}: {summary.stage}{made_up}, "
        f"{summary.came} came, {summary.completed} completed, "
        f"{counted(summary.certificates, 'certificate')}{revoked}"
    )
