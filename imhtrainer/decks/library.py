"""A glance at a deck: enough for its card on the first page, without reading its Markdown."""

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from imhtrainer.decks.frontmatter import FrontMatter, read_front_matter
from imhtrainer.decks.media import media_kind
from imhtrainer.decks.outline import RawSlide, each_slide, is_checkpoint, read_outline
from imhtrainer.decks.problem import Findings
from imhtrainer.decks.source import find_source, is_file, normal_lines, read_source

_PICTURE = re.compile(r"!\[[^\]]*\]\(<?([^)\s>]+)>?\)")
_SHOWN_PROBLEMS = 3


@dataclass(frozen=True, slots=True)
class DeckSummary:
    """A deck's facts for a card; ``cover`` is the path of its first picture.

    ``slides`` counts pages as they are numbered: a question with an answer page counts two.
    ``checkpoints`` counts the questions of the teaching itself, not those asked before and after.
    ``problems`` counts what a glance sees (file, front matter, outline): ``find_problems`` sees
    all; ``first_problems`` holds up to three of them as ``path:line: message``.
    """

    title: str
    subtitle: str
    minutes: float
    slides: int
    checkpoints: int
    cover: str | None
    problems: int
    first_problems: tuple[str, ...]


def summarise(path: Path) -> DeckSummary:
    """The summary of the deck at ``path``, a file or its folder; it never raises on a bad deck."""
    file = find_source(path)
    findings = Findings(str(file))
    text = read_source(file, findings)
    if text is None:
        return _make(FrontMatter(), [], file, findings)
    lines = normal_lines(text, findings)
    front = read_front_matter(lines, findings)
    slides = list(each_slide(read_outline(lines, front.end, findings)))
    return _make(front, slides, file, findings)


def _make(
    front: FrontMatter, slides: list[RawSlide], file: Path, findings: Findings
) -> DeckSummary:
    problems = findings.in_order()
    return DeckSummary(
        title=front.title or file.absolute().parent.name,
        subtitle=front.subtitle,
        minutes=front.minutes,
        slides=sum(_pages(slide) for slide in slides),
        checkpoints=sum(_is_taught_checkpoint(slide) for slide in slides),
        cover=_cover(slides, file.parent),
        problems=len(problems),
        first_problems=tuple(str(problem) for problem in problems[:_SHOWN_PROBLEMS]),
    )


def _is_taught_checkpoint(slide: RawSlide) -> bool:
    phase = slide.attributes.get("phase")
    return is_checkpoint(slide.attributes) and phase in (None, "check")


def _pages(slide: RawSlide) -> int:
    answered = is_checkpoint(slide.attributes) and slide.attributes.get("phase") != "pre"
    return 2 if answered else 1


def _cover(slides: list[RawSlide], folder: Path) -> str | None:
    for slide in slides:
        for part in slide.parts:
            found = _PICTURE.search("\n".join(part.lines))
            if found and media_kind(unquote(found[1])) is None:
                file = folder / unquote(found[1])
                return str(file) if is_file(file) else None
    return None
