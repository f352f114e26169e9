"""Tables and bars stay tables and charts that can be edited in PowerPoint."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openxml_audit import validate_pptx

from imhtrainer.layout.page import Bar, ChartBox, Page, TableBox, TableCell, TextBox

Words = Callable[..., TextBox]
MakePage = Callable[..., Page]
Opened = Callable[..., Any]

COLUMNS, ROWS = (128.0, 360.0), (60.0, 57.0)
BARS = (
    Bar("A  Harm", 4, "sand", "ink-soft", first=9),
    Bar("B  Repair", 14, "leaf", first=8),
    Bar("C  A sign", 0, "sand", "ink-soft", first=1),
)


@pytest.fixture
def table(words: Words) -> TableBox:
    def cell(text: str, x: float, y: float, fill: str = "") -> TableCell:
        return TableCell(words(text, x=x + 20, y=y + 12, w=320 if x > 56 else 100, h=34), fill)

    return TableBox(
        56,
        108,
        COLUMNS,
        ROWS,
        (
            (cell("", 56, 108), cell("You may hear", 184, 108, "lagoon")),
            (cell("Care", 56, 168), cell("Too much", 184, 168)),
        ),
        (("", 0.0), ("ink-soft", 1.5)),
        "table",
        role="table",
    )


def chart(bars: tuple[Bar, ...] = BARS) -> ChartBox:
    return ChartBox(500, 141, 300, 234, bars, 18, 40, "A 4 of 18, B 14 of 18, C none", "answers")


def test_a_table_has_a_head_row_fills_and_rules(
    page: MakePage, opened: Opened, table: TableBox
) -> None:
    shape = opened(page(table, layout="table")).slides[0].shapes[1]
    assert shape.is_placeholder
    native = shape.table
    assert native.first_row
    assert [cell.text for row in native.rows for cell in row.cells] == [
        "",
        "You may hear",
        "Care",
        "Too much",
    ]
    assert [round(column.width.pt) for column in native.columns] == [128, 360]
    assert [round(row.height.pt) for row in native.rows] == [60, 57]
    assert native.cell(0, 1).fill.fore_color.theme_color.name == "TEXT_2"
    assert native.cell(0, 1).margin_left.pt == 20
    rules = [cell._tc.tcPr.find(".//{*}lnB").get("w") for cell in native.rows[1].cells]
    assert rules == ["19050", "19050"]


def test_bars_are_a_native_chart_with_its_figures(page: MakePage, opened: Opened) -> None:
    shape = opened(page(chart(), layout="answer")).slides[0].shapes[1]
    assert shape._element.nvGraphicFramePr.cNvPr.get("descr") == "A 4 of 18, B 14 of 18, C none"
    plot = shape.chart.plots[0]
    assert list(plot.categories) == ["A  Harm", "B  Repair", "C  A sign"]
    assert list(plot.series[0].values) == [4, 14, 0]
    assert plot.gap_width == 95
    assert shape.chart.value_axis.maximum_scale == 18
    assert plot.series[0].points[1].format.fill.fore_color.theme_color.name == "ACCENT_4"
    book = openpyxl.load_workbook(BytesIO(shape.chart.part.chart_workbook.xlsx_part.blob))
    assert list(book["Sheet1"].values) == [
        (None, "Answers", "First vote"),
        ("A  Harm", 4, 9),
        ("B  Repair", 14, 8),
        ("C  A sign", 0, 1),
    ]


def test_axes_are_hidden_and_have_ids_of_their_own(page: MakePage, opened: Opened) -> None:
    space = opened(page(chart())).slides[0].shapes[1].chart._chartSpace
    assert [found.get("val") for found in space.iter("{*}delete")] == ["1", "1"]
    ids = [int(found.get("val")) for found in space.iter("{*}axId")]
    assert len(set(ids)) == 2
    assert min(ids) > 0


def test_first_votes_are_thin_lines_under_the_bars(page: MakePage, opened: Opened) -> None:
    shapes = list(opened(page(chart())).slides[0].shapes)
    lines = [shape for shape in shapes if shape.name.startswith("first vote")]
    assert [round(line.width.pt) for line in lines] == [150, 133, 17]
    assert {line.height.pt for line in lines} == {6}
    plain = chart(tuple(Bar(bar.label, bar.value, bar.fill) for bar in BARS))
    assert len(opened(page(plain)).slides[0].shapes) == 2


def test_the_validator_finds_nothing_in_tables_and_charts(
    page: MakePage, written: Callable[..., bytes], table: TableBox, tmp_path: Path
) -> None:
    out = tmp_path / "deck.pptx"
    pages = page(table, layout="table"), page(chart(), title="A"), page(chart(), title="B")
    out.write_bytes(written(*pages))
    assert [str(error) for error in validate_pptx(out).errors] == []
    assert written(*pages) == out.read_bytes()
