"""The one immutable truth about a session, and what can be read from it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from imhtrainer.domain.certificate import Certificate
from imhtrainer.domain.events import Details, Screen
from imhtrainer.domain.plan import Plan, PlanSlide
from imhtrainer.domain.quiz import Round, Tally
from imhtrainer.domain.roster import Attendee, Interval, Presence

Stage = Literal["new", "prepared", "running", "interrupted", "ended"]

EMPTY_PLAN = Plan("", "", "", "", "en", 0.0, (), (), (), 0)


@dataclass(frozen=True, slots=True)
class QuestionState:
    """How the room answered one question: its rounds in order, and whether it was skipped."""

    slide: str
    rounds: tuple[Round, ...] = ()
    skipped: bool = False

    @property
    def last(self) -> Round | None:
        """The newest round."""
        return self.rounds[-1] if self.rounds else None

    @property
    def held(self) -> Round | None:
        """The round by which the question counts as held: the first that was closed."""
        return next((r for r in self.rounds if r.closed is not None), None)

    @property
    def revealed(self) -> bool:
        """Whether the room has seen the right answer."""
        return self.last is not None and self.last.state == "revealed"


@dataclass(frozen=True, slots=True)
class Override:
    """A completion that the facilitator decided, with the reason."""

    attendee: str
    completed: bool
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class SessionState:
    """Everything known about a session; changed by events only.

    ``spans`` are the stretches in which the session's clock ran. ``section_seconds`` is the clock time each
    section has taken up to ``settled``, the moment of the last change that moved or stopped the clock.
    """

    plan: Plan = EMPTY_PLAN
    created: datetime | None = None
    rehearsal: bool = False
    details: Details = field(default_factory=Details)
    stage: Stage = "new"
    roster: tuple[Attendee, ...] = ()
    presences: tuple[Presence, ...] = ()
    spans: tuple[Interval, ...] = ()
    slide: int = 0
    step: int = 0
    visited: tuple[int, ...] = ()
    screen: Screen = "live"
    questions: tuple[QuestionState, ...] = ()
    section_seconds: tuple[float, ...] = ()
    settled: datetime | None = None
    overrides: tuple[Override, ...] = ()
    certificates: tuple[Certificate, ...] = ()

    @property
    def here(self) -> PlanSlide:
        """The slide the room is on."""
        return self.plan.slides[self.slide]

    @property
    def number(self) -> int:
        """The printed number of the page the room is on."""
        return self.here.number + (self.step if self.here.question is not None else 0)

    @property
    def started(self) -> datetime | None:
        """When the clock first ran."""
        return self.spans[0].start if self.spans else None

    @property
    def ended(self) -> datetime | None:
        """When the training was over."""
        return self.stopped if self.stage == "ended" else None

    @property
    def stopped(self) -> datetime | None:
        """When the clock last stopped; None while it runs and before it first ran."""
        return self.spans[-1].end if self.spans else None

    @property
    def present(self) -> tuple[str, ...]:
        """Ids of who is signed in and has not left."""
        return tuple(p.attendee for p in self.presences if p.here)

    @property
    def open_question(self) -> QuestionState | None:
        """The question on the shown slide, if the shown slide asks one."""
        return self.question(self.here.id) if self.stage == "running" else None

    def question(self, slide_id: str) -> QuestionState | None:
        """How the room answered the question on a slide; None where nothing is asked."""
        return next((q for q in self.questions if q.slide == slide_id), None)

    def presence(self, attendee: str) -> Presence:
        """When an attendee was in the room; an empty presence for who never came."""
        found = next((p for p in self.presences if p.attendee == attendee), None)
        return found or Presence(attendee)

    def override(self, attendee: str) -> Override | None:
        """What the facilitator decided about a person's completion."""
        return next((o for o in self.overrides if o.attendee == attendee), None)

    def certificate(self, attendee: str) -> Certificate | None:
        """The certificate a person was issued."""
        return next((c for c in self.certificates if c.attendee == attendee), None)

    def tally(self, slide_id: str) -> Tally | None:
        """The last closed round of a question as the answer page shows it; None before."""
        state = self.question(slide_id)
        asked = next((s.question for s in self.plan.slides if s.id == slide_id), None)
        if state is None or asked is None:
            return None
        closed = [r for r in state.rounds if r.closed is not None]
        if not closed:
            return None
        first = closed[0].counts if len(closed) > 1 else ()
        return Tally(closed[-1].counts, asked.right, first)

    def elapsed(self, now: datetime) -> timedelta:
        """Time on the session's clock: interruptions do not count."""
        return sum((_length(span, now) for span in self.spans), timedelta())

    def section_elapsed(self, section: int, now: datetime) -> float:
        """Seconds of clock time a section has taken so far."""
        running = self.stage == "running" and self.here.section == section
        extra = (now - self.settled).total_seconds() if running and self.settled else 0.0
        return self.section_seconds[section] + max(extra, 0.0)


def _length(span: Interval, now: datetime) -> timedelta:
    return max((span.end or now) - span.start, timedelta())
