"""What an import came to, and where a new training goes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from imhtrainer.store.files import safe_name

if TYPE_CHECKING:
    from imhtrainer.services.importing import Review
    from imhtrainer.ui.services import Services


@dataclass(frozen=True, slots=True)
class Outcome:
    """A sentence, and the training's folder; ``added`` is true for a new one, ``written`` is what can be undone."""

    words: str
    folder: Path
    added: bool
    written: Review | None = None


def free_folder(parent: Path, name: str) -> Path:
    """A folder that does not exist yet, called after a file."""
    base = safe_name(name)
    folder, number = parent / base, 2
    while folder.exists():
        folder = parent / f"{base} {number}"
        number += 1
    return folder


def all_folders(services: Services) -> tuple[Path, ...]:
    """The folders of every training that Home shows."""
    added = (Path(folder) for folder in services.settings.now.added_trainings)
    return (*services.trainings.folders(), *added)
