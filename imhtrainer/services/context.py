"""What a session says on its slides: who gives it, where and when, and how the room answered."""

from dataclasses import replace
from datetime import datetime

from imhtrainer.domain.deck import Deck
from imhtrainer.domain.plan import PlanQuestion, make_plan
from imhtrainer.domain.quiz import Tally
from imhtrainer.domain.session import SessionState
from imhtrainer.layout.context import Context
from imhtrainer.layout.house_words import HouseWords, house_words


def context_for(state: SessionState) -> Context:
    """The context of a session's pages, with the results of every question that was answered."""
    details, words = state.details, house_words(state.plan.lang)
    people = (details.facilitator, details.credentials, details.organisation)
    place = (details.venue, details.city, _date(details.starts or state.started, words))
    word = "rehearsal_people" if state.roster else "rehearsal"
    made_up = (words.say(word),) if state.rehearsal else ()
    return Context(
        facilitator_line=", ".join(part for part in people if part),
        place_line=", ".join(part for part in (*made_up, *place) if part),
        tallies=_tallies(state),
        ink={(ink.slide, ink.page): ink.strokes for ink in state.ink if ink.strokes},
    )


def context_in(deck: Deck, state: SessionState) -> Context:
    """The context of a session's pages in ``deck``, which may have been changed since.

    A result is shown only where the room was asked this: choices may be reworded, but not moved or exchanged.
    """
    context = context_for(state)
    asked_then = {slide.id: slide.question for slide in state.plan.slides}
    asked_now = {slide.id: slide.question for slide in make_plan(deck).slides}
    kept = {
        slide: tally
        for slide, tally in context.tallies.items()
        if _asks_the_same(asked_then[slide], asked_now.get(slide))
    }
    return replace(context, tallies=kept)


def _asks_the_same(then: PlanQuestion | None, now: PlanQuestion | None) -> bool:
    if then is None or now is None or then.right != now.right:
        return False
    pairs = zip(then.choices, now.choices, strict=True)
    return all(new == old or new not in then.choices for old, new in pairs)


def _date(moment: datetime | None, words: HouseWords) -> str:
    return words.date(moment.date()) if moment else ""


def _tallies(state: SessionState) -> dict[str, Tally]:
    slides = (state.plan.slides[index].id for index in state.plan.questions)
    found = ((slide, state.tally(slide)) for slide in slides)
    return {slide: tally for slide, tally in found if tally is not None}
