"""The skeleton of a deck's text: sections, slides, and the parts between ``:::`` lines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from imhtrainer.decks.attributes import (
    NO_ATTRIBUTES,
    Attributes,
    read_attributes,
    split_attributes,
    suggest,
)
from imhtrainer.decks.problem import Findings

DIRECTIVES = ("left", "right", "activity", "explain", "notes", "source")
"""Every name that may follow ``:::``."""

_HEADING = re.compile(r" {0,3}(#{1,2})(?:[ \t]+(.*)|[ \t]*)")
_CLOSING_SIGNS = re.compile(r"[ \t]+#+$")
_FENCE = re.compile(r" {0,3}:::+[ \t]*(.*)")
_NAME = re.compile(r"([\w-]*)[ \t]*(.*)")


@dataclass(slots=True)
class Part:
    """A run of Markdown lines that begins at ``line``; ``directive`` is ``""`` in the open."""

    line: int
    directive: str = ""
    attributes: Attributes = NO_ATTRIBUTES
    lines: list[str] = field(default_factory=list)

    @property
    def first(self) -> int:
        """The line number of ``lines[0]``."""
        return self.line + 1 if self.directive else self.line


@dataclass(slots=True)
class RawSlide:
    """A slide as written: its title line and the parts below it."""

    title: str
    attributes: Attributes
    line: int
    parts: list[Part] = field(default_factory=list)


@dataclass(slots=True)
class RawSection:
    """A section as written."""

    title: str
    attributes: Attributes
    line: int
    slides: list[RawSlide] = field(default_factory=list)


def read_outline(lines: list[str], start: int, findings: Findings) -> list[RawSection]:
    """The sections of ``lines`` from index ``start`` on (the lines above are front matter)."""
    scanner = _Scanner(findings)
    for number, line in enumerate(lines[start:], start + 1):
        scanner.take(number, line)
    scanner.close_slide()
    return scanner.sections


@dataclass(slots=True)
class _Scanner:
    """Where the reading stands: the open section, slide and part."""

    findings: Findings
    sections: list[RawSection] = field(default_factory=list)
    slide: RawSlide | None = None
    part: Part | None = None
    stray: bool = False

    def take(self, number: int, line: str) -> None:
        mark = line.lstrip(" ")[:1]
        if mark == "#" and (match := _HEADING.fullmatch(line)):
            self._open_heading(number, len(match[1]), match[2] or "")
        elif mark == ":" and (match := _FENCE.fullmatch(line)):
            self._take_fence(number, match[1].strip())
        elif self.slide is None:
            self._take_stray(number, line)
        else:
            self._take_text(self.slide, number, line)

    def close_slide(self) -> None:
        part = self.part
        if part is not None and part.directive:
            self.findings.add(part.line, f"“::: {part.directive}” is not closed: end it with :::")
        self.part = None
        self.slide = None

    def _open_heading(self, number: int, level: int, text: str) -> None:
        self.close_slide()
        self.stray = False
        title, braces = split_attributes(text)
        title = _CLOSING_SIGNS.sub("", title)
        attributes = read_attributes(braces, number, self.findings)
        if level == 1:
            self.sections.append(RawSection(title, attributes, number))
            return
        if not self.sections:
            self.findings.add(
                number, "This slide stands outside a section: put a “# Section” line above it."
            )
            self.sections.append(RawSection(title, NO_ATTRIBUTES, number))
        self.slide = RawSlide(title, attributes, number)
        self.sections[-1].slides.append(self.slide)

    def _take_fence(self, number: int, rest: str) -> None:
        if not rest:
            self._close_directive(number)
            return
        match = _NAME.fullmatch(rest)
        name, tail = (match[1], match[2]) if match else (rest, "")
        before, braces = split_attributes(tail)
        if before or name not in DIRECTIVES:
            shown = rest if before else name or rest
            self.findings.add(number, f"Unknown block “::: {shown}”: {suggest(name, DIRECTIVES)}")
        self._open_directive(number, name or "?", read_attributes(braces, number, self.findings))

    def _open_directive(self, number: int, name: str, attributes: Attributes) -> None:
        if self.slide is None:
            self.findings.add(number, f"“::: {name}” stands outside a slide: move it.")
            self.slide = RawSlide("", NO_ATTRIBUTES, number)
        if self.part is not None and self.part.directive:
            self.findings.add(
                number,
                f"“::: {name}” begins inside “::: {self.part.directive}” of line {self.part.line}: "
                "close that one first with :::",
            )
        self.part = Part(number, name, attributes)
        self.slide.parts.append(self.part)

    def _close_directive(self, number: int) -> None:
        if self.part is None or not self.part.directive:
            self.findings.add(number, "This ::: closes nothing: remove it, or name what it opens.")
        self.part = None

    def _take_stray(self, number: int, line: str) -> None:
        if not line.strip() or self.stray:
            return
        self.stray = True
        where = "above a section's first slide" if self.sections else "above the first section"
        self.findings.add(number, f"Text {where} is shown nowhere: move it below a ## title.")

    def _take_text(self, slide: RawSlide, number: int, line: str) -> None:
        if self.part is None:
            if not line.strip():
                return
            self.part = Part(number)
            slide.parts.append(self.part)
        self.part.lines.append(line)


def each_slide(sections: list[RawSection]) -> Iterator[RawSlide]:
    """All slides in order."""
    for section in sections:
        yield from section.slides


def is_checkpoint(attributes: Attributes) -> bool:
    """Whether a slide asks a question."""
    return "checkpoint" in attributes.classes or attributes.get("layout") == "checkpoint"
