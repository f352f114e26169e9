"""Changes of a training in words: what each is called, and what stood there before and stands there after."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from PySide6.QtCore import QCoreApplication

from imhtrainer.decks.powerpoint.choosing import Change
from imhtrainer.decks.powerpoint.pictures import pictures_in
from imhtrainer.decks.powerpoint.places import block_texts, texts_in_notes
from imhtrainer.domain.deck import Deck, Section, Slide, plain
from imhtrainer.domain.quiz import Question, signs

translate = QCoreApplication.translate

Lines = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The changes of one slide, or of one section, with the name they stand under."""

    id: str
    title: str
    changes: tuple[Change, ...]

    @property
    def slide(self) -> bool:
        """Whether it is a slide's."""
        return isinstance(self.changes[0].old or self.changes[0].new, Slide)


def grouped(changes: Sequence[Change]) -> tuple[Group, ...]:
    """Changes that belong to the same slide or section, in the order of the first of each."""
    found: dict[tuple[bool, str], list[Change]] = {}
    for change in changes:
        found.setdefault((isinstance(change.old or change.new, Slide), change.id), []).append(
            change
        )
    return tuple(Group(key[1], _title(mine[-1]), tuple(mine)) for key, mine in found.items())


def named_apart(decks: Sequence[Deck]) -> tuple[str, ...]:
    """The titles of trainings; copies say so before it, where a narrow field does not cut it off."""
    names: list[str] = []
    seen: Counter[str] = Counter()
    for deck in decks:
        number = seen[deck.title]
        seen[deck.title] += 1
        name = deck.title
        if number == 1:
            name = translate("ImportPage", "Copy: {0}").format(name)
        elif number:
            name = translate("ImportPage", "Copy {0}: {1}").format(number, name)
        names.append(name)
    return tuple(names)


def name_of(change: Change) -> str:
    """What kind of change it is, in a word or two."""
    if isinstance(change.old or change.new, Section):
        return {
            "new": translate("ImportPage", "New section"),
            "renamed": translate("ImportPage", "New name"),
            "moved": translate("ImportPage", "Section moved"),
        }.get(change.what, translate("ImportPage", "Section heading removed"))
    return {
        "title": translate("ImportPage", "Title"),
        "slide": translate("ImportPage", "Text and pictures"),
        "question": translate("ImportPage", "Question"),
        "sources": translate("ImportPage", "Sources"),
        "notes": translate("ImportPage", "Notes"),
        "new": translate("ImportPage", "New slide"),
        "moved": translate("ImportPage", "Moved"),
    }.get(change.what, translate("ImportPage", "Deleted"))


def kinds_of(group: Group) -> str:
    """What of a slide or a section is otherwise."""
    return ", ".join(name_of(change) for change in group.changes)


def before_and_after(
    change: Change, old: Sequence[Section], new: Sequence[Section]
) -> tuple[Lines, Lines]:
    """The words that stand there now, and those of the file; for a move what it follows."""
    if change.what == "moved":
        return _place(change.id, old), _place(change.id, new)
    return _lines(change, change.old), _lines(change, change.new)


def marked(before: str, after: str, gone: str, come: str) -> tuple[str, str]:
    """Two texts as HTML: what is gone is struck through, what is new underlined, on grounds of their own."""
    old, new = (text.split(" ") for text in (before, after))
    left: list[str] = []
    right: list[str] = []
    for change, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        words, others = (html.escape(" ".join(part)) for part in (old[i1:i2], new[j1:j2]))
        if change == "equal":
            left.append(words)
            right.append(others)
            continue
        if words:
            left.append(f'<s style="background:{gone}">{words}</s>')
        if others:
            right.append(f'<u style="background:{come}">{others}</u>')
    return " ".join(left), " ".join(right)


def _title(change: Change) -> str:
    shown = change.new or change.old
    if isinstance(shown, Section):
        return translate("ImportPage", "Section “{0}”").format(shown.title)
    return plain(shown.title) if shown is not None else ""


def _lines(change: Change, shown: Slide | Section | None) -> Lines:
    match shown, change.what:
        case None, _:
            return ()
        case Section(title=title), _:
            return (title,)
        case Slide(title=title), "title":
            return (plain(title),)
        case Slide() as slide, "slide":
            return tuple(_body(slide))
        case Slide(question=Question() as question), "question":
            return tuple(question_lines(question))
        case Slide(sources=sources), "sources":
            return tuple(plain(source) for source in sources)
        case Slide() as slide, "notes":
            return tuple(_notes(slide))
        case Slide() as slide, _:
            asked = question_lines(slide.question) if slide.question is not None else ()
            return (*_body(slide), *asked, *_notes(slide))


def _body(slide: Slide) -> Iterator[str]:
    yield from (plain(text) for text in block_texts(slide).values() if text)
    for picture in pictures_in(slide.blocks):
        yield translate("ImportPage", "Picture: {0} ({1})").format(
            picture.alt or translate("ImportPage", "not described"), picture.path
        )


def _notes(slide: Slide) -> Iterator[str]:
    told = ((key, text) for key, text in texts_in_notes(slide).items() if key[0] == "note")
    yield from (plain(text) for _, text in told)


def question_lines(question: Question) -> Iterator[str]:
    """A question's choices with their signs, the right ones ticked, their feedback, and the explanation."""
    for sign, option in zip(signs(question.kind), question.choices, strict=False):
        right = " ✓" if option.right else ""
        yield f"{sign}  {option.text}{right}"
        if option.feedback:
            yield option.feedback
    if question.explanation:
        yield question.explanation


def _place(identity: str, sections: Sequence[Section]) -> Lines:
    """What a slide or a section follows, in words."""
    titles: dict[str, str] = {}
    for section in sections:
        titles[section.id] = translate("ImportPage", "Section “{0}”").format(section.title)
        titles.update({slide.id: plain(slide.title) for slide in section.slides})
    ids = list(titles)
    place = ids.index(identity) if identity in titles else 0
    return (
        translate("ImportPage", "After {0}").format(titles[ids[place - 1]])
        if place
        else translate("ImportPage", "At the beginning"),
    )
