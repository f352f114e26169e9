"""Workbooks in the format of Excel 97, for who takes nothing newer."""

from collections.abc import Sequence
from datetime import date
from typing import BinaryIO

import xlwt

Cell = str | int | float | date


def write_old_workbook(out: BinaryIO, title: str, rows: Sequence[Sequence[Cell]]) -> None:
    """Write rows to one sheet; texts stay texts, whatever they begin with, and days are Excel's dates."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet(title)
    days = xlwt.easyxf(num_format_str="M/D/YYYY")
    for number, row in enumerate(rows):
        for place, value in enumerate(row):
            if isinstance(value, date):
                sheet.write(number, place, value, days)
            elif value != "":
                sheet.write(number, place, value)
    book.save(out)
