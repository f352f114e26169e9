"""What came back of a deck, one change at a time, and the deck with some of the changes taken over."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from imhtrainer.domain.deck import Section, Slide

What = Literal[
    "title", "slide", "question", "sources", "notes", "new", "moved", "deleted", "renamed"
]
"""A part of a slide that is otherwise, or what became of a slide or a section as a whole."""

_PARTS: tuple[tuple[What, tuple[str, ...]], ...] = (
    ("title", ("title",)),
    ("slide", ("blocks", "layout")),
    ("question", ("question",)),
    ("sources", ("sources",)),
    ("notes", ("notes",)),
)


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that can be taken over or left: of the slide, or the section, of that ``id``.

    ``old`` is None for what is new, ``new`` for what is gone.
    """

    what: What
    id: str
    old: Slide | Section | None
    new: Slide | Section | None

    @property
    def key(self) -> str:
        """What the change is chosen by."""
        kind = "section" if isinstance(self.old or self.new, Section) else "slide"
        return f"{kind}:{self.id}:{self.what}"


def list_changes(old: Sequence[Section], new: Sequence[Section]) -> tuple[Change, ...]:
    """Everything that ``new`` has otherwise: slide by slide in its order, what is gone, then sections."""
    both = _Both(old, new)
    return (*both.slide_changes(), *both.gone(), *both.section_changes())


def take(
    old: Sequence[Section], new: Sequence[Section], taken: Collection[str]
) -> tuple[Section, ...]:
    """The sections of ``old`` with the changes of the keys in ``taken``; all of them give ``new``, none ``old``."""
    every = {change.key for change in list_changes(old, new)}
    left = every - set(taken)
    if not left:
        return tuple(new)
    return tuple(old) if left == every else _Taking(_Both(old, new), left).sections()


@dataclass(slots=True)
class _Both:
    """Two states of a deck's sections, and where each slide is at home in them."""

    old: Sequence[Section]
    new: Sequence[Section]
    old_slides: dict[str, Slide] = field(init=False)
    new_slides: dict[str, Slide] = field(init=False)
    old_home: dict[str, str] = field(init=False)
    new_home: dict[str, str] = field(init=False)
    base: dict[str, str] = field(init=False)
    """For every section the one that stands in both and holds its slides where the section does not."""

    def __post_init__(self) -> None:
        self.old_slides = {slide.id: slide for section in self.old for slide in section.slides}
        self.new_slides = {slide.id: slide for section in self.new for slide in section.slides}
        self.old_home = {slide.id: part.id for part in self.old for slide in part.slides}
        self.new_home = {slide.id: part.id for part in self.new for slide in part.slides}
        shared = {part.id for part in self.old} & {part.id for part in self.new}
        self.base = {**_bases(self.new, shared), **_bases(self.old, shared)}

    def slide_changes(self) -> Iterator[Change]:
        moved = self.moved_slides()
        for section in self.new:
            for slide in section.slides:
                before = self.old_slides.get(slide.id)
                if before is None:
                    yield Change("new", slide.id, None, slide)
                    continue
                for what, fields in _PARTS:
                    if any(getattr(before, name) != getattr(slide, name) for name in fields):
                        yield Change(what, slide.id, before, slide)
                if slide.id in moved:
                    yield Change("moved", slide.id, before, slide)

    def gone(self) -> Iterator[Change]:
        for identity, slide in self.old_slides.items():
            if identity not in self.new_slides:
                yield Change("deleted", identity, slide, None)

    def section_changes(self) -> Iterator[Change]:
        known = {section.id: section for section in self.old}
        moved = self.moved_sections()
        for section in self.new:
            before = known.get(section.id)
            if before is None:
                yield Change("new", section.id, None, section)
                continue
            if before.title != section.title:
                yield Change("renamed", section.id, before, section)
            if section.id in moved:
                yield Change("moved", section.id, before, section)
        left = {section.id for section in self.new}
        for section in self.old:
            if section.id not in left and any(s.id in self.new_slides for s in section.slides):
                yield Change("deleted", section.id, section, None)

    def moved_sections(self) -> set[str]:
        places = {section.id: n for n, section in enumerate(self.old)}
        return _out_of_order([s.id for s in self.new if s.id in places], places)

    def moved_slides(self) -> set[str]:
        """Slides that came into another section, or to another place among those that stayed in theirs."""
        places = {identity: n for n, identity in enumerate(self.old_slides)}
        stayed: dict[str, list[str]] = {}
        moved: set[str] = set()
        for section in self.new:
            for slide in section.slides:
                if slide.id not in places:
                    continue
                home = self.base[section.id]
                if home == self.base[self.old_home[slide.id]]:
                    stayed.setdefault(home, []).append(slide.id)
                else:
                    moved.add(slide.id)
        return moved.union(*(_out_of_order(ids, places) for ids in stayed.values()))


