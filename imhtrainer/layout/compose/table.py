"""A comparison in a table: row heads at the left, one or more columns beside them."""

from dataclasses import replace

from imhtrainer.domain.deck import Paragraph, Table, Text
from imhtrainer.domain.errors import LayoutError
from imhtrainer.layout.compose.foot import drop, finish, foot, put_title, refuse_below
from imhtrainer.layout.compose.scene import Scene
from imhtrainer.layout.compose.setting import (
    Style,
    middle_top,
    paragraph,
    put,
    put_line,
    single,
)
from imhtrainer.layout.page import Box, Page, RectBox, TableBox, TableCell, TextBox
from imhtrainer.layout.text import Frame

TOP = 108.0
WIDTH = 848.0
HEADS_WIDTH = 128.0
HEAD_HEIGHT = 78.0
HEAD_HEIGHT_ONE_LINE = 60.0
ROW_HEIGHT = 57.0
MOST_ROWS = 5
INDENT = 20.0
HEADS_INDENT = 8.0
CLOSING = Style(28, 36)
AFTER_TABLE = 14.0
GAP = 3.0
HEAD = single(28, "paper", bold=True)
HEAD_NOTE = single(24, "paper")
CELL = single(26)
ROW_HEAD = single(26, "ink-soft", bold=True)
_HEAD_FILLS = ("lagoon", "plum")


def compose_table(scene: Scene) -> Page:
    """Title, table and one closing line; with build steps it comes row by row."""
    scene.allow(Table, Paragraph)
    tables = [block for block in scene.slide.blocks if isinstance(block, Table)]
    closings = [block for block in scene.slide.blocks if isinstance(block, Paragraph)]
    if len(tables) != 1:
        raise LayoutError("a table slide holds one table", scene.slide.line)
    title = put_title(scene)
    table = _table(scene, tables[0], TOP + drop(title))
    end = table.y + sum(table.rows)
    refuse_below(scene, end, "the table", tables[0].line)
    boxes: list[Box] = [title, table, *_gaps(table)]
    for closing in closings:
        frame = Frame(56, end + AFTER_TABLE, WIDTH, CLOSING.lead)
        refuse_below(scene, frame.y + frame.h, "the line under the table", closing.line)
        text = (paragraph(closing.text, CLOSING),)
        step = scene.slide.steps
        boxes.append(put(scene, frame, text, "closing", "closing", closing.line, step))
        end = frame.y + frame.h
    return finish(scene, "paper", (*boxes, *foot(scene)), steps=scene.slide.steps)


def _table(scene: Scene, table: Table, top: float) -> TableBox:
    if len(table.rows) > MOST_ROWS:
        raise LayoutError(
            f"the table has {len(table.rows)} rows, a slide holds {MOST_ROWS}; split the slide",
            table.line,
        )
    columns = _columns(len(table.header))
    two_lines = any("\n" in run.text for cell in table.header for run in cell)
    head = HEAD_HEIGHT if two_lines else HEAD_HEIGHT_ONE_LINE
    rows = (head, *(ROW_HEIGHT for _ in table.rows))
    box = TableBox(56, top, columns, rows, (), (), "table", role="table")
    cells = (
        _head_cells(scene, table, box),
        *(_row_cells(scene, table, box, number) for number in range(len(table.rows))),
    )
    last = len(table.rows) - 1
    rules = (("", 0.0), *(("ink-soft" if n == last else "sand", 1.5) for n in range(last + 1)))
    stepped = scene.slide.build == "steps"
    steps = (0, *range(1, last + 2)) if stepped else ()
    return replace(box, cells=cells, rules=rules, steps=steps)


def _columns(count: int) -> tuple[float, ...]:
    if count < 2:
        return (WIDTH,)
    share = (WIDTH - HEADS_WIDTH) / (count - 1)
    return (HEADS_WIDTH, *(share for _ in range(count - 1)))


def _head_cells(scene: Scene, table: Table, box: TableBox) -> tuple[TableCell, ...]:
    cells = []
    for column, text in enumerate(table.header):
        frame = _cell_frame(box, 0, column)
        name = f"head-{column + 1}"
        if column == 0:
            cells.append(TableCell(_middle(scene, frame, text, ROW_HEAD, name, table.line)))
            continue
        fill = _HEAD_FILLS[(column - 1) % len(_HEAD_FILLS)]
        cells.append(TableCell(_head(scene, frame, text, name, table.line), fill))
    return tuple(cells)


def _head(scene: Scene, frame: Frame, text: Text, name: str, line: int) -> TextBox:
    """One bold line, or two of which the second is regular."""
    first, second = _split(text)
    if not second:
        return _middle(scene, frame, first, HEAD, name, line)
    top = middle_top(23, 1, HEAD)
    gap = middle_top(57, 1, HEAD_NOTE) - top - HEAD.lead
    paragraphs = (paragraph(first, HEAD), paragraph(second, HEAD_NOTE, before=gap))
    room = Frame(frame.x, frame.y + top, frame.w, HEAD.lead + gap + HEAD_NOTE.lead)
    return put(scene, room, paragraphs, name, line=line)


def _row_cells(scene: Scene, table: Table, box: TableBox, row: int) -> tuple[TableCell, ...]:
    fill = "surface" if row % 2 else ""
    cells = []
    for column, text in enumerate(table.rows[row]):
        frame = _cell_frame(box, row + 1, column)
        style = CELL if column else ROW_HEAD
        name = f"cell-{row + 1}-{column + 1}"
        cells.append(TableCell(_middle(scene, frame, text, style, name, table.line), fill))
    return tuple(cells)


def _middle(scene: Scene, frame: Frame, text: Text, style: Style, name: str, line: int) -> TextBox:
    if not text:
        return TextBox(frame.x, frame.y, frame.w, frame.h, (), name)
    middle = frame.y + frame.h / 2
    return put_line(scene, frame.x, middle, frame.w, text, style, name, line=line)


def _cell_frame(box: TableBox, row: int, column: int) -> Frame:
    indent = INDENT if column else HEADS_INDENT
    x = box.x + sum(box.columns[:column])
    y = box.y + sum(box.rows[:row])
    return Frame(x + indent, y, box.columns[column] - indent - HEADS_INDENT, box.rows[row])


def _gaps(table: TableBox) -> list[RectBox]:
    """Paper between two filled heads."""
    ends = (
        table.x + sum(table.columns[: column + 1]) for column in range(1, len(table.columns) - 1)
    )
    return [
        RectBox(end - GAP, table.y, GAP, table.rows[0], "paper", name="table-gap") for end in ends
    ]


def _split(text: Text) -> tuple[Text, Text]:
    """The text before and after its first hard break."""
    for number, run in enumerate(text):
        if "\n" in run.text:
            before, after = run.text.split("\n", 1)
            head = (*text[:number], replace(run, text=before.rstrip()))
            return head, (replace(run, text=after.lstrip()), *text[number + 1 :])
    return text, ()
