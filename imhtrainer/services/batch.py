"""Certificates for a roster file at once, for a training that was held without the app."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from pathlib import Path
from pkgutil import resolve_name

from imhtrainer.decks.parser import read_deck
from imhtrainer.documents.certificate import STANDARD, CertificatePrinter
from imhtrainer.domain.award import Award
from imhtrainer.domain.certificate import Certificate, Paper, make_serial
from imhtrainer.domain.deck import Deck
from imhtrainer.domain.errors import AlreadyRunning, RosterError, StoreError
from imhtrainer.domain.events import Details
from imhtrainer.domain.plan import make_plan
from imhtrainer.domain.roster import Attendee, by_name
from imhtrainer.domain.roster_import import guess_columns, plan_import
from imhtrainer.domain.session.commands import (
    AddAttendees,
    IssueCertificate,
    OverrideCompletion,
)
from imhtrainer.layout.kit import Kit
from imhtrainer.services.certificate_files import write_badges, write_certificates
from imhtrainer.services.sessions import SessionLibrary
from imhtrainer.signing.keys import KeyRing
from imhtrainer.signing.seal import seal_certificate
from imhtrainer.store.designs import DesignStore
from imhtrainer.store.folder import DataFolder
from imhtrainer.store.journal import Journal
from imhtrainer.store.opening import find_fault, open_journal
from imhtrainer.store.pictures import PictureStore
from imhtrainer.store.rosters import RosterTable, read_roster_file


@dataclass(frozen=True, slots=True)
class RosterOrder:
    """What is wanted: a roster file, the training and its facts, and where the PDF goes.

    ``hours`` are contact hours, None for the training's planned time; ``signature`` and ``logo`` are pictures.
    ``badges`` is a folder for Open Badges, one for each person.
    """

    roster: Path
    training: Path
    day: date
    facilitator: str
    output: Path
    hours: float | None = None
    credentials: str = ""
    organisation: str = ""
    address: str = ""
    venue: str = ""
    city: str = ""
    paper: Paper = "letter"
    signature: Path | None = None
    logo: Path | None = None
    encoding: str | None = None
    sheet: str | None = None
    badges: Path | None = None
    design: str = STANDARD


@dataclass(frozen=True, slots=True)
class Certified:
    """How many certificates were written, the session that records them, and in sentences what to look at."""

    count: int
    session: str
    notes: tuple[str, ...]


def certify_roster(order: RosterOrder, folder: DataFolder, kit: Kit) -> Certified:
    """Write a certificate for everybody on the roster, by name, and a session into the journal that records them.

    Every page is made before the first serial is taken, so that a name that cannot be printed costs none. The
    record is on disk before the PDF is seen: no paper goes out that could not be revoked. Raises StoreError for
    a damaged or newer journal, as ``open_beside`` does.
    """
    people = read_people(read_roster_file(order.roster, order.encoding, order.sheet))
    pictures, designs = PictureStore(folder.pictures), DesignStore(folder.designs)
    printer = CertificatePrinter(kit, pictures.path, designs.path)
    deck = read_deck(order.training)
    form = _make_form(order, deck, pictures)
    count = len(people.attendees)
    for certificate in make_certificates(form, people.attendees, range(count)):
        printer.pages(certificate)
    form = replace(
        form,
        design=designs.keep(printer.templates.content(order.design)),
        fonts=kit.fonts.fingerprint(),
    )
    keys = KeyRing(folder.keys)
    keys.key()  # a lost key is told before a serial is taken
    with open_beside(folder) as journal:
        numbers = journal.reserve_serials(order.day.year, count, keys.numbers_after)
        made = make_certificates(form, people.attendees, numbers)
        sealed = [seal_certificate(certificate, keys) for certificate in made]
        record = _Record(
            SessionLibrary(journal, lambda: form.issued), deck, order, people.attendees, sealed
        )
        make_signer = resolve_name("imhtrainer.signing.pades:own_signer")
        signer = make_signer(keys.file_key(), keys.public(), order.organisation)
        write_certificates(printer, sealed, order.output, None, signer.sign, record.write)
    if order.badges is not None:
        write_badges(order.badges, sealed, keys)
    return Certified(count, record.session, people.notes)


class _Record:
    """Writes a session that was held without the program: its people and their certificates.

    All of it happens at the moment the certificates name, so that no entry is dated before the one it follows.
    """

    def __init__(
        self,
        library: SessionLibrary,
        deck: Deck,
        order: RosterOrder,
        people: Sequence[Attendee],
        certificates: Sequence[Certificate],
    ) -> None:
        self._library, self._deck, self._order = library, deck, order
        self._people, self._certificates = people, certificates
        self.session = ""

    def write(self) -> None:
        """Record everything; on disk when this returns. Raises StoreError where the disk refuses."""
        order = self._order
        session = self._library.create(
            self._deck, _details(order, self._certificates[0]), elsewhere=True
        )
        now = session.now()
        session.do(AddAttendees(now, tuple(self._people), order.roster.name))
        reason = f"Held without the program: entered from {order.roster.name}"
        for person in self._people:
            session.do(OverrideCompletion(now, person.id, True, reason))
        for issued in [session.do(IssueCertificate(c.issued, c)) for c in self._certificates]:
            issued.result()
        self.session = session.id


def _details(order: RosterOrder, form: Certificate) -> Details:
    """The date and place of what was ordered; the hour of the day is not known."""
    return Details(
        starts=datetime.combine(order.day, time()).astimezone(),
        venue=form.venue,
        city=form.city,
        facilitator=form.facilitator,
        credentials=form.credentials,
        signature=form.signature,
        organisation=form.organisation,
        address=form.address,
        logo=form.logo,
        paper=form.paper,
        award=Award(template=form.template),
    )


def _make_form(order: RosterOrder, deck: Deck, pictures: PictureStore) -> Certificate:
    """What all certificates share, with nobody's name yet."""
    return Certificate(
        serial="",
        attendee="",
        name="",
        training=make_plan(deck).full_title,
        held_on=order.day.isoformat(),
        minutes=round(deck.minutes if order.hours is None else order.hours * 60),
        issued=_now(),
        venue=order.venue,
        city=order.city,
        objectives=tuple(objective.text for objective in deck.objectives),
        facilitator=order.facilitator,
        credentials=order.credentials,
        organisation=order.organisation,
        address=order.address,
        signature=pictures.keep_signature(order.signature) if order.signature else "",
        logo=pictures.keep(order.logo) if order.logo else "",
        paper=order.paper,
        template=order.design,
        lang=deck.lang,
    )


