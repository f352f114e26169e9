"""A participant's file tells no answer, wherever one looks in it; a trainer's tells them all."""

import html
import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from imhtrainer.decks.parser import read_deck
from imhtrainer.domain.deck import Deck, Section
from imhtrainer.domain.edition import Edition, deck_in
from imhtrainer.domain.quiz import Question, Tally
from imhtrainer.layout.context import Context
from imhtrainer.layout.kit import Kit, load_kit
from imhtrainer.resources import slides_path
from imhtrainer.services.exporting import export_deck


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit()


@pytest.fixture(scope="module")
def training() -> Deck:
    return read_deck(slides_path() / "it-starts-on-day-1")


def questions(deck: Deck) -> list[Question]:
    return [slide.question for slide in deck.slides if slide.question is not None]


def answered(deck: Deck) -> Context:
    """A room that voted on everything, most of it rightly."""
    tallies = {
        slide.id: Tally(
            tuple(17 if choice.right else 2 for choice in slide.question.choices),
            tuple(choice.right for choice in slide.question.choices),
        )
        for slide in deck.slides
        if slide.question is not None
    }
    return Context(facilitator_line="Ana Ruiz, LMHC", tallies=tallies)


def with_other_keys(section: Section) -> Section:
    """The section with every key moved by one choice."""
    slides = []
    for slide in section.slides:
        if slide.question is None:
            slides.append(slide)
            continue
        choices = slide.question.choices
        turned = tuple(
            replace(choice, right=choices[index - 1].right) for index, choice in enumerate(choices)
        )
        slides.append(replace(slide, question=replace(slide.question, choices=turned)))
    return replace(section, slides=tuple(slides))


def words_in(package: bytes) -> str:
    """All letters of a package: every part, packages within it, and the names of the parts."""
    told = ""
    with ZipFile(BytesIO(package)) as archive:
        for name in archive.namelist():
            content = archive.read(name)
            told += f"{name}\n"
            told += (
                words_in(content) if name.endswith(".xlsx") else content.decode("utf-8", "replace")
            )
    plain = re.sub(r"</a:t>.*?<a:t>|<[^>]+>", "", told) + told
    return html.unescape(plain)


def secrets(deck: Deck) -> set[str]:
    """Every text that tells an answer."""
    told = {
        "Right answer",
        "the answer is",
        "the answers are",
        "right-A-",
        "right-B-",
        "right-C-",
        "right-D-",
    }
    for question in questions(deck):
        told |= {choice.feedback for choice in question.choices}
        told.add(question.explanation)
    return told - {""}


def written(deck: Deck, kit: Kit, path: Path, edition: Edition) -> bytes:
    export_deck("pptx", deck, path, answered(deck), kit, edition=edition)
    return path.read_bytes()


def test_a_participant_finds_no_answer_anywhere_in_the_package(
    training: Deck, kit: Kit, tmp_path: Path
) -> None:
    package = written(training, kit, tmp_path / "deck.pptx", "participant")
    told = words_in(package)
    assert len(secrets(training)) > 40
    assert sorted(secret for secret in secrets(training) if secret in told) == []
    assert not re.search(r"ppt/(notesSlides|charts|embeddings)/", told)


def test_the_search_would_find_them_in_a_trainers_package(
    training: Deck, kit: Kit, tmp_path: Path
) -> None:
    told = words_in(written(training, kit, tmp_path / "deck.pptx", "trainer"))
    asked = [question for question in questions(training) if question.phase != "pre"]
    assert all(question.explanation in told for question in asked)
    assert all(choice.feedback in told for question in asked for choice in question.choices)
    assert "ppt/charts/chart1.xml" in told


def test_a_participants_file_is_the_same_whatever_is_right(
    training: Deck, kit: Kit, tmp_path: Path
) -> None:
    turned = replace(training, sections=tuple(map(with_other_keys, training.sections)))
    assert [q.right_letters for q in questions(turned)] != [
        q.right_letters for q in questions(training)
    ]
    first, second = (
        written(deck, kit, tmp_path / "deck.pptx", "participant") for deck in (training, turned)
    )
    assert first == second


def test_slides_of_a_participant_are_counted_through(training: Deck) -> None:
    handed_out = deck_in("participant", training)
    assert handed_out.page_count == len(training.slides)
    assert handed_out.numbers == tuple(range(1, len(training.slides) + 1))
    assert deck_in("trainer", training) is training


def test_paper_has_editions_too(training: Deck, kit: Kit, tmp_path: Path) -> None:
    out = tmp_path / "deck.pdf"
    export_deck("pdf", training, out, answered(training), kit, edition="participant")
    text = " ".join(" ".join(page.extract_text().split()) for page in PdfReader(out).pages)
    assert sorted(secret for secret in secrets(training) if secret in text) == []
