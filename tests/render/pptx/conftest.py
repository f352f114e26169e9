"""Small pages set by hand, PowerPoint files opened again, and LibreOffice with our fonts."""

import html
import json
import os
import re
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pptx
import pytest

from imhtrainer.decks.parser import read_deck
from imhtrainer.domain.deck import Deck
from imhtrainer.domain.quiz import Tally
from imhtrainer.layout.compose import compose_deck
from imhtrainer.layout.context import Context
from imhtrainer.layout.kit import Kit, load_kit
from imhtrainer.layout.meta import DocumentMeta
from imhtrainer.layout.page import Box, Page, Span, TextBox, TextParagraph
from imhtrainer.layout.text import Frame, set_text
from imhtrainer.render.pptx import write_pptx
from imhtrainer.resources import resource_path, slides_path

SetWords = Callable[..., TextBox]
MakePage = Callable[..., Page]
Opened = Callable[..., Any]

_FONT_CONFIG = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir>
<alias binding="same"><family>Georgia</family><prefer><family>Gelasio</family></prefer></alias>
<alias binding="same"><family>Calibri</family><prefer><family>Carlito</family></prefer></alias>
</fontconfig>
"""
_WORD = re.compile(
    r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>'
)


@dataclass(frozen=True, slots=True)
class PrintedWord:
    """A word on a printed page: its centre in points and its letters."""

    x: float
    y: float
    text: str


@pytest.fixture(scope="session")
def kit() -> Kit:
    return load_kit()


@pytest.fixture(scope="session")
def words(kit: Kit) -> SetWords:
    def set_words(
        text: str, role: str = "", x: float = 56, y: float = 124, **style: Any
    ) -> TextBox:
        size = style.pop("size", 26)
        lead, name = style.pop("lead", 34), style.pop("name", role or "words")
        frame = Frame(x, y, style.pop("w", 400), style.pop("h", 200))
        anchor = style.pop("anchor", "top")
        layout = {key: style.pop(key) for key in ("align", "indent", "bullet") if key in style}
        paragraphs = [
            TextParagraph((Span(part, size=size, **style),), lead, before=10, **layout)
            for part in text.split("\n\n")
        ]
        return set_text(kit.fonts, frame, paragraphs, name, role, anchor)

    return set_words


@pytest.fixture(scope="session")
def page(kit: Kit, words: SetWords) -> MakePage:
    def make_page(*boxes: Box, title: str = "Two ties", **fields: Any) -> Page:
        known = {"layout": "text", "slide_id": "", "ground": "paper", "number": 1, **fields}
        labelled = any(isinstance(box, TextBox) and box.role == "label" for box in boxes)
        role = "label" if known["layout"] == "answer" and not labelled else "title"
        head = words(title, role, y=36, w=848, size=40, lead=52, family="head", bold=True)
        return Page(
            width=960,
            height=540,
            boxes=(head, *boxes),
            palette=kit.theme.colors,
            title=title,
            description=title,
            **known,
        )

    return make_page


@pytest.fixture(scope="session")
def workshop_deck() -> Deck:
    """The workshop that comes with the program."""
    return read_deck(slides_path() / "it-starts-on-day-1" / "deck.md")


@pytest.fixture(scope="session")
def workshop(workshop_deck: Deck, kit: Kit) -> tuple[Page, ...]:
    """The workshop's pages, with a room's answers, some after a second vote."""
    tallies = _tallies(workshop_deck)
    context = Context("Maya Lindqvist, LCSW", "Harbor Library, 31 January 2026", tallies)
    return compose_deck(workshop_deck, context, kit)


@pytest.fixture(scope="session")
def microsoft_errors(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], list[str]]:
    """What Microsoft's own validator says about a file; ``tests/run`` installs it."""
    program = Path(__file__).parents[3] / ".validator/node_modules/.bin/ooxml-validator"
    if not program.exists():
        pytest.skip("Microsoft's validator is not here: bash tests/run installs it")
    path = tmp_path_factory.mktemp("validated") / "deck.pptx"

    def validate(blob: bytes) -> list[str]:
        path.write_bytes(blob)
        done = subprocess.run([program, path], capture_output=True, text=True, check=False)
        said = json.loads(done.stdout)
        assert said["ok"] is (not said["errors"])
        return [f"{error['path']}: {error['description']}" for error in said["errors"]]

    return validate


@pytest.fixture(scope="session")
def written(kit: Kit) -> Callable[..., bytes]:
    def write(*pages: Page, meta: DocumentMeta | None = None) -> bytes:
        out = BytesIO()
        write_pptx(pages, out, meta or DocumentMeta("It starts on day 1"), kit.theme)
        return out.getvalue()

    return write


@pytest.fixture(scope="session")
def opened(written: Callable[..., bytes]) -> Opened:
    def open_again(*pages: Page, **options: Any) -> Any:
        return pptx.Presentation(BytesIO(written(*pages, **options)))

    return open_again


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], Sequence[Any]]:
    """Words of each page as LibreOffice prints a file with Gelasio for Georgia, Carlito for Calibri."""
    folder = tmp_path_factory.mktemp("office")
    config = folder / "fonts.conf"
    config.write_text(_FONT_CONFIG.format(fonts=resource_path("fonts"), cache=folder / "cache"))

    def print_file(blob: bytes) -> Sequence[Sequence[PrintedWord]]:
        deck = folder / "deck.pptx"
        deck.write_bytes(blob)
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                str(folder),
                str(deck),
            ],
            check=True,
            capture_output=True,
            timeout=240,
            env={**os.environ, "FONTCONFIG_FILE": str(config)},
        )
        return _words_of(deck.with_suffix(".pdf"))

    return print_file


def _tallies(deck: Deck) -> dict[str, Tally]:
    return {
        slide.id: Tally(
            tuple(range(3, 3 + len(slide.question.choices))),
            tuple(choice.right for choice in slide.question.choices),
            (2,) * len(slide.question.choices) if slide.question.point == 1 else (),
        )
        for slide in deck.slides
        if slide.question is not None
    }


def _words_of(pdf: Path) -> list[list[PrintedWord]]:
    done = subprocess.run(
        ["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True, text=True
    )
    pages = re.findall(r"<page.*?</page>", done.stdout, re.DOTALL)
    return [[_word(*found) for found in _WORD.findall(text)] for text in pages]


def _word(left: str, top: str, right: str, bottom: str, letters: str) -> PrintedWord:
    x, y = (float(left) + float(right)) / 2, (float(top) + float(bottom)) / 2
    return PrintedWord(x, y, html.unescape(letters))
