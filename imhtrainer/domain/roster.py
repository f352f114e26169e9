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

_STROKED = re.compile(r"LATIN SMALL LETTER ([A-Z]) WITH ")
_PLAIN = {"æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i"}


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
    """A name for comparing: no accents, case, punctuation or spaces at the ends.

    Only what is written over Latin, Greek and Cyrillic letters is an accent; elsewhere marks are letters. Latin
    letters with a stroke or hook are their plain letters (Łukasz, Đorđe, Søren), for that is how they are typed.
    A name of nothing but signs stays as it is, so that two such names are not the same.
    """
    cleaned = clean_name(name)
    decomposed = unicodedata.normalize("NFKD", cleaned).casefold()
    letters = "".join(_unstroked(c) for c in decomposed if not _is_accent(c))
    return _words(letters) or cleaned


def name_order(name: str) -> tuple[int | str, ...]:
    """The key by which names are put in order everywhere: plain letters, and numbers by what they count.

    Łukasz stands between Lucía and Luz, and Person 2 before Person 10.
    """
    parts = re.split(r"([0-9]+)", fold_name(name))
    return tuple(int(part) if at % 2 else part for at, part in enumerate(parts))


def by_name(people: Iterable[Attendee]) -> tuple[Attendee, ...]:
    """People as they are looked up: by ``person_order``."""
    return tuple(sorted(people, key=person_order))


def person_order(person: Attendee) -> tuple[tuple[int | str, ...], str, str]:
    """The key that puts people in order: ``name_order``, namesakes as they are written."""
    return name_order(person.name), person.name, person.id


def likeness(one: Attendee, other: Attendee) -> Likeness:
    """Whether two rows are the same person, may be, or are not.

    Same: equal e-mail and first letter, or equal folded names without differing e-mails. Maybe: equal e-mail
    only (a couple, an office), equal folded names with differing e-mails or with differing accents (An is not
    Ân; but many leave all accents out), or the same last word and first letter where one of the first names is
    an initial.
    """
    mails = {m.strip().casefold() for m in (one.email, other.email)} - {""}
    if len(mails) == 1 and one.email.strip() and other.email.strip():
        return "same" if fold_name(one.name)[:1] == fold_name(other.name)[:1] else "maybe"
    if fold_name(one.name) == fold_name(other.name):
        return "maybe" if len(mails) > 1 or _differ_in_accents(one.name, other.name) else "same"
    return "maybe" if _initial_of(one.name, other.name) else "new"


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


def _is_accent(mark: str) -> bool:
    """Whether a mark may be left out; Japanese voicing marks are named like accents and make another letter."""
    name = unicodedata.name(mark, "") if unicodedata.combining(mark) else ""
    return name.startswith("COMBINING") and "KATAKANA" not in name


def _unstroked(letter: str) -> str:
    """The plain letter of a Latin one that Unicode does not take apart."""
    if letter.isascii():
        return letter
    found = _STROKED.match(unicodedata.name(letter, ""))
    return found[1].lower() if found else _PLAIN.get(letter, letter)


def _words(text: str) -> str:
    """Letters, digits and the marks they carry, without joiners; one space between words."""
    joined = (c for c in text if c not in _KEPT_JOINERS)
    kept = (c if unicodedata.category(c)[0] in "LMN" else " " for c in joined)
    return " ".join("".join(kept).split())


def _differ_in_accents(one: str, other: str) -> bool:
    accented = [_words(clean_name(name).casefold()) for name in (one, other)]
    return accented[0] != accented[1] and not any(name.isascii() for name in accented)


def _initial_of(one: str, other: str) -> bool:
    first, second = fold_name(one).split(), fold_name(other).split()
    if len(first) < 2 or len(second) < 2 or first[0][0] != second[0][0]:
        return False
    tails_match = first[-1] == second[-1]
    return tails_match and (len(first[0]) == 1 or len(second[0]) == 1)
