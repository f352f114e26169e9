from hypothesis import given
from hypothesis import strategies as st

from imhtrainer.ui.present.hands.tools import MOST, WHOLE, Hand, Region, Tool, framed, zoomed

SHARE = st.floats(0, 1)


def within(region: Region) -> bool:
    left, top, wide, high = region
    fits = left >= 0 and top >= 0 and left + wide <= 1 + 1e-9 and top + high <= 1 + 1e-9
    return fits and wide == high and 1 / MOST - 1e-9 <= wide <= 1


@given(SHARE, SHARE, SHARE, SHARE)
def test_any_frame_is_within_the_page_and_in_its_proportions(
    x: float, y: float, other_x: float, other_y: float
) -> None:
    assert within(framed(x, y, other_x, other_y))


@given(st.lists(st.tuples(SHARE, SHARE, st.floats(0.2, 5)), max_size=12))
def test_any_turning_of_the_wheel_stays_within_the_page(
    turns: list[tuple[float, float, float]],
) -> None:
    region = WHOLE
    for x, y, factor in turns:
        region = zoomed(region, x, y, factor)
        assert within(region)


def test_the_place_at_the_hand_stays_where_it_is() -> None:
    left, top, wide, high = zoomed(WHOLE, 0.6, 0.4, 2)
    assert ((0.6 - left) / wide, (0.4 - top) / high) == (0.6, 0.4)


def test_far_enough_out_is_the_whole_page() -> None:
    assert zoomed(zoomed(WHOLE, 0.9, 0.9, 3), 0.1, 0.1, 0.2) == WHOLE


def test_a_highlighter_is_broad_and_never_black() -> None:
    assert Hand(Tool.HIGHLIGHTER, "ink").ink == "sun"
    assert Hand(Tool.PEN, "ink").ink == "ink"
    assert Hand(Tool.HIGHLIGHTER).width > Hand(Tool.PEN, bold=True).width
