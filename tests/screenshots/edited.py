"""The training as it might come back from a colleague who went over it in PowerPoint."""

from pathlib import Path
from typing import Any

from pptx import Presentation

from imhtrainer.decks.parser import read_deck
from imhtrainer.layout.context import Context
from imhtrainer.layout.kit import Kit
from imhtrainer.resources import slides_path
from imhtrainer.services.exporting import export_deck


def edited_export(out: Path, kit: Kit) -> Path:
    """A text and a note changed, a slide added, one moved and one deleted."""
    export_deck("pptx", read_deck(slides_path() / "it-starts-on-day-1"), out, Context(), kit)
    opened: Any = Presentation(str(out))
    body = _shape(opened, "No reason needed").text_frame
    body.paragraphs[1].runs[1].text = " No reason is needed, ever."
    slide = next(s for s in opened.slides if s.name == "definition")
    slide.notes_slide.notes_text_frame.paragraphs[1].runs[-1].text += " Give them a moment."
    added = opened.slides.add_slide(slide.slide_layout)
    added.shapes.title.text = "Who is in the room today?"
    slides = opened.slides._sldIdLst
    names = [slide.name for slide in opened.slides]
    slides.insert(3, slides[len(slides) - 1])
    slides.insert(2, slides[names.index("early-moments") + 1])
    slides.remove(slides[len(slides) - 1])
    opened.save(str(out))
    return out


def somebody_elses(out: Path) -> Path:
    """A file that no export of ours was."""
    made: Any = Presentation()
    for title, words in (
        ("Safe sleep", ("On the back", "In a bare crib", "Every time")),
        ("Who can help", ("Your pediatrician", "A lactation consultant")),
    ):
        slide = made.slides.add_slide(made.slide_layouts[1])
        slide.shapes.title.text = title
        frame = slide.placeholders[1].text_frame
        frame.text = words[0]
        for place, word in enumerate(words[1:]):
            paragraph = frame.add_paragraph()
            paragraph.text, paragraph.level = word, place
    made.save(str(out))
    return out


def _shape(opened: Any, words: str) -> Any:
    shapes = (s for slide in opened.slides for s in slide.shapes if s.has_text_frame)
    return next(shape for shape in shapes if words in shape.text_frame.text)


def a_quiz(out: Path) -> Path:
    """Questions as Moodle gives them, with one that cannot be asked here."""
    out.write_text(
        "What helps a baby that cries? {=A calm voice#Your voice is known from before birth. "
        "~Waiting#Alone is hard. ~Loud music#More noise is more stress.}\n\n"
        "Holding spoils a baby. {F#No. Holding builds trust.}\n\n"
        "How many hours does a newborn sleep? {#16:2}\n",
        encoding="utf-8",
    )
    return out
