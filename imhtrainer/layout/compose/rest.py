"""A break: how long it is, how much of it is left, and when the training goes on."""

from imhtrainer.domain.deck import Text
from imhtrainer.layout.compose.foot import finish
from imhtrainer.layout.compose.ring import time_ring
from imhtrainer.layout.compose.scene import Scene
from imhtrainer.layout.compose.setting import Style, paragraph, put, put_line, single
from imhtrainer.layout.compose.shapes import ground_area, horizon_line
from imhtrainer.layout.compose.wording import break_words, clock, go_on_words
from imhtrainer.layout.context import BreakFacts
from imhtrainer.layout.page import Box, Page
from imhtrainer.layout.text import Frame, count_lines

TITLE = Style(54, 62, "lagoon", "head", bold=True)
WIDTH = 480.0
MOST_LINES = 3
_LABEL_GAP, _BACK_GAP, _MIDDLE = 10.0, 22.0, 240.0
_LABEL, _BACK = single(28, "coral-text", bold=True), Style(34, 44, bold=True)


def compose_break_page(scene: Scene, facts: BreakFacts) -> Page:
    """Label, title and hour at the left, centred as one; the ring at the right, over a calm ground."""
    words = (paragraph(_title(scene), TITLE),)
    lines = min(count_lines(scene.kit.fonts, words, WIDTH), MOST_LINES)
    height = lines * TITLE.lead
    whole = _LABEL.lead + _LABEL_GAP + height + _BACK_GAP + _BACK.lead
    top = _MIDDLE - whole / 2 + _LABEL.lead + _LABEL_GAP
    length = break_words(facts.minutes, scene.deck.lang)
    back = go_on_words(facts.back, scene.deck.lang)
    room = WIDTH if scene.from_right else 560.0
    boxes = (
        ground_area("sand"),
        horizon_line("ink", 3.6),
        put_line(scene, 56, top - _LABEL_GAP - _LABEL.lead / 2, WIDTH, length, _LABEL, "label"),
        put(scene, Frame(56, top, WIDTH, height), words, "title", "title"),
        put_line(scene, 56, top + height + _BACK_GAP + 22, room, back, _BACK, "back", "subtitle"),
        *_ring(scene, facts),
    )
    return finish(scene, "paper", boxes, "break", title=f"{length}. {back}.")


def _title(scene: Scene) -> Text | str:
    """A break of the plan has a slide and so a name of its own."""
    return scene.slide.title if scene.section.rest else scene.say("short_break")


def _ring(scene: Scene, facts: BreakFacts) -> list[Box]:
    planned = max(facts.minutes * 60, 1.0)
    share = min(facts.left / planned, 1.0)
    if facts.left <= 0:
        return time_ring(scene, 0.0, "0:00", scene.say("come_back"))
    return time_ring(scene, share, clock(facts.left), scene.say("minutes_left"), clock(planned))
