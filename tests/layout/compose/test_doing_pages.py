"""Activity and resources pages."""

from collections.abc import Callable

import pytest

from imhtrainer.domain.errors import LayoutError
from imhtrainer.layout.context import Context, TimerFacts
from imhtrainer.layout.page import Box, EllipseBox, Page, PathBox, RectBox, TextBox

Named = Callable[[Page, str], Box]
PageOf = Callable[..., Page]

STEPS = "1. One speaks: a time you missed a cue and came back.\n2. One listens.\n3. Swap.\n"


def activity(attributes: str = "minutes=2 mode=pairs", steps: str = STEPS) -> str:
    return f"## Tell a story\n\n::: activity {{{attributes}}}\n{steps}\nYou may pass.\n:::\n"


def running(left: float, planned: float = 120.0) -> Context:
    """Of the two minutes so many seconds are left."""
    return Context(timer=TimerFacts(left, planned))


def text(box: Box) -> TextBox:
    assert isinstance(box, TextBox)
    return box


def words(box: Box) -> str:
    return " ".join(paragraph.text for paragraph in text(box).paragraphs)


def test_the_activity_page_has_its_drawn_boxes(page_of: PageOf, named: Named) -> None:
    page = page_of(activity())
    assert words(named(page, "label")) == "In pairs, 2 minutes"
    assert text(named(page, "label")).x == 116
    title = text(named(page, "title"))
    assert (title.x, title.y, title.w) == (56, 84, 520)
    steps = text(named(page, "steps"))
    assert (steps.x, steps.y) == (112, 164)
    tops = [p.lines[0].baseline - 36 + 0.2 * 28 for p in steps.paragraphs]
    assert tops == pytest.approx([164, 252, 308])
    card = named(page, "choice-card")
    assert isinstance(card, RectBox)
    assert (card.x, card.y, card.w, card.h) == (56, 384, 496, 64)


@pytest.mark.parametrize(
    ("mode", "people", "label"),
    [("alone", 1, "On your own"), ("pairs", 2, "In pairs"), ("groups", 3, "In small groups")],
)
def test_one_sign_a_person_says_how_people_work(
    page_of: PageOf, named: Named, mode: str, people: int, label: str
) -> None:
    page = page_of(activity(f"minutes=1 mode={mode}"))
    signs = [box for box in page.boxes if box.name.startswith("person-")]
    assert len(signs) == people
    assert words(named(page, "label")) == f"{label}, 1 minute"
    last = max(box.x + box.w for box in signs if isinstance(box, EllipseBox))
    assert text(named(page, "label")).x > last


def test_the_timer_shows_the_planned_time_before_it_runs(page_of: PageOf, named: Named) -> None:
    page = page_of(activity())
    assert words(named(page, "timer-digits")) == "2:00"
    assert words(named(page, "timer-words")) == "minutes"
    ring = named(page, "timer")
    assert isinstance(ring, EllipseBox)
    assert (ring.x, ring.y, ring.w, ring.stroke_width) == (594, 120, 300, 20)
    rest = named(page, "timer-left")
    assert isinstance(rest, EllipseBox)
    assert rest.stroke == "lagoon"


def test_the_ring_shows_the_rest_of_the_time_from_twelve(page_of: PageOf, named: Named) -> None:
    page = page_of(activity(), running(60.0))
    rest = named(page, "timer-left")
    assert isinstance(rest, PathBox)
    assert rest.commands[0][1] == pytest.approx((744, 120))
    assert rest.commands[-1][1][-2:] == pytest.approx((744, 420))
    assert words(named(page, "timer-digits")) == "1:00"
    assert words(named(page, "timer-words")) == "minutes left"


def test_the_last_fifth_is_sun_and_at_zero_the_words_call_back(
    page_of: PageOf, named: Named
) -> None:
    nearly = named(page_of(activity(), running(24.0)), "timer-left")
    assert isinstance(nearly, PathBox)
    assert nearly.stroke == "sun"
    over = page_of(activity(), running(0.0))
    assert "timer-left" not in [box.name for box in over.boxes]
    assert words(named(over, "timer-words")) == "time to come back"


def test_ten_minutes_and_added_time_fit_the_ring(page_of: PageOf, named: Named) -> None:
    assert words(named(page_of(activity("minutes=10 mode=pairs")), "timer-digits")) == "10:00"
    added = page_of(activity(), running(150.0))
    assert words(named(added, "timer-digits")) == "2:30"
    assert isinstance(named(added, "timer-left"), EllipseBox)


def test_the_digits_keep_their_size_while_the_time_runs(page_of: PageOf, named: Named) -> None:
    long = activity("minutes=10 mode=pairs")
    sizes = {
        text(named(page_of(long, running(left, 600)), "timer-digits")).paragraphs[0].spans[0].size
        for left in (600, 599, 9, 1)
    }
    assert len(sizes) == 1


def test_a_given_minute_belongs_to_the_whole(page_of: PageOf, named: Named) -> None:
    rest = named(page_of(activity(), running(90, 180)), "timer-left")
    assert isinstance(rest, PathBox)
    assert rest.commands[-1][1][-2:] == pytest.approx((744, 420))


def test_the_last_second_counts_until_it_is_over(page_of: PageOf, named: Named) -> None:
    page = page_of(activity(), running(0.3))
    assert words(named(page, "timer-digits")) == "0:01"
    assert words(named(page, "timer-words")) == "minutes left"


def test_long_steps_move_the_way_to_pass_down_but_not_into_the_foot(
    page_of: PageOf, named: Named
) -> None:
    step = "One speaks: a time you missed a cue and came back.\n"
    steps = "".join(f"{n}. {step}" for n in (1, 2, 3))
    page = page_of(activity(steps=steps))
    card, box = named(page, "choice-card"), text(named(page, "steps"))
    assert isinstance(card, RectBox)
    assert box.paragraphs[-1].lines[-1].baseline < card.y
    assert card.y + card.h <= 484
    with pytest.raises(LayoutError, match="steps needs"):
        page_of(activity(steps=f"{steps}4. {step}"))


RESOURCES = (
    "## Help is near {layout=resources build=list}\n\nIn danger? Call 911\n\n"
    "- **988** Suicide & Crisis Lifeline\\\n  Call or text.\n"
    "- **211** Help line\\\n  English, Español.\n"
    "- **1-800-422-4453** Childhelp\\\n  Day and night.\n"
)


def test_numbers_stand_in_two_columns_under_their_lines(page_of: PageOf, named: Named) -> None:
    page = page_of(RESOURCES)
    boxes = [text(named(page, f"resource-{n}")) for n in (1, 2, 3)]
    assert [(box.x, box.y) for box in boxes] == [(56, 115), (496, 115), (56, 239)]
    baselines = [p.lines[0].baseline for p in boxes[0].paragraphs]
    assert baselines == pytest.approx([108 + 6 + 36.8, 108 + 49 + 25.2, 108 + 78 + 25.2])
    assert [p.text for p in boxes[0].paragraphs] == [
        "988",
        "Suicide & Crisis Lifeline",
        "Call or text.",
    ]
    assert [box.step for box in boxes] == [1, 2, 3]


def test_the_pill_for_danger_stands_beside_a_shorter_title(page_of: PageOf, named: Named) -> None:
    page = page_of(RESOURCES)
    pill = named(page, "pill-card")
    assert isinstance(pill, RectBox)
    assert (pill.x, pill.y, pill.w, pill.h, pill.radius) == (620, 34, 284, 52, 26)
    assert words(named(page, "pill")) == "In danger? Call 911"
    assert text(named(page, "title")).w == 540
