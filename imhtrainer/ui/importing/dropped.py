"""The files that can be imported, and those of them that are dragged into a window."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from PySide6.QtGui import QDropEvent

translate = QCoreApplication.translate

POWERPOINT = (".pptx", ".ppt")
"""The older .ppt is taken too, for its refusal says what to do."""

QUESTIONS = (".gift", ".txt", ".csv", ".tsv", ".xlsx")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A kind of file: its endings, and what a dialog that asks for one is called and offers."""

    endings: tuple[str, ...]
    title: str
    filter: str


def wanted_powerpoint() -> Wanted:
    """PowerPoint files."""
    return Wanted(
        POWERPOINT,
        translate("ImportPage", "Choose a PowerPoint file"),
        translate("ImportPage", "PowerPoint (*.pptx)"),
    )


def wanted_questions() -> Wanted:
    """Files of questions: Moodle's GIFT, Aiken, and tables."""
    return Wanted(
        QUESTIONS,
        translate("QuestionsPage", "Choose a file of questions"),
        translate("QuestionsPage", "Moodle GIFT, Aiken, CSV or Excel ({0})").format(
            " ".join(f"*{ending}" for ending in QUESTIONS)
        ),
    )


def dropped_file(event: QDropEvent, *wanted: Wanted) -> Path | None:
    """The first dragged file that is one of the kinds."""
    endings = [ending for kind in wanted for ending in kind.endings]
    files = (Path(url.toLocalFile()) for url in event.mimeData().urls())
    return next((file for file in files if file.suffix.lower() in endings), None)
