"""Rosters as people have them: CSV, TSV, TXT, XLSX, or pasted from a table."""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from pkgutil import resolve_name
from typing import cast

from imhtrainer.domain.errors import RosterError
from imhtrainer.domain.roster_import import is_heading
from imhtrainer.store.faults import store_error

LARGEST_FILE = 20_000_000
"""Bytes a roster file may have."""

MOST_ROWS = 20_000
MOST_COLUMNS = 60
LONGEST_CELL = 2_000

_SEPARATORS = ",;\t|"
_NOTHING = "\x1f"
"""A sign no list holds: every line is one cell."""

_ZIP, _OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"

_TITLES = 8
"""Rows that may stand above the headings in a list some other program exported."""

_LOOKED_AT = 50

Cells = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class RosterTable:
    """A table of text; ``headers`` are made up (“Column 1”) where the file has none.

    ``encoding`` is empty for a workbook, ``sheets`` empty for a text file. Blank rows are left out.
    """

    name: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    encoding: str = ""
    sheets: tuple[str, ...] = ()
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Workbook:
    """One sheet's cells as text, and the names of all sheets."""

    sheets: tuple[str, ...]
    sheet: str
    cells: tuple[tuple[str, ...], ...]


def read_roster_file(
    path: Path, encoding: str | None = None, sheet: str | None = None
) -> RosterTable:
    """The table in a file; raises RosterError where it is none, StoreError where it cannot be read."""
    content = _read(path)
    if content.startswith(_ZIP):
        return _from_workbook(path, content, sheet)
    if content.startswith(_OLD_OFFICE):
        raise RosterError(
            f"{path.name} is an old or protected Excel file. "
            "Open it in Excel and save it as “Excel Workbook (.xlsx)” without a password, or as CSV."
        )
    text, used = _decode(content, encoding, path.name)
    return _make_table(path.name, _split(text, path.name), used)


def read_pasted(text: str) -> RosterTable:
    """The table in pasted text: cells of a spreadsheet, or one person a line."""
    return _make_table("Pasted list", _split(text, "The pasted list"))


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise RosterError(
                f"{path.name} is larger than 20 MB. Keep the columns with names and e-mails only."
            )
        return path.read_bytes()
    except OSError as error:
        raise store_error("read", path, error) from error


def _decode(content: bytes, encoding: str | None, name: str) -> tuple[str, str]:
    guess = cast(Callable[[bytes], str], resolve_name("imhtrainer.store.charsets:guess_encoding"))
    chosen = encoding or guess(content)
    try:
        text = content.decode(chosen)
    except (UnicodeError, LookupError) as error:
        what = f"not text in {encoding}" if encoding else "no text table"
        raise RosterError(
            f"{name} is {what}. Choose another encoding, or save the list as CSV UTF-8 or XLSX."
        ) from error
    if "\x00" in text:
        raise RosterError(f"{name} is no text table. Save the list as CSV or XLSX.")
    return text.removeprefix("\ufeff"), chosen


def _split(text: str, name: str) -> Cells:
    lines = [line for line in text.splitlines() if line.strip()][:_LOOKED_AT]
    separator = max(_SEPARATORS, key=lambda sign: _evenness(lines, sign))
    if _evenness(lines, separator) <= 0:
        separator = _NOTHING
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error as error:
        raise RosterError(
            f"{name} cannot be read as a table ({error}). Save it as CSV again."
        ) from error
    _check_quotes(rows, name)
    return rows


def _evenness(lines: Sequence[str], separator: str) -> float:
    """How much a sign looks like the one between cells: more than one cell, the same number in each row."""
    rows = list(csv.reader(lines, delimiter=separator))
    widths = [len(row) for row in rows[_first_row(rows) :]]
    if not widths or widths[0] < 2:
        return 0.0
    same = sum(width == widths[0] for width in widths) / len(widths)
    return same * 100 + min(widths[0], 99) / 100


def _first_row(rows: Cells) -> int:
    """Where the table begins: at a row of headings that stands a little below titles, else at the top."""
    heads = (place for place, row in enumerate(rows[:_TITLES]) if len(row) > 1 and is_heading(row))
    return next(heads, 0)


def _check_quotes(rows: Cells, name: str) -> None:
    for number, row in enumerate(rows, start=1):
        if any(len(cell) > LONGEST_CELL and "\n" in cell for cell in row):
            raise RosterError(
                f"{name}, row {number}: a quotation mark is opened and never closed. Close or remove it."
            )


def _filled_width(row: Sequence[str]) -> int:
    return max(place for place, cell in enumerate(row, start=1) if cell.strip())


def _from_workbook(path: Path, content: bytes, sheet: str | None) -> RosterTable:
    read = cast(
        Callable[[bytes, str, str | None], Workbook],
        resolve_name("imhtrainer.store.workbooks:read_workbook"),
    )
    book = read(content, path.name, sheet)
    return _make_table(path.name, book.cells, sheets=book.sheets, sheet=book.sheet)


def _make_table(
    name: str, cells: Cells, encoding: str = "", sheets: tuple[str, ...] = (), sheet: str = ""
) -> RosterTable:
    filled = [row for row in cells if any(cell.strip() for cell in row)]
    if not filled:
        raise RosterError(f"{name} holds no names. Put one person on each line and try again.")
    if len(filled) > MOST_ROWS:
        raise RosterError(
            f"{name} has {len(filled):,} rows; a roster has {MOST_ROWS:,} at most. Split the list."
        )
    width = min(max(_filled_width(row) for row in filled), MOST_COLUMNS)
    padded = [(*map(str.strip, row), *("",) * width)[:width] for row in filled]
    padded = padded[_first_row(padded) :]
    headed = is_heading(padded[0])
    headers = padded[0] if headed else tuple(f"Column {n}" for n in range(1, width + 1))
    rows = tuple(padded[1:] if headed else padded)
    return RosterTable(name, headers, rows, encoding, sheets, sheet)
