"""A small room for the session's specification: one person at a time says what happens, a clock beside it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from imhtrainer.domain.events import Event
from imhtrainer.domain.plan import Plan, PlanQuestion, PlanSection, PlanSlide
from imhtrainer.domain.quiz import Answer, Kind, Phase
from imhtrainer.domain.roster import Attendee
from imhtrainer.domain.session import QuestionState, SessionState, decide, evolve
from imhtrainer.domain.session.commands import (
    AddAttendees,
    AnswerByPhone,
    CloseRound,
    Command,
    CountHands,
    CreateSession,
    GoTo,
    InvitePhones,
    SignIn,
    StartSession,
    TakeSeat,
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


def sitting_plan() -> Plan:
    """The small plan with three first items."""
    plan = small_plan()
    more = (_asked("pre-2", "pre"), _asked("pre-3", "pre"))
    slides = (*plan.slides[: PRE + 1], *more, *plan.slides[PRE + 1 :])
    return replace(plan, slides=slides)


def question_plan(kind: Kind) -> Plan:
    """The small plan with a first checkpoint of another kind; of an order item C, A, B is right."""
    plan = small_plan()
    slide = plan.slides[CHECKS[0]]
    assert slide.question is not None
    choices, right = slide.question.choices, slide.question.right
    match kind:
        case "rating":
            choices, right = ("1", "2", "3", "4", "5"), (False,) * 5
        case "order":
            right = (False,) * 3
        case "words":
            choices, right = (), ()
        case "multiple":
            right = (False, True, True)
    sequence = (2, 0, 1) if kind == "order" else ()
    question = replace(slide.question, choices=choices, right=right, kind=kind, sequence=sequence)
    slides = list(plan.slides)
    slides[CHECKS[0]] = replace(slide, question=question)
    return replace(plan, slides=tuple(slides))


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

    def seat(self, number: int) -> str:
        """The code of a numbered seat."""
        return f"maple {222 + number}"

    def sit(self, number: int) -> str:
        """Somebody joins with a phone."""
        self.do(InvitePhones(at(0), "4827", self.state.check_in))
        self.do(TakeSeat(at(0), self.seat(number), f"{number:064x}"))
        return self.seat(number)

    def tap(
        self, number: int, answer: Answer, tap: int = 1, key: str = "", vote: int = 1
    ) -> tuple[Event, ...]:
        """A numbered seat answers the shown question."""
        seat, slide = self.seat(number), self.asked.slide
        key = key or f"{number}-{tap}"
        return self.do(AnswerByPhone(at(2), seat, slide, vote, answer, tap, key))

    @property
    def asked(self) -> QuestionState:
        """The question the room is on."""
        question = self.state.open_question
        assert question is not None
        return question
