"""What somebody changed on one slide of our own export, as a changed slide of the deck."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from imhtrainer.decks.layouts import infer_layout
from imhtrainer.decks.powerpoint.matching import match_shapes, paired
from imhtrainer.decks.powerpoint.pictures import (
    PictureFiles,
    described,
    pictures_in,
    same_picture,
    with_picture,
)
from imhtrainer.decks.powerpoint.places import (
    Path,
    changed_slide,
    texts_in_notes,
    texts_on,
)
from imhtrainer.decks.powerpoint.right_answers import (
    moved_answers,
    with_answers,
    words_of_signs,
)
from imhtrainer.decks.powerpoint.show import (
    Shown,
    ShownPicture,
    ShownSlide,
    ShownTable,
    ShownText,
    Words,
)
from imhtrainer.decks.powerpoint.spots import Changes, Spot, find_spots
from imhtrainer.decks.powerpoint.styling import same_look
from imhtrainer.decks.powerpoint.twins import without_number
from imhtrainer.decks.writing.inline import tidy
from imhtrainer.domain.deck import Paragraph, Picture, Slide, Text

Saved = Literal["here", "office", "template"]
"""On our own master, by a program that drops our names, or on an organization's template."""

_OFFICES = re.compile(r".*\s\d+")
"""How PowerPoint calls a new shape: ``TextBox 5``; the program's own names have no number after a space."""

_OPEN_LAYOUTS = ("text", "picture", "closing")
_TAKE_PICTURES = ("text", "title", "closing")
_SHOWN_LETTERS = 60