@dataclass(frozen=True, slots=True)
class People:
    """Who a roster names, and in sentences what was left out or may be a person listed twice."""

    attendees: tuple[Attendee, ...]
    notes: tuple[str, ...]


def read_people(table: RosterTable) -> People:
    """Everybody a table names, once, by name; raises RosterError where it names nobody."""
    columns = guess_columns(table.headers, table.rows)
    planned = plan_import(table.rows, columns, ()) if columns.usable else ()
    people = tuple(row.attendee for row in planned if row.verdict in ("new", "ask"))
    if not people:
        raise RosterError(
            f"{table.name} names nobody. Give it a heading “Name”, and one person in each row."
        )
    blank = sum(row.verdict == "blank" for row in planned)
    notes = [f"{blank} without a name left out"] if blank else []
    notes.extend(
        f"“{row.attendee.name}” is listed twice" for row in planned if row.verdict == "here"
    )
    notes.extend(
        _alike(row.attendee.name, row.other.name)
        for row in planned
        if row.verdict == "ask" and row.other is not None
    )
    return People(by_name(people), tuple(notes))


def _alike(name: str, other: str) -> str:
    if name == other:
        return f"“{name}” is listed twice and gets two certificates"
    return f"“{name}” may be “{other}”"


def make_certificates(
    form: Certificate, people: Sequence[Attendee], numbers: Sequence[int]
) -> tuple[Certificate, ...]:
    """``form`` filled in for everybody, with a serial each."""
    year = int(form.held_on[:4])
    return tuple(
        replace(
            form,
            serial=make_serial(year, number),
            attendee=person.id,
            name=person.name,
            license=person.license,
            profession=person.role if person.license else "",
        )
        for person, number in zip(people, numbers, strict=True)
    )


@contextmanager
def open_beside(folder: DataFolder) -> Iterator[Journal]:
    """The journal of this data folder, for a session of its own, also while the app runs.

    Raises StoreError for a damaged or newer journal: only the app keeps one aside, where it can be seen.
    """
    if fault := find_fault(folder.journal):
        raise StoreError(
            f"{fault} Start the app: it keeps the file aside and begins a new journal."
        )
    journal = _open(folder)
    try:
        yield journal
    finally:
        journal.close()


def _open(folder: DataFolder) -> Journal:
    try:
        with folder.lock():
            return open_journal(folder.journal).journal
    except AlreadyRunning:
        return Journal(folder.journal)


def _now() -> datetime:
    return datetime.now().astimezone()
