"""A made-up Saturday, told to the real session and journal; the pictures and the tests of the look show it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from hashlib import sha256
from pathlib import Path

from imhtrainer.domain.events import Details
from imhtrainer.domain.plan import Plan
from imhtrainer.domain.quiz import Answer
from imhtrainer.domain.roster import Attendee
from imhtrainer.domain.seats import SEAT_WORDS
from imhtrainer.domain.session.commands import (
    AddAttendees,
    AnswerByPhone,
    CloseRound,
    CountHands,
    EndSession,
    EnterSheet,
    InvitePhones,
    Next,
    OpenRound,
    OverrideCompletion,
    SignIn,
    SignOut,
    StartSession,
    TakeSeat,
)
from imhtrainer.layout.kit import load_kit
from imhtrainer.resources import resource_path, slides_path
from imhtrainer.room.adapters import Adapter
from imhtrainer.room.server import RoomView
from imhtrainer.services.credit_rules import load_credit_rules
from imhtrainer.services.session import TrainingSession
from imhtrainer.services.sessions import SessionLibrary
from imhtrainer.services.trainings import TrainingLibrary
from imhtrainer.signing.keys import KeyRing
from imhtrainer.store.folder import DataFolder
from imhtrainer.store.opening import open_journal
from imhtrainer.store.pictures import PictureStore
from imhtrainer.store.settings import Settings, SettingsFile
from imhtrainer.ui.errors import ErrorDesk
from imhtrainer.ui.phones.parts import RoomParts
from imhtrainer.ui.services import Services
from imhtrainer.ui.settings import CurrentSettings
from imhtrainer.ui.tasks import TaskRunner

MIAMI = timezone(timedelta(hours=-5))
START = datetime(2026, 11, 21, 10, 0, tzinfo=MIAMI)
PHONES = 15
CODE = "4827"
PEOPLE = (
    "Adaeze Okonkwo",
    "Ana Lucía Fuentes Marrero",
    "Beatriz Santana-Ruiz",
    "Camille Jean-Baptiste",
    "Claudette Pierre",
    "Devonte Williams",
    "Fabiola Desrosiers",
    "Gabriel Montoya",
    "Guerline Saint-Fleur",
    "Hannah Goldberg",
    "Imani Brooks",
    "José Ángel Peña",
    "مريم السيد",
    "Natalia Gutiérrez",
    "Nguyễn Thị Ánh Tuyết",
    "Olivier Toussaint",
    "Priya Raghunathan",
    "Rosa María de los Ángeles Villavicencio Echeverría",
    "Samuel Ortiz",
    "Tamara Joseph",
    "王小明",
    "Zoë Castellanos",
)
ADAPTERS = (
    Adapter("Wi-Fi", "192.168.1.20", "wifi"),
    Adapter("Ethernet", "10.0.0.7", "ethernet"),
)
DETAILS = Details(
    starts=START,
    venue="Alhambra Family Center",
    city="Coral Gables, Florida",
    facilitator="Marisol Herrera-Quintana",
    credentials="LMHC",
    organisation="Harborlight Family Counseling",
    address="100 Sample Avenue, Coral Gables, Florida 33134",
)


@dataclass
class Watch:
    """A clock that the story sets, in minutes since a training began."""

    time: datetime = START
    begun: datetime = START

    def __call__(self) -> datetime:
        return self.time

    def set(self, minutes: float) -> None:
        self.time = self.begun + timedelta(minutes=minutes)

    def begin(self, later: float) -> None:
        """Another training begins, so many minutes from now."""
        self.begun = self.time = self.time + timedelta(minutes=later)


def open_services(folder: DataFolder, clock: Callable[[], datetime]) -> Services:
    """What app.py builds, with a clock of ours."""
    folder.prepare()
    journal = open_journal(folder.journal).journal
    runner = TaskRunner()
    documents = Path.home() / "Documents" / "IMH Trainer"
    settings = Settings(
        facilitator=DETAILS.facilitator, output_folder=str(documents), wifi="Alhambra guests"
    )
    return Services(
        journal=journal,
        sessions=SessionLibrary(journal, clock),
        trainings=TrainingLibrary(slides_path()),
        settings=CurrentSettings(SettingsFile(folder.settings), settings, runner),
        pictures=PictureStore(folder.pictures),
        keys=KeyRing(folder.keys),
        credit_rules=load_credit_rules(resource_path("credit-rules")),
        kit=load_kit(),
        runner=runner,
        errors=ErrorDesk(folder.path / "errors.log"),
        clock=clock,
        data_folder=folder,
        room=RoomParts(StoryServer, lambda: ADAPTERS),
    )


class StoryServer:
    """Answers as a server with the story's phones would, and opens no door."""

    def __init__(self, session: TrainingSession) -> None:
        self._session = session
        self.view = RoomView()

    def watch(self, _observer: Callable[[RoomView], None]) -> Callable[[], None]:
        """Nothing ever happens to the story's network."""
        return lambda: None

    def start(self, address: str) -> RoomView:
        """Let phones in, with the story's room code."""
        if not self._session.state.join_code:
            self._session.do(InvitePhones(self._session.now(), CODE))
        phones = len(self._session.state.seats)
        self.view = RoomView(address, 8765, phones, reached="192.168.1.51" if phones else "")
        return self.view

    def paint_by(self, paint: object) -> None:
        """The story's co-facilitator sees no pictures."""

    def stop(self) -> None:
        """Let phones go."""
        self.view = RoomView()


