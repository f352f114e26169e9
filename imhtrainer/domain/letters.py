"""Typed and pasted text as files can hold it."""

import unicodedata
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Facts = TypeVar("Facts", bound="DataclassInstance")


def printable(text: str) -> str:
    """Text without what XML 1.0, and so PowerPoint and Excel, cannot hold: controls and halves of letters."""
    return "".join(letter for letter in text if letter == "\n" or _can_be_written(letter))


def printable_facts(facts: Facts) -> Facts:
    """A record whose texts are all printable, also those of records and lists within it."""
    values = ((part.name, getattr(facts, part.name)) for part in fields(facts))
    return replace(facts, **{name: _printable_value(value) for name, value in values})


def _printable_value(value: object) -> object:
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, tuple):
        return tuple(_printable_value(part) for part in value)
    return printable_facts(value) if is_dataclass(value) and not isinstance(value, type) else value


def fold_word(word: str) -> str:
    """A written word for comparing: case, accents of compatibility and spaces do not matter."""
    return " ".join(unicodedata.normalize("NFKC", word).casefold().split())


def _can_be_written(letter: str) -> bool:
    return unicodedata.category(letter) not in ("Cc", "Cs") and letter not in "\ufffe\uffff"
