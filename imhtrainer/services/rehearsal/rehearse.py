"""Rehearsing a training: a made-up room, the real program, and the four files a facilitator takes home."""

import json
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import BinaryIO

from imhtrainer.decks.parser import read_deck
from imhtrainer.domain.deck import Deck
from imhtrainer.domain.events import Details
from imhtrainer.layout.kit import Kit, load_kit
from imhtrainer.services.certificates import CertificateDesk
from imhtrainer.services.context import context_for
from imhtrainer.services.exporting import export_deck
from imhtrainer.services.made_up_people import make_people
from imhtrainer.services.records import session_record
from imhtrainer.services.rehearsal.answers import PhonesFor
from imhtrainer.services.rehearsal.course import Course
from imhtrainer.services.rehearsal.room import MadeUpClock
from imhtrainer.services.session import TrainingSession
from imhtrainer.services.sessions import SessionLibrary
from imhtrainer.store.designs import DesignStore
from imhtrainer.store.files import replace_file
from imhtrainer.store.journal import Journal
from imhtrainer.store.opening import open_journal
from imhtrainer.store.pictures import PictureStore

Progress = Callable[[int, int], None]

FIRST_SERIAL = 900_000
"""Rehearsals number their papers from here, so that none bears the number of a real certificate."""

PREPARING = timedelta(minutes=30)
"""How long before the start the session is set up."""

STEPS = 4
"""Files that are written, and steps of the progress."""


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """The files of a rehearsal, and how many people came and completed."""

    deck: Path
    slides: Path
    certificates: Path | None
    session: Path
    came: int
    completed: int

    @property
    def paths(self) -> tuple[Path, ...]:
        """All files that were written."""
        files = (self.deck, self.slides, self.certificates, self.session)
        return tuple(file for file in files if file is not None)


def rehearse(
    deck_path: Path,
    out_folder: Path,
    attendees: int = 24,
    seed: int = 1,
    progress: Progress | None = None,
    starts: datetime | None = None,
    phones: PhonesFor | None = None,
) -> Rehearsal:
    """Run a whole training with ``attendees`` made-up people and write its files into ``out_folder``.

    The same deck, ``seed`` and ``starts`` (10:00 today where not given) give the same room and session. With
    ``phones`` most people join and answer by phone, some on paper; without, everybody raises a hand.
    """
    deck, kit = read_deck(deck_path), load_kit()
    begin = starts or datetime.combine(datetime.now().date(), time(10)).astimezone()
    with TemporaryDirectory(prefix="imhtrainer-rehearsal-") as scratch:
        journal = open_journal(Path(scratch) / "journal.sqlite").journal
        try:
            session = _hold(deck, journal, attendees, seed, begin, phones)
            pictures = PictureStore(Path(scratch) / "pictures")
            designs = DesignStore(Path(scratch) / "designs")
            desk = CertificateDesk(session, journal, kit, pictures, designs)
            return _write(deck, kit, session, desk, out_folder, progress or _silent)
        finally:
            journal.close()


def _hold(
    deck: Deck,
    journal: Journal,
    attendees: int,
    seed: int,
    starts: datetime,
    phones: PhonesFor | None,
) -> TrainingSession:
    random, clock = Random(seed), MadeUpClock(starts - PREPARING)
    library = SessionLibrary(journal, clock, lambda _: f"rehearsal-{seed}")
    session = library.create(deck, _details(starts), rehearsal=True)
    people = make_people(attendees, random)
    with phones(session) if phones is not None else nullcontext() as held:
        Course(session, clock, random, held).run(people, starts)
    journal.reserve_serials(starts.year, FIRST_SERIAL)
    journal.flush()
    return session


def _details(starts: datetime) -> Details:
    return Details(
        starts=starts,
        venue="Alhambra Family Center",
        city="Coral Gables",
        facilitator="Marisol Herrera-Quintana",
        credentials="LMHC",
        organisation="Harborlight Family Counseling",
    )


def _write(
    deck: Deck,
    kit: Kit,
    session: TrainingSession,
    desk: CertificateDesk,
    folder: Path,
    progress: Progress,
) -> Rehearsal:
    context = context_for(session.state)
    pptx, pdf, paper = folder / "deck.pptx", folder / "slides.pdf", folder / "certificates.pdf"
    progress(0, STEPS)
    export_deck("pptx", deck, pptx, context, kit)
    progress(1, STEPS)
    export_deck("pdf", deck, pdf, context, kit)
    progress(2, STEPS)
    issued = desk.issue(desk.candidates())
    if issued:
        desk.write_one_pdf(issued, paper)
    progress(3, STEPS)
    record = session_record(session.id, session.state, session.now())
    write_json(folder / "session.json", record)
    progress(STEPS, STEPS)
    people = record["attendees"]
    return Rehearsal(
        deck=pptx,
        slides=pdf,
        certificates=paper if issued else None,
        session=folder / "session.json",
        came=sum(bool(person["presence"]) for person in people),
        completed=sum(person["completed"] for person in people),
    )


def write_json(path: Path, record: object) -> None:
    """Write a record as readable JSON in UTF-8."""
    text = json.dumps(record, ensure_ascii=False, indent=2) + "\n"

    def write(out: BinaryIO) -> None:
        out.write(text.encode())

    replace_file(path, write)


def _silent(done: int, total: int) -> None:
    """A progress for callers who do not watch."""
