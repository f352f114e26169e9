"""Tables as files that Excel and every other table program opens."""

import csv
import io
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from pkgutil import resolve_name
from typing import BinaryIO, Literal, cast

from imhtrainer.store.files import replace_file

Cell = str | int | float | date
Rows = Sequence[Sequence[Cell]]
TableKind = Literal["csv", "xlsx", "xls"]

_WRITERS = {
    "xlsx": "imhtrainer.store.workbooks:write_workbook",
    "xls": "imhtrainer.store.old_workbooks:write_old_workbook",
}

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def write_table(kind: TableKind, title: str, rows: Rows, out: Path) -> None:
    """Write rows, the heading first; raises StoreError where that fails. ``title`` names a workbook's sheet."""
    if kind == "csv":
        replace_file(out, lambda stream: _write_csv(stream, rows))
        return
    write_workbook = cast(
        Callable[[BinaryIO, str, Rows], None],
        resolve_name(_WRITERS[kind]),
    )
    replace_file(out, lambda stream: write_workbook(stream, title, rows))


def without_guard(cell: str) -> str:
    """A cell that was read, without the apostrophe that kept it from being taken for a formula."""
    return cell[1:] if cell.startswith("'") and _is_risky(cell) else cell


def _write_csv(stream: BinaryIO, rows: Rows) -> None:
    """UTF-8 with a mark, for Excel; a cell that would be taken for a formula gets an apostrophe (OWASP)."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([_inert(cell) for cell in row] for row in rows)
    stream.write(text.getvalue().encode("utf-8-sig"))


def _inert(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and _is_risky(cell) else cell


def _is_risky(cell: str) -> bool:
    """Whether it begins like a formula, or like one behind an apostrophe, which must not be lost in reading."""
    return cell.lstrip("'").startswith(_FORMULA_SIGNS)
