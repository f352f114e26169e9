"""Words that were changed in PowerPoint, in the style that the deck gives them."""

from difflib import SequenceMatcher

from imhtrainer.decks.inline import merge
from imhtrainer.domain.deck import Run, Text, plain

_INSIDE = "#"


def restyled(deck: Text, before: Text, after: Text, trusted: bool) -> Text:
    """The deck's text ``deck``, shown as ``before``, now that it reads ``after``.

    Where bold and italic were shown as the deck has them they are taken from ``after``; ``trusted`` is
    false for a file of a program that writes them anew. Else every letter keeps what it had in the deck,
    and new ones are like their neighbours. Jumps within the deck are kept by the deck alone.
    """
    carried = _carried(_letters(deck), _flat(plain(deck)), _flat(_words(after)))
    letters = _letters(after)
    if trusted and _look(before) == _look(deck):
        mixed = [
            Run(new.text, new.bold, new.italic, old.link if _is_inside(old.link) else _outside(new))
            for old, new in zip(carried, letters, strict=True)
        ]
    else:
        mixed = [
            Run(new.text, old.bold, old.italic, old.link)
            for old, new in zip(carried, letters, strict=True)
        ]
    return merge(mixed)


def same_look(before: Text, after: Text) -> bool:
    """Whether two texts of the same letters are bold and italic in the same places, with the same links."""
    return _look(before) == _look(after)


def cut(text: Text, start: int, end: int) -> Text:
    """The letters from ``start`` to before ``end`` with their style."""
    return merge(_letters(text)[start:end])


def spliced(text: Text, start: int, end: int, new: Text) -> Text:
    """The text with ``new`` in the place of some letters."""
    letters = _letters(text)
    return merge([*letters[:start], *new, *letters[end:]])


def _letters(text: Text) -> list[Run]:
    return [Run(sign, run.bold, run.italic, run.link) for run in text for sign in run.text]


def _look(text: Text) -> list[tuple[bool, bool, str]]:
    """Style letter by letter; spaces have none, and jumps within the deck are not looked at."""
    return [
        (run.bold, run.italic, _outside(run)) for run in _letters(text) if not run.text.isspace()
    ]


def _outside(run: Run) -> str:
    return "" if _is_inside(run.link) else run.link


def _is_inside(link: str) -> bool:
    return link.startswith(_INSIDE)


def _words(text: Text) -> str:
    return "".join(run.text for run in text)


def _flat(words: str) -> str:
    return words.replace("\n", " ").replace("\xa0", " ")


def _carried(old: list[Run], before: str, after: str) -> list[Run]:
    """For every letter of ``after`` the letter of the deck whose style it takes."""
    styles = [Run("", run.bold, run.italic, run.link) for run in old]
    made: list[Run] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for change, i1, i2, j1, j2 in matcher.get_opcodes():
        if change == "equal":
            made += styles[i1:i2]
        elif j2 > j1:
            neighbour = i1 if change == "replace" or not i1 else i1 - 1
            style = styles[neighbour] if styles and neighbour < len(styles) else Run("")
            made += [style] * (j2 - j1)
    return made
