"""What a file of questions would add to a training, before anything is written."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import shorten

from imhtrainer.decks.frontmatter import read_front_matter
from imhtrainer.decks.interchange.item import Item, Reading, explained, same_words
from imhtrainer.decks.interchange.markup import insert_items
from imhtrainer.decks.parser import parse, read_deck
from imhtrainer.decks.problem import Findings
from imhtrainer.decks.source import find_source
from imhtrainer.domain.deck import Deck
from imhtrainer.domain.errors import DeckError, LayoutError
from imhtrainer.layout.kit import Kit
from imhtrainer.services.import_preview import pages_of
from imhtrainer.services.importing import Review, read_source

_SHOWN = 70
"""Letters of a question in a remark about it."""

Progress = Callable[[int, int], None]


@dataclass(slots=True)
class _Sorting:
    """Which of a file's questions fit the training, and a sentence for each that does not."""

    deck: Deck
    head: str
    kit: Kit
    fitting: list[Item] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def sort(self, item: Item) -> None:
        """Keep the item, or say why not."""
        whole = explained(item)
        reason = self._asked_already(item) or self._fault(whole)
        if reason:
            self.remarks.append(f"{_quoted(item)}: {reason}")
            return
        self.fitting.append(whole)
        if whole != item:
            self.remarks.append(
                f"{_quoted(item)}: the file does not say why. The right answer stands there until you do."
            )

    def _asked_already(self, item: Item) -> str:
        numbers = (
            n
            for n, s in zip(self.deck.numbers, self.deck.slides, strict=True)
            if same_words(item, s)
        )
        number = next(numbers, None)
        return "" if number is None else f"slide {number} asks this already."

    def _fault(self, item: Item) -> str:
        """What would be wrong with the item's slide, tried in a training that holds nothing else."""
        text = insert_items(f"{self.head}# Questions\n", [item], "", "")
        tried, problems = parse(text, Path(self.deck.folder), "")
        first = self.head.count("\n") + 1
        found = next((problem.message for problem in problems if problem.line > first), "")
        if found or tried is None:
            return found
        try:
            list(pages_of(tried, 0, tried.slides[0], self.kit))
        except LayoutError as error:
            return str(error)
        return ""


def review_questions(
    reading: Reading,
    deck_path: Path,
    section: str,
    kit: Kit,
    progress: Progress | None = None,
) -> Review:
    """The training with the questions at the end of a section; ``section`` is an id, or empty for the last.

    Questions that it asks already, and those whose slide would have to be mended, stay out: the remarks say
    so, after what the file's reader said. Raises ``DeckError`` for a training that has problems.
    """
    file, deck = find_source(deck_path), read_deck(deck_path)
    before = read_source(file)
    sorting = _Sorting(deck, _head(before), kit)
    for number, item in enumerate(reading.items, 1):
        sorting.sort(item)
        if progress is not None:
            progress(number, len(reading.items))
    after = insert_items(before, sorting.fitting, section, str(file)) if sorting.fitting else before
    changed, _ = parse(after, file.parent, str(file))
    if changed is None:
        raise DeckError(f"{file} cannot hold these questions. Check the deck first.")
    told = [f"Line {problem.line}: {problem.message}" for problem in reading.problems]
    return Review(file, deck, before, changed.sections, {}, (), (*told, *sorting.remarks))


def _head(text: str) -> str:
    """A deck's front matter, its end of line at the end; empty where there is none."""
    lines = text.splitlines()
    end = read_front_matter(lines, Findings("")).end
    return "".join(f"{line}\n" for line in lines[:end])


def _quoted(item: Item) -> str:
    return f"“{shorten(item.text, _SHOWN, placeholder=' …')}”"


def likely_training(reading: Reading, decks: Sequence[Deck]) -> int:
    """The place among ``decks`` of the one that asks most of the same; the first where none does."""
    shared = [sum(any(same_words(i, s) for s in d.slides) for i in reading.items) for d in decks]
    return shared.index(max(shared)) if shared else 0
