"""What a PowerPoint file that came back says otherwise than the deck it was made from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from imhtrainer.decks.powerpoint.changes import Saved, SlideChanges
from imhtrainer.decks.powerpoint.foreign import ForeignSlides
from imhtrainer.decks.powerpoint.matching import match_slides
from imhtrainer.decks.powerpoint.order import Placed, in_sections, moved_whole, stays, with_minutes
from imhtrainer.decks.powerpoint.pictures import PictureFiles, pictures_in
from imhtrainer.decks.powerpoint.places import block_texts
from imhtrainer.decks.powerpoint.show import Show, ShownSlide
from imhtrainer.domain.deck import Deck, Section, Slide, plain
from imhtrainer.domain.errors import DeckError

_LEAST_SHARE = 0.25
"""The share of a file's slides that must be the deck's, so that it counts as its export."""


@dataclass(frozen=True, slots=True)
class Difference:
    """The deck's sections as the file has them, pictures to add, and both said in words.

    ``summary`` has a line for every slide that is otherwise, ``remarks`` for what cannot come back.
    """

    sections: tuple[Section, ...]
    files: Mapping[str, bytes] = field(repr=False)
    summary: tuple[str, ...]
    remarks: tuple[str, ...]


def find_difference(
    deck: Deck, shown: Deck, before: Show, after: Show, taken: set[str]
) -> Difference:
    """Compare ``after`` with ``before``, which is the edition ``shown`` of the deck as it is exported now.

    ``taken`` are the names of files in the deck's picture folder. Raises ``DeckError`` where the file shows
    another training.
    """
    return _Comparison(deck, shown, before, after, PictureFiles(set(taken))).difference()


@dataclass(slots=True)
class _Comparison:
    deck: Deck
    shown: Deck
    before: Show
    after: Show
    files: PictureFiles
    summary: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def difference(self) -> Difference:
        found = match_slides(self.before.slides, self.after.slides)
        if len(found) < _LEAST_SHARE * len(self.after.slides):
            raise DeckError(
                f"Hardly a slide of the file is one of “{self.deck.title}”. Import it as a new training: "
                "give a folder that does not exist yet."
            )
        slides = list(self._slides(found))
        placed = in_sections(self.deck, slides, self._known_sections(), self.after.sections)
        sections = with_minutes(self.deck, placed)
        self._tell_order(slides, sections)
        self._tell_gone(slides)
        self._tell_sections(sections)
        return Difference(sections, self.files.files, tuple(self.summary), tuple(self.remarks))

    def _slides(self, found: Mapping[int, int]) -> Iterator[Placed]:
        """The deck's slides as they came back, with new ones in their places."""
        owners = _owners(self.shown)
        pages: dict[int, list[tuple[int, int]]] = {}
        for index, old in sorted(found.items(), key=lambda pair: pair[1]):
            pages.setdefault(owners[old], []).append((old, index))
        foreign = ForeignSlides(self.files, {slide.id for slide in self.deck.slides})
        done: set[int] = set()
        for index, shown in enumerate(self.after.slides):
            place = owners[found[index]] if index in found else None
            if place is None:
                yield from self._new(shown, foreign)
            elif place not in done and index == pages[place][0][1]:
                done.add(place)
                yield Placed(shown.number, self._changed(place, pages[place]), place)
        self.remarks += foreign.remarks

    def _new(self, shown: ShownSlide, foreign: ForeignSlides) -> Iterator[Placed]:
        for slide in foreign.make(shown):
            self.summary.append(f"#{slide.id}: new, “{plain(slide.title)}”.")
            yield Placed(shown.number, slide, None)

    def _changed(self, place: int, pages: Sequence[tuple[int, int]]) -> Slide:
        slide = self.deck.slides[place]
        changes = SlideChanges(slide, self._saved(pages), self.files)
        for old, new in pages:
            changes.look_at(self.before.slides[old], self.after.slides[new])
        changed = changes.result()
        self.remarks += [f"#{slide.id}: {what}." for what in dict.fromkeys(changes.remarks)]
        if changed != slide:
            parts = ", ".join(_changed_parts(slide, changed))
            self.summary.append(f"#{slide.id}: {parts} changed.")
        return changed

    def _saved(self, pages: Sequence[tuple[int, int]]) -> Saved:
        """How the file was kept, as the first page of a slide tells."""
        before, after = self.before.slides[pages[0][0]], self.after.slides[pages[0][1]]
        if not after.name:
            return "office"
        return "here" if after.layout == before.layout else "template"

    def _tell_order(self, slides: Sequence[Placed], sections: Sequence[Section]) -> None:
        """A section that moved with all its slides is told once."""
        kept = stays(slides)
        moved = {p.slide.id for n, p in enumerate(slides) if p.place is not None and n not in kept}
        whole = moved_whole(self.deck, sections, moved)
        for n, section in enumerate(sections):
            if section.id in whole:
                after = f"after “{sections[n - 1].title}”" if n else "to the beginning"
                self.summary.append(f"Section “{section.title}”: moved {after}.")
                moved -= {slide.id for slide in section.slides}
        for n, placed in enumerate(slides):
            if placed.slide.id in moved:
                after = f"after #{slides[n - 1].slide.id}" if n else "to the beginning"
                self.summary.append(f"#{placed.slide.id}: moved {after}.")

    def _tell_gone(self, slides: Sequence[Placed]) -> None:
        kept = {placed.place for placed in slides}
        for n, slide in enumerate(self.deck.slides):
            if n not in kept:
                self.summary.append(f"#{slide.id}: deleted, “{plain(slide.title)}”.")

    def _tell_sections(self, sections: Sequence[Section]) -> None:
        old = {section.id: section.title for section in self.deck.sections}
        for section in sections:
            if section.id not in old:
                self.summary.append(f"Section “{section.title}”: new.")
            elif old[section.id] != section.title:
                self.summary.append(f"Section “{old[section.id]}”: now “{section.title}”.")
        left = {section.id for section in sections}
        self.summary += [f"Section “{t}”: deleted." for key, t in old.items() if key not in left]

    def _known_sections(self) -> dict[str, int]:
        """Which section of the deck a section's key stands for."""
        owners = _owners(self.shown)
        return {
            section.key: self.deck.section_of[owners[section.slides[0] - 1]]
            for section in self.before.sections
            if section.slides
        }


def _owners(deck: Deck) -> list[int]:
    """For every page of the export the index of its slide."""
    return [n for n, slide in enumerate(deck.slides) for _ in range(slide.pages)]


def _changed_parts(old: Slide, new: Slide) -> Iterator[str]:
    parts = (
        ("title", old.title != new.title),
        ("text", block_texts(old) != block_texts(new)),
        ("picture", list(pictures_in(old.blocks)) != list(pictures_in(new.blocks))),
        ("right answer", _right(old) != _right(new)),
        ("question", _without_key(old) != _without_key(new)),
        ("sources", old.sources != new.sources),
        ("notes", old.notes != new.notes),
    )
    return (name for name, differs in parts if differs)


def _right(slide: Slide) -> str:
    return slide.question.right_letters if slide.question else ""


def _without_key(slide: Slide) -> tuple[object, ...]:
    """What a question says, whichever of its choices is right."""
    question = slide.question
    choices = question.choices if question else ()
    words = tuple((choice.text, choice.feedback) for choice in choices)
    return (question.explanation if question else "", *words)
