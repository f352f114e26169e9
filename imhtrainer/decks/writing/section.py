"""A section's heading as Markdown."""

from collections.abc import Iterator

from imhtrainer.decks.writing.blocks import number_text
from imhtrainer.decks.writing.inline import heading
from imhtrainer.domain.deck import Run, Section


def section_line(section: Section) -> str:
    """The heading of a section with its attributes."""
    words = heading((Run(section.title),))
    return f"# {words} {section_braces(section)}"


def section_braces(section: Section) -> str:
    """The attributes of a section."""
    return f"{{{' '.join(_attributes(section))}}}"


def _attributes(section: Section) -> Iterator[str]:
    yield f"#{section.id}"
    if section.minutes:
        yield f"minutes={number_text(section.minutes)}"
    if section.point:
        yield f"point={section.point}"
    if section.rest:
        yield "break"
