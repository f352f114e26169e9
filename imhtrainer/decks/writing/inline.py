"""Styled text as Markdown that reads back as the same text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from imhtrainer.decks.blocks import make_markdown
from imhtrainer.decks.inline import InlineReader, merge
from imhtrainer.decks.problem import Findings
from imhtrainer.domain.deck import Run, Text

_SPECIAL = re.compile(r"[\\`*_<]|&(?=[#\w]+;)|\[(?=[^\]]*\]\()|\](?=\()|!(?=\[)")
_BRACKET = re.compile(r"(?<!\\)[\[\]]")
_TASK = re.compile(r"^\[(?=[ xX]\])")
_AT_START = re.compile(
    r"^(?:([-+](?=\s|$|-)|#(?=#{0,5}(?:\s|$))|>|\||~(?=~~)|=|:(?=::)|!(?=\[))|(\d{1,9})([.)])(?=\s|$))"
)
_SIGNS = ("*", "_")


def escape(words: str) -> str:
    """Plain words within a line as Markdown that shows just these words."""
    return _TASK.sub(r"\\[", _SPECIAL.sub(_with_backslash, words))


def at_start(markdown: str) -> str:
    """A line of Markdown text that begins no list, heading, quote or table."""
    return _AT_START.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", markdown)


def one_line(text: Text) -> Text:
    """The text on one line with single spaces where it had others, as a title or a table's cell holds it."""
    return tidy(text, breaks=False)


def tidy(text: Text, breaks: bool = True) -> Text:
    """The text as Markdown can hold it: no space around line breaks, none twice, none at its ends."""
    pieces: list[Run] = []
    before = "\n"
    for run in text:
        words = ""
        for letter in run.text:
            sign = (
                "\n" if letter in "\n\v" and breaks else " " if letter in " \t\r\n\v\f" else letter
            )
            if sign in " \n" and before in " \n":
                if sign == "\n" and before == " " and words.endswith(" "):
                    words, before = f"{words[:-1]}\n", "\n"
                continue
            words += sign
            before = sign
        pieces.append(Run(words, run.bold, run.italic, run.link))
    return merge(_bare_ends([run for run in pieces if run.text]))


def write_text(text: Text) -> str:
    """A text as lines of Markdown that begin nothing but a paragraph; a hard break ends in a backslash."""
    return "\\\n".join(at_start(line) for line in write_inline(text).split("\n"))


def write_inline(text: Text) -> str:
    """A text as Markdown with its line breaks as they are.

    Style that Markdown cannot express next to other letters is left out.
    """
    wanted = merge(run for run in _spaces_unstyled(text) if run.text)
    for way in _WAYS:
        written = "".join(_linked(wanted, way))
        if _reads_as(written, wanted):
            return written
    return escape("".join(run.text for run in wanted))


def heading(text: Text) -> str:
    """A text on the line of a heading; signs # at its end stay, which Markdown would take for its close."""
    words = write_inline(one_line(text))
    stem = words.rstrip("#")
    return stem + words[len(stem) :].replace("#", "\\#")


@dataclass(frozen=True, slots=True)
class _Way:
    """Signs of bold and italic; ``coded`` writes the letter before them by its number, so that they open."""

    italic: str
    coded: bool


_WAYS = tuple(_Way(sign, coded) for coded in (False, True) for sign in _SIGNS)


def _linked(text: Text, way: _Way) -> Iterator[str]:
    for link, runs in groupby(text, key=lambda run: run.link):
        inner = "".join(_emphasized(tuple(runs), way))
        inner = _BRACKET.sub(_with_backslash, inner) if link else inner
        yield f"[{inner}](<{link}>)" if " " in link else f"[{inner}]({link})" if link else inner


def _emphasized(runs: Text, way: _Way) -> Iterator[str]:
    for bold, group in groupby(runs, key=lambda run: run.bold):
        inner = "".join(_italics(tuple(group), way))
        if bold and way.coded:
            inner = _coded_ends(inner)
        yield f"**{inner}**" if bold else _coded_ends(inner) if way.coded else inner


def _italics(runs: Text, way: _Way) -> Iterator[str]:
    for run in runs:
        words = escape(run.text)
        sign = way.italic if run.italic else ""
        yield f"{sign}{words}{sign}"


def _coded_ends(words: str) -> str:
    """First and last letter by their numbers: beside a sign of emphasis they count as punctuation."""
    if len(words) > 1 and words[-1].isalnum():
        words = f"{words[:-1]}&#{ord(words[-1])};"
    if words[:1].isalnum():
        words = f"&#{ord(words[0])};{words[1:]}"
    return words


def _reads_as(written: str, wanted: Text) -> bool:
    reader = InlineReader(make_markdown(), Findings(""))
    return reader.read(written.replace("\n", "\\\n"), 1) == wanted


def _spaces_unstyled(text: Text) -> Iterator[Run]:
    """Spaces at the ends of a styled run belong to the plain text around it."""
    for run in text:
        core = run.text.strip(" \n")
        if not (run.bold or run.italic) or core == run.text:
            yield run
            continue
        lead, _, tail = run.text.partition(core) if core else (run.text, "", "")
        yield Run(lead, link=run.link)
        if core:
            yield Run(core, run.bold, run.italic, run.link)
            yield Run(tail, link=run.link)


def _bare_ends(runs: list[Run]) -> list[Run]:
    while runs and not (words := runs[-1].text.rstrip(" \n")):
        runs.pop()
    if runs:
        runs[-1] = Run(words, runs[-1].bold, runs[-1].italic, runs[-1].link)
    return runs


def _with_backslash(match: re.Match[str]) -> str:
    return f"\\{match[0]}"
