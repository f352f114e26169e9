"""The room's screen in words, for who hears it on a phone: never more than what the room sees."""

from imhtrainer.domain.script import Script
from imhtrainer.domain.session import SessionState
from imhtrainer.room.protocol import SlideTold


def tell_slide(state: SessionState, script: Script) -> SlideTold:
    """What the projector shows now, in words.

    A question's answer is told on its answer page alone, which the room reaches by the reveal.
    """
    key = f"{state.stage} {state.screen} {state.slide} {state.step} {state.pause is not None}"
    if state.stage not in ("running", "interrupted"):
        return SlideTold(key=key, shows="nothing")
    if state.pause is not None:
        return SlideTold(key=key, shows="break")
    if state.screen not in ("live", "frozen"):
        return SlideTold(key=key, shows="other")
    place = state.here
    told = script.of(place.id, place.label)
    question = state.question(place.id)
    text = told.description(state.step)
    if question is not None and question.revealed and state.step > 0:
        text = told.answer
    number = f"{state.number}/{state.plan.pages}"
    return SlideTold(key=key, shows="slide", title=told.title, text=text, number=number)
