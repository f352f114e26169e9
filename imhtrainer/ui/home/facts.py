"""What Home shows, gathered off the GUI thread into plain values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from imhtrainer.decks.library import summarise

if TYPE_CHECKING:
    from imhtrainer.decks.library import DeckSummary
    from imhtrainer.domain.session.state import SessionState
    from imhtrainer.services.sessions import SessionSummary
    from imhtrainer.ui.services import Services

UNFINISHED = ("running", "interrupted")


@dataclass(frozen=True)
class TrainingFacts:
    """A training's card; ``last_held`` is None for one never taught.

    ``copy`` is 1 for the first that bears the name of one before it, 2 for the next; 0 for all others.
    """

    folder: Path
    summary: DeckSummary
    last_held: datetime | None = None
    copy: int = 0

    @property
    def full_title(self) -> str:
        """Title and subtitle as one name."""
        return join_title(self.summary.title, self.summary.subtitle)


@dataclass(frozen=True)
class UnfinishedFacts:
    """A session that stopped in the middle, or goes on while Home is looked at."""

    summary: SessionSummary
    folder: Path
    slide: int
    step: int
    counted: tuple[int, ...]
    signed_in: int


@dataclass(frozen=True)
class HomeFacts:
    """Everything Home shows once the journal is open."""

    trainings: tuple[TrainingFacts, ...] = ()
    unfinished: tuple[UnfinishedFacts, ...] = ()
    sessions: tuple[SessionSummary, ...] = ()


def join_title(title: str, subtitle: str) -> str:
    """Title and subtitle as one name; a subtitle the title ends in is not said twice."""
    return title if not subtitle or title.endswith(subtitle) else f"{title} – {subtitle}"


def gather(services: Services, added: Sequence[str]) -> HomeFacts:
    """Read trainings and sessions; slow, so not for the GUI thread."""
    summaries = services.sessions.summaries()
    folders = (*services.trainings.folders(), *(Path(folder) for folder in added))
    trainings = read_trainings(dict.fromkeys(folders), summaries)
    unfinished = tuple(
        _unfinished(each, services.sessions.open(each.id).state)
        for each in summaries
        if each.stage in UNFINISHED
    )
    rest = tuple(each for each in summaries if each.stage not in UNFINISHED)
    return HomeFacts(trainings, unfinished, rest)


def read_trainings(
    folders: Sequence[Path] | dict[Path, None], summaries: Sequence[SessionSummary]
) -> tuple[TrainingFacts, ...]:
    """The cards of the trainings in these folders, and when each was last held."""
    seen: Counter[str] = Counter()
    found: list[TrainingFacts] = []
    for folder in folders:
        facts = _training(folder, summaries)
        found.append(replace(facts, copy=seen[facts.full_title]))
        seen[facts.full_title] += 1
    return tuple(found)


def _training(folder: Path, summaries: Sequence[SessionSummary]) -> TrainingFacts:
    facts = TrainingFacts(folder, summarise(folder))
    held = [
        each.starts
        for each in summaries
        if each.stage == "ended" and not each.rehearsal and each.title == facts.full_title
    ]
    return TrainingFacts(folder, facts.summary, max((h for h in held if h), default=None))


def _unfinished(summary: SessionSummary, state: SessionState) -> UnfinishedFacts:
    counted = tuple(
        number
        for number, index in enumerate(state.plan.checkpoints, start=1)
        if (asked := state.question(state.plan.slides[index].id)) and asked.held
    )
    return UnfinishedFacts(
        summary, Path(state.plan.folder), state.slide, state.step, counted, summary.came
    )
