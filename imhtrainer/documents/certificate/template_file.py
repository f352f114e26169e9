"""Reads a certificate's design from TOML and checks it; every fault is told with file and line."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from string import Formatter
from typing import Any

from msgspec import ValidationError, convert

from imhtrainer.documents.certificate.facts import PERSONAL, WORDS
from imhtrainer.documents.certificate.template import (
    NAME,
    SMALLEST_SYMBOL,
    AgendaPart,
    EllipsePart,
    ListPart,
    Paper,
    Part,
    PathPart,
    PicturePart,
    RectPart,
    SymbolPart,
    Template,
    TextPart,
    TypeStyle,
)
from imhtrainer.domain.errors import CertificateError
from imhtrainer.layout.paths import path_data

_PAPERS = ("letter", "a4")
_TABLES = {"title", "paper", "type", "box"}
_LISTS = ("objectives", "competencies", "agenda")
_LINE = re.compile(r"at line (\d+)")
_HAIR = 0.5
LETTERHEAD = frozenset({"organisation", "address", "logo"})
"""Facts that pre-printed paper has on it."""


def read_template(content: bytes, file: str, colors: Mapping[str, str]) -> Template:
    """The design in a file's content; ``colors`` are the theme's.

    Raises ``CertificateError`` that names ``file`` and the line of the first fault.
    """
    try:
        text = content.decode("utf-8")
        tables = tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise CertificateError(f"{file}: this design is not written in UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        found = _LINE.search(str(error))
        line = found.group(1) if found else str(text.count("\n") + 1)
        raise CertificateError(f"{file}:{line}: this is no TOML ({error}).") from error
    return _Reader(text, file, colors).template(tables)


class _Reader:
    """Turns the tables of one file into a template, and tells where a fault stands."""

    def __init__(self, text: str, file: str, colors: Mapping[str, str]) -> None:
        self._lines = text.splitlines()
        self._file, self._colors = file, colors

    def template(self, tables: dict[str, Any]) -> Template:
        """The checked template."""
        for odd in sorted(tables.keys() - _TABLES):
            self._fail(self._key_line(0, odd), f"“{odd}” is nothing a design has")
        title = self._converted(tables.get("title", ""), str, _always(self._key_line(0, "title")))
        if not title:
            self._fail(1, "the design needs a title")
        papers = self._papers(tables.get("paper", {}))
        styles = self._styles(tables.get("type", {}))
        parts = self._parts(tables.get("box", []))
        template = Template(title, papers, {n: s.as_type() for n, s in styles.items()}, parts)
        for number, part in enumerate(parts):
            for key, fault in self._faults(template, number, part):
                self._fail(self._box_line(number, key), f"box “{part.name}”: {fault}")
        self._need(parts)
        return template

    def _papers(self, table: dict[str, Any]) -> dict[str, Paper]:
        for name in _PAPERS:
            if name not in table:
                self._fail(1, f"the table [paper.{name}] is missing")
        return {
            name: self._converted(said, Paper, partial(self._table_line, f"paper.{name}"))
            for name, said in table.items()
        }

    def _styles(self, table: dict[str, Any]) -> dict[str, TypeStyle]:
        start = self._table_line("type")
        styles = {
            name: self._converted(said, TypeStyle, _always(self._key_line(start, name)))
            for name, said in table.items()
        }
        for name, style in styles.items():
            if style.color not in self._colors:
                self._fail(self._key_line(start, name), f"the theme has no color “{style.color}”")
        return styles

    def _parts(self, boxes: Any) -> tuple[Part, ...]:
        if not isinstance(boxes, list):
            self._fail(self._table_line("box"), "boxes are written under [[box]]")
        return tuple(
            self._converted(said, Part, partial(self._box_line, number))
            for number, said in enumerate(boxes)
        )

    def _converted(self, said: Any, kind: Any, line: Callable[[str], int]) -> Any:
        try:
            return convert(said, kind)
        except ValidationError as error:
            fault, _, path = str(error).partition(" - at `$")
            fault = fault.replace("Object", "the table").replace("`", "“", 1).replace("`", "”", 1)
            key = re.match(r"\.(\w+)", path)
            unknown = re.search(r"unknown field “?(\w+)", fault)
            self._fail(line(key.group(1) if key else unknown.group(1) if unknown else ""), fault)
            raise AssertionError from error

    def _faults(self, template: Template, number: int, part: Part) -> Iterator[tuple[str, str]]:
        before = template.parts[:number]
        if any(other.name == part.name for other in before):
            yield "name", "another box has this name"
        yield from self._follow_faults(part, before)
        if part.needs and part.needs not in (*WORDS, *_LISTS):
            yield "needs", f"there is no fact {{{part.needs}}}"
        for key in ("fill", "stroke", "color", "line"):
            color = getattr(part, key, "")
            if color and color not in self._colors:
                yield key, f"the theme has no color “{color}”"
        match part:
            case TextPart() | ListPart() | AgendaPart():
                yield from _set_faults(template, part)
            case PathPart() if not path_data(part.d):
                yield "d", "this is no path"
            case SymbolPart() if part.at[2] < SMALLEST_SYMBOL:
                yield "at", f"the symbol must be {SMALLEST_SYMBOL:g} points (30 mm) wide or more"
        if not isinstance(part, PathPart):
            yield from _place_faults(template, part)

    def _follow_faults(self, part: Part, before: tuple[Part, ...]) -> Iterator[tuple[str, str]]:
        if not part.follows:
            return
        found = next((other for other in before if other.name == part.follows), None)
        if found is None:
            yield "follows", f"no box before it is named “{part.follows}”"
        elif is_personal(found) and not is_personal(part):
            yield (
                "follows",
                f"what all share cannot follow “{part.follows}”, which differs by person",
            )

    def _need(self, parts: tuple[Part, ...]) -> None:
        first = [part for part in parts if 1 in part.pages]
        words = " ".join(part.words for part in first if isinstance(part, TextPart))
        if not any(isinstance(p, TextPart) and p.name == NAME for p in first):
            self._fail(len(self._lines), "a box named “name” is missing on the first page")
        for fact in ("name", "serial", "training", "hours", "basis", "date", "limits"):
            if f"{{{fact}}}" not in words:
                self._fail(len(self._lines), f"the first page must print {{{fact}}}")
        if not any(isinstance(part, SymbolPart) for part in first):
            self._fail(len(self._lines), "the first page must carry the QR symbol")

    def _fail(self, line: int, fault: str) -> None:
        raise CertificateError(
            f"{self._file}:{max(line, 1)}: {fault}. Mend the design, or choose another."
        )

    def _box_line(self, number: int, key: str = "") -> int:
        starts = [n for n, line in enumerate(self._lines) if line.strip() == "[[box]]"]
        start = starts[number] if number < len(starts) else 0
        return self._key_line(start, key, within=True) if key else start + 1

    def _table_line(self, name: str, key: str = "") -> int:
        heads = (n for n, line in enumerate(self._lines) if line.strip() == f"[{name}]")
        start = next(heads, 0)
        return self._key_line(start, key, within=True) if key else start + 1

    def _key_line(self, start: int, key: str, within: bool = False) -> int:
        """The line of a key from ``start`` on, else that of the table's head."""
        for number in range(start, len(self._lines)):
            line = self._lines[number].strip()
            if within and number > start and line.startswith("[") and "=" not in line:
                break
            if re.match(rf"[\"']?{re.escape(key)}[\"']?\s*=", line):
                return number + 1
        return start + 1