@dataclass(slots=True)
class SlideChanges:
    """Compares the pages of one slide with what came back of them.

    ``saved`` says how the file was kept: bold and italic are believed only on our own master, and on an
    organization's template a shape may be missing that nobody deleted. ``remarks`` name what cannot come
    back into the deck.
    """

    slide: Slide
    saved: Saved
    files: PictureFiles
    remarks: list[str] = field(default_factory=list)
    edits: dict[Path, tuple[Text, ...]] = field(default_factory=dict)
    pictures: list[tuple[Picture, Picture | None]] = field(default_factory=list)
    more: list[Paragraph | Picture] = field(default_factory=list)
    known: set[str] = field(default_factory=set)
    """Words that a template shows elsewhere on the page, so that they are nothing new."""
    answers: set[str] = field(default_factory=set)
    """What signs of the right answer say in letters, where somebody moved them."""
    signs: set[str] = field(default_factory=set)
    """Words of the program that were read as such signs."""

    def look_at(self, before: ShownSlide, after: ShownSlide) -> None:
        """Take up what differs between a page as it was written and as it came back."""
        before, after = (without_number(page, self.slide) for page in (before, after))
        pairs, gone, added = match_shapes(before.shapes, after.shapes)
        if self.saved == "template":
            pairs, gone = [*pairs, *((shape, shape) for shape in gone)], []
            self.known = {words.plain for shape in before.texts for words in shape.words}
        self._right_answers(before, after)
        self._words(before, pairs, gone)
        self._compare([before.notes], [after.notes], texts_in_notes(self.slide), notes=True)
        self._pictures(before, pairs, gone)
        for shape in added:
            if not (after.name and _is_programs(shape)):
                self._added(shape)
        self._left_out([what for what in after.left_out if what not in before.left_out])

    def result(self) -> Slide:
        """The slide with every change, in a layout that shows what is on it now."""
        changed = changed_slide(self._answered(), self.edits)
        blocks = changed.blocks
        for old, new in self.pictures:
            blocks = with_picture(blocks, old, new)
        blocks = (*blocks, *self.more)
        changed = replace(changed, blocks=blocks)
        if changed.layout in ("text", "picture") and blocks != self.slide.blocks:
            changed = replace(changed, layout=infer_layout(blocks))
        return changed

    def _right_answers(self, before: ShownSlide, after: ShownSlide) -> None:
        """Read which choice is right where a sign of it was moved; what contradicts itself is told."""
        question = self.slide.question
        moved = moved_answers(question, before, after) if question else set()
        if question and moved:
            self.signs |= words_of_signs(question, before)
            self.answers |= moved
        if len(moved) > 1:
            said = " and ".join(sorted(moved))
            self.remarks.append(
                f"its answer page says that {said} are right; the deck's own was kept"
            )

    def _answered(self) -> Slide:
        """The slide with the right answers that came back."""
        question = self.slide.question
        if question is None or len(self.answers) != 1:
            return self.slide
        (letters,) = self.answers
        return replace(self.slide, question=with_answers(question, letters))

    def _left_out(self, what: Sequence[str]) -> None:
        """Tell what was put on the page that no deck holds; results of a session are the program's."""
        own = {"its animations", "a chart"} if self.slide.question else {"its animations"}
        self.remarks += [f"{one} was left out" for one in what if one not in own]

    def _words(
        self, before: ShownSlide, pairs: Sequence[tuple[Shown, Shown]], gone: Sequence[Shown]
    ) -> None:
        partners = {id(old): new for old, new in pairs}
        shapes = [shape for shape in before.shapes if not isinstance(shape, ShownPicture)]
        after: list[tuple[Words, ...]] = []
        for shape in shapes:
            partner = partners.get(id(shape))
            after.append(partner.words if isinstance(partner, ShownText | ShownTable) else ())
        self._compare([shape.words for shape in shapes], after, texts_on(self.slide))

    def _compare(
        self,
        before: Sequence[Sequence[Words]],
        after: Sequence[Sequence[Words]],
        texts: Mapping[Path, Text],
        notes: bool = False,
    ) -> None:
        """Compare texts shape by shape; each paragraph of ``before`` shows some of ``texts``."""
        spots = iter(find_spots([words for shape in before for words in shape], texts))
        changes = Changes(texts)
        for old, new in zip(before, after, strict=True):
            mine = [next(spots) for _ in old]
            self._compare_shape(old, new, mine, changes, notes)
        self._take(changes)

    def _compare_shape(
        self,
        old: Sequence[Words],
        new: Sequence[Words],
        spots: Sequence[tuple[Spot, ...]],
        changes: Changes,
        notes: bool,
    ) -> None:
        anchor = next((each[0].path for each in spots if each), None)
        ahead = True
        steps = paired([words.plain for words in old], [words.plain for words in new])
        for i, j in steps:
            if i is not None and spots[i]:
                anchor, ahead = spots[i][-1].path, False
            if i is not None and j is not None:
                self._reword(old[i], new[j], spots[i], changes)
            elif i is not None:
                changes.drop(spots[i])
                if not spots[i] and not notes:
                    self._made_up(old[i], "")
            elif j is None or new[j].plain in self.known:
                continue
            elif not changes.add(anchor, tidy(new[j].text), ahead):
                self.remarks.append(f"“{_short(new[j])}” has no place on this layout")

    def _reword(self, old: Words, new: Words, spots: Sequence[Spot], changes: Changes) -> None:
        same_words = old.plain == new.plain
        if same_words and (self.saved != "here" or same_look(old.text, new.text)):
            return
        if spots:
            changes.reword(spots, old, new, self.saved == "here")
        elif old.plain not in new.plain:
            self._made_up(old, new.plain)

    def _take(self, changes: Changes) -> None:
        """The changes of one page; the page that comes first is right where two disagree."""
        for path, texts in changes.result().items():
            wanted = tuple(tidy(text) for text in texts)
            if self.edits.setdefault(path, wanted) != wanted:
                self.remarks.append(
                    "its two pages say different things; what the question page says was taken"
                )

    def _made_up(self, old: Words, new: str) -> None:
        if old.plain in self.signs:
            return
        what = f"its change to “{new[:_SHOWN_LETTERS]}”" if new else "that it is gone"
        self.remarks.append(f"“{_short(old)}” is written by the program, so {what} was left out")

    def _pictures(
        self, before: ShownSlide, pairs: Sequence[tuple[Shown, Shown]], gone: Sequence[Shown]
    ) -> None:
        mine = _own_pictures(self.slide, before)
        for old, new in pairs:
            picture = mine.get(id(old))
            if picture and isinstance(old, ShownPicture) and isinstance(new, ShownPicture):
                self._picture(picture, old, new)
        for old in gone:
            if id(old) in mine and not _is_exchanged(self.pictures, mine[id(old)]):
                self.pictures.append((mine[id(old)], None))

    def _picture(self, picture: Picture, old: ShownPicture, new: ShownPicture) -> None:
        changed = described(picture, new.alt) if new.alt != old.alt else picture
        if not same_picture(old, new):
            path = self.files.add(new, new.alt or self.slide.id)
            if path is None:
                self.remarks.append(f"its new picture is no PNG or JPEG ({new.ending})")
                return
            changed = replace(changed, path=path)
        if changed != picture and not _is_exchanged(self.pictures, picture):
            self.pictures.append((picture, changed))

    def _added(self, shape: Shown) -> None:
        if isinstance(shape, ShownPicture):
            self._added_picture(shape)
        elif isinstance(shape, ShownText) and self.slide.layout in _OPEN_LAYOUTS:
            self.more += [Paragraph(tidy(words.text), 0) for words in shape.words]
        else:
            self.remarks.append(f"“{_short(shape.words[0])}” has no place on this layout")

    def _added_picture(self, shape: ShownPicture) -> None:
        has_one = any(pictures_in(self.slide.blocks)) or any(
            isinstance(block, Picture) for block in self.more
        )
        path = None
        if not has_one and self.slide.layout in _TAKE_PICTURES:
            path = self.files.add(shape, shape.alt or self.slide.id)
        if path is None:
            self.remarks.append(f"a new picture ({shape.ending}) has no place on this layout")
        else:
            self.more.append(described(Picture(path, "", 0), shape.alt))


def _own_pictures(slide: Slide, page: ShownSlide) -> dict[int, Picture]:
    """Which shown pictures are pictures of the deck: in order, by their alt text."""
    waiting = list(pictures_in(slide.blocks))
    found: dict[int, Picture] = {}
    for shown in page.pictures:
        picture = next((one for one in waiting if one.alt == shown.alt), None)
        if picture is not None:
            waiting.remove(picture)
            found[id(shown)] = picture
    return found


def _is_exchanged(pictures: Sequence[tuple[Picture, Picture | None]], picture: Picture) -> bool:
    return any(old is picture for old, _ in pictures)


def _is_programs(shape: Shown) -> bool:
    """Whether an export with a session's results or names put a shape there."""
    return bool(shape.name) and not _OFFICES.fullmatch(shape.name)


def _short(words: Words) -> str:
    return words.plain[:_SHOWN_LETTERS]
