"""How long a training took the last time it was held, for whoever prepares it again."""

from dataclasses import dataclass
from datetime import datetime

from imhtrainer.domain.errors import StoreError
from imhtrainer.domain.pacing import SectionTime, section_times
from imhtrainer.domain.session import SessionState
from imhtrainer.services.sessions import SessionSource, SessionSummary, read_state


@dataclass(frozen=True, slots=True)
class LastTime:
    """When a training was last held, and what each of its sections took then."""

    held: datetime
    sections: tuple[SectionTime, ...]


def last_time(
    source: SessionSource, sessions: tuple[SessionSummary, ...], wanted: SessionState
) -> LastTime | None:
    """The newest session of the same training that was held to its end; None where there is none.

    ``sessions`` come newest first. Rehearsals do not count, nor sections that today's plan has no more. A record
    that cannot be read is passed over: the list of sessions says what is wrong with it.
    """
    title = wanted.plan.full_title
    for summary in sessions:
        if summary.stage != "ended" or summary.rehearsal or summary.title != title:
            continue
        try:
            state, last = read_state(source, summary.id)
        except StoreError:
            continue
        if state.started is not None:
            return LastTime(state.started, _still_planned(section_times(state, last), wanted))
    return None


def _still_planned(times: tuple[SectionTime, ...], wanted: SessionState) -> tuple[SectionTime, ...]:
    known = {section.id for section in wanted.plan.sections}
    return tuple(each for each in times if each.id in known)
