"""Blocks as lines of Markdown."""

from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import quote

from imhtrainer.decks.writing.inline import (
    at_start,
    escape,
    heading,
    one_line,
    tidy,
    write_inline,
    write_text,
)
from imhtrainer.domain.deck import (
    Activity,
    Column,
    ListBlock,
    Media,
    Paragraph,
    Picture,
    Quote,
    Table,
    Text,
)

Plain = Paragraph | ListBlock | Table | Quote | Picture


def block_lines(blocks: Sequence[Plain]) -> list[str]:
    """Blocks in the open, an empty line between any two, but for the list below a heading."""
    lines: list[str] = []
    before: Plain | None = None
    other = False
    for block in blocks:
        under_head = isinstance(before, Paragraph) and before.head and isinstance(block, ListBlock)
        if before is not None and not under_head:
            lines.append("")
        # Two lists that follow each other stay two where their marks differ.
        other = isinstance(block, ListBlock) and _same_kind(before, block) and not other
        lines += _lines(block, other)
        before = block
    return lines


def fenced(name: str, attributes: Iterable[str], inner: Sequence[str]) -> list[str]:
    """Lines between ``::: name {attributes}`` and ``:::``."""
    braces = " ".join(attributes)
    return [f"::: {name} {{{braces}}}" if braces else f"::: {name}", *inner, ":::"]


def column_lines(column: Column) -> list[str]:
    """One half of a two-column slide."""
    return fenced(column.side, (), block_lines(_plain_only(column.blocks)))


def activity_lines(activity: Activity) -> list[str]:
    """Something the room does."""
    steps = list_lines(activity.steps, "1. ") if activity.steps else []
    choice = paragraph_lines(activity.choice) if activity.choice else []
    between = [""] if steps and choice else []
    return fenced("activity", _activity_attributes(activity), [*steps, *between, *choice])


def paragraph_lines(text: Text) -> list[str]:
    """A paragraph; a hard break is a backslash at the end of a line."""
    return write_text(tidy(text)).split("\n")


def list_lines(items: Iterable[Text], mark: str) -> list[str]:
    """A list; ``mark`` is ``"- "``, or ``"1. "`` for one that counts."""
    return [line for number, item in enumerate(items, 1) for line in _item(item, mark, number)]


def number_text(number: float) -> str:
    """A number of minutes as attributes hold it."""
    return f"{round(number, 3):g}"


def _lines(block: Plain, other: bool) -> list[str]:
    match block:
        case Paragraph(text=text, head=True):
            return [f"### {heading(text)}"]
        case Paragraph(text=text):
            return paragraph_lines(text)
        case ListBlock(items=items, ordered=True):
            return list_lines(items, "1) " if other else "1. ")
        case ListBlock(items=items):
            return list_lines(items, "* " if other else "- ")
        case Quote(text=text):
            return [f"> {line}" for line in paragraph_lines(text)]
        case Table():
            return list(_table(block))
        case Picture():
            return [_picture(block)]


def _same_kind(before: object, block: ListBlock) -> bool:
    return isinstance(before, ListBlock) and before.ordered == block.ordered


def _plain_only(blocks: Sequence[object]) -> list[Plain]:
    return [block for block in blocks if isinstance(block, Plain)]


def _item(item: Text, mark: str, number: int) -> Iterator[str]:
    own = mark.replace("1", str(number), 1)
    first, *more = paragraph_lines(item)
    yield f"{own}{first}"
    yield from (f"{' ' * len(own)}{line}" for line in more)


def _table(table: Table) -> Iterator[str]:
    head = (write_inline(tidy(cell)).replace("\n", "<br>") for cell in table.header)
    yield _row(head)
    yield _row("---" for _ in table.header)
    for row in table.rows:
        yield _row(write_inline(one_line(cell)) for cell in row)


def _row(cells: Iterable[str]) -> str:
    return "|" + "".join(f" {cell} |" if cell else " |" for cell in map(_in_cell, cells))


def _in_cell(words: str) -> str:
    return words.replace("|", "\\|")


def _picture(picture: Picture) -> str:
    braces = " ".join(_picture_attributes(picture))
    source = quote(picture.file, safe="/-_.~")
    return f"![{alt_words(picture.alt)}]({source}){f'{{{braces}}}' if braces else ''}"


def alt_words(alt: str) -> str:
    """Alt text as it can stand in square brackets: on one line, with round ones inside."""
    signs = {"[": "(", "]": ")", "\\": "/", "`": "'", "<": "‹", ">": "›"}
    return " ".join("".join(signs.get(letter, letter) for letter in alt).split())


def _picture_attributes(picture: Picture) -> Iterator[str]:
    if picture.plays is not None:
        yield from _media_attributes(picture.plays, picture.path)
    if picture.fit != "contain":
        yield f"fit={picture.fit}"
    if picture.side != "right":
        yield f"side={picture.side}"


def _media_attributes(media: Media, poster: str) -> Iterator[str]:
    if poster:
        yield f'poster="{poster}"'
    if media.loop:
        yield "loop"
    if media.mute:
        yield "mute"


def _activity_attributes(activity: Activity) -> Iterator[str]:
    if activity.minutes != 1.0:
        yield f"minutes={number_text(activity.minutes)}"
    yield f"mode={activity.mode}"


def plain_item(words: str) -> str:
    """Plain words as the text of a list item, a quote or a paragraph."""
    return at_start(escape(" ".join(words.split())))
