from dataclasses import replace

from imhtrainer.documents.results import compose_results
from imhtrainer.domain.session import SessionState
from imhtrainer.domain.session.commands import EndSession, GoTo
from imhtrainer.layout.contents import text_boxes
from imhtrainer.layout.kit import Kit, load_kit
from tests.domain.classroom import CLOSING, Classroom, at

KIT: Kit = load_kit()


def words(state: SessionState) -> str:
    pages = compose_results(state, KIT, at(90))
    return " | ".join(
        paragraph.text
        for page in pages
        for box in text_boxes(page.boxes)
        for paragraph in box.paragraphs
    )


def test_the_results_end_with_the_time_each_section_took() -> None:
    room = Classroom().begin()
    room.do(GoTo(at(64), CLOSING, leave=True))
    room.do(EndSession(at(75)))
    said = words(room.state)
    assert "Time, taken of planned" in said
    assert "First | 64 of 60 min | Last | 11 of 15 min" in said


def test_before_the_beginning_there_is_no_time_to_tell() -> None:
    assert "Time, taken" not in words(replace(Classroom().state, spans=()))
