"""A deck's text changed so that it says something else, with every other line left as it is."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from imhtrainer.decks.attributes import split_attributes
from imhtrainer.decks.frontmatter import read_front_matter
from imhtrainer.decks.outline import RawSection, RawSlide, read_outline
from imhtrainer.decks.parser import parse
from imhtrainer.decks.problem import Findings
from imhtrainer.decks.slugs import slug
from imhtrainer.decks.writing.inline import heading
from imhtrainer.decks.writing.section import section_braces, section_line
from imhtrainer.decks.writing.slide import (
    WrittenPart,
    braces,
    slide_lines,
    slide_parts,
    title_line,
)
from imhtrainer.domain.deck import Deck, Section, Slide
from imhtrainer.domain.errors import DeckError

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


def rewrite(text: str, sections: Sequence[Section]) -> str:
    """The deck's ``text`` so that it reads as ``sections``; what they leave as it was stays byte for byte.

    Slides and sections are known by their ids; those that ``sections`` no longer name are left out,
    new ones are written. Raises ``DeckError`` for a text that is no deck.
    """
    source = _Source.of(text).named_for(sections)
    kept = [line for section in sections for line in source.section(section)]
    made = list(_parted(kept, source.ending))
    if _LINE.findall(text)[-1].strip():
        while not made[-1].strip():
            made.pop()
    return "".join([*source.head, *made])


@dataclass(frozen=True, slots=True)
class _WrittenSlide:
    """A slide as it stands in the text, and what it means; ``named`` says that its id cannot get lost."""

    lines: tuple[str, ...]
    point: int
    slide: Slide
    raw: RawSlide
    named: bool


@dataclass(frozen=True, slots=True)
class _WrittenSection:
    """A section's heading as it stands in the text with the lines below it, and what it means."""

    lines: tuple[str, ...]
    section: Section


@dataclass(frozen=True, slots=True)
class _Source:
    """A deck's text in pieces; ``head`` is its front matter, ``ending`` how its lines end."""

    head: tuple[str, ...]
    slides: Mapping[str, _WrittenSlide]
    sections: Mapping[str, _WrittenSection]
    ending: str

    @classmethod
    def of(cls, text: str) -> "_Source":
        """The pieces of a text."""
        deck, _ = parse(text, Path(), "")
        if deck is None:
            raise DeckError("The deck cannot be changed, because it has no slide.")
        lines: list[str] = _LINE.findall(text)
        outline = _outline(lines)
        starts = [*sorted({raw.line for raw in _headings(outline)}), len(lines) + 1]
        cut = {a: tuple(lines[a - 1 : b - 1]) for a, b in pairwise(starts)}
        return cls(
            head=tuple(lines[: starts[0] - 1]),
            slides=_written_slides(deck, outline, cut),
            sections={s.id: _WrittenSection(cut[s.line], s) for s in deck.sections},
            ending=_ending_of(lines[0], "\n"),
        )

    def named_for(self, sections: Sequence[Section]) -> "_Source":
        """The same, knowing that no id gets lost where every slide keeps its title and its turn."""
        before = [(slide_id, known.slide.title) for slide_id, known in self.slides.items()]
        after = [(slide.id, slide.title) for section in sections for slide in section.slides]
        if before != after:
            return self
        slides = {key: replace(known, named=True) for key, known in self.slides.items()}
        return replace(self, slides=slides)

    def section(self, section: Section) -> Iterator[str]:
        """The lines of a section with its slides."""
        known = self.sections.get(section.id)
        if known is None:
            yield from self._ended([section_line(section), ""])
        elif _same_heading(known.section, section):
            yield from known.lines
        else:
            yield section_line(section) + _ending_of(known.lines[0], self.ending)
            yield from known.lines[1:]
        for slide in section.slides:
            yield from self._slide(slide, section.point)

    def _slide(self, slide: Slide, point: int) -> Iterator[str]:
        known = self.slides.get(slide.id)
        if known is None:
            yield from self._ended(slide_lines(slide, point))
            return
        first, *below = known.lines
        yield _title(known, slide, point) + _ending_of(first, self.ending)
        changed = _changed_parts(known, slide)
        if changed is None:
            yield from self._ended(slide_lines(slide, point)[1:])
            return
        places = _part_places(known.raw, slide_parts(known.slide))
        for index in sorted(changed, key=lambda index: places[index], reverse=True):
            start, end = (place - known.raw.line - 1 for place in places[index])
            below[start:end] = self._ended(changed[index].lines)
        yield from below

    def _ended(self, lines: Sequence[str]) -> list[str]:
        return [line + self.ending for line in lines]


