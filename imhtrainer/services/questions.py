"""A deck's questions to other programs' files and back."""

import csv
import io
import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from pkgutil import resolve_name
from typing import BinaryIO, cast

from imhtrainer.decks.interchange.aiken import read_aiken
from imhtrainer.decks.interchange.gift_reader import read_gift
from imhtrainer.decks.interchange.gift_writer import write_gift
from imhtrainer.decks.interchange.item import Item, Reading, items_of
from imhtrainer.decks.interchange.markup import insert_items
from imhtrainer.decks.interchange.rows import read_rows, write_rows
from imhtrainer.decks.source import find_source
from imhtrainer.domain.deck import Deck
from imhtrainer.domain.errors import DeckError
from imhtrainer.services.tables import without_guard, write_table
from imhtrainer.store.charsets import guess_encoding
from imhtrainer.store.faults import store_error
from imhtrainer.store.files import replace_file
from imhtrainer.store.rosters import Workbook

LARGEST = 5_000_000
"""Bytes a file of questions may have."""

_AIKEN_ANSWER = re.compile(r"^\s*ANSWER\s*:", re.IGNORECASE | re.MULTILINE)
_EXCEL_SEPARATOR = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
"""A first line that tells Excel how cells are parted; Excel hides it and counts from the next."""
_TEXTS = (".gift", ".txt")
_TABLES = (".csv", ".tsv")


def export_questions(deck: Deck, out: Path) -> int:
    """Write a deck's questions as GIFT, CSV or XLSX, by the file's ending, and return how many.

    Raises ``DeckError`` for another ending or a deck without questions, ``StoreError`` for the disk.
    """
    items = items_of(deck)
    if not items:
        raise DeckError("This deck asks nothing, so there are no questions to export.")
    match out.suffix.lower():
        case ".gift" | ".txt":
            gift = write_gift(items, deck.title).encode()
            replace_file(out, partial(_write, gift))
        case ".csv":
            write_table("csv", "Questions", write_rows(items), out)
        case ".xlsx":
            write_table("xlsx", "Questions", write_rows(items), out)
        case ending:
            raise DeckError(f"“{ending}” is no format of questions. Use .gift, .csv or .xlsx.")
    return len(items)


def read_questions(path: Path) -> Reading:
    """The questions in a GIFT, Aiken, CSV or XLSX file, with what had to be left out, by line.

    Raises ``DeckError`` for a file that is none of them, ``StoreError`` where it cannot be read.
    """
    content = _read(path)
    ending = path.suffix.lower()
    if content.startswith(b"PK\x03\x04"):
        return read_rows(_sheet(content, path.name), path.name)
    if ending not in (*_TEXTS, *_TABLES):
        raise DeckError(
            f"{path.name} is no file of questions. Use GIFT, Aiken (.txt), CSV or XLSX."
        )
    text = content.decode(guess_encoding(content), "replace").removeprefix("\ufeff")
    if ending in _TABLES:
        return read_rows(_table(text), path.name)
    return (read_aiken if _is_aiken(text) else read_gift)(text, path.name)


def add_questions(items: Sequence[Item], deck_path: Path, section: str = "") -> int:
    """Put questions at the end of a section of a deck's text, every other line as it was; returns how many.

    ``section`` is an id or a title; empty is the last one. Raises ``DeckError``, ``StoreError``.
    """
    file = find_source(deck_path)
    text = _read(file).decode("utf-8")
    changed = insert_items(text, items, section, str(file))
    replace_file(file, partial(_write, changed.encode()))
    return len(items)


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise DeckError(f"{path.name} is larger than 5 MB. Divide it and try again.")
        return path.read_bytes()
    except OSError as error:
        raise store_error("read", path, error) from error


def _write(content: bytes, out: BinaryIO) -> None:
    out.write(content)


def _is_aiken(text: str) -> bool:
    """Aiken has ANSWER lines and no braces that hold answers."""
    return bool(_AIKEN_ANSWER.search(text)) and "::" not in text and "{" not in text


def _table(text: str) -> list[list[str]]:
    told = _EXCEL_SEPARATOR.match(text)
    text = text[told.end() :] if told else text
    head = text.split("\n", 1)[0]
    separator = told[1] if told else max(",;\t|", key=head.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    return [[without_guard(cell) for cell in row] for row in rows]


def _sheet(content: bytes, name: str) -> Sequence[Sequence[str]]:
    read = cast(
        Callable[[bytes, str, str | None], Workbook],
        resolve_name("imhtrainer.store.workbooks:read_workbook"),
    )
    return read(content, name, None).cells
