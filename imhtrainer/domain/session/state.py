"""The one immutable truth about a session, and what can be read from it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from imhtrainer.domain.certificate import Certificate, Withdrawn
from imhtrainer.domain.cofacilitator import CoFacilitator, Help
from imhtrainer.domain.evaluation import Evaluation
from imhtrainer.domain.events import CheckIn, Details, Ease, Screen
from imhtrainer.domain.ink import PageInk
from imhtrainer.domain.ledger import Round
from imhtrainer.domain.plan import Plan, PlanQuestion, PlanSlide
from imhtrainer.domain.quiz import Phase, Tally
from imhtrainer.domain.roster import Attendee, Interval, Presence
from imhtrainer.domain.seats import Seat
from imhtrainer.domain.timing import Break, ClockReset, Timer

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
    def valid(self) -> tuple[Round, ...]:
        """The rounds that count: those not voided."""
        return tuple(r for r in self.rounds if not r.void)

    @property
    def held(self) -> Round | None:
        """The round by which the question counts as held: the first that was closed.

        A void round counts only where the room had seen the answer: who was there, was there.
        """
        closed = (r for r in self.rounds if r.closed is not None)
        return next((r for r in closed if not r.void or r.state == "revealed"), None)

    @property
    def revealed(self) -> bool:
        """Whether the room has seen the right answer."""
        return any(r.state == "revealed" for r in self.rounds)

    @property
    def is_open(self) -> bool:
        """Whether the newest round takes answers."""
        return self.last is not None and self.last.state == "open"


@dataclass(frozen=True, slots=True)
class Override:
    """A completion that the facilitator decided, with the reason."""

    attendee: str
    completed: bool
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Reported:
    """A person whose credit was reported to the state's tracking system, and when."""

    attendee: str
    at: datetime


