"""PowerPoint files into trainings: what came back of our own export, or a new training out of any file."""

from collections.abc import Callable
from dataclasses import dataclass, field
from difflib import unified_diff
from functools import partial
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from imhtrainer.decks.parser import parse, read_deck
from imhtrainer.decks.powerpoint.difference import Difference, find_difference
from imhtrainer.decks.powerpoint.newdeck import new_deck
from imhtrainer.decks.powerpoint.reading import read_show
from imhtrainer.decks.powerpoint.show import Show
from imhtrainer.decks.source import DECK_FILE, find_source
from imhtrainer.decks.writing.deck import deck_text
from imhtrainer.decks.writing.source import rewrite
from imhtrainer.domain.deck import Deck
from imhtrainer.domain.edition import Edition, deck_in
from imhtrainer.domain.errors import DeckError
from imhtrainer.layout.context import Context
from imhtrainer.layout.kit import Kit
from imhtrainer.services.exporting import compose_pages, document_meta
from imhtrainer.store.faults import store_error
from imhtrainer.store.files import replace_file

Progress = Callable[[int, int], None]

KEPT = "deck.md.bak"
"""What the deck's text is called that was there before."""

REPORT = "import.txt"
"""What was left out of a new training, line by line, beside its deck."""

_PICTURES = "images"


@dataclass(frozen=True, slots=True)
class Review:
    """What importing a file would do to a deck; nothing is written yet.

    ``summary`` has a line a slide, ``remarks`` say what cannot come back, ``problems`` what is wrong with the
    changed deck. ``diff`` is a unified difference of the text.
    """

    file: Path
    before: str = field(repr=False)
    after: str = field(repr=False)
    pictures: dict[str, bytes] = field(repr=False)
    summary: tuple[str, ...]
    remarks: tuple[str, ...]
    problems: tuple[str, ...]

    @property
    def changes(self) -> bool:
        """Whether the deck would change at all."""
        return self.before != self.after

    @property
    def diff(self) -> str:
        """The change of the text, line by line."""
        old, new = (text.splitlines(keepends=True) for text in (self.before, self.after))
        lines = unified_diff(old, new, str(self.file), f"{self.file} (imported)")
        return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def review_import(
    powerpoint: Path, deck_path: Path, kit: Kit, progress: Progress | None = None
) -> Review:
    """What a PowerPoint file changes in the deck that it was exported from.

    Raises ``DeckError`` for a deck that has problems or is another training, ``RenderError`` for the file.
    """
    show = read_show(powerpoint, progress)
    file = find_source(deck_path)
    deck = read_deck(deck_path)
    text = _read_text(file)
    difference = _difference(deck, show, kit)
    after = rewrite(text, difference.sections)
    _, problems = parse(after, file.parent, str(file))
    return Review(
        file=file,
        before=text,
        after=after,
        pictures=dict(difference.files),
        summary=difference.summary,
        remarks=difference.remarks,
        problems=tuple(str(problem) for problem in problems),
    )


def apply_review(review: Review) -> None:
    """Write the changed deck and its new pictures; the old text is kept beside it as ``deck.md.bak``.

    Raises ``DeckError`` where the text was changed since the review, ``StoreError`` for the disk.
    """
    if _read_text(review.file) != review.before:
        raise DeckError(f"{review.file} was changed meanwhile. Import the file once more.")
    _write_pictures(review.file.parent, review.pictures)
    _write_text(review.file.with_name(KEPT), review.before)
    _write_text(review.file, review.after)


def import_training(
    powerpoint: Path, folder: Path, progress: Progress | None = None
) -> tuple[str, ...]:
    """A new training in ``folder`` out of any PowerPoint file; what comes back says what was left out.

    The same lines stand in ``import.txt`` beside the deck.
    Raises ``DeckError`` where the folder already holds a training, ``RenderError`` for the file, ``StoreError``
    for the disk. Nothing is written before all of the file is read.
    """
    if (folder / DECK_FILE).exists():
        raise DeckError(f"{folder} already holds a training. Choose another folder.")
    made = new_deck(read_show(powerpoint, progress), powerpoint.stem)
    _write_pictures(folder, made.files)
    if made.remarks:
        _write_text(folder / REPORT, "".join(f"{remark}\n" for remark in made.remarks))
    _write_text(folder / DECK_FILE, deck_text(made.deck))
    return made.remarks


def _difference(deck: Deck, show: Show, kit: Kit) -> Difference:
    """Compared with the edition that the file is of: one without any notes was handed out."""
    noted = any(slide.notes for slide in deck.slides)
    edition: Edition = (
        "trainer" if not noted or any(s.notes for s in show.slides) else "participant"
    )
    shown = deck_in(edition, deck)
    before = _export(shown, kit)
    return find_difference(deck, shown, before, show, _picture_names(Path(deck.folder)))


def _export(deck: Deck, kit: Kit) -> Show:
    """The deck as PowerPoint would have it now."""
    pptx = import_module("imhtrainer.render.pptx")
    pages = compose_pages(deck, Context(), kit)
    with TemporaryDirectory() as made:
        out = Path(made) / "deck.pptx"
        pptx.write_pptx(pages, out, document_meta(deck, Context()), kit.theme)
        return read_show(out)


def _picture_names(folder: Path) -> set[str]:
    pictures = folder / _PICTURES
    return {file.name for file in pictures.iterdir()} if pictures.is_dir() else set()


def _write_pictures(folder: Path, pictures: dict[str, bytes]) -> None:
    for path, content in pictures.items():
        replace_file(folder / path, partial(_write, content))


def _write_text(file: Path, text: str) -> None:
    replace_file(file, partial(_write, text.encode()))


def _read_text(file: Path) -> str:
    try:
        return file.read_bytes().decode()
    except OSError as error:
        raise store_error("read", file, error) from error


def _write(content: bytes, out: BinaryIO) -> None:
    out.write(content)
