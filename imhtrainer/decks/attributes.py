"""Attributes in braces: ``{#id .class key=value key="two words" flag}``."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from difflib import get_close_matches

from imhtrainer.decks.problem import Findings

_TOKEN = re.compile(r'([#.]?)([^\s"=#.{}][^\s"={}]*)(?:(=)(?:"([^"]*)"|([^\s"{}“”„«»]*)))?(?=\s|$)')
_ID = re.compile(r"[^\W_][\w-]*")
_NUMBER = re.compile(r"\d{1,4}(?:\.\d{1,3})?")
_CURLY_QUOTES = "“”„«»"


@dataclass(frozen=True, slots=True)
class Attributes:
    """What stood in one pair of braces; a bare flag has the value ``""``."""

    id: str = ""
    classes: tuple[str, ...] = ()
    values: tuple[tuple[str, str], ...] = ()

    def get(self, key: str) -> str | None:
        """The value of ``key``, ``""`` for a bare flag, None where it was not given."""
        return next((value for name, value in self.values if name == key), None)


NO_ATTRIBUTES = Attributes()


def split_attributes(text: str) -> tuple[str, str | None]:
    """A line without its closing braces, and what stood in them (None: there were none)."""
    text = text.rstrip()
    if not text.endswith("}"):
        return text, None
    opening = _find_opening(text)
    if opening < 0:
        return text, None
    return text[:opening].rstrip(), text[opening + 1 : -1]


def read_attributes(text: str | None, line: int, findings: Findings) -> Attributes:
    """The attributes written in ``text``, the inside of a pair of braces."""
    if text is None:
        return NO_ATTRIBUTES
    identity, classes, values = "", [], []
    position, end = 0, len(text.rstrip())
    while position < end:
        if text[position].isspace():
            position += 1
            continue
        match = _TOKEN.match(text, position)
        if match is None or (match[1] and match[3]):
            findings.add(line, _unreadable(text[position:]))
            break
        position = match.end()
        sign, name, equals, quoted, bare = match.groups()
        if sign == "#":
            if not _ID.fullmatch(name):
                findings.add(line, f"“#{name}” is no id: use letters, digits and hyphens.")
            if identity:
                findings.add(line, f"There are two ids, #{identity} and #{name}: keep one.")
            identity = identity or name
        elif sign == ".":
            classes.append(name)
        elif equals and not (quoted or bare):
            findings.add(line, f"“{name}=” has no value: write one after the = or remove it.")
        else:
            values.append((name, quoted or bare or ""))
    return _without_repeats(Attributes(identity, tuple(classes), tuple(values)), line, findings)


@dataclass(frozen=True, slots=True)
class Fields:
    """Typed reading of attributes; every wrong value is a finding and yields the fallback."""

    attributes: Attributes
    line: int
    findings: Findings

    def only(self, owner: str, known: Collection[str], classes: Collection[str] = ()) -> None:
        """Report every attribute of ``owner`` that is not ``known``."""
        for name, _ in self.attributes.values:
            if name not in known:
                self._unknown(f"attribute “{name}” on {owner}", name, known)
        for name in self.attributes.classes:
            if name not in classes:
                self._unknown(f"class “.{name}” on {owner}", name, classes)

    def one_of(self, name: str, allowed: Collection[str], fallback: str) -> str:
        """One word out of ``allowed``."""
        value = self.attributes.get(name)
        if value is None:
            return fallback
        if value in allowed:
            return value
        self._unknown(f"{name} “{value}”", value, allowed)
        return fallback

    def number(self, name: str, fallback: float) -> float:
        """A number above 0."""
        value = self.attributes.get(name)
        if value is None:
            return fallback
        number = read_number(value)
        if number is None:
            self._add(f"{name}={value} is not a number above 0: write {name}=2 or {name}=0.5.")
            return fallback
        return number

    def point(self) -> int:
        """``point=1`` to ``point=5``; 0 where it was not given."""
        value = self.attributes.get("point")
        if value is None:
            return 0
        if len(value) == 1 and value in "12345":
            return int(value)
        self._add(f"point={value} is not one of the five points: write point=1 to point=5.")
        return 0

    def flag(self, name: str) -> bool:
        """Whether a bare word is there."""
        value = self.attributes.get(name)
        if value:
            self._add(f"{name} takes no value: write {name} alone.")
        return value is not None

    def words(self, name: str) -> str:
        """Free text; ``""`` where it was not given."""
        value = self.attributes.get(name)
        if value == "":
            self._add(f'{name} has no value: write {name}="..." or remove it.')
        return value or ""

    def _unknown(self, what: str, name: str, known: Collection[str]) -> None:
        self._add(f"Unknown {what}: {suggest(name, known)}")

    def _add(self, message: str) -> None:
        self.findings.add(self.line, message)


def suggest(name: str, known: Collection[str]) -> str:
    """What to write instead of ``name``."""
    near = get_close_matches(name[:40], list(known), n=1)
    if near:
        return f"did you mean “{near[0]}”?"
    return f"known here: {', '.join(sorted(known))}." if known else "none is known here."


def read_number(text: str) -> float | None:
    """A plain decimal number above 0, else None."""
    if not (text.isascii() and _NUMBER.fullmatch(text)):
        return None
    return float(text) or None


def _find_opening(text: str) -> int:
    quoted = False
    for index in range(len(text) - 2, -1, -1):
        if text[index] == '"':
            quoted = not quoted
        elif text[index] == "{" and not quoted:
            return index
    return -1


def _unreadable(rest: str) -> str:
    shown = rest if len(rest) <= 30 else rest[:30] + "…"
    if any(quote in rest for quote in _CURLY_QUOTES):
        return f'Attributes need straight quotes ("), not typographic ones: {shown}'
    return f"Cannot read the attributes from here: {shown} Write #id, .class, key=value or a flag."


def _without_repeats(attributes: Attributes, line: int, findings: Findings) -> Attributes:
    names = [name for name, _ in attributes.values]
    for name in sorted({name for name in names if names.count(name) > 1}):
        findings.add(line, f"“{name}” is given twice: keep one.")
    return attributes
