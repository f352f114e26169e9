"""What a session keeps of its deck, so that its records stand even when the deck changes."""

from dataclasses import dataclass
from functools import cached_property

from imhtrainer.domain.deck import Activity, Deck, Section, Slide, plain
from imhtrainer.domain.quiz import OPINIONS, Kind, Phase


@dataclass(frozen=True, slots=True)
class PlanQuestion:
    """An item as it was asked: its choices, which are right, and where it belongs.

    ``sequence`` is the right sequence of an order item, as indices of its choices; empty elsewhere.
    ``explanation`` and, a choice each, ``feedback`` are told with the answer.
    """

    text: str
    choices: tuple[str, ...]
    right: tuple[bool, ...]
    phase: Phase
    point: int
    kind: Kind = "single"
    sequence: tuple[int, ...] = ()
    explanation: str = ""
    feedback: tuple[str, ...] = ()

    @property
    def marked(self) -> bool:
        """Whether there is a right answer."""
        return self.kind not in OPINIONS


@dataclass(frozen=True, slots=True)
class PlanSlide:
    """A slide's place in the plan; ``steps`` are the clicks it takes before the next.

    ``timer`` is how many minutes the room has for an activity on it.
    """

    id: str
    label: str
    section: int
    number: int
    steps: int
    minutes: float
    layout: str
    optional: bool = False
    question: PlanQuestion | None = None
    timer: float = 0.0

    @property
    def activity_minutes(self) -> float:
        """Minutes the room has for what it does here; 0 where it does nothing by time."""
        return self.timer or (self.minutes if self.layout == "activity" else 0.0)


@dataclass(frozen=True, slots=True)
class PlanSection:
    """A section's name and planned minutes; ``point`` is 1 to 5 or 0, ``rest`` tells a break."""

    id: str
    title: str
    minutes: float
    point: int = 0
    rest: bool = False


@dataclass(frozen=True)
class Plan:
    """The training as planned when the session was made."""

    title: str
    subtitle: str
    folder: str
    digest: str
    lang: str
    minutes: float
    objectives: tuple[str, ...]
    sections: tuple[PlanSection, ...]
    slides: tuple[PlanSlide, ...]
    pages: int

    @property
    def full_title(self) -> str:
        """The training's whole name; a subtitle that the title does not hold already is added."""
        if not self.subtitle or self.subtitle in self.title:
            return self.title
        return f"{self.title} – {self.subtitle}"

    @property
    def short_title(self) -> str:
        """The training's name where there is little room: the subtitle, if the title holds it too."""
        return self.subtitle if self.subtitle and self.subtitle in self.title else self.title

    @cached_property
    def instruction(self) -> float:
        """Planned minutes without the breaks among the sections."""
        resting = sum(section.minutes for section in self.sections if section.rest)
        return max(self.minutes - resting, 0.0)

    @cached_property
    def checkpoints(self) -> tuple[int, ...]:
        """Indices of the slides that hold the checkpoints of the points, in order."""
        return tuple(
            index
            for index, slide in enumerate(self.slides)
            if slide.question is not None
            and slide.question.phase == "check"
            and slide.question.marked
        )

    def asked(self, slide_id: str) -> PlanQuestion | None:
        """What a slide asks; None where it asks nothing."""
        return self._asked.get(slide_id)

    def place(self, slide_id: str) -> tuple[int, int]:
        """Which of how many a question is among its like; ``(0, 0)`` where it asks what people think."""
        asked = self._asked.get(slide_id)
        if asked is None or (asked.phase == "check" and not asked.marked):
            return 0, 0
        checks = tuple(self.slides[index] for index in self.checkpoints)
        like = [
            slide.id for slide in (checks if asked.phase == "check" else self.items(asked.phase))
        ]
        return like.index(slide_id) + 1, len(like)

    def items(self, phase: Phase) -> tuple[PlanSlide, ...]:
        """The slides that hold the items of a phase, in order."""
        asked = (self.slides[index] for index in self.questions)
        return tuple(s for s in asked if s.question is not None and s.question.phase == phase)

    @cached_property
    def _asked(self) -> dict[str, PlanQuestion]:
        return {slide.id: slide.question for slide in self.slides if slide.question is not None}

    @cached_property
    def questions(self) -> tuple[int, ...]:
        """Indices of all slides that ask something: first items, checkpoints, last items."""
        return tuple(i for i, slide in enumerate(self.slides) if slide.question is not None)


def make_plan(deck: Deck) -> Plan:
    """The plan of a session that teaches this deck."""
    return Plan(
        title=deck.title,
        subtitle=deck.subtitle,
        folder=deck.folder,
        digest=deck.digest,
        lang=deck.lang,
        minutes=deck.minutes,
        objectives=tuple(objective.text for objective in deck.objectives),
        sections=tuple(_plan_section(section) for section in deck.sections),
        slides=tuple(_plan_slide(deck, index, slide) for index, slide in enumerate(deck.slides)),
        pages=deck.page_count,
    )


def _plan_section(section: Section) -> PlanSection:
    return PlanSection(section.id, section.title, section.minutes, section.point, section.rest)


def _plan_slide(deck: Deck, index: int, slide: Slide) -> PlanSlide:
    return PlanSlide(
        id=slide.id,
        label=slide.label,
        section=deck.section_of[index],
        number=deck.numbers[index],
        steps=slide.steps,
        minutes=slide.minutes,
        layout=slide.layout,
        optional=slide.optional,
        question=_plan_question(slide),
        timer=sum(block.minutes for block in slide.blocks if isinstance(block, Activity)),
    )


def _plan_question(slide: Slide) -> PlanQuestion | None:
    question = slide.question
    if question is None:
        return None
    return PlanQuestion(
        text=plain(slide.title),
        choices=tuple(choice.text for choice in question.choices),
        right=tuple(choice.right for choice in question.choices),
        phase=question.phase,
        point=question.point,
        kind=question.kind,
        sequence=question.sequence,
        explanation=question.explanation,
        feedback=tuple(choice.feedback for choice in question.choices),
    )