def prepared(services: Services) -> TrainingSession:
    """Details written, 22 people on the roster."""
    deck = services.trainings.load(slides_path() / "it-starts-on-day-1")
    session = services.sessions.create(deck, DETAILS)
    people = tuple(Attendee(f"p{n}", name) for n, name in enumerate(PEOPLE))
    session.do(AddAttendees(START, people, "Saturday registrations.xlsx"))
    return session


def begin(session: TrainingSession, watch: Watch) -> None:
    """People come in, and the training runs to the table of the third point, two minutes behind."""
    for number in range(len(PEOPLE)):
        if PEOPLE[number] != "Olivier Toussaint":
            session.do(SignIn(watch(), f"p{number}", START - timedelta(minutes=9 - number % 9)))
    if not session.state.join_code:
        session.do(InvitePhones(START, CODE))
    for word in SEAT_WORDS[:PHONES]:
        session.do(TakeSeat(START, f"{word} 472", sha256(word.encode()).hexdigest()))
    session.do(StartSession(START))
    plan = session.state.plan
    goal = next(i for i, slide in enumerate(plan.slides) if slide.id == "two-cues")
    pass_slides(session, watch, goal, 37.2 / minutes_before(plan, goal))
    for _ in range(plan.slides[goal].steps):
        session.do(Next(watch()))


def minutes_before(plan: Plan, index: int) -> float:
    """Planned minutes of the slides before one."""
    return sum(slide.minutes for slide in plan.slides[:index])


def pass_slides(session: TrainingSession, watch: Watch, goal: int, pace: float) -> None:
    """Go on to a slide; every question is voted on and shown."""
    plan = session.state.plan
    while session.state.slide < goal:
        watch.set(minutes_before(plan, session.state.slide) * pace)
        vote(session, watch)
        watch.set(minutes_before(plan, session.state.slide + 1) * pace)
        session.do(Next(watch(), leave=True))


def vote(session: TrainingSession, watch: Watch) -> None:
    """The room answers the shown question, if there is one with an open round."""
    question, asked = session.state.open_question, session.state.here.question
    if question is None or asked is None or question.last is None or question.last.total:
        return
    for choice, right in enumerate(asked.right):
        session.do(CountHands(watch(), choice, 15 if right else 3))
    session.do(CloseRound(watch()))


def to_checkpoint(session: TrainingSession, watch: Watch) -> None:
    """The third checkpoint, in its first vote."""
    plan = session.state.plan
    goal = plan.checkpoints[2]
    pass_slides(session, watch, goal, 41.5 / minutes_before(plan, goal))
    watch.set(42.6)
    answer_by_phone(session, watch, (6, 6, 1))
    for sheet, choice in ((4, 0), (9, 1)):
        session.do(EnterSheet(watch(), sheet, Answer((choice,))))
    for choice, hands in enumerate((2, 1, 0)):
        session.do(CountHands(watch(), choice, hands))


def answer_by_phone(session: TrainingSession, watch: Watch, taken: tuple[int, ...]) -> None:
    """So many of fifteen phones take each choice."""
    slide = session.state.here.id
    choices = [choice for choice, count in enumerate(taken) for _ in range(count)]
    for choice, seat in zip(choices, session.state.seats, strict=False):
        answer = Answer((choice,))
        session.do(AnswerByPhone(watch(), seat.code, slide, 1, answer, 1, seat.code))


def vote_again(session: TrainingSession, watch: Watch) -> None:
    """The room votes a second time."""
    session.do(OpenRound(watch()))
    vote(session, watch)


def finish(session: TrainingSession, watch: Watch) -> None:
    """The room has voted again and the training goes to its end; one person leaves early, one late."""
    session.do(SignIn(watch(), "p15", START + timedelta(minutes=41)))
    watch.set(62)
    session.do(SignOut(watch(), "p5"))
    last = len(session.state.plan.slides) - 1
    pass_slides(session, watch, last, 1.0)
    watch.set(75)
    for number in range(len(PEOPLE)):
        if number not in (5, 7):
            session.do(SignOut(watch(), f"p{number}"))
    session.do(EndSession(watch(), sign_out=False))
    session.do(OverrideCompletion(watch(), "p15", True, "joined the first half on Tuesday"))
