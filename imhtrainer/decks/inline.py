"""Text within a line: bold, italic, links and hard breaks, as markdown-it-py reads them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from imhtrainer.decks.problem import Findings
from imhtrainer.domain.deck import Run, Text

_SPECIAL = re.compile(r"[*_\\`\[<&]|  \n")
# The commonest style, read without markdown-it-py: bold between spaces, nothing special in it.
_BOLD = re.compile(r"(?:^|(?<=[ \n]))\*\*((?=\S)[^*_\\`\[<&]+(?<=\S))\*\*(?=$|[ \n.,;:!?)])")
_SCHEMES = ("https://", "http://", "mailto:", "tel:")
_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class InlineReader:
    """Reads the inside of a block; a plain line end becomes ``soft``, a hard one a newline."""

    markdown: MarkdownIt
    findings: Findings

    def read(self, content: str, line: int, soft: str = " ", breaks: bool = False) -> Text:
        """The styled runs of ``content``; ``breaks`` allows ``<br>``."""
        if not _SPECIAL.search(_BOLD.sub("", content)):
            return _read_bold(content, soft)
        return _Runs(self.findings, line, soft, breaks).collect(self.tokens(content))

    def tokens(self, content: str) -> list[Token]:
        """The inline tokens of ``content``."""
        tokens: list[Token] = []
        self.markdown.inline.parse(content, self.markdown, {}, tokens)
        return tokens


@dataclass(slots=True)
class _Runs:
    """The style in force while tokens are walked."""

    findings: Findings
    line: int
    soft: str
    breaks: bool
    bold: int = 0
    italic: int = 0
    link: str = ""

    def collect(self, tokens: Sequence[Token]) -> Text:
        runs: list[Run] = []
        for token in tokens:
            text = self._text_of(token)
            if text == "\n" and runs:
                runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip(" "))
            if text:
                runs.append(Run(text, self.bold > 0, self.italic > 0, self.link))
        if any("](" in run.text for run in runs):
            self.findings.add(self.line, "This link cannot be read: write [text](https://...).")
        return merge(runs)

    def _text_of(self, token: Token) -> str:
        match token.type:
            case "text" | "text_special":
                return token.content
            case "softbreak":
                return self.soft
            case "hardbreak":
                return "\n"
            case "strong_open" | "strong_close":
                self.bold += token.nesting
            case "em_open" | "em_close":
                self.italic += token.nesting
            case "link_open":
                self.link = self._target(str(token.attrs.get("href", "")))
            case "link_close":
                self.link = ""
            case "html_inline" if self.breaks and _BREAK.fullmatch(token.content):
                return "\n"
            case _:
                self._refuse(token)
        return ""

    def _target(self, href: str) -> str:
        if href.startswith("#"):
            self.findings.expect(href[1:], self.line)
        elif not href.startswith(_SCHEMES):
            self.findings.add(
                self.line,
                f"The link target “{href}” is unknown: write https:, mailto:, tel: or #id.",
            )
        return href

    def _refuse(self, token: Token) -> None:
        match token.type:
            case "html_inline":
                message = f"Raw HTML is not shown: remove {token.content[:40]}"
            case "image":
                message = "A picture stands in a paragraph of its own: put empty lines around it."
            case _:
                message = f"Code is not shown on slides: remove the backticks of `{token.content}`."
        self.findings.add(self.line, message)


def _read_bold(content: str, soft: str) -> Text:
    joined = soft.join(part.strip(" \t") for part in content.split("\n"))
    pieces = enumerate(_BOLD.split(joined))
    return merge(Run(piece, bold=index % 2 == 1) for index, piece in pieces if piece)


def merge(runs: Iterable[Run]) -> Text:
    """The same text with neighbours of one style joined."""
    merged: list[Run] = []
    for run in runs:
        last = merged[-1] if merged else None
        if last and (last.bold, last.italic, last.link) == (run.bold, run.italic, run.link):
            merged[-1] = Run(last.text + run.text, run.bold, run.italic, run.link)
        else:
            merged.append(run)
    return tuple(merged)
