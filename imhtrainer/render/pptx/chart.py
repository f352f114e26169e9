"""Bars as a native, editable chart with its workbook, drawn without axes exactly over its box."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from io import BytesIO

from xlsxwriter import Workbook

from imhtrainer.layout.geometry import BAR_EDGE
from imhtrainer.layout.page import Bar, ChartBox
from imhtrainer.render.pptx.colors import Colors
from imhtrainer.render.pptx.markup import document, emu, tag, words
from imhtrainer.render.pptx.parts import CT, RT, Part, slide_part

_NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_CATEGORY_AXIS, _VALUE_AXIS = 111_111_111, 222_222_222
_SERIES_NAME = "Answers"
_FIRST_VOTE_NAME = "First vote"
_WORKBOOK_DATE = datetime(2000, 1, 1)  # fixed, so that the same chart gives the same bytes


def chart_part(box: ChartBox, colors: Colors, number: int) -> Part:
    """The ``number``-th chart part of a package, with the workbook that PowerPoint edits it in."""
    sheet = f"ppt/embeddings/Microsoft_Excel_Sheet{number}.xlsx"
    workbook = Part(sheet, CT.WORKBOOK, workbook_bytes(box.bars))
    part = slide_part(f"charts/chart{number}", CT.CHART)
    part.blob = chart_xml(box, colors, part.relate_to(workbook, RT.PACKAGE))
    return part


def workbook_bytes(bars: Sequence[Bar]) -> bytes:
    """The figures behind the bars as an Excel workbook."""
    out = BytesIO()
    with Workbook(out, {"in_memory": True}) as workbook:
        workbook.set_properties({"created": _WORKBOOK_DATE})
        sheet = workbook.add_worksheet("Sheet1")
        sheet.write_column(1, 0, [bar.label for bar in bars])
        sheet.write_column(0, 1, [_SERIES_NAME, *(bar.value for bar in bars)])
        if any(bar.first is not None for bar in bars):
            sheet.write_column(0, 2, [_FIRST_VOTE_NAME, *(bar.first or 0 for bar in bars)])
    return out.getvalue()


def chart_xml(box: ChartBox, colors: Colors, workbook_relation: str) -> bytes:
    """The chart part's markup."""
    plot = tag(
        "c:plotArea",
        {},
        _whole_frame(),
        _bars(box, colors),
        *_axes(box),
        tag("c:spPr", {}, tag("a:noFill"), tag("a:ln", {}, tag("a:noFill"))),
    )
    chart = tag(
        "c:chart",
        {},
        _value("c:autoTitleDeleted", 1),
        plot,
        _value("c:plotVisOnly", 1),
        _value("c:dispBlanksAs", "gap"),
    )
    return document(
        "c:chartSpace",
        {"xmlns:c": _NAMESPACE},
        _value("c:date1904", 0),
        _value("c:roundedCorners", 0),
        chart,
        tag("c:spPr", {}, tag("a:noFill"), tag("a:ln", {}, tag("a:noFill"))),
        tag("c:externalData", {"r:id": workbook_relation}, _value("c:autoUpdate", 0)),
    )


def _value(name: str, value: str | int) -> str:
    return tag(name, {"val": value})


def _whole_frame() -> str:
    """The plot fills its frame: bars stand where the page has them."""
    return tag(
        "c:layout",
        {},
        tag(
            "c:manualLayout",
            {},
            _value("c:layoutTarget", "inner"),
            _value("c:xMode", "edge"),
            _value("c:yMode", "edge"),
            _value("c:x", 0),
            _value("c:y", 0),
            _value("c:w", 1),
            _value("c:h", 1),
        ),
    )


def _bars(box: ChartBox, colors: Colors) -> str:
    row = box.h / len(box.bars)
    return tag(
        "c:barChart",
        {},
        _value("c:barDir", "bar"),
        _value("c:grouping", "clustered"),
        _value("c:varyColors", 0),
        _series(box.bars, colors),
        _value("c:gapWidth", min(round((row / box.bar_height - 1) * 100), 500)),
        _value("c:axId", _CATEGORY_AXIS),
        _value("c:axId", _VALUE_AXIS),
    )


def _series(bars: Sequence[Bar], colors: Colors) -> str:
    last = len(bars) + 1
    labels = [bar.label for bar in bars]
    values = [str(bar.value) for bar in bars]
    return tag(
        "c:ser",
        {},
        _value("c:idx", 0),
        _value("c:order", 0),
        tag("c:tx", {}, _text_reference("Sheet1!$B$1", [_SERIES_NAME])),
        _paint(bars[0], colors),
        _value("c:invertIfNegative", 0),
        *_points(bars, colors),
        tag("c:cat", {}, _text_reference(f"Sheet1!$A$2:$A${last}", labels)),
        tag("c:val", {}, _number_reference(f"Sheet1!$B$2:$B${last}", values)),
    )


def _points(bars: Sequence[Bar], colors: Colors) -> Iterator[str]:
    for index, bar in enumerate(bars):
        yield tag(
            "c:dPt",
            {},
            _value("c:idx", index),
            _value("c:invertIfNegative", 0),
            _value("c:bubble3D", 0),
            _paint(bar, colors),
        )


def _paint(bar: Bar, colors: Colors) -> str:
    """A bar of nobody is not drawn, not even its edge."""
    if bar.stroke and bar.value:
        corners = tag("a:miter", {"lim": 800_000})
        line = tag("a:ln", {"w": emu(BAR_EDGE)}, colors.fill(bar.stroke), corners)
    else:
        line = tag("a:ln", {}, tag("a:noFill"))
    return tag("c:spPr", {}, colors.fill(bar.fill), line)


def _text_reference(cells: str, texts: Sequence[str]) -> str:
    cache = tag("c:strCache", {}, _value("c:ptCount", len(texts)), *_cached(texts))
    return tag("c:strRef", {}, words("c:f", cells), cache)


def _number_reference(cells: str, numbers: Sequence[str]) -> str:
    form = words("c:formatCode", "General")
    cache = tag("c:numCache", {}, form, _value("c:ptCount", len(numbers)), *_cached(numbers))
    return tag("c:numRef", {}, words("c:f", cells), cache)


def _cached(texts: Sequence[str]) -> Iterator[str]:
    for index, text in enumerate(texts):
        yield tag("c:pt", {"idx": index}, words("c:v", text))


def _axes(box: ChartBox) -> Iterator[str]:
    """Hidden axes: rows from the top down, and a scale from nobody to everybody."""
    upwards = _value("c:orientation", "maxMin")
    yield tag(
        "c:catAx",
        {},
        _value("c:axId", _CATEGORY_AXIS),
        tag("c:scaling", {}, upwards),
        _value("c:delete", 1),
        _value("c:axPos", "l"),
        _value("c:majorTickMark", "none"),
        _value("c:minorTickMark", "none"),
        _value("c:tickLblPos", "nextTo"),
        _value("c:crossAx", _VALUE_AXIS),
        _value("c:crosses", "autoZero"),
    )
    yield tag(
        "c:valAx",
        {},
        _value("c:axId", _VALUE_AXIS),
        tag(
            "c:scaling",
            {},
            _value("c:orientation", "minMax"),
            _value("c:max", max(box.maximum, 1)),
            _value("c:min", 0),
        ),
        _value("c:delete", 1),
        _value("c:axPos", "t"),
        _value("c:majorTickMark", "none"),
        _value("c:minorTickMark", "none"),
        _value("c:tickLblPos", "nextTo"),
        _value("c:crossAx", _CATEGORY_AXIS),
        _value("c:crosses", "autoZero"),
    )
