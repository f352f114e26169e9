"""What a session says on its slides: who gives it, where and when, and how the room answered."""

from datetime import datetime

from imhtrainer.domain.quiz import Tally
from imhtrainer.domain.session import SessionState
from imhtrainer.domain.wording import long_date
from imhtrainer.layout.context import Context


def context_for(state: SessionState) -> Context:
    """The context of a session's pages, with the results of every question that was answered."""
    details = state.details
    people = (details.facilitator, details.credentials, details.organisation)
    place = (details.venue, details.city, _date(details.starts or state.started))
    made_up = ("Rehearsal with made-up people",) if state.rehearsal else ()
    return Context(
        facilitator_line=", ".join(part for part in people if part),
        place_line=", ".join(part for part in (*made_up, *place) if part),
        tallies=_tallies(state),
    )


def _date(moment: datetime | None) -> str:
    return long_date(moment.date()) if moment else ""


def _tallies(state: SessionState) -> dict[str, Tally]:
    slides = (state.plan.slides[index].id for index in state.plan.questions)
    found = ((slide, state.tally(slide)) for slide in slides)
    return {slide: tally for slide, tally in found if tally is not None}
