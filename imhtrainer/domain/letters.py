"""Typed and pasted text as files can hold it."""

import unicodedata
from dataclasses import fields, replace
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Facts = TypeVar("Facts", bound="DataclassInstance")


def printable(text: str) -> str:
    """Text without what XML 1.0, and so PowerPoint and Excel, cannot hold: controls and halves of letters."""
    return "".join(letter for letter in text if letter == "\n" or _can_be_written(letter))


def printable_facts(facts: Facts) -> Facts:
    """A record whose texts are all printable."""
    values = ((part.name, getattr(facts, part.name)) for part in fields(facts))
    return replace(facts, **{name: printable(v) for name, v in values if isinstance(v, str)})


def _can_be_written(letter: str) -> bool:
    return unicodedata.category(letter) not in ("Cc", "Cs") and letter not in "\ufffe\uffff"