@dataclass(frozen=True, slots=True)
class SessionState:
    """Everything known about a session; changed by events only.

    ``spans`` are the stretches in which the session's clock ran. ``section_seconds`` is the clock time each
    section has taken up to ``settled``, the moment of the last change that moved or stopped the clock, and
    ``slide_seconds`` that of each slide; ``paused_seconds`` went by in a section while its clock waited, for a
    question or a break. ``asking`` is since when a question has been taken. ``breaks`` are in order.
    ``certificates`` are those that count, ``withdrawn`` those that do no more.
    ``evaluations`` are the forms typed in, ``phone_evaluations`` those from phones, which come in when the
    evaluation is closed there; ``handed_in`` who gave one on paper, ``reported`` whose credit was reported.
    ``practice`` is a rehearsal by a facilitator alone, in which nobody real is recorded.
    ``taken_off`` are those who were on the roster once: the record still knows their names. ``purged`` are
    those whose personal data were taken out of the record.
    ``sitting`` is the phase whose items may all be answered now. ``join_code`` is empty until phones are invited,
    ``co_code`` until a co-facilitator is; ``help`` is what came from their consoles. ``ease`` is how the room's
    screen is made easier to read, ``caption`` the line it reads of what is said on the slide. ``confirm_names``
    tells whether every name from a phone waits for the facilitator. ``elsewhere`` is a training that was held
    without the program: nothing is known of its course, and who is on its roster was there.
    """

    plan: Plan = EMPTY_PLAN
    created: datetime | None = None
    rehearsal: bool = False
    practice: bool = False
    details: Details = field(default_factory=Details)
    stage: Stage = "new"
    roster: tuple[Attendee, ...] = ()
    taken_off: tuple[Attendee, ...] = ()
    presences: tuple[Presence, ...] = ()
    spans: tuple[Interval, ...] = ()
    slide: int = 0
    step: int = 0
    visited: tuple[int, ...] = ()
    screen: Screen = "live"
    questions: tuple[QuestionState, ...] = ()
    ink: tuple[PageInk, ...] = ()
    section_seconds: tuple[float, ...] = ()
    settled: datetime | None = None
    overrides: tuple[Override, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    slide_seconds: tuple[float, ...] = ()
    paused_seconds: tuple[float, ...] = ()
    asking: datetime | None = None
    breaks: tuple[Break, ...] = ()
    timer: Timer | None = None
    reset: ClockReset | None = None
    withdrawn: tuple[Withdrawn, ...] = ()
    sitting: Phase | None = None
    join_code: str = ""
    check_in: CheckIn = "off"
    confirm_names: bool = False
    seats: tuple[Seat, ...] = ()
    evaluations: tuple[Evaluation, ...] = ()
    evaluation_open: bool = False
    phone_evaluations: tuple[Evaluation, ...] = ()
    handed_in: tuple[str, ...] = ()
    reported: tuple[Reported, ...] = ()
    purged: tuple[str, ...] = ()
    ease: Ease = field(default_factory=Ease)
    caption: int = 0
    co_code: str = ""
    co_facilitators: tuple[CoFacilitator, ...] = ()
    help: tuple[Help, ...] = ()
    elsewhere: bool = False

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
    def pause(self) -> Break | None:
        """The break the room has now."""
        return self.breaks[-1] if self.breaks and self.breaks[-1].end is None else None

    @property
    def resting(self) -> bool:
        """Whether the room is in a section that is a break by the plan."""
        return self.plan.sections[self.here.section].rest

    @property
    def section_waits(self) -> bool:
        """Whether the section's clock stands still, for a question or an unplanned break."""
        return self.asking is not None or (self.pause is not None and not self.resting)

    @property
    def present(self) -> tuple[str, ...]:
        """Ids of who is signed in and has not left."""
        return tuple(p.attendee for p in self.presences if p.here)

    @property
    def open_question(self) -> QuestionState | None:
        """The question on the shown slide, if the shown slide asks one."""
        return self.question(self.here.id) if self.stage == "running" else None

    def page_ink(self, slide_id: str, page: int) -> PageInk:
        """What was drawn on a slide, or with ``page`` 1 on its answer; empty where nothing was."""
        found = (ink for ink in self.ink if ink.slide == slide_id and ink.page == page)
        return next(found, PageInk(slide_id, page))

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
        """The certificate a person holds."""
        return next((c for c in self.certificates if c.attendee == attendee), None)

    def was_certified(self, attendee: str) -> bool:
        """Whether a person was ever issued a certificate."""
        withdrawn = (old.certificate for old in self.withdrawn)
        return any(c.attendee == attendee for c in (*self.certificates, *withdrawn))

    @property
    def revoked(self) -> int:
        """How many certificates were revoked; one replaced by its next revision is none."""
        return sum(old.how == "revoked" for old in self.withdrawn)

    def revoked_at(self, attendee: str) -> datetime | None:
        """When a person's last certificate was revoked; None where none was."""
        revoked = (w for w in self.withdrawn if w.how == "revoked")
        return max((w.at for w in revoked if w.certificate.attendee == attendee), default=None)

    def seat(self, code: str) -> Seat | None:
        """The seat with this code, also one that was left."""
        return next((seat for seat in self.seats if seat.code == code), None)

    def seat_of(self, attendee: str) -> Seat | None:
        """The seat of somebody on the roster, if they answer by phone."""
        return next((s for s in self.seats if s.attendee == attendee and not s.gone), None)

    @property
    def everybody(self) -> tuple[Attendee, ...]:
        """Everybody the record has or had on its roster."""
        return (*self.roster, *self.taken_off)

    @property
    def forms(self) -> tuple[Evaluation, ...]:
        """All evaluations that count, from paper and from phones."""
        return (*self.evaluations, *self.phone_evaluations)

    def handed_in_by_phone(self, attendee: str) -> bool:
        """Whether an evaluation came from this person's phone."""
        return any(seat.handed_in and seat.attendee == attendee for seat in self.seats)

    def has_handed_in(self, attendee: str) -> bool:
        """Whether a person handed in an evaluation, on paper or by phone."""
        return attendee in self.handed_in or self.handed_in_by_phone(attendee)

    def spelling_confirmed(self, attendee: str) -> bool:
        """Whether the person said by phone that the name is right as it stands on the roster now."""
        spelled = {seat.spelled for seat in self.seats if seat.attendee == attendee}
        return any(p.id == attendee and p.name in spelled for p in self.roster)

    @property
    def waiting_seats(self) -> tuple[Seat, ...]:
        """Seats whose person waits for the facilitator's word."""
        return tuple(seat for seat in self.seats if seat.waiting and not seat.gone)

    def tally(self, slide_id: str) -> Tally | None:
        """The last closed round of a question that counts, as the answer page shows it; None before."""
        state = self.question(slide_id)
        asked = self.plan.asked(slide_id)
        if state is None or asked is None:
            return None
        closed = [r for r in state.valid if r.closed is not None]
        if not closed:
            return None
        first = closed[0].counts if len(closed) > 1 else ()
        return make_tally(closed[-1], asked, first)

    def elapsed(self, now: datetime) -> timedelta:
        """Time on the session's clock: interruptions do not count."""
        return sum((_length(span, now) for span in self.spans), timedelta())

    def section_elapsed(self, section: int, now: datetime) -> float:
        """Seconds of clock time a section has taken so far."""
        taking = self.here.section == section and not self.section_waits
        return self.section_seconds[section] + (self._unsettled(now) if taking else 0.0)

    def section_paused(self, section: int, now: datetime) -> float:
        """Seconds that have gone by in a section while its clock waited."""
        waiting = self.here.section == section and self.section_waits
        return self.paused_seconds[section] + (self._unsettled(now) if waiting else 0.0)

    def slide_elapsed(self, slide: int, now: datetime) -> float:
        """Seconds of clock time a slide has taken so far."""
        taking = self.slide == slide and not self.section_waits
        return self.slide_seconds[slide] + (self._unsettled(now) if taking else 0.0)

    def _unsettled(self, now: datetime) -> float:
        if self.stage != "running" or self.settled is None:
            return 0.0
        return max((now - self.settled).total_seconds(), 0.0)


def _length(span: Interval, now: datetime) -> timedelta:
    return max((span.end or now) - span.start, timedelta())


def make_tally(vote: Round, asked: PlanQuestion, first: tuple[int, ...] = ()) -> Tally:
    """What a round of a question adds up to."""
    one_choice_each = asked.kind in ("single", "truefalse", "rating")
    words = tuple((text, people) for _, text, people, passed in vote.words() if passed)
    return Tally(
        counts=vote.counts,
        right=asked.right,
        first=first,
        people=-1 if one_choice_each else vote.total,
        right_people=-1 if one_choice_each else vote.right_people(asked.right),
        declined=vote.declined,
        words=words,
    )
