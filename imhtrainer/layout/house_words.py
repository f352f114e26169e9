"""The few words that the house itself writes on pages, in the language of the deck.

They stand in ``resources/words``, a file a language; what a language lacks is said in English.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from imhtrainer.resources import resource_path

_ENGLISH = "en"
_FRACTIONS = {0.0: "", 0.25: "¼", 0.5: "½", 0.75: "¾"}
_FROM_RIGHT = ("ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi")
"""Languages that are written from right to left in the script they are mostly written in."""


@dataclass(frozen=True, slots=True)
class HouseWords:
    """One language's words by key; ``from_right`` says that its pages are read from the right."""

    lang: str
    from_right: bool
    words: Mapping[str, str]
    forms: Mapping[str, str]
    months: tuple[str, ...]
    pattern: str

    def say(self, key: str, **facts: object) -> str:
        """The words of a key with the facts filled in."""
        return self.words[key].format(**facts)

    def minutes(self, minutes: float) -> str:
        """``8 minutes``, ``1 minute``, ``1½ minutes``."""
        whole = int(minutes)
        part = _FRACTIONS.get(round(minutes - whole, 2))
        if part is None:
            return self._minutes("other", f"{minutes:g}")
        form = self._form(whole) if not part else "one" if whole == 0 else "other"
        return self._minutes(form, f"{whole or ''}{part}" or "0")

    def date(self, day: date) -> str:
        """``November 21, 2026``."""
        return self.pattern.format(month=self.months[day.month - 1], day=day.day, year=day.year)

    def mark(self, sign: str) -> str:
        """A letter or digit that begins a line, so that the line still runs the language's way."""
        return f"\u200f{sign}" if self.from_right else sign

    def _minutes(self, form: str, count: str) -> str:
        words = self.forms.get(form, self.forms["other"])
        if "{" not in words and not count.isdigit():
            words = self.forms["other"]
        return words.format(count=count)

    def _form(self, count: int) -> str:
        """The plural form of a whole number (Unicode CLDR, plural rules)."""
        if self.lang != "ar":
            return "one" if count == 1 else "other"
        if count in (1, 2):
            return ("one", "two")[count - 1]
        rest = count % 100
        return "few" if 3 <= rest <= 10 else "many" if rest >= 11 else "other"


@cache
def house_words(lang: str) -> HouseWords:
    """The words for a language tag such as ``es-US``, by its first part."""
    primary = lang.partition("-")[0].lower()
    english = _read(_ENGLISH)
    found = _read(primary) if resource_path("words", f"{primary}.toml").is_file() else english
    return HouseWords(
        lang=primary,
        from_right=primary in _FROM_RIGHT,
        words={**english["words"], **found["words"]},
        forms=found["minutes"],
        months=tuple(found["months"]),
        pattern=found["date"],
    )


def _read(lang: str) -> dict[str, Any]:
    return tomllib.loads(resource_path("words", f"{lang}.toml").read_text("utf-8"))
