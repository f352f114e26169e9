"""A deck's text to a Deck: the way every training enters the program."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from imhtrainer.decks.attributes import Fields
from imhtrainer.decks.blocks import BlockReader, make_markdown
from imhtrainer.decks.frontmatter import FrontMatter, read_front_matter
from imhtrainer.decks.inline import InlineReader
from imhtrainer.decks.outline import RawSection, each_slide, read_outline
from imhtrainer.decks.pictures import file_faults, pictures_of
from imhtrainer.decks.problem import Findings, Problem
from imhtrainer.decks.slides import SlideReader
from imhtrainer.decks.slugs import complete_ids
from imhtrainer.decks.source import find_source, normal_lines, read_source
from imhtrainer.domain.deck import Deck, Section, plain
from imhtrainer.domain.errors import DeckError


def read_deck(path: Path) -> Deck:
    """The deck at ``path``, a ``deck.md`` or its folder.

    Raises DeckError, with every problem that prevents its use, where there is one: whatever
    ``parse`` finds, and pictures that are missing or unreadable.
    """
    file = find_source(path)
    findings = Findings(str(file))
    text = read_source(file, findings)
    if text is None:
        raise _refusal(findings.in_order())
    deck, problems = parse(text, file.parent, str(file))
    if deck is not None:
        problems = tuple(sorted({*problems, *_picture_problems(deck, str(file))}))
    if deck is None or problems:
        raise _refusal(problems)
    return deck


def parse(text: str, folder: Path, name: str) -> tuple[Deck | None, tuple[Problem, ...]]:
    """A deck's text as a Deck, and every problem in it by line; ``name`` is the path they show.

    The deck is None where the text has no slide at all or was written for a newer program. A deck
    that comes with problems is for further checking only.
    """
    findings = Findings(name)
    lines = normal_lines(text, findings)
    front = read_front_matter(lines, findings)
    if front.newer:
        return None, findings.in_order()
    outline = read_outline(lines, front.end, findings)
    sections = _read_sections(outline, findings)
    if not any(section.slides for section in sections):
        findings.add(max(front.end, 1), "The deck has no slide: write # Section, then ## Slide.")
        return None, findings.in_order()
    _check_links(sections, findings)
    digest = sha256("\n".join(lines).encode("utf-8", "surrogatepass")).hexdigest()
    return _make_deck(front, sections, str(folder), digest), findings.in_order()


def _make_deck(front: FrontMatter, sections: tuple[Section, ...], folder: str, digest: str) -> Deck:
    return Deck(
        title=front.title,
        lang=front.lang,
        theme=front.theme,
        minutes=front.minutes,
        folder=folder,
        digest=digest,
        sections=sections,
        subtitle=front.subtitle,
        audience=front.audience,
        article=front.article,
        objectives=front.objectives,
        sources=front.sources,
        materials=front.materials,
        transition=front.transition,
    )


def _read_sections(outline: list[RawSection], findings: Findings) -> tuple[Section, ...]:
    markdown = make_markdown()
    inline = InlineReader(markdown, findings)
    reader = SlideReader(BlockReader(markdown, inline, findings), findings)
    slides = list(each_slide(outline))
    _check_unique([(slide.attributes.id, slide.line) for slide in slides], findings)
    _check_unique([(section.attributes.id, section.line) for section in outline], findings)
    slide_ids = iter(
        complete_ids([s.attributes.id for s in slides], [s.title for s in slides], "slide")
    )
    section_ids = complete_ids(
        [s.attributes.id for s in outline], [s.title for s in outline], "section"
    )
    sections: list[Section] = []
    for raw, identity in zip(outline, section_ids, strict=True):
        section = _read_section(raw, identity, inline, findings)
        read = [reader.read(slide, next(slide_ids), section.point) for slide in raw.slides]
        sections.append(replace(section, slides=tuple(read)))
    return tuple(sections)


def _read_section(
    raw: RawSection, identity: str, inline: InlineReader, findings: Findings
) -> Section:
    fields = Fields(raw.attributes, raw.line, findings)
    fields.only("a section", ("minutes", "point", "break"))
    if not raw.title:
        findings.add(raw.line, "The section has no title: write one after #.")
    return Section(
        id=identity,
        title=plain(inline.read(raw.title, raw.line)),
        minutes=fields.number("minutes", 0.0),
        line=raw.line,
        slides=(),
        point=fields.point(),
        rest=fields.flag("break"),
    )


def _check_unique(ids: list[tuple[str, int]], findings: Findings) -> None:
    seen: dict[str, int] = {}
    for identity, line in ids:
        if identity and identity in seen:
            findings.add(
                line, f"The id #{identity} is taken since line {seen[identity]}: choose another."
            )
        seen.setdefault(identity, line)


def _check_links(sections: tuple[Section, ...], findings: Findings) -> None:
    known = {section.id for section in sections}
    known.update(slide.id for section in sections for slide in section.slides)
    for target, line in findings.links:
        if target not in known:
            findings.add(line, f"The link target #{target} does not exist: no slide has this id.")


def _picture_problems(deck: Deck, name: str) -> list[Problem]:
    folder = Path(deck.folder)
    return [
        Problem(name, picture.line, message)
        for picture in pictures_of(deck)
        for message in file_faults(folder, picture)
    ]


def _refusal(problems: tuple[Problem, ...]) -> DeckError:
    listed = tuple(str(problem) for problem in problems)
    rest = f" (and {len(listed) - 1} more)" if len(listed) > 1 else ""
    return DeckError(f"{listed[0]}{rest}", listed)
