"""Who is expected and who was there: attendees, their names, and when they were present."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

NAME_LIMIT = 200
"""Letters a name may have; longer ones are cut when a roster is read."""

_KEPT_JOINERS = {"\u200c", "\u200d"}
"""Zero-width joiners that change how Persian and Indic names are written."""


@dataclass(frozen=True, slots=True)
class Attendee:
    """A person on the roster; ``walk_in`` marks who was added at the door."""

    id: str
    name: str
    email: str = ""
    role: str = ""
    license: str = ""
    walk_in: bool = False


@dataclass(frozen=True, slots=True)
class Interval:
    """A stretch of being there; ``end`` is None while the person has not signed out."""

    start: datetime
    end: datetime | None = None


@dataclass(frozen=True, slots=True)
class Presence:
    """When one attendee was in the room, in order and without overlaps."""

    attendee: str
    intervals: tuple[Interval, ...] = ()

    @property
    def here(self) -> bool:
        """Whether the person is signed in and has not left."""
        return bool(self.intervals) and self.intervals[-1].end is None

    def enter(self, at: datetime) -> "Presence":
        """The presence after signing in."""
        return replace(self, intervals=(*self.intervals, Interval(at)))

    def leave(self, at: datetime) -> "Presence":
        """The presence after signing out; an interval never ends before it began."""
        last = self.intervals[-1]
        return replace(
            self, intervals=(*self.intervals[:-1], replace(last, end=max(at, last.start)))
        )


Likeness = Literal["same", "maybe", "new"]


def clean_name(text: str) -> str:
    """A name as it is printed: NFC, one space between words, nothing invisible, at most 200 letters.

    A zero-width joiner stays only inside a word of Arabic or an Indic script, where it is spelling.
    """
    composed = unicodedata.normalize("NFC", text)
    kept = "".join(_visible(composed, index) for index in range(len(composed)))
    return " ".join(kept.split())[:NAME_LIMIT].strip()


def fold_name(name: str) -> str:
    """A name for comparing: no accents, case, punctuation or spaces at the ends."""
    decomposed = unicodedata.normalize("NFKD", clean_name(name)).casefold()
    letters = "".join(c for c in decomposed if not unicodedata.combining(c) or _is_spelling(c))
    return " ".join(re.sub(r"[^\w\s]", " ", letters).split())


def likeness(one: Attendee, other: Attendee) -> Likeness:
    """Whether two rows are the same person, may be, or are not.

    Same: equal e-mail, or equal folded names without differing e-mails. Maybe: equal folded names with
    differing e-mails, or the same last word and first letter where one of the first names is an initial.
    """
    mails = {m.strip().casefold() for m in (one.email, other.email)} - {""}
    same_mail = len(mails) == 1 and bool(one.email.strip()) and bool(other.email.strip())
    if same_mail or (fold_name(one.name) == fold_name(other.name) and len(mails) < 2):
        return "same"
    if fold_name(one.name) == fold_name(other.name) or _initial_of(one.name, other.name):
        return "maybe"
    return "new"


def find_attendee(roster: Iterable[Attendee], attendee_id: str) -> Attendee | None:
    """The attendee with this id, if any."""
    return next((person for person in roster if person.id == attendee_id), None)


def _visible(text: str, index: int) -> str:
    letter = text[index]
    if letter in _KEPT_JOINERS and 0 < index < len(text) - 1 and _joins(text[index - 1]):
        return letter
    category = unicodedata.category(letter)
    if category == "Zs" or letter in "\t\n\r":
        return " "
    return "" if category in ("Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp") else letter


def _joins(letter: str) -> bool:
    name = unicodedata.name(letter, "")
    return name.startswith(
        (
            "ARABIC",
            "DEVANAGARI",
            "BENGALI",
            "TAMIL",
            "TELUGU",
            "KANNADA",
            "MALAYALAM",
            "SINHALA",
            "GUJARATI",
            "GURMUKHI",
            "ORIYA",
            "KHMER",
            "MYANMAR",
        )
    )


def _is_spelling(mark: str) -> bool:
    return not unicodedata.name(mark, "").startswith("COMBINING")


def _initial_of(one: str, other: str) -> bool:
    first, second = fold_name(one).split(), fold_name(other).split()
    if len(first) < 2 or len(second) < 2 or first[0][0] != second[0][0]:
        return False
    tails_match = first[-1] == second[-1]
    return tails_match and (len(first[0]) == 1 or len(second[0]) == 1)
