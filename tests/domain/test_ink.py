from datetime import UTC, datetime
from math import hypot, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imhtrainer.domain.errors import CommandRefused
from imhtrainer.domain.events import StrokeDrawn
from imhtrainer.domain.ink import TOLERANCE, UNDO_DEPTH, PageInk, Stroke, make_stroke
from imhtrainer.domain.session import SessionState, decide, evolve
from imhtrainer.domain.session.commands import (
    Command,
    DrawStroke,
    EraseStrokes,
    RedoInk,
    StartSession,
    UndoInk,
)
from imhtrainer.store.codec import EventCodec
from tests.domain.classroom import Classroom

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
PAGE = st.tuples(st.floats(0, 960), st.floats(0, 540))


def line(x: float = 10.0) -> Stroke:
    return make_stroke("pen", "coral", 4, [(x, 10), (x + 100, 10)])


def test_a_straight_line_of_many_points_is_kept_as_two() -> None:
    stroke = make_stroke("pen", "ink", 3, [(x, 20.0) for x in range(300)])
    assert stroke.path == (0, 200, 2990, 0)


def test_a_wave_keeps_its_shape_with_few_points() -> None:
    wave = [(float(x), 100 + 40 * sin(x / 30)) for x in range(600)]
    stroke = make_stroke("pen", "ink", 3, wave)
    assert len(stroke.points) < 80
    assert all(stroke.touches(point, TOLERANCE + 0.2 - 1.5) for point in wave)


@given(st.lists(PAGE, min_size=1, max_size=60))
def test_no_point_of_the_hand_is_farther_from_the_kept_line_than_allowed(
    points: list[tuple[float, float]],
) -> None:
    stroke = make_stroke("pen", "ink", 0.0, points)
    assert all(stroke.touches(point, TOLERANCE + 0.15) for point in points)
    first, last = stroke.points[0], stroke.points[-1]
    assert hypot(first[0] - points[0][0], first[1] - points[0][1]) < 0.15
    assert hypot(last[0] - points[-1][0], last[1] - points[-1][1]) < 0.15


def test_an_eraser_finds_the_line_it_passes_and_no_other() -> None:
    assert line().touches((60, 14), reach=3)
    assert not line().touches((60, 40), reach=3)


@pytest.fixture
def running() -> SessionState:
    return after(prepared(), StartSession(NOW))


def prepared() -> SessionState:
    return Classroom().state


def after(state: SessionState, *commands: Command) -> SessionState:
    for command in commands:
        for event in decide(state, command):
            state = evolve(state, event)
    return state


def strokes(state: SessionState) -> tuple[Stroke, ...]:
    return state.page_ink(state.plan.slides[0].id, 0).strokes


def test_what_is_drawn_stays_on_its_slide_and_page(running: SessionState) -> None:
    drawn = after(running, DrawStroke(NOW, 0, 0, line()), DrawStroke(NOW, 1, 0, line(40)))
    assert strokes(drawn) == (line(),)
    assert drawn.page_ink(drawn.plan.slides[1].id, 0).strokes == (line(40),)
    assert drawn.page_ink(drawn.plan.slides[0].id, 1).strokes == ()


def test_undo_and_redo_take_back_lines_wiping_and_clearing(running: SessionState) -> None:
    draw = (DrawStroke(NOW, 0, 0, line(10)), DrawStroke(NOW, 0, 0, line(20)))
    state = after(running, *draw, EraseStrokes(NOW, 0, 0, (0,)))
    assert strokes(state) == (line(20),)
    state = after(state, EraseStrokes(NOW, 0, 0))
    assert strokes(state) == ()
    state = after(state, UndoInk(NOW, 0, 0), UndoInk(NOW, 0, 0))
    assert strokes(state) == (line(10), line(20))
    state = after(state, RedoInk(NOW, 0, 0))
    assert strokes(state) == (line(20),)
    state = after(state, DrawStroke(NOW, 0, 0, line(30)), RedoInk(NOW, 0, 0))
    assert strokes(state) == (line(20), line(30))


def test_nothing_to_take_back_is_no_event(running: SessionState) -> None:
    for command in (UndoInk(NOW, 0, 0), RedoInk(NOW, 0, 0), EraseStrokes(NOW, 0, 0)):
        assert decide(running, command) == ()


def test_a_page_remembers_no_more_acts_than_it_must(running: SessionState) -> None:
    ink = PageInk("a", 0)
    for at in range(UNDO_DEPTH + 20):
        ink = ink.become((*ink.strokes, line(at)))
    assert len(ink.past) == UNDO_DEPTH


def test_nobody_draws_before_the_training_runs(running: SessionState) -> None:
    with pytest.raises(CommandRefused, match="not running"):
        decide(prepared(), DrawStroke(NOW, 0, 0, line()))
    assert after(running, DrawStroke(NOW, 0, 0, line())).ink


def test_a_line_lies_in_the_journal_in_a_few_bytes() -> None:
    wave = [(float(x), 100 + 40 * sin(x / 30)) for x in range(600)]
    event = StrokeDrawn(NOW, "slide", 0, make_stroke("highlighter", "sun", 18, wave))
    codec = EventCodec()
    row = codec.write("session", 1, event)
    assert codec.read(row) == event
    assert len(row.body) < 900
