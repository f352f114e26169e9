"""What is held about one person: shown, given out, taken away."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click

from imhtrainer.cli.parameters import FILE
from imhtrainer.domain.errors import StoreError
from imhtrainer.domain.session.commands import ExportPerson
from imhtrainer.domain.wording import counted, long_date
from imhtrainer.layout.kit import load_kit
from imhtrainer.services.corrections import certificate_desk
from imhtrainer.services.renewing import FileRenewal
from imhtrainer.services.report_signing import ReportSigner
from imhtrainer.services.retention import (
    Found,
    find_person,
    one_person,
    person_record,
    write_person,
)
from imhtrainer.services.saved_files import SavedFiles, find_all_saved
from imhtrainer.services.session import TrainingSession
from imhtrainer.services.sessions import SessionLibrary
from imhtrainer.signing.keys import KeyRing
from imhtrainer.store.folder import DataFolder, data_folder
from imhtrainer.store.journal import Journal
from imhtrainer.store.opening import open_journal
from imhtrainer.store.reader import JournalReader
from imhtrainer.store.saved_places import SavedPlaces
from imhtrainer.store.settings import SettingsFile

PERSON_EXAMPLE = """\b
Examples:
  imhtrainer person "Ana Ruiz"
  imhtrainer person ana@example.org --export ana.json --reason "asked by letter today"
  imhtrainer person "Ana Ruiz" --purge --reason "asked by letter today"
"""


@click.command(epilog=PERSON_EXAMPLE, short_help="One person's data: shown, given out, removed.")
@click.argument("words", metavar="NAME|EMAIL|SERIAL")
@click.option("--session", default="", metavar="ID", help="In one session only.")
@click.option("--export", type=FILE, metavar="OUT.json", help="Write everything that is held.")
@click.option("--purge", is_flag=True, help="Take the data out of the records for good.")
@click.option(
    "--clear", is_flag=True, help="With --purge: other people's texts that hold the name, too."
)
@click.option("--keep-files", is_flag=True, help="With --purge: leave saved files as they are.")
@click.option("--reason", default="", help="Who asked, in three words or more; without the name.")
def person(
    words: str,
    session: str,
    export: Path | None,
    purge: bool,
    clear: bool,
    keep_files: bool,
    reason: str,
) -> None:
    """Show where a person is in the records; give out a copy of their data, or remove it.

    Where the words fit several people nothing is done: give the e-mail, or the serial of a certificate. Both
    acts are recorded. A removal keeps attendance and serials under a number in place of the name, and the
    chain of the journal explains it. Texts of other people that hold the whole name are told, and go with
    --clear. Files that were saved before are made again without the name, the person's own removed, unless
    --keep-files is given; copies in other places, and on paper, are yours to remove.
    """
    folder = DataFolder(data_folder())
    found = [
        one
        for one in find_person(JournalReader(folder.journal), words)
        if one.session.startswith(session)
    ]
    if not found:
        raise StoreError(f"Nobody in the records is called “{words}”.")
    for one in found:
        click.echo(f"{one.session}  {long_date(one.held)}  {one.title}: {one.known_by}")
    if not (export or purge):
        return
    found = pick(found, words)
    with folder.lock(
        "Do it in its window: Settings, Records, One person’s data. Or close it first."
    ):
        journal = open_journal(folder.journal).journal
        try:
            act(journal, found, export, reason)
            if purge:
                remove(journal, found, clear, reason, None if keep_files else folder)
        finally:
            journal.close()


def pick(found: Sequence[Found], words: str) -> list[Found]:
    """Whom the words mean: those whom they name wholly, else everybody found.

    Says who is left as they are. Raises StoreError where several people are meant.
    """
    meant = [one for one in found if one.is_exactly(words)] or list(found)
    if not one_person(meant):
        raise StoreError(
            f"“{words}” fits several people, listed above; nothing was done. Give the e-mail of the one you "
            "mean, or the serial of a certificate; or choose in the window: Settings, Records."
        )
    for one in found:
        if one not in meant:
            click.echo(f"{one.session}  {one.known_by}: not meant, left as it is")
    return meant


def act(journal: Journal, found: list[Found], export: Path | None, reason: str) -> None:
    """Give out the data, where that was asked, and say so."""
    if export is None:
        return
    library = SessionLibrary(journal, _now)
    sessions = [(one, library.open(one.session)) for one in found]
    records = [person_record(one.session, s.state, one.attendee, _now()) for one, s in sessions]
    write_person(records, export, _now())
    for one, opened in sessions:
        opened.do(ExportPerson(_now(), one.attendee, reason)).result()
    click.echo(f"Wrote {export}: {found[0].known_by}, {counted(len(sessions), 'session')}.")


def remove(
    journal: Journal, found: list[Found], clear: bool, reason: str, folder: DataFolder | None
) -> None:
    """Remove the data and say what was done; files saved from ``folder`` are made again where one is given."""
    library = SessionLibrary(journal, _now)
    for one in found:
        opened = library.open(one.session)
        sure = [mention for mention in opened.mentions((one.attendee,)) if mention.sure]
        saved = _saved(folder, opened, one.attendee) if folder else ()
        opened.purge((one.attendee,), reason, sure if clear else ())
        for mention in sure if not clear else ():
            said = f"still named in entry {mention.entry}: {mention.text}"
            click.echo(f"{one.session}  {said}")
        if folder:
            _renew(folder, journal, opened, saved)
    click.echo(f"Removed from {counted(len(found), 'session')}; the record says so.")


def _saved(folder: DataFolder, opened: TrainingSession, attendee: str) -> tuple[SavedFiles, ...]:
    named = SettingsFile(folder.settings).load().output_folder
    base, places = Path(named) if named else folder.outputs, SavedPlaces(folder.saved_places)
    found = find_all_saved(places, base, opened.state, opened.id, (attendee,))
    return tuple(files for files in found if files.names)


def _renew(
    folder: DataFolder, journal: Journal, opened: TrainingSession, saved: tuple[SavedFiles, ...]
) -> None:
    if not saved:
        return
    kit = load_kit()
    desk = certificate_desk(opened, folder, journal, kit)
    renewal = FileRenewal(opened, journal, desk, kit, ReportSigner(KeyRing(folder.keys)))
    troubles = renewal.renew(saved)
    for files in saved:
        click.echo(
            f"{opened.id}  made again without the name, in {files.folder}: {', '.join(files.names)}"
        )
    for trouble in troubles:
        click.echo(f"{opened.id}  {trouble}")


def _now() -> datetime:
    return datetime.now().astimezone()
