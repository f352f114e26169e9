"""An item as the Markdown of a checkpoint slide, and its place in a deck's text."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from imhtrainer.decks.interchange.item import Item
from imhtrainer.decks.outline import read_outline
from imhtrainer.decks.problem import Findings
from imhtrainer.decks.slugs import complete_ids
from imhtrainer.decks.writing.inline import at_start, escape
from imhtrainer.domain.errors import DeckError
from imhtrainer.domain.quiz import Choice, Question

_BOXED = ("single", "multiple", "truefalse")


def checkpoint_lines(item: Item) -> list[str]:
    """The lines of the slide that asks the item; reading them gives the item again."""
    question = item.question
    lines = [f"## {inline(item.text)} {{{' '.join(_attributes(item))}}}", ""]
    choices = list(choice_lines(question))
    lines += [*choices, ""] if choices else []
    if question.explanation:
        lines += ["::: explain", paragraph(question.explanation), ":::", ""]
    if item.notes:
        lines += ["::: notes", paragraph(item.notes), ":::", ""]
    return lines


def inline(text: str) -> str:
    """Plain words as Markdown that shows just these words."""
    return escape(" ".join(text.split()))


def paragraph(text: str) -> str:
    """Plain words as a paragraph of Markdown: a sign at the start begins no list or heading."""
    return at_start(inline(text))


def insert_items(text: str, items: Sequence[Item], section: str, name: str) -> str:
    """A deck's text with the items at the end of a section; every other line stays as it is.

    ``section`` is a section's id or title; empty is the last one. Ids that the deck has taken are
    changed. Raises ``DeckError`` where there is no such section.
    """
    lines = text.split("\n")
    findings = Findings(name)
    outline = read_outline([line.rstrip("\r") for line in lines], _front_matter(lines), findings)
    titles = [raw.title for raw in outline]
    ids = complete_ids([raw.attributes.id for raw in outline], titles, "section")
    places = [i for i in range(len(outline)) if section in (ids[i], titles[i])]
    if not outline or (section and not places):
        known = ", ".join(ids) or "none"
        raise DeckError(f"{name} has no section “{section}”. It has: {known}.")
    place = places[0] if section else len(outline) - 1
    end = outline[place + 1].line - 1 if place + 1 < len(outline) else len(lines)
    slides = [slide for raw in outline for slide in raw.slides]
    taken = complete_ids([s.attributes.id for s in slides], [s.title for s in slides], "slide")
    added = [line for item in _with_ids(items, taken) for line in checkpoint_lines(item)]
    ending = "\r" if lines[0].endswith("\r") else ""
    before = lines[:end]
    while before and not before[-1].strip():
        before.pop()
    return "\n".join([*before, ending, *(line + ending for line in added), *lines[end:]])


def _with_ids(items: Sequence[Item], taken: Sequence[str]) -> Iterator[Item]:
    """The items with ids of their own, none of which is taken."""
    used = set(taken)
    for item in items:
        wanted = item.id if item.id and item.id not in used else ""
        (chosen,) = complete_ids([wanted], [item.text], "question")
        number = 2
        base = chosen
        while chosen in used:
            chosen = f"{base}-{number}"
            number += 1
        used.add(chosen)
        yield replace(item, id=chosen)


def _attributes(item: Item) -> Iterator[str]:
    question = item.question
    if item.id:
        yield f"#{item.id}"
    yield ".checkpoint"
    yield f"type={question.kind}"
    if question.point:
        yield f"point={question.point}"
    if question.phase != "check":
        yield f"phase={question.phase}"
    if question.objective:
        yield f'objective="{question.objective}"'
    if question.shuffle:
        yield "shuffle"


def choice_lines(question: Question) -> Iterator[str]:
    """The choices of a question as it is written, each with its feedback below."""
    choices = written_scale(question) if question.kind == "rating" else question.choices
    for number, choice in enumerate(choices, 1):
        mark = f"{number}. " if question.kind == "order" else "- "
        box = f"[{'x' if choice.right else ' '}] " if question.kind in _BOXED else ""
        yield f"{mark}{box}{inline(choice.text) if box else paragraph(choice.text)}"
        if choice.feedback:
            yield f"{' ' * len(mark)}> {paragraph(choice.feedback)}"


def _front_matter(lines: Sequence[str]) -> int:
    """The number of the front matter's last line; 0 without one."""
    if not lines or lines[0].rstrip() != "---":
        return 0
    return next((n for n, line in enumerate(lines[1:], 2) if line.rstrip() == "---"), 0)


def written_scale(question: Question) -> tuple[Choice, ...]:
    """A rating's words as they are written: none, its two ends, or all five."""
    words = [bool(choice.text) for choice in question.choices]
    if not any(words):
        return ()
    if words == [True, False, False, False, True]:
        return (question.choices[0], question.choices[-1])
    return question.choices
