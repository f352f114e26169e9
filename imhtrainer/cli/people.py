"""What is held about one person: shown, given out, taken away."""

from datetime import datetime
from pathlib import Path

import click

from imhtrainer.cli.parameters import FILE
from imhtrainer.domain.errors import StoreError
from imhtrainer.domain.session.commands import ExportPerson
from imhtrainer.domain.wording import counted, long_date
from imhtrainer.services.retention import Found, find_person, person_record, write_person
from imhtrainer.services.sessions import SessionLibrary
from imhtrainer.store.folder import DataFolder, data_folder
from imhtrainer.store.journal import Journal
from imhtrainer.store.opening import open_journal
from imhtrainer.store.reader import JournalReader

PERSON_EXAMPLE = """\b
Examples:
  imhtrainer person "Ana Ruiz"
  imhtrainer person ana@example.org --export ana.json --reason "asked by letter today"
  imhtrainer person "Ana Ruiz" --purge --reason "asked by letter today"
"""


@click.command(epilog=PERSON_EXAMPLE, short_help="One person's data: shown, given out, removed.")
@click.argument("words", metavar="NAME|EMAIL")
@click.option("--session", default="", metavar="ID", help="In one session only.")
@click.option("--export", type=FILE, metavar="OUT.json", help="Write everything that is held.")
@click.option("--purge", is_flag=True, help="Take the data out of the records for good.")
@click.option(
    "--clear", is_flag=True, help="With --purge: other people's texts that hold the name, too."
)
@click.option("--reason", default="", help="Who asked, in three words or more; without the name.")
def person(
    words: str, session: str, export: Path | None, purge: bool, clear: bool, reason: str
) -> None:
    """Show where a person is in the records; give out a copy of their data, or remove it.

    Both are recorded. A removal keeps attendance and serials under a number in place of the name, and the
    chain of the journal explains it. Texts of other people that hold the whole name are told, and go with
    --clear. Files that were saved before are not touched: delete those yourself.
    """
    folder = DataFolder(data_folder())
    found = [
        one
        for one in find_person(JournalReader(folder.journal), words)
        if one.session.startswith(session)
    ]
    for one in found:
        click.echo(f"{one.session}  {long_date(one.held)}  {one.title}: {one.name}")
    if not found:
        raise StoreError(f"Nobody in the records is called “{words}”.")
    if not (export or purge):
        return
    with folder.lock():
        journal = open_journal(folder.journal).journal
        try:
            act(journal, found, export, purge, clear, reason)
        finally:
            journal.close()


def act(
    journal: Journal,
    found: list[Found],
    export: Path | None,
    purge: bool,
    clear: bool,
    reason: str,
) -> None:
    """Give out the data, remove it, or both, and say what was done."""
    library = SessionLibrary(journal, _now)
    sessions = [(one, library.open(one.session)) for one in found]
    if export:
        write_person(
            [person_record(one.session, s.state, one.attendee, _now()) for one, s in sessions],
            export,
            _now(),
        )
        for one, opened in sessions:
            opened.do(ExportPerson(_now(), one.attendee, reason)).result()
        click.echo(f"Wrote {export}: {counted(len(sessions), 'session')}.")
    if purge:
        for one, opened in sessions:
            sure = [mention for mention in opened.mentions((one.attendee,)) if mention.sure]
            opened.purge((one.attendee,), reason, sure if clear else ())
            for mention in sure if not clear else ():
                said = f"still named in entry {mention.entry}: {mention.text}"
                click.echo(f"{one.session}  {said}")
        click.echo(f"Removed from {counted(len(sessions), 'session')}; the record says so.")


def _now() -> datetime:
    return datetime.now().astimezone()
