"""What a file of questions would add to a training, before anything is written."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from textwrap import shorten

from imhtrainer.decks.frontmatter import read_front_matter
from imhtrainer.decks.interchange.item import Item, Reading, explained, same_words
from imhtrainer.decks.interchange.markup import insert_items
from imhtrainer.decks.parser import parse, read_deck
from imhtrainer.decks.problem import Findings
from imhtrainer.decks.source import find_source
from imhtrainer.domain.deck import Deck, Section
from imhtrainer.domain.errors import DeckError
from imhtrainer.domain.quiz import Question
from imhtrainer.domain.wording import counted
from imhtrainer.layout.compose import fitting_problems
from imhtrainer.layout.house_words import house_words
from imhtrainer.layout.kit import Kit
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
    notes: str
    fitting: list[Item] = field(default_factory=list)
    unexplained: list[Item] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def sort(self, item: Item) -> None:
        """Keep the item, or say why not."""
        whole = explained(item, self.notes)
        reason = self._asked_already(item) or self._fault(whole)
        if reason:
            self.remarks.append(f"{_quoted(item)}: {reason}")
            return
        self.fitting.append(whole)
        if not _says_why(item.question):
            self.unexplained.append(item)

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
        unfit = any(True for _ in fitting_problems(tried, self.kit))
        return "it is too long for a slide. Shorten it in the file." if unfit else ""


def review_questions(
    reading: Reading,
    deck_path: Path,
    section: str,
    kit: Kit,
    progress: Progress | None = None,
) -> Review:
    """The training with the questions at the end of a section; ``section`` is an id, or empty for the last.

    Questions that it asks already, and those whose slide would have to be mended, stay out: the remarks say
    so, after what the file's reader said. Notes say how to ask a question, for a file has none.
    Raises ``DeckError`` for a training that has problems.
    """
    file, deck = find_source(deck_path), read_deck(deck_path)
    before = read_source(file)
    sorting = _Sorting(deck, _head(before), kit, house_words(deck.lang).say("how_to_ask"))
    for number, item in enumerate(reading.items, 1):
        sorting.sort(item)
        if progress is not None:
            progress(number, len(reading.items))
    after = insert_items(before, sorting.fitting, section, str(file)) if sorting.fitting else before
    changed, _ = parse(after, file.parent, str(file))
    if changed is None:
        raise DeckError(f"{file} cannot hold these questions. Check the deck first.")
    told = [f"Line {problem.line}: {problem.message}" for problem in reading.problems]
    remarks = (*told, *sorting.remarks, *_unexplained(sorting.unexplained))
    return Review(file, deck, before, tuple(_with_new(deck, changed)), {}, (), remarks)


def _with_new(deck: Deck, changed: Deck) -> Iterator[Section]:
    """The deck's sections with the slides that came; its own are the same, though their lines moved down."""
    known = {slide.id: slide for slide in deck.slides}
    for mine, other in zip(deck.sections, changed.sections, strict=True):
        yield replace(mine, slides=tuple(known.get(slide.id, slide) for slide in other.slides))


def _head(text: str) -> str:
    """A deck's front matter, its end of line at the end; empty where there is none."""
    lines = text.splitlines()
    end = read_front_matter(lines, Findings("")).end
    return "".join(f"{line}\n" for line in lines[:end])


def _says_why(question: Question) -> bool:
    """Whether the file has any reason for the answer, where there is a right one."""
    said = question.explanation or any(choice.feedback for choice in question.choices)
    return bool(said) or not question.marked or question.phase == "pre"


def _unexplained(items: Sequence[Item]) -> Iterator[str]:
    """One sentence about all questions that came without a reason; few files have any."""
    if items:
        who = _quoted(items[0])
        if len(items) > 1:
            who += f" and {counted(len(items) - 1, 'other')}"
        yield f"{who}: the file does not say why. The right answer stands there until you do."


def _quoted(item: Item) -> str:
    return f"“{shorten(item.text, _SHOWN, placeholder=' …')}”"


def likely_training(reading: Reading, decks: Sequence[Deck]) -> int:
    """The place among ``decks`` of the one that asks most of the same; the first where none does."""
    shared = [sum(any(same_words(i, s) for s in d.slides) for i in reading.items) for d in decks]
    return shared.index(max(shared)) if shared else 0
