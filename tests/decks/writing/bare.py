"""Decks without their line numbers, to be compared."""

from dataclasses import fields, is_dataclass


def bare(value: object) -> object:
    """The value without lines and digests, in plain tuples."""
    if is_dataclass(value):
        kept = (field.name for field in fields(value) if field.name not in ("line", "digest"))
        return (type(value).__name__, *(bare(getattr(value, name)) for name in kept))
    return tuple(map(bare, value)) if isinstance(value, tuple) else value
