"""PowerPoint files into trainings: what came back of our own export, or a new training out of any file."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from difflib import unified_diff
from functools import partial
from importlib import import_module
from pathlib import Path
from shutil import copytree, ignore_patterns, rmtree
from tempfile import TemporaryDirectory
from typing import BinaryIO

from imhtrainer.decks.parser import parse, read_deck
from imhtrainer.decks.powerpoint.choosing import Change, list_changes, take
from imhtrainer.decks.powerpoint.difference import Difference, find_difference
from imhtrainer.decks.powerpoint.newdeck import NewDeck, new_deck
from imhtrainer.decks.powerpoint.pictures import pictures_in
from imhtrainer.decks.powerpoint.places import texts_on
from imhtrainer.decks.powerpoint.reading import read_show
from imhtrainer.decks.powerpoint.show import Show
from imhtrainer.decks.source import DECK_FILE, find_source
from imhtrainer.decks.writing.deck import deck_text
from imhtrainer.decks.writing.source import rewrite
from imhtrainer.domain.deck import Deck, Section, plain
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

ANSWER = "-answer"
"""What the name of a question's answer page ends in."""

_LIKELY = 0.25
"""The share of a file's slides that must be a deck's, so that the file counts as its export."""

_PICTURES = "images"


@dataclass(frozen=True, slots=True)
class Review:
    """What importing a file would do to a deck; nothing is written yet.

    ``sections`` are the deck's as they would be, ``pictures`` new files by their path. ``summary`` has a line a
    slide, ``remarks`` say what cannot come back.
    """

    file: Path
    deck: Deck = field(repr=False)
    before: str = field(repr=False)
    sections: tuple[Section, ...] = field(repr=False)
    pictures: dict[str, bytes] = field(repr=False)
    summary: tuple[str, ...]
    remarks: tuple[str, ...]

    @property
    def after(self) -> str:
        """The deck's text with the changes."""
        return rewrite(self.before, self.sections)

    @property
    def problems(self) -> tuple[str, ...]:
        """What is wrong with the changed deck."""
        _, found = parse(self.after, self.file.parent, str(self.file))
        return tuple(str(problem) for problem in found)

    @property
    def changes(self) -> bool:
        """Whether the deck would change at all."""
        return self.before != self.after

    @property
    def items(self) -> tuple[Change, ...]:
        """The changes one by one, each of which can be left."""
        return list_changes(self.deck.sections, self.sections)

    @property
    def diff(self) -> str:
        """The change of the text, line by line."""
        old, new = (text.splitlines(keepends=True) for text in (self.before, self.after))
        lines = unified_diff(old, new, str(self.file), f"{self.file} (imported)")
        return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)

    def taking(self, keys: Collection[str]) -> "Review":
        """The same with the changes of these keys only, and the pictures that they need."""
        sections = take(self.deck.sections, self.sections, keys)
        shown = {p.path for part in sections for s in part.slides for p in pictures_in(s.blocks)}
        pictures = {path: content for path, content in self.pictures.items() if path in shown}
        return replace(self, sections=sections, pictures=pictures)


def review_import(
    powerpoint: Path, deck_path: Path, kit: Kit, progress: Progress | None = None
) -> Review:
    """What a PowerPoint file changes in the deck that it was exported from.

    Raises ``DeckError`` for a deck that has problems or is another training, ``RenderError`` for the file.
    """
    return review_show(read_show(powerpoint, progress), deck_path, kit, progress)


def review_show(show: Show, deck_path: Path, kit: Kit, progress: Progress | None = None) -> Review:
    """The same for a file that was read before."""
    file = find_source(deck_path)
    deck = read_deck(deck_path)
    difference = _difference(deck, show, kit, progress)
    return Review(
        file=file,
        deck=deck,
        before=read_source(file),
        sections=difference.sections,
        pictures=dict(difference.files),
        summary=difference.summary,
        remarks=difference.remarks,
    )


def guess_origin(show: Show, decks: Sequence[Deck]) -> Deck | None:
    """The deck that a file was most likely exported from: its slides bear the names, or the titles, of the file's.

    Of a training and its copies it is the one with most of the file's words.
    """
    likely = [deck for deck in decks if _share(show, deck) >= _LIKELY]
    shown = " ".join(slide.plain for slide in show.slides)
    return max(likely, key=lambda deck: _words_in(shown, deck), default=None)


def apply_review(review: Review) -> None:
    """Write the changed deck and its new pictures; the old text is kept beside it as ``deck.md.bak``.

    Raises ``DeckError`` where the text was changed since the review, ``StoreError`` for the disk.
    """
    _must_read(review.file, review.before)
    _write_pictures(review.file.parent, review.pictures)
    _write_text(review.file.with_name(KEPT), review.before)
    _write_text(review.file, review.after)


