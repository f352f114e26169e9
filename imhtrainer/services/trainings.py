"""The trainings a facilitator can choose from: those that come with the program and those added."""

from collections.abc import Sequence
from pathlib import Path

from imhtrainer.decks.library import DeckSummary, summarise
from imhtrainer.decks.parser import read_deck
from imhtrainer.decks.source import DECK_FILE
from imhtrainer.domain.deck import Deck
from imhtrainer.domain.errors import DeckError


class TrainingLibrary:
    """Trainings in the folder ``built_in``, and the ``added`` folders, each of one training."""

    def __init__(self, built_in: Path, added: Sequence[Path] = ()) -> None:
        self.built_in = built_in
        self.added = tuple(added)

    def list(self) -> tuple[DeckSummary, ...]:
        """A glance at every training, those that come with the program first."""
        return tuple(summarise(folder) for folder in self.folders())

    def folders(self) -> tuple[Path, ...]:
        """The folders of all trainings, in the order of ``list``."""
        return (*self._built_in_folders(), *self.added)

    def load(self, folder: Path) -> Deck:
        """The deck in a folder; raises DeckError with every problem that prevents its use.

        Where a training that comes along lies elsewhere since the program was installed anew, it is found there.
        """
        return read_deck(folder if folder.exists() else self._moved(folder))

    def find(self, name: str) -> Path:
        """The deck file or folder that ``name`` means: a path, or the name of a training that comes along."""
        path = Path(name)
        if path.exists():
            return path
        folders = self._built_in_folders()
        for folder in folders:
            if folder.name == name:
                return folder
        known = ", ".join(folder.name for folder in folders)
        raise DeckError(
            f"There is no deck “{name}”. Give a deck.md, its folder, or a built-in training: {known}."
        )

    def _moved(self, folder: Path) -> Path:
        same = (known for known in self._built_in_folders() if known.name == folder.name)
        return next(same, folder)

    def _built_in_folders(self) -> tuple[Path, ...]:
        if not self.built_in.is_dir():
            return ()
        return tuple(sorted(p.parent for p in self.built_in.glob(f"*/{DECK_FILE}")))