@dataclass(slots=True)
class _Taking:
    """Builds the sections that remain when the changes in ``left`` are not taken."""

    both: _Both
    left: set[str]
    parts: list[tuple[Section, list[Slide]]] = field(default_factory=list)

    def sections(self) -> tuple[Section, ...]:
        back = set(self._back())
        for section in self.both.new:
            slides = [s for s in section.slides if s.id not in back and not self._is_left(s, "new")]
            self._open(section, [self._mixed(slide) for slide in slides])
        for section in self.both.old:
            for slide in section.slides:
                if slide.id in back:
                    self._put_back(slide, section)
        self._order()
        was = {section.id for section in self.both.new if not section.slides}
        return tuple(
            replace(section, slides=tuple(slides))
            for section, slides in self.parts
            if slides or section.id in was
        )

    def _is_left(self, thing: Slide | Section, what: What) -> bool:
        kind = "section" if isinstance(thing, Section) else "slide"
        return f"{kind}:{thing.id}:{what}" in self.left

    def _back(self) -> Iterator[str]:
        """Slides that go back to where they were, for they were moved, deleted, or lost their section."""
        moved = self.both.moved_slides()
        for section in self.both.old:
            restored = self._is_left(section, "deleted")
            for slide in section.slides:
                stayed = slide.id in self.both.new_slides and slide.id not in moved
                undone = self._is_left(slide, "deleted") or self._is_left(slide, "moved")
                if undone or (restored and stayed):
                    yield slide.id

    def _open(self, section: Section, slides: list[Slide]) -> None:
        """Begin a section, or go on with the one before where a new one is not taken."""
        if self._is_left(section, "new") and self.parts:
            self.parts[-1][1].extend(slides)
            return
        shown = section
        if self._is_left(section, "new"):
            home = self.both.base[section.id]
            shown = next((one for one in self.both.new if one.id == home), section)
        known = next((mine for part, mine in self.parts if part.id == shown.id), None)
        if known is None:
            self.parts.append((self._named(shown), slides))
        else:
            known.extend(slides)

    def _named(self, section: Section) -> Section:
        if not self._is_left(section, "renamed"):
            return section
        return replace(section, title=next(s.title for s in self.both.old if s.id == section.id))

    def _mixed(self, slide: Slide) -> Slide:
        """The slide with what is taken of its parts, the rest as it was."""
        before = self.both.old_slides.get(slide.id)
        for what, fields in _PARTS:
            if before is not None and self._is_left(slide, what):
                slide = replace(slide, **{name: getattr(before, name) for name in fields})
        return slide

    def _put_back(self, slide: Slide, home: Section) -> None:
        """Stand a slide where it was: after the one it followed, in its own section."""
        slides = self._slides_of(home)
        order = [one.id for one in home.slides]
        ahead = set(order[: order.index(slide.id)])
        place = max((n + 1 for n, one in enumerate(slides) if one.id in ahead), default=0)
        slides.insert(place, self._mixed(self.both.new_slides.get(slide.id, slide)))

    def _slides_of(self, home: Section) -> list[Slide]:
        """The slides of a section, which is made anew where it is gone and shall not be."""
        wanted = home.id
        gone = all(section.id != home.id for section in self.both.new)
        lost = any(s.id in self.both.new_slides for s in home.slides)
        if gone and lost and not self._is_left(home, "deleted"):
            wanted = self.both.base[home.id]
        known = next((mine for part, mine in self.parts if part.id == wanted), None)
        if known is not None:
            return known
        made: list[Slide] = []
        self.parts.insert(self._place_of(home.id), (home, made))
        return made

    def _order(self) -> None:
        """Sections whose move is not taken stand again where they stood."""
        for section in self.both.old:
            if self._is_left(section, "moved"):
                mine = next((part for part in self.parts if part[0].id == section.id), None)
                if mine is not None:
                    self.parts.remove(mine)
                    self.parts.insert(self._place_of(section.id), mine)

    def _place_of(self, identity: str) -> int:
        order = [section.id for section in self.both.old]
        ahead = set(order[: order.index(identity)])
        return max((n + 1 for n, (part, _) in enumerate(self.parts) if part.id in ahead), default=0)


def _bases(sections: Sequence[Section], shared: set[str]) -> dict[str, str]:
    """For each section itself or the nearest before it that is shared; the first of all where none is before."""
    last = next((section.id for section in sections if section.id in shared), "")
    found: dict[str, str] = {}
    for section in sections:
        last = section.id if section.id in shared else last
        found[section.id] = last
    return found


def _out_of_order(found: Sequence[str], places: dict[str, int]) -> set[str]:
    """What does not belong to the longest run that stands in the old order."""
    ends: list[int] = []
    chain: list[str] = []
    before: dict[str, str] = {}
    for identity in found:
        length = bisect_left(ends, places[identity])
        ends[length : length + 1] = [places[identity]]
        chain[length : length + 1] = [identity]
        before[identity] = chain[length - 1] if length else ""
    kept: set[str] = set()
    here = chain[-1] if chain else ""
    while here:
        kept.add(here)
        here = before[here]
    return set(found) - kept
