"""Excel workbooks: reading a roster, writing a table; only this module knows openpyxl."""

import io
import warnings
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from itertools import islice
from typing import Any, BinaryIO
from xml.etree.ElementTree import ParseError

from openpyxl import Workbook as Book
from openpyxl import load_workbook
from openpyxl.styles import Font
from openpyxl.utils.exceptions import InvalidFileException

from imhtrainer.domain.errors import RosterError
from imhtrainer.store.rosters import MOST_COLUMNS, MOST_ROWS, Workbook

LARGEST_UNPACKED = 300_000_000
"""Bytes a workbook may have once unpacked; more is a trap, not a roster."""


def read_workbook(content: bytes, name: str, sheet: str | None) -> Workbook:
    """One visible sheet of a workbook (the first with anything in it, or the named one) as text."""
    try:
        _check_size(content, name)
        with warnings.catch_warnings():
            # openpyxl warns of charts, styles and validations it leaves out; a roster needs none of them.
            warnings.simplefilter("ignore")
            return _read_sheet(content, name, sheet)
    except (
        zipfile.BadZipFile,
        InvalidFileException,
        KeyError,
        ValueError,
        OSError,
        ParseError,
    ) as error:
        raise RosterError(
            f"{name} is no readable Excel workbook ({error}). Save it again as .xlsx or as CSV."
        ) from error


def write_workbook(out: BinaryIO, title: str, rows: Sequence[Sequence[str | int | float]]) -> None:
    """A workbook of one sheet; the first row is the header, and text stays text whatever it begins with."""
    book = Book(write_only=False)
    sheet = book.active
    assert sheet is not None
    sheet.title = title[:31]
    for number, row in enumerate(rows, start=1):
        for place, value in enumerate(row, start=1):
            cell = sheet.cell(number, place, value)
            if isinstance(value, str):
                cell.data_type = "s"
            if number == 1:
                cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    book.save(out)


def _check_size(content: bytes, name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        if sum(part.file_size for part in packed.infolist()) > LARGEST_UNPACKED:
            raise RosterError(f"{name} unpacks to more than 300 MB. Keep the list of people only.")


def _read_sheet(content: bytes, name: str, wanted: str | None) -> Workbook:
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    try:
        visible = tuple(s.title for s in book.worksheets if s.sheet_state == "visible")
        if wanted is not None and wanted not in visible:
            raise RosterError(f"{name} has no sheet “{wanted}”. It has: {', '.join(visible)}.")
        for title in (wanted,) if wanted else visible:
            cells = _cells(book[title])
            if any(any(row) for row in cells):
                return Workbook(visible, title, cells)
        raise RosterError(f"{name} holds no names. Put one person on each row and try again.")
    finally:
        book.close()


def _cells(sheet: Any) -> tuple[tuple[str, ...], ...]:
    sheet.reset_dimensions()
    rows = sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True)
    return tuple(tuple(_text(value) for value in row) for row in islice(rows, MOST_ROWS + 2))


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case datetime() if value.time() == datetime.min.time():
            return value.date().isoformat()
        case datetime() | date():
            return value.isoformat()
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value)