def undo_review(review: Review) -> None:
    """Write the deck's text as it was before; new pictures stay in their folder, where nothing shows them.

    Raises ``DeckError`` where the text was changed since, ``StoreError`` for the disk.
    """
    _must_read(review.file, review.after)
    _write_text(review.file, review.before)


def copied(review: Review, folder: Path) -> Review:
    """The review for a copy of the training, made in ``folder``, which must not exist yet.

    Raises ``StoreError``; a copy that could not be finished is taken away again.
    """
    half = folder.with_name(f".{folder.name}.part")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        copytree(review.file.parent, half, ignore=ignore_patterns(".*", KEPT))
        half.rename(folder)
    except OSError as error:
        rmtree(half, ignore_errors=True)
        raise store_error("write", folder, error) from error
    return replace(review, file=folder / review.file.name)


def import_training(
    powerpoint: Path, folder: Path, progress: Progress | None = None
) -> tuple[str, ...]:
    """A new training in ``folder`` out of any PowerPoint file; what comes back says what was left out.

    The same lines stand in ``import.txt`` beside the deck.
    Raises ``DeckError`` where the folder already holds a training, ``RenderError`` for the file, ``StoreError``
    for the disk. Nothing is written before all of the file is read.
    """
    _must_be_free(folder)
    made = new_deck(read_show(powerpoint, progress), powerpoint.stem)
    write_training(made, folder)
    return made.remarks


def write_training(made: NewDeck, folder: Path) -> None:
    """Write a new training, its deck last. Raises ``DeckError`` where one is there, ``StoreError``."""
    _must_be_free(folder)
    _write_pictures(folder, made.files)
    if made.remarks:
        _write_text(folder / REPORT, "".join(f"{remark}\n" for remark in made.remarks))
    _write_text(folder / DECK_FILE, deck_text(made.deck))


def _must_be_free(folder: Path) -> None:
    if (folder / DECK_FILE).exists():
        raise DeckError(f"{folder} already holds a training. Choose another folder.")


def _must_read(file: Path, text: str) -> None:
    if read_source(file) != text:
        raise DeckError(f"{file} was changed meanwhile. Import the file once more.")


def _words_in(shown: str, deck: Deck) -> float:
    """The share of the deck's texts that stand in the file."""
    texts = [plain(text) for slide in deck.slides for text in texts_on(slide).values()]
    return sum(text in shown for text in texts) / max(len(texts), 1)


def _share(show: Show, deck: Deck) -> float:
    """The share of the file's slides that bear the name, or at least the title, of one of the deck's."""
    names = {slide.id for slide in deck.slides}
    titles = {plain(slide.title) for slide in deck.slides}
    known = (
        slide.name.removesuffix(ANSWER) in names or slide.title in titles for slide in show.slides
    )
    return sum(known) / max(len(show.slides), 1)


def _difference(deck: Deck, show: Show, kit: Kit, progress: Progress | None = None) -> Difference:
    """Compared with the edition that the file is of: one without any notes was handed out."""
    noted = any(slide.notes for slide in deck.slides)
    edition: Edition = (
        "trainer" if not noted or any(s.notes for s in show.slides) else "participant"
    )
    shown = deck_in(edition, deck)
    before = _export(shown, kit, progress)
    return find_difference(deck, shown, before, show, _picture_names(Path(deck.folder)))


def _export(deck: Deck, kit: Kit, progress: Progress | None) -> Show:
    """The deck as PowerPoint would have it now."""
    pptx = import_module("imhtrainer.render.pptx")
    pages = compose_pages(deck, Context(), kit)
    with TemporaryDirectory() as made:
        out = Path(made) / "deck.pptx"
        pptx.write_pptx(pages, out, document_meta(deck, Context()), kit.theme, progress)
        return read_show(out)


def _picture_names(folder: Path) -> set[str]:
    pictures = folder / _PICTURES
    return {file.name for file in pictures.iterdir()} if pictures.is_dir() else set()


def _write_pictures(folder: Path, pictures: dict[str, bytes]) -> None:
    for path, content in pictures.items():
        replace_file(folder / path, partial(_write, content))


def _write_text(file: Path, text: str) -> None:
    replace_file(file, partial(_write, text.encode()))


def read_source(file: Path) -> str:
    """A deck's text, its ends of lines as they are. Raises ``StoreError``."""
    try:
        return file.read_bytes().decode()
    except OSError as error:
        raise store_error("read", file, error) from error


def _write(content: bytes, out: BinaryIO) -> None:
    out.write(content)
