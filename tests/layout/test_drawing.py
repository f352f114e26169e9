"""SVG drawings of the house's kind as paths, and everything else left to a rasteriser."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imhtrainer.layout.drawing import Drawing, parse_drawing, place, read_drawing
from imhtrainer.layout.geometry import arrow_head, chart_bars, outline, row_step, table_grounds
from imhtrainer.layout.page import (
    Bar,
    ChartBox,
    Command,
    EllipseBox,
    PathBox,
    RectBox,
    TableBox,
    TableCell,
    TextBox,
)
from imhtrainer.layout.paths import path_data

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 360">'


def drawing(body: str) -> Drawing:
    made = parse_drawing(f"{HEAD}{body}</svg>")
    assert made is not None
    return made


def numbers(commands: tuple[Command, ...]) -> list[float]:
    return [number for _, points in commands for number in points]


def ends(commands: tuple[Command, ...]) -> list[tuple[float, ...]]:
    return [points[-2:] for _, points in commands if points]


def test_straight_and_curved_pieces_are_kept() -> None:
    (path,) = drawing('<path d="M1 2L3 4C5 6 7 8 9 10Z" fill="#f3e7d7"/>').paths
    assert list(path.commands) == [
        ("M", (1, 2)),
        ("L", (3, 4)),
        ("C", (5, 6, 7, 8, 9, 10)),
        ("Z", ()),
    ]
    assert (path.fill, path.stroke) == ("#F3E7D7", "")


@pytest.mark.parametrize(
    ("relative", "absolute"),
    [
        ("m1 1l2 3", "M1 1L3 4"),
        ("M1 1h4v5H0V2", "M1 1L5 1L5 6L0 6L0 2"),
        ("M0 0c1 1 2 2 3 3s4 4 5 5", "M0 0C1 1 2 2 3 3C4 4 7 7 8 8"),
        ("M0 0Q3 3 6 0T12 0", "M0 0Q3 3 6 0Q9 -3 12 0"),
        ("M0 0 1 1 2 0", "M0 0L1 1L2 0"),
        ("M10 10L20 10zl5 5", "M10 10L20 10ZL15 15"),
        ("M.5.5L1e1-2", "M0.5 0.5L10 -2"),
        ("M0 0S4 4 5 5", "M0 0C0 0 4 4 5 5"),
    ],
)
def test_every_way_to_write_a_path_means_the_same(relative: str, absolute: str) -> None:
    one, other = path_data(relative), path_data(absolute)
    assert one is not None
    assert other is not None
    assert [letter for letter, _ in one] == [letter for letter, _ in other]
    assert numbers(one) == pytest.approx(numbers(other))


def test_a_quadratic_curve_becomes_the_same_cubic() -> None:
    assert path_data("M0 0Q3 6 6 0") == (("M", (0, 0)), ("C", (2, 4, 4, 4, 6, 0)))


@pytest.mark.parametrize(
    "data", ["", "L1 1", "M1", "M0 0A1 1 0 0 0 2 2", "M0 0X", "M0 0Z1", "Mnan 1"]
)
def test_what_is_no_path_data_or_has_arcs_is_not_read(data: str) -> None:
    assert path_data(data) is None


@given(st.text(alphabet="MLHVQTCSZmlhvz0123456789.,-+e A", max_size=30))
def test_no_path_data_breaks_the_reader(data: str) -> None:
    commands = path_data(data)
    assert commands is None or commands[0][0] == "M"


def test_a_circle_is_four_cubics_through_its_extremes() -> None:
    (path,) = drawing('<circle cx="100" cy="50" r="20" fill="#000"/>').paths
    assert [letter for letter, _ in path.commands] == ["M", "C", "C", "C", "C", "Z"]
    assert ends(path.commands)[1:] == [(120, 50), (100, 70), (80, 50), (100, 30)]


def test_a_rounded_rectangle_has_lines_and_corners() -> None:
    (path,) = drawing('<rect x="0" y="0" width="60" height="40" rx="8" fill="#000"/>').paths
    assert [letter for letter, _ in path.commands].count("C") == 4
    (sharp,) = drawing('<rect x="0" y="0" width="60" height="40" fill="#000"/>').paths
    assert [letter for letter, _ in sharp.commands].count("C") == 0


def test_groups_move_turn_and_scale_what_they_hold() -> None:
    inner = '<g transform="translate(10 20) rotate(90)"><path d="M1 0L2 0" fill="#000"/></g>'
    (path,) = drawing(f'<g transform="scale(2)">{inner}</g>').paths
    assert numbers(path.commands) == pytest.approx([20, 42, 20, 44])


def test_a_shape_may_turn_about_a_point() -> None:
    (path,) = drawing('<path d="M10 0L20 0" transform="rotate(180 10 10)" fill="#000"/>').paths
    assert numbers(path.commands) == pytest.approx([10, 20, 0, 20])


def test_strokes_grow_with_their_group_and_keep_their_ends() -> None:
    line = '<path d="M0 0L9 9" fill="none" stroke="#1F2A37" stroke-width="2.5" {}/>'
    ends_round = line.format('stroke-linecap="round" stroke-linejoin="round"')
    paths = drawing(f'<g transform="scale(2)">{ends_round}{line.format("")}</g>').paths
    assert [(path.stroke_width, path.round_ends, path.fill) for path in paths] == [
        (5, True, ""),
        (5, False, ""),
    ]


def test_groups_pass_their_colours_on() -> None:
    (path,) = drawing('<g fill="#E4572E" stroke="none"><path d="M0 0L1 1L2 0Z"/></g>').paths
    assert path.fill == "#E4572E"


def test_titles_are_passed_over() -> None:
    assert len(drawing('<title>Serve</title><desc>x</desc><path d="M0 0L1 1"/>').paths) == 1


@pytest.mark.parametrize(
    "body",
    [
        "<text>Hello</text>",
        '<path d="M0 0L1 1" opacity="0.5"/>',
        '<path d="M0 0L1 1" style="fill:red"/>',
        '<path d="M0 0L1 1" fill="url(#g)"/>',
        '<path d="M0 0A5 5 0 0 1 9 9"/>',
        '<g transform="skewX(20)"><path d="M0 0L1 1"/></g>',
        '<g transform="scale(1 3)"><path d="M0 0L1 1" stroke="#000"/></g>',
        '<image href="a.png"/>',
        "<script>alert(1)</script>",
        '<circle cx="a" r="1"/>',
        '<path d="M0 0L1 1" fill="#12"/>',
    ],
)
def test_anything_else_is_left_to_a_rasteriser(body: str) -> None:
    assert parse_drawing(f"{HEAD}{body}</svg>") is None


@pytest.mark.parametrize(
    "markup",
    [
        '<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + HEAD + "<title>&a;</title></svg>",
        '<svg xmlns="http://www.w3.org/2000/svg"/>',
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 10"/>',
        "<html/>",
        "no markup",
        "",
    ],
)
def test_markup_that_is_no_sound_drawing_is_not_read(markup: str) -> None:
    assert parse_drawing(markup) is None


def test_a_drawing_without_viewbox_has_its_width_and_height() -> None:
    made = parse_drawing('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="20"/>')
    assert made == Drawing(10, 20, ())


def test_a_viewbox_that_begins_elsewhere_is_moved_to_the_corner() -> None:
    markup = HEAD.replace("0 0 480", "-10 20 480") + '<path d="M-10 20L0 0"/></svg>'
    made = parse_drawing(markup)
    assert made is not None
    assert numbers(made.paths[0].commands) == [0, 0, 10, -20]


def test_a_drawing_is_placed_at_its_size_on_the_page() -> None:
    (path,) = place(
        drawing('<path d="M0 0L480 360" stroke="#000" stroke-width="4"/>'), 40, 50, 240, 180
    )
    assert numbers(path.commands) == [40, 50, 280, 230]
    assert path.stroke_width == 2


def test_a_file_that_cannot_be_read_is_no_drawing(tmp_path: Path) -> None:
    assert read_drawing(tmp_path / "gone.svg") is None
    (tmp_path / "odd.svg").write_bytes(b"\xff\xfe\x00")
    assert read_drawing(tmp_path / "odd.svg") is None


def test_bars_stand_in_equal_rows_and_the_plots_width_is_everybody() -> None:
    bars = (Bar("A", 4, "sand", "ink-soft"), Bar("B", 21, "leaf", first=7), Bar("C", 0, "sand"))
    chart = ChartBox(500, 141, 300, 234, bars, 21, 40, "", "bars")
    first, second, before = chart_bars(chart)
    assert (first.x, first.y, first.h, first.stroke_width) == (500, 160, 40, 2)
    assert first.w == pytest.approx(300 * 4 / 21)
    assert (second.w, second.y, second.stroke_width) == (300, 238, 0)
    assert (before.w, before.y, before.h, before.fill) == (100, 282, 6, "ink-soft")


def test_rules_are_centred_on_the_lower_edges_of_rows() -> None:
    cell = TableCell(TextBox(0, 0, 1, 1, (), "cell"), "#FFFFFF")
    table = TableBox(
        56,
        108,
        (100.0, 200.0),
        (78.0, 57.0),
        ((cell, TableCell(cell.text)), (cell, cell)),
        (("", 0.0), ("sand", 1.5)),
        "table",
        steps=(0, 1),
    )
    grounds = list(table_grounds(table))
    assert [row for row, _ in grounds] == [0, 1, 1, 1]
    rule = grounds[-1][1]
    assert (rule.x, rule.y, rule.w, rule.h) == (56, 108 + 135 - 0.75, 300, 1.5)
    assert [row_step(table, row) for row in (0, 1, 2)] == [0, 1, 0]


def test_an_arrows_head_points_on_where_the_curve_ends() -> None:
    curve = (("M", (0.0, 0.0)), ("C", (0.0, 50.0, 50.0, 100.0, 100.0, 100.0)))
    tip, left, right = (
        points for _, points in arrow_head(PathBox(curve, stroke="coral", stroke_width=9))[:3]
    )
    assert tip == pytest.approx((120, 100))
    assert left == pytest.approx((92, 117))
    assert right == pytest.approx((92, 83))


def test_an_outline_is_the_boxs_edge() -> None:
    assert ends(outline(RectBox(1, 2, 3, 4))) == [(1, 2), (4, 2), (4, 6), (1, 6)]
    assert ends(outline(EllipseBox(0, 0, 4, 2)))[1:] == [(4, 1), (2, 2), (0, 1), (2, 0)]
    assert [letter for letter, _ in outline(RectBox(0, 0, 9, 9, radius=2))].count("C") == 4