def _outline(lines: Sequence[str]) -> list[RawSection]:
    plain = [line.rstrip("\r\n").removeprefix("\ufeff") for line in lines]
    findings = Findings("")
    return read_outline(plain, read_front_matter(plain, findings).end, findings)


def _headings(outline: Sequence[RawSection]) -> Iterator[RawSection | RawSlide]:
    for section in outline:
        yield section
        yield from section.slides


def _written_slides(
    deck: Deck, outline: Sequence[RawSection], cut: Mapping[int, tuple[str, ...]]
) -> dict[str, _WrittenSlide]:
    slugs = Counter(slug(raw.title) for section in outline for raw in section.slides)
    found: dict[str, _WrittenSlide] = {}
    for raw_section, section in zip(outline, deck.sections, strict=True):
        for raw, slide in zip(raw_section.slides, section.slides, strict=True):
            named = bool(raw.attributes.id) or slugs[slug(raw.title)] == 1
            found[slide.id] = _WrittenSlide(cut[raw.line], section.point, slide, raw, named)
    return found


def _same_heading(old: Section, new: Section) -> bool:
    return (old.title, section_braces(old)) == (new.title, section_braces(new))


def _title(known: _WrittenSlide, new: Slide, point: int) -> str:
    """The title line: as it was where nothing in it changed, else with as much of it as stays true."""
    line = known.lines[0].rstrip("\r\n")
    words, written = split_attributes(line)
    same_words = known.slide.title == new.title
    same_layout = known.slide.layout == new.layout
    same_attributes = braces(known.slide, known.point) == braces(new, point)
    same_braces = same_attributes and same_layout and known.named
    if same_words:
        return line if same_braces else f"{words} {braces(new, point)}"
    if same_braces and known.raw.attributes.id:
        return f"## {heading(new.title)} {{{written}}}"
    return title_line(new, point)


def _changed_parts(known: _WrittenSlide, slide: Slide) -> dict[int, WrittenPart] | None:
    """By their index the parts that differ; None where the parts below the title are written anew.

    That is so where parts come, go or change places, or where the text has one of them in two pieces.
    """
    old, new = slide_parts(known.slide), slide_parts(slide)
    if old == new:
        return {}
    directives = [part.directive for part in old]
    as_written = Counter(own.directive for own in known.raw.parts) == Counter(directives)
    if not as_written or directives != [part.directive for part in new]:
        return None
    pairs = enumerate(zip(old, new, strict=True))
    return {index: after for index, (before, after) in pairs if before != after}


def _part_places(raw: RawSlide, parts: Sequence[WrittenPart]) -> list[tuple[int, int]]:
    """For each part as it would be written its first line and the line after it, as it stands there."""
    wanted: list[tuple[int, int]] = []
    waiting = list(raw.parts)
    for part in parts:
        mine = next(own for own in waiting if own.directive == part.directive)
        waiting.remove(mine)
        closing = 2 if mine.directive else 0
        length = len(mine.lines)
        while not mine.directive and length and not mine.lines[length - 1].strip():
            length -= 1
        wanted.append((mine.line, mine.line + length + closing))
    return wanted


def _parted(lines: Sequence[str], ending: str) -> Iterator[str]:
    """The lines with an empty one before each heading that a move brought next to text."""
    before = ending
    for index, line in enumerate(lines):
        if index and line.startswith(("# ", "## ")) and before.strip():
            yield ending
        last = index == len(lines) - 1
        before = line if last or line.endswith(("\n", "\r")) else line + ending
        yield before


def _ending_of(line: str, fallback: str) -> str:
    return line[len(line.rstrip("\r\n")) :] or fallback


def with_free_id(slide: Slide, taken: set[str]) -> Slide:
    """The slide under an id that no other has; ``taken`` then knows it."""
    base, number, chosen = slide.id, 2, slide.id
    while chosen in taken:
        chosen = f"{base}-{number}"
        number += 1
    taken.add(chosen)
    return replace(slide, id=chosen)
