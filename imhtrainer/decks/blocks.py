"""Markdown lines to blocks: paragraphs, lists, tables, quotes and pictures."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, cast, get_args
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token

from imhtrainer.decks.attributes import Fields, read_attributes, split_attributes
from imhtrainer.decks.inline import InlineReader
from imhtrainer.decks.media import media_kind
from imhtrainer.decks.problem import Findings
from imhtrainer.domain.deck import ListBlock, Media, Paragraph, Picture, Quote, Run, Table, Text

Simple = Paragraph | ListBlock | Table | Quote | Picture
"""A block that plain Markdown can express."""

_Fit = Literal["contain", "cover"]
_Side = Literal["left", "right"]

_TASK = re.compile(r"\[[ xX]\]\s")
_PICTURE_FORM = (
    "This picture cannot be read: write ![what it shows](images/name.svg) in a paragraph of its "
    "own, without spaces in the file's name."
)
_NOT_SHOWN = {
    "fence": "Code blocks are not shown on slides: write the text without ``` fences.",
    "hr": "A line of dashes shows nothing: remove it; a slide begins with ## and its title.",
    "html_block": "Raw HTML is not shown: write Markdown instead.",
}


@dataclass(frozen=True, slots=True)
class Group:
    """One block of the token stream: how it opens, and what lies inside."""

    opening: Token
    inner: Sequence[Token]
    line: int


@dataclass(frozen=True, slots=True)
class BlockReader:
    """Reads a run of Markdown lines into blocks; whatever a slide cannot show is a finding."""

    markdown: MarkdownIt
    inline: InlineReader
    findings: Findings

    def read(self, lines: Sequence[str], first: int, soft: str = " ") -> list[Simple]:
        """The blocks of ``lines``, of which the first is line ``first`` of the deck."""
        blocks = (self._block(group, first, soft) for group in self.groups(lines, first))
        return [block for block in blocks if block is not None]

    def groups(self, lines: Sequence[str], first: int) -> Iterator[Group]:
        """The outermost blocks of ``lines``."""
        tokens: list[Token] = []
        self.markdown.block.parse("\n".join(lines), self.markdown, {}, tokens)
        return split_groups(tokens, first)

    def flat(self, group: Group, first: int, what: str, soft: str = " ") -> Text:
        """The text of a ``group`` that holds one paragraph and nothing else."""
        inner = list(split_groups(group.inner, first))
        for extra in inner[1:]:
            self.findings.add(extra.line, f"{what} holds one paragraph: move this out of it.")
        if not inner:
            return ()
        if inner[0].opening.type != "paragraph_open":
            self.findings.add(inner[0].line, f"{what} holds plain text only.")
            return ()
        return self.inline.read(inner[0].inner[0].content, inner[0].line, soft)

    def _block(self, group: Group, first: int, soft: str) -> Simple | None:
        match group.opening.type:
            case "paragraph_open":
                return self._paragraph(group, soft)
            case "bullet_list_open" | "ordered_list_open":
                return self._list(group, first, soft)
            case "table_open":
                return self._table(group, first)
            case "blockquote_open":
                return Quote(self.flat(group, first, "A quote"), group.line)
            case "heading_open":
                return self._heading(group)
            case kind:
                message = _NOT_SHOWN.get(kind, f"This block ({kind}) is not shown on slides.")
                self.findings.add(group.line, message)
        return None

    def _paragraph(self, group: Group, soft: str) -> Paragraph | Picture | None:
        content = group.inner[0].content
        if content.startswith("!["):
            return self._picture(content, group.line)
        return Paragraph(self.inline.read(content, group.line, soft), group.line)

    def _heading(self, group: Group) -> Paragraph:
        if group.opening.tag != "h3":
            self.findings.add(group.line, "Only #, ## and ### are headings: remove some #.")
        return Paragraph(self.inline.read(group.inner[0].content, group.line), group.line, True)

    def _picture(self, content: str, line: int) -> Picture | None:
        before, braces = split_attributes(content)
        tokens = self.inline.tokens(before)
        if len(tokens) != 1 or tokens[0].type != "image":
            self.findings.add(line, _PICTURE_FORM)
            return None
        fields = Fields(read_attributes(braces, line, self.findings), line, self.findings)
        path = unquote(str(tokens[0].attrs.get("src", "")))
        media = self._media(path, fields)
        if media is None:
            fields.only("a picture", ("fit", "side"))
        return Picture(
            path=path if media is None else fields.words("poster"),
            plays=media,
            alt=tokens[0].content.strip(),
            line=line,
            fit=cast(_Fit, fields.one_of("fit", get_args(_Fit), "contain")),
            side=cast(_Side, fields.one_of("side", get_args(_Side), "right")),
        )

    def _media(self, path: str, fields: Fields) -> Media | None:
        """What plays behind a poster; None for a picture."""
        known = media_kind(path)
        if known is None:
            return None
        kind, mime = known
        fields.only(f"a {kind}", ("fit", "side", "poster", "loop", "mute"))
        if kind == "video" and fields.attributes.get("poster") is None:
            self.findings.add(
                fields.line,
                f"The video “{path}” has no poster: name a picture with poster=images/name.png.",
            )
        return Media(path, kind, mime, fields.flag("loop"), fields.flag("mute"))

    def _list(self, group: Group, first: int, soft: str) -> ListBlock:
        items = [self._item(item, first, soft) for item in split_groups(group.inner, first)]
        return ListBlock(tuple(items), group.opening.type == "ordered_list_open", group.line)

    def _item(self, item: Group, first: int, soft: str) -> Text:
        text = self.flat(item, first, "A list item", soft)
        if not item.inner:
            self.findings.add(item.line, "This list item is empty: write its text or remove it.")
        elif text and _TASK.match(text[0].text):
            self.findings.add(
                item.line, "Choices belong on a checkpoint: add .checkpoint to the slide's title."
            )
        return text

    def _table(self, group: Group, first: int) -> Table:
        rows = [
            tuple(self._cell(cell) for cell in split_groups(row.inner, first))
            for part in split_groups(group.inner, first)
            for row in split_groups(part.inner, first)
        ]
        return Table(rows[0], tuple(rows[1:]), group.line)

    def _cell(self, cell: Group) -> Text:
        content = cell.inner[0].content if cell.inner else ""
        return self.inline.read(content, cell.line, breaks=cell.opening.type == "th_open")


def split_groups(tokens: Sequence[Token], first: int) -> Iterator[Group]:
    """The outermost blocks of a token stream whose own first line is line ``first``."""
    start, depth = 0, 0
    for index, token in enumerate(tokens):
        if depth == 0:
            start = index
        depth += token.nesting
        if depth == 0:
            opening = tokens[start]
            line = first + (opening.map[0] if opening.map else 0)
            yield Group(opening, tokens[start + 1 : index], line)


def make_markdown() -> MarkdownIt:
    """CommonMark with tables, without what would guess: indented code, underlines, references."""
    rules = ["code", "lheading", "reference"]
    return MarkdownIt("commonmark").enable("table").disable(rules)


def bare(text: Text) -> Text:
    """The text without bold, for places that are bold by themselves."""
    return tuple(Run(run.text, False, run.italic, run.link) for run in text)
