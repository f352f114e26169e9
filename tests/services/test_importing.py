"""What was changed in PowerPoint comes back into the deck; any other file becomes a new one."""

import copy
import io
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pptx import Presentation
from pptx.util import Inches, Pt

from imhtrainer.decks.parser import parse, read_deck
from imhtrainer.decks.powerpoint.pictures import pictures_in
from imhtrainer.domain.errors import DeckError
from imhtrainer.domain.quiz import Tally
from imhtrainer.layout.context import Context
from imhtrainer.layout.kit import Kit, load_kit
from imhtrainer.resources import slides_path
from imhtrainer.services.exporting import export_deck
from imhtrainer.services.importing import apply_review, import_training, review_import

LITTLE = Path(__file__).parents[1] / "decks" / "data" / "little"
TRAINING = slides_path() / "it-starts-on-day-1"
Edit = Callable[[Any], None]
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"


@pytest.fixture(scope="module")
def kit() -> Kit:
    """The kit of the built-in theme."""
    return load_kit()


@pytest.fixture(scope="module")
def exported(kit: Kit, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The training as PowerPoint."""
    out = tmp_path_factory.mktemp("exported") / "training.pptx"
    export_deck("pptx", read_deck(TRAINING), out, Context(), kit)
    return out


@pytest.fixture(scope="module")
def saved_by_office(exported: Path) -> Path:
    """The same, opened and saved again by LibreOffice."""
    out = exported.parent / "office"
    profile = f"-env:UserInstallation={(out / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pptx", "--outdir", str(out)]
    subprocess.run([*command, str(exported)], check=True, capture_output=True, timeout=180)
    return out / exported.name


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """A copy of the training that may be changed."""
    return shutil.copytree(TRAINING, tmp_path / "deck")


@pytest.fixture
def edited(tmp_path: Path) -> Callable[[Path, Edit], Path]:
    """A file somebody changed."""

    def make(file: Path, edit: Edit) -> Path:
        opened = Presentation(str(file))
        edit(opened)
        out = tmp_path / "edited.pptx"
        opened.save(str(out))
        return out

    return make


def slide_of(opened: Any, title: str) -> Any:
    titled = ((s.shapes.title, s) for s in opened.slides)
    return next(s for shape, s in titled if shape is not None and shape.text_frame.text == title)


def shape_of(slide: Any, words: str) -> Any:
    return next(s for s in slide.shapes if s.has_text_frame and words in s.text_frame.text)


def changed_lines(diff: str) -> list[str]:
    lines = (line for line in diff.splitlines() if line[:1] in "+-")
    return [line for line in lines if line[:3] not in ("+++", "---")]


def reword(opened: Any) -> None:
    body = shape_of(slide_of(opened, "You are in charge of you"), "Pass").text_frame
    body.paragraphs[1].runs[1].text = " No reason is needed."
    more = copy.deepcopy(body.paragraphs[2]._p)
    body.paragraphs[2]._p.addnext(more)
    body.paragraphs[3].runs[0].text = "Breathe"
    body.paragraphs[3].runs[1].text = " when you need to."


REWORDED = [
    "-- **Step out.** No reason needed.",
    "+- **Step out.** No reason is needed.",
    "+- **Breathe** when you need to.",
]


def test_an_untouched_export_changes_nothing(exported: Path, kit: Kit) -> None:
    review = review_import(exported, TRAINING, kit)
    assert not review.changes
    assert (review.summary, review.remarks, review.problems, review.diff) == ((), (), (), "")


def test_opened_and_saved_by_libreoffice_it_changes_nothing_either(
    saved_by_office: Path, kit: Kit
) -> None:
    review = review_import(saved_by_office, TRAINING, kit)
    assert not review.changes
    assert (review.summary, review.remarks, review.pictures) == ((), (), {})


def test_what_participants_were_handed_takes_no_answer_and_no_note_away(
    kit: Kit, tmp_path: Path
) -> None:
    out = tmp_path / "handed-out.pptx"
    export_deck("pptx", read_deck(TRAINING), out, Context(), kit, edition="participant")
    review = review_import(out, TRAINING, kit)
    assert not review.changes
    assert review.summary == ()


@pytest.mark.parametrize("program", ["exported", "saved_by_office"])
def test_words_and_items_come_back_as_the_lines_that_changed(
    program: str, request: pytest.FixtureRequest, kit: Kit, edited: Callable[[Path, Edit], Path]
) -> None:
    file = edited(request.getfixturevalue(program), reword)
    review = review_import(file, TRAINING, kit)
    assert changed_lines(review.diff) == REWORDED
    assert review.summary == ("#safety: text changed.",)
    assert review.remarks == ()


def test_notes_titles_choices_and_sources_come_back(
    exported: Path, kit: Kit, edited: Callable[[Path, Edit], Path]
) -> None:
    def edit(opened: Any) -> None:
        first = slide_of(opened, "By the end, you can …")
        first.shapes.title.text_frame.paragraphs[0].runs[0].text = "By the end, you will"
        first.notes_slide.notes_text_frame.paragraphs[2].runs[1].text = " Which one?"
        question = next(s for s in opened.slides if s._element.cSld.get("name") == "check-1")
        choice = shape_of(question, "A slip").text_frame
        choice.paragraphs[0].runs[0].text = "A slip that harms her trust"
        source = shape_of(slide_of(opened, "Built in everyday moments"), "De Castro").text_frame
        source.paragraphs[0].runs[0].text += " More, 2025."

    review = review_import(edited(exported, edit), TRAINING, kit)
    names = "E. Fernandez De Castro, 2020. Center on the Developing Child, Harvard."
    source = f"{names} Fearon et al., 2010; Groh et al., 2014."
    assert changed_lines(review.diff) == [
        '-## By the end, you can … {#objectives minutes=2 short="What you will take home"}',
        '+## By the end, you will {#objectives minutes=2 short="What you will take home"}',
        "-**Ask.** Which of the six would help you most right now? "
        "Just think it; you need not say it.",
        "+**Ask.** Which one?",
        f"-{source}",
        f"+{source} More, 2025.",
        "-- [ ] A slip that weakens her trust",
        "+- [ ] A slip that harms her trust",
    ]
    assert review.summary == (
        "#objectives: title, notes changed.",
        "#early-moments: sources changed.",
        "#check-1: question changed.",
    )


@pytest.mark.parametrize("program", ["exported", "saved_by_office"])
def test_slides_that_moved_went_and_came_are_told_by_their_ids(
    program: str, request: pytest.FixtureRequest, kit: Kit, edited: Callable[[Path, Edit], Path]
) -> None:
    def edit(opened: Any) -> None:
        made = opened.slides.add_slide(opened.slide_layouts[2])
        made.shapes.title.text = "A slide of my own"
        box = made.shapes.add_textbox(0, Inches(2), Inches(5), Inches(1))
        box.text_frame.text = "One thing."
        listed = opened.slides._sldIdLst
        by_title = {
            s.shapes.title.text_frame.text: e
            for s, e in zip(opened.slides, listed, strict=True)
            if s.shapes.title is not None
        }
        listed.remove(by_title["Two ties that grow together"])
        moved, new = by_title["Trust it, or check it?"], by_title["A slide of my own"]
        for element in (new, moved):
            listed.remove(element)
            listed.insert(2, element)

    review = review_import(edited(request.getfixturevalue(program), edit), TRAINING, kit)
    assert review.summary == (
        "#a-slide-of-my-own: new, “A slide of my own”.",
        "#trust-or-check: moved after #safety.",
        "#two-ties: deleted, “Two ties that grow together”.",
    )
    after, _ = parse(review.after, TRAINING, "deck.md")
    assert after is not None
    ids = [slide.id for slide in after.slides]
    assert ids[1:5] == ["safety", "trust-or-check", "a-slide-of-my-own", "objectives"]
    assert "two-ties" not in ids
    assert len(ids) == len(read_deck(TRAINING).slides)


ROW = Pt(75)
"""From one choice of an answer page to the next."""


def answer_page(opened: Any) -> Any:
    label = "Checkpoint 1: the answer is B"
    return next(s for s in opened.slides if s.shapes.title and s.shapes.title.text == label)


def move_signs(opened: Any) -> None:
    for shape in answer_page(opened).shapes:
        if shape.name.startswith("right-B"):
            shape.top += ROW


def reletter(opened: Any) -> None:
    answer_page(opened).shapes.title.text_frame.paragraphs[0].runs[0].text = "The answer is: C"


@pytest.mark.parametrize("program", ["exported", "saved_by_office"])
@pytest.mark.parametrize("edit", [move_signs, reletter])
def test_another_right_answer_comes_back_whichever_of_its_signs_was_moved(
    program: str,
    edit: Edit,
    request: pytest.FixtureRequest,
    kit: Kit,
    edited: Callable[[Path, Edit], Path],
) -> None:
    review = review_import(edited(request.getfixturevalue(program), edit), TRAINING, kit)
    assert changed_lines(review.diff) == [
        "-- [x] A repair that builds her trust",
        "+- [ ] A repair that builds her trust",
        "-- [ ] A habit that makes her clingy",
        "+- [x] A habit that makes her clingy",
    ]
    assert review.summary == ("#check-1: right answer changed.",)
    assert (review.remarks, review.problems) == ((), ())


def test_a_second_right_answer_makes_the_question_take_several(
    exported: Path, kit: Kit, edited: Callable[[Path, Edit], Path]
) -> None:
    def edit(opened: Any) -> None:
        for shape in list(answer_page(opened).shapes):
            if shape.name.startswith("right-B"):
                shape._element.addnext(copy.deepcopy(shape._element))
                shape.top += ROW

    review = review_import(edited(exported, edit), TRAINING, kit)
    after, _ = parse(review.after, TRAINING, "deck.md")
    assert after is not None
    question = next(slide.question for slide in after.slides if slide.id == "check-1")
    assert question is not None
    assert (question.kind, question.right_letters) == ("multiple", "BC")


def test_signs_that_contradict_each_other_are_told_and_the_key_stays(
    exported: Path, kit: Kit, edited: Callable[[Path, Edit], Path]
) -> None:
    def edit(opened: Any) -> None:
        tick = next(s for s in answer_page(opened).shapes if s.name == "right-B-tick")
        tick.top -= ROW
        reletter(opened)

    review = review_import(edited(exported, edit), TRAINING, kit)
    assert not review.changes
    assert review.remarks == (
        "#check-1: its answer page says that A and C are right; the deck's own was kept.",
    )


def sections_of(opened: Any) -> list[Any]:
    return list(opened.part._element.iter(f"{P14}section"))


def rename_section(opened: Any) -> None:
    sections_of(opened)[2].set("name", "What it means")


def move_section(opened: Any) -> None:
    section = sections_of(opened)[2]
    section.getnext().addnext(section)
    order = [m.get("id") for s in sections_of(opened) for m in s.iter(f"{P14}sldId")]
    listed = opened.slides._sldIdLst
    listed[:] = sorted(listed, key=lambda slide: order.index(slide.get("id")))


def split_section(opened: Any) -> None:
    section = sections_of(opened)[2]
    second = copy.deepcopy(section)
    second.set("name", "More of it")
    second.set("id", "{AAAAAAAA-1111-4222-8333-444444444444}")
    section.addnext(second)
    for part, kept in ((section, slice(0, 2)), (second, slice(2, None))):
        part[0][:] = list(part[0])[kept]


def join_sections(opened: Any) -> None:
    first, second = sections_of(opened)[2:4]
    first[0].extend(list(second[0]))
    second.getparent().remove(second)


def delete_section(opened: Any) -> None:
    section = sections_of(opened)[3]
    gone = {m.get("id") for m in section.iter(f"{P14}sldId")}
    section.getparent().remove(section)
    listed = opened.slides._sldIdLst
    listed[:] = [slide for slide in listed if slide.get("id") not in gone]


@pytest.mark.parametrize(
    ("edit", "told", "headings"),
    [
        (
            rename_section,
            "Section “What it is”: now “What it means”.",
            ["# What it means {#what-it-is minutes=8}", "# Steady, then respond"],
        ),
        (
            move_section,
            "Section “What it is”: moved after “Steady, then respond”.",
            ["# Steady, then respond", "# What it is {#what-it-is minutes=8}"],
        ),
        (
            split_section,
            "Section “More of it”: new.",
            ["# What it is {#what-it-is minutes=4}", "# More of it {#more-of-it minutes=4}"],
        ),
        (
            join_sections,
            "Section “Steady, then respond”: deleted.",
            ["# What it is {#what-it-is minutes=16}", "# Trust your instincts"],
        ),
        (
            delete_section,
            "Section “Steady, then respond”: deleted.",
            ["# What it is {#what-it-is minutes=8}", "# Trust your instincts"],
        ),
    ],
)
def test_sections_come_back_with_their_minutes(
    edit: Edit,
    told: str,
    headings: list[str],
    exported: Path,
    kit: Kit,
    edited: Callable[[Path, Edit], Path],
) -> None:
    review = review_import(edited(exported, edit), TRAINING, kit)
    written = [line for line in review.after.splitlines() if line.startswith("# ")]
    assert review.summary[-1] == told
    assert all(a.startswith(b) for a, b in zip(written[2:], headings, strict=False))
    assert (review.remarks, review.problems) == ((), ())


def test_a_slide_that_changes_its_section_takes_its_minutes_along(
    exported: Path, kit: Kit, edited: Callable[[Path, Edit], Path]
) -> None:
    review = review_import(edited(exported, join_sections), TRAINING, kit)
    after, _ = parse(review.after, TRAINING, "deck.md")
    assert after is not None
    before = read_deck(TRAINING)
    assert sum(s.minutes for s in after.sections) == sum(s.minutes for s in before.sections)


def red_picture() -> io.BytesIO:
    red = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(red, "PNG")
    return red


def test_a_picture_that_was_deleted_goes_and_a_new_one_comes(
    exported: Path, kit: Kit, deck: Path, edited: Callable[[Path, Edit], Path]
) -> None:
    def edit(opened: Any) -> None:
        repair = slide_of(opened, "Misses are normal. Repair counts.")
        gone = next(s._element for s in repair.shapes if s._element.tag.endswith("}pic"))
        gone.getparent().remove(gone)
        new = slide_of(opened, "By the end, you can …").shapes.add_picture(red_picture(), 0, 0)
        new._element._nvXxPr.cNvPr.set("descr", "A red field")

    review = review_import(edited(exported, edit), deck, kit)
    apply_review(review)
    after = {slide.id: slide for slide in read_deck(deck).slides}
    assert review.summary == ("#objectives: picture changed.", "#repair: picture changed.")
    assert not list(pictures_in(after["repair"].blocks))
    assert [p.path for p in pictures_in(after["objectives"].blocks)] == ["images/a-red-field.png"]


def test_a_picture_that_was_exchanged_is_copied_with_its_alt_text(
    exported: Path, kit: Kit, deck: Path, edited: Callable[[Path, Edit], Path]
) -> None:
    red = red_picture()

    def edit(opened: Any) -> None:
        slide = slide_of(opened, "Misses are normal. Repair counts.")
        picture = next(s for s in slide.shapes if s._element.tag.endswith("}pic"))
        _, identity = slide.part.get_or_add_image_part(red)
        picture._element.blipFill.blip.rEmbed = identity
        picture._element._nvXxPr.cNvPr.set("descr", "A red field")

    review = review_import(edited(exported, edit), deck, kit)
    apply_review(review)
    assert review.summary == ("#repair: picture changed.",)
    assert (deck / "images" / "a-red-field.png").read_bytes() == red.getvalue()
    assert "![A red field](images/a-red-field.png)" in (deck / "deck.md").read_text("utf-8")


def test_applied_the_deck_is_sound_and_the_old_text_is_kept(
    exported: Path, kit: Kit, deck: Path, edited: Callable[[Path, Edit], Path]
) -> None:
    before = (deck / "deck.md").read_bytes()
    apply_review(review_import(edited(exported, reword), deck, kit))
    assert (deck / "deck.md.bak").read_bytes() == before
    assert read_deck(deck).slides[1].id == "safety"
    assert not review_import(edited(exported, reword), deck, kit).changes


def test_a_deck_changed_since_the_review_is_not_overwritten(
    exported: Path, kit: Kit, deck: Path, edited: Callable[[Path, Edit], Path]
) -> None:
    review = review_import(edited(exported, reword), deck, kit)
    (deck / "deck.md").write_text(review.before + "\n", "utf-8")
    with pytest.raises(DeckError, match="changed meanwhile"):
        apply_review(review)


def test_what_the_program_writes_itself_is_told_and_left(
    exported: Path, kit: Kit, edited: Callable[[Path, Edit], Path]
) -> None:
    def edit(opened: Any) -> None:
        label = shape_of(slide_of(opened, "Tell one repair story"), "In pairs")
        label.text_frame.paragraphs[0].runs[0].text = "All together"

    review = review_import(edited(exported, edit), TRAINING, kit)
    assert not review.changes
    assert review.remarks == (
        "#repair-story: “In pairs, 1½ minutes” is written by the program, so its change to "
        "“All together” was left out.",
    )


@pytest.mark.parametrize("title", ["Wholly new", "Hands speak, too (2 of 2)"])
def test_the_number_behind_a_title_that_is_there_twice_is_no_part_of_it(
    title: str, kit: Kit, tmp_path: Path, edited: Callable[[Path, Edit], Path]
) -> None:
    deck, out = shutil.copytree(LITTLE, tmp_path / "twins"), tmp_path / "twins.pptx"
    text = (deck / "deck.md").read_text("utf-8")
    (deck / "deck.md").write_text(f"{text}\n## Hands speak {{#again}}\n\n- Once more\n", "utf-8")
    export_deck("pptx", read_deck(deck), out, Context(), kit)

    def edit(opened: Any) -> None:
        slide_of(opened, "Hands speak (2 of 2)").shapes.title.text_frame.text = title

    assert not review_import(out, deck, kit).changes
    review = review_import(edited(out, edit), deck, kit)
    assert changed_lines(review.diff)[-2:] == [
        "-## Hands speak {#again}",
        f"+## {title.removesuffix(' (2 of 2)')} {{#again}}",
    ]


def test_another_training_is_not_mistaken_for_this_one(kit: Kit, tmp_path: Path) -> None:
    out = tmp_path / "little.pptx"
    export_deck("pptx", read_deck(LITTLE), out, Context(), kit)
    with pytest.raises(DeckError, match="new training"):
        review_import(out, TRAINING, kit)


def test_results_of_a_session_are_no_change_of_the_deck(kit: Kit, tmp_path: Path) -> None:
    deck, out = read_deck(TRAINING), tmp_path / "results.pptx"
    tallies = {
        slide.id: Tally((5, 3, 2), tuple(choice.right for choice in slide.question.choices))
        for slide in deck.slides
        if slide.question is not None
    }
    export_deck("pptx", deck, out, Context("Ann Lee", "Miami, May 3", tallies=tallies), kit)
    review = review_import(out, TRAINING, kit)
    assert (review.changes, review.summary, review.remarks) == (False, (), ())


def test_what_an_own_template_has_no_place_for_is_not_taken_for_deleted(
    kit: Kit, tmp_path: Path
) -> None:
    Presentation().save(str(tmp_path / "house.pptx"))
    out, template = tmp_path / "housed.pptx", tmp_path / "house.pptx"
    export_deck("pptx", read_deck(TRAINING), out, Context(), kit, template=template)
    review = review_import(out, TRAINING, kit)
    assert (review.changes, review.summary, review.remarks) == (False, (), ())


def test_every_layout_of_a_deck_comes_back_unchanged(kit: Kit, tmp_path: Path) -> None:
    out = tmp_path / "little.pptx"
    export_deck("pptx", read_deck(LITTLE), out, Context(), kit)
    assert not review_import(out, LITTLE, kit).changes


def test_a_folder_that_holds_a_training_is_never_overwritten(exported: Path, deck: Path) -> None:
    with pytest.raises(DeckError, match="already holds"):
        import_training(exported, deck)