def _always(line: int) -> Callable[[str], int]:
    return lambda _key: line


def is_personal(part: Part) -> bool:
    """Whether a box differs from person to person."""
    if isinstance(part, SymbolPart) or part.needs in PERSONAL:
        return True
    return isinstance(part, TextPart) and any(f"{{{fact}}}" in part.words for fact in PERSONAL)


def is_variable(part: Part) -> bool:
    """Whether a box says something of this session or person that pre-printed paper cannot have on it.

    The letterhead, with organization, address and logo, is on such paper.
    """
    match part:
        case SymbolPart() | ListPart() | AgendaPart():
            return True
        case PicturePart():
            return part.fact not in LETTERHEAD
        case TextPart():
            return bool(_facts_in(part.words) - LETTERHEAD)
        case _:
            return False


def _facts_in(words: str) -> frozenset[str]:
    """The facts that stand in braces; raises ``ValueError`` for odd braces."""
    return frozenset(name for _, name, _, _ in Formatter().parse(words) if name is not None)


def _set_faults(
    template: Template, part: TextPart | ListPart | AgendaPart
) -> Iterator[tuple[str, str]]:
    for number, way in enumerate(part.tries()):
        key = "steps" if number else "type"
        if way.type not in template.types:
            yield key, f"there is no type “{way.type}”"
        elif way.at[3] + _HAIR < template.types[way.type].lead * (
            way.lines if isinstance(part, TextPart) else 1
        ):
            yield key if number else "at", f"{way.lines} lines of this type are higher than the box"
    if isinstance(part, TextPart):
        yield from _word_faults(part)


def _word_faults(part: TextPart) -> Iterator[tuple[str, str]]:
    for key, words in (("words", part.words), ("rehearsal", part.rehearsal)):
        try:
            odd = _facts_in(words) - WORDS
        except ValueError as error:
            yield key, f"the braces are odd ({error})"
            continue
        if odd:
            yield key, f"there is no fact {{{min(odd)}}}"


def _place_faults(template: Template, part: Part) -> Iterator[tuple[str, str]]:
    match part:
        case TextPart() | ListPart() | AgendaPart():
            places = [way.at for way in part.tries()]
        case SymbolPart(at=(x, y, side)):
            places = [(x, y, side, side)]
        case PathPart():
            places = []
        case RectPart() | EllipsePart() | _:
            places = [part.at]
    for name, paper in template.papers.items():
        for number, (x, y, w, h) in enumerate(places):
            left, top = x + paper.right, y + paper.down
            if left < 0 or top < 0 or left + w > paper.width or top + h > paper.height:
                yield ("steps" if number else "at"), f"it leaves the paper ({name})"
