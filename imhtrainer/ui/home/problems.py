"""The check of a training for its card."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from imhtrainer.services.checking import check_deck

if TYPE_CHECKING:
    from imhtrainer.decks.problem import Problem
    from imhtrainer.layout.kit import Kit


def problems_of(folder: Path, kit: Kit) -> tuple[Problem, ...]:
    """Everything that must be mended before the training can be given."""
    return tuple(check_deck(folder, kit))
