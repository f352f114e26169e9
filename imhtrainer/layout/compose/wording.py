"""The few words that composers write themselves."""

from math import ceil

from imhtrainer.domain.deck import GroupMode
from imhtrainer.domain.quiz import Kind, Question, Tally
from imhtrainer.layout.compose.scene import Scene

_MODES = {"alone": "On your own", "pairs": "In pairs", "groups": "In small groups"}
_OPINIONS: dict[Kind, str] = {"rating": "Your view", "words": "In your words"}
BREAK = "Break"
_PHASES = {"pre": "Before we start", "check": "Checkpoint", "post": "Final check"}


def minutes_in_words(minutes: float) -> str:
    """``8 minutes``, ``1 minute``, ``1½ minutes``."""
    whole = int(minutes)
    half = "½" if abs(minutes - whole - 0.5) < 0.01 else ""
    if not half and abs(minutes - whole) >= 0.01:
        return f"{minutes:g} minutes"
    count = f"{whole or ''}{half}" or "0"
    return f"{count} minute" if minutes <= 1 and minutes > 0 else f"{count} minutes"


def activity_label(mode: GroupMode, minutes: float) -> str:
    """``In pairs, 2 minutes``."""
    return f"{_MODES[mode]}, {minutes_in_words(minutes)}"


def go_on_words(hour: str) -> str:
    """``We go on at 10:45``."""
    return f"We go on at {hour}"


def checkpoint_label(scene: Scene, question: Question) -> str:
    """``Checkpoint 1``, ``Before we start, 1 of 5`` or ``Final check, 1 of 5``; opinions bear no number."""
    if question.kind in _OPINIONS and question.phase == "check":
        return _OPINIONS[question.kind]
    alike = [
        slide.id
        for slide in scene.deck.slides
        if slide.question is not None and _counted_alike(slide.question, question)
    ]
    place = alike.index(scene.slide.id) + 1
    if question.phase == "check":
        return f"{_PHASES['check']} {place}"
    return f"{_PHASES[question.phase]}, {place} of {len(alike)}"


def answer_label(scene: Scene, question: Question, tally: Tally | None = None) -> str:
    """``Checkpoint 1: the answer is B``, ``the answers are A and C``, or what the room thinks."""
    label = checkpoint_label(scene, question)
    letters = question.right_letters
    match question.kind:
        case "rating":
            return f"{label}: {_mean_words(tally)}" if tally else label
        case "words":
            return label
        case "order":
            return f"{label}: the order is {', '.join(letters)}"
        case _ if len(letters) < 2:
            return f"{label}: the answer is {letters}"
        case _:
            return f"{label}: the answers are {', '.join(letters[:-1])} and {letters[-1]}"


def _mean_words(tally: Tally) -> str:
    return f"{tally.mean:.1f} of {len(tally.counts)} on average"


def _counted_alike(other: Question, question: Question) -> bool:
    """Whether two items are numbered together."""
    return other.phase == question.phase and (question.phase != "check" or other.marked)


def clock(seconds: float) -> str:
    """``1:36``; a second that has begun still counts, so that zero is the end."""
    left = max(0, ceil(seconds))
    return f"{left // 60}:{left % 60:02}"
