"""What a look at one thing found."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Verdict = Literal["good", "note", "wrong"]
"""``note``: the training can be held, but the facilitator should know; ``wrong``: something will fail."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict without words: ``key`` names its sentence, ``values`` stand in it, ``action`` mends it.

    Which words a key has is the windows' business, in the person's language.
    """

    verdict: Verdict
    key: str
    values: tuple[str, ...] = ()
    action: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict and its sentence; ``action`` names what mends it, ``button`` the words for it.

    ``other`` is a second action, as where a question is answered by yes or no.
    """

    verdict: Verdict
    words: str
    action: str = ""
    button: str = ""
    other: str = ""
    other_button: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """Something to look at: a stable ``id``, its ``name`` for people, and how to look.

    ``look`` may take a while and is called off the GUI thread; what it raises is found wrong.
    """

    id: str
    name: str
    look: Callable[[], Finding]


def good(words: str) -> Finding:
    """All is well."""
    return Finding("good", words)


def note(words: str, action: str = "", button: str = "") -> Finding:
    """Something the facilitator should know."""
    return Finding("note", words, action, button)


def wrong(words: str, action: str = "", button: str = "") -> Finding:
    """Something that will fail."""
    return Finding("wrong", words, action, button)
