"""Something the room does: who with, the steps, a way to pass, and the time that is left."""

from dataclasses import dataclass

from imhtrainer.domain.deck import Activity, GroupMode, Text
from imhtrainer.domain.errors import LayoutError
from imhtrainer.layout.compose.foot import drop, finish, foot, put_title
from imhtrainer.layout.compose.ring import time_ring
from imhtrainer.layout.compose.scene import BOTTOM, Scene
from imhtrainer.layout.compose.setting import Style, paragraph, put, put_line, put_middle, single
from imhtrainer.layout.compose.shapes import card, disc, sign_in_disc
from imhtrainer.layout.compose.wording import activity_label, clock
from imhtrainer.layout.page import Box, EllipseBox, Page, TextBox
from imhtrainer.layout.text import Frame, count_lines

STEP = Style(28, 36)
FIRST_STEP = 164.0
STEP_WIDTH = 440.0
MOST_STEPS = 4
GAPS = ((20.0, 16.0), (10.0, 8.0))
"""Space after a step of one line and of more; the second pair where the steps are long.

A disc is higher than a line, so a step of one line needs more below it to look even.
"""

CHOICE_BOX = Frame(56, 384, 496, 64)
_BEFORE_CHOICE = 28.0


def compose_activity(scene: Scene) -> Page:
    """Label, title and steps at the left; the timer at the right."""
    scene.allow(Activity)
    activities = [block for block in scene.slide.blocks if isinstance(block, Activity)]
    if len(activities) != 1:
        raise LayoutError("an activity slide holds one “::: activity”", scene.slide.line)
    activity = activities[0]
    title = put_title(scene, y=84, w=520)
    label = activity_label(activity.mode, activity.minutes, scene.deck.lang)
    signs = _people(activity.mode)
    at = 116.0 + 20 * max(0, len(signs) - 2) - 20 * (len(signs) == 1)
    boxes: list[Box] = [
        title,
        *signs,
        put_line(scene, at, 49, 500, label, single(26, "coral-text", bold=True), "label", "label"),
        *_steps(scene, activity, drop(title)),
        *_timer(scene, activity),
    ]
    return finish(scene, "paper", (*boxes, *foot(scene)))


def _people(mode: GroupMode) -> tuple[EllipseBox, ...]:
    """One disc a person; behind the first stand rings."""
    count = {"alone": 1, "pairs": 2, "groups": 3}[mode]
    rings = tuple(
        disc(70 + 20 * other, 49, 13, "", "lagoon", 2.5, f"person-{other + 1}")
        for other in range(count - 1, 0, -1)
    )
    return (*rings, disc(70, 49, 13, "lagoon", name="person-1"))


@dataclass(frozen=True, slots=True)
class _Plan:
    """How much room steps and the way to pass take: gaps before each step, and two tops."""

    gaps: tuple[float, ...]
    top: float
    choice: float


def _steps(scene: Scene, activity: Activity, down: float) -> list[Box]:
    if len(activity.steps) > MOST_STEPS:
        raise LayoutError(
            f"the activity has {len(activity.steps)} steps, a slide holds {MOST_STEPS}; "
            "join or drop some",
            activity.line,
        )
    plan = _plan(scene, activity, down)
    paragraphs = tuple(
        paragraph(step, STEP, before=gap)
        for step, gap in zip(activity.steps, plan.gaps, strict=True)
    )
    room = Frame(112, plan.top, STEP_WIDTH, plan.choice - plan.top)
    boxes: list[Box] = []
    if paragraphs:
        text = put(scene, room, paragraphs, "steps", "body", activity.line)
        boxes += [text, *_numbers(scene, text)]
    return [*boxes, *_choice(scene, activity.choice, plan.choice, activity.line)]


def _plan(scene: Scene, activity: Activity, down: float) -> _Plan:
    """The roomy gaps where the steps fit with them; the box to pass gives way downwards first."""
    lines = [
        count_lines(scene.kit.fonts, (paragraph(step, STEP),), STEP_WIDTH)
        for step in activity.steps
    ]
    top = FIRST_STEP + down
    lowest = BOTTOM - (CHOICE_BOX.h if activity.choice else 0)
    for after_one, after_more in GAPS:
        gaps = (0.0, *(after_more if count > 1 else after_one for count in lines[:-1]))
        end = top + sum(gaps) + sum(lines) * STEP.lead
        if end + after_more <= lowest:
            break
    choice = min(max(CHOICE_BOX.y, end + _BEFORE_CHOICE), lowest)
    return _Plan(gaps[: len(lines)], top, choice)


def _numbers(scene: Scene, steps: TextBox) -> list[Box]:
    boxes: list[Box] = []
    for number, step in enumerate(steps.paragraphs, 1):
        middle = step.lines[0].baseline - 0.3225 * STEP.size
        boxes.append(disc(76, middle, 20, "sun", name=f"step-{number}-disc"))
        boxes.append(sign_in_disc(scene, 76, middle, str(number), 24, "ink", f"step-{number}"))
    return boxes


def _choice(scene: Scene, words: Text, top: float, line: int) -> list[Box]:
    if not words:
        return []
    box = CHOICE_BOX
    room = Frame(box.x + 24, top, box.w - 48, box.h)
    return [
        card(Frame(box.x, top, box.w, box.h), "sand", name="choice-card"),
        put_middle(scene, room, words, single(26), "choice", "choice", line=line),
    ]


def _timer(scene: Scene, activity: Activity) -> list[Box]:
    running = scene.context.timer
    planned = activity.minutes * 60
    if running is None:
        return time_ring(scene, 1.0 if planned else 0.0, clock(planned), scene.say("ring_minutes"))
    left = max(0.0, running.left)
    caption = scene.say("minutes_left" if left else "come_back")
    share = min(left / running.total, 1.0) if running.total else 0.0
    return time_ring(scene, share, clock(left), caption, clock(running.total))
