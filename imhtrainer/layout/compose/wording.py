"""The few words that composers write themselves."""

from math import ceil

from imhtrainer.domain.deck import GroupMode
from imhtrainer.domain.quiz import Kind, Question, Tally
from imhtrainer.layout.compose.scene import Scene
from imhtrainer.layout.house_words import house_words

_OPINIONS: tuple[Kind, ...] = ("rating", "words")


def minutes_in_words(minutes: float, lang: str) -> str:
    """``8 minutes``, ``1 minute``, ``1½ minutes``, in a deck's language."""
    return house_words(lang).minutes(minutes)


def activity_label(mode: GroupMode, minutes: float, lang: str) -> str:
    """``In pairs, 2 minutes``."""
    say = house_words(lang)
    return say.say("activity", mode=say.say(mode), minutes=say.minutes(minutes))


def break_words(minutes: float, lang: str) -> str:
    """``Break, 10 minutes``."""
    say = house_words(lang)
    return say.say("activity", mode=say.say("break"), minutes=say.minutes(minutes))


def go_on_words(hour: str, lang: str) -> str:
    """``We go on at 10:45``."""
    return house_words(lang).say("back", hour=hour)


def checkpoint_label(scene: Scene, question: Question) -> str:
    """``Checkpoint 1``, ``Before we start, 1 of 5`` or ``Final check, 1 of 5``; opinions bear no number."""
    say = house_words(scene.deck.lang)
    if question.kind in _OPINIONS and question.phase == "check":
        return say.say(question.kind)
    alike = [
        slide.id
        for slide in scene.deck.slides
        if slide.question is not None and _counted_alike(slide.question, question)
    ]
    place = alike.index(scene.slide.id) + 1
    if question.phase == "check":
        return say.say("checkpoint", number=place)
    return say.say("phase_of", phase=say.say(question.phase), number=place, count=len(alike))


def answer_label(scene: Scene, question: Question, tally: Tally | None = None) -> str:
    """``Checkpoint 1: the answer is B``, ``the answers are A and C``, or what the room thinks."""
    say = house_words(scene.deck.lang)
    label = checkpoint_label(scene, question)
    letters = question.right_letters
    match question.kind:
        case "rating" if tally:
            return say.say("mean", label=label, mean=f"{tally.mean:.1f}", count=len(tally.counts))
        case "rating" | "words":
            return label
        case "order":
            return say.say("order", label=label, letters=", ".join(letters))
        case _ if len(letters) < 2:
            return say.say("answer", label=label, letters=letters)
        case _:
            most, last = ", ".join(letters[:-1]), letters[-1]
            return say.say("answers", label=label, letters=most, last=last)


def _counted_alike(other: Question, question: Question) -> bool:
    """Whether two items are numbered together."""
    return other.phase == question.phase and (question.phase != "check" or other.marked)


def clock(seconds: float) -> str:
    """``1:36``; a second that has begun still counts, so that zero is the end."""
    left = max(0, ceil(seconds))
    return f"{left // 60}:{left % 60:02}"
