"""A deck becomes files: whole or not at all, and a fault says the deck's line."""

import subprocess
import sys
from pathlib import Path

import pytest
from pptx import Presentation
from pypdf import PdfReader

from imhtrainer.decks.parser import read_deck
from imhtrainer.domain.deck import Deck
from imhtrainer.domain.errors import Cancelled, DeckError, LayoutError, RenderError, StoreError
from imhtrainer.layout.context import Context
from imhtrainer.layout.kit import Kit, load_kit
from imhtrainer.render.pptx.parts import Part
from imhtrainer.services.checking import check_deck
from imhtrainer.services.exporting import ExportKind, export_deck
from imhtrainer.services.takeaway import Product, TakeAway, write_takeaway
from imhtrainer.services.trainings import TrainingLibrary

DECKS = Path(__file__).parents[1] / "decks" / "data"
TOO_LONG = (
    "# One {minutes=5}\n\n## A slide\n\n" + "Word upon word. " * 400 + "\n\n::: notes\nSay.\n:::\n"
)


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit()


@pytest.fixture(scope="module")
def little() -> Deck:
    return read_deck(DECKS / "little")


@pytest.fixture
def overfull(tmp_path: Path) -> Path:
    path = tmp_path / "deck" / "deck.md"
    path.parent.mkdir()
    path.write_text(f"---\ntrainer: 1\ntitle: Full\nminutes: 5\n---\n{TOO_LONG}", "utf-8")
    return path


@pytest.mark.parametrize("kind", ["pptx", "pdf"])
def test_a_deck_is_written_with_every_page(
    kind: ExportKind, little: Deck, kit: Kit, tmp_path: Path
) -> None:
    out = tmp_path / "deep" / f"little.{kind}"
    steps: list[tuple[int, int]] = []
    context = Context(facilitator_line="Ana Ruiz, LMHC")
    export_deck(kind, little, out, context, kit, lambda done, total: steps.append((done, total)))
    assert steps[-1] == (little.page_count, little.page_count)
    if kind == "pdf":
        assert len(PdfReader(out).pages) == little.page_count
    else:
        deck = Presentation(str(out))
        assert len(deck.slides) == little.page_count
        assert deck.core_properties.author == "Ana Ruiz, LMHC"


@pytest.mark.parametrize("kind", ["pptx", "pdf"])
def test_a_file_without_a_facilitator_names_the_program_as_its_author(
    kind: ExportKind, little: Deck, kit: Kit, tmp_path: Path
) -> None:
    out = tmp_path / f"little.{kind}"
    export_deck(kind, little, out, Context(), kit)
    said = PdfReader(out).metadata if kind == "pdf" else Presentation(str(out)).core_properties
    assert said is not None
    assert (said.title, said.author) == (little.title, "IMH Trainer")


def test_workbook_and_guide_say_in_their_titles_what_they_are(
    little: Deck, kit: Kit, tmp_path: Path
) -> None:
    said = {}
    products: tuple[Product, ...] = ("slides", "workbook", "guide")
    for product in products:
        out = tmp_path / f"{product}.pdf"
        write_takeaway(TakeAway(product), little, out, Context(), kit)
        told = PdfReader(out).metadata
        said[product] = told.title if told else None
    assert said == {
        "slides": little.title,
        "workbook": f"Workbook: {little.title}",
        "guide": f"Facilitator guide: {little.title}",
    }


@pytest.mark.parametrize("kind", ["pptx", "pdf"])
def test_a_stopped_export_leaves_the_old_file_whole(
    kind: ExportKind, little: Deck, kit: Kit, tmp_path: Path
) -> None:
    out = tmp_path / f"little.{kind}"
    out.write_bytes(b"the old one")

    def stop(done: int, total: int) -> None:
        raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        export_deck(kind, little, out, Context(), kit, stop)
    assert out.read_bytes() == b"the old one"
    assert list(tmp_path.iterdir()) == [out]


def test_a_place_that_cannot_be_written_is_said(little: Deck, kit: Kit, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="it is a folder"):
        export_deck("pdf", little, tmp_path, Context(), kit)


def test_a_slide_that_does_not_fit_is_named_by_file_and_line(
    overfull: Path, kit: Kit, tmp_path: Path
) -> None:
    with pytest.raises(LayoutError, match=r"deck\.md:\d+: "):
        export_deck("pdf", read_deck(overfull), tmp_path / "out.pdf", Context(), kit)
    assert not (tmp_path / "out.pdf").exists()


def test_checking_measures_too_when_it_has_fonts(overfull: Path, kit: Kit) -> None:
    assert check_deck(overfull) == ()
    (problem,) = check_deck(overfull, kit)
    assert str(problem).startswith(f"{overfull}:")
    assert problem.line > 5


def test_a_training_is_found_by_path_or_by_the_name_it_comes_with(tmp_path: Path) -> None:
    library = TrainingLibrary(DECKS, (tmp_path,))
    assert library.find("little") == DECKS / "little"
    assert library.find(str(DECKS / "little" / "deck.md")) == DECKS / "little" / "deck.md"
    with pytest.raises(DeckError, match="built-in training: broken, little"):
        library.find("nothing")


def test_a_training_that_comes_along_is_found_after_the_program_moved(
    little: Deck, tmp_path: Path
) -> None:
    library = TrainingLibrary(DECKS)
    assert library.load(tmp_path / "old place" / "little").title == little.title
    with pytest.raises(DeckError, match="There is no such deck"):
        library.load(tmp_path / "old place" / "somebody-elses")


def test_all_trainings_are_listed_even_broken_and_missing_ones(tmp_path: Path) -> None:
    library = TrainingLibrary(DECKS, (tmp_path / "gone",))
    listed = dict(zip(library.folders(), library.list(), strict=True))
    assert listed[DECKS / "little"].problems == 0
    assert listed[DECKS / "broken"].problems > 0
    assert listed[tmp_path / "gone"].problems > 0
    assert TrainingLibrary(tmp_path / "nowhere").list() == ()


def test_the_powerpoint_reader_is_loaded_only_for_a_template() -> None:
    look = "import sys, imhtrainer.render.pptx; sys.exit('pptx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", look], check=False).returncode == 0


def test_a_damaged_file_is_refused_and_the_old_one_stays(
    little: Deck, kit: Kit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "little.pptx"
    out.write_bytes(b"the old one")
    monkeypatch.setattr(
        "imhtrainer.render.pptx.presentation.core_part",
        lambda meta: Part("docProps/core.xml", "x", b"<"),
    )
    with pytest.raises(RenderError, match=r"would call it damaged: docProps/core\.xml"):
        export_deck("pptx", little, out, Context(), kit)
    assert out.read_bytes() == b"the old one"
    assert list(tmp_path.iterdir()) == [out]
