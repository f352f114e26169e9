"""The few words that composers write themselves."""

from math import ceil

from imhtrainer.domain.deck import GroupMode
from imhtrainer.domain.quiz import Question
from imhtrainer.layout.compose.scene import Scene

_MODES = {"alone": "On your own", "pairs": "In pairs", "groups": "In small groups"}
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


def checkpoint_label(scene: Scene, question: Question) -> str:
    """``Checkpoint 1``, ``Before we start, 1 of 5`` or ``Final check, 1 of 5``."""
    alike = [
        slide.id
        for slide in scene.deck.slides
        if slide.question is not None and slide.question.phase == question.phase
    ]
    place = alike.index(scene.slide.id) + 1
    if question.phase == "check":
        return f"{_PHASES['check']} {place}"
    return f"{_PHASES[question.phase]}, {place} of {len(alike)}"


def answer_label(scene: Scene, question: Question) -> str:
    """``Checkpoint 1: the answer is B``, or ``the answers are A and C``."""
    label = checkpoint_label(scene, question)
    letters = question.right_letters
    if len(letters) < 2:
        return f"{label}: the answer is {letters}"
    return f"{label}: the answers are {', '.join(letters[:-1])} and {letters[-1]}"


def clock(seconds: float) -> str:
    """``1:36``; a second that has begun still counts, so that zero is the end."""
    left = max(0, ceil(seconds))
    return f"{left // 60}:{left % 60:02}"
