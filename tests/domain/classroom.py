"""A small room for the session's specification: one person at a time says what happens, a clock beside it."""

from datetime import UTC, datetime, timedelta

from imhtrainer.domain.events import Event
from imhtrainer.domain.plan import Plan, PlanQuestion, PlanSection, PlanSlide
from imhtrainer.domain.quiz import Phase
from imhtrainer.domain.roster import Attendee
from imhtrainer.domain.session import QuestionState, SessionState, decide, evolve
from imhtrainer.domain.session.commands import (
    AddAttendees,
    CloseRound,
    Command,
    CountHands,
    CreateSession,
    GoTo,
    SignIn,
    StartSession,
)

START = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
TITLE, BUILD, PRE, CHECKS, POST, CLOSING = 0, 1, 2, (3, 4, 5, 6, 7), 8, 9

ANA = Attendee("a1", "Ana Ruiz", "ana@example.org")
BAO = Attendee("a2", "Bảo Trần", "bao@example.org")


def at(minutes: float) -> datetime:
    """A moment so many minutes after the start."""
    return START + timedelta(minutes=minutes)


def small_plan(minutes: float = 75.0) -> Plan:
    """Ten slides: a title, a build of two, a first item, five checkpoints, a last item, a closing."""
    slides = (
        _slide("title"),
        _slide("build", steps=2),
        _asked("pre-1", "pre"),
        *(_asked(f"check-{point}", "check", point) for point in range(1, 6)),
        _asked("post-1", "post"),
        _slide("closing", section=1),
    )
    return Plan(
        title="A training",
        subtitle="On day 1",
        folder="decks/small",
        digest="0" * 64,
        lang="en",
        minutes=minutes,
        objectives=("Name one thing",),
        sections=(PlanSection("first", "First", 60.0), PlanSection("last", "Last", 15.0)),
        slides=slides,
        pages=16,
    )


def _slide(name: str, steps: int = 0, section: int = 0) -> PlanSlide:
    return PlanSlide(name, name.title(), section, 1, steps, 1.0, "text")


def _asked(name: str, phase: Phase, point: int = 0) -> PlanSlide:
    question = PlanQuestion("Which?", ("One", "Two", "Three"), (False, True, False), phase, point)
    steps = 0 if phase == "pre" else 1
    return PlanSlide(name, name, 0, 1, steps, 1.0, "checkpoint", question=question)


class Classroom:
    """A session that keeps its events; ``do`` gives back what a command led to."""

    def __init__(self, plan: Plan | None = None) -> None:
        self.state = SessionState()
        self.events: list[Event] = []
        self.do(CreateSession(at(-30), plan or small_plan()))

    def do(self, command: Command) -> tuple[Event, ...]:
        """Carry out a command."""
        events = decide(self.state, command)
        for event in events:
            self.state = evolve(self.state, event)
        self.events.extend(events)
        return events

    def kinds(self, command: Command) -> list[str]:
        """The names of the events that a command led to."""
        return [type(event).__name__ for event in self.do(command)]

    def begin(self, *people: Attendee) -> "Classroom":
        """Sign people in and start at the full hour."""
        self.do(AddAttendees(at(-10), people))
        for person in people:
            self.do(SignIn(at(-5), person.id))
        self.do(StartSession(START))
        return self

    def ask(self, slide: int, minute: float, *hands: int) -> QuestionState:
        """Go to a question, count hands and close."""
        self.do(GoTo(at(minute), slide, leave=True))
        for choice, count in enumerate(hands):
            self.do(CountHands(at(minute), choice, count))
        self.do(CloseRound(at(minute + 1)))
        return self.asked

    @property
    def asked(self) -> QuestionState:
        """The question the room is on."""
        question = self.state.open_question
        assert question is not None
        return question
