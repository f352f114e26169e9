"""Attendance as a file that Excel and every other table program opens."""

import csv
import io
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from pkgutil import resolve_name
from typing import BinaryIO, Literal, cast

from imhtrainer.domain.session import SessionState
from imhtrainer.services.records import attendance_rows
from imhtrainer.store.files import replace_file

Rows = Sequence[Sequence[str | int | float]]

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def write_attendance(
    kind: Literal["csv", "xlsx"], state: SessionState, now: datetime, out: Path
) -> None:
    """Write who came, how long, and who completed; raises StoreError where that fails."""
    rows = attendance_rows(state, now)
    if kind == "csv":
        replace_file(out, lambda stream: _write_csv(stream, rows))
        return
    write_workbook = cast(
        Callable[[BinaryIO, str, Rows], None],
        resolve_name("imhtrainer.store.workbooks:write_workbook"),
    )
    replace_file(out, lambda stream: write_workbook(stream, "Attendance", rows))


def _write_csv(stream: BinaryIO, rows: Rows) -> None:
    """UTF-8 with a mark, for Excel; a cell that would be taken for a formula gets an apostrophe (OWASP)."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([_inert(cell) for cell in row] for row in rows)
    stream.write(text.getvalue().encode("utf-8-sig"))


def _inert(cell: str | int | float) -> str | int | float:
    risky = isinstance(cell, str) and cell.startswith(_FORMULA_SIGNS)
    return f"'{cell}" if risky else cell
